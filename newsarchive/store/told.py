"""Bodies and places that articles call by a shorter name, which stands alone in others.

«الكونغرس» is «الكونغرس الأمريكي» where articles say so, and of no other body as often; of several
that are called so alike none is meant. A name of several words must be told by half the articles
that have it, of one word by a quarter: «شركة التأمين» may be any. What the lexicon knows to be
names of one body («وكالة فرانس برس», «وكالة الصحافة الفرنسية») is one without any telling.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from newsarchive.article import EntityKind
from newsarchive.store.people import ABOVE_ALL, CLEARLY, Edge, groups_of, said

if TYPE_CHECKING:
    import sqlite3

_ENOUGH = 3
_SHARE_OF_WORD, _SHARE_OF_WORDS = 4, 2

Joining = tuple[int, str]


def told(
    connection: "sqlite3.Connection",
    kind: EntityKind,
    touched: set[int] | None,
    before: dict[int, Joining],
    body: Callable[[str], str],
) -> dict[int, Joining]:
    """Into what each name of a kind is joined, and why; the commonest of those that are one stays.

    Args:
        connection: inside a transaction.
        kind: organisations or places; a person's surname alone is never joined.
        touched: entities of new and changed articles; None for all.
        before: what was joined; it stays where no new article is about it.
        body: by what a name is known to be another name of one body, "" for an unknown one.
    """
    say = said(connection, kind)
    keys = dict(
        connection.execute("SELECT id, key FROM entities WHERE kind = ?", (kind,)).fetchall()
    )
    found = {
        number: (into, why)
        for number, (into, why) in before.items()
        if number in keys and into in say.refused
    }
    edges = [
        edge
        for edge in (
            *_edges(connection, kind, touched, before),
            *(_known(connection, body) if kind is EntityKind.ORGANISATION else ()),
        )
        if (say.left | say.refused).isdisjoint((edge.short, edge.full))
        and frozenset((edge.short, edge.full)) not in say.apart
    ]
    for group in groups_of(edges):
        held = {before[number][0] for number in group if number in before}
        uses = {
            number: _uses(connection, number) * (CLEARLY if number in held else 1)
            for number in sorted(group)
        }
        worth = {
            number: (number in say.chosen, _is_whole(number, keys, uses), uses[number])
            for number in uses
        }
        stays = max(worth, key=worth.__getitem__)
        grounds = {
            number: edge.ground
            for edge in edges
            for number in (edge.short, edge.full)
            if number in group
        }
        for number in group - {stays} - say.chosen - found.keys():
            found[number] = stays, grounds[number]
    return found


def _edges(
    connection: "sqlite3.Connection",
    kind: EntityKind,
    touched: set[int] | None,
    before: dict[int, Joining],
) -> Iterator[Edge]:
    for short, fuller in _called(connection, kind).items():
        if touched is None or short in touched or not touched.isdisjoint(fuller):
            full = _meant(connection, short, fuller)
            if full is not None:
                yield Edge(short, full, "told")
            continue
        for full in fuller:
            if before.get(short, (short,))[0] == before.get(full, (full,))[0]:
                yield Edge(short, full, "told")


def _known(connection: "sqlite3.Connection", body: Callable[[str], str]) -> Iterator[Edge]:
    """The bodies' names by which one known body goes, or that spell one nation in two ways."""
    rows = connection.execute(
        "SELECT id, entities.name FROM entities WHERE kind = ? AND id IN"
        " (SELECT entity_id FROM entity_names WHERE uses > 0) ORDER BY id",
        (EntityKind.ORGANISATION,),
    )
    first: dict[str, int] = {}
    for number, name in rows:
        called = body(name)
        full = first.setdefault(called, number) if called else number
        if full != number:
            yield Edge(number, full, "known")


def _is_whole(number: int, keys: dict[int, str], uses: dict[int, float]) -> bool:
    """Whether no other of these names, common enough, has all its words and more."""
    own = set(keys[number].split())
    return not any(
        own < set(keys[other].split()) and used * ABOVE_ALL >= uses[number]
        for other, used in uses.items()
    )


def _called(connection: "sqlite3.Connection", kind: EntityKind) -> dict[int, dict[int, set[str]]]:
    """For each name that stands alone, the fuller ones that some article calls so."""
    rows = connection.execute(
        "SELECT alone.entity_id, told.entity_id, told.name FROM entity_names AS told"
        " JOIN entity_names AS alone ON alone.name = told.name"
        " JOIN entities AS one ON one.id = alone.entity_id"
        " JOIN entities AS other ON other.id = told.entity_id"
        " WHERE told.uses = 0 AND alone.uses > 0 AND alone.entity_id != told.entity_id"
        " AND one.kind = ?1 AND other.kind = ?1",
        (kind,),
    )
    found: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for short, full, name in rows:
        found[short][full].add(name)
    return found


def _meant(connection: "sqlite3.Connection", short: int, fuller: dict[int, set[str]]) -> int | None:
    """The one that articles call so above all others, and often enough."""
    several = any(" " in name for names in fuller.values() for name in names)
    share = _SHARE_OF_WORDS if several else _SHARE_OF_WORD
    counts = {full: _count(connection, full, names) for full, names in fuller.items()}
    best = max(sorted(counts), key=counts.__getitem__)
    most, others = counts[best], sum(counts.values()) - counts[best]
    enough = (
        most >= _ENOUGH and most * share >= _uses(connection, short) and others * ABOVE_ALL <= most
    )
    return best if enough else None


def _uses(connection: "sqlite3.Connection", number: int) -> int:
    """How many articles call an entity by a name of its own."""
    (uses,) = connection.execute(
        "SELECT coalesce(sum(uses), 0) FROM entity_names WHERE entity_id = ?", (number,)
    ).fetchone()
    return int(uses)


def _count(connection: "sqlite3.Connection", full: int, names: set[str]) -> int:
    """How many articles call an entity by one of these names for short."""
    return sum(
        connection.execute(
            "SELECT count(*) FROM article_entities"
            " WHERE entity_id = ? AND found_id IS NULL AND instr(aliases, ?)",
            (full, f'"{name}"'),
        ).fetchone()[0]
        for name in sorted(names)
    )
