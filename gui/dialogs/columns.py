"""Which column of a table holds which part of an article: rows to see, a choice for each part."""

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import Appearance
from gui.dialogs.tables import LEADING
from gui.language import QT_TRANSLATE_NOOP
from gui.panes.drop_down import DropDown
from gui.panes.wrapped import Wrapped
from gui.wording import isolated
from newsarchive.columns import Table

PARTS = (
    ("title", QT_TRANSLATE_NOOP("parts", "العنوان")),
    ("body", QT_TRANSLATE_NOOP("parts", "النص")),
    ("date", QT_TRANSLATE_NOOP("parts", "التاريخ")),
    ("section", QT_TRANSLATE_NOOP("parts", "القسم")),
    ("outlet", QT_TRANSLATE_NOOP("parts", "المصدر")),
    ("author", QT_TRANSLATE_NOOP("parts", "الكاتب")),
    ("url", QT_TRANSLATE_NOOP("parts", "الرابط")),
    ("subtitle", QT_TRANSLATE_NOOP("parts", "العنوان الفرعي")),
    ("summary", QT_TRANSLATE_NOOP("parts", "الملخص")),
    ("language", QT_TRANSLATE_NOOP("parts", "اللغة")),
)
WHY = {
    "name": QT_TRANSLATE_NOOP("parts", "من اسمه"),
    "content": QT_TRANSLATE_NOOP("parts", "من محتواه"),
    "user": QT_TRANSLATE_NOOP("parts", "باختيارك"),
}
_ARTICLE = ("title", "body", "summary")
_PAIRS = 2
_CELL = 160


class ColumnsDialog(QDialog):
    """Shows the guess and the article it would make; Enter takes it, ``chosen`` tells it."""

    chosen = Signal(dict)

    def __init__(self, table: Table, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("أعمدة الجدول"))
        self._table, self._appearance = table, appearance
        question = Wrapped(
            self.tr("أي عمود في %1 هو العنوان، وأيها النص؟").replace(
                "%1", isolated(f"«{PurePath(table.name).name}»")
            ),
            self,
        )
        question.setFont(appearance.font("strong"))
        self.rows = self._rows()
        self.boxes: dict[str, DropDown] = {}
        self._reasons: dict[str, QLabel] = {}
        self.title, self.meta = Wrapped(parent=self), Wrapped(parent=self)
        self.text = QTextBrowser(self)
        self._dress_preview()
        buttons = QDialogButtonBox(self)
        self.take = QPushButton(self.tr("استيراد"), self)
        self.take.setDefault(True)
        skip = QPushButton(self.tr("تخطي هذا الملف"), self)
        skip.setAutoDefault(False)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(skip, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(question)
        column.addWidget(self.rows)
        column.addLayout(self._choices())
        for widget in (self.title, self.meta):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.rows.currentCellChanged.connect(self._preview)
        self.rows.setCurrentCell(0, 0)
        self._preview()
        self.resize(appearance.px(860), appearance.px(740))
        self.boxes["title"].setFocus()

    def _rows(self) -> QTableWidget:
        columns = self._table.columns
        count = max((len(column.samples) for column in columns), default=0)
        rows = QTableWidget(count, len(columns), self)
        rows.horizontalHeader().setDefaultAlignment(LEADING)
        rows.setAccessibleName(self.tr("صفوف من الجدول"))
        rows.setHorizontalHeaderLabels([isolated(column.name) for column in columns])
        rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        rows.setTabKeyNavigation(False)
        rows.setShowGrid(False)
        rows.setWordWrap(False)
        rows.verticalHeader().hide()
        for place, column in enumerate(columns):
            for row, sample in enumerate(column.samples):
                line = " ".join(sample[:_CELL].split())
                rows.setItem(row, place, QTableWidgetItem(isolated(line)))
            rows.setColumnWidth(place, self._appearance.px(_CELL))
        height = rows.horizontalHeader().sizeHint().height() + count * rows.rowHeight(0)
        rows.setFixedHeight(height + rows.horizontalScrollBar().sizeHint().height() + 4)
        return rows

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, (part, text) in enumerate(PARTS):
            label = QLabel(QCoreApplication.translate("parts", text), self)
            box = DropDown(self._appearance, self)
            box.setAccessibleName(label.text())
            policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            box.setSizeAdjustPolicy(policy)
            box.addItem(self.tr("بلا عمود"), "")
            for column in self._table.columns:
                box.addItem(isolated(column.name), column.name)
            box.setCurrentIndex(max(0, box.findData(self._table.mapping.column(part))))
            box.currentIndexChanged.connect(lambda _, part=part: self._choose(part))
            label.setBuddy(box)
            reason = QLabel(self)
            reason.setObjectName("quietLabel")
            reason.setFont(self._appearance.font("small"))
            row, pair = divmod(place, _PAIRS)
            for shift, widget in enumerate((label, box, reason)):
                grid.addWidget(widget, row, 3 * pair + shift)
            grid.setColumnStretch(3 * pair + 1, 1)
            self.boxes[part], self._reasons[part] = box, reason
            self._show_reason(part, self._table.mapping.why(part) or "")
        return grid

    def _dress_preview(self) -> None:
        look = self._appearance
        self.title.setFont(look.font("list_title"))
        self.meta.setFont(look.font("small"))
        self.meta.setObjectName("quietLabel")
        self.text.setFont(look.font("list_snippet"))
        self.text.setAccessibleName(self.tr("المقال كما سيُقرأ"))
        self.text.setTabChangesFocus(True)
        edge = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        for label in (self.title, self.meta):
            label.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)

    def choices(self) -> dict[str, str]:
        """Part to column, "" for none: what was changed, and what no known name tells."""
        found = {}
        for part, box in self.boxes.items():
            guessed, now = self._table.mapping.column(part), str(box.currentData())
            if now != guessed or (now and self._table.mapping.why(part) != "name"):
                found[part] = now
        return found

    @Slot(str)
    def _choose(self, part: str) -> None:
        """A column is taken from the part that had it before."""
        column = self.boxes[part].currentData()
        for other, box in self.boxes.items():
            if other != part and column and box.currentData() == column:
                box.setCurrentIndex(0)
        self._show_reason(part, "user")
        self._preview()

    def _show_reason(self, part: str, why: str) -> None:
        text = QCoreApplication.translate("parts", WHY[why]) if why else ""
        self._reasons[part].setText(text if self.boxes[part].currentData() else "")

    @Slot()
    def _preview(self) -> None:
        """Show the current row as the article it would be."""
        parts = {part: self._sample(str(box.currentData())) for part, box in self.boxes.items()}
        has_article = any(self.boxes[part].currentData() for part in _ARTICLE)
        self.take.setEnabled(has_article)
        self.title.setText(parts["title"])
        meta = (parts[name] for name in ("section", "outlet", "date", "author", "url"))
        self.meta.setText(" · ".join(isolated(text) for text in meta if text))
        asked = self.tr("اختر عمود العنوان أو عمود النص.")
        self.text.setPlainText(parts["body"] or parts["summary"] if has_article else asked)

    def _sample(self, column: str) -> str:
        row = max(0, self.rows.currentRow())
        samples = next((c.samples for c in self._table.columns if c.name == column), ())
        return samples[row] if row < len(samples) else ""

    @Slot()
    def _take(self) -> None:
        self.chosen.emit(self.choices())
        self.accept()
