"""Reads the kept originals of articles again, in processes of their own."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.errors import ArchiveError, ReaderError
from newsarchive.ingest.flow import recognise, understand
from newsarchive.ingest.pool import Pool
from newsarchive.ingest.values import Flow, Found, Limits
from newsarchive.ingest.worker import Report, Task
from newsarchive.repairs import Repair, is_unread

_PATIENCE_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one article.

    Attributes:
        errors: why it, or a page of it, could not be read; the article is then as it was.
        taken: whether it reads as its original was read now.
    """

    number: int
    errors: tuple[ArchiveError, ...] = ()
    taken: bool = False


def stored_document(
    place: Path, archive: Path, without: frozenset[Repair] | None
) -> Iterator[Found]:
    """The document of one article's original; ``place`` is its number. Runs in a worker."""
    from newsarchive.originals import Originals
    from newsarchive.store.connection import open_store

    with open_store(archive, read_only=True) as store:
        try:
            yield Originals(store).document(int(place.name), without)
        except ReaderError as error:
            yield error


def reread(
    archive: Archive,
    numbers: Iterable[int],
    without: frozenset[Repair] | None,
    jobs: int = 0,
    limits: Limits | None = None,
) -> Iterator[Reread]:
    """Read articles again, pictures too; each is on disk when it is told.

    Args:
        archive: used by this process alone.
        numbers: of the articles, each once.
        without: repairs that are not wanted from now on; None for those kept for each.
        jobs: processes; 0 for as many as the machine has processors.
        limits: see Limits.
    """
    ocr = without is None or Repair.OCR not in without
    reads = partial(stored_document, archive=archive.path, without=without)
    flow = Flow(reads, understand, recognise if ocr else None)
    tasks = (Task(number, Path(str(number))) for number in numbers)
    jobs = jobs or os.cpu_count() or 1
    reports: dict[int, list[Report]] = {}
    with Pool(flow, jobs, limits or Limits()) as pool:
        left = True
        while left or not pool.idle:
            while left and pool.wants():
                task = next(tasks, None)
                left = task is not None
                if task is not None:
                    pool.give(task)
            for report in pool.collect(_PATIENCE_SECONDS):
                reports.setdefault(report.task.file, []).append(report)
                if report.finished:
                    number = report.task.file
                    yield _settled(archive, number, reports.pop(number), without)


def _settled(
    archive: Archive, number: int, reports: list[Report], without: frozenset[Repair] | None
) -> Reread:
    items = [item for report in reports for item in report.items]
    errors = [failure.error for report in reports for failure in report.failures]
    if not items:
        return Reread(number, tuple(_named(archive, number, error) for error in errors))
    if without is None and is_unread(items[0].encoding) and not items[0].article.body:
        return Reread(number, tuple(errors))
    try:
        archive.originals.take(number, items[0], without)
    except ReaderError as error:
        return Reread(number, (*errors, error))
    return Reread(number, tuple(errors), taken=True)


def _named(archive: Archive, number: int, error: ArchiveError) -> ArchiveError:
    """The error under the name of the article's file, where it knows only the number."""
    if error.values.get("file") != str(number):
        return error
    return type(error)(error.code, **{**error.values, "file": archive.article(number).file})
