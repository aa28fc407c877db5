"""Questions to the archive, asked on the worker thread; answers come back as signals."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.answers import (
    Compared,
    Completed,
    Counted,
    Days,
    FoundWithin,
    Loosened,
    Opened,
    Related,
    Total,
    Values,
)
from gui.background import Background, Worker
from gui.glance import is_whole
from newsarchive.search.query import Facet, Hit, Query, Results

if TYPE_CHECKING:
    from gui.loosening import Way
    from newsarchive.archive import Archive

FIRST_PAGE = 24
ROWS_AT_ONCE = 500
PROPOSED = 8
MOST_WAYS = 6
REST = 120  # milliseconds after which who stays with an article is not merely passing it


class Asking(QObject):
    """Asks one archive: the open article first, then the list, its total, its facets.

    The latest request wins. A list shown before is asked for together with its total, so that what
    is in view stays there.
    """

    archiveOpened = Signal()
    resultsArrived = Signal(object)
    totalArrived = Signal(object)
    facetsArrived = Signal(object)
    articleArrived = Signal(object)
    valuesArrived = Signal(object)
    daysArrived = Signal(object)
    completionsArrived = Signal(object)
    foundWithin = Signal(object)
    relatedArrived = Signal(object)
    shaped = Signal(str)
    foldersArrived = Signal(object)
    comparedArrived = Signal(object)
    numbersArrived = Signal(object)
    articlesArrived = Signal(object)
    failed = Signal(object)
    openFailed = Signal(object)
    indexBehind = Signal()
    indexLost = Signal()
    unreadCounted = Signal(int)
    settled = Signal()
    left = Signal()
    marksArrived = Signal(object)
    loosenedArrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker()
        self._archive: Archive | None = None
        self.marks: int | None = None
        self._shown: Query | None = None
        self._is_prepared = False
        self._own_marks = 0
        self._looking = Background(self._worker, 8, self)
        self._looking.done.connect(self.marksArrived)
        self._opening = self._background(0, self._opened)
        self._opening.failed.connect(self.openFailed)
        self._leaving = self._background(0, lambda _: self.left.emit())
        self._article = self._background(1, self._tell_article, self.failed)
        self._results = self._background(2, self._listed, self.failed)
        self.rows_background = self._background(3, lambda _: None)
        self._totals = self._background(4, self.totalArrived.emit, self.failed)
        self._facets = self._background(4, self._count, self.failed)
        self._values = self._background(5, self.valuesArrived.emit, self.failed)
        self._loosened = self._background(5, self.loosenedArrived.emit)
        self._days = self._background(5, self.daysArrived.emit, self.failed)
        self._compared = self._background(5, self.comparedArrived.emit, self.failed)
        self._completions = self._background(5, self.completionsArrived.emit)
        self._numbers = self._background(5, self.numbersArrived.emit, self.failed)
        self._articles = self._background(5, self.articlesArrived.emit, self.failed)
        self._related = self._background(6, self.relatedArrived.emit)
        self._read: int | None = None
        self._resting = QTimer(self, singleShot=True, interval=REST)
        self._resting.timeout.connect(self._relate)
        self._shaping = self._background(1, self.shaped.emit)
        self._within = self._background(1, self.foundWithin.emit)
        self._currency = self._background(6, self._tell_state)
        self._folders = self._background(7, self.foldersArrived.emit)
        self._following = self._background(8, self._reload_stale)
        self._preparing = Background(self._worker, 9, self)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        asked = (self._opening, self._article, self._results, self._facets, self._currency)
        others = (
            self._totals,
            self._completions,
            self._within,
            self._related,
            self._shaping,
            self.rows_background,
        )
        return self._resting.isActive() or any(one.busy for one in (*asked, *others))

    def open(self, path: Path, *, create: bool = False) -> None:
        """Open the archive file, in place of the one open now."""
        before, self._archive = self._archive, None

        def work() -> "Archive":
            from newsarchive.archive import Archive

            if create and not path.exists():
                Archive.open(path, create=True).close()
            archive = Archive.open_to_read(path)
            if before is not None:
                before.close()
            return archive

        self._opening.run(work)

    def leave(self) -> None:
        """Let the archive go, so that its file can be replaced; ``left`` tells when it is gone."""
        archive = self._let_go()
        self._leaving.run(archive.close if archive is not None else lambda: None)

    def use(self, archive: Any) -> None:
        """Ask an archive that is open already."""
        self._opened(archive)

    def reload(self) -> None:
        """See what another process wrote meanwhile; then ``archiveOpened`` comes again."""
        archive = self._archive
        if archive is None:
            return

        def work() -> "Archive":
            archive.reload()
            return archive

        self._opening.run(work)

    def follow(self) -> None:
        """Reload when another window or program has changed what is shown."""
        archive = self._archive
        if archive is not None and not self._opening.busy:
            self._following.run(archive.is_stale)

    def _reload_stale(self, is_stale: bool) -> None:
        if is_stale:
            self.reload()

    def ask(self, query: Query) -> None:
        """Ask for the first page of ``query``, then for what it lacks of its total and facets."""
        archive = self._archive
        if archive is not None:
            self._totals.cancel()
            self._facets.cancel()
            find = archive.search if query == self._shown or is_whole(query) else archive.page
            self._results.run(lambda: (archive.marks.version, find(query, FIRST_PAGE)))

    def count(self, query: Query, own_marks: int = 0) -> None:
        """Ask for the facets of ``query`` alone: what is found is as it was.

        ``own_marks``: how often the window itself put marks on articles or took them off just now,
        and shows it already.
        """
        self._own_marks += own_marks
        archive = self._archive
        if archive is not None:
            self._facets.run(lambda: (archive.marks.version, Counted(query, archive.facets(query))))

    def loosen(self, query: Query, ways: "Sequence[Way]") -> None:
        """Ask how many articles each way of asking for less would find; none are left out."""
        archive = self._archive

        def work() -> Loosened:
            found = ((way, archive.total(way.query)) for way in ways) if archive else ()
            return Loosened(query, tuple(one for one in found if one[1])[:MOST_WAYS])

        self._loosened.run(work)

    def look(self) -> None:
        """Ask what tells whether others have put marks on articles."""
        archive = self._archive
        if archive is not None and not self._looking.busy:
            self._looking.run(lambda: archive.marks.version)

    def rows(self, query: Query, first: int, count: int) -> tuple[Hit, ...]:
        """Rows of the list from ``first`` on; called on the worker thread."""
        return self._archive.rows(query, first, count) if self._archive else ()

    def read(self, article: int, query: Query) -> None:
        """Ask for an article and for what ``query`` matches in it."""
        archive = self._archive
        if archive is None:
            return

        def work() -> Opened:
            stored = archive.article(article)
            return Opened(
                stored,
                archive.highlights(query, stored.article.title),
                archive.highlights(query, stored.article.body),
                archive.family(article),
            )

        self._article.run(work)

    def days(self, query: Query, since: dt.date, until: dt.date) -> None:
        """Ask how many articles each day of a range has."""
        archive = self._archive
        if archive is not None:
            self._days.run(lambda: Days(query, since, until, archive.days(query, since, until)))

    def values(
        self,
        query: Query,
        facet: Facet,
        contains: str,
        first: int,
        count: int,
        by_name: bool = False,
    ) -> None:
        """Ask for values of one facet beyond the commonest, or ``by_name`` in their order."""
        archive = self._archive
        if archive is not None:
            self._values.run(
                lambda: Values(
                    facet,
                    contains,
                    first,
                    archive.facet_values(query, facet, contains, first, count, by_name=by_name),
                    by_name,
                )
            )

    def complete(self, line: str, cursor: int) -> None:
        """Ask how a line may go on from before its character ``cursor``."""
        archive = self._archive
        if archive is not None:
            self._completions.run(
                lambda: Completed(line, cursor, archive.complete(line, cursor, PROPOSED))
            )

    def find_within(self, texts: tuple[str, ...], wanted: str) -> None:
        """Ask where words stand in some texts, in any spelling."""
        from newsarchive.arabic.within import occurrences

        self._within.run(
            lambda: FoundWithin(texts, tuple(occurrences(text, wanted) for text in texts))
        )

    def shape(self, text: str) -> None:
        """Ask for text joined and in the order it is seen, for what draws letters one by one."""

        def work() -> str:
            from newsarchive.arabic.display import shaped

            return shaped(text)

        self._shaping.run(work)

    def _tell_article(self, opened: Opened) -> None:
        """What is related to it is found once the reader stays with it, when all else is done."""
        self.articleArrived.emit(opened)
        self._read = opened.stored.id
        self._resting.start()

    @Slot()
    def _relate(self) -> None:
        archive, number = self._archive, self._read
        if archive is not None and number is not None:
            self._related.run(lambda: Related(number, archive.related(number)))
        else:
            self._settle()

    def folders(self) -> None:
        """Ask which folders the archive watches."""
        archive = self._archive
        if archive is not None:
            self._folders.run(archive.sources.folders)

    def compare(self, first: int, second: int) -> None:
        """Ask what sets two articles apart."""
        archive = self._archive
        if archive is not None:
            self._compared.run(lambda: Compared(first, second, archive.differences(first, second)))

    def numbers(self, query: Query, rows: Iterable[tuple[int, int]]) -> None:
        """Ask which articles stand in rows of a result, each (first, count)."""
        self._numbers.run(lambda: tuple(self._numbers_of(query, rows)))

    def articles(self, query: Query, rows: Iterable[tuple[int, int]]) -> None:
        """Ask for the articles, whole, that stand in rows of a result, each (first, count)."""
        archive = self._archive
        if archive is not None:
            self._articles.run(
                lambda: tuple(archive.article(n) for n in self._numbers_of(query, rows))
            )

    def _numbers_of(self, query: Query, rows: Iterable[tuple[int, int]]) -> Iterator[int]:
        for first, count in sorted(rows):
            for start in range(first, first + count, ROWS_AT_ONCE):
                end = min(start + ROWS_AT_ONCE, first + count)
                yield from (hit.id for hit in self.rows(query, start, end - start))

    def close(self) -> None:
        """Close the archive and end the thread."""
        archive = self._let_go()
        if archive is not None:
            self._worker.start(archive.close, 900)
        self._worker.stop()

    def _let_go(self) -> "Archive | None":
        """Drop what is still asked; the archive that was asked, to be closed."""
        archive, self._archive = self._archive, None
        self._resting.stop()
        for background in self.findChildren(Background):
            background.cancel()
        return archive

    def _background(
        self, priority: int, done: Callable[[Any], object], failed: Any = None
    ) -> Background:
        background = Background(self._worker, priority, self)
        background.done.connect(done)
        background.done.connect(self._settle)
        if failed is not None:
            background.failed.connect(failed)
        background.failed.connect(self._settle)
        return background

    def _opened(self, archive: "Archive") -> None:
        self._archive, self._is_prepared = archive, False
        self.archiveOpened.emit()
        self._currency.run(
            lambda: (
                archive.is_current() and not archive.families_behind(),
                len(archive.unread()),
            )
        )

    def _tell_state(self, state: tuple[bool, int]) -> None:
        is_current, unread = state
        self.unreadCounted.emit(unread)
        if not is_current:
            self.indexBehind.emit()

    def _count(self, found: tuple[int, Counted]) -> None:
        now, counted = found
        if self.marks is not None and now == self.marks + self._own_marks:
            self.marks, self._own_marks = now, 0
        self.facetsArrived.emit(counted)

    def _listed(self, found: tuple[int, Results]) -> None:
        archive = self._archive
        (self.marks, results), self._own_marks = found, 0
        if archive is not None:
            self._shown = results.query
            if not results.is_counted:
                query = results.query
                self._totals.run(lambda: Total(query, archive.total(query)))
            self.count(results.query)
            self.resultsArrived.emit(results)
            if archive.index_lost:
                archive.index_lost = False
                self.indexLost.emit()

    @Slot()
    def _settle(self) -> None:
        if not self.busy:
            self.settled.emit()
            if self._archive is not None and not self._is_prepared:
                self._is_prepared = True  # all that a start shows is there
                self._preparing.run(self._archive.prepare)
