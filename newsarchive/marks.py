"""What readers put on articles: the star, tags, notes. Searches and facets show it at once.

A Marking is reached through ``Archive.marks`` and lives as long as the archive is open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsarchive.article import STAR, Marks
from newsarchive.store.tags import RenamedTag as RenamedTag

if TYPE_CHECKING:
    from newsarchive.store.connection import Store


def line_of(line: str, tag: str, after: str) -> str:
    """A typed line that asks for ``after`` where it asked for a tag by its name."""
    from newsarchive.search.fields import called_otherwise
    from newsarchive.search.query import Facet

    return called_otherwise(line, Facet.TAG, tag, after)


@dataclass(frozen=True, slots=True)
class Marking:
    """Stars, tags and notes of one archive."""

    _store: "Store"

    @property
    def version(self) -> int:
        """Another number than before when anything has been put on or taken off since."""
        from newsarchive.store.marks import version

        return version(self._store)

    def of(self, number: int) -> Marks:
        """What stands on an article."""
        from newsarchive.store.marks import marks_on

        return marks_on(self._store, (number,)).get(number, Marks())

    def star(self, numbers: Iterable[int], *, on: bool = True) -> tuple[int, ...]:
        """Put the star on articles, or take it off; gives the numbers of those it changed.

        Raises:
            StoreError: the archive cannot be written.
        """
        from newsarchive.store.marks import star

        return star(self._store, numbers, on=on)

    def tag(self, numbers: Iterable[int], name: str, *, on: bool = True) -> tuple[int, ...]:
        """Tag articles, or take the tag off; gives the numbers of those it changed.

        A tag that is there in another spelling is that tag. One that no article has is gone.

        Raises:
            StoreError: the name is empty, or the archive cannot be written.
        """
        from newsarchive.store.marks import tag

        return tag(self._store, numbers, name, on=on)

    def rename_tag(self, name: str, after: str) -> RenamedTag:
        """Call a tag otherwise, or make it one with the tag that is called so in any spelling.

        Saved searches that ask for it follow.

        Raises:
            StoreError: the name is empty, or the archive cannot be written.
        """
        from newsarchive.store.tags import rename

        return rename(self._store, name, after, line_of)

    def part_tags(self, done: RenamedTag) -> None:
        """Take a renaming back.

        Raises:
            StoreError: the archive cannot be written.
        """
        from newsarchive.store.tags import part

        part(self._store, done)

    def note(self, number: int, text: str) -> str:
        """Write an article's note, "" for none; gives the note it had.

        Raises:
            StoreError: there is no such article, or the archive cannot be written.
        """
        from newsarchive.store.marks import note

        return note(self._store, number, text)

    def tags_on(self, numbers: Iterable[int]) -> tuple[tuple[str, int, int], ...]:
        """Every tag, how many articles have it, and how many of these; by name."""
        from newsarchive.store.marks import tagged

        these = frozenset(numbers)
        return tuple(
            (name, len(some), sum(number in these for number in some))
            for name, some in tagged(self._store)
            if name != STAR
        )

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag and how many articles have it, by name."""
        from newsarchive.store.marks import tagged

        return tuple((name, len(some)) for name, some in tagged(self._store) if name != STAR)
