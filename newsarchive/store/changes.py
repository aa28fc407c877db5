"""What happened since: lets the index tell what it has yet to see."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from newsarchive.article import EntityKind, Published
from newsarchive.store.connection import Store, transaction
from newsarchive.store.dates import readable
from newsarchive.store.faults import faults
from newsarchive.store.noting import note_changes as note_changes
from newsarchive.store.packed import texts

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Stamp:
    """A state of an archive: equal stamps, equal content.

    Attributes:
        archive_id: of the archive; another id is another archive.
        article: the last article's number.
        change: the last change made to an article after it was added.
    """

    archive_id: str
    article: int = 0
    change: int = 0


@dataclass(frozen=True, slots=True)
class IndexRow:
    """What the index needs of an article; only the number when it is deleted.

    Attributes:
        called: (entity, what the article calls it) for names that are not the entity's own.
    """

    id: int
    title: str = ""
    subtitle: str = ""
    body: str = ""
    section: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    published: Published | None = None
    persons: tuple[int, ...] = ()
    organisations: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    family: int | None = None
    called: tuple[tuple[int, str], ...] = ()
    deleted: bool = False


def stamp(store: Store) -> Stamp:
    """The archive's present state, in one consistent look."""
    with faults(store.path):
        row = store.database.execute(
            "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'articles'), 0),"
            " coalesce((SELECT max(change) FROM changes), 0)"
        ).fetchone()
    return Stamp(store.archive_id, *row)


def follows(store: Store, earlier: Stamp) -> bool:
    """True when changes since that state lead to the present one; an older copy put back does not.

    A restored backup has an archive id of its own, so that it never passes for its original.
    """
    present = stamp(store)
    same = earlier.archive_id == present.archive_id
    return same and earlier.article <= present.article and earlier.change <= present.change


def touched(store: Store, after: Stamp | None) -> list[int] | None:
    """Articles added, changed or deleted since ``after``; None when all may have been."""
    if after is None or not follows(store, after):
        return None
    with faults(store.path):
        rows = store.database.execute(
            "SELECT article_id FROM changes WHERE change > ?"
            " UNION SELECT id FROM articles WHERE id > ?",
            (after.change, after.article),
        ).fetchall()
    return [number for (number,) in rows]


def articles(store: Store) -> int:
    """How many articles there are, none of them deleted."""
    with faults(store.path):
        (count,) = store.database.execute(
            "SELECT count(*) FROM articles WHERE deleted_at IS NULL"
        ).fetchone()
    return int(count)


def iterate_for_index(store: Store, after: Stamp | None = None) -> Iterator[list[IndexRow]]:
    """Articles added, changed or deleted since ``after``, in chunks, by number.

    Each chunk is read whole before it is given, so other work may go on between chunks. Without
    ``after``, or with a stamp this archive does not follow: every article that is not deleted.

    Take stamp() before the iteration, not after: what is added meanwhile is then seen again,
    never missed.
    """
    if after is None or not follows(store, after):
        after = Stamp(store.archive_id)
    yield from _changed(store, after)
    last = after.article
    while True:
        with faults(store.path):
            rows = _read(
                store,
                "SELECT id FROM articles WHERE id > ? ORDER BY id LIMIT ?",
                (last, _CHUNK),
                with_deleted=False,
            )
        if rows is None:
            return
        last, chunk = rows
        if chunk:
            yield chunk


def _changed(store: Store, after: Stamp) -> Iterator[list[IndexRow]]:
    """Articles the index has seen that changed since."""
    if after.article == 0:
        return
    with faults(store.path):
        ids = [
            row[0]
            for row in store.database.execute(
                "SELECT article_id FROM changes WHERE change > ? AND article_id <= ?"
                " ORDER BY article_id",
                (after.change, after.article),
            )
        ]
    for first in range(0, len(ids), _CHUNK):
        some = ids[first : first + _CHUNK]
        with faults(store.path):
            marks = ",".join("?" * len(some))
            rows = _read(
                store,
                f"SELECT id FROM articles WHERE id IN ({marks})",  # noqa: S608 (marks only)
                tuple(some),
                with_deleted=True,
            )
        found = {row.id: row for row in rows[1]} if rows else {}
        yield [found.get(number) or IndexRow(number, deleted=True) for number in some]


def _read(
    store: Store, which: str, values: tuple[object, ...], *, with_deleted: bool
) -> tuple[int, list[IndexRow]] | None:
    """The rows ``which`` selects and the highest number among them; None when there are none."""
    database = store.database
    articles = database.execute(
        "SELECT id, title, subtitle, body, section, outlet, author, url, published_date,"  # noqa: S608 (our own SELECT)
        " published_precision, published_text, published_calendar, deleted_at, family"
        f" FROM articles WHERE id IN ({which}) ORDER BY id",
        values,
    ).fetchall()
    if not articles:
        return None
    named: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    called: dict[int, dict[tuple[int, str], None]] = defaultdict(dict)
    pairs = database.execute(
        "SELECT article_id, shown.kind, shown.id, shown.name, article_entities.name, aliases"  # noqa: S608 (our own SELECT)
        " FROM article_entities"
        " JOIN entities AS found ON found.id = entity_id"
        " JOIN entities AS shown ON shown.id = coalesce(found.became, found.id)"
        f" WHERE shown.hidden = 0 AND replaced_by IS NULL AND article_id IN ({which})"
        " ORDER BY article_id, position",
        values,
    )
    for number, kind, entity, name, own, aliases in pairs:
        named[number][kind].append(entity)
        called[number] |= {
            (entity, other): None for other in (own, *texts(aliases)) if other != name
        }
    rows = [
        _row(columns, named[columns[0]], tuple(called[columns[0]]))
        for columns in articles
        if with_deleted or columns[12] is None
    ]
    return articles[-1][0], rows


def _row(
    columns: tuple[Any, ...], named: dict[str, list[int]], called: tuple[tuple[int, str], ...]
) -> IndexRow:
    if columns[12] is not None:
        return IndexRow(columns[0], deleted=True)
    persons, organisations, places = (
        tuple(dict.fromkeys(named[kind]))
        for kind in (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)
    )
    dated = readable(*columns[8:12])
    values = (*columns[:8], dated, persons, organisations, places, columns[13], called)
    return IndexRow(*values)


def set_deleted(store: Store, ids: Iterable[int], deleted_at: str | None) -> None:
    """Put articles into the trash (a time, UTC) or take them out of it (None)."""
    wanted = list(ids)
    with transaction(store) as connection:
        connection.executemany(
            "UPDATE articles SET deleted_at = ? WHERE id = ?",
            ((deleted_at, number) for number in wanted),
        )
        note_changes(connection, wanted)
