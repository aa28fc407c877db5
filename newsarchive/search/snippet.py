"""Highlights on the original letters, and the best piece of an article to show.

A snippet is the window of the text that holds most of the words sought, counted once each, and
of those the earliest; it starts and ends between words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.arabic.fold import fold_word
from newsarchive.arabic.words import WORD
from newsarchive.search.match import WordTest
from newsarchive.search.query import Snippet

LENGTH = 220
_TIERS = ("folded", "clitics", "stem", "relative", "prefix", "near")


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a text that matched: its span, which sought word, and in which tier."""

    start: int
    end: int
    sought: int
    tier: str


class Finder:
    """Finds a query's words in texts. What it learns of a spelling serves all later texts."""

    def __init__(self, tests: Sequence[WordTest]) -> None:
        self.sought = len(tests)
        self._tests = tuple(tests)
        self._known: dict[str, tuple[int, str] | None] = {}

    def find(self, text: str) -> list[Found]:
        """Every word of ``text`` that matches one of the sought words."""
        if not self._tests:
            return []
        known, found = self._known, []
        for match in WORD.finditer(text):
            word = match.group()
            if word not in known:
                known[word] = self._match(fold_word(word))
            best = known[word]
            if best is not None:
                found.append(Found(match.start(), match.end(), *best))
        return found

    def _match(self, word: str) -> tuple[int, str] | None:
        """Which sought word a folded word stands for, in its best tier."""
        tiers = ((n, tier) for n, test in enumerate(self._tests) if (tier := test(word)))
        return min(tiers, key=lambda pair: _TIERS.index(pair[1]), default=None)


def why(found: list[Found], sought: int) -> str:
    """The weakest of the tiers that each sought word's best match stands in; "" without words."""
    if not sought or not found:
        return ""
    best: dict[int, int] = {}
    for match in found:
        best[match.sought] = min(best.get(match.sought, 9), _TIERS.index(match.tier))
    return _TIERS[max(best.values())]


def snippet(text: str, found: list[Found], length: int = LENGTH) -> Snippet:
    """About ``length`` characters of ``text`` around its best matches."""
    start = _best_start(found, length)
    if start > 0:
        start = _word_start(text, max(0, start - length // 5))
    end = _word_end(text, start + length)
    shown = text[start:end]
    lead, tail = ("… " if start > 0 else ""), (" …" if end < len(text) else "")
    shift = len(lead) - start
    highlights = tuple(
        (m.start + shift, m.end + shift) for m in found if start <= m.start and m.end <= end
    )
    return Snippet(lead + _one_line(shown) + tail, highlights)


def _best_start(found: list[Found], length: int) -> int:
    best, best_score = 0, 0.0
    for n, first in enumerate(found):
        sought: set[int] = set()
        count = 0
        for match in found[n:]:
            if match.end - first.start > length * 4 // 5:
                break
            sought.add(match.sought)
            count += 1
        score = len(sought) + min(count, 9) / 100
        if score > best_score:
            best, best_score = first.start, score
    return best


def _word_start(text: str, place: int) -> int:
    space = text.rfind(" ", 0, place + 1)
    line = text.rfind("\n", 0, place + 1)
    return max(space, line) + 1


def _word_end(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.find(" ", place)
    return len(text) if space < 0 else space


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
