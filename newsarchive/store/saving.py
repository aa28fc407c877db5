"""The rows of a damaged archive on their way into a new one, and what tells of those missing."""

import hashlib
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from newsarchive.store.correcting import carry_out
from newsarchive.store.keys import chunks, entity_key
from newsarchive.store.pages import PageFile
from newsarchive.store.schema import now
from newsarchive.store.shapes import DERIVED, Index, Shape
from newsarchive.store.trees import Trees

_PLACE = (
    "INSERT INTO articles (id, sha256, file, title, subtitle, section, author, outlet, url,"
    " language, imported_at, media_type, encoding, evidence, body)"
    " VALUES (?, ?, ?, '', '', '', '', '', '', 'ar', ?, '', 'utf-8', '[]', '')"
)
_NAMES = ("article_entities", "mentions")
_NAMED_BY = {"article_entities_by_entity": "article_entities", "mentions_by_entity": "mentions"}

Row = tuple[Any, ...]


@dataclass(slots=True)
class Saved:
    """What was saved and what was lost, as it becomes known; see ``Salvaged``."""

    articles: int = 0
    lost: set[int] = field(default_factory=set)
    without_original: set[int] = field(default_factory=set)
    partly_named: set[int] = field(default_factory=set)
    only_original: set[int] = field(default_factory=set)
    rows_lost: dict[str, int] = field(default_factory=dict)


def save_rows(
    file: PageFile,
    trees: Trees,
    shapes: Mapping[str, Shape],
    indexes: Mapping[str, Index],
    fresh: sqlite3.Connection,
) -> Saved:
    """Put every readable row into the new archive, and tell what the indexes say is missing."""
    saved = Saved()
    for table, shape in shapes.items():
        if table not in DERIVED:
            _store(fresh, shape, _rows(file, trees, shape))
    for name, index in indexes.items():
        if index.table in trees.broken and index.table not in DERIVED | {"articles"}:
            _store_again(fresh, shapes[index.table], index, _repeated(file, trees, index))
        if index.table == "articles":
            saved.lost.update(row[-1] for row in _repeated(file, trees, index))
        elif name in _NAMED_BY:
            rows = ((row[1], row[2]) for row in _repeated(file, trees, index))
            saved.partly_named |= _missing_keys(fresh, _NAMED_BY[name], rows)
        elif index.table in trees.broken - DERIVED and shapes[index.table].has_rowid:
            numbers = {row[-1] for row in _repeated(file, trees, index)}
            gone = len(numbers) - _count_of(fresh, index.table, numbers)
            saved.rows_lost[index.table] = max(saved.rows_lost.get(index.table, 0), gone)
    for table in trees.broken - DERIVED - {"articles", "originals", *_NAMES}:
        saved.rows_lost.setdefault(table, 0)
    _verify_originals(fresh, saved)
    _keep_places(fresh, saved)
    saved.articles = fresh.execute("SELECT count(*) FROM articles").fetchone()[0]
    return saved


def make_whole(fresh: sqlite3.Connection, saved: Saved, broken: Iterable[str]) -> None:
    """Let no row speak of one that is gone; work out again what the rest tells."""
    fresh.execute("BEGIN")
    fresh.execute("UPDATE articles SET family = NULL WHERE family IS NOT NULL")
    while gone := _dangling(fresh):
        for table, rows in gone.items():
            _drop(fresh, table, rows, saved)
    if "entity_names" in broken:
        fresh.execute(
            "INSERT INTO entity_names (entity_id, name, uses)"
            " SELECT coalesce(found_id, entity_id), name, count(*) FROM article_entities"
            " WHERE correction_id IS NULL OR found_id IS NOT NULL GROUP BY 1, 2"
            " ON CONFLICT DO UPDATE SET uses = excluded.uses"
        )
    with suppress(ValueError, KeyError, TypeError):
        carry_out(fresh)
    fresh.execute("DELETE FROM changes")
    there = {number for (number,) in fresh.execute("SELECT id FROM articles")}
    saved.lost -= there
    saved.partly_named &= there - saved.only_original
    fresh.execute("COMMIT")


def _rows(file: PageFile, trees: Trees, shape: Shape) -> Iterator[Row]:
    """The table's rows; a cell that cannot be read marks the table as broken."""
    for page in trees.tables.get(shape.table, ()):
        for record in file.records(page):
            row = None if record is None else shape.row(record)
            if row is None:
                trees.broken.add(shape.table)
            elif row[0] != "archive_id" or shape.table != "meta":
                yield row


def _repeated(file: PageFile, trees: Trees, index: Index) -> Iterator[Row]:
    """What an index repeats of its table's rows."""
    for name, page in trees.indexes.get(index.table, ()):
        if name == index.name:
            for record in file.records(page):
                row = None if record is None else index.shape.row(record)
                if row is not None and len(row) == len(index.shape.columns):
                    yield row


def _store(fresh: sqlite3.Connection, shape: Shape, rows: Iterator[Row]) -> None:
    by_width: dict[int, list[Row]] = {}
    fresh.execute("BEGIN")
    for row in rows:
        waiting = by_width.setdefault(len(row), [])
        waiting.append(row)
        if len(waiting) >= 500:
            _insert(fresh, shape.insert(len(row)), waiting)
            waiting.clear()
    for width, waiting in by_width.items():
        _insert(fresh, shape.insert(width), waiting)
    fresh.execute("COMMIT")


def _insert(fresh: sqlite3.Connection, statement: str, rows: Sequence[Row]) -> None:
    for row in rows:
        with suppress(sqlite3.IntegrityError, OverflowError):
            fresh.execute(statement, row)


def _store_again(
    fresh: sqlite3.Connection, shape: Shape, index: Index, rows: Iterator[Row]
) -> None:
    """Store rows of a broken table from an index that repeats all that they must have."""
    names = [column.name for column in index.shape.columns]
    needed = {column.name for column in shape.columns if not column.may_be_missing}
    if not needed <= set(names):
        return
    if shape.table == "entities":
        if index.name == "entities_by_key":
            return
        names, rows = [*names, "key"], ((*row, entity_key(row[0], row[1])) for row in rows)
    listed = ",".join(f'"{name}"' for name in names)
    marks = ",".join("?" * len(names))
    statement = f'INSERT OR IGNORE INTO "{shape.table}" ({listed}) VALUES ({marks})'  # noqa: S608 (our own schema)
    fresh.execute("BEGIN")
    _insert(fresh, statement, list(rows))
    fresh.execute("COMMIT")


def _missing_keys(
    fresh: sqlite3.Connection, table: str, keys: Iterable[tuple[int, int]]
) -> set[int]:
    """Articles that have fewer rows in a table than its index tells of."""
    told = Counter(article for article, _ in set(keys))
    there = dict(
        fresh.execute(f"SELECT article_id, count(*) FROM {table} GROUP BY 1").fetchall()  # noqa: S608 (our own tables)
    )
    return {article for article, count in told.items() if there.get(article, 0) < count}


def _count_of(fresh: sqlite3.Connection, table: str, numbers: Iterable[int]) -> int:
    found = 0
    for some in chunks(numbers):
        marks = ",".join("?" * len(some))
        (count,) = fresh.execute(
            f'SELECT count(*) FROM "{table}" WHERE rowid IN ({marks})',  # noqa: S608 (our own schema)
            some,
        ).fetchone()
        found += count
    return found


def _verify_originals(fresh: sqlite3.Connection, saved: Saved) -> None:
    """Keep the bytes that are what their hash says; for others the text stands in."""
    saved.lost.update(
        number
        for (number,) in fresh.execute(
            "SELECT article_id FROM originals UNION SELECT article_id FROM article_entities"
            " UNION SELECT article_id FROM mentions"
        )
    )
    fresh.execute("BEGIN")
    damaged = [
        number
        for number, sha256, size, packed in fresh.execute(
            "SELECT articles.id, sha256, size, bytes FROM articles"
            " LEFT JOIN originals ON article_id = articles.id"
        )
        if packed is None or not _is_whole(sha256, size, packed)
    ]
    for number in damaged:
        _put_text(fresh, number)
    saved.without_original.update(damaged)
    fresh.execute("COMMIT")


def _keep_places(fresh: sqlite3.Connection, saved: Saved) -> None:
    """Under the number of each lost article whose original is whole, a row without a text."""
    stamp = now()
    fresh.execute("BEGIN")
    for number in sorted(saved.lost):
        row = fresh.execute(
            "SELECT size, bytes FROM originals WHERE article_id = ?"
            " AND NOT EXISTS (SELECT 1 FROM articles WHERE id = article_id)",
            (number,),
        ).fetchone()
        digest = _hash(*row) if row else ""
        if digest:
            with suppress(sqlite3.IntegrityError):
                fresh.execute(_PLACE, (number, digest, f"#{number}", stamp))
                saved.only_original.add(number)
    fresh.execute("COMMIT")


def _is_whole(sha256: str, size: int, packed: bytes) -> bool:
    return _hash(size, packed) == sha256


def _hash(size: int, packed: bytes) -> str:
    """The hash of packed bytes; "" where they are not as many as told, or damaged."""
    try:
        stream = zlib.decompressobj()
        data = stream.decompress(packed, size + 1)
    except (zlib.error, OverflowError, ValueError, TypeError):
        return ""
    return hashlib.sha256(data).hexdigest() if stream.eof and len(data) == size else ""


def _put_text(fresh: sqlite3.Connection, number: int) -> None:
    title, body = fresh.execute(
        "SELECT title, body FROM articles WHERE id = ?", (number,)
    ).fetchone()
    source = f"{title}\n\n{body}\n".encode("utf-8", "replace")
    digest = hashlib.sha256(source).hexdigest()
    taken = fresh.execute("SELECT 1 FROM articles WHERE sha256 = ?", (digest,)).fetchone()
    if taken:
        source += f"{number}\n".encode()
        digest = hashlib.sha256(source).hexdigest()
    fresh.execute(
        "UPDATE articles SET sha256 = ?, media_type = 'text/plain', encoding = 'utf-8',"
        " evidence = '[]' WHERE id = ?",
        (digest, number),
    )
    fresh.execute(
        "INSERT OR REPLACE INTO originals VALUES (?, ?, ?)",
        (number, len(source), zlib.compress(source)),
    )


def _dangling(fresh: sqlite3.Connection) -> dict[str, list[Row]]:
    """By table, the rows (rowid or None, parent, which key) that speak of rows that are gone."""
    found: dict[str, list[Row]] = {}
    for table, rowid, parent, key in fresh.execute("PRAGMA foreign_key_check").fetchall():
        found.setdefault(table, []).append((rowid, parent, key))
    return found


def _drop(fresh: sqlite3.Connection, table: str, rows: Sequence[Row], saved: Saved) -> None:
    keys = {key for _, _, key in rows}
    columns = {
        row[0]: (row[2], row[3], row[4] or "id")
        for row in fresh.execute(f'PRAGMA foreign_key_list("{table}")')
    }
    for key in keys:
        parent, column, other = columns[key]
        where = f'"{column}" IS NOT NULL AND "{column}" NOT IN (SELECT "{other}" FROM "{parent}")'  # noqa: S608 (our own schema)
        if table in _NAMES and parent == "entities":
            saved.partly_named.update(
                number
                for (number,) in fresh.execute(f'SELECT article_id FROM "{table}" WHERE {where}')  # noqa: S608 (our own schema)
            )
        elif parent != "articles":
            gone = fresh.execute(f'SELECT count(*) FROM "{table}" WHERE {where}').fetchone()[0]  # noqa: S608 (our own schema)
            saved.rows_lost[table] = saved.rows_lost.get(table, 0) + gone
        if not _is_needed(fresh, table, column):
            fresh.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE {where}')  # noqa: S608 (our own schema)
        else:
            fresh.execute(f'DELETE FROM "{table}" WHERE {where}')  # noqa: S608 (our own schema)


def _is_needed(fresh: sqlite3.Connection, table: str, column: str) -> bool:
    return any(
        row[1] == column and (row[3] or row[5])
        for row in fresh.execute(f'PRAGMA table_info("{table}")')
    )
