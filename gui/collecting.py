"""Collecting what reference counts leave behind, at moments of our own choosing.

Python looks for garbage whenever enough was made, on whichever thread made it, and all others wait:
with an archive open a look through everything takes as long as several frames.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

PAUSE = 250  # milliseconds between two looks
YOUNG = 1_000  # objects made since the last look that are worth one
OLDER = 400  # looks at what is young before one at everything made since the start
PATIENCE = 10  # times as many while somebody is at work: that look takes longer than a frame


class Collecting(QObject):
    """From ``begin`` on looks through a little at a time; what stands then is never looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is looked for until ``begin``: what a start makes stays."""
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """All that has been made so far is taken for lasting."""
        gc.freeze()
        self._timer.start()

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def _look(self) -> None:
        if gc.get_count()[0] < YOUNG:
            return
        self._looks += 1
        at_work = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        if self._looks < OLDER * (PATIENCE if at_work else 1):
            gc.collect(1)
        else:
            self._looks = 0
            gc.collect(2)
