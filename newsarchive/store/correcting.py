"""Carrying corrections out: what each entity counts as, and who is who in single articles.

What was found in the articles is never overwritten. Corrections of names are redirections: an
entity may count as another (``became``) or be hidden, and both are worked out anew from all the
corrections that hold, in the order they were made, so that taking one back is leaving it out.
Corrections of single articles leave what was found beside what it was replaced by.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from newsarchive.article import EntityKind
from newsarchive.correction import Correction, Span, What
from newsarchive.store.keys import articles_of, chunks, entity_key, next_id
from newsarchive.store.noting import note_changes

SHOWN, HIDDEN, REJECTED = 0, 1, 2
_OF_NAMES = (What.MERGE, What.RENAME, What.KIND, What.HIDE, What.REJECT)
_OF_ARTICLES = (What.SPLIT, What.MARK)
_TABLES = ("article_entities", "mentions")


def packed(correction: Correction) -> str:
    """What a correction is about, as the archive writes it: JSON."""
    span = correction.span
    where = [span.part, span.start, span.end] if span else None
    about = {"kind": correction.kind, "name": correction.name, "span": where}
    return json.dumps(about, ensure_ascii=False)


def unpacked(what: str, subject: str, after: str | None, articles: Iterable[str]) -> Correction:
    """A correction as it was written.

    Raises:
        ValueError, KeyError, TypeError: no program of ours wrote it.
    """
    about = json.loads(subject)
    span = Span(*about["span"]) if about["span"] else None
    kind = EntityKind(about["kind"])
    return Correction(What(what), kind, about["name"], after or "", tuple(articles), span)


def holding(
    connection: sqlite3.Connection, kinds: Iterable[What] = tuple(What)
) -> Iterator[tuple[int, Correction]]:
    """The corrections of some kinds that hold, in the order they were made."""
    articles: dict[int, list[str]] = {}
    for number, sha256 in connection.execute(
        "SELECT correction_id, sha256 FROM correction_articles ORDER BY sha256"
    ):
        articles.setdefault(number, []).append(sha256)
    wanted = tuple(kinds)
    marks = ",".join("?" * len(wanted))
    for number, what, subject, after in connection.execute(
        'SELECT id, what, subject, "after" FROM corrections WHERE undone_at IS NULL'  # noqa: S608 (marks only)
        f" AND what IN ({marks}) ORDER BY id",
        wanted,
    ).fetchall():
        with suppress(ValueError, KeyError, TypeError, RecursionError):
            yield number, unpacked(what, subject, after, articles.get(number, ()))


def number_of(connection: sqlite3.Connection, kind: EntityKind, name: str) -> int:
    """The entity with this name, added when there is none: no article need name it yet."""
    key = entity_key(kind, name)
    row = connection.execute(
        "SELECT id FROM entities WHERE kind = ? AND key = ?", (kind, key)
    ).fetchone()
    if row:
        return int(row[0])
    number = next_id(connection, "entities")
    connection.execute(
        "INSERT INTO entities (id, kind, name, key) VALUES (?, ?, ?, ?)", (number, kind, name, key)
    )
    return number


@dataclass(slots=True)
class _Names:
    """What entities count as once some corrections are carried out.

    Attributes:
        low: hidden by the program, until a correction is about them.
    """

    became: dict[int, int] = field(default_factory=dict)
    hidden: dict[int, int] = field(default_factory=dict)
    low: set[int] = field(default_factory=set)
    spelt: dict[int, str] = field(default_factory=dict)

    def root(self, number: int) -> int:
        while number in self.became:
            number = self.became[number]
        return number

    def turn(self, source: int, target: int) -> None:
        """All that counts as ``source`` counts as ``target`` from now on."""
        old, new = self.root(source), self.root(target)
        if old != new:
            self.became[old] = new
        elif new != target:
            del self.became[target]
            self.became[new] = target


def carry_out(connection: sqlite3.Connection) -> None:
    """Make the entities what the corrections that hold say; the index is told of every change."""
    names = _Names()
    _join(connection, names)
    for _, correction in holding(connection, _OF_NAMES):
        _take(connection, names, correction)
    for number in names.low - names.became.keys():
        names.hidden.setdefault(number, HIDDEN)
    before = {
        number: (became, hidden, name if kept else None)
        for number, became, hidden, name, kept in connection.execute(
            "SELECT id, became, hidden, name, name_kept FROM entities"
            " WHERE became IS NOT NULL OR hidden OR name_kept"
        )
    }
    after = {
        number: (
            root if (root := names.root(number)) != number else None,
            names.hidden.get(number, SHOWN),
            names.spelt.get(number),
        )
        for number in {*names.became, *names.hidden, *names.spelt}
    }
    unlike = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
    touched = set(articles_of(connection, unlike))
    for number in sorted(unlike):
        _write(connection, number, after.get(number, (None, SHOWN, None)))
    touched.update(articles_of(connection, unlike))
    note_changes(connection, sorted(touched))


def _join(connection: sqlite3.Connection, names: _Names) -> None:
    """What the program itself joined or hid: it counts as done before any correction."""
    rows = connection.execute("SELECT entity_id, into_id FROM joinings WHERE undone_at IS NULL")
    for number, into in rows:
        if into == number:
            names.low.add(number)
        else:
            names.turn(number, into)


def _take(connection: sqlite3.Connection, names: _Names, correction: Correction) -> None:
    source = number_of(connection, correction.kind, correction.name)
    names.low.discard(source)
    match correction.what:
        case What.HIDE:
            names.hidden[names.root(source)] = HIDDEN
        case What.REJECT:
            names.hidden[names.root(source)] = REJECTED
        case What.KIND:
            kind = EntityKind(correction.after)
            names.turn(source, number_of(connection, kind, correction.name))
        case _:
            target = number_of(connection, correction.kind, correction.after)
            names.low.discard(target)
            names.turn(source, target)
            if correction.what is What.RENAME:
                names.spelt[target] = correction.after


def _write(
    connection: sqlite3.Connection, number: int, state: tuple[int | None, int, str | None]
) -> None:
    became, hidden, spelt = state
    name = spelt or _commonest(connection, number)
    connection.execute(
        "UPDATE entities SET became = ?, hidden = ?, name_kept = ?, name = coalesce(?, name)"
        " WHERE id = ?",
        (became, hidden, spelt is not None, name, number),
    )


def _commonest(connection: sqlite3.Connection, number: int) -> str | None:
    row = connection.execute(
        "SELECT name FROM entity_names WHERE entity_id = ? AND uses > 0"
        " ORDER BY uses DESC, name LIMIT 1",
        (number,),
    ).fetchone()
    return str(row[0]) if row else None


def apply_to_new(connection: sqlite3.Connection, articles: Mapping[str, int]) -> None:
    """Carry the corrections of single articles out in these (numbers by sha256)."""
    if connection.execute("SELECT 1 FROM correction_articles LIMIT 1").fetchone() is None:
        return
    for number, correction in holding(connection, _OF_ARTICLES):
        for sha256 in correction.articles:
            if sha256 in articles and correction.what is What.SPLIT:
                _split(connection, number, correction, articles[sha256])
            elif sha256 in articles:
                _mark(connection, number, correction, articles[sha256])


def articles_by_hash(connection: sqlite3.Connection, hashes: Iterable[str]) -> dict[str, int]:
    """Numbers of the articles whose sources have these hashes."""
    found: dict[str, int] = {}
    for some in chunks(hashes):
        marks = ",".join("?" * len(some))
        found.update(
            connection.execute(
                f"SELECT sha256, id FROM articles WHERE sha256 IN ({marks})",  # noqa: S608 (marks only)
                some,
            ).fetchall()
        )
    return found


def _split(
    connection: sqlite3.Connection, number: int, correction: Correction, article: int
) -> None:
    source = number_of(connection, correction.kind, correction.name)
    target = number_of(connection, correction.kind, correction.after)
    for table in _TABLES:
        connection.execute(
            f"UPDATE {table} SET found_id = coalesce(found_id, entity_id), entity_id = ?,"  # noqa: S608 (our own tables)
            " correction_id = ? WHERE article_id = ? AND entity_id IN"
            " (SELECT id FROM entities WHERE id = ? OR became = ?)",
            (target, number, article, source, source),
        )


def _mark(
    connection: sqlite3.Connection, number: int, correction: Correction, article: int
) -> None:
    span = correction.span
    row = connection.execute("SELECT title, body FROM articles WHERE id = ?", (article,)).fetchone()
    text = row[0] if span and span.part == "title" else row[1]
    if span is None or text[span.start : span.end] != correction.name:
        return
    name = correction.after or correction.name
    entity = number_of(connection, correction.kind, name)
    connection.execute(
        "UPDATE mentions SET replaced_by = ? WHERE article_id = ? AND part = ?"
        ' AND "start" < ? AND "end" > ? AND replaced_by IS NULL',
        (number, article, span.part, span.end, span.start),
    )
    place = (article, _last(connection, "mentions", article) + 1, entity)
    connection.execute(
        'INSERT INTO mentions (article_id, position, entity_id, part, "start", "end", surface,'
        " correction_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*place, span.part, span.start, span.end, correction.name, number),
    )
    connection.execute(
        "UPDATE article_entities SET replaced_by = ? WHERE article_id = ? AND replaced_by IS NULL"
        " AND entity_id IN"
        " (SELECT entity_id FROM mentions WHERE article_id = ? AND replaced_by = ?)"
        " AND entity_id NOT IN"
        " (SELECT entity_id FROM mentions WHERE article_id = ? AND replaced_by IS NULL)",
        (number, article, article, number, article),
    )
    known = connection.execute(
        "SELECT 1 FROM article_entities WHERE article_id = ? AND entity_id = ?"
        " AND replaced_by IS NULL",
        (article, entity),
    ).fetchone()
    if not known:
        connection.execute(
            "INSERT INTO article_entities (article_id, position, entity_id, name, correction_id)"
            " VALUES (?, ?, ?, ?, ?)",
            (article, _last(connection, "article_entities", article) + 1, entity, name, number),
        )


def _last(connection: sqlite3.Connection, table: str, article: int) -> int:
    row = connection.execute(
        f"SELECT coalesce(max(position), -1) FROM {table} WHERE article_id = ?",  # noqa: S608 (our own tables)
        (article,),
    ).fetchone()
    return int(row[0])


def carry_out_in(connection: sqlite3.Connection, articles: Mapping[str, int]) -> None:
    """Work out single articles (numbers by sha256) anew: as found, then as corrected."""
    for article in articles.values():
        for table in _TABLES:
            for statement in (
                f"DELETE FROM {table} WHERE article_id = ? AND correction_id IS NOT NULL"  # noqa: S608 (our own tables)
                " AND found_id IS NULL",
                f"UPDATE {table} SET entity_id = coalesce(found_id, entity_id), found_id = NULL,"  # noqa: S608 (our own tables)
                " correction_id = NULL, replaced_by = NULL WHERE article_id = ?",
            ):
                connection.execute(statement, (article,))
    apply_to_new(connection, articles)
    note_changes(connection, sorted(articles.values()))
