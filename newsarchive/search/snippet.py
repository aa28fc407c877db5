"""Highlights on the original letters, and the best piece of an article to show.

A snippet is the window of the text that holds most of the words sought, counted once each, and
of those the earliest; it starts and ends between words.
"""

from newsarchive.search.finder import TIERS, Found
from newsarchive.search.query import Snippet

LENGTH = 220
_MANY = 9
_PLACES = {tier: place for place, tier in enumerate(TIERS)}


def why(found: list[Found], sought: int) -> str:
    """The weakest of the tiers that each sought word's best match stands in; "" without words."""
    if not sought or not found:
        return ""
    best: dict[int, int] = {}
    for match in found:
        best[match.sought] = min(best.get(match.sought, len(TIERS)), _PLACES[match.tier])
    return TIERS[max(best.values())]


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
    highest = len({match.sought for match in found}) + _MANY / 100
    for n, first in enumerate(found):
        sought: set[int] = set()
        count = 0
        for match in found[n:]:
            if match.end - first.start > length * 4 // 5:
                break
            sought.add(match.sought)
            count += 1
        score = len(sought) + min(count, _MANY) / 100
        if score > best_score:
            best, best_score = first.start, score
        if score >= highest:
            break
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
