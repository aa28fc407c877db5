"""Putting right who is who, one act after the other, each of which can be taken back."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gui.background import Background
from gui.records import Records
from newsarchive.correction import Correction, MadeCorrection
from newsarchive.errors import StoreError
from newsarchive.names import Names

Work = Callable[[Names], "Outcome"]


@dataclass(frozen=True, slots=True)
class Act:
    """What a person did in one go, to be taken back in one go.

    Attributes:
        numbers: by which the corrections stand in the archive.
        file: the colleague's file they come from, or "".
    """

    corrections: tuple[Correction, ...]
    numbers: tuple[int, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An act that was done, or taken back.

    Attributes:
        again: the act taken back before that this one repeats.
    """

    act: Act
    taken_back: bool = False
    again: Act | None = None


class Correcting(QObject):
    """The one writer of corrections; every act is done in its turn, then the index follows.

    ``changed`` tells an outcome as soon as it holds, ``indexed`` all those that searches now show.
    """

    changed = Signal(object)
    indexed = Signal(object)
    sentOut = Signal(int, object)
    failed = Signal(object)
    stackChanged = Signal()
    workChanged = Signal(bool)

    def __init__(self, records: Records, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records = records
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self._waiting: deque[Callable[[], Work | None]] = deque()
        self._behind: list[Outcome] = []
        self._stopping = False
        self._writing = Background(records.worker, 3, self)
        self._writing.done.connect(self._written)
        self._writing.failed.connect(self._fail)
        self._refreshing = Background(records.worker, 4, self)
        self._refreshing.done.connect(self._refreshed)
        self._refreshing.failed.connect(self._fail)
        self._sending = Background(records.worker, 3, self)
        self._sending.done.connect(lambda sent: self.sentOut.emit(*sent))
        self._sending.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether something is still to be written or indexed."""
        works = (self._writing, self._refreshing, self._sending)
        return bool(self._waiting) or any(work.busy for work in works)

    @property
    def last(self) -> Act | None:
        """What ``undo`` would take back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Act | None:
        """What ``redo`` would do again."""
        return self._undone[-1] if self._undone else None

    def make(self, corrections: Iterable[Correction]) -> None:
        """Make corrections as one act."""
        act = Act(tuple(corrections))
        self._queue(lambda: lambda names: _do(names, act))

    def take_in(self, path: Path) -> None:
        """Make the corrections of a colleague's file as one act."""
        self._queue(lambda: lambda names: _take_in(names, path))

    def send_out(self, path: Path) -> None:
        """Write the corrections that hold for a colleague."""
        records = self._records
        self._sending.run(lambda: (records.asked().names.export_file(path), path))

    def undo(self) -> None:
        """Take the last act back."""
        self._queue(lambda: _taking_back(self._done[-1]) if self._done else None)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._queue(lambda: _doing_again(self._undone[-1]) if self._undone else None)

    def take_back(self, made: MadeCorrection) -> None:
        """Take back any correction that holds; redo would make it again."""
        self._queue(lambda: _taking_back(Act((made.correction,), (made.number,))))

    def forget(self) -> None:
        """Another archive is open: nothing of the one before can be taken back."""
        self._done.clear()
        self._undone.clear()
        self.stackChanged.emit()

    def stop(self) -> None:
        """Begin nothing more; what is indexed is whole, the rest is taken up at the next start."""
        self._stopping = True
        self._waiting.clear()
        for work in (self._writing, self._refreshing, self._sending):
            work.cancel()

    def _queue(self, job: Callable[[], Work | None]) -> None:
        self._waiting.append(job)
        self._go_on()

    def _go_on(self) -> None:
        if self._writing.busy or self._refreshing.busy or self._stopping:
            return
        while self._waiting:
            work = self._waiting.popleft()()
            if work is not None:
                self._tell_work(running=True)
                self._write(work)
                return
        if self._behind:
            outcomes, self._behind = tuple(self._behind), []
            self._refreshing.run(lambda: self._refresh(outcomes))
        else:
            self._tell_work(running=False)

    def _write(self, work: Work) -> None:
        records = self._records

        def write() -> Outcome:
            with records.written() as archive:
                return work(archive.names)

        self._writing.run(write)

    def _refresh(self, outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
        with self._records.written() as archive:
            for _ in archive.refresh():
                if self._stopping:
                    break
        return outcomes

    @Slot(object)
    def _written(self, outcome: Outcome) -> None:
        if outcome.act.numbers:
            self._keep(outcome)
            self._behind.append(outcome)
        self.stackChanged.emit()
        self.changed.emit(outcome)
        self._go_on()

    def _keep(self, outcome: Outcome) -> None:
        act = outcome.act
        if outcome.taken_back:
            rests = (_without(one, act.numbers) for one in self._done)
            self._done = [rest for rest in rests if rest.numbers]
            self._undone.append(act)
            return
        self._undone = [one for one in self._undone if one is not outcome.again]
        if outcome.again is None:
            self._undone = []
        self._done.append(act)

    @Slot(object)
    def _refreshed(self, outcomes: tuple[Outcome, ...]) -> None:
        self.indexed.emit(outcomes)
        self._go_on()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.stackChanged.emit()
        self.failed.emit(error)
        self._go_on()

    def _tell_work(self, *, running: bool) -> None:
        self.workChanged.emit(running)


def _do(names: Names, act: Act, again: Act | None = None) -> Outcome:
    """What holds already is not made again, and is not taken back with the rest."""
    numbers = set(names.correct(act.corrections))
    new = [made for made in names.history() if made.number in numbers]
    return Outcome(_act(new, act.file), again=again)


def _doing_again(act: Act) -> Work:
    return lambda names: _do(names, act, act)


def _taking_back(act: Act) -> Work:
    def work(names: Names) -> Outcome:
        for number in reversed(act.numbers):
            _undo(names, number)
        return Outcome(act, taken_back=True)

    return work


def _undo(names: Names, number: int) -> None:
    """One that another program took back meanwhile is as it should be."""
    try:
        names.undo(number)
    except StoreError as error:
        if error.code != "correction-unknown":
            raise


def _take_in(names: Names, path: Path) -> Outcome:
    before = len(names.history())
    names.import_file(path)
    return Outcome(_act(names.history()[before:], path.name))


def _act(made: Sequence[MadeCorrection], file: str = "") -> Act:
    return Act(tuple(one.correction for one in made), tuple(one.number for one in made), file)


def _without(act: Act, numbers: Collection[int]) -> Act:
    pairs = zip(act.numbers, act.corrections, strict=True)
    kept = [(number, one) for number, one in pairs if number not in numbers]
    return Act(tuple(one for _, one in kept), tuple(number for number, _ in kept), act.file)
