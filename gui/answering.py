"""What the archive answers, shown in list, facets and article as long as it is still asked."""

import datetime as dt

from PySide6.QtCore import QObject, Signal, Slot

from gui import glance
from gui.answers import Counted, Days, Loosened, Total, Values
from gui.asking import Asking
from gui.navigation import Navigation
from gui.panes.article_list import ArticleList, Empty
from gui.panes.article_page import ArticlePage
from gui.panes.facet_sidebar import FacetSidebar
from gui.searching import Searching
from gui.settings import Settings
from gui.wording import Wording
from newsarchive.search.query import Facet, Query, Results, Sort, heeds_marks


class Answering(QObject):
    """Tells when something else is shown than before.

    Attributes:
        whole: the last results of the whole archive.
    """

    begun = Signal()

    def __init__(
        self,
        asking: Asking,
        navigation: Navigation,
        searching: Searching,
        settings: Settings,
        sidebar: FacetSidebar,
        rows: ArticleList,
        page: ArticlePage,
    ) -> None:
        super().__init__(page)
        self.whole: Results | None = None
        self._asking, self._navigation, self._searching = asking, navigation, searching
        self._settings, self._sidebar, self._rows, self._page = settings, sidebar, rows, page
        self._shown: Query | None = None
        asking.daysArrived.connect(self._show_days)
        asking.facetsArrived.connect(self._show_counts)
        asking.loosenedArrived.connect(self._show_ways)
        asking.resultsArrived.connect(self.show_results)
        asking.totalArrived.connect(self._show_total)
        asking.valuesArrived.connect(self._show_found)
        rows.sortChosen.connect(self._order)
        rows.wayChosen.connect(navigation.ask)
        settings.changed.connect(self._follow_setting)
        sidebar.cycled.connect(navigation.cycle)
        sidebar.daysWanted.connect(self._ask_days)
        sidebar.excluded.connect(self._exclude)
        sidebar.rangeChosen.connect(navigation.between)
        sidebar.sought.connect(self._seek_values)

    @Slot(object)
    def _order(self, sort: Sort) -> None:
        """The list is ordered so from now on, at the next start too."""
        self._settings.set("sort", sort.value)
        self._navigation.order(sort)

    def toggle_once(self) -> None:
        """Count the copies of a report once, or each, from now on and at the next start too."""
        once = not self._navigation.query.once
        self._settings.set("once", int(once))
        self._navigation.count_once(once)

    @Slot(str)
    def _follow_setting(self, key: str) -> None:
        if key == "sort":
            self._navigation.order(Sort(self._settings.text("sort")))

    @Slot(object)
    def show_results(self, results: Results) -> None:
        """Show the first page, or what to do when there is nothing."""
        if results.query != self._navigation.query:
            return
        article = self._navigation.article
        again = results.query == self._shown
        if glance.is_whole(results.query):
            self.whole = results
        self._shown = results.query
        keep = article is not None and (again or self._navigation.returned)
        left = again and heeds_marks(results.query) and results.total < self._rows.total
        self._rows.show_results(results, article, keep=keep, again=again, left=left)
        self._searching.show_results(results)
        if not again:
            self.begun.emit()
        if not results.total:
            self._show_nothing(results.query)
        elif article is not None and article == self._navigation.article:
            self._asking.read(article, results.query)

    def _show_nothing(self, query: Query) -> None:
        whole = glance.is_whole(query)
        self._rows.show_empty(Empty.NO_ARTICLES if whole else Empty.NO_RESULT)
        self._page.show_article(None)
        if not whole:
            from gui.loosening import ways

            self._asking.loosen(query, ways(query))

    @Slot(object)
    def _show_ways(self, loosened: Loosened) -> None:
        if loosened.query == self._navigation.query:
            from gui.loosening import told

            wording = Wording.of(self._settings)
            self._rows.show_ways([(told(way, n, wording), way.query) for way, n in loosened.ways])

    @Slot(object)
    def _show_total(self, found: Total) -> None:
        if found.query == self._shown == self._navigation.query:
            self._rows.show_total(found)

    @Slot(object)
    def _show_counts(self, counted: Counted) -> None:
        if counted.query == self._navigation.query:
            self._sidebar.show_counts(counted)

    @Slot(object, object)
    def _ask_days(self, since: dt.date, until: dt.date) -> None:
        self._asking.days(self._navigation.query, since, until)

    @Slot(object)
    def _show_days(self, days: Days) -> None:
        if days.query == self._navigation.query:
            self._sidebar.show_days(days)

    @Slot(object)
    def _show_found(self, found: Values) -> None:
        self._sidebar.show_found(found, self._navigation.query)

    @Slot(object, str)
    def _exclude(self, facet: Facet, value: str) -> None:
        self._navigation.choose(facet, value, exclude=True)

    @Slot(object, str)
    def _seek_values(self, facet: Facet, contains: str) -> None:
        if contains:
            self._asking.values(self._navigation.query, facet, contains, 0, 12)
        else:
            self._asking.ask(self._navigation.query)
