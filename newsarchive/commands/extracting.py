"""``extract``: read files and say what was understood; nothing is stored."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsarchive.columns import Table
from newsarchive.commands.importing import own_tagger
from newsarchive.commands.rows import article_lines, article_row
from newsarchive.commands.terminal import Terminal
from newsarchive.errors import ReaderError
from newsarchive.ingest.flow import FLOW, find_files, flow_with
from newsarchive.ingest.tables import choices, chosen_for, tables
from newsarchive.ingest.values import Failure, Flow
from newsarchive.ingest.worker import Task, perform
from newsarchive.store.articles import Incoming


def extract(asked: argparse.Namespace, terminal: Terminal) -> int:
    """One JSON object or one card for each article; 1 when some input failed."""
    failed = False
    wanted = choices(asked.map)
    met = (one for one in tables(asked.paths, samples=0) if isinstance(one, Table))
    flow = flow_with(
        chosen_for(met, wanted) if wanted else (),
        ocr=not asked.no_ocr,
        tagger=own_tagger(asked.tagger),
    )
    for found in articles(asked.paths, flow):
        if isinstance(found, Failure):
            failed = True
            terminal.say(found.error.sentence(terminal.language))
        elif asked.json:
            terminal.row(article_row(found.article))
        else:
            for line in article_lines(found.article, terminal, body=False):
                terminal.result(line)
            terminal.result("")
    return int(failed)


def articles(paths: Iterable[Path], flow: Flow = FLOW) -> Iterator[Incoming | Failure]:
    """Everything at ``paths`` as the import would see it, in order, in this process."""
    for found in find_files(paths):
        if isinstance(found, ReaderError):
            yield Failure(str(found.values.get("file", "")), found)
            continue
        empty = True
        for report in perform(flow, Task(0, found)):
            yield from report.failures
            yield from report.items
            empty = empty and not (report.failures or report.items)
        if empty:
            yield Failure(str(found), ReaderError("ingest-nothing", file=str(found)))
