"""Cuttings drawn on the pages of a printer or a PDF, one page at a time."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
    QTextBlock,
    QTextLine,
)

from gui.appearance import read_colours
from gui.panes.marking import character_extent, span_rects
from gui.paper.cutting import MILLIMETRE, RULE_ABOVE, STYLES, Cutting, CuttingSetter, font_of, label
from gui.paper.letters import Letters
from gui.wording import Wording
from newsarchive.article import StoredArticle

MARGINS = QMarginsF(22, 18, 22, 14)  # millimetres
FOOT = 12.0  # millimetres below the text


def a4() -> QPageLayout:
    """The page that cuttings are set for."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        MARGINS,
        QPageLayout.Unit.Millimeter,
    )


class Pages:
    """Draws articles on a device, each from the top of a page."""

    def __init__(self, device: QPagedPaintDevice, wording: Wording) -> None:
        self._device = device
        self._wording = wording
        self._setter = CuttingSetter(device, wording)
        self._letters = Letters()
        self._colours = read_colours("light")
        self._small = font_of(STYLES["note"])
        self._number = 0

    def draw(self, painter: QPainter, articles: Iterable[StoredArticle]) -> Iterator[bool]:
        """Draw all; yields after each page whether an article is at its end."""
        for stored in articles:
            cutting = self._setter.set(stored)
            room = QSizeF(self._device.width(), self._device.height() - self._mm(FOOT))
            cutting.document.setPageSize(room)
            last = cutting.document.pageCount() - 1
            for page in range(last + 1):
                if self._number:
                    self._device.newPage()
                self._number += 1
                self._page(painter, cutting, page, room)
                yield page == last

    def _mm(self, millimetres: float) -> float:
        return millimetres * MILLIMETRE * self._device.logicalDpiY()

    def _colour(self, token: str) -> QColor:
        return QColor(getattr(self._colours, token))

    def _page(self, painter: QPainter, cutting: Cutting, page: int, room: QSizeF) -> None:
        painter.save()
        painter.translate(0, -page * room.height())
        shown = QRectF(0, page * room.height(), room.width(), room.height())
        layout = cutting.document.documentLayout()
        block = cutting.document.begin()
        number = 0
        while block.isValid():
            where = layout.blockBoundingRect(block)
            if where.intersects(shown):
                self._block(painter, cutting, block, number, shown)
            block = block.next()
            number += 1
        painter.restore()
        self._foot(painter, cutting, room)

    def _block(
        self, painter: QPainter, cutting: Cutting, block: QTextBlock, number: int, shown: QRectF
    ) -> None:
        lines = block.layout()
        origin = lines.position()
        for place in range(lines.lineCount()):
            line = lines.lineAt(place)
            if not shown.contains(origin + QPointF(1, line.y() + line.height() / 2)):
                continue
            painter.save()
            if place + 1 < lines.lineCount():
                _widen(painter, block, line, origin)
            self._grounds(painter, cutting, block, number, line)
            ink = self._colour(cutting.inks[number])
            self._letters.draw(painter, block.text(), line, origin, ink)
            painter.restore()
        for where, token, points in cutting.rules:
            y = origin.y() - self._mm(RULE_ABOVE)
            if where == number and shown.top() <= origin.y() <= shown.bottom():
                painter.setPen(QPen(self._colour(token), points * self._device.logicalDpiY() / 72))
                painter.drawLine(QPointF(0, y), QPointF(shown.width(), y))

    def _grounds(
        self,
        painter: QPainter,
        cutting: Cutting,
        block: QTextBlock,
        number: int,
        line: QTextLine,
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("highlight"))
        lines = block.layout()
        first, last = line.textStart(), line.textStart() + line.textLength()
        points = block.charFormat().font().pointSizeF()
        size = points * self._device.logicalDpiY() / 72
        for ground in cutting.grounds:
            if ground.block != number:
                continue
            start, end = max(ground.start, first), min(ground.end, last)
            for rect in span_rects(lines, start, end, size):
                placed = rect.translated(lines.position())
                painter.drawRoundedRect(placed, self._mm(0.5), self._mm(0.5))

    def _foot(self, painter: QPainter, cutting: Cutting, room: QSizeF) -> None:
        """The number of the page, and what it is a page of."""
        painter.setFont(self._small)
        painter.setPen(self._colour("muted"))
        y = room.height() + self._mm(FOOT - 5)
        area = QRectF(0, y, room.width(), self._mm(5))
        number = label("page", self._wording.number(self._number))
        metrics = QFontMetricsF(self._small, self._device)
        width = room.width() - metrics.horizontalAdvance(number) - self._mm(8)
        foot = metrics.elidedText(cutting.foot, Qt.TextElideMode.ElideRight, width)
        start, end = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        if not cutting.right_to_left:
            start, end = end, start
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
        painter.drawText(area, int(start | absolute), foot)
        painter.drawText(area, int(end | absolute), number)


def _widen(painter: QPainter, block: QTextBlock, line: QTextLine, origin: QPointF) -> None:
    """Fill the measure: Qt sets a justified line a space too short (6.11, right to left)."""
    if block.blockFormat().alignment() & Qt.AlignmentFlag.AlignJustify:
        used = line.x() + line.width() - max(_edges(block, line))
        if 0 < used < line.height():
            painter.translate(origin.x() + line.x(), 0)
            painter.scale(line.width() / (line.width() - used), 1)
            painter.translate(-origin.x() - line.x(), 0)


def _edges(block: QTextBlock, line: QTextLine) -> tuple[float, float]:
    """Where the first and the last letter of a line end."""
    first = line.textStart()
    text = block.text()[first : first + line.textLength()].rstrip()
    ends = (character_extent(line, first), character_extent(line, first + max(len(text) - 1, 0)))
    return ends[0][1], ends[1][1]
