"""Start Qt once and open the window; or draw it to a picture without a screen."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QObject,
    QSettings,
    Qt,
    QTemporaryDir,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from gui.collecting import Collecting
from gui.desk import Desk, sample_path
from gui.settings import Settings
from newsarchive.search.query import Query

SWITCH = 0.0005  # seconds the archive's thread may keep the window's waiting for the interpreter
HIDDEN = 500  # milliseconds a window that nobody sees waits for its first paint
PATIENCE = 60_000  # milliseconds a picture waits for the archive


def run(argv: Sequence[str]) -> int:
    """Show the window until it is closed; ``argv`` may name an archive after the program."""
    application = make_application(argv)
    settings = Settings(QSettings("Qusasat", "Qusasat"), application)
    from gui.presence import FileOpening, show_other

    names = [name for name in argv[1:] if not name.startswith("-")]
    first = first_archive(settings, names)
    if show_other(first):
        return 0
    collecting = Collecting(application)
    desk = Desk(application, settings, at_once=False)
    desk.window.glance(first)

    def begin() -> None:
        open_first(desk, first)
        hear_defects(desk)
        desk.asking.settled.connect(collecting.begin, _ONCE)

    after_first_paint(desk, begin)
    desk.window.show()
    desk.asking.archiveOpened.connect(desk.be_present)
    opening = FileOpening(desk)
    opening.wanted.connect(desk.open)
    application.installEventFilter(opening)
    if "--quit" in argv:
        desk.asking.settled.connect(application.quit)
    status = application.exec()
    collecting.close()
    desk.close()
    return status


class FirstPaint(QObject):
    """Tells once that a widget has been painted, or that nobody sees it."""

    done = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)
        self._patience = QTimer(self, singleShot=True, interval=HIDDEN)
        self._patience.timeout.connect(self.done)
        self._patience.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the paint event pass; what waits for it comes after it."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._patience.start(0)
        return False


def after_first_paint(desk: Desk, then: Callable[[], object]) -> None:
    """Complete the desk once its window has been painted, a piece in each turn of the events."""
    first = FirstPaint(desk.window)
    turn = QTimer(first, interval=0)

    def go_on() -> None:
        if not desk.go_on():
            turn.stop()
            first.deleteLater()
            then()

    turn.timeout.connect(go_on)
    first.done.connect(turn.start)


def first_archive(settings: Settings, names: Sequence[str]) -> Path:
    """The archive named, or the one open last, or at the very first start the sample."""
    last = settings.text("archive")
    if names:
        return Path(names[0])
    return Path(last) if last and Path(last).exists() else sample_path()


def open_first(desk: Desk, first: Path) -> None:
    """Open the archive; the sample is made when it is not there."""
    if first == sample_path():
        _open_sample(desk, first)
    else:
        desk.open(first)


def _open_sample(desk: Desk, path: Path) -> None:
    from resources import resource

    path.parent.mkdir(parents=True, exist_ok=True)
    sample = resource("sample")
    is_new = not path.exists()
    desk.open(path, create=True)
    if is_new and sample.is_dir():
        desk.asking.archiveOpened.connect(lambda: desk.window.import_paths([sample]), _ONCE)


def hear_defects(desk: Desk) -> None:
    """Write errors that nobody expected into the log, and show them one at a time."""
    from platformdirs import user_log_path

    from gui.reporting import Defects, log_to

    log_to(user_log_path("qusasat", appauthor=False))
    defects = Defects(desk)
    defects.found.connect(desk.show_defect)
    defects.listen()


def make_application(argv: Sequence[str]) -> QApplication:
    """The one QApplication, named, in its style; drawn off screen where there is none."""
    if sys.platform.startswith("linux") and not has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.setswitchinterval(SWITCH)
    # Said so, and not by setStyle, which gives the style back: PySide would make all of it ready.
    application = QApplication([*argv[:1], "-style", "Fusion", *argv[1:]])
    application.setApplicationName("Qusasat")
    application.setDesktopFileName("qusasat")
    return application


def has_screen() -> bool:
    """Whether a window could be shown; always so outside Linux."""
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return shown or not sys.platform.startswith("linux")


def screenshot(
    out: Path,
    archive: Path,
    query: str = "",
    article: int | None = None,
    theme: str | None = None,
    size: tuple[int, int] = (1440, 900),
    language: str = "ar",
    scale: float = 1.0,
) -> int:
    """Draw the real window to ``out`` once its list, facets and article have arrived.

    Returns 0, or 1 when the archive did not answer or the picture could not be written; the reason
    is printed on standard error.
    """
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    before = qInstallMessageHandler(_tell)
    try:
        return _draw(out, archive, query, article, theme, size, language)
    finally:
        qInstallMessageHandler(before)


def _tell(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Pass Qt's messages on, but for the one that every window drawn off screen causes."""
    if not text.startswith("This plugin does not support propagateSizeHints"):
        print(text, file=sys.stderr)  # noqa: T201 - where Qt itself would write


def _draw(
    out: Path,
    archive: Path,
    query: str,
    article: int | None,
    theme: str | None,
    size: tuple[int, int],
    language: str,
) -> int:
    if not has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application(["qusasat"])
    folder = QTemporaryDir()
    settings = Settings(
        QSettings(folder.filePath("settings.ini"), QSettings.Format.IniFormat), application
    )
    settings.set("theme", theme or "light")
    settings.set("language", language)
    desk = Desk(application, settings, Query(query), watches=False)
    failures: list[Exception] = []
    desk.asking.failed.connect(failures.append)
    desk.asking.openFailed.connect(failures.append)
    desk.window.resize(*size)
    if article is not None:
        desk.navigation.stay(article)
    desk.open(archive)
    desk.window.show()
    arrived = _wait_until_settled(desk)
    written = arrived and not failures and desk.window.grab().save(str(out))
    reasons = [str(failure) for failure in failures]
    if not written and not reasons:
        reasons = [_why_undrawn(out, language, arrived=arrived)]
    for reason in reasons:
        print(reason, file=sys.stderr)  # noqa: T201 - the reason is this command's answer
    desk.window.close()
    desk.window.deleteLater()
    desk.close()
    return 0 if written else 1


def _why_undrawn(out: Path, language: str, *, arrived: bool) -> str:
    from resources import message

    if arrived:
        return message("picture-unwritten", language, file=out)
    return message("picture-late", language, seconds=PATIENCE // 1_000)


def _wait_until_settled(desk: Desk) -> bool:
    loop = QEventLoop()
    desk.asking.settled.connect(loop.quit)
    desk.asking.openFailed.connect(loop.quit)
    patience = QTimer(singleShot=True, interval=PATIENCE)
    patience.timeout.connect(lambda: loop.exit(1))
    patience.start()
    arrived = loop.exec() == 0
    while arrived and desk.busy:
        arrived = loop.exec() == 0
    QApplication.processEvents()
    return arrived


_ONCE = Qt.ConnectionType.SingleShotConnection
