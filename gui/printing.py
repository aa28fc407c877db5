"""Articles to a printer, a page at a time, so that the window goes on."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from gui.paper.pages import Pages
from gui.wording import Wording
from newsarchive.article import StoredArticle


class Printing(QObject):
    """Prints some articles; ``finished`` tells how many, ``broken`` that the printer refused."""

    finished = Signal(int)
    broken = Signal()

    def __init__(self, printer: QPrinter, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._wording = wording
        self._painter: QPainter | None = None
        self._pages: Iterator[bool] = iter(())
        self._printed = 0
        self._next = QTimer(self)
        self._next.timeout.connect(self._step)

    @property
    def running(self) -> bool:
        """Whether pages are still to come."""
        return self._painter is not None

    def start(self, articles: Sequence[StoredArticle]) -> None:
        """Print these."""
        painter = QPainter()
        if not painter.begin(self._printer):
            self.broken.emit()
            return
        self._painter, self._printed = painter, 0
        self._pages = Pages(self._printer, self._wording).draw(painter, articles)
        self._next.start(0)

    def close(self) -> None:
        """Leave off after the page that is done."""
        self._next.stop()
        self._pages = iter(())
        if self._painter is not None:
            self._painter.end()
            self._painter = None

    @Slot()
    def _step(self) -> None:
        is_end = next(self._pages, None)
        if is_end is None:
            self.close()
            self.finished.emit(self._printed)
        else:
            self._printed += is_end
