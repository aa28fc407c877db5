"""One facet: its name, its commonest values, a search within, and the way to all values."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSizePolicy,
    QSpacerItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import Appearance
from gui.icons import icon
from gui.models.facet_model import FacetModel
from gui.panes.direction import keep_direction, show_hint
from gui.panes.facet_row import BOX, GAP, MARGIN, FacetRow
from gui.wording import Wording
from newsarchive.search.query import Facet, FacetValue, Query

EDGE, INSIDE = 16, 8  # pixels beside the way to all values, and within it beside its text
SHOWN = {
    Facet.PERSON: 7,
    Facet.ORGANISATION: 7,
    Facet.SECTION: 5,
    Facet.TAG: 7,
    Facet.PLACE: 5,
    Facet.SOURCE: 5,
}


class FacetSection(QWidget):
    """Tells which value was clicked, what is looked for within, and when all are wanted."""

    cycled = Signal(object, str)
    excluded = Signal(object, str)
    sought = Signal(object, str)
    allWanted = Signal(object)
    menuWanted = Signal(object, str, QPoint)

    def __init__(
        self,
        facet: Facet,
        title: str,
        appearance: Appearance,
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.facet = facet
        self._appearance = appearance
        self._wording = wording
        self._title = QLabel(title, self)
        self._search = QToolButton(self)
        self._search.setObjectName("quiet")
        self._search.setCheckable(True)
        self._search.setToolTip(self.tr("ابحث بين القيم"))
        self._search.setAccessibleName(self.tr("ابحث في %1").replace("%1", title))
        self._search.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.field = QLineEdit(self)
        show_hint(self.field, self._search.accessibleName())
        self.field.setAccessibleName(self._search.accessibleName())
        self.field.hide()
        keep_direction(self.field)
        self.model = FacetModel(facet, self)
        self.view = FacetList(self)
        self.view.setAccessibleName(title)
        self.view.setModel(self.model)
        self.view.setItemDelegate(FacetRow(appearance, wording, self))
        self._all = QToolButton(self)
        self._all.setObjectName("link")
        self._all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        header = QHBoxLayout()
        header.setContentsMargins(16, 0, 16, 0)
        header.addWidget(self._title, 1)
        header.addWidget(self._search)
        within = QHBoxLayout()
        within.setContentsMargins(16, 0, 16, 4)
        within.addWidget(self.field)
        self._indent = QSpacerItem(0, 0)
        self._foot = foot = QHBoxLayout()
        foot.setContentsMargins(EDGE, 0, EDGE, 0)
        foot.setSpacing(0)
        foot.addSpacerItem(self._indent)
        foot.addWidget(self._all)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(2)
        column.addLayout(header)
        column.addLayout(within)
        column.addWidget(self.view)
        column.addLayout(foot)
        self._total = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(30)
        self._pause.timeout.connect(lambda: self.sought.emit(self.facet, self.field.text()))
        self._connect()
        self._dress()

    def _connect(self) -> None:
        self.field.textEdited.connect(self._pause.start)
        self._search.toggled.connect(self._open_search)
        self._all.clicked.connect(lambda: self.allWanted.emit(self.facet))
        self.view.clicked.connect(self._cycle)
        self.view.spacePressed.connect(self._cycle)
        self.view.minusPressed.connect(
            lambda index: self.excluded.emit(self.facet, str(index.data()))
        )
        self.view.menuWanted.connect(
            lambda index, where: self.menuWanted.emit(self.facet, str(index.data()), where)
        )
        self._appearance.changed.connect(self._dress)

    def show_values(
        self, values: tuple[FacetValue, ...], distinct: int, total: int, query: Query
    ) -> None:
        """Show the commonest values; those sought within stay until the field is emptied."""
        self._total = total
        if self.field.text():
            self.model.mark(query)
            self.sought.emit(self.facet, self.field.text())
            return
        self._show(commonest(values, query, self.facet), distinct, query)
        self.setVisible(bool(values))

    def show_found(self, values: tuple[FacetValue, ...], query: Query) -> None:
        """Show the values that were sought within."""
        if self.field.text():
            self._show(values, len(values), query)

    def _show(self, values: tuple[FacetValue, ...], distinct: int, query: Query) -> None:
        current = self.view.currentIndex().row()
        self.model.show(values, self._total, query)
        self.view.setCurrentIndex(self.model.index(min(current, len(values) - 1)))
        self.view.updateGeometry()
        more = distinct > len(values)
        self._all.setVisible(more)
        if more:
            text = self.tr("كل القيم (%1)")
            self._all.setText(text.replace("%1", self._wording.number(distinct)))

    @Slot(bool)
    def _open_search(self, open_now: bool) -> None:
        self.field.setVisible(open_now)
        if open_now:
            self.field.setFocus()
        elif self.field.text():
            self.field.clear()
            self.sought.emit(self.facet, "")

    @Slot(QModelIndex)
    def _cycle(self, index: QModelIndex) -> None:
        if index.isValid():
            self.cycled.emit(self.facet, str(index.data()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the search within."""
        if event.key() == Qt.Key.Key_Escape and self._search.isChecked():
            self._search.setChecked(False)
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _dress(self) -> None:
        look = self._appearance
        self._title.setFont(look.font("strong"))
        self._search.setIcon(icon("search", look.colour("muted"), look.px(16)))
        self._search.setIconSize(QSize(look.px(16), look.px(16)))
        self._all.setFont(look.font("small"))
        self._indent.changeSize(look.px(MARGIN + BOX + GAP) - EDGE - INSIDE, 0)
        self._foot.invalidate()
        self.view.doItemsLayout()
        self.view.updateGeometry()


def commonest(values: tuple[FacetValue, ...], query: Query, facet: Facet) -> tuple[FacetValue, ...]:
    """The first few values and those that were chosen."""
    chosen = {choice.value for choice in query.choices if choice.facet == facet}
    return tuple(v for n, v in enumerate(values) if n < SHOWN[facet] or v.name in chosen)


class FacetList(QListView):
    """As high as its rows, so that the whole sidebar scrolls and no list does by itself."""

    menuWanted = Signal(QModelIndex, QPoint)
    spacePressed = Signal(QModelIndex)
    minusPressed = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setTabKeyNavigation(False)

    def sizeHint(self) -> QSize:
        """High enough for every row."""
        return QSize(120, max(0, self.sizeHintForRow(0)) * self.model().rowCount())

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return self.sizeHint()

    def below(self, index: QModelIndex) -> QPoint:
        """Where on the screen a menu of a row begins."""
        rect = self.visualRect(index)
        corner = rect.bottomRight() if self.isRightToLeft() else rect.bottomLeft()
        return self.viewport().mapToGlobal(corner)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the row under the pointer, or by key for the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.menuWanted.emit(index, self.below(index) if by_key else event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space cycles a value, minus excludes it; the arrows pass on to the next list."""
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self.spacePressed.emit(index)
            case Qt.Key.Key_Minus if index.isValid():
                self.minusPressed.emit(index)
            case Qt.Key.Key_Down if index.row() >= self.model().rowCount() - 1:
                self.focusNextChild()
            case Qt.Key.Key_Up if index.row() <= 0:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A row is current as soon as one arrives by key."""
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The wheel belongs to the sidebar."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return False
        return super().viewportEvent(event)
