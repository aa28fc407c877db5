"""A large archive quickly: synthetic articles stored with the people and bodies they were made of.

What an import does to understand pages is left out, so that a million articles take minutes.
"""

import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.article import Article, Organisation, Person, Published
from newsarchive.store.adding import Incoming
from tests.bench import corpus

_BATCH = 2_000


def fill(path: Path, count: int, source: Path) -> int:
    """Make an archive of ``count`` articles, not indexed; returns the bytes of title and body."""
    raw = 0
    made = map(_incoming, corpus.drawn(count, source))
    with Archive.open(path, create=True) as archive:
        while batch := list(islice(made, _BATCH)):
            raw += sum(len((i.article.title + i.article.body).encode()) for i in batch)
            archive.add(batch)
    return raw


def _incoming(drawn: corpus.Drawn) -> Incoming:
    record = drawn.record
    source = record["url"].encode()
    article = Article(
        name=record["url"],
        sha256=hashlib.sha256(source).hexdigest(),
        title=record["title"],
        body=record["content"],
        section=record["section"],
        outlet=record["source"],
        url=record["url"],
        published=Published(corpus.day_of(record)),
        persons=tuple(Person(corpus.person(rank)) for rank in dict.fromkeys(drawn.people)),
        organisations=tuple(
            Organisation(corpus.body(rank)) for rank in dict.fromkeys(drawn.bodies)
        ),
    )
    return Incoming(article, source, "text/plain", "utf-8")


def indexed(path: Path) -> Iterator[int]:
    """Index an archive; yields how many articles are done."""
    with Archive.open(path) as archive:
        yield from archive.refresh()
