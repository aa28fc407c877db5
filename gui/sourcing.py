"""What the window does about originals: where a field was read, opening and keeping the file."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.answers import Opened
from gui.entities import Entities
from gui.file_names import file_name
from gui.outside import open_outside
from gui.panes.article_page import ArticlePage
from gui.panes.evidence import written_fields
from gui.panes.source_pane import SourcePane
from gui.settings import Settings
from gui.sought import Told, Wanted
from gui.wording import Wording, isolated
from newsarchive.article import Reason
from newsarchive.source_text import SourceText, suffix_of
from resources import message

_NOWHERE = {Reason.ADDRESS, Reason.STATED}  # of values that need not stand in any line


class Sourcing(QObject):
    """Shows of the open article what was asked for; of the next one the same field."""

    told = Signal(str)

    def __init__(
        self,
        entities: Entities,
        page: ArticlePage,
        pane: SourcePane,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._entities, self._page, self._pane = entities, page, pane
        self._settings = settings
        self._source: SourceText | None = None
        self._wanted = Wanted("title")
        self._folder: QTemporaryDir | None = None
        entities.sourceArrived.connect(self._show)
        entities.originalWritten.connect(self._written)
        page.shown.connect(self._follow)
        page.sourceWanted.connect(self._want)
        pane.wanted.connect(self._want)
        pane.closeWanted.connect(self.close)
        pane.openWanted.connect(self.open)
        pane.saveWanted.connect(self.save)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands about originals do."""
        return {"source": self.toggle, "open_original": self.open, "save_original": self.save}

    def toggle(self) -> None:
        """Show where what is meant in the article was read; close it from within."""
        if self._pane.isVisible() and self._pane.has_focus:
            self.close()
            return
        meant = self._page.selected or self._page.current_place
        same = self._wanted if self._wanted.field else Wanted("title")
        self._want(Wanted(span=meant[0], letters=meant[1]) if meant else same)
        self._pane.focus_text()

    @Slot()
    def close(self) -> None:
        """Put the pane away."""
        self._pane.hide()
        self._page.setFocus()

    @Slot()
    def open(self) -> None:
        """Give the original to the program that the system opens its kind with."""
        opened = self._page.opened
        if opened is not None:
            self._folder = self._folder or QTemporaryDir()
            place = Path(self._folder.path()) / f"{opened.stored.id}{self._suffix(opened)}"
            self._entities.write_original(opened.stored.id, place, opens=True)

    @Slot()
    def save(self) -> None:
        """Ask for a file and write the original to it."""
        opened = self._page.opened
        if opened is None:
            return
        stored = opened.stored
        suggested = file_name(stored.article.title, self._suffix(opened), str(stored.id))
        window = cast("QWidget", self.parent())
        name, _ = QFileDialog.getSaveFileName(window, self.tr("حفظ الأصل"), suggested)
        if name:
            self._entities.write_original(opened.stored.id, Path(name), opens=False)

    def _suffix(self, opened: Opened) -> str:
        return suffix_of(opened.stored.media_type)

    @Slot(object)
    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._pane.show()
        self._ask()

    @Slot(object)
    def _follow(self, opened: Opened | None) -> None:
        """What is shown may read otherwise now, or is another article."""
        self._source = None
        if opened is None:
            self._pane.hide()
        elif self._pane.isVisible():
            self._wanted = Wanted(self._wanted.field or "title")
            self._ask()

    def _ask(self) -> None:
        opened = self._page.opened
        if opened is None:
            self._pane.hide()
            return
        article, language = opened.stored.article, self._settings.text("language")
        fields = [(name, _named(name, language)) for name in written_fields(article)]
        self._pane.show_fields(fields)
        if self._source is None:
            self._pane.begin()
        self._entities.ask_source(opened.stored, self._wanted, self._source)

    @Slot(object)
    def _show(self, found: Told) -> None:
        opened = self._page.opened
        if opened is None or found.source.number != opened.stored.id:
            return
        self._source = found.source
        if found.wanted == self._wanted:
            reason = self._reason(found)
            self._pane.show_told(Told(found.source, found.wanted, found.place, reason))

    def _reason(self, found: Told) -> str:
        wording = Wording.of(self._settings)
        if found.wanted.span is not None:
            text = self.tr("«%1» كما كُتب في الأصل") if found.place else self.tr("«%1» ليس في الأصل")
            return text.replace("%1", isolated(found.wanted.letters))
        evidence = found.source.of(found.wanted.field)
        if evidence is None:
            return self.tr("لا يُعرف من أين قُرئ هذا الحقل")
        told = [wording.plain(evidence.told(wording.language))]
        if not found.source.text:
            told.append(self.tr("لا يُقرأ الأصل وحده نصًا؛ افتحه لتراه"))
        elif found.place is None and evidence.reason not in _NOWHERE:
            told.append(self.tr("ولم يعد في الأصل حيث كان"))
        return "\n".join(told)

    @Slot(object, bool)
    def _written(self, place: Path, opens: bool) -> None:
        if opens:
            if not open_outside(QUrl.fromLocalFile(str(place))):
                self.told.emit(self.tr("لا برنامج في النظام يفتح هذا النوع من الملفات"))
        else:
            self.told.emit(self.tr("كُتب الأصل في %1").replace("%1", isolated(str(place))))


def _named(field: str, language: str) -> str:
    text = message(f"field-{field}", language)
    return text[:1].upper() + text[1:]
