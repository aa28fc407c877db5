"""What the open article was read from: its text as read, with the lines of one field lit."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import Appearance
from gui.icons import icon
from gui.panes.flow import FlowLayout
from gui.panes.marking import utf16
from gui.panes.wrapped import Wrapped
from gui.sought import Told, Wanted
from gui.wording import is_right_to_left, isolated
from newsarchive.source_text import Place, SourceText

HEIGHT = 320
SIDE = 16
FSI = "\u2068"
MOST = 60_000  # characters set at once: a longer text is shown around what is lit
_UNSHOWN = {ord("\r"): " ", 0x2029: "\u2028", 0xFFFC: " ", 0: " "}


class _Text(QTextBrowser):
    """What is copied of it has no marks that are only drawn."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected text, letter for letter."""
        data = QMimeData()
        selected = self.textCursor().selectedText().replace(FSI, "")
        data.setText(selected.replace("\u2029", "\n").replace("\u2028", "\n"))
        return data


class SourcePane(QWidget):
    """Tells which field is looked for, and that the original is to be opened or kept as a file."""

    wanted = Signal(object)
    openWanted = Signal()
    saveWanted = Signal()
    closeWanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourcePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._appearance = appearance
        self._told: Told | None = None
        self._offered: tuple[tuple[str, str], ...] = ()
        self._title = QLabel(self.tr("الأصل"), self)
        self._file = QLabel(self)
        self._file.setObjectName("quietLabel")
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._close = self._button(self.tr("إغلاق الأصل"), self.closeWanted.emit)
        self._close.setText("")
        self._close.setAccessibleName(self.tr("إغلاق الأصل"))
        self._open = self._button(self.tr("فتح الأصل"), self.openWanted.emit)
        self._save = self._button(self.tr("حفظ الأصل…"), self.saveWanted.emit)
        self._fields: list[QToolButton] = []
        self._reason = Wrapped(parent=self)
        self.text = _Text(self)
        self.text.setAccessibleName(self.tr("نص الأصل كما قُرئ"))
        self.text.setOpenLinks(False)
        self.text.document().setUndoRedoEnabled(False)
        self.text.installEventFilter(self)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._file, 1)
        head.addWidget(self._close)
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, gap=4)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._acts = QWidget(self._row)
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(4)
        acts.addWidget(self._open)
        acts.addWidget(self._save)
        self._flow.addWidget(self._acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 6, SIDE, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._row)
        column.addWidget(self._reason)
        column.addWidget(self.text, 1)
        self.hide()
        appearance.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Room for some lines of it."""
        half = self.window().height() // 2
        return QSize(320, min(self._appearance.px(HEIGHT), half))

    @property
    def told(self) -> Told | None:
        """What is shown."""
        return self._told

    def show_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        """Offer these fields, each its name in the archive and in words."""
        if self._offered == tuple(fields):
            return
        self._offered = tuple(fields)
        for button in self._fields:
            self._flow.removeWidget(button)
            button.deleteLater()
        self._fields.clear()
        before: QWidget = self._close
        for field, text in fields:
            button = self._button(text, lambda field=field: self.wanted.emit(Wanted(field)))
            button.setCheckable(True)
            button.setProperty("field", field)
            self._fields.append(button)
            self._flow.addWidget(button)
            self.setTabOrder(before, button)
            before = button
            button.show()
        self._flow.removeWidget(self._acts)
        self._flow.addWidget(self._acts)
        for button in (self._open, self._save):
            self.setTabOrder(before, button)
            before = button
        self.setTabOrder(before, self.text)
        self._flow.invalidate()
        self._give_room()

    def begin(self) -> None:
        """Say that the original is being read."""
        self._told = None
        self._set("", 0)
        self._reason.setText(self.tr("يُقرأ الأصل…"))

    def show_told(self, told: Told) -> None:
        """Show the text, the lines of what was looked for lit and in view."""
        self._told = told
        self._file.setToolTip(told.source.file)
        self._name_file()
        self._reason.setText(told.reason)
        for button in self._fields:
            button.setChecked(button.property("field") == told.wanted.field)
        place = told.place
        first, last = _part(told.source.text, place)
        self._set(told.source.text[first:last], max(0, told.source.stated - first))
        if place is None:
            self.text.setExtraSelections([])
            self.text.verticalScrollBar().setValue(0)
        else:
            self._light(told.source, place, first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name of the file takes what room there is, the fields as many lines as they need."""
        super().resizeEvent(event)
        self._name_file()
        self._give_room()

    def _give_room(self) -> None:
        self._row.setMinimumHeight(self._flow.heightForWidth(self.width() - 2 * SIDE))

    def _name_file(self) -> None:
        """The file and what it lies in; the whole of where it came from where it is pointed at."""
        room = self.width() - self._title.sizeHint().width() - self._close.sizeHint().width() - 64
        name = "/".join(self._file.toolTip().replace("\\", "/").split("/")[-2:])
        middle = Qt.TextElideMode.ElideMiddle
        self._file.setText(isolated(self._file.fontMetrics().elidedText(name, middle, room)))

    def focus_text(self) -> None:
        """Let the keys scroll it."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def has_focus(self) -> bool:
        """Whether the keys go to it or to one of its buttons."""
        focused = self.focusWidget()
        return focused is not None and focused.hasFocus()

    @property
    def lit(self) -> tuple[str, ...]:
        """The texts that are lit: whole lines first, then what was looked for."""
        made = self.text.extraSelections()
        return tuple(one.cursor.selectedText().replace("\u2029", "\n") for one in made)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape goes back to the article."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self.closeWanted.emit()
            return True
        return False

    def _button(self, text: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("quiet")
        button.setText(text)
        button.setToolTip(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _=False: act())  # type: ignore[operator]
        button.installEventFilter(self)
        return button

    def _set(self, text: str, stated: int) -> None:
        """Set the text, each line in its own direction; its first ``stated`` characters quiet."""
        look, document = self._appearance, self.text.document()
        if document.property("text") == text:
            return
        document.clear()
        self.text.setExtraSelections([])
        document.setDefaultFont(look.font("search"))
        document.setProperty("text", text)
        plain, quiet = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(look.colour("muted"))
        whole = is_right_to_left(text[:MOST], self.isRightToLeft())
        cursor, at = QTextCursor(document), 0
        cursor.beginEditBlock()
        for line in text.split("\n"):
            is_stated = at < stated
            turned = whole if is_stated else is_right_to_left(line, whole)
            style = _paragraph(turned, look.line_height("search"))
            line = _apart(line) if is_stated else line
            if at:
                cursor.insertBlock(style)
            else:
                cursor.setBlockFormat(style)
            cursor.insertText(line.translate(_UNSHOWN), quiet if is_stated else plain)
            at += len(line) + 1
        cursor.endEditBlock()

    def _light(self, source: SourceText, place: Place, first: int) -> None:
        look, text = self._appearance, source.text
        low, high = source.lines(*place)
        lines = self._selection(text, first, max(low, first), high)
        lines.format.setBackground(look.colour("selection"))
        lines.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        exact = self._selection(text, first, *place)
        exact.format.setBackground(look.colour("highlight"))
        exact.format.setForeground(look.colour("on_highlight"))
        self.text.setExtraSelections([*_each_line(lines), exact])
        bar = self.text.verticalScrollBar()
        top = self.text.cursorRect(_at(exact.cursor)).top()
        bar.setValue(bar.value() + top - self.text.viewport().height() // 3)

    def _selection(self, text: str, first: int, start: int, end: int) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.text.document())
        shown = text[first:]
        last = self.text.document().characterCount() - 1
        cursor.setPosition(min(last, utf16(shown, start - first)))
        end = min(last, utf16(shown, end - first))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        return made

    @Slot()
    def _dress(self) -> None:
        look = self._appearance
        self._title.setFont(look.font("strong"))
        for widget in (self._file, self._reason):
            widget.setFont(look.font("small"))
        self._close.setIcon(icon("close", look.colour("muted"), look.px(12)))
        self._close.setIconSize(QSize(look.px(12), look.px(12)))
        self.text.document().setProperty("text", None)
        if self._told is not None:
            self.show_told(self._told)


def _apart(line: str) -> str:
    """A line «name: value» of as many characters, its value kept from mixing with the name."""
    name, colon, value = line.partition(": ")
    return f"{name} {FSI}{value}" if colon else line


def _each_line(whole: QTextEdit.ExtraSelection) -> Iterator[QTextEdit.ExtraSelection]:
    """A selection of every paragraph of one: a ground that spans the pane stays within each."""
    document: QTextDocument = whole.cursor.document()
    start, end = whole.cursor.selectionStart(), whole.cursor.selectionEnd()
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        one = QTextEdit.ExtraSelection()
        one.format = whole.format
        one.cursor = QTextCursor(block)
        one.cursor.movePosition(
            QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
        )
        yield one
        block = block.next()


def _at(cursor: QTextCursor) -> QTextCursor:
    first = QTextCursor(cursor)
    first.setPosition(cursor.selectionStart())
    return first


def _part(text: str, place: Place | None) -> Place:
    """What is set of a text: all of a usual one, whole lines around the place of a long one."""
    if len(text) <= MOST:
        return 0, len(text)
    start = max(0, (place[0] if place else 0) - MOST // 3)
    first = text.rfind("\n", 0, start) + 1
    return max(first, start - MOST // 3), min(len(text), start + MOST)


def _paragraph(right_to_left: bool, pitch: int) -> QTextBlockFormat:
    style = QTextBlockFormat()
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    style.setLayoutDirection(right if right_to_left else left)
    style.setLineHeight(pitch, int(QTextBlockFormat.LineHeightTypes.MinimumHeight.value))
    return style
