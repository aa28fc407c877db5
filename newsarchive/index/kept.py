"""Stars, tags and notes for searching: held in memory, read again when the store has others.

Readers make them by hand, so they are few and must be found at once: no index is made of them.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from pyroaring import BitMap

from newsarchive.arabic.stem import bare
from newsarchive.arabic.terms import folded_words
from newsarchive.store import marks
from newsarchive.store.connection import Store

TAG = "tag"


@dataclass(slots=True)
class Kept:
    """What is kept as of one version of the store.

    Attributes:
        tags: each tag's articles, the star's under its sign, the commonest first.
    """

    tags: dict[str, BitMap] = field(default_factory=dict)
    _version: int = -1
    _notes: dict[int, str] = field(default_factory=dict)
    _words: dict[int, tuple[str, frozenset[str]]] = field(default_factory=dict)

    def follow(self, store: Store) -> bool:
        """Read again what the store has; False when it has what was read."""
        version = marks.version(store)
        if version == self._version:
            return False
        self._version = version
        sets = [(name, BitMap(numbers)) for name, numbers in marks.tagged(store)]
        self.tags = dict(sorted(sets, key=lambda one: -len(one[1])))
        self._notes = marks.notes(store)
        return True

    def noted(self, words: Collection[str]) -> BitMap:
        """Articles whose note holds all these words, folded and bare; of no words, any note."""
        wanted = frozenset(words)
        return BitMap([n for n, text in self._notes.items() if wanted <= self._held(n, text)])

    def _held(self, number: int, text: str) -> frozenset[str]:
        known = self._words.get(number)
        if known is None or known[0] != text:
            known = text, frozenset(map(bare, folded_words(text)))
            self._words[number] = known
        return known[1]
