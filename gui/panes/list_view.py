"""The rows of the list of articles: how they are chosen, starred and left by keys and clicks."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.models.article_list_model import HitRole
from gui.panes.article_row import ArticleRow


class ListView(QTableView):
    """One column of rows of one height: what Qt scrolls fastest through a million rows."""

    readWanted = Signal()
    deleteWanted = Signal()
    pageWanted = Signal(int)
    starClicked = Signal(int)
    menuWanted = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        down.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(10)
        self.doubleClicked.connect(lambda _: self.readWanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads; Space pages through the article, Shift+Space back; Home and End go far."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.readWanted.emit()
            case Qt.Key.Key_Delete if not event.modifiers():
                self.deleteWanted.emit()
            case Qt.Key.Key_Space if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.pageWanted.emit(-1 if back else 1)
            case Qt.Key.Key_Home:
                self._go_to(0)
            case Qt.Key.Key_End:
                self._go_to(self.model().rowCount() - 1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a row's star is for the star and selects nothing."""
        row = self._star_at(event)
        if row is None:
            super().mousePressEvent(event)
        else:
            self.starClicked.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks on a star are two clicks."""
        row = self._star_at(event)
        if row is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.starClicked.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the rows selected."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        rect = self.visualRect(self.currentIndex())
        corner = self.viewport().mapToGlobal(rect.center())
        self.menuWanted.emit(corner if by_key else event.globalPos())

    def _star_at(self, event: QMouseEvent) -> int | None:
        place = event.position().toPoint()
        index, drawn = self.indexAt(place), self.itemDelegate()
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return None
        if not isinstance(drawn, ArticleRow):
            return None
        hit, rtl = index.data(HitRole), self.isRightToLeft()
        if hit is None or not drawn.star_area(
            self.visualRect(index), hit, right_to_left=rtl
        ).contains(place):
            return None
        return index.row()

    def _go_to(self, row: int) -> None:
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
