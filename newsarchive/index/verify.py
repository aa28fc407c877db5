"""Whether the index holds what the store does, article by article and value by value."""

from collections.abc import Iterable

from pyroaring import BitMap

from newsarchive.index import seal
from newsarchive.index.facet_writing import KINDS, LIVE
from newsarchive.index.refresh import Indexes, values_of
from newsarchive.store import changes, entities
from newsarchive.store.connection import Store


def agrees(store: Store, indexes: Indexes) -> bool:
    """Read all of both and compare; for an index that is current.

    Words are covered by the checksums of the text index's files, which hold nothing else.
    """
    if not seal.is_intact(indexes.folder):
        return False
    wanted: dict[tuple[str, str], BitMap] = {(LIVE, ""): BitMap()}
    families: dict[int, int] = {}
    for rows in changes.iterate_for_index(store):
        names = entities.names(
            store, {n for row in rows for n in row.persons + row.organisations + row.places}
        )
        for row in rows:
            wanted[LIVE, ""].add(row.id)
            for value in values_of(row, names):
                wanted.setdefault(value, BitMap()).add(row.id)
            if row.family is not None:
                families[row.id] = row.family
    facets = indexes.facets
    if indexes.text.ids(indexes.text.everything()) != wanted[LIVE, ""]:
        return False
    if not _same_families(families, facets.families.of):
        return False
    found = {(kind, name): articles for kind in KINDS for name, articles in facets.by_name(kind)}
    return found == wanted and facets.forwards() == _turned(wanted.items())


def _turned(values: Iterable[tuple[tuple[str, str], BitMap]]) -> dict[int, set[tuple[str, str]]]:
    """The values of each article."""
    found: dict[int, set[tuple[str, str]]] = {}
    for value, articles in values:
        for article in articles if value[0] != LIVE else ():
            found.setdefault(article, set()).add(value)
    return found


def _same_families(wanted: dict[int, int], found: "dict[int, int] | object") -> bool:
    """Whether the same articles stand together; the families' numbers are told otherwise."""
    places = dict(found) if isinstance(found, dict) else {}
    if wanted.keys() != places.keys():
        return False
    pairs = {(wanted[article], places[article]) for article in wanted}
    return len(pairs) == len(set(wanted.values())) == len(set(places.values()))
