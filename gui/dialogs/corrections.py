"""Every correction ever made: who, when, what; taken back, made again, shared as a file.

What the program joined by itself is shown among them when it is asked for.
"""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import Appearance
from gui.describing import author, correction_text, kind_name
from gui.dialogs.fitting import fit
from gui.models.line_model import Line, LineModel
from gui.panes.empty_state import EmptyState
from gui.panes.line_row import LineRow
from gui.panes.tick_box import TickBox
from gui.wording import Wording, isolated
from newsarchive.correction import MadeCorrection


class CorrectionsDialog(QDialog):
    """The last first; Delete takes the current one back, or makes it again."""

    wanted = Signal()
    undoWanted = Signal(object)
    againWanted = Signal(object)
    exportWanted = Signal()
    importWanted = Signal()

    def __init__(self, appearance: Appearance, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("تصحيحات الأسماء"))
        self._wording = wording
        self.state = QLabel(self)
        self.state.setObjectName("quietLabel")
        self._all: tuple[MadeCorrection, ...] = ()
        self.model = LineModel(self, self._line)
        self.view = QListView(self)
        self.view.setAccessibleName(self.windowTitle())
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(self.model)
        self.view.setItemDelegate(LineRow(appearance, self, tall=True))
        self.empty = EmptyState(appearance, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self.automatic = TickBox(self.tr("وما وصله البرنامج أو أخفاه"), appearance, self)
        self.undo = self._button(self.tr("تراجع عنه"))
        self.give = self._button(self.tr("تصدير…"))
        self.take = self._button(self.tr("استيراد…"))
        self._close = self._button(self.tr("إغلاق"))
        self._place()
        self.view.selectionModel().currentChanged.connect(self._name_undo)
        self.automatic.toggled.connect(lambda: self.show_history(self._all))
        self.undo.clicked.connect(self._turn)
        self.give.clicked.connect(self.exportWanted)
        self.take.clicked.connect(self.importWanted)
        self._close.clicked.connect(self.reject)
        fit(self, appearance.px(640), appearance.px(560))
        self.view.setFocus()
        self._name_undo()

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    def _place(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.undo)
        foot.addSpacing(16)
        foot.addWidget(self.give)
        foot.addWidget(self.take)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.state)
        column.addWidget(self._stack, 1)
        column.addWidget(self.automatic)
        column.addLayout(foot)

    @property
    def current(self) -> MadeCorrection | None:
        """The correction that the keys act on."""
        line = self.model.line(self.view.currentIndex())
        return line.about if line is not None else None

    @Slot()
    def begin(self) -> None:
        """Ask for all corrections."""
        self.wanted.emit()

    def show_history(self, history: Iterable[MadeCorrection]) -> None:
        """Show all corrections, those of the program if wanted; the current row stays."""
        row = max(0, self.view.currentIndex().row())
        self._all = tuple(history)
        made = [one for one in self._all if not one.ground or self.automatic.isChecked()]
        self.model.show(reversed(made))
        self.view.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1)))
        held = sum(one.undone_at is None for one in self._all if not one.ground)
        text = self.tr("%1 تصحيح قائم", "", held)
        self.state.setText(text.replace("%1", self._wording.number(held)))
        self.state.setVisible(bool(made))
        self._name_undo()
        if made:
            self._stack.setCurrentWidget(self.view)
        else:
            self._say_empty()

    def _say_empty(self) -> None:
        if self._all:
            hint = self.tr("لم تصحح اسمًا بعد. ما وصله البرنامج أو أخفاه يظهر بالخيار أدناه.")
        else:
            hint = self.tr("ما تصححه من الأسماء، في المرشحات أو في المقال، تجده هنا وتتراجع عنه.")
        self.empty.show_text("cutting", self.tr("لا تصحيحات بعد"), hint, "")
        self._stack.setCurrentWidget(self.empty)

    def _line(self, made: MadeCorrection) -> Line:
        one, wording = made.correction, self._wording
        parts = [kind_name(one.kind), author(made), wording.day(made.made_at.date())]
        if one.articles:
            count = self.tr("في %1 مقال", "", len(one.articles))
            parts.append(count.replace("%1", wording.number(len(one.articles))))
        note = " · ".join(isolated(part) for part in parts)
        undone = made.undone_at is not None
        figure = self.tr("تُراجع عنه") if undone else ""
        return Line(correction_text(one), note, figure, about=made, is_past=undone)

    @Slot()
    def _turn(self) -> None:
        made = self.current
        if made is not None and made.undone_at is None:
            self.undoWanted.emit(made)
        elif made is not None:
            self.againWanted.emit(made.correction)

    @Slot(QModelIndex, QModelIndex)
    def _name_undo(self, *_: QModelIndex) -> None:
        made = self.current
        undone = made is not None and made.undone_at is not None
        self.undo.setText(self.tr("إعادته") if undone else self.tr("تراجع عنه"))
        self.undo.setEnabled(made is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete does what its button says."""
        if event.key() == Qt.Key.Key_Delete:
            self._turn()
        else:
            super().keyPressEvent(event)
