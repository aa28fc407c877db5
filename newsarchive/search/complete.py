"""What one is about to type: names of fields, and persons, bodies, places, sections, outlets.

Values come from the facet index, the commonest first; one is proposed when some word of it begins
as the word typed does, in any spelling, and the words before stand in it too.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, repeat

from newsarchive.arabic.fold import fold
from newsarchive.arabic.latin import is_latin
from newsarchive.arabic.stem import bare
from newsarchive.arabic.terms import folded_words
from newsarchive.index.facet_index import FacetIndex
from newsarchive.search.query import Completion, Facet
from newsarchive.search.tokens import FIELDS

_ARABIC = {
    "شخص": Facet.PERSON, "جهة": Facet.ORGANISATION, "مكان": Facet.PLACE, "قسم": Facet.SECTION,
    "مصدر": Facet.SOURCE, "وسم": Facet.TAG, "تاريخ": None, "نجمة": None, "ملاحظة": None,
}  # fmt: skip
_LATIN = {
    "person": Facet.PERSON, "org": Facet.ORGANISATION, "place": Facet.PLACE,
    "section": Facet.SECTION, "source": Facet.SOURCE, "tag": Facet.TAG, "date": None,
    "starred": None, "note": None,
}  # fmt: skip
_IN_FIELD = re.compile(r"(?:^|(?<=[\s(\-−–]))(?P<field>[^\W\d_]+):(?P<value>[«\"“]?[^:«»\"“”()]*)$")
_WORD = re.compile(r"[^\s:«»\"“”()\-−–]+$")
_SHORTEST = 2
_WALKED = 5_000
_REMEMBERED = 6 * _WALKED


def complete(facets: FacetIndex, line: str, cursor: int, limit: int) -> tuple[Completion, ...]:
    """At most ``limit`` proposals for a line with the cursor before its character ``cursor``."""
    typed = line[:cursor]
    field = _IN_FIELD.search(typed)
    facet = FIELDS.get(bare(fold(field["field"]))) if field else None
    if field and facet:
        found = list(islice(_values(facets, facet, field["value"]), limit))
        if found:
            start = field.start("value")
            return tuple(Completion(f'"{name}" ', name, start, cursor, facet) for name in found)
    word = _WORD.search(typed)
    if not word:
        return ()
    return tuple(islice(_anything(facets, word.group(), word.start(), cursor), limit))


def _anything(facets: FacetIndex, word: str, start: int, end: int) -> Iterator[Completion]:
    """Fields that begin so, then values of every facet in turn, each facet's commonest first."""
    key = fold(word)
    fields = _LATIN if is_latin(key) else _ARABIC
    for name in fields:
        if fold(name).startswith(key):
            yield Completion(f"{name}:", name, start, end)
    if len(key) < _SHORTEST:
        return
    named = {facet: name for name, facet in fields.items() if facet}
    in_turn = [zip(repeat(facet), _values(facets, facet, word), strict=False) for facet in named]
    for facet, name in chain.from_iterable(_rounds(in_turn)):
        yield Completion(f'{named[facet]}:"{name}" ', name, start, end, facet)


def _rounds(
    iterators: Sequence[Iterator[tuple[Facet, str]]],
) -> Iterator[list[tuple[Facet, str]]]:
    """One of each iterator, then the next of each, until all are at their end."""
    while round_ := [one for iterator in iterators for one in islice(iterator, 1)]:
        yield round_


def _values(facets: FacetIndex, facet: Facet, typed: str) -> Iterator[str]:
    """Values with a word that begins as the last typed does and all the words before it."""
    *before, last = folded_words(typed) or [""]
    for name in islice(facets.names(facet), _WALKED):
        forms = _forms(name)
        if any(form.startswith(last) for form in forms) and {*map(bare, before)} <= forms:
            yield name


@lru_cache(maxsize=_REMEMBERED)
def _forms(name: str) -> frozenset[str]:
    """The words of a name, with and without clitics; the same are asked letter after letter."""
    words = folded_words(name)
    return frozenset((*words, *map(bare, words)))
