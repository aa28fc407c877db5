"""``search``, ``facets`` and ``show``: ask an archive."""

import argparse
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.commands.rows import (
    article_lines,
    evidence_lines,
    facet_lines,
    facets_row,
    hit_lines,
    hit_row,
    stored_row,
)
from newsarchive.commands.terminal import Terminal
from newsarchive.errors import StoreError
from newsarchive.search.query import Query, Sort


def search(asked: argparse.Namespace, terminal: Terminal) -> int:
    """A row for each hit, the best first."""
    with open_to_read(asked.archive, terminal) as archive:
        results = archive.search(Query(asked.query, sort=Sort(asked.sort)), asked.limit)
        for hit in results.hits:
            if asked.json:
                terminal.row(hit_row(hit))
            else:
                for line in hit_lines(hit):
                    terminal.result(line)
        if not asked.json:
            terminal.tell("cli-total", total=f"{results.total:,}")
    return 0


def facets(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Counts of the articles of a query, of all without one."""
    with open_to_read(asked.archive, terminal) as archive:
        counted = archive.facets(Query(asked.query), asked.top)
    if asked.json:
        terminal.row(facets_row(counted))
        return 0
    terminal.result(terminal.text("cli-total", total=f"{counted.total:,}"))
    for line in facet_lines(counted, terminal):
        terminal.result(line)
    return 0


def show(asked: argparse.Namespace, terminal: Terminal) -> int:
    """One article, whole."""
    with open_file(asked.archive) as archive:
        stored = archive.article(asked.id)
    if asked.json:
        terminal.row(stored_row(stored, terminal.language))
        return 0
    for line in article_lines(stored.article, terminal, body=True):
        terminal.result(line)
    for line in evidence_lines(stored.article, terminal):
        terminal.result(line)
    return 0


def open_file(path: Path) -> Archive:
    """The archive for reading; one of an older program is brought up to date first."""
    try:
        return Archive.open(path, read_only=True)
    except StoreError as error:
        if error.code != "store-older-read-only":
            raise
        return Archive.open(path)


def open_to_read(path: Path, terminal: Terminal) -> Archive:
    """The archive for searching; an index that is behind is brought up to it first."""
    archive = open_file(path)
    try:
        if not archive.is_current():
            terminal.tell("cli-indexing")
            for _ in archive.refresh():
                pass
    except BaseException:
        archive.close()
        raise
    return archive
