"""Questions about who is who; answers come back as signals."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from gui.answers import Values
from gui.background import Background
from gui.correcting import Correcting
from gui.deeds import Chosen
from gui.records import Records
from gui.sought import Told, Wanted
from gui.subject import Subject
from newsarchive.article import EntityKind, StoredArticle
from newsarchive.correction import Card, Correction, MadeCorrection, Preview, Proposal
from newsarchive.saved import SavedSearch
from newsarchive.search.query import Facet, Query
from newsarchive.source_text import SourceText

PROPOSED = 50
CHOICES = 60


@dataclass(frozen=True, slots=True)
class Dossier:
    """An entity's card and the corrections that hold for it, the last first."""

    card: Card
    corrections: tuple[MadeCorrection, ...] = ()

    @property
    def subject(self) -> Subject:
        """The entity itself, as it is called now."""
        return Subject(self.card.kind, self.card.name)


@dataclass(frozen=True, slots=True)
class Proposed:
    """Names that may be one: of a whole kind, or about one subject."""

    kind: EntityKind
    proposals: tuple[Proposal, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Previewed:
    """What a correction would do."""

    correction: Correction
    preview: Preview


class Entities(QObject):
    """Asks about one archive's names; of each kind of question the latest wins."""

    cardArrived = Signal(object)
    previewArrived = Signal(object)
    previewFailed = Signal(object)
    proposalsArrived = Signal(object)
    historyArrived = Signal(object)
    sourcesArrived = Signal(object)
    tagsArrived = Signal(object)
    allTagsArrived = Signal(str, object)
    trashArrived = Signal(object)
    sourceArrived = Signal(object)
    originalWritten = Signal(object, bool)
    left = Signal()
    savedArrived = Signal(object)
    taggerArrived = Signal(object)
    taggerFailed = Signal(object)
    valuesArrived = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records = Records()
        self.correcting = Correcting(self._records, self)
        self._path: Path | None = None
        self._card = self._background(1, self.cardArrived)
        self._preview = self._background(1, self.previewArrived, self.previewFailed)
        self._sources = self._background(1, self.sourcesArrived)
        self._values = self._background(2, self.valuesArrived)
        self._tags = self._background(1, self.tagsArrived)
        self._all_tags = Background(self._records.worker, 1, self)
        self._all_tags.done.connect(lambda found: self.allTagsArrived.emit(*found))
        self._all_tags.failed.connect(self.failed)
        self._trash = self._background(1, self.trashArrived)
        self._source = self._background(1, self.sourceArrived)
        self._original = Background(self._records.worker, 1, self)
        self._original.done.connect(lambda written: self.originalWritten.emit(*written))
        self._original.failed.connect(self.failed)
        self._leaving = Background(self._records.worker, 0, self)
        self._leaving.done.connect(lambda _: self.left.emit())
        self._saved = self._background(5, self.savedArrived)
        self._tagger = self._background(1, self.taggerArrived, self.taggerFailed)
        self._history = self._background(2, self.historyArrived)
        self._proposals = self._background(6, self.proposalsArrived)
        self._about = self._background(7, self.proposalsArrived)

    @property
    def busy(self) -> bool:
        """Whether an answer, or a correction's effect, is still to come."""
        asked = self.findChildren(Background)
        return self.correcting.busy or any(background.busy for background in asked)

    def open(self, path: Path) -> None:
        """Ask this archive; when it is open already, see what others wrote."""
        if path != self._path:
            self._path = path
            self.correcting.forget()
        self._records.open(path)

    def use(self, archive: Any) -> None:
        """Ask an archive that is open already."""
        self._records.use(archive)

    def ask_card(self, subject: Subject) -> None:
        """Ask what is known of one entity."""
        records = self._records

        def work() -> Dossier:
            names = records.asked().names
            card = names.card(subject.kind, subject.name)
            made = (*names.joinings(), *names.history())
            return Dossier(card, tuple(_held(made, card)))

        self._card.run(work)

    def ask_proposals(self, kind: EntityKind) -> None:
        """Ask which names of a kind may be one."""
        records = self._records
        self._proposals.run(lambda: Proposed(kind, records.asked().names.proposals(kind, PROPOSED)))

    def ask_about(self, subject: Subject) -> None:
        """Ask which names may be one with this."""
        records, kind, name = self._records, subject.kind, subject.name
        self._about.run(
            lambda: Proposed(
                kind, records.asked().names.proposals(kind, PROPOSED, about=name), name
            )
        )

    def ask_preview(self, correction: Correction) -> None:
        """Ask what a correction would do."""
        records = self._records
        self._preview.run(lambda: Previewed(correction, records.asked().names.preview(correction)))

    def ask_values(self, facet: Facet, contains: str) -> None:
        """Ask for the commonest names of the whole archive that hold a text."""
        records = self._records
        self._values.run(
            lambda: Values(
                facet,
                contains,
                0,
                records.asked().facet_values(Query(), facet, contains, 0, CHOICES),
            )
        )

    def ask_history(self) -> None:
        """Ask for every correction ever made, and for what the program joined."""
        records = self._records

        def work() -> tuple[MadeCorrection, ...]:
            names = records.asked().names
            return tuple(sorted((*names.joinings(), *names.history()), key=lambda one: one.number))

        self._history.run(work)

    def ask_sources(self, subject: Subject, query: Query, rows: Iterable[tuple[int, int]]) -> None:
        """Ask for the sources of those articles that name an entity.

        Args:
            subject: the entity.
            query: whose list the rows are of.
            rows: (first, count) of the rows meant.
        """
        records, wanted = self._records, tuple(rows)

        def work() -> tuple[str, ...]:
            archive = records.asked()
            hits = (hit for first, count in wanted for hit in archive.rows(query, first, count))
            return archive.names.naming(subject.kind, subject.name, [hit.id for hit in hits])

        self._sources.run(work)

    def ask_tags(self, chosen: Chosen) -> None:
        """Ask for the numbers of articles, and for every tag with how many of them have it."""
        records = self._records

        def work() -> tuple[tuple[int, ...], tuple[tuple[str, int, int], ...]]:
            archive = records.asked()
            numbers = chosen.find(archive)
            return numbers, archive.marks.tags_on(numbers)

        self._tags.run(work)

    def ask_all_tags(self, chosen: str) -> None:
        """Ask for every tag and how many articles have it; ``chosen`` is told with the answer."""
        records = self._records
        self._all_tags.run(lambda: (chosen, records.asked().marks.tags()))

    def ask_saved(self) -> None:
        """Ask for the saved searches, each with how many of its articles are new."""
        if self._path is None:
            return
        records = self._records

        def work() -> tuple[tuple[SavedSearch, int], ...]:
            saved = records.asked().saved
            return tuple((one, saved.new(one)) for one in saved.all())

        self._saved.run(work)

    def ask_source(
        self, stored: StoredArticle, wanted: Wanted, known: SourceText | None = None
    ) -> None:
        """Ask where something of an article stands in its original; ``known`` is that, read."""
        records = self._records

        def work() -> Told:
            source = known or records.asked().originals.text(stored.id)
            if (span := wanted.span) is not None:
                article = stored.article
                printed = article.title if span.part == "title" else article.body
                place = source.place(span.part, printed, span.start, span.end)
            else:
                evidence = source.of(wanted.field)
                place = (evidence.start, evidence.end) if evidence and evidence.end else None
            return Told(source, wanted, place)

        self._source.run(work)

    def write_original(self, number: int, place: Path, *, opens: bool) -> None:
        """Write an article's original to a file; ``opens`` is told with ``originalWritten``."""
        records = self._records

        def work() -> tuple[Path, bool]:
            place.write_bytes(records.asked().original(number))
            return place, opens

        self._original.run(work)

    def ask_tagger(self) -> None:
        """Ask for the folder of the model that finds names; None where the program's own does."""
        records = self._records
        self._tagger.run(lambda: records.asked().sources.tagger())

    def choose_tagger(self, folder: Path | None) -> None:
        """Let the model in a folder find names, once it was seen to work; None: the program's."""
        records = self._records

        def work() -> Path | None:
            with records.written() as archive:
                return archive.sources.choose_tagger(folder)

        self._tagger.run(work)

    def leave(self) -> None:
        """Let the archive go, so that its file can be replaced; ``left`` tells when it is gone."""
        self.correcting.forget()
        self._path = None
        self._leaving.run(self._records.leave)

    def ask_trash(self) -> None:
        """Ask what was deleted."""
        records = self._records
        self._trash.run(lambda: records.asked().trash.articles())

    def close(self) -> None:
        """Let the archive go and end the thread."""
        self.correcting.stop()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for background in self.findChildren(Background, options=direct):
            background.cancel()
        self._records.close()

    def _background(
        self, priority: int, done: SignalInstance, failed: SignalInstance | None = None
    ) -> Background:
        background = Background(self._records.worker, priority, self)
        background.done.connect(done)
        background.failed.connect(failed or self.failed)
        return background


def _held(history: Iterable[MadeCorrection], card: Card) -> Iterable[MadeCorrection]:
    names = {card.name, *(name for name, _ in card.names)}
    for made in reversed(tuple(history)):
        one = made.correction
        kinds = {one.kind, one.after} if one.after in set(EntityKind) else {one.kind}
        if made.undone_at is None and card.kind in kinds and names & {one.name, one.after}:
            yield made
