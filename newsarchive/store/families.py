"""Which articles are copies of one report: found as they come in, asked for when one is read.

``signatures`` has a row for every article that was compared, ``prints`` says which articles hold a
fingerprint, ``copies`` the pairs that are copies, ``articles.family`` the number of the family:
the least number of its articles. Families are made from the pairs alone, so an article in the
trash keeps its place and comes back to it.
"""

import datetime as dt
import sqlite3
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import NamedTuple

from newsarchive.article import Article, Copy
from newsarchive.families.fingerprints import Signature, fingerprints, signature
from newsarchive.families.likeness import Report, are_copies
from newsarchive.families.stars import component, stars
from newsarchive.store.connection import Store, transaction
from newsarchive.store.dates import readable
from newsarchive.store.faults import faults
from newsarchive.store.noting import note_changes

_CHUNK = 500
_VARIABLES = 500
_HOLDERS = 20
_ASKED = 32
_COMPARED = 24
_SHARED = 0.25
_MANY = 4
_REMEMBERED = 512


_NEAR = tuple(
    f"SELECT article_id FROM (SELECT article_id FROM prints WHERE print = ? AND article_id {side} ?"  # noqa: S608 (our own words)
    f" ORDER BY article_id {order} LIMIT {_HOLDERS})"
    for side, order in (("<", "DESC"), (">", "ASC"))
)
"""The articles near one by its number that hold a fingerprint."""


class Newcomer(NamedTuple):
    """An article to be compared with all others."""

    id: int
    report: Report
    signature: Signature


@dataclass(frozen=True, slots=True)
class Kin:
    """How many articles a family has that are not in the trash, and in how many papers."""

    copies: int = 1
    outlets: int = 1


def report_of(article: Article) -> Report:
    """The article as it is compared."""
    spans = tuple((m.start, m.end) for m in article.mentions if m.part == "body")
    when = article.published
    day = when.date if when and when.precision == "day" else None
    return Report(article.title, article.body, spans, article.outlet, day)


def join(
    connection: sqlite3.Connection,
    newcomers: Sequence[Newcomer],
    reports: "OrderedDict[int, Report]",
) -> None:
    """Inside a transaction: find the copies of new articles and put them into families.

    Args:
        connection: of the archive.
        newcomers: not compared before.
        reports: those compared lately, by number; kept up by this.
    """
    fresh = frozenset(newcomer.id for newcomer in newcomers)
    later = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM signatures WHERE article_id > ?)", (max(fresh, default=0),)
    ).fetchone()[0]
    near = _NEAR if later else _NEAR[:1]
    reports.update((newcomer.id, newcomer.report) for newcomer in newcomers)
    connection.executemany(
        "INSERT INTO signatures VALUES (?, ?, ?)",
        ((one.id, *one.signature) for one in newcomers),
    )
    held = ((mark, one.id) for one in newcomers for mark in fingerprints(one.signature.prints))
    connection.executemany("INSERT INTO prints VALUES (?, ?)", sorted(held))
    pairs = [
        (newcomer.id, other)
        for newcomer in newcomers
        for other, report in _reports(
            connection, _candidates(connection, newcomer, fresh, near), reports
        )
        if are_copies(newcomer.report, report)
    ]
    while len(reports) > _REMEMBERED:
        reports.popitem(last=False)
    connection.executemany(
        "INSERT OR IGNORE INTO copies VALUES (?, ?)",
        sorted({pair for one, other in pairs for pair in ((one, other), (other, one))}),
    )
    _settle(connection, {one for one, _ in pairs})


def leave(
    connection: sqlite3.Connection, ids: Sequence[int], reports: "OrderedDict[int, Report]"
) -> None:
    """Inside a transaction: articles that read otherwise than when they were compared.

    They have no copies until they join again.
    """
    left: set[int] = set()
    for number in ids:
        reports.pop(number, None)
        left |= _copies(connection, number)
        row = connection.execute(
            "SELECT prints FROM signatures WHERE article_id = ?", (number,)
        ).fetchone()
        held = fingerprints(row[0]) if row else ()
        connection.executemany(
            "DELETE FROM prints WHERE print = ? AND article_id = ?",
            ((mark, number) for mark in held),
        )
        connection.execute("DELETE FROM copies WHERE ?1 IN (article_id, other_id)", (number,))
        connection.execute("DELETE FROM signatures WHERE article_id = ?", (number,))
        connection.execute("UPDATE articles SET family = NULL WHERE id = ?", (number,))
    _settle(connection, left - set(ids))


def _candidates(
    connection: sqlite3.Connection,
    newcomer: Newcomer,
    fresh: frozenset[int],
    near: Sequence[str],
) -> list[int]:
    """Articles that share enough fingerprints to be worth comparing, the likeliest first.

    A fingerprint that many articles hold is a formula: those nearest by number stand for all,
    for copies come in close to each other.
    """
    prints = fingerprints(newcomer.signature.prints)
    shared: Counter[int] = Counter()
    for statement, first in product(near, range(0, len(prints), _ASKED)):
        some = prints[first : first + _ASKED]
        rows = connection.execute(
            " UNION ALL ".join([statement] * len(some)),
            [value for mark in some for value in (mark, newcomer.id)],
        )
        shared.update(number for (number,) in rows)
    least = 2 if len(prints) >= _MANY else 1
    others = [
        number
        for number, count in shared.items()
        if count >= least and (number < newcomer.id or number not in fresh)
    ]
    sizes = _sizes(connection, others)
    likely = sorted(
        (-shared[number], number)
        for number, size in sizes.items()
        if shared[number] >= _SHARED * min(len(prints), size)
    )
    return [number for _, number in likely[:_COMPARED]]


def _sizes(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, int]:
    """How many fingerprints each of these articles has."""
    found: dict[int, int] = {}
    for first in range(0, len(ids), _VARIABLES):
        some = ids[first : first + _VARIABLES]
        marks = ",".join("?" * len(some))
        found.update(
            connection.execute(
                "SELECT article_id, length(prints) / 4 FROM signatures"  # noqa: S608 (marks only)
                f" WHERE article_id IN ({marks})",
                some,
            )
        )
    return found


def _reports(
    connection: sqlite3.Connection, ids: Sequence[int], reports: "OrderedDict[int, Report]"
) -> Iterator[tuple[int, Report]]:
    """Articles of the archive as they are compared, but for those that are gone."""
    reports.update(_read(connection, [number for number in ids if number not in reports]))
    for number in ids:
        if number in reports:
            reports.move_to_end(number)
            yield number, reports[number]


def _read(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[tuple[int, Report]]:
    if not ids:
        return
    marks = ",".join("?" * len(ids))
    spans: dict[int, list[tuple[int, int]]] = {}
    for number, start, end in connection.execute(
        'SELECT article_id, "start", "end" FROM mentions'  # noqa: S608 (marks only)
        f" WHERE article_id IN ({marks}) AND part = 'body'"
        " AND (correction_id IS NULL OR found_id IS NOT NULL)",
        ids,
    ):
        spans.setdefault(number, []).append((start, end))
    for number, title, body, outlet, date, precision in connection.execute(
        "SELECT id, title, body, outlet, published_date, published_precision"  # noqa: S608 (marks only)
        f" FROM articles WHERE id IN ({marks}) ORDER BY id",
        ids,
    ):
        day = dt.date.fromisoformat(date) if date and precision == "day" else None
        yield number, Report(title, body, spans.get(number, ()), outlet, day)


def _settle(connection: sqlite3.Connection, joined: set[int]) -> None:
    """Make the families anew of all that the joined articles are tied to."""
    waiting = set(joined)
    changed: list[tuple[int | None, int]] = []
    while waiting:
        copies = component(waiting.pop(), partial(_copies, connection))
        waiting -= copies.keys()
        before, rank = _standing(connection, list(copies))
        after: dict[int, int | None] = dict.fromkeys(copies)
        for star in stars(copies, rank.__getitem__):
            after.update(dict.fromkeys(star, min(star)))
        changed += [(after[n], n) for n in copies if after[n] != before[n]]
    connection.executemany("UPDATE articles SET family = ? WHERE id = ?", changed)
    note_changes(connection, [number for _, number in changed])


def _copies(connection: sqlite3.Connection, number: int) -> set[int]:
    rows = connection.execute("SELECT other_id FROM copies WHERE article_id = ?", (number,))
    return {other for (other,) in rows}


def _standing(
    connection: sqlite3.Connection, ids: Sequence[int]
) -> tuple[dict[int, int | None], dict[int, tuple[int, str]]]:
    """The family each is in, and what ranks it among others: the longer first, then by source."""
    before: dict[int, int | None] = {}
    rank: dict[int, tuple[int, str]] = {}
    for first in range(0, len(ids), _VARIABLES):
        some = ids[first : first + _VARIABLES]
        marks = ",".join("?" * len(some))
        for number, family, words, sha256 in connection.execute(
            "SELECT id, family, words, sha256"  # noqa: S608 (marks only)
            " FROM articles JOIN signatures ON article_id = id"
            f" WHERE id IN ({marks})",
            some,
        ):
            before[number], rank[number] = family, (-words, sha256)
    return before, rank


def uncompared(store: Store) -> int:
    """How many articles no one has looked for copies of: those of an older archive."""
    with faults(store.path):
        row = store.database.execute(
            "SELECT (SELECT count(*) FROM articles) - (SELECT count(*) FROM signatures)"
        ).fetchone()
    return int(row[0])


def forget(store: Store) -> None:
    """Begin again: no article is compared, none has a family."""
    with transaction(store) as connection:
        named = connection.execute("SELECT id FROM articles WHERE family IS NOT NULL").fetchall()
        connection.execute("UPDATE articles SET family = NULL WHERE family IS NOT NULL")
        note_changes(connection, (number for (number,) in named))
        for table in ("copies", "prints", "signatures"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 (names above)


def catch_up(store: Store) -> Iterator[int]:
    """Compare the articles that were not; yields how many are done, after each transaction."""
    last = done = 0
    while True:
        with transaction(store) as connection:
            ids = [
                number
                for (number,) in connection.execute(
                    "SELECT id FROM articles WHERE id > ?"
                    " AND NOT EXISTS (SELECT 1 FROM signatures WHERE article_id = articles.id)"
                    " ORDER BY id LIMIT ?",
                    (last, _CHUNK),
                )
            ]
            newcomers = [
                Newcomer(number, report, signature(report.body))
                for number, report in _read(connection, ids)
            ]
            join(connection, newcomers, store.reports)
        if not ids:
            return
        last = ids[-1]
        done += len(ids)
        yield done


def family(store: Store, number: int) -> tuple[Copy, ...]:
    """The other articles of an article's family that are not in the trash, by date."""
    with faults(store.path):
        rows = store.database.execute(
            "SELECT id, title, outlet, published_date, published_precision, published_text,"
            " published_calendar FROM articles"
            " WHERE family = (SELECT family FROM articles WHERE id = ?1) AND id != ?1"
            " AND deleted_at IS NULL ORDER BY coalesce(published_date, '9999'), id",
            (number,),
        ).fetchall()
    return tuple(
        Copy(number, title, outlet, readable(*date)) for number, title, outlet, *date in rows
    )


def kin(store: Store, families: Iterable[int]) -> dict[int, Kin]:
    """The size of each of these families."""
    wanted = sorted(set(families))
    found: dict[int, Kin] = {}
    for first in range(0, len(wanted), _VARIABLES):
        some = wanted[first : first + _VARIABLES]
        marks = ",".join("?" * len(some))
        rows = store.database.execute(
            "SELECT family, count(*), count(DISTINCT nullif(outlet, '')) FROM articles"  # noqa: S608 (marks only)
            f" WHERE family IN ({marks}) AND deleted_at IS NULL GROUP BY family",
            some,
        )
        found.update((number, Kin(copies, outlets)) for number, copies, outlets in rows)
    return found
