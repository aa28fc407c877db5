"""The files of an open archive, its own and its index's: opened together, followed as they change.

Other processes write them too, make an index anew or put another file in the archive's place. Here
it is seen to that searches answer from files that are whole and belong together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsarchive.errors import IndexDamageError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from newsarchive.index.refresh import Indexes
    from newsarchive.search.answers import Answers
    from newsarchive.store.changes import Stamp
    from newsarchive.store.connection import Store


@dataclass(slots=True)
class OpenFiles:
    """The store, the indexes, and what they answer as they are. Make one with ``OpenFiles.open``.

    Attributes:
        index_lost: a broken index was thrown away since somebody last asked.
    """

    path: Path
    store: "Store"
    indexes: "Indexes"
    answers: "Answers"
    index_lost: bool = False
    _shown: "Stamp | None" = None
    _is_noticed: bool = False

    @classmethod
    def open(cls, path: Path, *, create: bool = False, read_only: bool = False) -> "OpenFiles":
        """Open them; see ``Archive.open``."""
        from newsarchive.index.location import index_folder
        from newsarchive.index.refresh import open_indexes
        from newsarchive.search.answers import Answers
        from newsarchive.store.connection import open_store

        store = open_store(path, create=create, read_only=read_only)
        indexes = open_indexes(index_folder(path, store.archive_id))
        return cls(path, store, indexes, Answers(store, indexes), _shown=indexes.stamp())

    def close(self) -> None:
        """Let the files go."""
        self.indexes.close()
        self.store.close()

    def is_current(self) -> bool:
        """Whether a search would see every article of the file."""
        from newsarchive.index.refresh import is_current

        return is_current(self.store, self.indexes)

    def refresh(self, *, rebuild: bool = False) -> Iterator[int]:
        """Index what is not indexed yet; yields how many articles are done.

        While another process writes the index this does nothing: that process will do it.
        """
        from newsarchive.index.refresh import refresh

        self._follow_files()
        if rebuild:
            self._begin_index_again()
        try:
            yield from refresh(self.store, self.indexes)
        except IndexDamageError as fault:
            if fault.code == "index-busy":
                self.reload()
                return
            self._begin_index_again()
            yield from refresh(self.store, self.indexes)
        self._shown = self.indexes.stamp()
        self.answers.forget()

    def _is_sound(self) -> bool:
        from newsarchive.index.refresh import is_sound

        return is_sound(self.indexes)

    def _follow_files(self) -> None:
        """Open the index that another process has made anew; throw one away that is broken."""
        from newsarchive.index.refresh import is_replaced, open_indexes

        if is_replaced(self.indexes):
            folder = self.indexes.folder
            self.indexes.close()
            self._answer_from(open_indexes(folder))
        elif not self._is_sound():
            self._begin_index_again()
            self.index_lost = self.indexes.stamp() is None

    def _begin_index_again(self) -> None:
        from newsarchive.index.refresh import begin_again

        self._answer_from(begin_again(self.indexes))

    def _answer_from(self, indexes: "Indexes") -> None:
        from newsarchive.search.answers import Answers

        self.indexes, self.answers = indexes, Answers(self.store, indexes)

    def reload(self) -> None:
        """See what another process has added; or the file that took the archive's place.

        Raises:
            StoreError: that file is no archive.
        """
        from newsarchive.store.changes import touched

        self._follow_archive()
        self._follow_files()
        is_new = self.indexes.reload(partial(touched, self.store, self._shown))
        self._shown = self.indexes.stamp()
        if is_new:
            self.answers.forget()

    def is_stale(self) -> bool:
        """Whether another process has changed what searches show, so that ``reload`` is due.

        Of a file that took the archive's place this is told once.
        """
        from newsarchive.index.refresh import is_replaced
        from newsarchive.store import connection

        if connection.is_replaced(self.store):
            before, self._is_noticed = self._is_noticed, True
            return not before
        return is_replaced(self.indexes) or self.indexes.stamp() != self._shown

    def _follow_archive(self) -> None:
        """Open the file that another program has put in the archive's place."""
        from newsarchive.index.location import index_folder
        from newsarchive.index.refresh import open_indexes
        from newsarchive.store.connection import is_replaced, open_store

        if is_replaced(self.store):
            store = open_store(self.path, read_only=self.store.read_only)
            self.store.close()
            self.indexes.close()
            self.store = store
            self._answer_from(open_indexes(index_folder(self.path, store.archive_id)))
            self._is_noticed = False

    def look(self) -> "Answers":
        """Search no index that is not as it was written, and find what readers put on articles.

        A broken index is thrown away: nothing is found, and ``is_current`` is false, until
        ``refresh`` has made another.
        """
        self._follow_files()
        if self.indexes.facets.follow(self.store):
            self.answers.forget()
        return self.answers

    def index_agrees(self) -> bool:
        """Whether the index holds exactly what the file does; reads all of both."""
        from newsarchive.index.verify import agrees

        return self._is_sound() and agrees(self.store, self.indexes)

    def claimed(self, what: str) -> "AbstractContextManager[bool]":
        """True within the block for the one process of this machine that does ``what`` now."""
        from newsarchive.index.claim import claimed

        return claimed(self.indexes.folder, what)
