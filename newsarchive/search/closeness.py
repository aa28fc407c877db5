"""Words of a query that stand together in a text: close to each other, in the order typed.

The words of a person's name stand in one chain or are two persons', so that closeness counts for
more than any tier there: «خالد المنصور» is «وخالد بن عبدالله المنصور» rather than one Khalid and
somebody of the family elsewhere.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeGuard

import tantivy

from newsarchive.arabic.known_names import is_name_word, is_ordinary
from newsarchive.arabic.stem import bare
from newsarchive.index.text_index import TEXT_FIELDS, TextIndex
from newsarchive.search.parse import Node, Or, Phrase, Word

_SLOP = 4
COMMON = 50_000
SON_OF = "بن"
TITLE_WEIGHT = 2.0
_WEIGHT = 1.5
_CHAIN = 30.0
_LONGEST_NAME = 5
_BEFORE_NAMES = ("", "و", "ل", "ب", "ف")

Way = tuple[str, ...]


def together(
    text: TextIndex, nodes: Sequence[Node], among: tantivy.Query | None = None
) -> list[tantivy.Query]:
    """Words in the order typed and close to each other, pair by pair.

    ``among``: the only articles in which that matters, if it is known.
    """
    parts = [node for node in nodes if node != Word(SON_OF)]
    if _is_name(parts):
        return list(_in_a_chain(text, parts, among))
    return [
        tantivy.Query.boost_query(text.phrase(field, [*one, *other], _SLOP), weight)
        for before, after in pairwise(nodes)
        for one in _ways(before)
        for other in _ways(after)
        for field, weight in (("body", _WEIGHT), ("title", _WEIGHT * TITLE_WEIGHT))
    ]


def _in_a_chain(
    text: TextIndex, parts: Sequence[Node], among: tantivy.Query | None
) -> Iterator[tantivy.Query]:
    """The words of a name pair by pair, «بن» left aside, in bodies and in titles."""
    for number, (before, after) in enumerate(pairwise(parts)):
        for field in TEXT_FIELDS:
            either = [
                (tantivy.Occur.Should, _close(text, field, (*one, *other), among))
                for one in _beginning(text, before, is_first=not number)
                for other in _ways(after)
            ]
            chain = tantivy.Query.boolean_query(either)
            yield tantivy.Query.const_score_query(chain, _CHAIN)


def _close(text: TextIndex, field: str, way: Way, among: tantivy.Query | None) -> tantivy.Query:
    """Words close to each other; of common ones places are compared where it matters alone.

    For several ways the engine else compares them wherever it looks for any.
    """
    close = text.phrase(field, way, _SLOP)
    if among is None or min(text.most_holding([word]) for word in way) <= COMMON:
        return close
    both = [(tantivy.Occur.Must, query) for query in (among, close)]
    return tantivy.Query.boolean_query(both)


def _beginning(text: TextIndex, node: Node, *, is_first: bool) -> list[Way]:
    """The ways a word is written; the first of a name with what is written onto it, too."""
    ways = [*_ways(node)]
    if is_first:
        on = [(clitic + first, *rest) for first, *rest in ways for clitic in _BEFORE_NAMES]
        ways = [way for way in on if text.known(way[:1])]
    return ways


def _is_name(parts: Sequence[Node]) -> bool:
    """Whether these are the words of one person's name, one of names first."""
    if not (1 < len(parts) <= _LONGEST_NAME and all(map(_ways, parts))):
        return False
    first, *others = parts
    return _may_begin_a_name(first) and all(map(_may_go_on, others))


def _may_begin_a_name(part: Node) -> bool:
    """Whether this is one of names: a word, or what is written as one word and as two."""
    return isinstance(part, Or) or (isinstance(part, Word) and is_name_word(part.text))


def _may_go_on(part: Node) -> bool:
    """Whether this is one of names, or has the article and is no ordinary word."""
    if _may_begin_a_name(part):
        return True
    core = bare(part.text) if isinstance(part, Word) else ""
    return isinstance(part, Word) and core != part.text and not is_ordinary(core)


def _ways(node: Node) -> tuple[Way, ...]:
    """The ways a word or a name of two parts is written, for phrases; none for anything else."""
    parts = node.nodes if isinstance(node, Or) else (node,)
    ways = [(p.text,) if isinstance(p, Word) else p.words for p in parts if _is_written(p)]
    return tuple(ways) if len(ways) == len(parts) else ()


def _is_written(node: Node) -> TypeGuard[Word | Phrase]:
    return isinstance(node, Word | Phrase)
