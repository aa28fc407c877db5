"""From pairs of copies to families.

That A is a copy of B and B of C does not make A one of C: a report that grows from day to day
would draw a chain through a whole archive. So a family is a star (Aslam, Pelekhov and Rus 2004,
"The star clustering algorithm"): the article with the most copies and all its copies, each of
which is like it. The next star is made of what is left, and an article whose copies are all in
stars joins the one that holds most of them: the family reaches two steps from its centre, no
further. The outcome depends on the pairs alone, not on the order in which articles came in.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Set
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Hashable)


def stars(copies: Mapping[Key, Set[Key]], order: Callable[[Key], Any]) -> Iterator[frozenset[Key]]:
    """The families, of two or more; every article that has a copy is in one of them.

    Args:
        copies: each article with its copies; symmetric.
        order: decides between articles with as many copies; must tell any two apart.
    """
    left = set(copies)
    found: list[set[Key]] = []
    alone: list[Key] = []
    for centre in sorted(copies, key=lambda key: (-len(copies[key]), order(key))):
        if centre in left:
            star = {centre, *(copies[centre] & left)}
            left -= star
            if len(star) > 1:
                found.append(star)
            elif copies[centre]:
                alone.append(centre)
    joining = [(max(found, key=lambda star: len(star & copies[key])), key) for key in alone]
    for star, key in joining:
        star.add(key)
    yield from map(frozenset, found)


def component(start: Key, neighbours: Callable[[Key], Set[Key]]) -> dict[Key, Set[Key]]:
    """All that ``start`` is tied to through any number of pairs, each with its copies."""
    found: dict[Key, Set[Key]] = {}
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found[key] = neighbours(key)
            waiting += found[key] - found.keys()
    return found
