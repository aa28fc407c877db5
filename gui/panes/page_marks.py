"""Grounds of matches and dots under names on a page of text: where they stand, painted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QTextBrowser

from gui.appearance import Appearance
from gui.panes.article_document import Marked
from gui.panes.marking import span_rects


@dataclass(slots=True)
class FoundMarks:
    """What was looked for within the article, and which of it is current."""

    marks: tuple[Marked, ...] = ()
    current: int = 0

    def step(self, step: int) -> tuple[int, int]:
        """Make the one ``step`` further current, round the ends; gives it and their number."""
        if self.marks:
            self.current = (self.current + step) % len(self.marks)
        return self.current, len(self.marks)


class PageMarks:
    """Paints marks below the letters of a page; keeps where they stand until ``forget``."""

    def __init__(self, page: QTextBrowser, appearance: Appearance) -> None:
        self._page, self._appearance = page, appearance
        self._places: dict[Marked, list[QRectF]] = {}  # in their paragraphs

    def forget(self) -> None:
        """The text is laid out anew."""
        self._places.clear()

    def paint_matches(self, painter: QPainter, marks: Iterable[Marked], area: QRectF) -> None:
        """The grounds of what the query matches."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.colour("highlight"))
        for _, rect in self.rects(marks, area):
            painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 3, 3)

    def paint_found(self, painter: QPainter, found: FoundMarks, area: QRectF) -> None:
        """What was looked for within; a ring tells the current one."""
        look = self._appearance
        current = found.marks[found.current] if found.marks else None
        painter.setBrush(look.colour("highlight"))
        for marked, rect in self.rects(found.marks, area):
            ringed = marked == current
            painter.setPen(QPen(look.colour("accent"), 2) if ringed else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 3, 3)

    def paint_names(
        self, painter: QPainter, names: Iterable[Marked], hovered: Marked | None, area: QRectF
    ) -> None:
        """Dots under names; those of the entity under the pointer are in the accent."""
        quiet, lively = (_dots(self._appearance.colour(ink)) for ink in ("bar", "accent"))
        for marked, rect in self.rects(names, area):
            over = hovered is not None and marked.entry == hovered.entry
            painter.setPen(lively if over else quiet)
            y = rect.bottom() + 1
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    def rects(self, marks: Iterable[Marked], area: QRectF) -> Iterator[tuple[Marked, QRectF]]:
        """Where marks, in the order of their paragraphs, stand in the viewport within ``area``."""
        page = self._page
        scrolled = QPointF(page.horizontalScrollBar().value(), page.verticalScrollBar().value())
        document = page.document()
        blocks: dict[int, QRectF] = {}
        for marked in marks:
            block: QTextBlock = document.findBlock(marked.start)
            number = block.blockNumber()
            if number not in blocks:
                whole = document.documentLayout().blockBoundingRect(block)
                blocks[number] = whole.translated(-scrolled)
            if blocks[number].top() > area.bottom():
                return  # further down nothing needs to be laid out for this
            if blocks[number].intersects(area):
                origin = block.layout().position() - scrolled
                for rect in self._placed(marked, block):
                    yield marked, rect.translated(origin)

    def _placed(self, marked: Marked, block: QTextBlock) -> list[QRectF]:
        """Where a mark stands in its paragraph."""
        found = self._places.get(marked)
        if found is None:
            start, end = (place - block.position() for place in (marked.start, marked.end))
            found = span_rects(block.layout(), start, end, marked.size, block.text())
            self._places[marked] = found
        return found


def _dots(colour: QColor) -> QPen:
    pen = QPen(colour, 1.5)
    pen.setDashPattern([1, 1.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # round ones take many times as long to draw
    return pen
