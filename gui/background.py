"""Work off the main thread: a function in, ``done`` or ``failed`` out, latest asked wins.

Answers that come together are told one in each turn of the event loop: what is typed meanwhile
waits for one of them to be shown, not for all.
"""

import contextlib
import itertools
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

Task = Callable[[], None]
Tasks = queue.PriorityQueue[tuple[int, int, Task | None]]


class Turns(QObject):
    """Does one thing in each turn of the event loop, in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Task] = deque()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._do)

    def add(self, task: Task) -> None:
        """Do ``task`` when its turn comes."""
        self._waiting.append(task)
        if not self._next.isActive():
            self._next.start()

    @Slot()
    def _do(self) -> None:
        task = self._waiting.popleft()
        if self._waiting:
            self._next.start()
        task()


class Worker:
    """The one thread on which the archive is asked, so that its connections never change hands.

    Attributes:
        turns: in which its answers are told, on the thread it was made on.
    """

    def __init__(self) -> None:
        self.turns = Turns()
        self._tasks: Tasks = queue.PriorityQueue()
        self._numbers = itertools.count()
        # The thread does not hold the worker: its last user lets it go, and the turns with it.
        self._thread = threading.Thread(
            target=_work, args=(self._tasks,), name="archive", daemon=True
        )
        self._thread.start()

    def start(self, task: Task, priority: int = 5) -> None:
        """Queue ``task``; a lower ``priority`` number goes first, equals in the order asked."""
        self._tasks.put((priority, next(self._numbers), task))

    def stop(self) -> None:
        """Finish what is queued before the last task of any priority, then end the thread."""
        self.end()
        self._thread.join()

    def end(self) -> None:
        """Let the thread end once it has done what is queued; nobody waits for it."""
        self._tasks.put((1_000, next(self._numbers), None))


def _work(tasks: Tasks) -> None:
    while (task := tasks.get()[2]) is not None:
        task()


class Background(QObject):
    """Runs one kind of work; an answer that a newer request has overtaken is dropped."""

    done = Signal(object)
    failed = Signal(object)
    _arrived = Signal(int, object, object)

    def __init__(self, worker: Worker, priority: int = 5, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._priority = priority
        self._latest = 0
        self._under_way = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether the latest request still waits for its answer."""
        return self._under_way

    def run(self, work: Callable[[], Any]) -> None:
        """Do ``work`` on the worker thread; it must touch no widget."""
        self._latest += 1
        self._under_way = True
        number = self._latest

        def task() -> None:
            if number != self._latest:
                return
            try:
                answer, error = work(), None
            except Exception as caught:  # noqa: BLE001 - crosses the thread border, shown by messages
                answer, error = None, caught
            with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
                self._arrived.emit(number, answer, error)

        self._worker.start(task, self._priority)

    def cancel(self) -> None:
        """Drop the latest request: neither signal will come."""
        self._latest += 1
        self._under_way = False

    @Slot(int, object, object)
    def _deliver(self, number: int, answer: object, error: Exception | None) -> None:
        self._worker.turns.add(lambda: self._tell(number, answer, error))

    def _tell(self, number: int, answer: object, error: Exception | None) -> None:
        if number != self._latest or not isValid(self):
            return
        self._under_way = False
        if error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(answer)


def brought_in(*modules: str) -> Iterator[None]:
    """Import modules one in each turn, before something is asked for that imports them all."""
    for module in modules:
        import_module(module)
        yield
