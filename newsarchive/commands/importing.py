"""``import``: bring files into an archive, with a bar for people and events for programs."""

import argparse
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from newsarchive.archive import Archive
from newsarchive.commands.terminal import Terminal
from newsarchive.ingest.run import import_files
from newsarchive.ingest.values import Progress

if TYPE_CHECKING:
    from tqdm import tqdm

_INDEX_EVERY = 10_000


def import_(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Import, then bring the index up to the archive; 1 when some input failed."""
    report: _Events | _Bar = _Events(terminal) if asked.json else _Bar(terminal)
    with (
        _stopped_politely(),
        Archive.open(asked.archive, create=True) as archive,
        closing(import_files(archive, asked.paths, asked.jobs)) as steps,
    ):
        last, indexed = None, 0
        try:
            for last in steps:
                report.tell(last)
                if last.articles - indexed >= _INDEX_EVERY:
                    _index(archive)
                    indexed = last.articles
        finally:
            steps.close()
            _index(archive)
            report.end(last)
    return int(last is not None and last.failed > 0)


def _index(archive: Archive) -> None:
    for _ in archive.refresh():
        pass


@contextmanager
def _stopped_politely() -> Iterator[None]:
    """Being told to end is like Ctrl+C: what has been found is still committed."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class _Events:
    """JSON lines for a program that started this one."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def tell(self, progress: Progress) -> None:
        """What is new."""
        for failure in progress.failures:
            reason = failure.error.sentence(self._terminal.language)
            self._terminal.row({"event": "failed", "file": failure.file, "reason": reason})
        self._terminal.row(
            {
                "event": "progress",
                "files_done": progress.files_done,
                "files_total": progress.files_total,
                "articles": progress.articles,
                "duplicates": progress.duplicates,
                "failed": progress.failed,
                "rate": round(progress.rate, 1),
            }
        )

    def end(self, last: Progress | None) -> None:
        """The last line."""
        if last is not None:
            self._terminal.row(
                {
                    "event": "done",
                    "articles": last.articles,
                    "duplicates": last.duplicates,
                    "failed": last.failed,
                    "seconds": round(last.seconds, 2),
                }
            )


class _Bar:
    """A bar on standard error where a person looks on, failures as they come, a last line."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._bar: tqdm[None] | None = None

    def tell(self, progress: Progress) -> None:
        """What is new."""
        from tqdm import tqdm

        if self._bar is None:
            self._bar = tqdm(
                file=self._terminal.err, disable=None, unit="file", dynamic_ncols=True, leave=False
            )
        for failure in progress.failures:
            self._bar.clear()
            self._terminal.say(failure.error.sentence(self._terminal.language))
        self._bar.total = progress.files_total
        self._bar.n = progress.files_done
        self._bar.set_postfix_str(f"{progress.articles:,} + {progress.duplicates:,}", refresh=True)

    def end(self, last: Progress | None) -> None:
        """The bar goes, the sum stays."""
        if self._bar is not None:
            self._bar.close()
        if last is not None:
            self._terminal.result(
                self._terminal.text(
                    "cli-imported",
                    articles=f"{last.articles:,}",
                    duplicates=f"{last.duplicates:,}",
                    failed=f"{last.failed:,}",
                    seconds=f"{last.seconds:.1f}",
                )
            )
