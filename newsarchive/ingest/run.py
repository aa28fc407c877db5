"""Hands out files, commits what is found in batches, and tells how far it is."""

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from newsarchive.errors import ReaderError
from newsarchive.ingest.ahead import Ahead
from newsarchive.ingest.fingerprint import Fingerprints, refusal
from newsarchive.ingest.flow import FLOW, find_files
from newsarchive.ingest.pool import Pool
from newsarchive.ingest.values import Destination, Failure, Flow, Limits, Progress
from newsarchive.ingest.worker import Report, Task
from newsarchive.store.articles import Incoming
from newsarchive.store.imports import FileNote, NotedFailure, Seen, State

_PATIENCE_SECONDS = 0.1
_TELL_SECONDS = 0.2
_LOOK_SECONDS = 0.02
_REASONS = 20
_PASSING = {
    "ingest-crashed",
    "ingest-defect",
    "ingest-hung",
    "ingest-memory",
    "reader-failed",
    "reader-forbidden",
    "reader-missing",
    "reader-no-memory",
    "reader-unreadable",
}

Finder = Callable[[Iterable[Path]], Iterator[Path | ReaderError]]


@dataclass(slots=True)
class _File:
    """A file under way."""

    name: str
    fingerprint: str
    shares_left: int
    waiting: int = 0
    articles: int = 0
    duplicates: int = 0
    failures: list[Failure] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """Whether all it gave is committed."""
        return self.shares_left == 0 and self.waiting == 0

    def note(self) -> FileNote:
        """What became of it."""
        state: State
        if self._to_be_read_again():
            state = "failed"
        elif self.articles:
            state = "done"
        else:
            state = "duplicate"
        noted = (NotedFailure(f.file, f.error.code, f.error.values) for f in self.failures)
        return FileNote(
            self.name,
            self.fingerprint,
            state,
            self.articles,
            self.duplicates,
            "\n".join(f.error.sentence("en") for f in self.failures[:_REASONS]),
            tuple(noted if state != "failed" else islice(noted, _REASONS)),
        )

    def _to_be_read_again(self) -> bool:
        """Whether another try may give more: nothing came of it, or its failures may pass."""
        barren = not (self.articles or self.duplicates)
        return barren or any(f.error.code in _PASSING for f in self.failures)


def import_files(
    archive: Destination,
    paths: Iterable[Path],
    jobs: int = 0,
    *,
    flow: Flow = FLOW,
    find: Finder = find_files,
    limits: Limits | None = None,
    again: bool = False,
) -> Generator[Progress, None, None]:
    """Import files and folders; closing the iterator stops, and what was told is on disk.

    Args:
        archive: where articles go; used by this process alone.
        paths: files and folders.
        jobs: processes; 0 for as many as the machine has processors.
        flow: from a file to articles.
        find: the files below ``paths``.
        limits: see Limits.
        again: read files too that were read to their end before and have not changed since, and
            let articles that the archive has take what is understood of them now.

    Raises:
        StoreError: the archive could not be written; what was told before is on disk.
    """
    jobs = jobs or os.cpu_count() or 1
    limits = limits or Limits()
    run = _Run(archive, limits, jobs, again=again)
    with Pool(flow, jobs, limits) as pool:
        try:
            yield from run.through(pool, find(paths))
        except (GeneratorExit, KeyboardInterrupt):
            run.commit()
            run.write_notes()
            raise
    yield run.progress(finished=True)


class _Run:
    """One import: the files under way, the batch not yet committed, the counts."""

    def __init__(
        self, archive: Destination, limits: Limits, jobs: int, *, again: bool = False
    ) -> None:
        self._archive = archive
        self._limits = limits
        self._jobs = jobs
        self._again = again
        self._fingerprints = Fingerprints()
        self._started = time.monotonic()
        self._files: dict[int, _File] = {}
        self._batch: list[tuple[int, Incoming]] = []
        self._batch_began = 0.0
        self._notes: list[FileNote] = []
        self._untold: list[Failure] = []
        self._told = self._noted = self._started
        self._counts = {
            "total": 0,
            "done": 0,
            "articles": 0,
            "duplicates": 0,
            "failed": 0,
            "renewed": 0,
            "trashed": 0,
        }

    def through(self, pool: Pool, found: Iterator[Path | ReaderError]) -> Iterator[Progress]:
        """Everything, to the end."""
        ahead = Ahead(found)
        tasks = self._tasks(ahead)
        exhausted = False
        while not (exhausted and pool.idle):
            exhausted = exhausted or self._hand_out(pool, tasks)
            ahead.look(_LOOK_SECONDS)
            self._counts["total"] = ahead.count
            for report in pool.collect(_PATIENCE_SECONDS):
                self._take(report)
            if self._is_due():
                self.commit()
            if self._is_long_ago():
                yield self.progress()
        self.commit()
        self.write_notes()

    def _is_long_ago(self) -> bool:
        return time.monotonic() - self._told > _TELL_SECONDS

    def _hand_out(self, pool: Pool, tasks: Iterator[Task | None]) -> bool:
        """Give the processes what they want; True when nothing is left to give."""
        while pool.wants() and not self._is_long_ago():
            try:
                task = next(tasks)
            except StopIteration:
                return True
            if task is not None:
                pool.give(task)
        return False

    def _tasks(self, found: Iterator[Path | ReaderError]) -> Iterator[Task | None]:
        """A task for each file or its share; None for a file that needs none."""
        for number, one in enumerate(found):
            if isinstance(one, ReaderError):
                self._refuse(one)
                yield None
                continue
            seen = self._fingerprints.of(one)
            mark = seen.mark
            passes = bool(mark) and not self._again
            known = self._archive.unchanged([mark]) if passes else {}
            if mark in known:
                self._counts["done"] += 1
                self._recall(known[mark])
                yield None
                continue
            shares = self._jobs if seen.size > self._limits.shared_size else 1
            self._files[number] = _File(str(one), mark, shares)
            for share in range(shares):
                yield Task(number, one, share, shares)

    def _recall(self, seen: Seen) -> None:
        """A file that need not be read again: its articles are known, its failures told again."""
        self._counts["duplicates"] += seen.articles
        self._counts["trashed"] += seen.trashed
        for failure in seen.failures:
            error = ReaderError(failure.code, **failure.values)
            self._untold.append(Failure(failure.file, error))
            self._counts["failed"] += 1

    def _refuse(self, error: ReaderError) -> None:
        name = str(error.values.get("file", ""))
        file = _File(name, refusal(error), 0)
        self._fail(file, Failure(name, error))
        self._finish(file)

    def _fail(self, file: _File, failure: Failure) -> None:
        file.failures.append(failure)
        self._untold.append(failure)
        self._counts["failed"] += 1

    def _take(self, report: Report) -> None:
        file = self._files[report.task.file]
        for failure in report.failures:
            self._fail(file, failure)
        if report.items and not self._batch:
            self._batch_began = time.monotonic()
        self._batch += ((report.task.file, item) for item in report.items)
        file.waiting += len(report.items)
        file.shares_left -= report.finished
        if file.over:
            self._end(report.task.file)

    def _is_due(self) -> bool:
        if len(self._batch) >= self._limits.batch:
            return True
        return bool(self._batch) and (
            time.monotonic() - self._batch_began >= self._limits.batch_seconds
        )

    def commit(self) -> None:
        """Put the batch on disk; only then is it counted."""
        if self._batch:
            notes, self._notes = self._notes, []
            items = [item for _, item in self._batch]
            result = self._archive.add(items, notes, renews=self._again)
            self._counts["renewed"] += len(result.renewed)
            self._counts["trashed"] += result.trashed
            self._count(frozenset(result.repeated))
        elif time.monotonic() - self._noted > self._limits.batch_seconds:
            self.write_notes()

    def _count(self, repeated: frozenset[int]) -> None:
        batch, self._batch = self._batch, []
        for place, (number, _) in enumerate(batch):
            file = self._files[number]
            file.waiting -= 1
            file.duplicates += place in repeated
            file.articles += place not in repeated
        self._counts["duplicates"] += len(repeated)
        self._counts["articles"] += len(batch) - len(repeated)
        for number in {number for number, _ in batch}:
            if self._files[number].over:
                self._end(number)

    def _end(self, number: int) -> None:
        file = self._files.pop(number)
        if not (file.articles or file.duplicates or file.failures):
            error = ReaderError("ingest-nothing", file=file.name)
            self._fail(file, Failure(file.name, error))
        self._finish(file)

    def _finish(self, file: _File) -> None:
        self._counts["done"] += 1
        self._notes.append(file.note())

    def write_notes(self) -> None:
        """Write down the files that no commit has taken along."""
        notes, self._notes = self._notes, []
        self._noted = time.monotonic()
        if notes:
            self._archive.note_imports(notes)

    def progress(self, *, finished: bool = False) -> Progress:
        """How far it is now."""
        self._told = time.monotonic()
        failures, self._untold = tuple(self._untold), []
        count = self._counts
        return Progress(
            count["done"],
            count["total"],
            count["articles"],
            count["duplicates"],
            count["failed"],
            self._told - self._started,
            failures,
            finished,
            count["renewed"],
            count["trashed"],
        )
