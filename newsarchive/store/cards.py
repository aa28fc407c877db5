"""What the archive knows of one entity: its names, its offices by date, its months, its company."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from newsarchive.article import EntityKind
from newsarchive.correction import Beside, Card, Office
from newsarchive.errors import StoreError
from newsarchive.store.connection import Store
from newsarchive.store.entities import shown
from newsarchive.store.faults import faults
from newsarchive.store.packed import texts

_BESIDE = 30
_IN = "entity_id IN (SELECT id FROM entities WHERE id = ?1 OR became = ?1) AND replaced_by IS NULL"


def card(store: Store, kind: EntityKind, name: str) -> Card:
    """All of it, for one entity; of the kind it is now, should that have been corrected.

    Raises:
        StoreError: entity-unknown.
    """
    number = shown(store, kind, name)
    if number is None:
        raise StoreError("entity-unknown", name=name)
    with faults(store.path):
        row = store.database.execute(
            "SELECT kind, name, hidden FROM entities WHERE id = ?", (number,)
        ).fetchone()
        kind, canonical, hidden = EntityKind(row[0]), row[1], bool(row[2])
        (articles,) = store.database.execute(
            "SELECT count(DISTINCT article_id) FROM article_entities"  # noqa: S608 (our own clause)
            f" JOIN articles ON id = article_id WHERE {_IN} AND deleted_at IS NULL",
            (number,),
        ).fetchone()
        return Card(
            kind,
            canonical,
            articles,
            _names(store, number),
            _offices(store, number) if kind is EntityKind.PERSON else (),
            _months(store, number),
            _beside(store, number),
            hidden,
        )


def _names(store: Store, number: int) -> tuple[tuple[str, int], ...]:
    rows = store.database.execute(
        "SELECT entity_names.name, sum(uses) AS uses FROM entity_names"
        " JOIN entities ON entities.id = entity_id"
        " WHERE entities.id = ?1 OR became = ?1"
        " GROUP BY entity_names.name ORDER BY uses DESC, entity_names.name",
        (number,),
    )
    return tuple((name, uses) for name, uses in rows)


@dataclass(slots=True)
class _Seen:
    """Where an office was printed: numbers and days of articles."""

    articles: list[int] = field(default_factory=list)
    days: list[str] = field(default_factory=list)

    def office(self, text: str, *, is_title: bool) -> Office:
        first, last = (
            (dt.date.fromisoformat(day) for day in (min(self.days), max(self.days)))
            if self.days
            else (None, None)
        )
        examples = tuple(dict.fromkeys((self.articles[0], self.articles[-1])))
        return Office(text, is_title, first, last, len(self.articles), examples)


def _offices(store: Store, number: int) -> tuple[Office, ...]:
    """Titles and offices, those printed last first."""
    seen: dict[tuple[str, bool], _Seen] = defaultdict(_Seen)
    rows = store.database.execute(
        "SELECT article_id, published_date, titles, roles FROM article_entities"  # noqa: S608 (our own clause)
        f" JOIN articles ON id = article_id WHERE {_IN} AND deleted_at IS NULL"
        " AND (titles IS NOT NULL OR roles IS NOT NULL) ORDER BY published_date, article_id",
        (number,),
    )
    for article, day, titles, roles in rows:
        for packed, is_title in ((titles, True), (roles, False)):
            for text in texts(packed):
                one = seen[text, is_title]
                one.articles.append(article)
                one.days += [day] if day else []
    offices = [one.office(text, is_title=is_title) for (text, is_title), one in seen.items()]
    oldest = dt.date.min
    return tuple(
        sorted(offices, key=lambda o: (o.is_title, -(o.last or oldest).toordinal(), -o.articles))
    )


def _months(store: Store, number: int) -> tuple[tuple[str, int], ...]:
    rows = store.database.execute(
        "SELECT substr(published_date, 1, 7), count(DISTINCT article_id) FROM article_entities"  # noqa: S608 (our own clause)
        f" JOIN articles ON id = article_id WHERE {_IN} AND deleted_at IS NULL"
        " AND published_date IS NOT NULL GROUP BY 1 ORDER BY 1",
        (number,),
    )
    return tuple((month, count) for month, count in rows)


def _beside(store: Store, number: int) -> tuple[Beside, ...]:
    rows = store.database.execute(
        "SELECT shown.kind, shown.name, count(DISTINCT other.article_id) AS together"  # noqa: S608 (our own clause)
        " FROM article_entities AS other"
        " JOIN entities AS found ON found.id = other.entity_id"
        " JOIN entities AS shown ON shown.id = coalesce(found.became, found.id)"
        f" WHERE other.article_id IN (SELECT article_id FROM article_entities WHERE {_IN})"
        " AND shown.id != ?1 AND shown.hidden = 0 AND other.replaced_by IS NULL"
        " GROUP BY shown.id ORDER BY together DESC, shown.name LIMIT ?2",
        (number, _BESIDE),
    )
    return tuple(Beside(EntityKind(kind), name, together) for kind, name, together in rows)
