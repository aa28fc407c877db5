"""What a reader does in the archive that is no correction of a name, and can be taken back."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from gui.language import QT_TRANSLATE_NOOP
from gui.wording import isolated
from newsarchive.article import Marks
from newsarchive.search.query import Query

if TYPE_CHECKING:
    from newsarchive.archive import Archive
    from newsarchive.marks import RenamedTag

STARRED = QT_TRANSLATE_NOOP("deeds", "نجمة")
UNSTARRED = QT_TRANSLATE_NOOP("deeds", "إزالة نجمة")
TAGGED = QT_TRANSLATE_NOOP("deeds", "وسم «%1»")
UNTAGGED = QT_TRANSLATE_NOOP("deeds", "إزالة الوسم «%1»")
RETAGGED = QT_TRANSLATE_NOOP("deeds", "تغيير الوسم «%1» إلى «%2»")
NOTED = QT_TRANSLATE_NOOP("deeds", "ملاحظة")


class Deed(Protocol):
    """Something done in one go: a value that is done and taken back where the archive is open."""

    @property
    def text(self) -> str:
        """What it is called where it can be taken back."""

    @property
    def is_indexed(self) -> bool:
        """Whether searches see it only once the index has followed."""

    def do(self, archive: "Archive") -> "Deed | None":
        """Do it; gives what there is to take back, None where it changed nothing."""

    def undo(self, archive: "Archive") -> None:
        """Take back what ``do`` gave."""

    def joined(self, before: "Deed") -> "Deed | None":
        """The two as one, where nobody would take back the one without the other."""


@dataclass(frozen=True, slots=True)
class Done:
    """A deed that was done, or taken back.

    Attributes:
        again: the deed taken back before that this one repeats.
    """

    deed: Deed
    taken_back: bool = False
    again: Deed | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Articles that are meant: by their numbers, or as rows (first, count) of a query's list."""

    numbers: tuple[int, ...] = ()
    query: Query | None = None
    rows: tuple[tuple[int, int], ...] = ()

    def find(self, archive: "Archive") -> tuple[int, ...]:
        """Their numbers."""
        if self.query is None:
            return self.numbers
        pages = (archive.numbers(self.query, first, count) for first, count in self.rows)
        return tuple(number for page in pages for number in page)


@dataclass(frozen=True, slots=True)
class Marked:
    """The star, or with ``tag`` a tag, put on articles or taken off."""

    chosen: Chosen
    on: bool
    tag: str = ""
    is_indexed: bool = False

    @property
    def text(self) -> str:
        """The mark in words."""
        if self.tag:
            return _said(TAGGED if self.on else UNTAGGED, self.tag)
        return _said(STARRED if self.on else UNSTARRED)

    def do(self, archive: "Archive") -> "Marked | None":
        """Mark them."""
        changed = self._mark(archive, on=self.on)
        return replace(self, chosen=Chosen(changed)) if changed else None

    def undo(self, archive: "Archive") -> None:
        """Only those that were marked."""
        self._mark(archive, on=not self.on)

    def _mark(self, archive: "Archive", *, on: bool) -> tuple[int, ...]:
        numbers = self.chosen.find(archive)
        if self.tag:
            return archive.marks.tag(numbers, self.tag, on=on)
        return archive.marks.star(numbers, on=on)

    def joined(self, before: Deed) -> None:
        """Each is taken back by itself."""

    def marks(self, marks: Marks, *, taken_back: bool) -> Marks:
        """What stands on an article with ``marks`` now."""
        on = self.on is not taken_back
        if not self.tag:
            return replace(marks, starred=on)
        others = (tag for tag in marks.tags if tag != self.tag)
        return replace(marks, tags=tuple(sorted((*others, *((self.tag,) if on else ())))))


@dataclass(frozen=True, slots=True)
class Noted:
    """An article's note written."""

    number: int
    note: str
    before: str = ""
    is_indexed: bool = False

    @property
    def text(self) -> str:
        """It in words."""
        return _said(NOTED)

    def do(self, archive: "Archive") -> "Noted | None":
        """Write it."""
        before = archive.marks.note(self.number, self.note)
        return replace(self, before=before) if before != self.note else None

    def undo(self, archive: "Archive") -> None:
        """Write what was there."""
        archive.marks.note(self.number, self.before)

    def marks(self, marks: Marks, *, taken_back: bool) -> Marks:
        """What stands on the article with ``marks`` now."""
        return replace(marks, note=self.before if taken_back else self.note)

    def joined(self, before: Deed) -> "Noted | None":
        """A note is saved as it is written, and is taken back as a whole."""
        if isinstance(before, Noted) and before.number == self.number:
            return replace(self, before=before.before)
        return None


@dataclass(frozen=True, slots=True)
class Retagged:
    """A tag called otherwise, or made one with another.

    Attributes:
        done: what was changed in the archive.
    """

    tag: str
    after: str
    done: "RenamedTag | None" = None
    is_indexed: bool = False

    @property
    def text(self) -> str:
        """It in words."""
        return _said(RETAGGED, self.tag).replace("%2", isolated(self.after))

    def do(self, archive: "Archive") -> "Retagged | None":
        """Call it so."""
        done = archive.marks.rename_tag(self.tag, self.after)
        return replace(self, after=done.after, done=done) if done.numbers else None

    def undo(self, archive: "Archive") -> None:
        """Let it be called as before; two that became one are two again."""
        if self.done is not None:
            archive.marks.part_tags(self.done)

    def joined(self, before: Deed) -> None:
        """Each is taken back by itself."""


def _said(text: str, name: str = "") -> str:
    return QCoreApplication.translate("deeds", text).replace("%1", isolated(name))
