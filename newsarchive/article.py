"""The values that flow through the engine: what a reader found, and what was understood of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from newsarchive.brief import Calendar as Calendar
from newsarchive.brief import Marks as Marks
from newsarchive.brief import Precision as Precision
from newsarchive.brief import Published as Published
from newsarchive.repairs import Noted, noted_in
from resources import message

Part = Literal["title", "body"]

NO_FIELDS: Mapping[str, str] = MappingProxyType({})


class EntityKind(StrEnum):
    """What a mention names; the values are those stored in the archive."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


class Handed:
    """What processes hand to each other: pickled as what it is made of.

    By itself a frozen dataclass with slots takes three times as long.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        kind = type(self)
        names: Sequence[str] = kind.__slots__
        return kind, tuple([getattr(self, name) for name in names])


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One saved article as its reader found it, before anything is understood.

    Attributes:
        name: the file as the user knows it, with "/" for what lies inside an archive and "#n"
            (from 1) for the nth record of a table: ``news.zip/day.json#12``.
        source: the bytes as imported. For a record inside a table or JSON array: that record's own
            text in UTF-8, so that each article keeps its own original.
        media_type: of ``source``, e.g. ``text/plain``, ``text/html``, ``application/json``.
        text: the decoded, readable text: a page copy's lines, an HTML page's visible main text, a
            record's content. Offsets in Evidence count characters of this string.
        fields: what the format itself states, under the names title, subtitle, section, date,
            author, url, outlet, language; absent where it states nothing. Values are verbatim.
            Three more tell of the copy, not of the article: saved, the moment it was made (the Date
            of an MHTML page or a message, WARC-Date, the stamp of the program that saved a page);
            date_extracted, the day a data set collected it; masthead, today's date on a page that
            tells its own only as «منذ 3 ساعات». Never the file system's time. And date_order is
            "month-first" for a record of a table whose dates are written so.
        body_only: True when ``text`` is known to be the body alone (a record's content, the main
            text of an HTML page), False when page furniture must still be told from it.
        encoding: the character encoding ``source`` was decoded with, e.g. ``utf-8``.
        origins: for names in ``fields``, what the file itself calls that field: ``og:title``,
            ``pubDate``, «العنوان».
    """

    name: str
    source: bytes
    media_type: str
    text: str
    fields: Mapping[str, str] = field(default_factory=lambda: NO_FIELDS)
    body_only: bool = False
    encoding: str = "utf-8"
    origins: Mapping[str, str] = field(default_factory=lambda: NO_FIELDS)


class Reason(StrEnum):
    """Why a field was read where it was; each is a sentence, ``evidence-…`` in engine.toml.

    The values are those stored in the archive; what an archive holds beside them, or from before
    reasons were kept, is NOTED: the place alone is known.
    """

    NOTED = "noted"
    STATED = "stated"
    ADDRESS = "address"
    LABEL = "label"
    HEADLINE = "headline"
    REPEATED = "repeated"
    LIKELIEST = "likeliest"
    FIRST_PARAGRAPH = "first-paragraph"
    UNDER_TITLE = "under-title"
    OVER_TITLE = "over-title"
    BEFORE_TITLE = "before-title"
    KNOWN_SECTION = "known-section"
    BREADCRUMB = "breadcrumb"
    OVER_TEXT = "over-text"
    BELOW_TEXT = "below-text"
    BETWEEN_PARAGRAPHS = "between-paragraphs"
    DATELINE = "dateline"
    NAME_SHAPE = "name-shape"
    PAPER = "paper"
    PARAGRAPHS = "paragraphs"
    WHOLE_TEXT = "whole-text"


@dataclass(frozen=True, slots=True)
class Evidence(Handed):
    """Where a field was read, and why there.

    Attributes:
        field: title, subtitle, section, date, author, outlet, url or body.
        start: with ``end``, characters [start, end) of RawDocument.text; both 0 where the value
            does not stand in the text.
        line: of the text, from 1; 0 where the value does not stand in it.
        name: what the file itself calls the field that states the value, or "".
    """

    field: str
    start: int = 0
    end: int = 0
    reason: Reason = Reason.NOTED
    line: int = 0
    name: str = ""

    def sentence(self, language: str = "ar") -> str:
        """Where and why, in "ar" or "en"."""
        return message(f"evidence-{self.reason}", language, line=self.line, name=self.name)

    def told(self, language: str = "ar") -> str:
        """Which field, where and why, in "ar" or "en"."""
        field = message(f"field-{self.field}", language)
        return message("evidence-told", language, field=field, reason=self.sentence(language))


@dataclass(frozen=True, slots=True)
class Mention(Handed):
    """One place in an article's title or body that names an entity.

    Attributes:
        kind: of the entity.
        entity: the name of the entity within this article (Person.name, Organisation.name, …).
        part: the field that ``start`` and ``end`` count characters of.
        surface: exactly ``part[start:end]``, original letters kept.
        title: honorific or rank printed before a person here («اللواء»), or "".
        role: office printed beside a person here («مدير عام …»), or "".
    """

    kind: EntityKind
    entity: str
    part: Part
    start: int
    end: int
    surface: str
    title: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Person(Handed):
    """A person of one article: fullest name, other names used there, titles and offices."""

    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation(Handed):
    """A body of one article: fullest name and other names used there."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place(Handed):
    """A country, city or region of one article."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article(Handed):
    """An article as understood: what the archive stores.

    Attributes:
        body: paragraphs joined by a blank line, logical order, original letters.
        outlet: the paper or site that printed it.
        author: the byline's person or agency, or "".
        language: ISO 639-1.
    """

    name: str
    sha256: str
    title: str
    body: str
    subtitle: str = ""
    section: str = ""
    author: str = ""
    outlet: str = ""
    url: str = ""
    language: str = "ar"
    published: Published | None = None
    evidence: tuple[Evidence, ...] = ()
    persons: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article that prints the same report: its number, and what tells it from others."""

    id: int
    title: str
    outlet: str
    published: Published | None


@dataclass(frozen=True, slots=True)
class Trashed:
    """An article in the trash: its number, what tells it from others, since when (UTC)."""

    id: int
    title: str
    outlet: str
    file: str
    deleted_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence of two copies, or one that only one of them has.

    Attributes:
        kind: changed: both have it in words of their own.
        first: the sentence as the first article has it, or "".
        second: as the second has it, or "".
        first_spans: the [start, end) characters of ``first`` that ``second`` has not.
        second_spans: the [start, end) characters of ``second`` that ``first`` has not.
    """

    kind: Literal["same", "first", "second", "changed"]
    first: str = ""
    second: str = ""
    first_spans: tuple[tuple[int, int], ...] = ()
    second_spans: tuple[tuple[int, int], ...] = ()


STAR = "★"
"""The name that the star has among tags."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as the archive keeps it.

    Attributes:
        id: its number in the archive, never given twice.
        imported_at: UTC.
        media_type: of the original bytes.
        encoding: the character encoding the original was decoded with, and what was done beyond
            that (:mod:`newsarchive.repairs`).
        deleted_at: UTC, when it was put into the trash; None for all others.
        marks: what readers put on it.
    """

    id: int
    article: Article
    imported_at: dt.datetime
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    deleted_at: dt.datetime | None = None
    marks: Marks = field(default_factory=Marks)

    @property
    def repairs(self) -> tuple[Noted, ...]:
        """What was done to its text before it could be read."""
        return noted_in(self.encoding)

    @property
    def file(self) -> str:
        """The file it came from, as the user knows it."""
        return self.article.name
