"""How much of what was typed one passage of an article holds.

Many words of a long query stand in a long article by chance, pages apart, and the engine counts
them all the same. Of the articles that it ranks first, those with the words in their title and in
one passage are what the query tells about. Measured on sentences of articles typed again without
their small words, the one meant came first in 95 of 100 searches instead of 89.
"""

from collections.abc import Sequence

from newsarchive.search.finder import Finder, Found

FEWEST_WORDS = 3
PASSAGE = 300
"""Characters, some fifty words."""
_WORTH = {"stem": 0.25, "relative": 0.2, "prefix": 0.2, "near": 0.25}
"""So little that a passage with other forms of words stands behind an article with the words."""
_WORTH_IN_TITLE = {"stem": 0.6, "relative": 0.6, "prefix": 0.2, "near": 0.25}
_TITLE = 0.5
"""Measured on descriptions written before any search; little for half of the words: its cube."""


def is_told_by_passages(finder: Finder) -> bool:
    """Whether so many words are sought that they may stand in an article by chance."""
    return len({*finder.things}) >= FEWEST_WORDS


def best_passage(finder: Finder, title: str, body: str) -> float:
    """The share of the words sought that title and best passage hold together, from 0 to 1.

    A word in another form counts for less. What the title tells of adds up to a half: that which
    has most of the words, in whatever form, is what the article is about.
    """
    things, in_title = finder.things, finder.find(title)
    held = _held({}, in_title, things)
    found = finder.find(body)
    best, start = sum(held.values()), 0
    for end, last in enumerate(found, 1):
        while found[start].start < last.end - PASSAGE:
            start += 1
        best = max(best, sum(_held(held, found[start:end], things).values()))
    sought = len({*things})
    titled = sum(_held({}, in_title, things, _WORTH_IN_TITLE).values())
    return best / sought + _TITLE * (titled / sought) ** 3


def _held(
    before: dict[int, float],
    found: Sequence[Found],
    things: Sequence[int],
    worth: dict[str, float] = _WORTH,
) -> dict[int, float]:
    """What each thing sought is worth by its best form among these and before."""
    held = dict(before)
    for one in found:
        thing = things[one.sought]
        held[thing] = max(held.get(thing, 0.0), worth.get(one.tier, 1.0))
    return held
