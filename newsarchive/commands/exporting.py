"""``export``: the articles of a query in a file that other programs read."""

import argparse
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.article import StoredArticle
from newsarchive.commands.formats import WRITERS
from newsarchive.commands.searching import open_to_read
from newsarchive.commands.terminal import Terminal
from newsarchive.search.query import Query, Sort

_PAGE = 500


def export(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Write the articles, newest first; an existing file is replaced only by a whole one."""
    if asked.format not in WRITERS:
        terminal.tell("cli-no-pdf")
        return 2
    with open_to_read(asked.archive, terminal) as archive:
        counted = _Counted(_articles(archive, Query(asked.query, sort=Sort.NEWEST)))
        pieces = WRITERS[asked.format](counted)
        if str(asked.output) == "-":
            for piece in pieces:
                terminal.out.write(piece)
        else:
            try:
                write_whole(asked.output, pieces)
            except OSError as error:
                why = error.strerror or str(error)
                terminal.tell("cli-cannot-write", file=asked.output, why=why)
                return 1
    terminal.tell("cli-exported", articles=f"{counted.count:,}")
    return 0


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write a file of which nobody ever sees a part.

    Raises:
        OSError: the file is as it was before.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o666 & ~_mask())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _mask() -> int:
    """The permissions that new files of this process do not get."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _articles(archive: Archive, query: Query) -> Iterator[StoredArticle]:
    first = 0
    while hits := archive.rows(query, first, _PAGE):
        for hit in hits:
            yield archive.article(hit.id)
        first += len(hits)


class _Counted:
    """An iterable that remembers how much was taken from it."""

    def __init__(self, articles: Iterator[StoredArticle]) -> None:
        self._articles = articles
        self.count = 0

    def __iter__(self) -> Iterator[StoredArticle]:
        for article in self._articles:
            self.count += 1
            yield article
