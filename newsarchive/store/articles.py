"""Reading articles back: one whole, rows for a list, the bytes it was read from."""

import datetime as dt
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from newsarchive.article import (
    Article,
    EntityKind,
    Evidence,
    Marks,
    Mention,
    Organisation,
    Person,
    Place,
    Published,
    Reason,
    StoredArticle,
)
from newsarchive.errors import DamagedError, StoreError
from newsarchive.store.adding import AddResult, Incoming, add_articles
from newsarchive.store.connection import Store
from newsarchive.store.dates import published
from newsarchive.store.families import Kin, kin
from newsarchive.store.faults import faults
from newsarchive.store.marks import marks_on
from newsarchive.store.packed import texts

__all__ = [
    "AddResult",
    "Incoming",
    "ListRow",
    "add_articles",
    "article",
    "count",
    "original",
    "rows_for",
    "unread",
]

_MOST_VARIABLES = 500
LARGEST = 1 << 30
"""Bytes of an original; more than any reader takes in."""

_LINE = 2_000  # letters of a title, section or outlet that a list may have use for


@dataclass(frozen=True, slots=True)
class ListRow:
    """What a list of articles shows of one."""

    id: int
    title: str
    body: str
    section: str
    outlet: str
    url: str
    file: str
    published: Published | None
    kin: Kin = field(default_factory=Kin)
    encoding: str = "utf-8"
    marks: Marks = field(default_factory=Marks)


def count(store: Store) -> int:
    """Articles in the archive, those in the trash left out."""
    with faults(store.path):
        row = store.database.execute(
            "SELECT count(*) FROM articles WHERE deleted_at IS NULL"
        ).fetchone()
    return int(row[0])


def unread(store: Store) -> tuple[int, ...]:
    """Numbers of the articles that show pictures of text that nothing has read."""
    with faults(store.path):
        rows = store.database.execute(
            "SELECT id FROM articles"
            " WHERE deleted_at IS NULL AND instr(encoding, '+scan') > 0 ORDER BY id"
        ).fetchall()
    return tuple(row[0] for row in rows)


def article(store: Store, number: int, *, as_found: bool = False) -> StoredArticle:
    """The article with this number, also when it is in the trash.

    Args:
        store: the open archive.
        number: of the article.
        as_found: name persons, bodies and places as the page does, before any correction, instead
            of as the whole archive calls them.

    Raises:
        StoreError: store-no-article.
    """
    with faults(store.path), _told_when_odd(store):
        row = store.database.execute(
            "SELECT sha256, file, title, subtitle, section, author, outlet, url, language,"
            " published_date, published_precision, published_text, published_calendar, evidence,"
            " body, imported_at, media_type, encoding, deleted_at FROM articles WHERE id = ?",
            (number,),
        ).fetchone()
        if row is None:
            raise StoreError("store-no-article", id=number)
        entities = _entities(store, number, as_found=as_found)
        mentions = _mentions(store, number, as_found=as_found)
        kept = marks_on(store, (number,)).get(number, Marks())
        return _stored(number, row, entities, mentions, kept)


def _stored(
    number: int,
    row: Sequence[Any],
    entities: dict[EntityKind, list[Any]],
    mentions: tuple[Mention, ...],
    kept: Marks,
) -> StoredArticle:
    (sha256, file, title, subtitle, section, author, outlet, url, language) = row[:9]
    evidence, body, imported_at, media_type, encoding, deleted_at = row[13:]
    read = Article(
        name=file,
        sha256=sha256,
        title=title,
        body=body,
        subtitle=subtitle,
        section=section,
        author=author,
        outlet=outlet,
        url=url,
        language=language,
        published=published(*row[9:13]),
        evidence=tuple(_evidence(*piece) for piece in json.loads(evidence)),
        persons=tuple(entities[EntityKind.PERSON]),
        organisations=tuple(entities[EntityKind.ORGANISATION]),
        places=tuple(entities[EntityKind.PLACE]),
        mentions=mentions,
    )
    moment = dt.datetime.fromisoformat
    deleted = moment(deleted_at) if deleted_at else None
    return StoredArticle(number, read, moment(imported_at), media_type, encoding, deleted, kept)


def _evidence(
    field: str, start: int, end: int, reason: str = "", line: int = 0, name: str = ""
) -> Evidence:
    """One piece as stored: of three parts before reasons were kept."""
    known = Reason(reason) if reason in Reason.__members__.values() else Reason.NOTED
    return Evidence(field, start, end, known, line, name)


_SHOWN = (
    " JOIN entities AS found ON found.id = entity_id"
    " JOIN entities AS shown ON shown.id = coalesce(found.became, found.id)"
    " WHERE article_id = ? AND replaced_by IS NULL AND shown.hidden < 2 ORDER BY position"
)
_AS_FOUND = (
    " JOIN entities AS shown ON shown.id = coalesce(found_id, entity_id)"
    " WHERE article_id = ? AND (correction_id IS NULL OR found_id IS NOT NULL) ORDER BY position"
)


def _entities(store: Store, number: int, *, as_found: bool) -> dict[EntityKind, list[Any]]:
    """The persons, organisations and places of the article, in the order they were found."""
    named: dict[tuple[EntityKind, str], list[list[str]]] = {}
    rows = store.database.execute(
        "SELECT shown.kind, shown.name, article_entities.name, aliases, titles, roles"  # noqa: S608 (our own clauses)
        f" FROM article_entities{_AS_FOUND if as_found else _SHOWN}",
        (number,),
    )
    for kind, name, own, *packed in rows:
        aliases, titles, roles = map(texts, packed)
        name = own if as_found else name
        lists = named.setdefault((EntityKind(kind), name), [[], [], []])
        for listed, more in zip(lists, ([own, *aliases], titles, roles), strict=True):
            listed += [value for value in more if value not in listed and value != name]
    found: dict[EntityKind, list[Any]] = {kind: [] for kind in EntityKind}
    for (kind, name), (aliases, titles, roles) in named.items():
        if kind is EntityKind.PERSON:
            found[kind].append(Person(name, tuple(aliases), tuple(titles), tuple(roles)))
        elif kind is EntityKind.ORGANISATION:
            found[kind].append(Organisation(name, tuple(aliases)))
        else:
            found[kind].append(Place(name, tuple(aliases)))
    return found


def _mentions(store: Store, number: int, *, as_found: bool) -> tuple[Mention, ...]:
    name = (
        "coalesce((SELECT name FROM article_entities WHERE article_id = mentions.article_id"
        " AND coalesce(article_entities.found_id, article_entities.entity_id) = shown.id"
        " ORDER BY position LIMIT 1), shown.name)"
        if as_found
        else "shown.name"
    )
    rows = store.database.execute(
        f'SELECT shown.kind, {name}, part, "start", "end", surface,'  # noqa: S608 (our own clauses)
        " coalesce(title, ''), coalesce(role, '')"
        f" FROM mentions{_AS_FOUND if as_found else _SHOWN}",
        (number,),
    )
    found = [Mention(EntityKind(kind), *rest) for kind, *rest in rows]
    return tuple(sorted(found, key=lambda one: (one.part != "title", one.start)))


def rows_for(store: Store, ids: Sequence[int], body_characters: int = 0) -> tuple[ListRow, ...]:
    """List rows in the order of ``ids``; numbers the archive does not hold are left out.

    Args:
        store: the open archive.
        ids: numbers of articles.
        body_characters: how much of each body is wanted; 0 for all of it.
    """
    body = "substr(body, 1, ?)" if body_characters else "body"
    found: dict[int, ListRow] = {}
    with faults(store.path), _told_when_odd(store):
        for some in _chunks(ids):
            marks = ",".join("?" * len(some))
            rows = store.database.execute(
                f"SELECT id, substr(title, 1, {_LINE}), {body}, substr(section, 1, {_LINE}),"  # noqa: S608 (marks only)
                f" substr(outlet, 1, {_LINE}), url, file, published_date,"
                " published_precision, published_text, published_calendar, family, encoding"
                f" FROM articles WHERE id IN ({marks})",
                ([body_characters] if body_characters else []) + some,
            ).fetchall()
            marked = marks_on(store, some)
            sizes = kin(store, (row[11] for row in rows if row[11] is not None))
            for row in rows:
                family = sizes.get(row[11], Kin())
                date, kept = published(*row[7:11]), marked.get(row[0], Marks())
                found[row[0]] = ListRow(*(*row[:7], date, family, row[12], kept))
    return tuple(found[number] for number in ids if number in found)


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    rest = list(ids)
    for first in range(0, len(rest), _MOST_VARIABLES):
        yield rest[first : first + _MOST_VARIABLES]


def original(store: Store, number: int) -> bytes:
    """The bytes the article was read from, as they were imported.

    Raises:
        StoreError: store-no-article.
        DamagedError: the stored bytes cannot be unpacked.
    """
    with faults(store.path):
        row = store.database.execute(
            "SELECT size, bytes FROM originals WHERE article_id = ?", (number,)
        ).fetchone()
    if row is None:
        raise StoreError("store-no-article", id=number)
    size, packed = row
    return unpacked(store, packed, size)


def unpacked(store: Store, packed: bytes, size: int) -> bytes:
    """Stored bytes unpacked, never to more than the ``size`` noted beside them.

    Raises:
        DamagedError: they are not what was stored.
    """
    if not 0 <= size <= LARGEST:
        raise DamagedError("store-damaged", file=store.path.name)
    try:
        stream = zlib.decompressobj()
        data = stream.decompress(packed, size + 1)
    except zlib.error as error:
        raise DamagedError("store-damaged", file=store.path.name) from error
    if len(data) != size:
        raise DamagedError("store-damaged", file=store.path.name)
    return data


@contextmanager
def _told_when_odd(store: Store) -> Iterator[None]:
    """Values that no program of ours wrote are damage, not a defect."""
    try:
        yield
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedError("store-damaged", file=store.path.name) from error
