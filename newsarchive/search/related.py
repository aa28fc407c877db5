"""Articles about the same persons and bodies, those that few others are about counting most."""

from collections import Counter
from math import log

from newsarchive.index.facet_index import FacetIndex
from newsarchive.search.query import Facet

COMMONEST = 3_000
_WEIGHTS = {Facet.PERSON: 1.5, Facet.ORGANISATION: 1.0, Facet.PLACE: 0.5}
_TELLING = (Facet.PERSON, Facet.ORGANISATION)


def related(facets: FacetIndex, number: int, count: int) -> list[int]:
    """The numbers of at most ``count`` articles that share a person or body with one, best first.

    Names of more than COMMONEST articles tell nothing and are left aside. Copies of the article are
    not related to it, and of other families one article stands for all.
    """
    scores: Counter[int] = Counter()
    weights: dict[int, float] = {}
    live = facets.live
    for facet, articles in facets.carried(number):
        among = articles & live
        if facet not in _WEIGHTS or not 1 < len(among) <= COMMONEST:
            continue
        weight = _WEIGHTS[Facet(facet)] * (1.0 + log(len(live) / len(among)))
        for other in among:
            weights[other] = weights.get(other, 0.0) + weight
            scores[other] += facet in _TELLING
    ordered = sorted((n for n in weights if scores[n]), key=lambda n: (-weights[n], -n))
    return _one_of_each_family(facets, number, ordered, count)


def _one_of_each_family(
    facets: FacetIndex, number: int, ordered: list[int], count: int
) -> list[int]:
    family_of = facets.families.one_of
    seen = {family_of(number)} - {None}
    found: list[int] = []
    for other in ordered:
        family = family_of(other)
        if other == number or (family is not None and family in seen):
            continue
        seen.add(family)
        found.append(other)
        if len(found) == count:
            break
    return found
