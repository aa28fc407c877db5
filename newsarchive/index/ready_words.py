"""What the commonest words stand for, kept beside the bitmaps: a new process need not work it out.

Of the words of a thousand new articles four in five are among these. They are written down when
bitmaps were folded, for only that changes the terms' numbers; what was written before the last
folding is not believed.
"""

import sqlite3
import struct
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from newsarchive.arabic.stem import light_stem
from newsarchive.index.postings import Postings
from newsarchive.index.terms import Numbers, Ready

_NAME = "ready_words"
_HEAD = struct.Struct("=QI")
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class ReadyWords:
    """The words of one index file that are ready."""

    database: sqlite3.Connection
    postings: Postings

    def keep(self, words: Iterable[str]) -> None:
        """Write down what these words stand for, of those that the vocabulary has."""
        numbers = Numbers(self.postings.numbers)
        known = [word for word in words if self._is_known(word)]
        found = [numbers.of(word) for word in known]
        listed = [number for some in found for number in some]
        head = _HEAD.pack(self.postings.folds, len(known))
        sizes = array("B", map(len, found)).tobytes()
        text = " ".join(known).encode()
        packed = zlib.compress(head + sizes + array("I", listed).tobytes() + text, _LEVEL)
        self.database.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (_NAME, packed))

    def _is_known(self, word: str) -> bool:
        row = self.database.execute(
            "SELECT 1 FROM word WHERE stem = ? AND word = ?", (light_stem(word), word)
        ).fetchone()
        return row is not None

    def read(self) -> Ready:
        """The numbers that each of these words stands for; none once more was folded."""
        row = self.database.execute("SELECT value FROM state WHERE name = ?", (_NAME,)).fetchone()
        if row is None:
            return {}
        data = zlib.decompress(row[0])
        folds, count = _HEAD.unpack_from(data)
        if folds != self.postings.folds:
            return {}
        sizes = data[_HEAD.size : _HEAD.size + count]
        end = _HEAD.size + count + array("I").itemsize * sum(sizes)
        listed = iter(array("I", data[_HEAD.size + count : end]))
        words = data[end:].decode().split()
        return {word: tuple(islice(listed, size)) for word, size in zip(words, sizes, strict=True)}
