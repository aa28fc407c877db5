"""A titled list of lines, as high as its rows; long ones are cut until all are asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.models.line_model import Line, LineModel
from gui.panes.facet_section import FacetList
from gui.panes.line_row import LineRow
from gui.wording import Wording


class LineSection(QWidget):
    """Tells which line was chosen, by click or by key, and where a menu for it is wanted."""

    chosen = Signal(object, QPoint)
    menuWanted = Signal(object, QPoint)
    rowReached = Signal(QPoint, int)

    def __init__(
        self,
        title: str,
        appearance: Appearance,
        wording: Wording,
        parent: QWidget,
        *,
        most: int = 8,
        tall: bool = False,
        inset: int = 0,
    ) -> None:
        """``inset`` moves the title in, to where the rows' own text begins."""
        super().__init__(parent)
        self._appearance = appearance
        self._wording = wording
        self._most = most
        self._lines: tuple[Line, ...] = ()
        self._title = QLabel(title, self)
        self._title.setContentsMargins(inset, 0, inset, 0)
        self.model = LineModel(self)
        self.view = FacetList(self)
        self.view.setObjectName("lines")
        self.view.setAccessibleName(title)
        self.view.setModel(self.model)
        self.view.setItemDelegate(LineRow(appearance, self, tall=tall))
        self._all = QToolButton(self)
        self._all.setObjectName("link")
        self._all.clicked.connect(self._show_all)
        foot = QHBoxLayout()
        foot.addWidget(self._all)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self.view)
        column.addLayout(foot)
        column.addStretch(1)
        self.view.clicked.connect(self._choose)
        self.view.spacePressed.connect(self._choose)
        self.view.menuWanted.connect(self._want_menu)
        self.view.selectionModel().currentChanged.connect(self._tell_row)
        appearance.changed.connect(self._dress)
        self._dress()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the first lines; a section without any is not there."""
        self._lines = tuple(lines)
        self._show(self._lines[: self._most])
        self.setVisible(bool(lines))

    def _show(self, lines: tuple[Line, ...]) -> None:
        current = self.view.currentIndex().row()
        self.model.show(lines)
        self.view.setCurrentIndex(self.model.index(min(current, len(lines) - 1)))
        self.view.updateGeometry()
        count = len(self._lines)
        self._all.setText(self.tr("الكل (%1)").replace("%1", self._wording.number(count)))
        self._all.setVisible(count > len(lines))

    @Slot()
    def _show_all(self) -> None:
        self._show(self._lines)
        self.view.setFocus()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if (line := self.model.line(index)) is not None:
            self.chosen.emit(line.about, self.view.below(index))

    @Slot(QModelIndex, QModelIndex)
    def _tell_row(self, index: QModelIndex, _: QModelIndex) -> None:
        """The row that a key has reached, for what scrolls around this."""
        if index.isValid() and self.view.hasFocus():
            rect = self.view.visualRect(index)
            self.rowReached.emit(self.view.viewport().mapToGlobal(rect.center()), rect.height())

    @Slot(QModelIndex, QPoint)
    def _want_menu(self, index: QModelIndex, where: QPoint) -> None:
        if (line := self.model.line(index)) is not None:
            self.menuWanted.emit(line.about, where)

    @Slot()
    def _dress(self) -> None:
        self._title.setFont(self._appearance.font("strong"))
        self._all.setFont(self._appearance.font("small"))
        self.view.doItemsLayout()
        self.view.updateGeometry()
