"""A large archive quickly: synthetic articles stored with the people and bodies they were made of.

What an import does to understand pages is left out, so that a million articles take minutes.
"""

import hashlib
from itertools import islice
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.article import Article, Organisation, Person, Published
from newsarchive.store.adding import Incoming
from tests.bench import corpus

_BATCH = 2_000


def fill(path: Path, count: int, source: Path, seed: int = 1) -> int:
    """Make an archive of ``count`` articles, not indexed; returns the bytes of title and body."""
    raw = 0
    made = map(_incoming, corpus.drawn(count, source, seed))
    with Archive.open(path, create=True) as archive:
        while batch := list(islice(made, _BATCH)):
            raw += sum(len((i.article.title + i.article.body).encode()) for i in batch)
            archive.add(batch)
    return raw


def _incoming(drawn: corpus.Drawn) -> Incoming:
    record = drawn.record
    source = f"{record['url']} {record['title']}".encode()
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


def index(path: Path) -> None:
    """Bring an archive's index up to it."""
    with Archive.open(path) as archive:
        for _ in archive.refresh():
            pass
