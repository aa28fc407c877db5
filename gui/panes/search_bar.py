"""Where one types, the choices in force as chips below, and how the line was understood."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import Appearance
from gui.icons import icon
from gui.panes.direction import keep_direction, show_hint
from gui.panes.flow import FlowLayout
from gui.panes.marking import characters, utf16
from gui.wording import Wording, isolated
from newsarchive.search.query import Choice, Completion, Query

if TYPE_CHECKING:
    from gui.panes.completion import CompletionPopup
    from gui.panes.reading_line import ReadingLine

INSIDE = 2  # pixels: what the field keeps clear besides its margins
TYPING_PAUSE = 30  # milliseconds that join letters typed in one burst


class SearchBar(QWidget):
    """Tells what was typed, which choices were taken back, and when to go to the list."""

    typed = Signal(str)
    completionWanted = Signal(str, int)
    exactlyWanted = Signal(bool)
    choiceDropped = Signal(object)
    rangeDropped = Signal()
    allDropped = Signal()
    listWanted = Signal()
    backWanted = Signal()
    forwardWanted = Signal()

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("searchBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._appearance = appearance
        self._wording = wording
        self._query = Query()
        self._is_open = False
        self.field = SearchField(self)
        show_hint(self.field, self.tr("ابحث في الأرشيف…"))
        self.field.setAccessibleName(self.tr("البحث في الأرشيف"))
        self.field.setAccessibleDescription(
            self.tr("كلمات، أو عبارة بين علامتي تنصيص، أو شخص: وجهة: وقسم: وتاريخ:، و- للاستبعاد")
        )
        self.field.setToolTip(self.field.accessibleDescription())
        self._proposals: CompletionPopup | None = None
        self._reading: ReadingLine | None = None
        self.back = self._arrow(self.tr("رجوع"), self.backWanted)
        self.forward = self._arrow(self.tr("تقدم"), self.forwardWanted)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._chips.hide()
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.back)
        line.addWidget(self.forward)
        line.addSpacing(8)
        line.addWidget(self.field, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._chips)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._pause.timeout.connect(self._ask_proposals)
        self.field.textEdited.connect(self._pause.start)
        self.field.returnPressed.connect(self._search_now)
        self.field.downPressed.connect(self.listWanted)
        appearance.changed.connect(self._dress)
        self._dress()

    @property
    def proposals(self) -> "CompletionPopup":
        """What is proposed for what is being typed; built when it is needed first."""
        if self._proposals is None:
            from gui.panes.completion import CompletionPopup

            self._proposals = CompletionPopup(self.field, self._appearance)
            self._proposals.taken.connect(self._take)
        return self._proposals

    @property
    def reading(self) -> "ReadingLine":
        """How the line was understood; built when the first look is over."""
        if self._reading is None:
            from gui.panes.reading_line import ReadingLine

            self._reading = ReadingLine(self._appearance, self)
            self._reading.exactlyWanted.connect(self.exactlyWanted)
            self._column.addWidget(self._reading)
        return self._reading

    @property
    def has_pending(self) -> bool:
        """Whether letters were typed that have not been asked yet."""
        return self._pause.isActive()

    def show_query(self, query: Query) -> None:
        """Show the line and the chips of ``query``; a line just being typed stays as it is."""
        if self.field.text() != query.text and not self._pause.isActive():
            self.field.setText(query.text)
        if query != self._query or not self._flow.count():
            self._query = query
            self._show_chips()

    def show_history(self, *, back: bool, forward: bool) -> None:
        """Whether there is a way back and forward."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def focus_field(self) -> None:
        """Go to the field, its text selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear(self) -> bool:
        """Empty the field; False when it was empty."""
        if not self.field.text():
            return False
        self.field.clear()
        self._tell()
        return True

    def offer(self, line: str, cursor: int, proposals: Sequence[Completion]) -> None:
        """Propose ways to go on, if ``line`` is still being typed with the cursor there."""
        if self._typed == (line, cursor) and self.field.hasFocus():
            self.proposals.offer(proposals)

    @property
    def _typed(self) -> tuple[str, int]:
        """The line and how many of its characters stand before the cursor; less once it is sent."""
        line = self.field.text()
        return line, characters(line, self.field.cursorPosition()) if self._is_open else -1

    @Slot()
    def _ask_proposals(self) -> None:
        self._is_open = bool(self.field.text())
        if self._is_open and self.field.hasFocus():
            self.completionWanted.emit(*self._typed)
        else:
            self.proposals.hide()

    @Slot(object)
    def _take(self, proposal: Completion) -> None:
        line = self.field.text()
        blank = proposal.text.endswith(" ") and line[proposal.end :].startswith(" ")
        start, end = utf16(line, proposal.start), utf16(line, proposal.end + blank)
        self.field.setSelection(start, end - start)
        self.field.insert(proposal.text)
        self._pause.start()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        self.typed.emit(self.field.text())

    @Slot()
    def _search_now(self) -> None:
        self._is_open = False
        self.proposals.hide()
        self._tell()
        self.listWanted.emit()

    def _arrow(self, text: str, signal: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setEnabled(False)
        button.clicked.connect(signal)
        return button

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        query = self._query
        for choice in query.choices:
            self._add_choice(choice)
        if query.since or query.until:
            self._add_chip(self._range_text(), self.rangeDropped.emit)
        if self._flow.count() > 1:
            clear = QToolButton(self._chips)
            clear.setObjectName("link")
            clear.setText(self.tr("إزالة الكل"))
            clear.clicked.connect(self.allDropped)
            self._flow.addWidget(clear)
        self._chips.setVisible(bool(self._flow.count()))
        self.updateGeometry()

    def _add_choice(self, choice: Choice) -> None:
        sign = "−" if choice.exclude else "+"
        chip = self._add_chip(
            f"{sign} {isolated(choice.value)}", lambda: self.choiceDropped.emit(choice)
        )
        chip.setProperty("exclude", choice.exclude)
        chip.setAccessibleName(
            (self.tr("استُبعد %1") if choice.exclude else self.tr("اختير %1")).replace(
                "%1", choice.value
            )
        )

    def _add_chip(self, text: str, dropped: object) -> QPushButton:
        right_to_left = self.isRightToLeft()
        mark = "\u200f" if right_to_left else "\u200e"
        chip = QPushButton(f"{mark}{text}{mark}", self._chips)
        chip.setObjectName("chip")
        # The cross stands behind the words, where Qt puts it before them.
        chip.setLayoutDirection(_LTR if right_to_left else _RTL)
        chip.setToolTip(self.tr("إزالة هذا المرشح"))
        side = self._appearance.px(12)
        chip.setIcon(icon("close", self._appearance.colour("muted"), side))
        chip.setIconSize(QSize(side, side))
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.clicked.connect(dropped)
        self._flow.addWidget(chip)
        return chip

    def _range_text(self) -> str:
        since, until = self._query.since, self._query.until
        if since and until:
            text = self.tr("من %1 إلى %2")
            return text.replace("%1", self._wording.day(since)).replace(
                "%2", self._wording.day(until)
            )
        if since:
            return self.tr("منذ %1").replace("%1", self._wording.day(since))
        return self.tr("حتى %1").replace("%1", self._wording.day(until)) if until else ""

    @Slot()
    def _dress(self) -> None:
        look = self._appearance
        muted, side = look.colour("muted"), look.px(16)
        self.field.setFont(look.font("search"))
        self.field.setFixedHeight(look.measure("search_field"))
        self.field.show_icons(icon("search", muted, side), icon("close", muted, side), side)
        right_to_left = self.isRightToLeft()
        names = ("right", "left") if right_to_left else ("left", "right")
        for button, name in zip((self.back, self.forward), names, strict=True):
            button.setIcon(icon(name, look.colour("ink"), side))
            button.setIconSize(QSize(side, side))
        self._show_chips()


_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


class SearchField(QLineEdit):
    """A line that keeps the window's direction whatever letter it begins with."""

    downPressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._search, self._clear = self._button(), self._button()
        self._search.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear.setToolTip(self.tr("مسح"))
        self._clear.setAccessibleName(self._clear.toolTip())
        self._clear.clicked.connect(self._clear_text)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._search)
        self._line.addStretch(1)
        self._line.addWidget(self._clear)
        keep_direction(self)

    def _button(self) -> QToolButton:
        """Qt's own drawings in a line keep their 16 pixels, however large the text."""
        button = QToolButton(self)
        button.setObjectName("inField")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        return button

    def show_icons(self, search: QIcon, clear: QIcon, side: int) -> None:
        """Draw the two with these icons, ``side`` pixels high, and keep the text clear of them."""
        for button, drawn in ((self._search, search), (self._clear, clear)):
            button.setIcon(drawn)
            button.setIconSize(QSize(side, side))
        edge = side // 2
        self._line.setContentsMargins(edge, 0, edge, 0)
        self.setTextMargins(side + edge - INSIDE, 0, side + edge - INSIDE, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves for the list."""
        if event.key() == Qt.Key.Key_Down:
            self.downPressed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _clear_text(self) -> None:
        self.clear()
        self.textEdited.emit("")
