"""One window for an archive: a second start on it is shown the window that is open."""

import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QFileOpenEvent

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_PATIENCE = 1000  # milliseconds a second start waits for the first to answer
_TOKEN = "XDG_ACTIVATION_TOKEN"


class Presence(QObject):
    """Tells other starts that this process shows an archive, by a socket of the user's own.

    Nothing goes through it but the wish to see the window; it is no network connection.
    """

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None
        self._address = ""

    def take(self, archive: Path) -> None:
        """Answer for this archive from now on, unless another process does."""
        from PySide6.QtNetwork import QLocalServer

        address = _address(archive)
        if address == self._address:
            return
        self.close()
        if _send(address, b""):
            return
        QLocalServer.removeServer(address)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        if server.listen(address):
            self._server, self._address = server, address

    def close(self) -> None:
        """Answer no more."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server, self._address = None, ""

    @Slot()
    def _answer(self) -> None:
        caller = self._server.nextPendingConnection() if self._server is not None else None
        if caller is None:
            return
        caller.disconnected.connect(caller.deleteLater)
        if caller.waitForReadyRead(0) or caller.bytesAvailable():
            self._show(bytes(caller.readAll().data()))
        else:
            caller.readyRead.connect(lambda: self._show(bytes(caller.readAll().data())))

    def _show(self, token: bytes) -> None:
        if token.strip():
            os.environ[_TOKEN] = token.strip().decode("utf-8", "replace")
        self.wanted.emit()


class FileOpening(QObject):
    """Files that the system hands to the running program, as macOS does at a double-click."""

    wanted = Signal(Path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the file, if that is what this event brings."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.wanted.emit(Path(event.file()))
            return True
        return super().eventFilter(watched, event)


def show_other(archive: Path) -> bool:
    """Whether another process shows this archive; it has been asked to come to the front."""
    token = os.environ.get(_TOKEN) or os.environ.get("DESKTOP_STARTUP_ID") or ""
    return _send(_address(archive), token.encode() + b"\n")


def _send(address: str, text: bytes) -> bool:
    """Whether somebody answers there; ``text`` is brought to them, if there is any."""
    if sys.platform != "win32" and not Path(address).exists():
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_PATIENCE):
        return False
    if text:
        socket.write(text)
        socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return True


def _address(archive: Path) -> str:
    from platformdirs import user_cache_path

    name = sha256(os.fsencode(archive.absolute())).hexdigest()[:16]
    if sys.platform == "win32":
        return f"qusasat-{os.environ.get('USERNAME', '')}-{name}"
    running = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(running) if running else user_cache_path("qusasat", appauthor=False) / "windows"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return str(folder / f"qusasat-{name}")
