"""Hits as rows of a list: the total and, page by page, the rows that are drawn."""

from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from gui.background import Background
from newsarchive.brief import Marks
from newsarchive.search.query import Hit, Query, Results

Index = QModelIndex | QPersistentModelIndex
Rows = Callable[[Query, int, int], tuple[Hit, ...]]
Fetched = tuple[Query, int, tuple[Hit, ...]]

HitRole = int(Qt.ItemDataRole.UserRole)
PAGE = 50
PAGES_KEPT = 64
PAGES_WANTED = 4
NO_INDEX = QModelIndex()


class ArticleListModel(QAbstractListModel):
    """The hits of the current query, fetched in the background as they are drawn.

    A row that has not arrived has no hit; it tells ``dataChanged`` when it does. While one scrolls
    fast only the pages asked for last are fetched.
    """

    fetchFailed = Signal(object)

    def __init__(self, rows: Rows, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._background = background
        self._query = Query()
        self._total = 0
        self._pages: OrderedDict[int, tuple[Hit, ...]] = OrderedDict()
        self._cut: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fetch)
        background.done.connect(self._arrived)
        background.failed.connect(self._failed)

    def show(self, results: Results) -> None:
        """Replace every row by those of ``results``; a page it has a part of is fetched later."""
        self.beginResetModel()
        self._query = results.query
        self._total = results.total
        self._pages.clear()
        self._cut.clear()
        self._wanted.clear()
        for first in range(0, len(results.hits), PAGE):
            page = results.hits[first : first + PAGE]
            self._pages[first // PAGE] = page
            if len(page) < min(PAGE, self._total - first):
                self._cut.add(first // PAGE)
        self._background.cancel()
        self.endResetModel()

    def grow(self, query: Query, total: int) -> None:
        """Go on to the end of a result whose first rows are shown."""
        if query == self._query and total > self._total:
            number = (self._total - 1) // PAGE
            if len(self._pages.get(number, ())) < min(PAGE, total - number * PAGE):
                self._cut.add(number)
            self.beginInsertRows(NO_INDEX, self._total, total - 1)
            self._total = total
            self.endInsertRows()

    def remark(self, numbers: Collection[int], change: Callable[[Marks], Marks]) -> None:
        """Show what stands now on the articles with these numbers, where they are shown."""
        for number, page in self._pages.items():
            if any(hit.id in numbers for hit in page):
                self._pages[number] = tuple(
                    replace(hit, marks=change(hit.marks)) if hit.id in numbers else hit
                    for hit in page
                )
                first = number * PAGE
                self.dataChanged.emit(self.index(first), self.index(first + len(page) - 1))

    @property
    def query(self) -> Query:
        """The query whose hits these are."""
        return self._query

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many hits there are, fetched or not."""
        return 0 if parent.isValid() else self._total

    def hit(self, row: int) -> Hit | None:
        """The hit of ``row``, or None while it is being fetched."""
        number, offset = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None or (offset >= len(page) and number in self._cut):
            self._want(number)
            return None
        self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None

    def loaded(self, row: int) -> Hit | None:
        """The hit of ``row`` if it is here; it is not fetched for that."""
        page = self._pages.get(row // PAGE, ())
        return page[row % PAGE] if row % PAGE < len(page) else None

    def row_of(self, article: int) -> int | None:
        """The row of an article number among the rows fetched so far."""
        for number, page in self._pages.items():
            for offset, hit in enumerate(page):
                if hit.id == article:
                    return number * PAGE + offset
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title to show, the whole hit for ``HitRole``, or what a screen reader says."""
        if not index.isValid():
            return None
        if role not in {HitRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        hit = self.hit(index.row())
        if role == HitRole or hit is None:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title.text
        copies = self.tr("في %1 صحيفة", "", hit.outlets) if hit.outlets > 1 else ""
        copies = copies.replace("%1", str(hit.outlets))
        star = self.tr("بنجمة") if hit.marks.starred else ""
        tags = hit.marks.tags
        parts = (hit.title.text, star, hit.outlet, copies, hit.section, *tags, hit.snippet.text)
        return "، ".join(filter(None, parts))

    def _want(self, number: int) -> None:
        self._wanted[number] = None
        self._wanted.move_to_end(number)
        while len(self._wanted) > PAGES_WANTED:
            self._wanted.popitem(last=False)
        if not self._background.busy and not self._soon.isActive():
            self._soon.start(0)

    @Slot()
    def _fetch(self) -> None:
        if not self._wanted:
            return
        number, _ = self._wanted.popitem()
        query, rows = self._query, self._rows
        self._background.run(lambda: (query, number, rows(query, number * PAGE, PAGE)))

    @Slot(object)
    def _arrived(self, fetched: Fetched) -> None:
        query, number, hits = fetched
        if query == self._query:
            self._pages[number] = hits
            self._cut.discard(number)
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
            last = min((number + 1) * PAGE, self._total) - 1
            self.dataChanged.emit(self.index(number * PAGE), self.index(last))
        self._fetch()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._wanted.clear()
        self.fetchFailed.emit(error)
