"""``import``: bring files into an archive, with a bar for people and events for programs."""

import argparse
import gc
import signal
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from newsarchive.archive import Archive
from newsarchive.columns import Table
from newsarchive.commands.reporting import Report, reporter
from newsarchive.commands.terminal import Terminal
from newsarchive.ingest.flow import flow_with
from newsarchive.ingest.indexing import Indexer
from newsarchive.ingest.run import import_files
from newsarchive.ingest.tables import choices, chosen_for, tables
from newsarchive.ingest.values import Flow, Progress
from newsarchive.ingest.worker import collect_seldom
from newsarchive.priority import give_way
from newsarchive.watched import Notice

SHIPPED = "shipped"
_INDEX_EVERY = 1_000


def import_(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Import, then bring the index up to the archive; 1 when some input failed.

    Columns that are named are kept for tables like these, and their files read again.
    """
    if asked.give_way:
        give_way()
    wanted = choices(asked.map)
    found = (one for one in tables(asked.paths, samples=0) if isinstance(one, Table))
    chosen = chosen_for(found, wanted) if wanted else ()
    with stopped_politely(), Archive.open(asked.archive, create=True) as archive:
        if chosen:
            archive.sources.keep_mappings(chosen)
        flow = flow_of(archive, asked)
        steps = import_files(archive, asked.paths, asked.jobs, flow=flow, again=bool(chosen))
        last = follow(archive, steps, reporter(terminal, for_programs=asked.json))
        if unread := len(archive.unread()):
            terminal.tell("cli-unread", count=f"{unread:,}")
    return int(last is not None and last.failed > 0)


def flow_of(archive: Archive, asked: argparse.Namespace) -> Flow:
    """The flow by what is asked now and what was said before; a named tagger is kept.

    Raises:
        TaggerError: the tagger cannot be used.
    """
    sources = archive.sources
    kept = sources.tagger() if asked.tagger is None else own_tagger(asked.tagger)
    flow = flow_with(sources.mappings(), asks=asked.ask, ocr=not asked.no_ocr, tagger=kept)
    if kept != sources.tagger():
        sources.keep_tagger(kept)
    return flow


def own_tagger(named: Path | None) -> Path | None:
    """The folder that was named; None for the tagger that comes with the program."""
    return None if named is None or str(named) == SHIPPED else named


def follow(
    archive: Archive, steps: Generator[Progress | Notice, None, None], report: Report
) -> Progress | None:
    """Tell the steps of an import and index what comes in; how far it came."""
    last = None
    with closing(steps), _collected_seldom(), Indexer(archive.path) as indexer:
        turns = _Turns(indexer)
        try:
            for step in steps:
                if not isinstance(step, Progress):
                    report.notice(step)
                    continue
                last = step
                report.tell(last)
                turns.come_to(last)
        finally:
            steps.close()
            indexer.go_on()  # beside the next step
            archive.names.unite()
            indexer.finish()
            _index(archive)
            report.end(last)
    return last


@dataclass(slots=True)
class _Turns:
    """When to index what an import has stored: soon, so that little is left when it ends.

    An archive of a million articles takes seconds for a few new ones, so that the next turn waits
    as long as the last one took.
    """

    indexer: Indexer
    _indexed: int = 0
    _begun: float = 0.0
    _ended: float | None = 0.0

    def come_to(self, progress: Progress) -> None:
        """Begin a turn if it is time for one."""
        now = progress.seconds
        if self._ended is None and not self.indexer.is_busy:
            self._ended = now
        if self._ended is None or now - self._ended < self._ended - self._begun:
            return
        if progress.articles - self._indexed >= _INDEX_EVERY:
            self.indexer.begin()
            self._indexed, self._begun, self._ended = progress.articles, now, None


@contextmanager
def _collected_seldom() -> Iterator[None]:
    """Look for cycles seldom while an import is stored and indexed: a million words have none."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _index(archive: Archive) -> None:
    for _ in archive.refresh():
        pass


@contextmanager
def stopped_politely() -> Iterator[None]:
    """Being told to end is like Ctrl+C: what has been found is still committed."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
