"""Looking for words within the open article, and going from one to the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from gui.answers import FoundWithin
from gui.asking import Asking
from gui.panes.article_page import ArticlePage
from gui.panes.find_bar import FindBar


class Finding(QObject):
    """Connects the bar with the page; the texts are looked through on the worker's thread."""

    def __init__(self, bar: FindBar, page: ArticlePage, asking: Asking) -> None:
        super().__init__(bar)
        self._bar, self._page, self._asking = bar, page, asking
        asking.foundWithin.connect(self._show)
        bar.sought.connect(self._seek)
        bar.stepWanted.connect(self.step)
        bar.closeWanted.connect(self.close)
        page.shown.connect(self._seek_again)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands about it do."""
        return {
            "find": self.begin,
            "find_next": lambda: self._go(1),
            "find_previous": lambda: self._go(-1),
        }

    def begin(self) -> None:
        """Ask for words; those selected in the article are sought at once."""
        if self._page.opened is not None:
            selected = self._page.textCursor().selectedText().replace("\u2028", " ")
            self._bar.begin("" if "\u2029" in selected else selected)

    def _go(self, step: int) -> None:
        if self._bar.isHidden():
            self.begin()
        else:
            self.step(step)

    @Slot(int)
    def step(self, step: int) -> None:
        """Show the next or the one before; beyond the last comes the first."""
        current, total = self._page.found.step(step)
        self._page.show_found()
        self._bar.show_count(current + 1, total)

    @Slot()
    def close(self) -> None:
        """Take the bar and its marks away."""
        self._bar.hide()
        self._page.mark_found(())
        self._page.setFocus()

    def leave(self) -> bool:
        """Leave the page's caret, else the bar; False where the reader is in neither."""
        if not self._page.hasFocus():
            return False
        if self._page.has_caret:
            self._page.use_caret(False)
        elif not self._bar.isHidden():
            self.close()
        else:
            return False
        return True

    @Slot(str)
    def _seek(self, text: str) -> None:
        texts = tuple(one.text for one in self._page.setting.paragraphs)
        self._asking.find_within(texts, text)

    @Slot()
    def _seek_again(self) -> None:
        if not self._bar.isHidden():
            self._seek(self._bar.field.text())

    @Slot(object)
    def _show(self, found: FoundWithin) -> None:
        texts = tuple(one.text for one in self._page.setting.paragraphs)
        if self._bar.isHidden() or found.texts != texts:
            return
        self._page.mark_found(found.spans)
        marks = self._page.found
        self._bar.show_count(marks.current + 1, len(marks.marks))
