"""Changing the archive, one act after the other, each of which can be taken back.

Acts put right who is who; deeds are all else. They share one queue and one way back.
"""

import contextlib
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.background import Background
from gui.deeds import Deed, Done
from gui.records import Records
from newsarchive.correction import Correction, MadeCorrection
from newsarchive.errors import ArchiveError, StoreError

if TYPE_CHECKING:
    from newsarchive.archive import Archive
    from newsarchive.names import Names

Work = Callable[["Archive"], "Outcome | Done | None"]


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
    """The window's one writer; every act is done in its turn, then the index follows.

    ``changed`` tells an act's outcome as soon as it holds, ``indexed`` all those that searches now
    show; ``done`` tells of deeds.
    """

    changed = Signal(object)
    done = Signal(object)
    indexed = Signal(object)
    sentOut = Signal(int, object)
    failed = Signal(object)
    stackChanged = Signal()
    workChanged = Signal(bool)

    def __init__(self, records: Records, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records = records
        self._done: list[Act | Deed] = []
        self._undone: list[Act | Deed] = []
        self._waiting: deque[Callable[[], Work | None]] = deque()
        self._behind: list[Outcome | Done] = []
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
    def last(self) -> Act | Deed | None:
        """What ``undo`` would take back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Act | Deed | None:
        """What ``redo`` would do again."""
        return self._undone[-1] if self._undone else None

    def make(self, corrections: Iterable[Correction]) -> None:
        """Make corrections as one act."""
        act = Act(tuple(corrections))
        self._queue(lambda: lambda archive: _do(archive.names, act))

    def do(self, deed: Deed) -> None:
        """Do a deed."""
        self._queue(_Job(deed))

    def take_in(self, path: Path) -> None:
        """Make the corrections of a colleague's file as one act."""
        self._queue(lambda: lambda archive: _take_in(archive.names, path))

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
        """Begin nothing more but deeds that wait: a note that was just written is not lost.

        What is indexed is whole, the rest is taken up at the next start.
        """
        self._stopping = True
        for job in self._waiting:
            if isinstance(job, _Job):
                self._records.worker.start(partial(self._write_last, job.deed), 3)
        self._waiting.clear()
        for work in (self._refreshing, self._sending):
            work.cancel()

    def _write_last(self, deed: Deed) -> None:
        """On the worker's thread; there is nobody any more to tell of a failure."""
        with contextlib.suppress(ArchiveError), self._records.written() as archive:
            deed.do(archive)

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
            behind, self._behind = self._behind, []
            outcomes = tuple(one for one in behind if isinstance(one, Outcome))
            self._refreshing.run(lambda: self._refresh(outcomes))
        else:
            self._tell_work(running=False)

    def _write(self, work: Work) -> None:
        records = self._records

        def write() -> Outcome | Done | None:
            with records.written() as archive:
                return work(archive)

        self._writing.run(write)

    def _refresh(self, outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
        with self._records.written() as archive:
            for _ in archive.refresh():
                if self._stopping:
                    break
        return outcomes

    @Slot(object)
    def _written(self, outcome: Outcome | Done | None) -> None:
        if isinstance(outcome, Outcome):
            if outcome.act.numbers:
                self._keep(outcome)
                self._behind.append(outcome)
            self.stackChanged.emit()
            self.changed.emit(outcome)
        elif outcome is not None:
            self._keep_deed(outcome)
            if outcome.deed.is_indexed:
                self._behind.append(outcome)
            self.stackChanged.emit()
            self.done.emit(outcome)
        self._go_on()

    def _keep(self, outcome: Outcome) -> None:
        act = outcome.act
        if outcome.taken_back:
            rests = (_without(one, act.numbers) for one in self._done)
            self._done = [rest for rest in rests if not isinstance(rest, Act) or rest.numbers]
            self._undone.append(act)
            return
        self._begin_from(outcome.again)
        self._done.append(act)

    def _keep_deed(self, done: Done) -> None:
        if done.taken_back:
            self._done = [one for one in self._done if one is not done.deed]
            self._undone.append(done.deed)
            return
        self._begin_from(done.again)
        last = self._done[-1] if self._done and done.again is None else None
        both = None if last is None or isinstance(last, Act) else done.deed.joined(last)
        self._done[len(self._done) - (both is not None) :] = [both or done.deed]

    def _begin_from(self, again: Act | Deed | None) -> None:
        """What was taken back can be done again until something else is done."""
        self._undone = [one for one in self._undone if again is not None and one is not again]

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


def _do(names: "Names", act: Act, again: Act | None = None) -> Outcome:
    """What holds already is not made again, and is not taken back with the rest."""
    numbers = set(names.correct(act.corrections))
    new = [made for made in names.history() if made.number in numbers]
    return Outcome(_act(new, act.file), again=again)


@dataclass(frozen=True, slots=True)
class _Job:
    """A deed that waits for its turn."""

    deed: Deed

    def __call__(self) -> Work:
        """How it is done."""
        return lambda archive: _did(self.deed.do(archive))


def _did(deed: Deed | None, again: Deed | None = None) -> Done | None:
    return None if deed is None else Done(deed, again=again)


def _doing_again(act: Act | Deed) -> Work:
    if isinstance(act, Act):
        return lambda archive: _do(archive.names, act, act)
    return lambda archive: _did(act.do(archive), act)


def _taking_back(act: Act | Deed) -> Work:
    def work(archive: "Archive") -> Outcome | Done:
        if not isinstance(act, Act):
            act.undo(archive)
            return Done(act, taken_back=True)
        names = archive.names
        for number in reversed(act.numbers):
            _undo(names, number)
        return Outcome(act, taken_back=True)

    return work


def _undo(names: "Names", number: int) -> None:
    """One that another program took back meanwhile is as it should be."""
    try:
        names.undo(number)
    except StoreError as error:
        if error.code != "correction-unknown":
            raise


def _take_in(names: "Names", path: Path) -> Outcome:
    before = len(names.history())
    names.import_file(path)
    return Outcome(_act(names.history()[before:], path.name))


def _act(made: Sequence[MadeCorrection], file: str = "") -> Act:
    return Act(tuple(one.correction for one in made), tuple(one.number for one in made), file)


def _without(act: Act | Deed, numbers: Collection[int]) -> Act | Deed:
    if not isinstance(act, Act):
        return act
    pairs = zip(act.numbers, act.corrections, strict=True)
    kept = [(number, one) for number, one in pairs if number not in numbers]
    return Act(tuple(one for _, one in kept), tuple(number for number, _ in kept), act.file)
