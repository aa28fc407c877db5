"""A defect of the program, written down so that it can be mended: where it was, not what was read.

The message of an error may quote an article, so a report holds the error's kind and the places in
the program alone. Reports go into a log on this machine that is kept small; nothing is sent.
"""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QObject, Signal, qVersion

from newsarchive.errors import ArchiveError

LOG = logging.getLogger("qusasat")
_MOST, _KEPT = 256_000, 3
_ROOT = Path(__file__).resolve().parent.parent


def report(error: BaseException) -> str:
    """What can be told of a defect: versions, the error's kind, where in the program it arose."""
    lines = [
        f"Qusasat {_version()} · Python {platform.python_version()} · Qt {qVersion()}"
        f" · {platform.system()} {platform.release()} {platform.machine()}"
    ]
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        code = f" {cause.code}" if isinstance(cause, ArchiveError) else ""
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}{code}")
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def _place(name: str) -> str:
    """A file of the program from its own folder on; of others the last two parts."""
    path = Path(name)
    if path.is_relative_to(_ROOT):
        return path.relative_to(_ROOT).as_posix()
    return "/".join(path.parts[-2:])


def _version() -> str:
    try:
        return version("qusasat")
    except PackageNotFoundError:
        return "?"


def log_to(folder: Path) -> None:
    """Keep a log in this folder, a few files of a quarter of a megabyte, where that is possible."""
    if any(isinstance(handler, RotatingFileHandler) for handler in LOG.handlers):
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "qusasat.log", maxBytes=_MOST, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False


class Defects(QObject):
    """Hears of every error that nobody expected, on whichever thread, and tells the window."""

    found = Signal(str)

    def take(self, error: BaseException) -> None:
        """Write a defect down and tell of it."""
        text = report(error)
        LOG.error("%s", text)
        self.found.emit(text)

    def listen(self) -> Callable[[], None]:
        """Hear what no code of ours catches; gives what ends it."""
        before, before_in_threads = sys.excepthook, threading.excepthook

        def hook(kind: type[BaseException], error: BaseException, trace: object) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error, None)
            else:
                self.take(error)

        def in_thread(failed: threading.ExceptHookArgs) -> None:
            if failed.exc_value is not None:
                self.take(failed.exc_value)

        def end() -> None:
            sys.excepthook, threading.excepthook = before, before_in_threads

        sys.excepthook, threading.excepthook = hook, in_thread
        return end
