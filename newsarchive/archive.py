"""The one door to an archive: open it, add to it, search it, read from it.

An Archive is used by one thread at a time. Any number of processes may have the same file open;
one of them writes. What another process wrote is seen after ``reload``.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from newsarchive.article import Copy, Difference, StoredArticle
from newsarchive.errors import StoreError
from newsarchive.opened import OpenFiles
from newsarchive.search.query import (
    Completion,
    Facet,
    Facets,
    FacetValue,
    Hit,
    Query,
    Results,
)

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from pyroaring import BitMap

    from newsarchive.index.refresh import Indexes
    from newsarchive.marks import Marking
    from newsarchive.names import Names
    from newsarchive.originals import Originals
    from newsarchive.saved import Saved
    from newsarchive.search.answers import Answers
    from newsarchive.sources import Sources
    from newsarchive.store.articles import AddResult, Incoming
    from newsarchive.store.check import Findings
    from newsarchive.store.connection import Store
    from newsarchive.store.imports import FileNote, Seen
    from newsarchive.trash import Trash


@dataclass(slots=True)
class Archive:
    """An open archive. Make one with ``Archive.open``."""

    _files: OpenFiles

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> "Archive":
        """Open the archive at ``path``; with ``create``, make it when it is not there.

        The index is opened as it is; ``refresh`` brings it up to the file.

        Raises:
            StoreError: the file is missing, locked, of a newer program, or no archive.
            DamagedError: the file is damaged.
        """
        return cls(OpenFiles.open(Path(path), create=create, read_only=read_only))

    @classmethod
    def open_to_read(cls, path: Path) -> "Archive":
        """Open the archive for reading; one of an older program is brought up to date first.

        Raises:
            StoreError, DamagedError: as ``open`` does.
        """
        try:
            return cls.open(path, read_only=True)
        except StoreError as error:
            if error.code != "store-older-read-only":
                raise
        cls.open(path).close()
        return cls.open(path, read_only=True)

    def close(self) -> None:
        """Let the files go."""
        self._files.close()

    @property
    def path(self) -> Path:
        """The archive's file."""
        return self._files.path

    @property
    def index_lost(self) -> bool:
        """Whether a broken index was thrown away since somebody last asked."""
        return self._files.index_lost

    @index_lost.setter
    def index_lost(self, is_lost: bool) -> None:
        self._files.index_lost = is_lost

    @property
    def _store(self) -> "Store":
        return self._files.store

    @property
    def _indexes(self) -> "Indexes":
        return self._files.indexes

    @property
    def _answers(self) -> "Answers":
        return self._files.answers

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Writing

    def add(
        self,
        batch: "Sequence[Incoming]",
        notes: "Sequence[FileNote]" = (),
        *,
        renews: bool = False,
    ) -> "AddResult":
        """Store articles, each once, and what became of the files they came from.

        With ``renews`` those the archive has take what is understood of them now. Repairs that the
        user did not want for a source are not made of it. All is on disk when this returns, and
        found once ``refresh`` has run.
        """
        from newsarchive.store.articles import add_articles

        wanted = self.originals.as_wanted(batch)
        return add_articles(self._store, wanted, notes, renews=renews)

    def note_imports(self, notes: "Sequence[FileNote]") -> None:
        """Remember what became of files that gave no article."""
        from newsarchive.store.imports import note_imports

        note_imports(self._store, notes)

    def unchanged(self, fingerprints: Iterable[str]) -> "dict[str, Seen]":
        """Files, by fingerprint, that were read to their end before, and what each held."""
        from newsarchive.store.imports import unchanged

        return unchanged(self._store, fingerprints)

    # The index

    def is_current(self) -> bool:
        """Whether a search would see every article of the file."""
        return self._files.is_current()

    def refresh(self, *, rebuild: bool = False) -> Iterator[int]:
        """Index what is not indexed yet; yields how many articles are done.

        While another process writes the index this does nothing: that process will do it.
        """
        yield from self._files.refresh(rebuild=rebuild)

    def index_agrees(self) -> bool:
        """Whether the index holds exactly what the file does; reads all of both."""
        return self._files.index_agrees()

    def reload(self) -> None:
        """See what another process has added; or the file that took the archive's place.

        Raises:
            StoreError: that file is no archive.
        """
        self._files.reload()

    def is_stale(self) -> bool:
        """Whether another process has changed what searches show, so that ``reload`` is due.

        Of a file that took the archive's place this is told once.
        """
        return self._files.is_stale()

    def claimed(self, what: str) -> "AbstractContextManager[bool]":
        """True within the block for the one process of this machine that does ``what`` now."""
        return self._files.claimed(what)

    # What belongs to it

    @property
    def names(self) -> "Names":
        """Who and what the archive names, and the corrections of it."""
        from newsarchive.names import Names

        return Names(self._store)

    @property
    def originals(self) -> "Originals":
        """What articles were read from, to be read again."""
        from newsarchive.originals import Originals

        return Originals(self._store)

    @property
    def marks(self) -> "Marking":
        """Stars, tags and notes."""
        from newsarchive.marks import Marking

        return Marking(self._store)

    @property
    def trash(self) -> "Trash":
        """Articles that were deleted, for as long as they can be brought back."""
        from newsarchive.trash import Trash

        return Trash(self._store)

    @property
    def saved(self) -> "Saved":
        """Searches kept by name."""
        from newsarchive.saved import Saved

        return Saved(self._store, self.ids)

    @property
    def sources(self) -> "Sources":
        """Where articles come from, as far as the user has said."""
        from newsarchive.sources import Sources

        return Sources(self._store)

    def families_behind(self) -> int:
        """How many articles have not been looked through for copies: those of an older archive."""
        from newsarchive.store.families import uncompared

        return uncompared(self._store)

    def find_families(self, *, again: bool = False) -> Iterator[int]:
        """Look for copies of articles that were not compared; yields how many are done.

        What an import adds is compared as it comes in. ``refresh`` then lets searches see it.

        Args:
            again: forget what was found and compare all articles.
        """
        from newsarchive.store.families import catch_up, forget

        if again:
            forget(self._store)
        yield from catch_up(self._store)

    def check(self) -> "Findings":
        """Verify the file: pages, references, stored bytes. See ``store.check``."""
        from newsarchive.store.check import check

        return check(self._store)

    def mend(self) -> None:
        """Make again what SQLite keeps beside the tables, from the tables.

        Raises:
            DamagedError: the tables themselves cannot be read; nothing was changed.
        """
        from newsarchive.store.check import mend

        mend(self._store)

    # Reading

    def count(self) -> int:
        """Articles in the archive."""
        from newsarchive.store.articles import count

        return count(self._store)

    def article(self, number: int) -> StoredArticle:
        """An article, whole.

        Raises:
            StoreError: there is none with this number.
        """
        from newsarchive.store.articles import article

        return article(self._store, number)

    def family(self, number: int) -> tuple[Copy, ...]:
        """The other articles that print the same report, by date; those in the trash left out."""
        from newsarchive.store.families import family

        return family(self._store, number)

    def related(self, number: int, count: int = 5) -> tuple[Copy, ...]:
        """Articles about the same persons and bodies, the closest first; no copies of it."""
        from newsarchive.search.related import related
        from newsarchive.store.articles import rows_for

        rows = rows_for(self._store, related(self._indexes.facets, number, count), 1)
        return tuple(Copy(row.id, row.title, row.outlet, row.published) for row in rows)

    def differences(self, first: int, second: int) -> tuple[Difference, ...]:
        """Two articles' bodies side by side, sentence by sentence.

        Raises:
            StoreError: there is none with one of these numbers.
        """
        from newsarchive.families.differences import differences

        return differences(self.article(first).article.body, self.article(second).article.body)

    def original(self, number: int) -> bytes:
        """The bytes an article was read from, as imported."""
        from newsarchive.store.articles import original

        return original(self._store, number)

    def unread(self) -> tuple[int, ...]:
        """Numbers of the articles that show pictures of text that nothing has read."""
        from newsarchive.store.articles import unread

        return unread(self._store)

    def prepare(self) -> None:
        """Read what words are looked up in, so that the first one typed need not wait for it."""
        self._files.look().prepare()

    def search(self, query: Query, limit: int = 20) -> Results:
        """The first page, ready to paint, and the exact total."""
        return self._files.look().search(query, limit)

    def page(self, query: Query, limit: int = 20) -> Results:
        """The first page, and the total where it is known by then; else ``total`` tells it."""
        return self._files.look().page(query, limit)

    def total(self, query: Query) -> int:
        """How many articles the query finds, exactly."""
        return self._files.look().total(query)

    def rows(self, query: Query, first: int, count: int) -> tuple[Hit, ...]:
        """Hits ``first`` to ``first + count`` in the query's order, counted from 0."""
        return self._files.look().rows(query, first, count)

    def ids(self, query: Query) -> "BitMap":
        """The numbers of all articles of a query, of all copies also where they count once."""
        return self._files.look().ids(query)

    def numbers(self, query: Query, first: int, count: int) -> list[int]:
        """The numbers of articles ``first`` to ``first + count`` in the query's order, from 0."""
        return self._files.look().numbers(query, first, count)

    def facets(self, query: Query, top: int = 10) -> Facets:
        """Counts over the very query that makes the list."""
        return self._files.look().facets(query, top)

    def facet_values(
        self,
        query: Query,
        facet: Facet,
        contains: str = "",
        first: int = 0,
        count: int = 200,
        *,
        by_name: bool = False,
    ) -> tuple[FacetValue, ...]:
        """A page of one facet's values in the query, those whose name holds a text.

        The commonest come first; ``by_name`` those that a dictionary has first.
        """
        return self._files.look().facet_values(
            query, facet, contains, first, count, by_name=by_name
        )

    def days(self, query: Query, since: dt.date, until: dt.date) -> dict[dt.date, int]:
        """Articles of each day of a range that has some; the query's own range is left aside."""
        return self._files.look().days(query, since, until)

    def complete(
        self, line: str, cursor: int | None = None, limit: int = 8
    ) -> tuple[Completion, ...]:
        """Proposals for what is being typed before ``cursor``, by default at the line's end."""
        return self._files.look().complete(line, cursor, limit)

    def highlights(self, query: Query, text: str) -> tuple[tuple[int, int], ...]:
        """The [start, end) characters of ``text`` that the query's words match."""
        return self._files.look().highlights(query, text)
