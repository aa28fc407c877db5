"""A few numbers of a text that any copy of a part of it shares.

Winnowing (Schleimer, Wilkerson and Aiken 2003, "Winnowing: local algorithms for document
fingerprinting"): of every WINDOW runs of RUN words that follow each other the one with the least
hash is kept. Two texts with WINDOW + RUN - 1 words in common in one piece share a fingerprint for
certain, however long the rest of either is. Measured on 23,500 articles of twelve Saudi papers it
found 99.9 % of the pairs that are copies with 22 numbers an article, cut copies too; MinHash with
32 numbers in 16 bands found 99.2 % of the whole copies but 65 % of those cut short, for a copy of
the first third of a report has a third of its words in common with it.
"""

import re
import struct
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple
from zlib import crc32

from newsarchive.arabic.cutting import cutter
from newsarchive.arabic.fold import fold_word
from newsarchive.arabic.words import WORD

RUN = 5
WINDOW = 24
_DATELINE = re.compile(r"\s*(?:[^\n.!?؟؛:/–—ـ-]{1,40}?\s*(?:[:–—ـ-]+\s+|/[^/\n]{2,20}/\s*)){1,3}")
_DATELINE_WORDS = 8
_cut = cutter(fold_word)


class Signature(NamedTuple):
    """What is kept of a text to find its copies by.

    Attributes:
        words: how many words the text has.
        prints: its fingerprints, four bytes each, the least significant first.
    """

    words: int
    prints: bytes


def report_words(body: str) -> list[str]:
    """The folded words of a report, without the place and agency that open it."""
    opening = _DATELINE.match(body)
    start = opening.end() if opening else 0
    if start and len(WORD.findall(body, 0, start)) > _DATELINE_WORDS:
        start = 0
    return _cut(body[start:])


def _hashes(words: Sequence[str]) -> list[int]:
    """The hash of every run of RUN words in order; a shorter text is one run."""
    if not words:
        return []
    text = " ".join(words).encode("utf-8", "replace")
    encoded = text.split(b" ")
    if len(encoded) != len(words):  # «ﷺ» is one word and folded four
        encoded = [word.encode("utf-8", "replace") for word in words]
    ends = list(accumulate([len(word) + 1 for word in encoded], initial=0))
    runs = map(slice, ends, [end - 1 for end in ends[RUN:] or ends[-1:]])
    return list(map(crc32, map(text.__getitem__, runs)))


def signature(body: str) -> Signature:
    """The signature of a text."""
    words = report_words(body)
    prints = sorted(set(_winnowed(_hashes(words))))
    return Signature(len(words), struct.pack(f"<{len(prints)}I", *prints))


def fingerprints(prints: bytes) -> tuple[int, ...]:
    """The fingerprints of a signature, ascending, each once."""
    return struct.unpack(f"<{len(prints) // 4}I", prints)


def _winnowed(hashes: Sequence[int]) -> list[int]:
    """The least of every WINDOW hashes; of equals the last."""
    if len(hashes) <= WINDOW:
        return [min(hashes)] if hashes else []
    least, at = 0, -1
    kept: list[int] = []
    for end in range(WINDOW - 1, len(hashes)):
        if at <= end - WINDOW:
            window = hashes[end - WINDOW + 1 : end + 1]
            least = min(window)
            at = end - window[::-1].index(least)
        elif hashes[end] <= least:
            least, at = hashes[end], end
        else:
            continue
        kept.append(least)
    return kept
