"""The persons and organisations of one article as rows."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from newsarchive.article import Article, EntityKind

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """A person or body of the article.

    Attributes:
        name: as the article's facet values call it.
        note: title and office of a person, or "".
        mentions: how many times the article names it.
    """

    kind: EntityKind
    name: str
    note: str = ""
    mentions: int = 0


class Role(IntEnum):
    """What a row can be asked for besides the name, which is its display text."""

    ENTRY = int(Qt.ItemDataRole.UserRole)


class MentionModel(QAbstractListModel):
    """Persons first, then bodies, each in the order the article brings them up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All rows."""
        return self._entries

    def show(self, article: Article | None) -> None:
        """Replace the rows by those of ``article``."""
        self.beginResetModel()
        self._entries = entries(article) if article else ()
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many persons and bodies there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, the office as tool tip, or the whole entry."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.name
            case Qt.ItemDataRole.ToolTipRole:
                return entry.note
            case Role.ENTRY:
                return entry
        return None


def entries(article: Article) -> tuple[Entry, ...]:
    """The persons, then the bodies of ``article``."""
    counts: dict[tuple[EntityKind, str], int] = {}
    for mention in article.mentions:
        key = (mention.kind, mention.entity)
        counts[key] = counts.get(key, 0) + 1
    persons = (
        Entry(
            EntityKind.PERSON,
            person.name,
            "، ".join((*person.titles[:1], *person.roles[:1])),
            counts.get((EntityKind.PERSON, person.name), 0),
        )
        for person in article.persons
    )
    bodies = (
        Entry(
            EntityKind.ORGANISATION,
            body.name,
            "",
            counts.get((EntityKind.ORGANISATION, body.name), 0),
        )
        for body in article.organisations
    )
    return (*persons, *bodies)
