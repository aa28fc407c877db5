"""All values of one facet in a list that fetches as it scrolls, with a search within."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QWidget,
)

from gui.answers import Values
from gui.appearance import Appearance
from gui.dialogs.fitting import closing, column_in
from gui.models.facet_model import FacetModel
from gui.panes.direction import keep_direction, show_hint
from gui.panes.drop_down import DropDown
from gui.panes.facet_row import FacetRow
from gui.wording import Wording
from newsarchive.search.query import Facet, Query

PAGE = 200


class AllValuesDialog(QDialog):
    """Asks for pages of values; a click or Space treats a value as in the sidebar."""

    wanted = Signal(object, str, int, int, bool)
    cycled = Signal(object, str)
    menuWanted = Signal(object, str, QPoint)

    def __init__(
        self, facet: Facet, title: str, appearance: Appearance, wording: Wording, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._query = Query()
        self._whole = False
        self._asked = 0
        self.field = QLineEdit(self)
        show_hint(self.field, self.tr("ابحث بين القيم"))
        self.field.setAccessibleName(self.tr("ابحث بين القيم"))
        self.field.setClearButtonEnabled(True)
        self.order = DropDown(appearance, self)
        self.order.addItems([self.tr("الأكثر أولًا"), self.tr("حسب الحروف")])
        self.order.setAccessibleName(self.tr("ترتيب القيم"))
        self.order.currentIndexChanged.connect(self.begin)
        keep_direction(self.field)
        self.model = FacetModel(facet, self)
        self.view = QListView(self)
        self.view.setAccessibleName(title)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(self.model)
        self.view.setItemDelegate(FacetRow(appearance, wording, self))
        buttons = closing(self)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined] # they are push buttons
        column = column_in(self)
        above = QHBoxLayout()
        above.addWidget(self.field, 1)
        above.addWidget(self.order)
        column.addLayout(above)
        for widget in (self.view, buttons):
            column.addWidget(widget)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(30)
        self._pause.timeout.connect(self.begin)
        self.field.textEdited.connect(self._pause.start)
        self.view.clicked.connect(self._cycle)
        self.view.activated.connect(self._cycle)
        self.view.verticalScrollBar().valueChanged.connect(self._fetch_on)
        self.resize(QSize(appearance.px(420), appearance.px(560)))

    @Slot()
    def begin(self) -> None:
        """Ask for the first values that hold what is typed."""
        self._asked = 0
        self.wanted.emit(self.model.facet, self.field.text(), 0, PAGE, self.by_name)

    @property
    def by_name(self) -> bool:
        """Whether the values stand in the order of a dictionary."""
        return self.order.currentIndex() == 1

    def show_query(self, query: Query) -> None:
        """Mark what ``query`` chooses."""
        self._query = query
        self.model.mark(query)

    def show_values(self, found: Values) -> None:
        """Show a page of values, unless it answers an older question."""
        asked = (self.model.facet, self.field.text(), self.by_name)
        if (found.facet, found.contains, found.by_name) != asked:
            return
        self._whole = len(found.values) < PAGE
        if found.first:
            self.model.extend(found.values)
        else:
            largest = max((value.count for value in found.values), default=1)
            self.view.scrollToTop()
            self.model.show(found.values, largest, self._query)

    @Slot(int)
    def _fetch_on(self, place: int) -> None:
        bar = self.view.verticalScrollBar()
        rows = self.model.rowCount()
        near = place >= bar.maximum() - bar.pageStep()
        if not self._whole and rows > self._asked and near:
            self._asked = rows
            self.wanted.emit(self.model.facet, self.field.text(), rows, PAGE, self.by_name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for the value under the pointer, or by key for the current one."""
        where = self.view.viewport().mapFromGlobal(event.globalPos())
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.view.currentIndex() if by_key else self.view.indexAt(where)
        if by_key:
            where = self.view.visualRect(index).center()
        if index.isValid():
            corner = self.view.viewport().mapToGlobal(where)
            self.menuWanted.emit(self.model.facet, str(index.data()), corner)

    @Slot(QModelIndex)
    def _cycle(self, index: QModelIndex) -> None:
        self.cycled.emit(self.model.facet, str(index.data()))
