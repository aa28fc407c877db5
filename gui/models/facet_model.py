"""The values of one facet as rows: name, count, share and what was chosen."""

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from newsarchive.article import STAR
from newsarchive.search.query import Facet, FacetValue, Query

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class State(IntEnum):
    """What the reader did with a value."""

    OFF = 0
    INCLUDED = 1
    EXCLUDED = 2


class Role(IntEnum):
    """What a row can be asked for besides the name, which is its display text."""

    COUNT = int(Qt.ItemDataRole.UserRole)
    STATE = COUNT + 1
    SHARE = COUNT + 2


class FacetModel(QAbstractListModel):
    """One facet's values in the order given, and how the current query treats each."""

    def __init__(self, facet: Facet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facet = facet
        self._values: list[FacetValue] = []
        self._names: set[str] = set()
        self._states: dict[str, State] = {}
        self._total = 1

    def show(self, values: Iterable[FacetValue], total: int, query: Query) -> None:
        """Replace the rows; ``total`` is how many articles the query finds."""
        self.beginResetModel()
        self._values = list(values)
        self._names = {value.name for value in self._values}
        self._total = max(1, total)
        self._read_states(query)
        self.endResetModel()

    def extend(self, values: Iterable[FacetValue]) -> None:
        """Add rows below; a value that is there already is not added again."""
        new = [value for value in values if value.name not in self._names]
        if new:
            first = len(self._values)
            self.beginInsertRows(NO_INDEX, first, first + len(new) - 1)
            self._values.extend(new)
            self._names.update(value.name for value in new)
            self.endInsertRows()

    def mark(self, query: Query) -> None:
        """Show at once what ``query`` chooses, before its counts have come."""
        before = self._states
        self._read_states(query)
        if self._values and self._states != before:
            self.dataChanged.emit(self.index(0), self.index(len(self._values) - 1))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """How many values are shown."""
        return 0 if parent.isValid() else len(self._values)

    def state(self, name: str) -> State:
        """How the query treats the value ``name``."""
        return self._states.get(name, State.OFF)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name to show, or what ``Role`` says."""
        if not index.isValid():
            return None
        value = self._values[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return value.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(value)
            case Role.COUNT:
                return value.count
            case Role.STATE:
                return self.state(value.name)
            case Role.SHARE:
                return min(1.0, value.count / self._total)
        return None

    def _spoken(self, value: FacetValue) -> str:
        """What a screen reader says: the name, what was chosen, how many articles."""
        name = self.tr("بنجمة") if value.name == STAR else value.name
        states = {State.INCLUDED: self.tr("مختار"), State.EXCLUDED: self.tr("مستبعد")}
        count = self.tr("%1 مقال", "", value.count).replace("%1", str(value.count))
        parts = (name, states.get(self.state(value.name), ""), count)
        return "، ".join(filter(None, parts))

    def _read_states(self, query: Query) -> None:
        self._states = {
            choice.value: State.EXCLUDED if choice.exclude else State.INCLUDED
            for choice in query.choices
            if choice.facet == self.facet
        }
