"""Texts as long as books, taken a stretch at a time."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from newsarchive.article import Article, Organisation, Person, Place

LONGEST = 20_000
_Item = TypeVar("_Item")


def stretches(
    items: Iterable[_Item], tokens: Callable[[_Item], int], longest: int = LONGEST
) -> Iterator[list[_Item]]:
    """The items in runs of at most ``longest`` tokens, or of one longer item; at least one run.

    The longest article of SaudiNewsNet has a third of ``LONGEST``.
    """
    stretch: list[_Item] = []
    count = 0
    for item in items:
        size = tokens(item)
        if stretch and count + size > longest:
            yield stretch
            stretch, count = [], 0
        stretch.append(item)
        count += size
    yield stretch


def joined(article: Article, stretches: Sequence[Article]) -> Article:
    """The article with all that was found in its stretches; one name is one entity."""
    if len(stretches) == 1:
        return stretches[0]
    persons: dict[str, Person] = {}
    bodies: dict[str, Organisation] = {}
    places: dict[str, Place] = {}
    for stretch in stretches:
        for person in stretch.persons:
            persons[person.name] = _person(persons.get(person.name, person), person)
        for body in stretch.organisations:
            known = bodies.get(body.name, body)
            bodies[body.name] = Organisation(body.name, _distinct(known.aliases, body.aliases))
        for place in stretch.places:
            before = places.get(place.name, place)
            places[place.name] = Place(place.name, _distinct(before.aliases, place.aliases))
    return dataclasses.replace(
        article,
        persons=(*persons.values(),),
        organisations=(*bodies.values(),),
        places=(*places.values(),),
        mentions=(*chain.from_iterable(stretch.mentions for stretch in stretches),),
    )


def _person(one: Person, other: Person) -> Person:
    return Person(
        one.name,
        _distinct(one.aliases, other.aliases),
        _distinct(one.titles, other.titles),
        _distinct(one.roles, other.roles),
    )


def _distinct(some: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*some, *others)))
