"""The change that gave an archive one entity for all spellings of a name, and corrections."""

from collections import defaultdict
from typing import TYPE_CHECKING

from newsarchive.store.keys import entity_key
from newsarchive.store.noting import note_changes

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

_FIRST = (
    "ALTER TABLE entities ADD COLUMN key TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE entity_names ADD COLUMN uses INTEGER NOT NULL DEFAULT 0",
)
_ROOM = (
    "ALTER TABLE entities ADD COLUMN became INTEGER REFERENCES entities(id)",
    "ALTER TABLE entities ADD COLUMN name_kept INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE article_entities ADD COLUMN found_id INTEGER REFERENCES entities(id)",
    "ALTER TABLE article_entities ADD COLUMN correction_id INTEGER REFERENCES corrections(id)",
    "ALTER TABLE article_entities ADD COLUMN replaced_by INTEGER REFERENCES corrections(id)",
    "ALTER TABLE mentions ADD COLUMN found_id INTEGER REFERENCES entities(id)",
    "ALTER TABLE mentions ADD COLUMN correction_id INTEGER REFERENCES corrections(id)",
    "ALTER TABLE mentions ADD COLUMN replaced_by INTEGER REFERENCES corrections(id)",
    """CREATE TABLE correction_articles (
        sha256 TEXT NOT NULL,
        correction_id INTEGER NOT NULL REFERENCES corrections(id) ON DELETE CASCADE,
        PRIMARY KEY (sha256, correction_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX entities_that_became ON entities (became) WHERE became IS NOT NULL",
)


def join_spellings(database: "Database") -> None:
    """Give every entity its key; those with one key become the commonest of them.

    The columns that refer to entities and have no index come last: with them each entity that
    goes would cost a look through the whole archive.
    """
    connection = database.conn
    for statement in _FIRST:
        connection.execute(statement)
    connection.execute(
        "INSERT INTO entity_names (entity_id, name, uses)"
        " SELECT entity_id, name, count(*) FROM article_entities WHERE true GROUP BY 1, 2"
        " ON CONFLICT DO UPDATE SET uses = excluded.uses"
    )
    alike: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    rows = connection.execute(
        "SELECT kind, entities.name, id, coalesce(uses, 0) FROM entities"
        " LEFT JOIN entity_names ON entity_id = id AND entity_names.name = entities.name"
    )
    for kind, name, number, uses in rows:
        alike[kind, entity_key(kind, name)].append((-uses, number))
    connection.executemany(
        "UPDATE entities SET key = ? WHERE id = ?",
        ((key, number) for (_, key), some in alike.items() for _, number in some),
    )
    _join(connection, [pair for some in alike.values() for pair in _turns(some)])
    for statement in _ROOM:
        connection.execute(statement)
    connection.execute("CREATE UNIQUE INDEX entities_by_key ON entities (kind, key)")


def _turns(alike: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of an entity that goes and the one it becomes: the commonest, then the oldest."""
    (_, kept), *others = sorted(alike)
    return [(number, kept) for _, number in others]


def _join(connection: "sqlite3.Connection", turns: list[tuple[int, int]]) -> None:
    touched: set[int] = set()
    for number, kept in turns:
        touched.update(
            article
            for (article,) in connection.execute(
                "SELECT article_id FROM article_entities WHERE entity_id = ?", (number,)
            )
        )
        for table in ("article_entities", "mentions"):
            connection.execute(
                f"UPDATE {table} SET entity_id = ? WHERE entity_id = ?",  # noqa: S608 (our own tables)
                (kept, number),
            )
        connection.execute(
            "INSERT INTO entity_names (entity_id, name, uses)"
            " SELECT ?, name, uses FROM entity_names WHERE entity_id = ?"
            " ON CONFLICT DO UPDATE SET uses = uses + excluded.uses",
            (kept, number),
        )
        connection.execute("DELETE FROM entities WHERE id = ?", (number,))
    note_changes(connection, sorted(touched))
