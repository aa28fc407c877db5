"""One archive in one window: what opens it, follows it and keeps it safe, put together."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from gui.appearance import Appearance
from gui.asking import Asking
from gui.background import brought_in
from gui.icons import icon
from gui.language import Language
from gui.navigation import Navigation
from gui.settings import Settings
from newsarchive.search.query import Query, Sort

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.welcoming import Welcoming
    from newsarchive.watched import WatchedFolder

MOST_RECENT = 8
ICON = 64
FOLLOW = 3_000  # milliseconds between two looks at what other windows and programs have written


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
        """With ``at_once`` off, all but the list waits for ``go_on`` or ``complete``."""
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
        self._welcoming: Welcoming | None = None
        self.window = self._first_look()
        self._pieces = self._completing()
        if at_once:
            self.complete()

    def complete(self) -> None:
        """Bring in, at once, what is left of all that the first look at the list did without."""
        for _ in self._pieces:
            pass

    def go_on(self) -> bool:
        """Bring in a piece of that, in less time than a hand notices; False once all is there."""
        return next(self._pieces, _ALL) is not _ALL

    def _completing(self) -> Iterator[None]:
        yield from brought_in("newsarchive.article", "gui.deeds", "gui.correcting")
        from gui.entities import Entities
        from gui.exporting import Exporting

        yield
        from gui.importing import Importing
        from gui.indexing import Indexing
        from gui.presence import Presence
        from gui.safekeeping import Safekeeping
        from gui.watching import Watching

        yield
        ink = self._application.palette().text().color()
        self._application.setWindowIcon(icon("qusasat", ink, ICON))
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
        yield
        yield from self._completing_window()

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
        self.complete()
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

    def _completing_window(self) -> Iterator[None]:
        yield from self.window.completing(
            self.entities, self.importing, self.exporting, self.watching
        )
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
        if self._path is None:
            return
        is_sample = self._path == sample_path()
        if is_sample and self._welcoming is None:
            from gui.welcoming import Welcoming

            self._welcoming = Welcoming(self.window, self.settings, self.appearance)
        if (given := self._welcoming) is not None:
            given.show() if is_sample else given.hide()

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
        self.window, self._welcoming = self._first_look(), None
        self._pieces = self._completing_window()
        self.complete()
        self.window.restoreGeometry(geometry)
        self.window.show()
        before.close()
        before.deleteLater()
        self.asking.reload()


_ALL = object()  # what is told when no piece is left


def sample_path() -> Path:
    """Where the sample archive lies, whether it has been made or not."""
    from platformdirs import user_data_path

    return user_data_path("qusasat", appauthor=False) / "sample.qusasat"
