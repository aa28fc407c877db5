"""The open article, its words and names marked."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from gui.answers import Opened, Related, Spans
from gui.appearance import Appearance
from gui.models.mention_model import Entry
from gui.panes.article_document import ArticleSetter, Marked, Paragraph, Setting
from gui.panes.evidence import WHY
from gui.panes.family_line import COMPARE, COPY
from gui.panes.marks_line import SCHEMES, TAG_LINK
from gui.panes.page_marks import FoundMarks, PageMarks
from gui.sought import Wanted
from gui.wording import Wording
from newsarchive.correction import Span

_BY_KEY = Qt.TextInteractionFlag.TextSelectableByKeyboard
LEAST_MARGIN = 24
TOP, BOTTOM = 24, 64


class ArticlePage(QTextBrowser):
    """Tells what was clicked: a name, a copy, a mark. What it copies has the source's letters."""

    entityChosen = Signal(object)
    copyChosen = Signal(int)
    compareWanted = Signal()
    marksWanted = Signal(str, str)
    sourceWanted = Signal(object)
    menuWanted = Signal(object, QPoint)
    leaveWanted = Signal()
    shown = Signal(object)

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("articlePane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("نص المقال"))
        self._appearance = appearance
        self._setter = ArticleSetter(self.document(), appearance, wording)
        self._setting = Setting()
        self._opened: Opened | None = None
        self._hovered: Marked | None = None
        self._marks = PageMarks(self, appearance)
        self.found = FoundMarks()
        self._related: Related | None = None
        self.anchorClicked.connect(self._clicked)
        appearance.changed.connect(self._dress)

    @property
    def opened(self) -> Opened | None:
        """The article shown."""
        return self._opened

    @property
    def setting(self) -> Setting:
        """Where names and matches of the article stand in the document."""
        return self._setting

    def show_article(self, opened: Opened | None) -> None:
        """Show an article from its top; the same one keeps its place."""
        same = (
            opened is not None
            and self._opened is not None
            and opened.stored.id == self._opened.stored.id
        )
        place = self.verticalScrollBar().value() if same else 0
        self._opened = opened
        self._hovered = None
        self.found = FoundMarks()
        if opened is None:
            self._setting = Setting()
            self.document().clear()
        else:
            with self._kept_width():
                self.document().clear()
                self._set_margins()  # before there is anything to lay out
                self._setting = self._setter.set(opened, right_to_left=self.isRightToLeft())
        self._marks.forget()
        count = len(self._setting.matches)
        told = self.tr("%1 موضع يطابق البحث", "", count).replace("%1", str(count))
        self.setAccessibleDescription(told if count else "")
        related, self._related = self._related, None
        if same and related is not None:
            self.show_related(related)
        self.verticalScrollBar().setValue(place)
        self.shown.emit(opened)

    @contextmanager
    def _kept_width(self) -> Iterator[None]:
        """Let no scroll bar come or go while the article changes: each lays all out anew."""
        policies, bar = Qt.ScrollBarPolicy, self.verticalScrollBar()
        on = bar.isVisible()
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOn if on else policies.ScrollBarAlwaysOff
        )
        yield
        self.setVerticalScrollBarPolicy(policies.ScrollBarAsNeeded)

    def show_related(self, related: Related) -> None:
        """Write which articles are about the same people, if the article is still this."""
        if self._opened is not None and self._opened.stored.id == related.number:
            is_new = self._related is None or self._related.number != related.number
            self._related = related
            if is_new and related.articles:
                with self._kept_width():
                    rtl = self.isRightToLeft()
                    self._setter.add_related(related.articles, right_to_left=rtl)

    def mark_found(self, spans: Sequence[Spans]) -> None:
        """Mark what was found in each paragraph; the first in view becomes current."""
        marks = tuple(
            self._setting.place(number, start, end, self._size(self._setting.paragraphs[number]))
            for number, some in enumerate(spans)
            for start, end in some
        )
        corner = self.viewport().rect().topRight() if self.isRightToLeft() else QPoint(0, 0)
        top = self.cursorForPosition(corner).position()
        self.found = FoundMarks(marks, next((n for n, m in enumerate(marks) if m.end > top), 0))
        self.show_found()

    def show_found(self) -> None:
        """Bring what is current of the found into view."""
        if self.found.marks:
            everywhere = QRectF(-1e6, -1e9, 2e6, 2e9)
            current = self.found.marks[self.found.current]
            rects = [rect for _, rect in self._marks.rects((current,), everywhere)]
            room, bar = self.viewport().height(), self.verticalScrollBar()
            if rects and not 0 <= rects[0].top() <= rects[-1].bottom() <= room:
                bar.setValue(bar.value() + round(rects[0].top() - room / 3))
        self.viewport().update()

    def _size(self, paragraph: Paragraph) -> int:
        role = "title" if paragraph.part == "title" else "reading"
        return self._appearance.font(role).pixelSize()

    def page(self, direction: int) -> None:
        """Scroll by most of a page, forwards (1) or back (-1)."""
        bar = self.verticalScrollBar()
        step = bar.pageStep() - self._appearance.line_height("reading") * 2
        bar.setValue(bar.value() + direction * step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grounds of matches and the dots under names, then the text over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(event.rect())
        self._marks.paint_matches(painter, self._setting.matches, area)
        self._marks.paint_found(painter, self.found, area)
        self._marks.paint_names(painter, self._setting.names, self._hovered, area)
        painter.end()
        super().paintEvent(event)

    def marked_at(self, position: QPointF) -> Marked | None:
        """The name at a point of the viewport."""
        everywhere = QRectF(self.viewport().rect())
        for marked, rect in self._marks.rects(self._setting.names, everywhere):
            if rect.adjusted(0, -2, 0, 4).contains(position):
                return marked
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A name under the pointer shows that it can be clicked."""
        super().mouseMoveEvent(event)
        hovered = self.marked_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
        if hovered is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a name, without a selection, chooses it."""
        super().mouseReleaseEvent(event)
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        marked = self.marked_at(event.position())
        if marked is not None and marked.entry is not None:
            self.entityChosen.emit(self._setting.entries[marked.entry])
        elif self._is_title_at(event.position()):
            self.sourceWanted.emit(Wanted("title"))

    def _block_rect(self, block: QTextBlock) -> QRectF:
        """Where a paragraph stands in the viewport."""
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self.document().documentLayout().blockBoundingRect(block).translated(-scrolled)

    def _is_title_at(self, position: QPointF) -> bool:
        titles = (one for one in self._setting.paragraphs if one.part == "title")
        blocks = (self.document().findBlock(one.position) for one in titles)
        return any(self._block_rect(block).contains(position) for block in blocks)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hovered = None
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pages."""
        if event.key() == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.page(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text no wider than one reads well."""
        self._setter.fit(event.size().width() - 2 * self._margin(event.size().width()))
        super().resizeEvent(event)
        self._marks.forget()
        self._set_margins()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected text, letter for letter, without what is only drawn."""
        data = QMimeData()
        data.setText(plain_text(self.textCursor()))
        return data

    @property
    def has_caret(self) -> bool:
        """Whether the arrows move a caret, and with Shift select, instead of scrolling."""
        return bool(self.textInteractionFlags() & _BY_KEY)

    def use_caret(self, use: bool) -> None:
        """Let the arrows move a caret from the first line in view on, or scroll again."""
        flags = self.textInteractionFlags()
        self.setTextInteractionFlags(flags | _BY_KEY if use else flags & ~_BY_KEY)
        if use:
            area = self.viewport().rect()
            corner = area.topRight() if self.isRightToLeft() else area.topLeft()
            cursor = self.cursorForPosition(corner + QPoint(0, LEAST_MARGIN))
            cursor.setPosition(max(cursor.position(), self._setting.text_start))
            self.setTextCursor(cursor)
            self.setFocus()

    @property
    def current_entry(self) -> Entry | None:
        """The person or body that the cursor is in, or whose chip has the focus."""
        entry = self.entry_of(self.textCursor().charFormat().anchorHref())
        marked = self._current_name if entry is None else None
        number = None if marked is None else marked.entry
        return entry if number is None else self._setting.entries[number]

    @property
    def _current_name(self) -> Marked | None:
        """The name in the text that the cursor is in."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return next((m for m in self._setting.names if m.start <= start and end <= m.end), None)

    @property
    def current_place(self) -> tuple[Span, str] | None:
        """Where in the article the name stands that is meant, and its letters; None for none."""
        entry, marked = self.current_entry, self._current_name
        return self.place_of(entry, marked) if entry is not None else None

    def place_of(self, entry: Entry, marked: Marked | None = None) -> tuple[Span, str] | None:
        """Where a name stands, by default where it is named first, and its letters there."""
        number = self._setting.entries.index(entry)
        marked = marked or next((m for m in self._setting.names if m.entry == number), None)
        return self._setting.span(marked.start, marked.end) if marked is not None else None

    @property
    def selected(self) -> tuple[Span, str] | None:
        """Where in the article the selected text stands, and its letters; None for none."""
        cursor = self.textCursor()
        found = self._setting.span(cursor.selectionStart(), cursor.selectionEnd())
        same = found is not None and found[1] and found[1] == plain_text(cursor).strip()
        return found if same else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the name under the pointer, or by key for the current one."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            corner = self.cursorRect().bottomRight()
            self.menuWanted.emit(self.current_entry, self.viewport().mapToGlobal(corner))
            return
        entry = self.entry_of(self.anchorAt(event.pos()))
        marked = self.marked_at(QPointF(event.pos()))
        if entry is None and marked is not None and marked.entry is not None:
            entry = self._setting.entries[marked.entry]
        self.menuWanted.emit(entry, event.globalPos())

    def entry_of(self, reference: str) -> Entry | None:
        """The person or body that a chip's reference means."""
        scheme, _, number = reference.partition(":")
        if scheme != "entity" or not number.isdecimal():
            return None
        return self._setting.entries[int(number)]

    @Slot(QUrl)
    def _clicked(self, url: QUrl) -> None:
        entry = self.entry_of(url.toString())
        if entry is not None:
            self.entityChosen.emit(entry)
        elif url.scheme() == COPY:
            self.copyChosen.emit(int(url.path()))
        elif url.scheme() == COMPARE:
            self.compareWanted.emit()
        elif url.scheme() == WHY:
            self.sourceWanted.emit(Wanted(url.path()))
        elif url.scheme() in SCHEMES and self._opened is not None:
            tags = self._opened.stored.marks.tags
            tag = tags[int(url.path())] if url.scheme() == TAG_LINK else ""
            self.marksWanted.emit(url.scheme(), tag)

    def _margin(self, width: int) -> int:
        look = self._appearance
        return max(look.px(LEAST_MARGIN), (width - look.measure("measure")) // 2)

    def _set_margins(self) -> None:
        look, width = self._appearance, self.viewport().width()
        margin = self._margin(width)
        self._setter.fit(width - 2 * margin)
        frame = self.document().rootFrame()
        style = frame.frameFormat()
        if style.leftMargin() == margin and style.topMargin() == look.px(TOP):
            return
        style.setLeftMargin(margin)
        style.setRightMargin(margin)
        style.setTopMargin(look.px(TOP))
        style.setBottomMargin(look.px(BOTTOM))
        frame.setFrameFormat(style)

    @Slot()
    def _dress(self) -> None:
        self.show_article(self._opened)


def plain_text(cursor: QTextCursor) -> str:
    """The selection of ``cursor`` with line ends of text files and no chips."""
    text = cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
    return "\n".join(line for line in text.replace("\ufffc", "").split("\n")).strip("\n")
