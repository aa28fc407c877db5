"""One start, timed from outside: ``python -m tests.bench.first_paint label|list|ready F``.

``label`` is a bare Qt label, the floor; ``list`` the main window's first paint, which must show the
first rows; ``ready`` has all panes built, the archive open, its first page and facets there.
"""

import gc
import os
import sys
from pathlib import Path

if sys.argv[1] != "label":
    gc.disable()  # as main.py does

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


def window(archive: Path, *, ready: bool) -> None:
    """The program's own window on an archive, closed as a user does when it is ready."""
    sys.dont_write_bytecode = False  # what is installed is compiled; this is from the next start on

    from PySide6.QtCore import QSettings, QTemporaryDir

    from gui.application import Desk, after_first_paint, make_application
    from gui.settings import Settings

    application = make_application(["qusasat"])
    folder, watch = QTemporaryDir(), PaintWatch()
    ini = QSettings(folder.filePath("settings.ini"), QSettings.Format.IniFormat)
    desk = Desk(application, Settings(ini, application), watches=False, at_once=False)
    desk.window.glance(archive)
    if ready:
        after_first_paint(desk, lambda: desk.open(archive))
        desk.asking.settled.connect(lambda: QTimer.singleShot(0, application, application.quit))
    else:
        desk.window.installEventFilter(watch)  # what is in it is painted in the same go
        QTimer.singleShot(5000, lambda: os._exit(1))
    desk.window.show()
    application.exec()
    if ready:
        desk.window.close()
    os._exit(0 if desk.window.list._row._rows else 1)


if __name__ == "__main__":
    if sys.argv[1] == "label":
        label()
    else:
        window(Path(sys.argv[2]), ready=sys.argv[1] == "ready")
