"""All that leaves the archive: a file of the result, the open article as PDF or on paper."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from gui.asking import Asking
from gui.exporting import SUFFIXES, Exporting, words_of
from gui.file_names import file_name
from gui.navigation import Navigation
from gui.panes.article_list import ArticleList
from gui.panes.article_page import ArticlePage
from gui.settings import Settings
from gui.wording import Wording, isolated
from newsarchive.article import StoredArticle

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from gui.printing import Printing

MOST_PRINTED = 200


class Output(QObject):
    """Asks where to, and starts what is long in the background.

    What is meant is the selected rows where there are several; else, for a file of the result, all
    of it, and for paper the open article.

    Attributes:
        archive: the open one.
    """

    told = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()

    def __init__(
        self,
        asking: Asking,
        exporting: Exporting,
        navigation: Navigation,
        rows: ArticleList,
        page: ArticlePage,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.archive: Path | None = None
        self._asking, self._exporting, self._navigation = asking, exporting, navigation
        self._rows, self._page, self._settings = rows, page, settings
        self._waiting: tuple[Path, str] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._printing: Printing | None = None
        asking.numbersArrived.connect(self._write_numbers)
        asking.articlesArrived.connect(self._print)
        exporting.progressed.connect(self.progressed)
        exporting.finished.connect(self._tell_written)
        exporting.broken.connect(self._tell_broken)
        exporting.cancelled.connect(self._end)

    @property
    def _window(self) -> QWidget:
        """The window that dialogs stand over; held by Qt, so that it can go."""
        return cast("QWidget", self.parent())

    @property
    def running(self) -> bool:
        """Whether a file is being written."""
        return self._exporting.running

    def cancel(self) -> None:
        """Stop what is being written."""
        self._exporting.cancel()

    def close(self) -> None:
        """Leave off printing before the window goes."""
        if self._printing is not None:
            self._printing.close()

    def export(self) -> None:
        """Ask for a file and write the selected rows to it, or the whole result."""
        if self.archive is not None and not self.running:
            self._ask(self.tr("تصدير"), self.archive.stem, tuple(SUFFIXES))

    def save_pdf(self) -> None:
        """Ask for a file and write the selected rows, or the open article, as cuttings to it."""
        opened = self._page.opened
        if self.archive is None or opened is None or self.running:
            return
        article = opened.stored
        one = None if self._several else (article.id,)
        self._ask(self.tr("حفظ بصيغة PDF"), article.article.title, ("pdf",), one)

    def print_(self) -> None:
        """Print the selected rows, or the open article."""
        opened = self._page.opened
        if opened is None or (self._printing is not None and self._printing.running):
            return
        if not self._several:
            self._print((opened.stored,))
        elif sum(count for _, count in self._rows.selected_rows) > MOST_PRINTED:
            text = self.tr("لا يُطبع أكثر من %1 مقال في المرة؛ احفظها بصيغة PDF")
            self.told.emit(text.replace("%1", self._wording.number(MOST_PRINTED)))
        else:
            self._asking.articles(self._rows.model.query, self._rows.selected_rows)

    def copy_citation(self) -> None:
        """Put a reference to the open article on the clipboard."""
        if self._page.opened is None:
            return
        article = self._page.opened.stored.article
        day = self._wording.full(article.published)
        parts = (article.author, f"«{article.title}»", article.outlet, day, article.url)
        QGuiApplication.clipboard().setText("، ".join(part for part in parts if part))

    @property
    def _several(self) -> bool:
        return sum(count for _, count in self._rows.selected_rows) > 1

    @property
    def _wording(self) -> Wording:
        return Wording.of(self._settings)

    def _ask(
        self,
        title: str,
        name: str,
        formats: Sequence[str],
        numbers: tuple[int, ...] | None = None,
    ) -> None:
        kinds = {f"{self._kind(format_)} (*{SUFFIXES[format_]})": format_ for format_ in formats}
        start = file_name(name, SUFFIXES[formats[0]], self.tr("قصاصات"))
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, start, ";;".join(kinds))
        if not chosen:
            return
        format_ = kinds.get(kind, formats[0])
        out = Path(chosen) if Path(chosen).suffix else Path(chosen + SUFFIXES[format_])
        if numbers is not None:
            self._write(out, format_, numbers)
        elif self._several:
            self._waiting = out, format_
            self._asking.numbers(self._rows.model.query, self._rows.selected_rows)
        else:
            self._start(out, format_, words_of(self._navigation.query))

    def _kind(self, format_: str) -> str:
        return {
            "pdf": self.tr("قصاصات للطباعة PDF"),
            "html": self.tr("صفحة HTML"),
            "csv": self.tr("جدول CSV"),
            "jsonl": self.tr("سطور JSON"),
            "ris": self.tr("مراجع RIS"),
            "bibtex": self.tr("مراجع BibTeX"),
        }[format_]

    @Slot(object)
    def _write_numbers(self, numbers: tuple[int, ...]) -> None:
        if self._waiting is not None:
            (out, format_), self._waiting = self._waiting, None
            self._write(out, format_, numbers)

    def _write(self, out: Path, format_: str, numbers: Sequence[int]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="qusasat-")
        listed = Path(self._folder.name) / "numbers"
        listed.write_text("\n".join(map(str, numbers)), encoding="utf-8")
        self._start(out, format_, [f"--ids={listed}", "--", ""])

    def _start(self, out: Path, format_: str, words: Sequence[str]) -> None:
        if self.archive is None:
            return
        wording = self._wording
        said = ["--language", wording.language, "--digits", wording.digits]
        said += ["--months", wording.months]
        self._exporting.start(self.archive, out, format_, [*said, *words])
        self.progressed.emit(0, 0)

    @Slot()
    def _end(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
        self.ended.emit()

    @Slot(object, int)
    def _tell_written(self, out: Path, count: int) -> None:
        self._end()
        text = self.tr("كُتب %1 مقال في %2", "", count)
        text = text.replace("%1", self._wording.number(count))
        self.told.emit(text.replace("%2", isolated(str(out))))

    @Slot(str)
    def _tell_broken(self, said: str) -> None:
        self._end()
        self.told.emit(said or self.tr("توقف التصدير"))

    @Slot(object)
    def _print(self, articles: Sequence[StoredArticle]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from gui.paper.pages import a4

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(a4())
        printer.setDocName(articles[0].article.title)
        dialog = QPrintDialog(printer, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda done: self.print_on(printer, articles) if done else None)
        QDialog.open(dialog)

    def print_on(self, printer: "QPrinter", articles: Sequence[StoredArticle]) -> None:
        """Print articles on a printer that was chosen."""
        from gui.printing import Printing

        printing = Printing(printer, self._wording, self)
        printing.finished.connect(self._tell_printed)
        printing.broken.connect(lambda: self.told.emit(self.tr("لم تقبل الطابعة الطباعة")))
        self._printing = printing
        printing.start(articles)

    @Slot(int)
    def _tell_printed(self, count: int) -> None:
        text = self.tr("طُبع %1 مقال", "", count)
        self.told.emit(text.replace("%1", self._wording.number(count)))
