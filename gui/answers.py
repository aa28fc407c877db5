"""What the archive answered, with what it was asked: plain values."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsarchive.search.query import Completion, Facet, Facets, FacetValue, Query

if TYPE_CHECKING:
    from gui.loosening import Way
    from newsarchive.article import Copy, Difference, StoredArticle

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """An article ready to show with what the query matched in it and its copies elsewhere."""

    stored: "StoredArticle"
    title_matches: Spans = ()
    body_matches: Spans = ()
    family: "tuple[Copy, ...]" = ()


@dataclass(frozen=True, slots=True)
class Total:
    """How many articles a query finds."""

    query: Query
    total: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Facet counts and the query they were counted for."""

    query: Query
    facets: Facets


@dataclass(frozen=True, slots=True)
class Values:
    """A page of one facet's values, from ``first`` on, and what they were asked for."""

    facet: Facet
    contains: str
    first: int
    values: tuple[FacetValue, ...]
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Articles of each day from ``since`` to ``until`` in a query."""

    query: Query
    since: dt.date
    until: dt.date
    counts: dict[dt.date, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """What sets two articles apart, by their numbers."""

    first: int
    second: int
    differences: "tuple[Difference, ...]"


@dataclass(frozen=True, slots=True)
class Completed:
    """Proposals for a line with the cursor before its character ``cursor``."""

    line: str
    cursor: int
    proposals: tuple[Completion, ...]


@dataclass(frozen=True, slots=True)
class FoundWithin:
    """Where words stand in each of some texts."""

    texts: tuple[str, ...]
    spans: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Articles about the same people as one, by its number."""

    number: int
    articles: "tuple[Copy, ...]"


@dataclass(frozen=True, slots=True)
class Loosened:
    """What a query that finds nothing would find if it asked for less."""

    query: Query
    ways: "tuple[tuple[Way, int], ...]"
