"""What people put right about persons, organisations and places, and what is told of an entity."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from newsarchive.article import EntityKind, Part


class What(StrEnum):
    """Kinds of correction; the values are those stored in the archive and in shared files."""

    MERGE = "merge"
    RENAME = "rename"
    KIND = "kind"
    HIDE = "hide"
    REJECT = "reject"
    SPLIT = "split"
    MARK = "mark"
    DISTINCT = "distinct"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in an article: characters [start, end) of its title or body."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing put right. It holds for every article now in the archive and for all to come.

    Attributes:
        what: MERGE: all that is called ``name`` is ``after``. RENAME: ``name`` is spelt ``after``.
            KIND: ``name`` is of the kind ``after``. HIDE: a real thing that no facet shows.
            REJECT: the word names nothing of this kind. SPLIT: in ``articles``, ``name`` is
            someone else, called ``after``. MARK: in the one article, ``span`` names ``after``.
            DISTINCT: ``name`` and ``after`` are two; they are not proposed for a merge again.
        kind: of the entity, before the correction.
        name: the entity's name in the archive; for MARK the text marked.
        after: what it becomes, see ``what``; "" for HIDE and REJECT.
        articles: sha256 of the articles' sources, for SPLIT and MARK: they are the same in a
            colleague's archive, while numbers are not.
        span: of MARK.
    """

    what: What
    kind: EntityKind
    name: str
    after: str = ""
    articles: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class MadeCorrection:
    """A correction as the archive keeps it.

    Attributes:
        number: its number in the archive; corrections hold in the order of their numbers.
        made_at: UTC.
        undone_at: UTC, when it was taken back; None while it holds.
        ground: why the program made it itself, "" for what a person made: ``chain`` (a shorter
            chain of three names and more), ``office`` (one office in one period), ``told``
            (articles use it for short), ``spelling`` (a foreign name spelt otherwise), ``known``
            (the lexicon knows both to be one body), ``title`` (one ruler of that first name),
            ``lone`` (a name alone, whose bearers other articles name in full; hidden).
    """

    number: int
    correction: Correction
    made_by: str
    made_at: dt.datetime
    undone_at: dt.datetime | None = None
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a correction would do.

    Attributes:
        articles: how many articles show it.
        examples: numbers and titles of the newest of them.
        joins: how many articles the name it becomes has already; 0 when there is no such name.
    """

    articles: int
    examples: tuple[tuple[int, str], ...] = ()
    joins: int = 0


@dataclass(frozen=True, slots=True)
class Office:
    """A title or office that articles print beside a person.

    Attributes:
        text: the office as printed, or the title where ``is_title``.
        first: date of the first article that prints it, None when no article is dated.
        last: of the last one.
        articles: how many print it.
        examples: numbers of the first and the last of them.
    """

    text: str
    is_title: bool
    first: dt.date | None
    last: dt.date | None
    articles: int
    examples: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """An entity that appears in the same articles."""

    kind: EntityKind
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Card:
    """What the archive knows of one person, organisation or place.

    Attributes:
        names: every name it goes by, with the number of articles that use it as the full name.
        months: (YYYY-MM, articles), oldest first.
        beside: who and what appears with it, the commonest first.
    """

    kind: EntityKind
    name: str
    articles: int
    names: tuple[tuple[str, int], ...] = ()
    offices: tuple[Office, ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    beside: tuple[Beside, ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two names that may be one, for a person to judge.

    Attributes:
        name: the name that would go.
        into: the name that would stay, the fuller or the commoner one.
        reason: ``shorter`` (a shorter chain of the same name), ``sound`` (one foreign name in
            other letters), ``alias`` (articles give ``name`` as a short name of ``into``),
            ``letters`` (one letter apart).
        articles: how many articles have ``name``; ``into_articles``: how many have ``into``.
        shared: offices, titles and bodies that go with both, as evidence.
        together: articles in which both stand: evidence against, unless ``alias``.
    """

    kind: EntityKind
    name: str
    into: str
    reason: str
    articles: int
    into_articles: int
    shared: tuple[str, ...] = ()
    together: int = 0
