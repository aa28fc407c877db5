"""Corrections kept in the archive: made, shown before they are made, taken back, listed."""

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import suppress

from newsarchive.article import EntityKind
from newsarchive.correction import Correction, MadeCorrection, Preview, What
from newsarchive.errors import StoreError
from newsarchive.store.connection import Store, transaction
from newsarchive.store.correcting import (
    articles_by_hash,
    carry_out,
    carry_out_in,
    holding,
    packed,
    unpacked,
)
from newsarchive.store.entities import shown
from newsarchive.store.faults import faults
from newsarchive.store.numbering import next_number
from newsarchive.store.schema import now

_EXAMPLES = 5


def correct(store: Store, corrections: Sequence[Correction], made_by: str) -> tuple[int, ...]:
    """Make corrections, all or none; they hold when this returns. Gives their numbers.

    One that holds already is not made twice: its number is left out.

    Raises:
        StoreError: correction-empty, correction-same, correction-kind, or the archive cannot be
            written; nothing was changed.
    """
    for correction in corrections:
        _refuse_senseless(correction)
    numbers: list[int] = []
    with transaction(store) as connection:
        known = {correction for _, correction in holding(connection)}
        hashes: set[str] = set()
        for correction in corrections:
            if correction in known:
                continue
            known.add(correction)
            number, after = next_number(connection), correction.after or None
            connection.execute(
                'INSERT INTO corrections (id, what, subject, "after", made_by, made_at)'
                " VALUES (?, ?, ?, ?, ?, ?)",
                (number, correction.what, packed(correction), after, made_by, now()),
            )
            connection.executemany(
                "INSERT OR IGNORE INTO correction_articles VALUES (?, ?)",
                ((sha256, number) for sha256 in correction.articles),
            )
            hashes.update(correction.articles)
            numbers.append(number)
        carry_out(connection)
        carry_out_in(connection, articles_by_hash(connection, hashes))
    store.known.forget()
    return tuple(numbers)


def _refuse_senseless(correction: Correction) -> None:
    what = correction.what
    if not correction.name.strip():
        raise StoreError("correction-empty")
    if what in (What.MERGE, What.RENAME, What.SPLIT, What.DISTINCT):
        if not correction.after.strip():
            raise StoreError("correction-empty")
        if correction.after == correction.name:
            raise StoreError("correction-same", name=correction.name)
    if what is What.KIND and correction.after not in set(EntityKind) - {correction.kind}:
        raise StoreError("correction-kind", kind=correction.after)
    if what in (What.SPLIT, What.MARK) and not correction.articles:
        raise StoreError("correction-empty")


def undo(store: Store, number: int) -> None:
    """Take a correction back: all is as if it had never been made.

    Raises:
        StoreError: correction-unknown, or the archive cannot be written.
    """
    with transaction(store) as connection:
        changed = sum(
            connection.execute(
                f"UPDATE {table} SET undone_at = ? WHERE id = ? AND undone_at IS NULL",  # noqa: S608 (our own tables)
                (now(), number),
            ).rowcount
            for table in ("corrections", "joinings")
        )
        if not changed:
            raise StoreError("correction-unknown", number=number)
        hashes = [
            row[0]
            for row in connection.execute(
                "SELECT sha256 FROM correction_articles WHERE correction_id = ?", (number,)
            )
        ]
        carry_out(connection)
        carry_out_in(connection, articles_by_hash(connection, hashes))
    store.known.forget()


def joinings(store: Store) -> tuple[MadeCorrection, ...]:
    """What the program itself joined or hid and why, what was taken back too, in its order."""
    moment = dt.datetime.fromisoformat
    with faults(store.path):
        rows = store.database.execute(
            "SELECT joinings.id, one.kind, one.name, other.name, ground, made_at, undone_at"
            " FROM joinings JOIN entities AS one ON one.id = entity_id"
            " LEFT JOIN entities AS other ON other.id = nullif(into_id, entity_id)"
            " ORDER BY joinings.id"
        ).fetchall()
    return tuple(
        MadeCorrection(
            number,
            Correction(What.MERGE if into else What.HIDE, EntityKind(kind), name, into or ""),
            "",
            moment(at),
            moment(undone) if undone else None,
            ground,
        )
        for number, kind, name, into, ground, at, undone in rows
    )


def history(store: Store) -> tuple[MadeCorrection, ...]:
    """Every correction that people made, those taken back too, in the order they were made."""
    with faults(store.path):
        rows = store.database.execute(
            'SELECT id, what, subject, "after", made_by, made_at, undone_at FROM corrections'
            " ORDER BY id"
        ).fetchall()
        hashes: dict[int, list[str]] = {}
        for number, sha256 in store.database.execute(
            "SELECT correction_id, sha256 FROM correction_articles ORDER BY sha256"
        ):
            hashes.setdefault(number, []).append(sha256)
    moment = dt.datetime.fromisoformat
    made: list[MadeCorrection] = []
    for number, what, subject, after, by, at, undone in rows:
        with suppress(ValueError, KeyError, TypeError, RecursionError):
            correction = unpacked(what, subject, after, hashes.get(number, ()))
            until = moment(undone) if undone else None
            made.append(MadeCorrection(number, correction, by, moment(at), until))
    return tuple(made)


def preview(store: Store, correction: Correction) -> Preview:
    """What a correction would do, before it is made."""
    _refuse_senseless(correction)
    with faults(store.path):
        if correction.articles:
            numbers = articles_by_hash(store.database.conn, correction.articles).values()
            return Preview(len(numbers), _titles(store, numbers))
        touched = _showing(store, correction.kind, correction.name)
        kind = EntityKind(correction.after) if correction.what is What.KIND else correction.kind
        other = correction.name if correction.what is What.KIND else correction.after
        return Preview(
            len(touched), _titles(store, touched), len(_showing(store, kind, other)) if other else 0
        )


def _showing(store: Store, kind: EntityKind, name: str) -> list[int]:
    """Numbers of the articles that show an entity, newest first; none for an unknown name."""
    number = shown(store, kind, name)
    if number is None:
        return []
    rows = store.database.execute(
        "SELECT DISTINCT article_id FROM article_entities JOIN articles ON articles.id = article_id"
        " WHERE entity_id IN (SELECT id FROM entities WHERE id = ?1 OR became = ?1)"
        " AND replaced_by IS NULL AND deleted_at IS NULL"
        " ORDER BY published_date DESC, article_id DESC",
        (number,),
    )
    return [row[0] for row in rows]


def _titles(store: Store, numbers: Iterable[int]) -> tuple[tuple[int, str], ...]:
    some = list(numbers)[:_EXAMPLES]
    marks = ",".join("?" * len(some))
    rows = store.database.execute(
        f"SELECT id, title FROM articles WHERE id IN ({marks})",  # noqa: S608 (marks only)
        some,
    )
    titles = dict(rows.fetchall())
    return tuple((number, titles[number]) for number in some if number in titles)
