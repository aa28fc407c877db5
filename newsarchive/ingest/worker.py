"""What a process does: one file after another, each article's trouble kept to itself."""

import gc
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from newsarchive.article import Article, RawDocument
from newsarchive.errors import ReaderError
from newsarchive.families.fingerprints import signature
from newsarchive.ingest.values import Failure, Flow, Found
from newsarchive.priority import give_way
from newsarchive.repairs import is_unread
from newsarchive.store.articles import Incoming

_REPORT_ARTICLES = 50
_REPORT_SECONDS = 0.5
_LONG = 100_000
_COLLECTED = 10_000, 20, 50
"""How seldom the collector looks for cycles."""


@dataclass(frozen=True, slots=True)
class Task:
    """One file, or every nth article of it.

    Attributes:
        file: its number in the import.
        share: which of ``shares`` processes this is, from 0.
    """

    file: int
    path: Path
    share: int = 0
    shares: int = 1

    @property
    def name(self) -> str:
        """The file as the user named it."""
        return str(self.path)


@dataclass(slots=True)
class Report:
    """What was found since the last report on this task."""

    task: Task
    items: list[Incoming] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    finished: bool = False


def serve(connection: "Connection[object, object]", flow: Flow, memory: int) -> None:
    """Do what comes down the pipe until nothing more comes. Runs in a process of its own."""
    _behave(memory)
    collect_seldom()
    try:
        connection.send(None)
        is_settled = False
        while isinstance(task := connection.recv(), Task):
            for report in perform(flow, task):
                connection.send(report)
            if not is_settled:
                gc.freeze()  # lexicons stay; the collector need not go through them again
                is_settled = True
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def collect_seldom() -> None:
    """Look for cycles seldom, as processes of an import do: what is learnt of words has none."""
    gc.set_threshold(*_COLLECTED)


def _behave(memory: int) -> None:
    """Leave the keyboard's interrupt to the parent, and the machine to its user."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    give_way()
    if memory:
        try:
            import resource
        except ImportError:
            return
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        if most == resource.RLIM_INFINITY or most > memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, most))


def perform(flow: Flow, task: Task) -> Iterator[Report]:
    """Work through a file; a report now and then is also the sign of life."""
    report, since = Report(task), time.monotonic()
    for place, found in enumerate(_read(flow, task)):
        for step in _steps(flow, task, found) if place % task.shares == task.share else ():
            if step is None:
                yield report
                report, since = Report(task), time.monotonic()
            elif isinstance(step, Failure):
                report.failures.append(step)
            else:
                report.items.append(step)
        full = len(report.items) >= _REPORT_ARTICLES
        if full or time.monotonic() - since > _REPORT_SECONDS:
            yield report
            report, since = Report(task), time.monotonic()
    report.finished = True
    yield report


def _read(flow: Flow, task: Task) -> Iterator[Found]:
    """What the readers find; a reader's own defect is one more finding."""
    try:
        yield from flow.read(task.path)
    except MemoryError:
        yield ReaderError("ingest-memory", file=task.name)
    except Exception as error:  # noqa: BLE001 (one file's defect must not stop the others)
        yield ReaderError("ingest-defect", file=task.name, defect=_defect(error))


def _recognised(flow: Flow, found: Found) -> Iterator[Found | None]:
    """What is found once its pictures are read, where it shows any; None before each."""
    if flow.recognise is None or isinstance(found, ReaderError) or not is_unread(found.encoding):
        yield found
        return
    try:
        yield from flow.recognise(found)
    except ReaderError as error:
        yield error
    except MemoryError:
        yield found
        yield ReaderError("ingest-memory", file=found.name)
    except Exception as error:  # noqa: BLE001 (what was found is kept, unread)
        yield found
        yield ReaderError("ingest-defect", file=found.name, defect=_defect(error))


def _steps(flow: Flow, task: Task, found: Found) -> Iterator[Incoming | Failure | None]:
    """What comes of one finding; None is a sign of life."""
    for step in _recognised(flow, found):
        if step is None:
            yield None
        elif isinstance(step, ReaderError):
            yield Failure(str(step.values.get("file") or task.name), step, task.name)
        else:
            yield from _taken(flow, step)


def _taken(flow: Flow, found: RawDocument) -> Iterator[Incoming | Failure | None]:
    try:
        yield from _incoming(flow, found)
    except ReaderError as error:
        yield Failure(found.name, error)
    except MemoryError:
        yield Failure(found.name, ReaderError("ingest-memory", file=found.name))
    except Exception as error:  # noqa: BLE001 (one article's defect must not stop the others)
        defect = ReaderError("ingest-defect", file=found.name, defect=_defect(error))
        yield Failure(found.name, defect)


def _incoming(flow: Flow, raw: RawDocument) -> Iterator[Incoming | None]:
    for step in _understood(flow, raw):
        if step is None:
            yield None
            continue
        known = signature(step.body)
        yield Incoming(step, raw.source, raw.media_type, raw.encoding, known)


def _understood(flow: Flow, raw: RawDocument) -> Iterator[Article | None]:
    if flow.understand_in_stretches is None or len(raw.text) < _LONG:
        yield flow.understand(raw)
    else:
        yield from flow.understand_in_stretches(raw)


def _defect(error: Exception) -> str:
    """The kind of error and the line it came from: nothing of the article's text."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f", {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"
