"""The open article beside one of its copies, sentence by sentence."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTextEdit,
    QWidget,
)

from gui.answers import Compared, Opened, Spans
from gui.appearance import Appearance
from gui.dialogs.fitting import closing, column_in
from gui.panes.drop_down import DropDown
from gui.panes.family_line import copy_name
from gui.panes.marking import utf16_spans
from gui.panes.tick_box import TickBox
from gui.panes.wrapped import Wrapped
from gui.wording import Wording, is_right_to_left
from newsarchive.article import Copy, Difference

AT_ONCE = 60
MINUS, PLUS = "−", "+"
_INKS = {MINUS: "exclude", PLUS: "include", "": "muted"}


class ComparingDialog(QDialog):
    """Asks what sets the article apart from the copy that is chosen, and shows it.

    A sentence that only the open article has bears a minus, one that only the copy has a plus. Of
    a changed one both are shown, the words that went struck through and those that came underlined.
    """

    wanted = Signal(int, int)
    readWanted = Signal(int)

    def __init__(
        self, opened: Opened, appearance: Appearance, wording: Wording, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("مقارنة النسخ"))
        self._appearance = appearance
        self._first = opened.stored.id
        self._waiting: Iterator[Difference] = iter(())
        article = opened.stored.article
        ours = Copy(self._first, article.title, article.outlet, article.published)
        turned = "\u200f" if self.isRightToLeft() else "\u200e"
        mine = Wrapped(f"{turned}{MINUS}  {copy_name(ours, wording)}", self)
        self.choice = DropDown(appearance, self)
        self.choice.setAccessibleName(self.tr("النسخة"))
        self.choice.setMinimumContentsLength(20)
        for copy in opened.family:
            self.choice.addItem(f"{turned}{PLUS}  {copy_name(copy, wording)}", copy.id)
        self.only = TickBox(self.tr("الفروق وحدها"), appearance, self)
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.windowTitle())
        buttons = closing(self)
        read = buttons.addButton(self.tr("فتح النسخة"), QDialogButtonBox.ButtonRole.ActionRole)
        read.clicked.connect(self._read)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined] # they are push buttons
        column = column_in(self)
        for widget in (mine, self.choice, self.only, self.text, buttons):
            column.addWidget(widget)
        self._compared: Compared | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._write)
        self.choice.currentIndexChanged.connect(self.begin)
        self.only.toggled.connect(self._begin_text)
        self.resize(QSize(appearance.px(760), appearance.px(640)))

    @Slot()
    def begin(self) -> None:
        """Ask for the comparison with the chosen copy."""
        self.wanted.emit(self._first, int(self.choice.currentData()))

    @Slot(object)
    def show_compared(self, compared: Compared) -> None:
        """Show a comparison, unless another copy was chosen meanwhile."""
        if (compared.first, compared.second) == (self._first, self.choice.currentData()):
            self._compared = compared
            self._begin_text()

    @Slot()
    def _begin_text(self) -> None:
        found = self._compared.differences if self._compared else ()
        only = self.only.isChecked()
        self._waiting = (d for d in found if not (only and d.kind == "same"))
        self.text.clear()
        if found and all(d.kind == "same" for d in found):
            self._line("", self.tr("لا فرق بين النصين إلا في الرسم وعلامات الترقيم."))
        self._write()

    @Slot()
    def _write(self) -> None:
        """Write some sentences; the rest follows when the window has had its turn."""
        some = list(islice(self._waiting, AT_ONCE))
        for difference in some:
            self._show(difference)
        if some:
            self._soon.start(0)

    def _show(self, difference: Difference) -> None:
        match difference.kind:
            case "same":
                self._line("", difference.first)
            case "first":
                self._line(MINUS, difference.first)
            case "second":
                self._line(PLUS, difference.second)
            case _:
                self._line(MINUS, difference.first, difference.first_spans)
                self._line(PLUS, difference.second, difference.second_spans)

    def _line(self, sign: str, text: str, spans: Spans | None = None) -> None:
        """A paragraph with its sign, coloured whole, or marked in ``spans`` alone."""
        cursor = QTextCursor(self.text.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not self.text.document().isEmpty():
            cursor.insertBlock()
        cursor.setBlockFormat(self._block(text))
        if sign:
            cursor.insertText(f"{sign}  ", self._style("strong", _INKS[sign]))
        start = cursor.position()
        cursor.insertText(text, self._style("interface", _INKS[sign] if spans is None else "ink"))
        for first, last in utf16_spans(text, spans or ()):
            cursor.setPosition(start + first)
            cursor.setPosition(start + last, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(self._marked(sign))

    def _block(self, text: str) -> QTextBlockFormat:
        style = QTextBlockFormat()
        rtl = is_right_to_left(text, self.isRightToLeft())
        style.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        style.setBottomMargin(self._appearance.px(8))
        return style

    def _style(self, role: str, ink: str) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setFont(self._appearance.font(role))
        style.setForeground(self._appearance.colour(ink))
        return style

    def _marked(self, sign: str) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setForeground(self._appearance.colour(_INKS[sign]))
        style.setFontStrikeOut(sign == MINUS)
        style.setFontUnderline(sign == PLUS)
        return style

    @Slot()
    def _read(self) -> None:
        self.readWanted.emit(int(self.choice.currentData()))
        self.accept()
