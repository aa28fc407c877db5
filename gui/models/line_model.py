"""Rows of words: what is said, what is said more quietly beside or below it, a figure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """One row.

    Attributes:
        text: what it says.
        note: said more quietly after it, or below it.
        figure: at the far end of the row.
        share: 0 to 1, how much of the row has a ground.
        about: what an act on the row is about.
        is_past: whether it holds no more.
    """

    text: str
    note: str = ""
    figure: str = ""
    share: float = 0.0
    about: Any = None
    is_past: bool = False


class LineRole(IntEnum):
    """What a row can be asked for besides its text, which is its display text."""

    LINE = int(Qt.ItemDataRole.UserRole)


class LineModel(QAbstractListModel):
    """Lines in the order given, each worded when it is drawn."""

    def __init__(
        self, parent: QObject | None = None, worded: Callable[[Any], Line] | None = None
    ) -> None:
        """``worded`` makes the line of what is shown; without it lines themselves are shown."""
        super().__init__(parent)
        self._worded = worded or _itself
        self._items: list[Any] = []

    def show(self, items: Iterable[Any]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def remove(self, row: int) -> None:
        """Take one row away."""
        self.beginRemoveRows(NO_INDEX, row, row)
        del self._items[row]
        self.endRemoveRows()

    def line(self, index: Index) -> Line | None:
        """The row at ``index``, or None."""
        return self._worded(self._items[index.row()]) if index.isValid() else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, the whole line for ``LineRole``, or what a screen reader says."""
        line = self.line(index)
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.text
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return " · ".join(part for part in (line.text, line.note, line.figure) if part)
            case LineRole.LINE:
                return line
        return None


def _itself(line: Line) -> Line:
    return line
