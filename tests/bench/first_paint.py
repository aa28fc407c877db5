"""One start, ended by the first paint: ``python -m tests.bench.first_paint label|window|list F``.

``label`` is a bare Qt label, the floor; ``window`` the main window's first paint; ``list`` the
paint after the archive's first page has arrived.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


class PaintWatch(QObject):
    """Ends the program when a widget has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.instance(), QApplication.quit)
        return False


def label() -> None:
    """A bare label."""
    from PySide6.QtWidgets import QLabel

    application = QApplication(["label"])
    shown, watch = QLabel("قصاصات"), PaintWatch()
    shown.installEventFilter(watch)
    shown.show()
    application.exec()


def window(archive: Path, *, settled: bool) -> None:
    """The program's own window on an archive."""
    from PySide6.QtCore import QSettings, QTemporaryDir

    from gui.application import Desk, make_application
    from gui.settings import Settings

    application = make_application(["qusasat"])
    folder, watch = QTemporaryDir(), PaintWatch()
    ini = QSettings(folder.filePath("settings.ini"), QSettings.Format.IniFormat)
    desk = Desk(application, Settings(ini, application))
    if settled:
        desk.asking.settled.connect(lambda: QTimer.singleShot(0, application, application.quit))
    else:
        desk.window.installEventFilter(watch)
    desk.window.show()
    QTimer.singleShot(0, desk, lambda: desk.open(archive))
    application.exec()
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "label":
        label()
    else:
        window(Path(sys.argv[2]), settled=sys.argv[1] == "list")
