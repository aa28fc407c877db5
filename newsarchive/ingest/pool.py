"""Keeps the processes at work: hands out tasks, replaces those that die or hang."""

import multiprocessing
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import connection as pipes
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pickle import UnpicklingError
from types import TracebackType

from newsarchive.errors import ReaderError
from newsarchive.ingest.values import Failure, Flow, Limits
from newsarchive.ingest.worker import Report, Task, serve

_QUEUE = 3
_FALSE_STARTS = 3
_GRACE_SECONDS = 2.0


@dataclass(slots=True)
class _Worker:
    """A process and what it has still to do; the first task is the one it is at."""

    process: SpawnProcess
    connection: "Connection[object, object]"
    tasks: deque[Task] = field(default_factory=deque)
    heard: float = field(default_factory=time.monotonic)
    ready: bool = False


class Pool:
    """Some processes doing tasks. Use it as a context manager: on leaving, all are stopped."""

    def __init__(self, flow: Flow, jobs: int, limits: Limits) -> None:
        self._flow = flow
        self._limits = limits
        self._context = multiprocessing.get_context("spawn")
        self._false_starts = 0
        self._workers: list[_Worker] = []
        self._jobs = max(1, jobs)

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            self._bury(worker)
        self._workers.clear()

    @property
    def idle(self) -> bool:
        """Whether nothing is left to do."""
        return not any(worker.tasks for worker in self._workers)

    def wants(self) -> bool:
        """Whether another task would be welcome."""
        if len(self._workers) < self._jobs:
            return True
        return any(len(worker.tasks) < _QUEUE for worker in self._workers)

    def give(self, task: Task) -> None:
        """Hand a task to the process with the least to do, starting one while there may be more."""
        worker = min(self._workers, key=lambda one: len(one.tasks), default=None)
        if worker is None or (worker.tasks and len(self._workers) < self._jobs):
            worker = self._start()
            self._workers.append(worker)
        if not worker.tasks:
            worker.heard = time.monotonic()
        worker.tasks.append(task)
        _send(worker, task)

    def collect(self, timeout: float) -> Iterator[Report]:
        """Reports that have come, waiting at most ``timeout`` seconds for the first."""
        working = {worker.connection: worker for worker in self._workers}
        for ready in pipes.wait(list(working), timeout):
            if isinstance(ready, Connection):
                yield from self._hear(working[ready])
        now = time.monotonic()
        for worker in list(self._workers):
            limits = self._limits
            allowed = limits.quiet_seconds if worker.ready else limits.start_seconds
            late = worker.tasks and now - worker.heard > allowed
            if late and not worker.connection.poll():
                yield from self._replace(worker, "ingest-hung")

    def _hear(self, worker: _Worker) -> Iterator[Report]:
        try:
            said = worker.connection.recv()
        except (EOFError, OSError, UnpicklingError):
            yield from self._replace(worker, "ingest-crashed")
            return
        worker.heard = time.monotonic()
        worker.ready = True
        self._false_starts = 0
        if isinstance(said, Report):
            if said.finished:
                worker.tasks.popleft()
            yield said

    def _replace(self, worker: _Worker, code: str) -> Iterator[Report]:
        """Give up the task a process was at, and let a new process do the rest."""
        worker.process.kill()
        self._bury(worker)
        self._workers.remove(worker)
        left = list(worker.tasks)
        if worker.ready and left:
            lost = left.pop(0)
            error = ReaderError(code, file=lost.name)
            yield Report(lost, failures=[Failure(lost.name, error)], finished=True)
        elif not worker.ready:
            self._false_starts += 1
            if self._false_starts >= _FALSE_STARTS:
                raise ReaderError("ingest-no-workers")
        for task in left:
            self.give(task)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=serve, args=(theirs, self._flow, self._limits.memory), daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _bury(self, worker: _Worker) -> None:
        worker.process.join(_GRACE_SECONDS)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        worker.process.close()
        worker.connection.close()


def _send(worker: _Worker, task: Task) -> None:
    """A dead process is noticed when it is next listened to."""
    try:
        worker.connection.send(task)
    except (BrokenPipeError, ConnectionResetError):
        return
