"""What is asked and what comes back: frozen values shared by engine, window and command line."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from newsarchive.brief import Marks, Published


class Sort(StrEnum):
    """Order of hits; RELEVANCE of an empty query means newest first."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Facet(StrEnum):
    """A way to narrow; months are the date histogram. The star is a tag called ``STAR``."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    SECTION = "section"
    SOURCE = "source"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Choice:
    """One facet value that the user included or excluded."""

    facet: Facet
    value: str
    exclude: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A whole request: the line as typed, facet choices, a range of days, an order.

    ``text`` may hold phrases, -word, OR, and field filters; choices of one facet are joined by OR,
    facets by AND, exclusions always narrow. ``since`` and ``until`` are inclusive.

    With ``once`` the copies of a report count as one article: the list shows the one that comes
    first in its order, the total and the months count families, and a facet's value counts the
    families that have it on any of the copies found, which is how many are shown once it is chosen.

    With ``exactly`` words are sought as typed, letters folded, and in no other form or spelling.

    By relevance newer articles gain a little, but for ``recency`` being off.
    """

    text: str = ""
    choices: tuple[Choice, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    sort: Sort = Sort.RELEVANCE
    once: bool = False
    exactly: bool = False
    recency: bool = True


TAG_FIELDS, STAR_FIELDS, NOTE_FIELDS = (
    ("tag", "وسم"),
    ("star", "starred", "نجمة"),
    ("note", "ملاحظة"),
)
_MARK_FIELDS = tuple(f"{name}:" for name in (*TAG_FIELDS, *STAR_FIELDS, *NOTE_FIELDS))


def heeds_marks(query: Query) -> bool:
    """Whether what a query finds may hang on what readers put on articles."""
    line = query.text.lower()
    return any(choice.facet is Facet.TAG for choice in query.choices) or any(
        field in line for field in _MARK_FIELDS
    )


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article and the [start, end) characters of it that matched."""

    text: str
    highlights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of the list, ready to paint.

    Attributes:
        rank: from 1 in the whole result.
        id: the article's number in the archive.
        copies: how many articles of the archive print the report, itself among them.
        outlets: in how many papers.
        why: the weakest tier its words matched in: folded, clitics, stem, relative, prefix, name,
            near; "" without words.
        unread: it shows pictures of text that nothing has read.
        marks: what readers put on it.
    """

    rank: int
    id: int
    title: Snippet
    snippet: Snippet
    section: str
    outlet: str
    url: str
    file: str
    published: Published | None
    why: str = ""
    copies: int = 1
    outlets: int = 1
    unread: bool = False
    marks: Marks = field(default_factory=Marks)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value and how many articles of the result carry it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Articles of one month, ``month`` as YYYY-MM."""

    month: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts over the very query that makes the list.

    Attributes:
        total: articles in the result, exact.
        values: for each facet its commonest values; the chosen values are always among them.
            A facet with included choices keeps counting its other values as if it had none.
        distinct: for each facet how many different values the result holds.
        months: every month that occurs, oldest first, ignoring the query's own range of days.
    """

    total: int
    values: dict[Facet, tuple[FacetValue, ...]] = field(default_factory=dict)
    distinct: dict[Facet, int] = field(default_factory=dict)
    months: tuple[MonthCount, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a typed line was not taken as it stands.

    Attributes:
        kind: ``keyboard``, the line was typed in the other layout and ``meant`` was searched;
            ``near``, no article holds ``typed`` and words like it were searched;
            ``instead``, no article holds ``typed``, and ``meant`` and other words said in its place
            were searched;
            ``meant``, no article has all that was typed, and ``meant`` was searched in the place of
            ``typed``: its words in one, or apart, or one that a slip made another of;
            ``some``, no article holds all the words and those with most of them, or with what is
            said in their place, are shown; ``few``, so few hold all the words that such are there
            too;
            ``name``, the archive has seen ``typed`` used for ``meant`` and its articles are there
            too; ``date``, ``typed`` is also the range of days ``meant``;
            ``unclosed-quote``, ``unclosed`` and ``unopened`` (parentheses), ``unknown-field``
            (searched as words), ``empty-field`` (left out), ``bad-date`` (searched as words): what
            is wrong with ``typed``.
    """

    kind: str
    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class Results:
    """A first page ready to paint with the exact total, and how the typed line was read.

    Attributes:
        total: of all articles; while it ``is_counted`` not yet, of those on the page.
    """

    query: Query
    total: int
    hits: tuple[Hit, ...]
    understood: tuple[Reading, ...] = ()
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class Completion:
    """A proposal for what is being typed.

    Attributes:
        text: what takes the place of the characters [start, end) of the line.
        name: the value as the archive has it, or the field's name.
        facet: whose value it is; None for the name of a field.
    """

    text: str
    name: str
    start: int
    end: int
    facet: Facet | None = None
