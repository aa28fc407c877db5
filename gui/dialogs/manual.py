"""The manual of ``resources/manual``, with its contents beside it; it lies beside the window."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextLength, QTextOption, QTextTable
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QWidget,
)

from gui.actions import COMMANDS, shown_keys, translated
from gui.appearance import Appearance
from gui.dialogs.fitting import column_in
from gui.panes.direction import show_hint
from resources import program, resource

_PLACE = Qt.ItemDataRole.UserRole
_SECTION = 2  # the level of headings that stand in the contents


class ManualDialog(QDialog):
    """One text to read, to search in, and to go through by its headings."""

    def __init__(self, appearance: Appearance, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("دليل الاستعمال"))
        self.setModal(False)
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(self.tr("محتويات الدليل"))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(self.tr("نص الدليل"))
        self.text.setOpenLinks(False)
        self.search = QLineEdit(self)
        show_hint(self.search, self.tr("ابحث في الدليل…"))
        self.search.setAccessibleName(self.tr("البحث في الدليل"))
        self.search.setClearButtonEnabled(True)
        self._fill(appearance, language)
        self.contents.currentItemChanged.connect(self._go)
        self.search.textEdited.connect(self._find_from_start)
        self.search.returnPressed.connect(self._find_next)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)
        halves = QSplitter(self)
        halves.addWidget(self.contents)
        halves.addWidget(self.text)
        halves.setStretchFactor(1, 1)
        halves.setSizes([appearance.px(220), appearance.px(640)])
        row = QHBoxLayout()
        row.addWidget(self.search)
        column = column_in(self)
        column.addLayout(row)
        column.addWidget(halves)
        self.resize(appearance.px(880), appearance.px(680))
        self.contents.setFocus()

    def _fill(self, appearance: Appearance, language: str) -> None:
        """Lay out the text and list its sections."""
        document = self.text.document()
        document.setDefaultFont(appearance.font("list_snippet"))
        document.setDocumentMargin(appearance.px(24))
        direction = QTextOption()
        direction.setTextDirection(self.layoutDirection())
        document.setDefaultTextOption(direction)
        self.text.setMarkdown(manual(language, right_to_left=self.isRightToLeft()))
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format().toTableFormat()
                form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                form.setCellPadding(appearance.px(6))
                form.setBorderCollapse(True)
                frame.setFormat(form)
        block = document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == _SECTION:
                item = QListWidgetItem(block.text(), self.contents)
                item.setData(_PLACE, block.position())
            block = block.next()

    @Slot()
    def _go(self) -> None:
        item = self.contents.currentItem()
        if item is not None:
            document = self.text.document()
            block = document.findBlock(item.data(_PLACE))
            top = document.documentLayout().blockBoundingRect(block).top()
            self.text.verticalScrollBar().setValue(round(top))

    @Slot()
    def _find_from_start(self) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._find_next()

    @Slot()
    def _find_next(self) -> None:
        sought = self.search.text()
        if sought and not self.text.find(sought):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(sought)


def manual(language: str, *, right_to_left: bool) -> str:
    """The manual's Markdown in "ar" or "en", with the keys and the program's name filled in."""
    text = resource("manual", f"{language}.md").read_text(encoding="utf-8")
    keys = "\n".join(
        f"| {shown_keys(command, right_to_left=right_to_left)} | {translated(command.text)} |"
        for command in COMMANDS
        if command.keys
    )
    text = text.replace("{keys}", keys).replace("{program}", program())
    return "\n".join(map(_turned, text.split("\n"))) if right_to_left else text


def _turned(line: str) -> str:
    """A table's row with its last cell first: Qt lays columns from the left in every language."""
    return "|".join(reversed(line.split("|"))) if line.startswith("|") else line
