"""All that the window does about tags themselves: calling them otherwise, making two one."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.asking import Asking
from gui.deeds import Done, Retagged
from gui.describing import act_text
from gui.entities import Entities
from gui.navigation import Navigation
from gui.panes.article_page import ArticlePage
from gui.panes.facet_sidebar import FacetSidebar
from gui.settings import Settings
from gui.wording import Wording
from newsarchive.article import STAR
from newsarchive.search.query import Facet


class Retagging(QObject):
    """Asks for the name, and lets searches and lists follow it."""

    told = Signal(str)

    def __init__(
        self,
        asking: Asking,
        entities: Entities,
        navigation: Navigation,
        settings: Settings,
        appearance: Appearance,
        sidebar: FacetSidebar,
        page: ArticlePage,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._asking, self._entities, self._navigation = asking, entities, navigation
        self._settings, self._appearance = settings, appearance
        self._sidebar, self._page = sidebar, page
        entities.allTagsArrived.connect(self._show)
        entities.correcting.done.connect(self._follow)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the command about tags does."""
        return {"rename_tag": self.ask}

    def ask(self) -> None:
        """Ask about the tag that has the focus, or the first of the open article."""
        facet, value = self._sidebar.current or (None, "")
        opened = self._page.opened
        tags = opened.stored.marks.tags if opened is not None else ()
        chosen = value if facet is Facet.TAG and value != STAR else next(iter(tags), "")
        self.rename(chosen)

    @Slot(str)
    def rename(self, tag: str) -> None:
        """Ask what a tag shall be called."""
        self._entities.ask_all_tags(tag)

    @Slot(str, object)
    def _show(self, chosen: str, tags: tuple[tuple[str, int], ...]) -> None:
        from gui.dialogs.renaming_tag import RenamingTagDialog

        if not tags:
            self.told.emit(self.tr("لا وسوم في الأرشيف بعد"))
            return
        wording = Wording.of(self._settings)
        window = cast("QWidget", self.parent())
        dialog = RenamingTagDialog(tags, chosen, self._appearance, wording, window)
        dialog.renamed.connect(
            lambda tag, after: self._entities.correcting.do(Retagged(tag, after))
        )
        dialog.open()

    @Slot(object)
    def _follow(self, done: Done) -> None:
        deed = done.deed
        if not isinstance(deed, Retagged):
            return
        names = (deed.after, deed.tag) if done.taken_back else (deed.tag, deed.after)
        self._navigation.follow_tag(*names)
        self._asking.reload()
        text = self.tr("تُراجع عن: %1") if done.taken_back else self.tr("تم: %1")
        self.told.emit(text.replace("%1", act_text(deed)))
