"""Which column of a table holds which part of an article: guessed, shown, settable.

A column is named as its table names it; inside nested JSON by its path, ``data.article.headline``,
and one without a name by its place, ``#3``.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Why = Literal["name", "content", "user"]

PARTS = (
    "title",
    "subtitle",
    "body",
    "summary",
    "date",
    "author",
    "url",
    "outlet",
    "section",
    "language",
)  # in the order in which they are shown

GUESSED = 0.6
SURE = 0.8
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Column:
    """A column and values of it, cleaned, in the order of the rows looked at; "" where empty."""

    name: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MappedPart:
    """The column that holds a part.

    Attributes:
        part: one of PARTS.
        column: "" where the user wants none.
        why: by the column's name, by what stands in it, or as the user chose.
        score: how sure it is, from GUESSED to 1.
    """

    part: str
    column: str
    why: Why
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The columns that a table's articles are read from, a part at most once."""

    parts: tuple[MappedPart, ...] = ()

    def column(self, part: str) -> str:
        """The column of a part, or ""."""
        return next((one.column for one in self.parts if one.part == part), "")

    def why(self, part: str) -> Why | None:
        """Why that column; None for a part without one."""
        return next((one.why for one in self.parts if one.part == part), None)

    def by(self, *reasons: Why) -> dict[str, str]:
        """Part to column, of those that were mapped for one of these reasons."""
        return {one.part: one.column for one in self.parts if one.why in reasons}

    @property
    def holds_articles(self) -> bool:
        """Whether a row would have a title or text."""
        return any(self.column(part) for part in ("title", "body", "summary"))


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was looked at.

    Attributes:
        name: the file, and the sheet or database table in it.
        columns: with samples of as many rows for each.
        mapping: what it would be read by.
        is_sure: whether that can be trusted without asking.
        is_loose: its records may leave columns out (JSON).
        signature: the columns by which tables like it are known again.
    """

    name: str
    columns: tuple[Column, ...]
    mapping: ColumnMapping
    is_sure: bool = True
    is_loose: bool = False
    signature: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names in their order."""
        return tuple(column.name for column in self.columns)

    def samples(self, part: str) -> tuple[str, ...]:
        """The samples of the column mapped to a part."""
        wanted = self.mapping.column(part)
        return next((c.samples for c in self.columns if wanted and c.name == wanted), ())


@dataclass(frozen=True, slots=True)
class KeptMapping:
    """What the user chose once for tables with these columns.

    Attributes:
        columns: all of the table's, sorted.
        choices: part to column, "" for none; parts that are not named go on being guessed.
        number: in the archive; 0 when it is in none.
        made_at: UTC, ISO 8601, or "".
    """

    columns: tuple[str, ...]
    choices: Mapping[str, str] = field(default_factory=dict)
    number: int = 0
    made_at: str = ""

    def fits(self, columns: Collection[str], *, is_loose: bool = False) -> bool:
        """Whether a table has these columns; of loose records, four in five of them and ours."""
        own, others = set(self.columns), set(columns)
        if own == others:
            return True
        alike = len(own & others) >= _MOSTLY * len(own | others)
        return is_loose and alike and all(has(others, one) for one in self.choices.values())


def has(columns: Iterable[str], wanted: str) -> bool:
    """Whether a column is there, or is an object of which there are columns; "" always is."""
    return not wanted or any(c == wanted or c.startswith(f"{wanted}.") for c in columns)


def fitting(
    kept: Iterable[KeptMapping], columns: Collection[str], *, is_loose: bool = False
) -> KeptMapping | None:
    """The mapping kept for exactly these columns, else the latest that fits them."""
    found = [one for one in kept if one.fits(columns, is_loose=is_loose)]
    exact = [one for one in found if set(one.columns) == set(columns)]
    return next(reversed(exact or found), None)
