"""Persons, organisations and places of the whole archive: numbers, names, other names."""

from collections.abc import Iterable
from dataclasses import dataclass

from newsarchive.article import EntityKind
from newsarchive.store.connection import Store
from newsarchive.store.faults import faults
from newsarchive.store.keys import chunks, entity_key

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity of the archive."""

    id: int
    kind: EntityKind
    name: str
    hidden: bool = False


def names(store: Store, ids: Iterable[int]) -> dict[int, str]:
    """Canonical names by number; numbers the archive does not hold are left out."""
    wanted = list(ids)
    found: dict[int, str] = {}
    with faults(store.path):
        for first in range(0, len(wanted), _CHUNK):
            some = wanted[first : first + _CHUNK]
            marks = ",".join("?" * len(some))
            query = f"SELECT id, name FROM entities WHERE id IN ({marks})"  # noqa: S608 (marks only)
            found.update(store.database.execute(query, some).fetchall())
    return found


def joined_names_of(store: Store, ids: Iterable[int]) -> list[tuple[str, str, str]]:
    """(kind, canonical name, name) of the entities that count as these."""
    found: list[tuple[str, str, str]] = []
    with faults(store.path):
        for some in chunks(ids):
            marks = ",".join("?" * len(some))
            found += store.database.execute(
                "SELECT shown.kind, shown.name, found.name FROM entities AS found"  # noqa: S608 (marks only)
                " JOIN entities AS shown ON shown.id = found.became"
                f" WHERE found.became IN ({marks}) AND found.name != shown.name",
                some,
            ).fetchall()
    return found


def ids_named(store: Store, kind: EntityKind, name: str) -> tuple[int, ...]:
    """Numbers of the entities that bear this canonical or other name, the canonical ones first."""
    with faults(store.path):
        rows = store.database.execute(
            "SELECT id, 0 AS rank FROM entities WHERE kind = ?1 AND name = ?2"
            " UNION SELECT entity_id, 1 FROM entity_names JOIN entities ON entities.id = entity_id"
            " WHERE entity_names.name = ?2 AND kind = ?1 AND entities.name != ?2"
            " ORDER BY rank, id",
            (kind, name),
        ).fetchall()
    return tuple(row[0] for row in rows)


def all_entities(store: Store, after: int = 0) -> tuple[Entity, ...]:
    """Every entity with a number above ``after``, by number: for tables of names."""
    with faults(store.path):
        rows = store.database.execute(
            "SELECT id, kind, name, hidden FROM entities WHERE id > ? ORDER BY id", (after,)
        ).fetchall()
    return tuple(
        Entity(number, EntityKind(kind), name, bool(hidden)) for number, kind, name, hidden in rows
    )


def other_names(store: Store, number: int) -> tuple[str, ...]:
    """Every name the archive has seen for this entity."""
    with faults(store.path):
        rows = store.database.execute(
            "SELECT name FROM entity_names WHERE entity_id = ? ORDER BY name", (number,)
        ).fetchall()
    return tuple(row[0] for row in rows)


def naming(store: Store, kind: EntityKind, name: str, articles: Iterable[int]) -> tuple[str, ...]:
    """The sha256 of the sources of those of these articles that show an entity, by number."""
    number = shown(store, kind, name)
    found: list[str] = []
    with faults(store.path):
        for some in chunks(sorted(set(articles))):
            marks = ",".join("?" * len(some))
            rows = store.database.execute(
                "SELECT DISTINCT articles.id, sha256 FROM article_entities"  # noqa: S608 (marks only)
                " JOIN articles ON articles.id = article_id"
                " WHERE entity_id IN (SELECT id FROM entities WHERE id = ? OR became = ?)"
                f" AND replaced_by IS NULL AND article_id IN ({marks}) ORDER BY articles.id",
                (number, number, *some),
            )
            found += [sha256 for _, sha256 in rows]
    return tuple(found)


def shown(store: Store, kind: EntityKind, name: str) -> int | None:
    """The entity that a name counts as, corrections carried out; None for an unknown name."""
    with faults(store.path):
        row = store.database.execute(
            "SELECT coalesce(became, id) FROM entities WHERE kind = ? AND key = ?",
            (kind, entity_key(kind, name)),
        ).fetchone()
    return int(row[0]) if row else None
