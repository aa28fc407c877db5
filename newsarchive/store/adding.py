"""Adding articles: in bulk, each source once, all of a batch or nothing of it."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from newsarchive.article import Article, EntityKind, Evidence, Reason
from newsarchive.store.connection import Known, Store, transaction
from newsarchive.store.imports import FileNote, write_notes
from newsarchive.store.schema import now

_COMPRESSION = 3
_VARIABLES = 500
_KNOWN_LIMIT = 500_000

_ARTICLE = f"INSERT INTO articles VALUES ({','.join('?' * 21)})"  # noqa: S608 (question marks)
_ENTITY = "INSERT INTO entities (id, kind, name) VALUES (?, ?, ?)"
_NAME = "INSERT OR IGNORE INTO entity_names VALUES (?, ?)"
_NAMED = "INSERT INTO article_entities VALUES (?, ?, ?, ?, ?, ?, ?)"
_MENTION = "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"

Key = tuple[str, str]


class Incoming(NamedTuple):
    """An article on its way into the archive, with the bytes it was read from."""

    article: Article
    source: bytes
    media_type: str
    encoding: str


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of a batch.

    Attributes:
        ids: numbers of the new articles, in order.
        repeated: places in the batch, from 0, of those the archive had.
    """

    ids: tuple[int, ...] = ()
    repeated: tuple[int, ...] = ()

    @property
    def duplicates(self) -> int:
        """How many the archive had."""
        return len(self.repeated)


class _Named(NamedTuple):
    """A person, organisation or place of one article."""

    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    titles: tuple[str, ...]
    roles: tuple[str, ...]


def add_articles(
    store: Store, batch: Sequence[Incoming], notes: Sequence[FileNote] = ()
) -> AddResult:
    """Store a batch and what is to be noted of the files it came from, in one transaction.

    An article whose source bytes the archive holds already, in the trash too, is left out and
    counted. When this returns, the batch is on disk.

    Raises:
        StoreError: nothing of the batch was stored.
    """
    try:
        return _add(store, batch, notes)
    except UnicodeEncodeError:
        return _add(store, [_encodable(item) for item in batch], notes)


def _add(store: Store, batch: Sequence[Incoming], notes: Sequence[FileNote]) -> AddResult:
    packed = [zlib.compress(item.source, _COMPRESSION) for item in batch]
    with transaction(store) as connection:
        chosen = list(_new(connection, batch))
        first = _next_id(connection, "articles")
        ids = tuple(range(first, first + len(chosen)))
        items = [(number, batch[place]) for number, place in zip(ids, chosen, strict=True)]
        stamp = now()
        connection.executemany(
            _ARTICLE, (_article_row(number, item, stamp) for number, item in items)
        )
        connection.executemany(
            "INSERT INTO originals VALUES (?, ?, ?)",
            (
                (number, len(batch[place].source), packed[place])
                for number, place in zip(ids, chosen, strict=True)
            ),
        )
        _add_entities(store, connection, items)
        write_notes(connection, notes)
    repeated = sorted(set(range(len(batch))) - set(chosen))
    return AddResult(ids, tuple(repeated))


def _new(connection: sqlite3.Connection, batch: Sequence[Incoming]) -> Iterator[int]:
    """Places in the batch of sources that are neither in the archive nor earlier in the batch."""
    seen = _known_hashes(connection, [item.article.sha256 for item in batch])
    for place, item in enumerate(batch):
        if item.article.sha256 not in seen:
            seen.add(item.article.sha256)
            yield place


def _known_hashes(connection: sqlite3.Connection, hashes: Iterable[str]) -> set[str]:
    known: set[str] = set()
    for some in _chunks(hashes):
        marks = ",".join("?" * len(some))
        query = f"SELECT sha256 FROM articles WHERE sha256 IN ({marks})"  # noqa: S608 (marks only)
        known.update(row[0] for row in connection.execute(query, some))
    return known


def _chunks(values: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(values)
    while some := list(islice(rest, _VARIABLES)):
        yield some


def _next_id(connection: sqlite3.Connection, table: str) -> int:
    """One more than any number this table ever gave: numbers of removed rows never come back."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) + 1 if row else 1


def _article_row(number: int, item: Incoming, imported_at: str) -> tuple[object, ...]:
    article = item.article
    when = article.published
    evidence = [_evidence(piece) for piece in article.evidence]
    return (
        number,
        article.sha256,
        article.name,
        article.title,
        article.subtitle,
        article.section,
        article.author,
        article.outlet,
        article.url,
        article.language,
        when.date.isoformat() if when else None,
        when.precision if when else None,
        when.text if when else None,
        when.calendar if when else None,
        imported_at,
        None,
        None,
        item.media_type,
        item.encoding,
        json.dumps(evidence, ensure_ascii=False),
        article.body,
    )


def _evidence(piece: Evidence) -> tuple[str | int, ...]:
    """A piece as it is stored: its parts, as far as they say something."""
    parts = (piece.field, piece.start, piece.end, piece.reason, piece.line, piece.name)
    if piece.name:
        return parts
    return parts[:3] if piece.reason is Reason.NOTED else parts[:5]


def _named(article: Article) -> Iterator[_Named]:
    """Everything the article names; names that only a mention gives come last."""
    seen: set[Key] = set()
    for person in article.persons:
        seen.add((EntityKind.PERSON, person.name))
        yield _Named(EntityKind.PERSON, person.name, person.aliases, person.titles, person.roles)
    for kind, bodies in (
        (EntityKind.ORGANISATION, article.organisations),
        (EntityKind.PLACE, article.places),
    ):
        for body in bodies:
            seen.add((kind, body.name))
            yield _Named(kind, body.name, body.aliases, (), ())
    for mention in article.mentions:
        if (mention.kind, mention.entity) not in seen:
            seen.add((mention.kind, mention.entity))
            yield _Named(mention.kind, mention.entity, (), (), ())


def _add_entities(
    store: Store, connection: sqlite3.Connection, items: Sequence[tuple[int, Incoming]]
) -> None:
    named = [(number, item.article, list(_named(item.article))) for number, item in items]
    known = _current(store.known, connection)
    fresh = _learn(known, connection, {(n.kind, n.name) for _, _, every in named for n in every})
    known.ids.update(fresh)
    names: set[tuple[int, str]] = set()
    rows: list[tuple[object, ...]] = []
    mentions: list[tuple[object, ...]] = []
    for number, article, every in named:
        for position, one in enumerate(every):
            entity = known.ids[one.kind, one.name]
            names.update((entity, name) for name in (one.name, *one.aliases))
            rows.append((number, position, entity, one.name, *map(_listed, one[2:])))
        mentions.extend(
            (
                number,
                position,
                known.ids[mention.kind, mention.entity],
                mention.part,
                mention.start,
                mention.end,
                mention.surface,
                mention.title or None,
                mention.role or None,
            )
            for position, mention in enumerate(article.mentions)
        )
    connection.executemany(_NAME, sorted(names - known.names))
    connection.executemany(_NAMED, rows)
    connection.executemany(_MENTION, mentions)
    known.names |= names


def _listed(values: tuple[str, ...]) -> str | None:
    """A list of names as JSON, or NULL for none."""
    return json.dumps(values, ensure_ascii=False) if values else None


def _current(known: Known, connection: sqlite3.Connection) -> Known:
    """The known entities, forgotten first when another connection has written meanwhile."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    if version != known.version or len(known.ids) > _KNOWN_LIMIT:
        known.ids.clear()
        known.names.clear()
        known.version = version
    return known


def _learn(known: Known, connection: sqlite3.Connection, wanted: set[Key]) -> dict[Key, int]:
    """Numbers of the wanted entities that were not known; those not in the archive are added."""
    found: dict[Key, int] = {}
    unknown = sorted(wanted - known.ids.keys())
    for kind in EntityKind:
        for some in _chunks(name for k, name in unknown if k == kind):
            marks = ",".join("?" * len(some))
            rows = connection.execute(
                f"SELECT name, id FROM entities WHERE kind = ? AND name IN ({marks})",  # noqa: S608 (marks only)
                (kind, *some),
            )
            found.update(((kind, name), number) for name, number in rows)
    missing = [key for key in unknown if key not in found]
    first = _next_id(connection, "entities")
    added = {key: first + place for place, key in enumerate(missing)}
    connection.executemany(
        _ENTITY, ((number, kind, name) for (kind, name), number in added.items())
    )
    return found | added


def _encodable(item: Incoming) -> Incoming:
    """The article with U+FFFD for characters that no encoding can hold: lone surrogates."""
    from newsarchive.store.cleaning import without_surrogates

    return item._replace(article=without_surrogates(item.article))
