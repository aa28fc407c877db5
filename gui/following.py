"""Noticing the stars, tags and notes that other windows and programs put on articles."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.asking import Asking

LOOK = 1_000  # milliseconds between two looks, each of one number


class Following(QObject):
    """Tells that marks were put on articles or taken off since the archive was asked last."""

    marked = Signal()

    def __init__(self, asking: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asking = asking
        asking.marksArrived.connect(self._compare)
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(asking.look)
        self._timer.start()

    @Slot(object)
    def _compare(self, now: int) -> None:
        before = self._asking.marks
        if before is not None and now != before and not self._asking.busy:
            self.marked.emit()
