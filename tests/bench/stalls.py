"""How long the window's thread stalls: ``python -m tests.bench.stalls ARCHIVE [--import FOLDER]``.

A timer that is due every few milliseconds notes how late it comes while a reader types, deletes,
scrolls through the whole list, passes articles, and files come in beside it at full speed. How
much of that the thread was at work itself is told too, and where the system tells it, how long it
waited for a processor; the rest it waited for the interpreter, the disk or a lock.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.application import Desk, make_application
from gui.collecting import Collecting
from gui.importing import ImportProgress
from gui.settings import Settings
from newsarchive.index.location import index_folder
from newsarchive.store.connection import open_store

Turns = list[tuple[float, float, float]]
COLUMNS = ("late", "at work", "kept from a processor", "held up otherwise")
DUE = 2  # milliseconds between two looks at the clock
SCHEDULED = Path("/proc/thread-self/schedstat")
KEY = 45  # milliseconds between two keys: a fast typist
LINES = ("وزارة الصحة", "محمد بن سالم", "اقتصاد", "الميناء الجديد", "شخص:سالم")


class Watch:
    """Notes for each turn of the event loop how late it was, and what was being done."""

    def __init__(self) -> None:
        self.late: dict[str, Turns] = {}
        self.doing = "start"
        self._last = self._worked = self._queued = 0.0
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=DUE)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Look at the clock from now on."""
        self._last, self._worked, self._queued = _clocks()
        self._timer.start()

    def _look(self) -> None:
        now, worked, queued = _clocks()
        late = max(0.0, (now - self._last) * 1000 - DUE)
        turn = (late, (worked - self._worked) * 1000, (queued - self._queued) * 1000)
        self.late.setdefault(self.doing, []).append(turn)
        self._last, self._worked, self._queued = now, worked, queued


def _clocks() -> tuple[float, float, float]:
    """The time, how long this thread was at work, how long it waited for a processor; seconds.

    The last from Linux (Documentation/scheduler/sched-stats.rst); elsewhere 0.
    """
    queued = 0.0
    if SCHEDULED.exists():
        queued = int(SCHEDULED.read_text().split()[1]) / 1e9
    return time.perf_counter(), time.thread_time(), queued


def press(target: QWidget, key: int, text: str = "") -> None:
    """One key, down and up."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def reader(desk: Desk, watch: Watch, rounds: int) -> Iterator[None]:
    """All that a reader does, one key at a time."""
    window = desk.window
    for _ in range(rounds):
        watch.doing = "typing"
        window.search_bar.focus_field()
        for line in LINES:
            for letter in line:
                press(window.search_bar.field, Qt.Key.Key_unknown, letter)
                yield
            for _ in line:
                press(window.search_bar.field, Qt.Key.Key_Backspace)
                yield
        watch.doing = "scrolling"
        bar = window.list.view.verticalScrollBar()
        for step in range(60):
            bar.setValue(bar.maximum() * step // 60)
            yield
        for _ in range(60):
            bar.setValue(bar.value() - bar.singleStep() * 6)
            yield
        watch.doing = "reading on"
        window.list.focus_rows()
        press(window.list.view, Qt.Key.Key_Home)
        for _ in range(40):
            press(window.list.view, Qt.Key.Key_Down)
            yield


def measure(archive: Path, coming_in: Path | None, rounds: int = 2) -> dict[str, Turns]:
    """The lateness of each turn of the event loop and the work in it, in ms, by what was done."""
    application = QApplication.instance() or make_application(["qusasat"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        collecting = Collecting(application)
        ini = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        desk = Desk(application, Settings(ini, application), watches=False)
        desk.window.resize(1440, 900)
        desk.window.show()
        desk.open(archive)
        wait(lambda: not desk.busy)
        collecting.begin()
        watch = Watch()
        if coming_in is not None:
            came_in: list[ImportProgress] = []
            desk.importing.progressed.connect(came_in.append)
            desk.window.import_paths([coming_in])
            wait(lambda: any(progress.articles for progress in came_in))
        watch.begin()
        steps = reader(desk, watch, rounds)
        done: list[bool] = []

        def step() -> None:
            if next(steps, done) is done:
                keys.stop()
                done.append(True)

        keys = QTimer(interval=KEY)
        keys.timeout.connect(step)
        keys.start()
        wait(lambda: bool(done))
        if coming_in is None:
            watch.doing = "at rest"
            wait(lambda: not desk.busy)
        elif not desk.importing.running:
            raise SystemExit("The import ended before the reader did: bring in more files.")
        collecting.close()
        desk.window.close()
        desk.close()
    return watch.late


def wait(comes_true: Callable[[], bool]) -> None:
    """Let the event loop run until something is so."""
    while not comes_true():
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def told(late: dict[str, Turns]) -> Iterator[str]:
    """A line for each thing done: the middle, the 99th of a hundred, the worst."""
    for doing, turns in late.items():
        whole = [(*turn, max(0.0, turn[0] - turn[1] - turn[2])) for turn in turns]
        yield f"{doing:12} {len(turns):6} turns" + "".join(
            f"; {name} {middle:5.1f} ms, p99 {high:6.1f}, worst {worst:6.1f}"
            for name, (middle, high, worst) in zip(
                COLUMNS, map(_spread, zip(*whole, strict=True)), strict=True
            )
        )


def _spread(times: tuple[float, ...]) -> tuple[float, float, float]:
    ordered = sorted(times)
    high = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
    return ordered[len(ordered) // 2], high, ordered[-1]


def copied(archive: Path, folder: Path) -> Path:
    """A copy of an archive with its index, which lies under a name made of the archive's path."""
    copy = folder / archive.name
    shutil.copy(archive, copy)
    with open_store(archive, read_only=True) as store:
        mark = store.archive_id
    shutil.copytree(index_folder(archive, mark), index_folder(copy, mark))
    return copy


def main() -> None:
    """Measure at rest, then while files come in; the archive is copied before it is written to."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.stalls", description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--import", dest="coming_in", type=Path)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for line in told(measure(asked.archive, None)):
        print("alone     ", line, flush=True)
    if asked.coming_in is not None:
        with tempfile.TemporaryDirectory() as folder:
            copy = copied(asked.archive, Path(folder))
            for line in told(measure(copy, asked.coming_in)):
                print("importing ", line, flush=True)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
