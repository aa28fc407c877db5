"""The mapping that a table is read by: what the user chose, then known names, then content."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from newsarchive.columns import PARTS, Column, ColumnMapping, MappedPart, Table
from newsarchive.readers.column_content import guess
from newsarchive.readers.column_profile import Profile
from newsarchive.readers.field_names import (
    OTHER_WORDS,
    part_of,
    plan,
    readable,
    stated,
    text_at,
    within,
)
from newsarchive.readers.nested import columns_of, value_at

_DEEPEST = 4
_WORD = re.compile(r"[A-Z]?[a-z]+|[^\W\d_a-zA-Z]+|[A-Z]+")


@dataclass
class Rows:
    """The first records of a table, column by column.

    Attributes:
        names: the columns that the table's head names; empty for loose records.
    """

    name: str
    names: tuple[str, ...]
    records: Sequence[Mapping[str, Any]]
    _profiles: dict[str, Profile] = field(default_factory=dict)

    @property
    def is_loose(self) -> bool:
        """Whether each record names its own columns."""
        return not self.names

    def columns(self) -> tuple[str, ...]:
        """All columns, nested ones by their paths."""
        found = dict.fromkeys(self.names)
        for record in self.records if self.is_loose else ():
            found |= dict.fromkeys(columns_of(record))
        return tuple(found)

    def profile(self, column: str) -> Profile:
        """What stands in a column."""
        if column not in self._profiles:
            texts = (readable(text_at(record, column, "body")) for record in self.records)
            self._profiles[column] = Profile(column, tuple(texts))
        return self._profiles[column]


def look_at(rows: Rows, choices: Mapping[str, str], *, samples: int = 0) -> Table:
    """What a table would be read by, with samples of as many rows as asked for.

    Args:
        rows: its first.
        samples: how many.
        choices: what the user chose for tables like it: part to column, "" for none.
    """
    columns = rows.columns()
    chosen = [MappedPart(part, column, "user") for part, column in choices.items()]
    taken = frozenset(column for column in choices.values() if column)
    named = {p: c for p, c in _named(rows, taken).items() if p not in choices}
    known = {one.part: one.column for one in chosen} | named
    missing = [part for part in PARTS if part not in known]
    used = {*known.values(), *(c for c in columns if _tells(c, known))}
    free = [rows.profile(c) for c in columns if c not in used and not _is_inside(c, used)]
    found = guess(free, missing, _profiles(rows, known))
    by_name = (MappedPart(part, column, "name") for part, column in named.items())
    every = {one.part: one for one in (*chosen, *by_name, *found.parts)}
    mapping = ColumnMapping(tuple(every[part] for part in PARTS if part in every))
    shown = (*dict.fromkeys((*(c for c in known.values() if c), *columns)),)
    return Table(
        rows.name,
        tuple(Column(c, rows.profile(c).values[:samples] if samples else ()) for c in shown),
        mapping,
        is_sure=bool(choices) or not found.is_doubtful,
        is_loose=rows.is_loose,
        signature=columns,
    )


def _profiles(rows: Rows, known: Mapping[str, str]) -> dict[str, Profile]:
    """The known columns, as far as others are judged by them."""
    body = known.get("body") or known.get("summary")
    found = {"body": body, "url": known.get("url")}
    return {part: rows.profile(column) for part, column in found.items() if column}


def _named(rows: Rows, taken: frozenset[str]) -> dict[str, str]:
    """Part to the column whose name tells it, the one that most often has a value."""
    counts: dict[str, dict[str, int]] = {}
    for record in rows.records:
        for part, (column, _) in _stated(record, taken).items():
            of_part = counts.setdefault(part, {})
            of_part[column] = of_part.get(column, 0) + 1
    found = {part: max(of_part, key=lambda c: of_part[c]) for part, of_part in counts.items()}
    names = tuple(name for name in rows.names if name not in taken)
    return {part: columns[0] for part, columns in plan(names).items()} | found


def _stated(record: Mapping[str, Any], taken: frozenset[str]) -> dict[str, tuple[str, str]]:
    """What a record's names tell; where they tell no article, those of an object deep inside."""
    found = stated(record, taken)
    if "title" in found or "body" in found:
        return found
    best: dict[str, tuple[str, str]] = {}
    for path in _objects(record, "", _DEEPEST):
        value = value_at(record, path)  # None below a name that is empty
        inner = within(path, value, taken) if isinstance(value, Mapping) else {}
        if {"title", "body"} <= inner.keys() and len(inner) > len(best):
            best = inner
    return found | best


def _objects(value: Mapping[str, Any], path: str, depth: int) -> list[str]:
    if not depth:
        return []
    inside = ((f"{path}.{n}" if path else n, v) for n, v in value.items() if isinstance(v, dict))
    return [found for name, v in inside for found in (name, *_objects(v, name, depth - 1))]


def _tells(column: str, known: Mapping[str, str]) -> bool:
    """Whether a column's name says that it is no part that is still looked for."""
    ends = column.split(".")[-2:]
    if part_of(column) or part_of(ends[-1]) in known:
        return True
    return any(word.lower() in OTHER_WORDS for end in ends for word in _WORD.findall(end))


def _is_inside(column: str, used: "set[str]") -> bool:
    """Whether a column is one value of another that is read whole."""
    return any(column.startswith(f"{one}.") for one in used)
