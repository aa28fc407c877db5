"""Saving what can be read of a damaged archive into a new one."""

import dataclasses
import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsarchive.article import StoredArticle
from newsarchive.errors import DamagedError, StoreError
from newsarchive.store.articles import Incoming, add_articles, article, original
from newsarchive.store.connection import Store, open_store, transaction
from newsarchive.store.corrections import correct, history
from newsarchive.store.faults import told

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it.

    Attributes:
        target: the new archive.
        articles: how many it holds.
        lost: numbers, in the damaged archive, of articles that could not be read.
        without_original: numbers, in the new archive, of those whose imported bytes are gone; the
            text as it was read stands in their place.
    """

    target: Path
    articles: int
    lost: tuple[int, ...]
    without_original: tuple[int, ...]


def salvage(path: Path, target: Path) -> Salvaged:
    """Copy every article that can still be read to a new archive; ``path`` is left as it is.

    Trash, stars, notes, tags and saved searches go along where they can be read. Each article is
    asked for by its number, so that a hole in the file costs only what lay in it.

    Raises:
        StoreError: store-exists, or the new archive cannot be written.
        DamagedError: not even the list of tables can be read.
    """
    if target.exists():
        raise StoreError("store-exists", file=target.name)
    numbers: dict[int, int] = {}
    lost: list[int] = []
    without_original: list[int] = []
    with open_store(path, read_only=True) as damaged, open_store(target, create=True) as fresh:
        for batch in _batches(_readable(damaged, lost)):
            items = [item for _, item, _ in batch]
            ids = iter(add_articles(fresh, items).ids)
            for stored, _, whole in batch:
                numbers[stored.id] = next(ids)
                if not whole:
                    without_original.append(numbers[stored.id])
            _restore_times(fresh, [stored for stored, _, _ in batch], numbers)
        _copy_the_readers_own(damaged, fresh, numbers)
        _make_corrections_again(damaged, fresh)
    return Salvaged(target, len(numbers), tuple(lost), tuple(without_original))


_Saved = tuple[StoredArticle, Incoming, bool]


def _batches(saved: Iterator[_Saved]) -> Iterator[list[_Saved]]:
    """Groups for one transaction each, every source once in all of them."""
    seen: set[str] = set()
    batch: list[_Saved] = []
    for one in saved:
        if one[1].article.sha256 in seen:
            continue
        seen.add(one[1].article.sha256)
        batch.append(one)
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _readable(damaged: Store, lost: list[int]) -> Iterator[_Saved]:
    for number in range(1, _last_number(damaged) + 1):
        try:
            stored = article(damaged, number, as_found=True)
        except DamagedError:
            lost.append(number)
            continue
        except StoreError:
            continue
        yield _with_source(damaged, stored)


def _last_number(damaged: Store) -> int:
    """The highest number an article may have, from whichever table still tells it."""
    found = [0]
    for question in (
        "SELECT seq FROM sqlite_sequence WHERE name = 'articles'",
        "SELECT max(id) FROM articles",
        "SELECT max(article_id) FROM originals",
        "SELECT max(article_id) FROM article_entities",
    ):
        found += [row[0] or 0 for row in _rows(damaged, question)]
    return max(found)


def _with_source(damaged: Store, stored: StoredArticle) -> _Saved:
    read = stored.article
    try:
        source = original(damaged, stored.id)
    except StoreError:
        source = b""
    if hashlib.sha256(source).hexdigest() == read.sha256:
        return stored, Incoming(read, source, stored.media_type, stored.encoding), True
    source = f"{read.title}\n\n{read.body}\n".encode("utf-8", "replace")
    read = dataclasses.replace(read, sha256=hashlib.sha256(source).hexdigest(), evidence=())
    return stored, Incoming(read, source, "text/plain", "utf-8"), False


def _restore_times(fresh: Store, batch: list[StoredArticle], numbers: dict[int, int]) -> None:
    with transaction(fresh) as connection:
        connection.executemany(
            "UPDATE articles SET imported_at = ?, deleted_at = ? WHERE id = ?",
            (
                (
                    stored.imported_at.isoformat(),
                    stored.deleted_at.isoformat() if stored.deleted_at else None,
                    numbers[stored.id],
                )
                for stored in batch
            ),
        )


def _copy_the_readers_own(damaged: Store, fresh: Store, numbers: dict[int, int]) -> None:
    """What people added by hand, with the articles' new numbers."""
    with transaction(fresh) as connection:
        for table, article_column in (
            ("tags", None),
            ("article_tags", 0),
            ("notes", 1),
            ("stars", 0),
            ("saved_searches", None),
            ("column_mappings", None),
            ("unwanted_repairs", None),
            ("watched_folders", None),
        ):
            for row in _rows(damaged, f"SELECT * FROM {table}"):  # noqa: S608 (names above)
                values = list(row)
                if article_column is not None:
                    if values[article_column] not in numbers:
                        continue
                    values[article_column] = numbers[values[article_column]]
                marks = ",".join("?" * len(values))
                connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", values)  # noqa: S608 (names above)


def _make_corrections_again(damaged: Store, fresh: Store) -> None:
    try:
        made = history(damaged)
    except (DamagedError, ValueError, KeyError, TypeError):
        return
    for one in made:
        if one.undone_at is None:
            correct(fresh, [one.correction], one.made_by)


def _rows(damaged: Store, question: str) -> list[tuple[Any, ...]]:
    """Rows up to the first that cannot be read."""
    rows: list[tuple[Any, ...]] = []
    try:
        rows.extend(damaged.database.execute(question))
    except sqlite3.Error as error:
        if told(error, damaged.path) is None:
            raise
    return rows
