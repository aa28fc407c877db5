"""``extract``: read files and say what was understood; nothing is stored."""

import argparse
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsarchive.columns import Table
from newsarchive.commands.importing import own_tagger
from newsarchive.commands.rows import article_lines, article_row
from newsarchive.commands.terminal import Terminal
from newsarchive.errors import ReaderError
from newsarchive.ingest.flow import FLOW, find_files, flow_with
from newsarchive.ingest.pool import Pool
from newsarchive.ingest.tables import choices, chosen_for, tables
from newsarchive.ingest.values import Failure, Flow, Limits
from newsarchive.ingest.worker import Task
from newsarchive.store.articles import Incoming

_PATIENCE_SECONDS = 0.1


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


def articles(
    paths: Iterable[Path],
    flow: Flow = FLOW,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Iterator[Incoming | Failure]:
    """Everything at ``paths`` as the import would see it, in order.

    It is read in a process of its own, which is stopped where a file keeps it too long.
    """
    found = enumerate(find_files(paths))
    waiting: deque[Task | Failure] = deque()
    is_barren = True
    with Pool(flow, 1, limits) as pool:
        while True:
            _fill(pool, found, waiting)
            while waiting and isinstance(waiting[0], Failure):
                yield waiting[0]
                waiting.popleft()
            if not waiting:
                return
            for report in pool.collect(_PATIENCE_SECONDS):
                yield from report.failures
                yield from report.items
                is_barren = is_barren and not (report.failures or report.items)
                if not report.finished:
                    continue
                if is_barren:
                    name = report.task.name
                    yield Failure(name, ReaderError("ingest-nothing", file=name))
                waiting.remove(report.task)
                is_barren = True


def _fill(
    pool: Pool,
    found: Iterator[tuple[int, Path | ReaderError]],
    waiting: "deque[Task | Failure]",
) -> None:
    """Hand out as many files as are wanted; what cannot be looked at waits for its turn."""
    while pool.wants():
        number, one = next(found, (0, None))
        if one is None:
            return
        if isinstance(one, ReaderError):
            waiting.append(Failure(str(one.values.get("file", "")), one))
            continue
        task = Task(number, one)
        waiting.append(task)
        pool.give(task)
