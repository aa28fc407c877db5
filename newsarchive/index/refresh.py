"""Bringing the indexes up to the store, after every import, after a crash, or from nothing.

The text index is committed before the facet index, which holds the stamp of what both have seen.
A crash between the two leaves articles in the text index that the stamp does not cover; they are
replaced when the work is taken up again, so nothing is indexed twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path

from pyroaring import BitMap

from newsarchive.errors import IndexDamageError
from newsarchive.index import generation, seal
from newsarchive.index.claim import claimed
from newsarchive.index.facet_index import DAY, MONTH, FacetIndex, Touched
from newsarchive.index.facet_writing import Additions
from newsarchive.index.folding import fold, fold_when_due, is_due
from newsarchive.index.sums import sums_of
from newsarchive.index.terms import Inverted, TermTable
from newsarchive.index.text_index import IndexedArticle, TextIndex, TextIndexWriter, facet_term
from newsarchive.store import changes, entities
from newsarchive.store.changes import IndexRow, Stamp
from newsarchive.store.connection import Store

FORMAT = "10"
_FACETS = "facets.sqlite"
GROUP, LARGEST_GROUP = 4_000, 8_000
"""Articles taken in at a time: of what was added, and at most where the index is made whole."""
JOINED_AT_ONCE = 8
"""So many segments of about one size the engine joins into one, which answers sooner than many."""
_MANY = 200
"""From so many articles on it is worth reading what the commonest words stand for."""


@dataclass(frozen=True, slots=True)
class Indexes:
    """The text index and the facet index of one archive, in one folder.

    Attributes:
        inode: tells the file that is open from one that has taken its name since.
        table: what is known of the words that came in from here.
        name: of this index; see ``generation``.
    """

    folder: Path
    text: TextIndex
    facets: FacetIndex
    inode: int = 0
    name: str = ""
    table: TermTable = field(default_factory=TermTable)

    def close(self) -> None:
        """Let the files go."""
        self.facets.close()

    def reload(self, touched: Touched = lambda: None) -> bool:
        """See what another process has committed; False when none did.

        ``touched``: see ``FacetIndex.refresh``.
        """
        is_new = self.text.reload()
        return self.facets.refresh(touched) or is_new

    def stamp(self) -> Stamp | None:
        """The state of the store that both indexes show; None when they show none."""
        archive_id = self.facets.state("archive_id")
        if archive_id is None or self.facets.state("format") != FORMAT:
            return None
        return Stamp(
            archive_id,
            int(self.facets.state("article") or 0),
            int(self.facets.state("change") or 0),
        )


def open_indexes(folder: Path) -> Indexes:
    """Open the indexes in ``folder``; damaged ones are thrown away and begun again, empty.

    So are those of another format, which would be misread. Files that a killed writer left are read
    once to see whether they are whole. What another process has made anew meanwhile, or is making,
    is left to it.
    """
    judged = generation.name_of(folder)
    try:
        if not seal.is_unbroken(folder) or (_was_left(folder) and not seal.is_intact(folder)):
            generation.throw_away(folder, judged)
        opened = _open(folder)
        return opened if opened.facets.state("format") in (None, FORMAT) else begin_again(opened)
    except IndexDamageError:
        generation.throw_away(folder, judged)
        return _open(folder)


def _open(folder: Path) -> Indexes:
    folder.mkdir(parents=True, exist_ok=True)
    if seal.is_new(folder):
        with claimed(folder, generation.WRITING, generation.PATIENCE_SECONDS) as mine:
            if mine and seal.is_new(folder):
                folder.mkdir(parents=True, exist_ok=True)
                seal.begin(folder)
                generation.name_new(folder)
                indexes = _opened(folder)
                if indexes.facets.bring_home():
                    seal.finish(folder)
                return indexes
    return _opened(folder)


def _opened(folder: Path) -> Indexes:
    name = generation.name_of(folder)
    text, facets = TextIndex(folder / "text"), FacetIndex(folder / _FACETS)
    facets.refresh()
    return Indexes(folder, text, facets, (folder / _FACETS).stat().st_ino, name)


def begin_again(indexes: Indexes) -> Indexes:
    """Throw the indexes away and open empty ones; or those of a process that is at it already."""
    indexes.close()
    if generation.throw_away(indexes.folder, indexes.name):
        return open_indexes(indexes.folder)
    return _open(indexes.folder)


def is_sound(indexes: Indexes) -> bool:
    """Whether the files that are open are there, as the last writer left them."""
    folder = indexes.folder
    return (folder / _FACETS).exists() and seal.is_unbroken(folder)


def is_replaced(indexes: Indexes) -> bool:
    """Whether another process has made the index anew: what is open here is the one before."""
    try:
        return (indexes.folder / _FACETS).stat().st_ino != indexes.inode
    except FileNotFoundError:
        return False


def _was_left(folder: Path) -> bool:
    """Whether a writer was killed at work."""
    if not seal.is_marked(folder):
        return False
    with claimed(folder, generation.WRITING) as nobody_writes:
        return nobody_writes


def is_current(store: Store, indexes: Indexes) -> bool:
    """Whether the indexes show the store as it is now."""
    return indexes.stamp() == changes.stamp(store)


def refresh(store: Store, indexes: Indexes) -> Iterator[int]:
    """Index what the store has and the indexes have not; yields how many articles are done.

    Raises:
        IndexDamageError: another process is writing the index, or its files are not whole.
    """
    target = changes.stamp(store)
    is_done = indexes.stamp() == target and not is_due(indexes.facets)
    if is_done and not seal.is_marked(indexes.folder):
        return
    with claimed(indexes.folder, generation.WRITING) as mine:
        if not mine:
            raise IndexDamageError("index-busy")
        yield from _refresh(store, indexes, target)


def _refresh(store: Store, indexes: Indexes, target: Stamp) -> Iterator[int]:
    if generation.name_of(indexes.folder) != indexes.name:
        raise IndexDamageError("index-damaged", folder=str(indexes.folder))
    writer = indexes.text.writer()
    is_left = seal.is_marked(indexes.folder)
    try:
        seal.begin(indexes.folder)
        indexes.reload()
        seen = indexes.stamp()
        if seen is not None and not changes.follows(store, seen):
            raise IndexDamageError("index-damaged", folder=str(indexes.folder))
        start = seen or Stamp(target.archive_id)
        doubtful = _uncovered(indexes, start.article)
        trusted = 0 if is_left else start.article
        done = 0
        size = GROUP if seen else group_size(changes.articles(store))
        for rows in _groups(changes.iterate_for_index(store, seen), size):
            newest = max(start.article, rows[-1].id)
            progress = Stamp(start.archive_id, newest, start.change)
            taken = _take_in(store, indexes, writer, rows, doubtful, progress, trusted)
            done += len(rows)
            yield done
            is_all = len(taken) == len(indexes.facets.live)
            fold_when_due(indexes.text, indexes.facets, target.article, taken if is_all else ())
        if done >= GROUP and indexes.facets.postings.has_tail():
            fold(indexes.text, indexes.facets)
        else:
            fold_when_due(indexes.text, indexes.facets)
        indexes.facets.add(Additions(state=_state(target)))
    except BaseException:
        indexes.table.forget()
        raise
    finally:
        writer.close()
        indexes.reload()
        if indexes.facets.bring_home():
            seal.finish(indexes.folder)


def _uncovered(indexes: Indexes, article: int) -> set[int]:
    """Articles that the text index holds beyond what the stamp covers."""
    return set(indexes.text.ids(indexes.text.numbered(article + 1)))


def group_size(articles: int) -> int:
    """How many of them to take in at a time, so that all segments are joined into one in the end.

    Each group makes a segment, so there must be 1, 8, 64, 512 … of them.
    """
    groups = 1
    while articles > groups * LARGEST_GROUP:
        groups *= JOINED_AT_ONCE
    return max(1, ceil(articles / groups))


def _groups(chunks: Iterator[list[IndexRow]], size: int) -> Iterator[list[IndexRow]]:
    group: list[IndexRow] = []
    for chunk in chunks:
        group += chunk
        while len(group) >= size:
            yield group[:size]
            group = group[size:]
    if group:
        yield group


def _state(stamp: Stamp) -> dict[str, str]:
    return {
        "format": FORMAT,
        "archive_id": stamp.archive_id,
        "article": str(stamp.article),
        "change": str(stamp.change),
    }


def _take_in(
    store: Store,
    indexes: Indexes,
    writer: TextIndexWriter,
    rows: Sequence[IndexRow],
    doubtful: set[int],
    progress: Stamp,
    trusted: int,
) -> list[tuple[int, str]]:
    """Index some articles; the words of each, where the first bitmaps are still to be made.

    Of articles up to the number ``trusted`` only what has changed is taken in.
    """
    covered = indexes.stamp()
    limit = covered.article if covered else 0
    names = entities.names(store, {i for row in rows for i in _entity_ids(row)})
    facets: list[tuple[int, list[tuple[str, str]]]] = []
    indexes.table.follow(indexes.facets.postings.numbers)
    inverted = Inverted(indexes.table.numbers)
    taken: list[tuple[int, str]] = []
    kept = [row for row in rows if not row.deleted]
    if len(kept) >= _MANY:
        indexes.table.learn(indexes.facets.ready_words.read)
    sums = {row.id: sums_of(_title(row), row.body, values_of(row, names)) for row in kept}
    before = indexes.facets.sums.of(row.id for row in kept if row.id <= trusted)
    same_words = set()
    for row in kept:
        if before.get(row.id) == sums[row.id]:
            continue
        facets.append((row.id, values_of(row, names)))
        known = row.id <= limit or row.id in doubtful
        terms = indexes.table.of(_title(row), row.body)
        writer.add(_indexed(row, names), terms, replace=known)
        if row.id in before and before[row.id].words == sums[row.id].words:
            same_words.add(row.id)
        elif indexes.table.numbers.terms:
            inverted.put(row.id, terms.words)
        else:
            taken.append((row.id, f"{terms.title} {terms.body}"))
    gone = [row.id for row in rows if row.deleted]
    for number in gone:
        writer.remove(number)
    writer.commit()
    indexes.facets.add(
        Additions(
            articles=facets,
            removed=gone,
            state=_state(progress),
            entries=inverted.entries(),
            families={row.id: row.family for row in kept if row.family is not None},
            names=_told(rows, names),
            words=indexes.table.taken(),
            joined=entities.joined_names_of(store, names),
            sums=sums,
            same_words=same_words,
        )
    )
    return taken


def _told(rows: Sequence[IndexRow], names: dict[int, str]) -> dict[tuple[str, str, str], BitMap]:
    """The articles that call a (facet, value) by another name."""
    told: dict[tuple[str, str, str], BitMap] = {}
    for row in rows:
        facets = _facets_of(row)
        for entity, other in row.called:
            told.setdefault((facets[entity], names[entity], other), BitMap()).add(row.id)
    return told


def _facets_of(row: IndexRow) -> dict[int, str]:
    """The entities of an article, each with the facet that counts it."""
    kinds = (("person", row.persons), ("organisation", row.organisations), ("place", row.places))
    return {entity: facet for facet, ids in kinds for entity in ids}


def _entity_ids(row: IndexRow) -> tuple[int, ...]:
    return row.persons + row.organisations + row.places


def _iso(row: IndexRow) -> str:
    return row.published.date.isoformat() if row.published else ""


def values_of(row: IndexRow, names: dict[int, str]) -> list[tuple[str, str]]:
    """All (facet, value) pairs under which an article is counted."""
    dated = [(MONTH, _iso(row)[:7]), (DAY, _iso(row))] if row.published else []
    return [*_values(row, names), *dated]


def _values(row: IndexRow, names: dict[int, str]) -> Iterator[tuple[str, str]]:
    """The article's (facet, value) pairs."""
    for entity, facet in _facets_of(row).items():
        yield facet, names[entity]
    if row.section:
        yield "section", row.section
    if row.outlet:
        yield "source", row.outlet


def _title(row: IndexRow) -> str:
    return f"{row.title}\n{row.subtitle}" if row.subtitle else row.title


def _indexed(row: IndexRow, names: dict[int, str]) -> IndexedArticle:
    day = row.published.date.toordinal() if row.published else 0
    terms = tuple(facet_term(facet, name) for facet, name in dict.fromkeys(_values(row, names)))
    return IndexedArticle(row.id, day, terms)
