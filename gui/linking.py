"""Where on the web the open article was printed: shown, and opened only when that is asked for."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.outside import open_outside, web_address
from gui.panes.article_page import ArticlePage


class Linking(QObject):
    """Asks before a browser is started; the program itself goes on no network."""

    told = Signal(str)

    def __init__(self, page: ArticlePage, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._page, self._appearance = page, appearance

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the command about links does."""
        return {"open_link": self.ask}

    def ask(self) -> None:
        """Show the address of the open article, with the choice to open it."""
        from gui.dialogs.link import LinkDialog

        opened = self._page.opened
        url = web_address(opened.stored.article.url) if opened is not None else None
        if url is None:
            self.told.emit(self.tr("لا رابط لهذا المقال يفتحه المتصفح"))
            return
        dialog = LinkDialog(url, self._appearance, cast("QWidget", self.parent()))
        dialog.openWanted.connect(self._open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(QUrl)
    def _open(self, url: QUrl) -> None:
        if not open_outside(url):
            self.told.emit(self.tr("لا متصفح في النظام يفتح الروابط"))
