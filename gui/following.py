"""Noticing the stars, tags and notes that other windows and programs put on articles."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.asking import Asking
from gui.correcting import Correcting

LOOK = 1_000  # milliseconds between two looks, each of one number


class Following(QObject):
    """Tells that others put marks on articles or took them off since the archive was asked last.

    While the window itself writes, nothing is told: what it wrote is asked for when it is written.
    """

    marked = Signal()

    def __init__(self, asking: Asking, writing: Correcting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking, self._writing = asking, writing
        asking.marksArrived.connect(self._compare)
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(asking.look)
        self._timer.start()

    @Slot(object)
    def _compare(self, now: int) -> None:
        before = self._asking.marks
        is_busy = self._asking.busy or self._writing.busy
        if before is not None and now != before and not is_busy:
            self.marked.emit()
