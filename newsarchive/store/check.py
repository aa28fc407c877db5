"""Verifying an archive: pages, references, every stored byte against its hash."""

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newsarchive.errors import DamagedError
from newsarchive.store.articles import unpacked
from newsarchive.store.connection import Store, transaction
from newsarchive.store.faults import told

_MOST = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was written; ``code`` is its sentence in the catalogue."""

    code: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found: how many articles were looked at, and all that is wrong."""

    articles: int
    problems: tuple[Problem, ...] = ()


def check(store: Store) -> Findings:
    """Read everything once. Changes nothing; a damaged part never ends the look at the others."""
    problems: list[Problem] = []
    problems += _guarded(store, _pages(store))
    problems += _guarded(store, _references(store))
    looked_at = [0]
    problems += _guarded(store, _originals(store, looked_at))
    return Findings(looked_at[0], tuple(problems[: _MOST + 1]))


def mend(store: Store) -> None:
    """Make every index of the file again from its table, all or none.

    Raises:
        DamagedError: a table cannot be read; nothing was changed.
    """
    with transaction(store) as connection:
        connection.execute("REINDEX")


def _guarded(store: Store, found: Iterator[Problem]) -> list[Problem]:
    """What one look finds, until the file cannot be read on."""
    problems: list[Problem] = []
    try:
        for problem in found:
            problems.append(problem)
            if len(problems) >= _MOST:
                break
    except sqlite3.Error as error:
        if told(error, store.path) is None:
            raise
        problems.append(Problem("check-unreadable", {"file": store.path.name, "why": str(error)}))
    return problems


def _pages(store: Store) -> Iterator[Problem]:
    for (line,) in store.database.execute(f"PRAGMA integrity_check({_MOST})"):
        if line != "ok":
            yield Problem("check-pages", {"what": line})


def _references(store: Store) -> Iterator[Problem]:
    for table, row, parent, _ in store.database.execute("PRAGMA foreign_key_check"):
        yield Problem("check-reference", {"table": table, "row": row, "parent": parent})


def _originals(store: Store, looked_at: list[int]) -> Iterator[Problem]:
    """Articles whose source is missing or is not what its hash says."""
    rows = store.database.execute(
        "SELECT articles.id, file, sha256, size, bytes"
        " FROM articles LEFT JOIN originals ON article_id = articles.id ORDER BY articles.id"
    )
    for number, file, sha256, size, packed in rows:
        looked_at[0] += 1
        if packed is None:
            yield Problem("check-no-original", {"id": number, "file": file})
        elif _digest(store, packed, size) != sha256:
            yield Problem("check-original", {"id": number, "file": file})


def _digest(store: Store, packed: bytes, size: int) -> str:
    try:
        return hashlib.sha256(unpacked(store, packed, size)).hexdigest()
    except DamagedError:
        return ""
