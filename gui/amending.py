"""Asking about one correction in a dialog, and making it once it was seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from gui import questions
from gui.appearance import Appearance
from gui.dialogs.correction import Build, CorrectionDialog, Question
from gui.entities import Entities
from gui.panes.scope import Scope
from gui.panes.value_chooser import ValueChooser
from gui.questions import Marking, question
from gui.settings import Settings
from gui.subject import Subject
from gui.wording import Wording
from newsarchive.article import EntityKind, Organisation, Person, Place, StoredArticle
from newsarchive.correction import What
from newsarchive.search.query import Facet, Query


@dataclass(frozen=True, slots=True)
class _Splitting:
    """A split that waits for the sources of the articles that were selected for it."""

    subject: Subject
    title: str
    own: tuple[str, ...]


class Amending(QObject):
    """One dialog at a time stands over the window; its preview comes in the background."""

    def __init__(
        self, entities: Entities, settings: Settings, appearance: Appearance, window: QWidget
    ) -> None:
        super().__init__(window)
        self._entities = entities
        self._settings, self._appearance = settings, appearance
        self._splitting: _Splitting | None = None
        entities.sourcesArrived.connect(self._ask_split)

    def merge(self, subject: Subject, into: str = "") -> None:
        """Ask into which name this one is merged; ``into`` is what the line holds at first."""
        words = subject.name.split()
        chooser = self._chooser(into or words[-1], left_out=subject.name)
        asked = question(What.MERGE, subject.name, subject.kind)
        self._ask(asked, questions.renaming(What.MERGE, subject), chooser, subject.facet)

    def rename(self, subject: Subject) -> None:
        """Ask how a name is spelt."""
        field = QLineEdit(subject.name)
        field.setAccessibleName(self.tr("الاسم الصحيح"))
        field.selectAll()
        asked = question(What.RENAME, subject.name, subject.kind)
        self._ask(asked, questions.renaming(What.RENAME, subject), field)

    def hide(self, subject: Subject) -> None:
        """Ask whether no facet shall show a name."""
        asked = question(What.HIDE, subject.name, subject.kind)
        self._ask(asked, questions.plain(What.HIDE, subject))

    def reject(self, subject: Subject) -> None:
        """Ask whether a name names nothing of its kind."""
        asked = question(What.REJECT, subject.name, subject.kind)
        self._ask(asked, questions.plain(What.REJECT, subject))

    def turn(self, subject: Subject, kind: EntityKind) -> None:
        """Ask whether a name is of another kind."""
        asked = question(What.KIND, subject.name, kind)
        self._ask(asked, questions.plain(What.KIND, subject, kind.value))

    def mark(self, kind: EntityKind, marked: Marking) -> None:
        """Ask as whom or what some text of an article counts."""
        chooser = self._chooser(" ".join(marked.text.split()), new_allowed=True)
        asked = question(What.MARK, marked.text, kind)
        self._ask(asked, questions.marking(kind, marked), chooser, Facet(kind.value))

    def split(
        self,
        subject: Subject,
        article: StoredArticle | None,
        query: Query,
        rows: Iterable[tuple[int, int]],
    ) -> None:
        """Ask who a name is in the open article, or in the rows selected in the list of a query."""
        own: tuple[str, ...] = ()
        if article is not None and _names(article, subject):
            own = (article.article.sha256,)
        title = article.article.title if article is not None else ""
        self._splitting = _Splitting(subject, title, own)
        self._entities.ask_sources(subject, query, rows)

    def _ask_split(self, sources: tuple[str, ...]) -> None:
        waiting, self._splitting = self._splitting, None
        if waiting is None:
            return
        subject = waiting.subject
        scope = Scope(self._wording, waiting.title, waiting.own, sources)
        chooser = self._chooser(subject.name, left_out=subject.name, new_allowed=True)
        build = questions.splitting(subject, lambda: scope.sources)
        asked = question(What.SPLIT, subject.name, subject.kind)
        dialog = self._ask(asked, build, chooser, subject.facet, scope)
        scope.changed.connect(dialog.refresh)

    @property
    def _wording(self) -> Wording:
        return Wording.of(self._settings)

    def _chooser(self, text: str, *, left_out: str = "", new_allowed: bool = False) -> ValueChooser:
        return ValueChooser(
            self._appearance, self._wording, text=text, left_out=left_out, new_allowed=new_allowed
        )

    def _ask(
        self,
        asked: Question,
        build: Build,
        field: QLineEdit | ValueChooser | None = None,
        facet: Facet | None = None,
        scope: QWidget | None = None,
    ) -> CorrectionDialog:
        entities = self._entities
        window = cast("QWidget", self.parent())
        dialog = CorrectionDialog(
            asked, build, self._appearance, self._wording, window, field=field, scope=scope
        )
        dialog.previewWanted.connect(entities.ask_preview)
        dialog.taken.connect(lambda correction: entities.correcting.make((correction,)))
        entities.previewArrived.connect(dialog.show_preview)
        entities.previewFailed.connect(dialog.show_refused)
        if isinstance(field, ValueChooser) and facet is not None:
            field.wanted.connect(lambda text: entities.ask_values(facet, text))
            entities.valuesArrived.connect(field.show_values)
            field.begin()
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.refresh()
        return dialog


def _names(stored: StoredArticle, subject: Subject) -> bool:
    article = stored.article
    every: dict[EntityKind, tuple[Person | Organisation | Place, ...]] = {
        EntityKind.PERSON: article.persons,
        EntityKind.ORGANISATION: article.organisations,
        EntityKind.PLACE: article.places,
    }
    return any(one.name == subject.name for one in every[subject.kind])
