"""Copying text for programs that do not join Arabic letters or turn lines round."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from gui.asking import Asking
from gui.panes.article_page import ArticlePage, plain_text


class Copying(QObject):
    """Puts the selected text, or else the whole article, on the clipboard as it is seen."""

    told = Signal(str)

    def __init__(self, asking: Asking, page: ArticlePage) -> None:
        super().__init__(page)
        self._asking, self._page = asking, page
        asking.shaped.connect(self._put)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands about it do."""
        return {"copy_shaped": self.copy}

    def copy(self) -> None:
        """Have the text shaped in the background."""
        if self._page.opened is None:
            return
        article = self._page.opened.stored.article
        text = plain_text(self._page.textCursor()) or f"{article.title}\n\n{article.body}"
        self._asking.shape(text)

    @Slot(str)
    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(self.tr("نُسخ النص بحروف موصولة للبرامج التي لا تعرف العربية"))
