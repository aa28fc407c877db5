"""Small archives for tests: made in a line, found by what they say."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.article import Article, Organisation, Person, Place, Published
from newsarchive.store.adding import Incoming


def article(
    title: str,
    body: str = "",
    *,
    date: str | None = None,
    section: str = "",
    outlet: str = "",
    persons: Iterable[str] = (),
    organisations: Iterable[str] = (),
    places: Iterable[str] = (),
) -> Article:
    """An article as the flow would have understood it."""
    source = "\n".join((title, body, date or "", section, outlet, *persons, *organisations))
    return Article(
        name=f"{title}.txt",
        sha256=hashlib.sha256(source.encode()).hexdigest(),
        title=title,
        body=body,
        section=section,
        outlet=outlet,
        url=f"https://paper.example/{len(source)}",
        published=Published(dt.date.fromisoformat(date)) if date else None,
        persons=tuple(Person(name) for name in persons),
        organisations=tuple(Organisation(name) for name in organisations),
        places=tuple(Place(name) for name in places),
    )


def archive_of(folder: Path, *articles: Article) -> Archive:
    """An open, indexed archive that holds these articles, numbered from 1."""
    archive = Archive.open(folder / "test.qusasat", create=True)
    add(archive, *articles)
    return archive


def incoming(one: Article) -> Incoming:
    """The article on its way in."""
    return Incoming(one, one.sha256.encode(), "text/plain", "utf-8")


def add(archive: Archive, *articles: Article) -> None:
    """Add articles to an archive and index them."""
    archive.add([incoming(one) for one in articles])
    for _ in archive.refresh():
        pass
