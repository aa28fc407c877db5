"""Articles as one PDF file, page after page, however many they are."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from gui.paper.pages import Pages, a4
from gui.wording import Wording
from newsarchive.article import StoredArticle

RESOLUTION = 144
"""Dots an inch. PDFium takes two lines for one when letters are many units wide (seen from 300 on);
places are kept in fractions of a dot, so that nothing is coarse."""


def write_pdf(path: Path, articles: Iterable[StoredArticle], wording: Wording) -> None:
    """Write the articles as cuttings; pages go to the file as they are drawn.

    Raises:
        OSError: the file cannot be written; what there is of it is of no use.
    """
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    try:
        writer = QPdfWriter(file)
        writer.setResolution(RESOLUTION)
        writer.setPageLayout(a4())
        writer.setCreator("Qusasat")
        writer.setTitle(path.stem)
        painter = QPainter(writer)
        try:
            for _ in Pages(writer, wording).draw(painter, articles):
                if file.error() != QFile.FileError.NoError:
                    raise OSError(file.errorString())
        finally:
            painter.end()
        if not file.flush():
            raise OSError(file.errorString())
    finally:
        file.close()


def write_without_window(path: Path, articles: Iterable[StoredArticle], wording: Wording) -> None:
    """The same for a process that has no application yet.

    Raises:
        OSError: the file cannot be written.
    """
    from PySide6.QtWidgets import QApplication

    from gui.language import Language

    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(["qusasat"])
    language = Language(application)
    language.use(wording.language)
    try:
        write_pdf(path, articles, wording)
    finally:
        language.leave()
