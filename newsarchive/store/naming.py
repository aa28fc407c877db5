"""The entities of a batch: one for all spellings of a name, called by the commonest of them."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsarchive.article import Article, EntityKind
from newsarchive.store.keys import articles_of, chunks, entity_key, next_id
from newsarchive.store.known import Known
from newsarchive.store.noting import note_changes
from newsarchive.store.rulers import with_rulers

_KNOWN_LIMIT = 500_000
_CLEARLY = 1.5

_ENTITY = "INSERT INTO entities (id, kind, name, key) VALUES (?, ?, ?, ?)"
_NAME = (
    "INSERT INTO entity_names (entity_id, name, uses) VALUES (?, ?, ?)"
    " ON CONFLICT DO UPDATE SET uses = uses + excluded.uses"
)
_NAMED = (
    "INSERT INTO article_entities (article_id, position, entity_id, name, aliases, titles, roles)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_MENTION = (
    'INSERT INTO mentions (article_id, position, entity_id, part, "start", "end", surface, title,'
    " role) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

Key = tuple[str, str]


class _Named(NamedTuple):
    """A person, organisation or place of one article."""

    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    titles: tuple[str, ...]
    roles: tuple[str, ...]


def add_entities(
    known: Known, connection: sqlite3.Connection, items: Sequence[tuple[int, Article]]
) -> None:
    """Store who and what the articles name, inside an open transaction."""
    titled = [(number, with_rulers(article)) for number, article in items]
    named = [(number, article, list(_named(article))) for number, article in titled]
    _refresh(known, connection)
    _learn(known, connection, Counter((n.kind, n.name) for _, _, every in named for n in every))
    uses: Counter[tuple[int, str]] = Counter()
    names: set[tuple[int, str]] = set()
    rows: list[tuple[object, ...]] = []
    mentions: list[tuple[object, ...]] = []
    for number, article, every in named:
        for position, one in enumerate(every):
            entity = known.ids[one.kind, one.name]
            uses[entity, one.name] += 1
            names.update((entity, alias) for alias in one.aliases)
            rows.append((number, position, entity, one.name, *map(_listed, one[2:])))
        mentions.extend(
            (
                number,
                position,
                known.ids[mention.kind, mention.entity],
                mention.part,
                mention.start,
                mention.end,
                mention.surface,
                mention.title or None,
                mention.role or None,
            )
            for position, mention in enumerate(article.mentions)
        )
    fresh = names - known.names - uses.keys()
    connection.executemany(_NAME, [(*pair, 0) for pair in sorted(fresh)])
    connection.executemany(_NAME, [(*pair, count) for pair, count in sorted(uses.items())])
    connection.executemany(_NAMED, rows)
    connection.executemany(_MENTION, mentions)
    known.names |= names
    _settle(known, connection, {e for e, name in uses if known.spellings.get(e) != name})


def counts(article: Article) -> tuple[int, int]:
    """How many names, and how many places that name them, an article is stored with."""
    titled = with_rulers(article)
    return len(list(_named(titled))), len(titled.mentions)


def leave_entities(known: Known, connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Inside a transaction: take what these articles name out again, corrections of it too."""
    known.forget()
    for some in chunks(ids):
        marks = ",".join("?" * len(some))
        connection.execute(
            "UPDATE entity_names SET uses = max(0, uses - gone.count) FROM"  # noqa: S608 (marks only)
            " (SELECT coalesce(found_id, entity_id) AS entity, name, count(*) AS count"
            f" FROM article_entities WHERE article_id IN ({marks})"
            " AND (correction_id IS NULL OR found_id IS NOT NULL) GROUP BY 1, 2) AS gone"
            " WHERE entity_names.entity_id = gone.entity AND entity_names.name = gone.name",
            some,
        )
        for table in ("mentions", "article_entities"):
            connection.execute(f"DELETE FROM {table} WHERE article_id IN ({marks})", some)  # noqa: S608 (our own tables)


def _named(article: Article) -> Iterator[_Named]:
    """Everything the article names; names that only a mention gives come last."""
    seen: set[Key] = set()
    for person in article.persons:
        seen.add((EntityKind.PERSON, person.name))
        yield _Named(EntityKind.PERSON, person.name, person.aliases, person.titles, person.roles)
    for kind, bodies in (
        (EntityKind.ORGANISATION, article.organisations),
        (EntityKind.PLACE, article.places),
    ):
        for body in bodies:
            seen.add((kind, body.name))
            yield _Named(kind, body.name, body.aliases, (), ())
    for mention in article.mentions:
        if (mention.kind, mention.entity) not in seen:
            seen.add((mention.kind, mention.entity))
            yield _Named(mention.kind, mention.entity, (), (), ())


def _listed(values: tuple[str, ...]) -> str | None:
    """A list of names as JSON, or NULL for none."""
    return json.dumps(values, ensure_ascii=False) if values else None


def _refresh(known: Known, connection: sqlite3.Connection) -> None:
    """Forget the known entities when another connection has written meanwhile."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    if version != known.version or len(known.ids) > _KNOWN_LIMIT:
        known.forget()
        known.version = version


def _learn(known: Known, connection: sqlite3.Connection, wanted: "Counter[Key]") -> None:
    """Know the numbers of the wanted entities; those not in the archive are added.

    A new one is called by its commonest spelling among the wanted.
    """
    for kind in EntityKind:
        unknown = [
            name
            for (k, name), _ in wanted.most_common()
            if k == kind and (k, name) not in known.ids
        ]
        keys = {name: entity_key(kind, name) for name in unknown}
        numbers = _numbers(known, connection, kind, set(keys.values()))
        first = next_id(connection, "entities")
        added: dict[str, tuple[int, str]] = {}
        for name in unknown:
            if keys[name] not in numbers and keys[name] not in added:
                added[keys[name]] = (first + len(added), name)
        connection.executemany(
            _ENTITY, ((number, kind, name, key) for key, (number, name) in added.items())
        )
        known.spellings.update(added.values())
        numbers |= {key: number for key, (number, _) in added.items()}
        known.ids.update(((kind, name), numbers[keys[name]]) for name in unknown)


def _numbers(
    known: Known, connection: sqlite3.Connection, kind: EntityKind, keys: set[str]
) -> dict[str, int]:
    """Numbers by key of the entities that the archive holds."""
    numbers: dict[str, int] = {}
    for some in chunks(sorted(keys)):
        marks = ",".join("?" * len(some))
        rows = connection.execute(
            f"SELECT key, id, name FROM entities WHERE kind = ? AND key IN ({marks})",  # noqa: S608 (marks only)
            (kind, *some),
        )
        for key, number, name in rows:
            numbers[key] = number
            known.spellings[number] = name
    return numbers


def _settle(known: Known, connection: sqlite3.Connection, entities: Iterable[int]) -> None:
    """Call an entity by another spelling once that is clearly the commoner one.

    "Clearly" keeps the name from swinging to and fro, since each change is a change of every
    article that carries it.
    """
    for some in chunks(sorted(entities)):
        marks = ",".join("?" * len(some))
        rows = connection.execute(
            "SELECT entities.id, other.name FROM entities"  # noqa: S608 (marks only)
            " JOIN entity_names AS other ON other.entity_id = entities.id"
            " LEFT JOIN entity_names AS own"
            " ON own.entity_id = entities.id AND own.name = entities.name"
            f" WHERE entities.id IN ({marks}) AND NOT name_kept"
            " AND other.uses > ? * coalesce(own.uses, 0) + 1 ORDER BY other.uses",
            (*some, _CLEARLY),
        ).fetchall()
        for number, name in dict(rows).items():
            connection.execute("UPDATE entities SET name = ? WHERE id = ?", (name, number))
            known.spellings[number] = name
            note_changes(connection, articles_of(connection, [number]))
