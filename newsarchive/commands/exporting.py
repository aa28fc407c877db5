"""``export``: the articles of a query in a file that other programs read."""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.article import StoredArticle
from newsarchive.commands.formats import WRITERS
from newsarchive.commands.importing import stopped_politely
from newsarchive.commands.searching import open_to_read
from newsarchive.commands.terminal import Terminal
from newsarchive.search.query import Choice, Facet, Query, Sort

Press = Callable[[Path, Iterable[StoredArticle], argparse.Namespace], None]

_PAGE = 500
_PAUSE = 0.2  # seconds between two reports


def export(asked: argparse.Namespace, terminal: Terminal, press: Press) -> int:
    """Write the articles, newest first unless told otherwise.

    An existing file is replaced only by a whole one. ``press`` writes them as PDF: the one format
    that the engine does not know.
    """
    with stopped_politely(), open_to_read(asked.archive, terminal) as archive:
        counted = _counted(archive, asked, terminal)
        try:
            _write(asked, terminal, counted, press)
        except BrokenPipeError:
            raise
        except OSError as error:
            why = error.strerror or str(error)
            terminal.tell("cli-cannot-write", file=asked.output, why=why)
            return 1
        except ImportError as missing:
            terminal.tell("cli-no-library", library=missing.name or str(missing))
            return 1
    counted.end()
    terminal.tell("cli-exported", articles=f"{counted.count:,}")
    return 0


def _write(
    asked: argparse.Namespace, terminal: Terminal, counted: "_Counted", press: Press
) -> None:
    to_output = str(asked.output) == "-"
    if asked.format in WRITERS:
        pieces = WRITERS[asked.format](counted)
        if to_output:
            for piece in pieces:
                terminal.out.write(piece)
        else:
            write_whole(asked.output, pieces)
    elif to_output:
        with tempfile.TemporaryDirectory(prefix="qusasat-") as folder:
            page = Path(folder) / "qusasat.pdf"
            press(page, counted, asked)
            with page.open("rb") as file:
                shutil.copyfileobj(file, sys.stdout.buffer)
    else:
        with drafted(asked.output) as draft:
            press(draft, counted, asked)


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write a file of which nobody ever sees a part.

    Raises:
        OSError: the file is as it was before.
    """
    with (
        drafted(path) as draft,
        draft.open("w", encoding="utf-8", errors="replace", newline="") as file,
    ):
        file.writelines(pieces)


@contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """A new file beside ``path`` to write, which takes its place once it is whole and on disk."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(descriptor)
    draft = Path(name)
    try:
        yield draft
        with draft.open("rb+") as file:
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


def query_of(asked: argparse.Namespace) -> Query:
    """The query that the words of the line make.

    Raises:
        ValueError: a choice names no facet.
    """
    choices = [
        Choice(Facet(facet), value, exclude)
        for chosen, exclude in ((asked.only, False), (asked.without, True))
        for facet, value in chosen
    ]
    sort = Sort(asked.sort)
    return Query(
        asked.query, tuple(choices), asked.since, asked.until, sort, asked.once, asked.exactly
    )


def _counted(archive: Archive, asked: argparse.Namespace, terminal: Terminal) -> "_Counted":
    told = terminal if asked.json else None
    if asked.ids is not None:
        numbers = [int(word) for word in asked.ids.read_text(encoding="utf-8").split()]
        return _Counted((archive.article(number) for number in numbers), len(numbers), told)
    query = query_of(asked)
    return _Counted(_articles(archive, query), archive.total(query), told)


def _articles(archive: Archive, query: Query) -> Iterator[StoredArticle]:
    first = 0
    while hits := archive.rows(query, first, _PAGE):
        for hit in hits:
            yield archive.article(hit.id)
        first += len(hits)


class _Counted:
    """An iterable that remembers how much was taken from it, and tells programs now and then."""

    def __init__(
        self, articles: Iterator[StoredArticle], total: int, terminal: Terminal | None
    ) -> None:
        self._articles = articles
        self._total = total
        self._terminal = terminal
        self._told = 0.0
        self.count = 0

    def __iter__(self) -> Iterator[StoredArticle]:
        for article in self._articles:
            self._tell()
            self.count += 1
            yield article

    def end(self) -> None:
        """All is written."""
        if self._terminal is not None:
            self._terminal.row({"event": "done", "articles": self.count})

    def _tell(self) -> None:
        now = time.monotonic()
        if self._terminal is not None and now - self._told >= _PAUSE:
            self._told = now
            self._terminal.row(
                {"event": "progress", "articles": self.count, "articles_total": self._total}
            )
