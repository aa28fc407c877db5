"""What the archive's articles say of a person: offices by date, and short names they explain."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsarchive.arabic.chains import office_key, ruler_word, same_office
from newsarchive.arabic.names import name_key
from newsarchive.store.packed import texts

if TYPE_CHECKING:
    import sqlite3

_LATEST = 1_000
_PERIOD = dt.timedelta(days=730)


@dataclass(slots=True)
class Held:
    """When an office was printed beside a name."""

    articles: int = 0
    first: str = ""
    last: str = ""

    def take(self, day: str) -> None:
        """One article more."""
        self.articles += 1
        if day:
            self.first = min(self.first or day, day)
            self.last = max(self.last, day)

    def meets(self, other: "Held") -> bool:
        """Whether both fall into one period; undated articles speak against nothing."""
        if not (self.first and other.first):
            return True
        earlier, later = sorted((self, other), key=lambda one: one.first)
        gap = dt.date.fromisoformat(later.first) - dt.date.fromisoformat(earlier.last)
        return gap <= _PERIOD


@dataclass(slots=True)
class Evidence:
    """What is printed beside one name.

    Attributes:
        offices: that tell a person from others, by their key.
        rulers: words of titles that go with a first name.
        short: keys of the names that articles use for short.
    """

    offices: dict[tuple[str, ...], Held] = field(default_factory=dict)
    rulers: dict[str, Held] = field(default_factory=dict)
    short: "Counter[str]" = field(default_factory=Counter)

    def shared(self, others: Iterable["Evidence"]) -> int:
        """Articles that print an office which the others hold in the same period."""
        known = [held for other in others for held in other.offices.items()]
        return sum(
            mine.articles
            for office, mine in self.offices.items()
            if any(same_office(office, theirs) and mine.meets(held) for theirs, held in known)
        )

    @property
    def in_office(self) -> int:
        """Articles that print an office, each office by itself."""
        return sum(held.articles for held in self.offices.values())


def evidence(connection: "sqlite3.Connection", number: int) -> Evidence:
    """What the latest articles say of an entity, as found."""
    found = Evidence()
    rows = connection.execute(
        "SELECT coalesce(published_date, ''), aliases, titles, roles FROM article_entities"
        " JOIN articles ON articles.id = article_id WHERE entity_id = ? AND found_id IS NULL"
        " ORDER BY article_id DESC LIMIT ?",
        (number, _LATEST),
    )
    for date, aliases, titles, roles in rows:
        day, printed = _day(date), texts(roles)
        for office in {office_key(text) for text in printed} - {()}:
            found.offices.setdefault(office, Held()).take(day)
        for word in {ruler_word(text) for text in (*printed, *texts(titles))} - {""}:
            found.rulers.setdefault(word, Held()).take(day)
        found.short.update({name_key(alias) for alias in texts(aliases)})
    return found


def _day(date: object) -> str:
    """A date as the archive writes it; "" for what another hand wrote."""
    try:
        return dt.date.fromisoformat(str(date)).isoformat() if date else ""
    except ValueError:
        return ""
