"""``search``, ``facets`` and ``show``: ask an archive."""

import argparse
from dataclasses import replace
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.commands.copies import (
    copy_line,
    difference_lines,
    difference_row,
    family_lines,
)
from newsarchive.commands.rows import (
    article_lines,
    evidence_lines,
    facet_lines,
    facets_row,
    hit_lines,
    hit_row,
    repair_lines,
    stored_row,
)
from newsarchive.commands.terminal import Terminal
from newsarchive.search.query import Query, Sort


def search(asked: argparse.Namespace, terminal: Terminal) -> int:
    """A row for each hit, the best first."""
    with open_to_read(asked.archive, terminal) as archive:
        results = archive.search(
            replace(_query(asked, Sort(asked.sort)), recency=asked.recency), asked.limit
        )
        for reading in results.understood:
            terminal.tell(f"read-{reading.kind}", typed=reading.typed, meant=reading.meant)
        for hit in results.hits:
            if asked.json:
                copies = {"copies": hit.copies} if asked.once else {}
                terminal.row({**hit_row(hit), **copies})
            else:
                for line in hit_lines(hit, terminal):
                    terminal.result(line)
        if not asked.json:
            terminal.tell("cli-total", total=f"{results.total:,}")
    return 0


def facets(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Counts of the articles of a query, of all without one."""
    with open_to_read(asked.archive, terminal) as archive:
        counted = archive.facets(_query(asked), asked.top)
    if asked.json:
        terminal.row(facets_row(counted))
        return 0
    terminal.result(terminal.text("cli-total", total=f"{counted.total:,}"))
    for line in facet_lines(counted, terminal):
        terminal.result(line)
    return 0


def _query(asked: argparse.Namespace, sort: Sort = Sort.RELEVANCE) -> Query:
    return Query(asked.query, sort=sort, once=asked.once, exactly=asked.exactly)


def show(asked: argparse.Namespace, terminal: Terminal) -> int:
    """One article, whole; with ``--compare`` what sets it apart from another."""
    with Archive.open_to_read(asked.archive) as archive:
        if asked.compare is not None:
            return _compare(archive, asked, terminal)
        stored, family = archive.article(asked.id), archive.family(asked.id)
        unwanted = sorted(archive.originals.unwanted(asked.id))
    if asked.json:
        row = stored_row(stored, terminal.language)
        kin = [copy.id for copy in family]
        terminal.row({**row, "family": kin, "unwanted_repairs": unwanted})
        return 0
    for line in article_lines(stored.article, terminal, body=True):
        terminal.result(line)
    evidence = evidence_lines(stored.article, terminal)
    for line in (*family_lines(family, terminal), *evidence, *repair_lines(stored, terminal)):
        terminal.result(line)
    if unwanted:
        terminal.result(terminal.text("cli-unwanted", repairs=", ".join(unwanted)))
    return 0


def _compare(archive: Archive, asked: argparse.Namespace, terminal: Terminal) -> int:
    found = archive.differences(asked.id, asked.compare)
    if asked.json:
        for difference in found:
            terminal.row(difference_row(difference))
        return 0
    for number, sign in ((asked.id, "-"), (asked.compare, "+")):
        terminal.result(f"{sign} {copy_line(archive.article(number))}")
    terminal.result("")
    for difference in found:
        for line in difference_lines(difference):
            terminal.result(line)
    return 0


def open_to_read(path: Path, terminal: Terminal) -> Archive:
    """The archive for searching; an index that is behind is brought up to it first."""
    archive = Archive.open_to_read(path)
    try:
        if not archive.is_current():
            terminal.tell("cli-indexing")
            for _ in archive.refresh():
                pass
    except BaseException:
        archive.close()
        raise
    return archive
