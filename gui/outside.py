"""Giving a file or an address to the program that the system opens its kind with."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_OURS = "LD_LIBRARY_PATH"


def open_outside(url: QUrl) -> bool:
    """Open a file or an address; False where the system knows no program for it."""
    with _own_libraries_hidden():
        return QDesktopServices.openUrl(url)


def web_address(text: str) -> QUrl | None:
    """An address that a browser may be given, or None: only http and https, only with a host."""
    url = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    is_web = url.isValid() and url.scheme() in {"http", "https"} and bool(url.host())
    return url if is_web and not url.userInfo() else None


@contextmanager
def _own_libraries_hidden() -> Iterator[None]:
    """Let programs that are not ours load their own libraries.

    A bundle's loader names its folder in LD_LIBRARY_PATH and keeps what stood there in another
    variable (PyInstaller's manual, "LD_LIBRARY_PATH considerations").
    """
    ours = os.environ.get(_OURS)
    if ours is None or not getattr(sys, "frozen", False):
        yield
        return
    before = os.environ.get(f"{_OURS}_ORIG")
    if before is None:
        del os.environ[_OURS]
    else:
        os.environ[_OURS] = before
    try:
        yield
    finally:
        os.environ[_OURS] = ours
