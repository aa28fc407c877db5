"""Where the reader is: the query and the open article, with back and forward."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsarchive.search.query import Choice, Facet, Query, Sort

if TYPE_CHECKING:
    from gui.subject import Change, Subject

MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class Place:
    """One step of the way: what was asked, which article was open, whose page lay over it."""

    query: Query
    article: int | None = None
    entity: "Subject | None" = None


class Navigation(QObject):
    """Holds the current place; every change passes through here and is told by a signal.

    Steps of one kind that follow each other (letters typed, articles passed with the arrow keys)
    make one step of the history, so that "back" goes where a person means.
    """

    queryChanged = Signal(object)
    articleChanged = Signal(object)
    entityChanged = Signal(object)
    historyChanged = Signal()

    def __init__(self, query: Query | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = [Place(query or Query())]
        self._current = 0
        self._last_kind = ""

    @property
    def query(self) -> Query:
        """What is asked now."""
        return self._places[self._current].query

    @property
    def article(self) -> int | None:
        """The number of the open article."""
        return self._places[self._current].article

    @property
    def entity(self) -> "Subject | None":
        """The person, organisation or place whose page lies over the article."""
        return self._places[self._current].entity

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier place."""
        return self._current > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether "back" was just used."""
        return self._current + 1 < len(self._places)

    @property
    def returned(self) -> bool:
        """Whether "back" or "forward" led here, so that the article is part of the place."""
        return self._last_kind == "move"

    def ask(self, query: Query, kind: str = "query") -> None:
        """Ask ``query`` from now on; the open article stays until the list says otherwise."""
        if query != self.query:
            self._go(Place(query, self.article), kind)

    def type(self, text: str) -> None:
        """The line typed is ``text``."""
        self.ask(replace(self.query, text=text), "text")

    def choose(self, facet: Facet, value: str, *, exclude: bool = False) -> None:
        """Narrow to ``value``, or to all but it."""
        kept = self._without(facet, value)
        self.ask(replace(self.query, choices=(*kept, Choice(facet, value, exclude))))

    def unchoose(self, facet: Facet, value: str) -> None:
        """Take back the choice of ``value``."""
        self.ask(replace(self.query, choices=self._without(facet, value)))

    def cycle(self, facet: Facet, value: str) -> None:
        """Off, included, excluded, off again."""
        state = {c.value: c.exclude for c in self.query.choices if c.facet == facet}.get(value)
        if state is None:
            self.choose(facet, value)
        elif state:
            self.unchoose(facet, value)
        else:
            self.choose(facet, value, exclude=True)

    def between(self, since: dt.date | None, until: dt.date | None) -> None:
        """Narrow to the days ``since`` to ``until``, both included; None leaves a side open."""
        self.ask(replace(self.query, since=since, until=until), "range")

    def order(self, sort: Sort) -> None:
        """Order the list so."""
        self.ask(replace(self.query, sort=sort))

    def count_once(self, once: bool) -> None:
        """Count the copies of a report once, or each."""
        self.ask(replace(self.query, once=once))

    def take_exactly(self, exactly: bool) -> None:
        """Seek words as they are typed, or in their other forms too."""
        self.ask(replace(self.query, exactly=exactly))

    def clear_choices(self) -> None:
        """Take back every choice and the range; the typed line stays."""
        self.ask(replace(self.query, choices=(), since=None, until=None))

    def clear(self) -> None:
        """Ask for everything."""
        self.ask(Query(sort=self.query.sort, once=self.query.once))

    def open_article(self, number: int | None) -> None:
        """Open the article with this number."""
        if number != self.article or self.entity is not None:
            self._go(Place(self.query, number), "article")

    def open_entity(self, entity: "Subject") -> None:
        """Open the page of a person, organisation or place."""
        if entity != self.entity:
            self._go(Place(self.query, self.article, entity), "entity")

    def leave_entity(self) -> None:
        """Go on with the article that the page lies over."""
        if self.entity is not None:
            self._go(Place(self.query, self.article), "article")

    def follow(self, article: int) -> None:
        """The list's current row is ``article``: open it without making a step of the history."""
        if article != self.article:
            before = self._places[self._current]
            self._places[self._current] = Place(self.query, article)
            self._tell(before)

    def stay(self, article: int) -> None:
        """Begin with ``article`` open, whatever the list will show."""
        self._places[self._current] = Place(self.query, article)
        self._last_kind = "move"

    def follow_entities(self, change: "Change") -> None:
        """Pages already opened are of what their subjects have become; tells no signal."""
        self._places = [
            replace(place, entity=(change(place.entity) or place.entity) if place.entity else None)
            for place in self._places
        ]

    def follow_choices(self, change: "Change") -> None:
        """Choose what chosen names have become, and no more what is gone; tells no signal."""
        self._places = [
            replace(place, query=_followed(place.query, change)) for place in self._places
        ]

    def follow_tag(self, before: str, after: str) -> None:
        """Ask for a tag by the name it has now; tells no signal."""
        from newsarchive.marks import line_of

        def followed(query: Query) -> Query:
            named = (Facet.TAG, before)
            renamed = (
                replace(one, value=after) if (one.facet, one.value) == named else one
                for one in query.choices
            )
            line = line_of(query.text, before, after)
            return replace(query, text=line, choices=tuple(dict.fromkeys(renamed)))

        self._places = [replace(place, query=followed(place.query)) for place in self._places]

    def back(self) -> None:
        """Go to the place before."""
        self._move(-1)

    def forward(self) -> None:
        """Go where "back" came from."""
        self._move(+1)

    def _without(self, facet: Facet, value: str) -> tuple[Choice, ...]:
        return tuple(c for c in self.query.choices if (c.facet, c.value) != (facet, value))

    def _go(self, place: Place, kind: str) -> None:
        before = self._places[self._current]
        if kind == self._last_kind and kind in {"text", "article", "range"}:
            self._places[self._current] = place
        else:
            self._places = [*self._places[: self._current + 1], place][-MOST_STEPS:]
            self._current = len(self._places) - 1
        self._last_kind = kind
        del self._places[self._current + 1 :]
        self._tell(before)

    def _move(self, step: int) -> None:
        if not 0 <= self._current + step < len(self._places):
            return
        before = self._places[self._current]
        self._current += step
        self._last_kind = "move"
        self._tell(before)

    def _tell(self, before: Place) -> None:
        if self.query != before.query:
            self.queryChanged.emit(self.query)
        if self.article != before.article:
            self.articleChanged.emit(self.article)
        if self.entity != before.entity:
            self.entityChanged.emit(self.entity)
        self.historyChanged.emit()


def _followed(query: Query, change: "Change") -> Query:
    from gui.subject import Subject

    choices: dict[Choice, None] = {}
    for choice in query.choices:
        subject = Subject.of(choice.facet, choice.value)
        if subject is None:
            choices[choice] = None
        elif (now := change(subject)) is not None:
            choices[Choice(now.facet, now.name, choice.exclude)] = None
    return replace(query, choices=tuple(choices))
