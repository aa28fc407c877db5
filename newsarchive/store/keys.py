"""Looking things up by key and by number."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from newsarchive.arabic.names import body_words, name_key
from newsarchive.article import EntityKind

_VARIABLES = 500
T = TypeVar("T")


def entity_key(kind: str, name: str) -> str:
    """What the spellings of one name have in common.

    Persons: tashkeel, hamzas, بن and the gap in عبد الله aside, but على is never علي; bodies and
    places: tashkeel, hamzas, ة/ه and the article aside.
    """
    return (name_key(name) if kind == EntityKind.PERSON else " ".join(body_words(name))) or name


def articles_of(connection: sqlite3.Connection, entities: Iterable[int]) -> list[int]:
    """Numbers of the articles in which these entities, or others that became them, are named."""
    found: set[int] = set()
    for some in chunks(entities):
        marks = ",".join("?" * len(some))
        found.update(
            row[0]
            for row in connection.execute(
                "SELECT article_id FROM article_entities WHERE entity_id IN"  # noqa: S608 (marks only)
                f" (SELECT id FROM entities WHERE id IN ({marks}) OR became IN ({marks}))",
                (*some, *some),
            )
        )
    return sorted(found)


def next_id(connection: sqlite3.Connection, table: str) -> int:
    """One more than any number this table ever gave: numbers of removed rows never come back."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) + 1 if row else 1


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """The values in lists that fit into one statement."""
    rest = iter(values)
    while some := list(islice(rest, _VARIABLES)):
        yield some
