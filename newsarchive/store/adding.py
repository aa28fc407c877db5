"""Adding articles: in bulk, each source once, all of a batch or nothing of it."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsarchive.article import Article, Evidence, Reason
from newsarchive.families.fingerprints import Signature, signature
from newsarchive.store.connection import Store, transaction
from newsarchive.store.correcting import apply_to_new, articles_by_hash
from newsarchive.store.families import Newcomer, join, report_of
from newsarchive.store.imports import FileNote, write_notes
from newsarchive.store.keys import chunks, next_id
from newsarchive.store.naming import add_entities
from newsarchive.store.renewing import Renewal, renew
from newsarchive.store.schema import now

_COMPRESSION = 3
_VARIABLES = 500

_COLUMNS = (
    "id", "sha256", "file", "title", "subtitle", "section", "author", "outlet", "url", "language",
    "published_date", "published_precision", "published_text", "published_calendar", "imported_at",
    "deleted_at", "family", "media_type", "encoding", "evidence", "body",
)  # fmt: skip
_ARTICLE = f"INSERT INTO articles VALUES ({','.join('?' * len(_COLUMNS))})"  # noqa: S608 (marks)


class Incoming(NamedTuple):
    """An article on its way into the archive, with the bytes it was read from.

    Attributes:
        signature: of the body, where another process has worked it out already.
    """

    article: Article
    source: bytes
    media_type: str
    encoding: str
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of a batch.

    Attributes:
        ids: numbers of the new articles, in order.
        repeated: places in the batch, from 0, of those the archive had.
        renewed: numbers of those among them that were understood otherwise than before.
        trashed: how many of them lie in the trash.
    """

    ids: tuple[int, ...] = ()
    repeated: tuple[int, ...] = ()
    renewed: tuple[int, ...] = ()
    trashed: int = 0

    @property
    def duplicates(self) -> int:
        """How many the archive had."""
        return len(self.repeated)


def add_articles(
    store: Store,
    batch: Sequence[Incoming],
    notes: Sequence[FileNote] = (),
    *,
    renews: bool = False,
) -> AddResult:
    """Store a batch and what is to be noted of the files it came from, in one transaction.

    An article whose source bytes the archive holds already, in the trash too, is left out and
    counted; with ``renews`` it takes what is understood of it now. When this returns, the batch is
    on disk.

    Raises:
        StoreError: nothing of the batch was stored.
    """
    try:
        return _add(store, batch, notes, renews=renews)
    except UnicodeEncodeError:
        return _add(store, [_encodable(item) for item in batch], notes, renews=renews)


def _add(
    store: Store, batch: Sequence[Incoming], notes: Sequence[FileNote], *, renews: bool
) -> AddResult:
    packed = [zlib.compress(item.source, _COMPRESSION) for item in batch]
    with transaction(store) as connection:
        chosen = list(_new(connection, batch))
        first = next_id(connection, "articles")
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
        add_entities(store.known, connection, [(number, item.article) for number, item in items])
        apply_to_new(connection, {item.article.sha256: number for number, item in items})
        join(connection, [_newcomer(number, item) for number, item in items], store.reports)
        repeated = sorted(set(range(len(batch))) - set(chosen))
        again = [batch[place] for place in repeated] if renews else []
        renewed = renew(store, connection, _renewals(connection, again, stamp))
        write_notes(connection, notes)
        trashed = _in_trash(connection, [batch[place] for place in repeated])
    return AddResult(ids, tuple(repeated), renewed, trashed)


def _in_trash(connection: sqlite3.Connection, items: Sequence[Incoming]) -> int:
    hashes = {item.article.sha256 for item in items}
    rows = connection.execute("SELECT sha256 FROM articles WHERE deleted_at IS NOT NULL")
    return sum(sha256 in hashes for (sha256,) in rows) if hashes else 0


def _renewals(
    connection: sqlite3.Connection, items: Sequence[Incoming], stamp: str
) -> list[Renewal]:
    numbers = articles_by_hash(connection, (item.article.sha256 for item in items))
    known = {numbers[item.article.sha256]: item for item in items}
    return [
        Renewal(
            number,
            item.article,
            dict(zip(_COLUMNS, _article_row(number, item, stamp), strict=True)),
            _newcomer(number, item),
        )
        for number, item in known.items()
    ]


def _new(connection: sqlite3.Connection, batch: Sequence[Incoming]) -> Iterator[int]:
    """Places in the batch of sources that are neither in the archive nor earlier in the batch."""
    seen = _known_hashes(connection, [item.article.sha256 for item in batch])
    for place, item in enumerate(batch):
        if item.article.sha256 not in seen:
            seen.add(item.article.sha256)
            yield place


def _known_hashes(connection: sqlite3.Connection, hashes: Iterable[str]) -> set[str]:
    known: set[str] = set()
    for some in chunks(hashes):
        marks = ",".join("?" * len(some))
        query = f"SELECT sha256 FROM articles WHERE sha256 IN ({marks})"  # noqa: S608 (marks only)
        known.update(row[0] for row in connection.execute(query, some))
    return known


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


def _newcomer(number: int, item: Incoming) -> Newcomer:
    known = item.signature or signature(item.article.body)
    return Newcomer(number, report_of(item.article), known)


def _evidence(piece: Evidence) -> tuple[str | int, ...]:
    """A piece as it is stored: its parts, as far as they say something."""
    parts = (piece.field, piece.start, piece.end, piece.reason, piece.line, piece.name)
    if piece.name:
        return parts
    return parts[:3] if piece.reason is Reason.NOTED else parts[:5]


def _encodable(item: Incoming) -> Incoming:
    """The article with U+FFFD for characters that no encoding can hold: lone surrogates."""
    from newsarchive.store.cleaning import without_surrogates

    return item._replace(article=without_surrogates(item.article))
