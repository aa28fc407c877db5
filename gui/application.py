"""Start Qt once and put the window together; or draw it to a picture without a screen."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QObject,
    QSettings,
    QSize,
    Qt,
    QTemporaryDir,
    QTimer,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from gui.appearance import Appearance
from gui.asking import Asking
from gui.collecting import Collecting
from gui.icons import pixmap
from gui.language import Language
from gui.navigation import Navigation
from gui.settings import Settings
from newsarchive.search.query import Query, Sort

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from newsarchive.watched import WatchedFolder

MOST_RECENT = 8
FOLLOW = 3_000  # milliseconds between two looks at what other windows and programs have written
SWITCH = 0.0005  # seconds the archive's thread may keep the window's waiting for the interpreter
HIDDEN = 500  # milliseconds a window that nobody sees waits for its first paint
PATIENCE = 60_000  # milliseconds a picture waits for the archive


class Desk(QObject):
    """One archive in one window, which is built again when language or wording change."""

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        query: Query | None = None,
        *,
        watches: bool = True,
        at_once: bool = True,
    ) -> None:
        """With ``at_once`` off, all but the list waits for ``complete``."""
        super().__init__(application)
        self._application = application
        self.settings = settings
        self.language = Language(application)
        self.language.use(settings.text("language"))
        self.appearance = Appearance(application, settings)
        self.asking = Asking(self)
        once = bool(settings.number("once"))
        query = query or Query(sort=Sort(settings.text("sort")), once=once)
        self.navigation = Navigation(query, self)
        self._path: Path | None = None
        self._copy: Path | None = None
        self._watches = watches
        self.window = self._first_look()
        if at_once:
            self.complete()

    @Slot()
    def complete(self) -> None:
        """Bring in all that the first look at the list did without."""
        from gui.entities import Entities
        from gui.exporting import Exporting
        from gui.importing import Importing
        from gui.indexing import Indexing
        from gui.presence import Presence
        from gui.safekeeping import Safekeeping
        from gui.watching import Watching

        self.asking.archiveOpened.connect(self._archive_opened)
        self.entities = Entities(self)
        self.importing = Importing(self)
        self.exporting = Exporting(self)
        self.watching = Watching(self)
        self.watching.foldersWanted.connect(self.asking.folders)
        if self._watches:
            self.asking.archiveOpened.connect(self.asking.folders)
        self.asking.foldersArrived.connect(self._watch)
        self.indexing = Indexing(self)
        self.indexing.finished.connect(self._indexed)
        self.asking.indexBehind.connect(self._index)
        self.asking.indexLost.connect(self._index_again)
        self.safekeeping = Safekeeping(self)
        self.safekeeping.told.connect(self._tell)
        self.safekeeping.putBack.connect(self.open)
        self.asking.left.connect(self.entities.leave)
        self.entities.left.connect(self._put_back)
        self.presence = Presence(self)
        self.presence.wanted.connect(self.come_forward)
        self.settings.changed.connect(self._follow_setting)
        self._following = QTimer(self, interval=FOLLOW)
        self._following.timeout.connect(self.asking.follow)
        if self._watches:
            self._following.start()
        self._complete_window()

    def open(self, path: Path, *, create: bool = False) -> None:
        """Open an archive in the window."""
        if path.absolute() != self._path:
            self.navigation.leave_entity()
        self._path = path.absolute()
        self.window.archive_path = self._path
        self.asking.open(self._path, create=create)
        self.settings.set("archive", str(self._path))
        others = (name for name in self.settings.value("recent") if name != str(self._path))
        self.settings.set("recent", (str(self._path), *others)[:MOST_RECENT])

    @Slot()
    def be_present(self) -> None:
        """Let later starts on this archive find this window."""
        if self._path is not None:
            self.presence.take(self._path)

    @Slot(str)
    def show_defect(self, report: str) -> None:
        """Show a report that can be copied, unless one is being looked at."""
        from gui.dialogs.defect import DefectDialog

        if self.window.findChild(DefectDialog) is None:
            dialog = DefectDialog(report, self.window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    @Slot()
    def come_forward(self) -> None:
        """Bring the window to the front."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """End the work of the window, its processes and threads."""
        self.presence.close()
        self.window.intake.close()
        self.watching.close()
        self.importing.close()
        self.exporting.close()
        self.indexing.close()
        self.safekeeping.close()
        self.entities.close()
        self.asking.close()
        self.language.leave()

    @property
    def busy(self) -> bool:
        """Whether something is still to come."""
        working = (
            self.indexing.running
            or self.safekeeping.running
            or self.window.intake.busy
            or self.exporting.running
        )
        return self.asking.busy or self.entities.busy or working

    def _first_look(self) -> "MainWindow":
        from gui.main_window import MainWindow

        window = MainWindow(self.asking, self.navigation, self.settings, self.appearance)
        window.archiveWanted.connect(lambda path, create: self.open(path, create=create))
        window.backupWanted.connect(self.put_back)
        return window

    def _complete_window(self) -> None:
        self.window.complete(self.entities, self.importing, self.exporting, self.watching)
        self.window.archive_path = self._path
        self._greet()

    @Slot(object)
    def _watch(self, folders: "tuple[WatchedFolder, ...]") -> None:
        if self._path is not None:
            language, ocr = self.settings.text("language"), self.settings.text("ocr") == "on"
            self.watching.follow(self._path, folders, language, ocr=ocr)

    @Slot()
    def _archive_opened(self) -> None:
        if self._path is not None:
            self.entities.open(self._path)
            self._keep_safe()
        self._greet()

    def _keep_safe(self) -> None:
        """Back the archive up in a while, into the folder that was chosen."""
        if self._watches and self._path is not None:
            folder, language = (self.settings.text(key) for key in ("backups", "language"))
            self.safekeeping.follow(self._path, folder, language)

    def put_back(self, copy: Path) -> None:
        """Let a backup take the place of the open archive, once nothing has it open."""
        if self.importing.running or self.indexing.running or self.safekeeping.running:
            self._tell(self.tr("انتظر حتى ينتهي العمل الجاري ثم أعد المحاولة"))
            return
        self._copy = copy
        self.watching.close()
        self.asking.leave()

    @Slot()
    def _put_back(self) -> None:
        copy, self._copy = self._copy, None
        if copy is not None and self._path is not None:
            self.safekeeping.put_back(copy, self._path, self.settings.text("language"))

    @Slot(str)
    def _tell(self, text: str) -> None:
        self.window.status.show_understood(text)

    def _greet(self) -> None:
        """Welcome whoever is on the sample archive; leave others in peace."""
        from gui.welcoming import Welcoming

        given = self.window.findChild(Welcoming)
        if self._path == _sample():
            given = given or Welcoming(self.window, self.settings, self.appearance)
            given.show()
        elif given is not None:
            given.hide()

    @Slot()
    def _index(self) -> None:
        if self._path is not None and not self.importing.running:
            self.indexing.start(self._path, self.settings.text("language"))
            self.window.status.show_indexing(running=self.indexing.running)

    @Slot()
    def _index_again(self) -> None:
        if self._path is not None:
            self.indexing.forget(self._path)
            self._index()

    @Slot(str)
    def _indexed(self, told: str) -> None:
        self.window.status.show_indexing(running=False)
        self.window.status.show_understood(told)
        self.asking.reload()

    @Slot(str)
    def _follow_setting(self, key: str) -> None:
        if key in {"language", "digits", "months", "calendar"}:
            QTimer.singleShot(0, self, self._rebuild)
        elif key == "backups":
            self._keep_safe()

    @Slot()
    def _rebuild(self) -> None:
        """The same place in a new window: texts, digits and direction are set when it is built."""
        self.language.use(self.settings.text("language"))
        before, geometry = self.window, self.window.saveGeometry()
        self.window = self._first_look()
        self._complete_window()
        self.window.restoreGeometry(geometry)
        self.window.show()
        before.close()
        before.deleteLater()
        self.asking.reload()


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
    """Complete the desk once its window has been painted."""
    first = FirstPaint(desk.window)
    first.done.connect(desk.complete)
    first.done.connect(lambda: then())
    first.done.connect(first.deleteLater)


def first_archive(settings: Settings, names: Sequence[str]) -> Path:
    """The archive named, or the one open last, or at the very first start the sample."""
    last = settings.text("archive")
    if names:
        return Path(names[0])
    return Path(last) if last and Path(last).exists() else _sample()


def open_first(desk: Desk, first: Path) -> None:
    """Open the archive; the sample is made when it is not there."""
    if first == _sample():
        _open_sample(desk, first)
    else:
        desk.open(first)


def _sample() -> Path:
    from platformdirs import user_data_path

    return user_data_path("qusasat", appauthor=False) / "sample.qusasat"


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
    """The one QApplication, named and with its icon; drawn off screen where there is none."""
    if sys.platform.startswith("linux") and not has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.setswitchinterval(SWITCH)
    application = QApplication(list(argv))
    application.setApplicationName("Qusasat")
    application.setDesktopFileName("qusasat")
    application.setWindowIcon(QIcon(pixmap("qusasat", application.palette().text().color(), _ICON)))
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
    for failure in failures:
        print(failure, file=sys.stderr)  # noqa: T201 - the reason is this command's answer
    desk.window.close()
    desk.window.deleteLater()
    desk.close()
    return 0 if written else 1


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


_ICON = QSize(64, 64)
_ONCE = Qt.ConnectionType.SingleShotConnection
