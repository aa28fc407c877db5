"""Articles that are understood anew from the sources they have: numbers, notes and stars stay."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsarchive.article import Article
from newsarchive.store.connection import Store
from newsarchive.store.correcting import apply_to_new
from newsarchive.store.families import Newcomer, join, leave
from newsarchive.store.naming import add_entities, counts, leave_entities
from newsarchive.store.noting import note_changes

_READ = (
    "title", "subtitle", "section", "author", "outlet", "url", "language", "published_date",
    "published_precision", "body",
)  # fmt: skip
_BESIDE = ("published_text", "published_calendar", "media_type", "encoding", "evidence")
_FOUND = """SELECT
    (SELECT count(*) FROM article_entities WHERE article_id = $article
        AND (correction_id IS NULL OR found_id IS NOT NULL)),
    (SELECT count(*) FROM mentions WHERE article_id = $article
        AND (correction_id IS NULL OR found_id IS NOT NULL))"""


class Renewal(NamedTuple):
    """An article of the archive as it is understood now.

    Attributes:
        id: its number in the archive.
        row: column to value.
        newcomer: to be compared with all others again.
    """

    id: int
    article: Article
    row: Mapping[str, object]
    newcomer: Newcomer


def renew(
    store: Store, connection: sqlite3.Connection, articles: Sequence[Renewal]
) -> tuple[int, ...]:
    """Inside a transaction: write down articles that are understood otherwise than before.

    Corrections of them are made again; those that read and name as they did stay untouched.

    Returns:
        The numbers of those that changed.
    """
    changed = [one for one in articles if not _reads_so(connection, one)]
    ids = [one.id for one in changed]
    if not changed:
        return ()
    leave(connection, ids, store.reports)
    leave_entities(store.known, connection, ids)
    settings = ", ".join(f"{column} = ?" for column in (*_READ, *_BESIDE))
    connection.executemany(
        f"UPDATE articles SET {settings} WHERE id = ?",  # noqa: S608 (names above)
        ((*(one.row[column] for column in (*_READ, *_BESIDE)), one.id) for one in changed),
    )
    add_entities(store.known, connection, [(one.id, one.article) for one in changed])
    apply_to_new(connection, {one.article.sha256: one.id for one in changed})
    join(connection, [one.newcomer for one in changed], store.reports)
    note_changes(connection, ids)
    return tuple(ids)


def _reads_so(connection: sqlite3.Connection, one: Renewal) -> bool:
    """Whether the archive has the article as it is read now, with as many names found in it."""
    columns = ", ".join(_READ)
    before = connection.execute(
        f"SELECT {columns} FROM articles WHERE id = ?",  # noqa: S608 (names above)
        (one.id,),
    ).fetchone()
    if tuple(before) != tuple(one.row[column] for column in _READ):
        return False
    found = connection.execute(_FOUND, {"article": one.id}).fetchone()
    return tuple(found) == counts(one.article)
