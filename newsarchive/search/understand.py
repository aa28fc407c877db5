"""What a typed line most likely means, given the words that the archive knows.

Only what the archive does not hold is reinterpreted: a line in the wrong keyboard layout, a word
that no article has, a set of words that no article has together. Each step is reported, so that
the window can say what was searched for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import tantivy

from newsarchive.arabic.keyboard import as_arabic, as_latin
from newsarchive.search.finder import Finder
from newsarchive.search.match import Matcher
from newsarchive.search.parse import EVERYTHING, And, Near, Node, Or, Word, parse
from newsarchive.search.query import Reading
from newsarchive.search.sets import Sets

_SHORTEST_NEAR = 4
_LONG = 6
_ENOUGH_BEGUN = 3


@dataclass(frozen=True, slots=True)
class Understood:
    """A typed line as compiled for the present state of the index."""

    node: Node
    query: tantivy.Query
    finder: Finder
    readings: tuple[Reading, ...] = ()


def understand(line: str, matcher: Matcher, sets: Sets) -> Understood:
    """The line's tree and engine query, mended where the archive holds nothing of it."""
    node, readings = parse(line), []
    other = _other_keyboard(line, node, matcher)
    if other is not None:
        line, node = other
        readings.append(Reading("keyboard", "", line))
    mended = _mended(node, matcher, sets)
    readings += [
        Reading("near", word.text, "") for word in _words(node) if word not in set(_words(mended))
    ]
    query = matcher.compile(mended)
    if isinstance(mended, And) and mended != EVERYTHING and not sets.of(mended):
        loosened = _loosened(mended, matcher, sets)
        if loosened:
            mended, query = loosened, matcher.compile(loosened)
            readings.append(Reading("some", "", ""))
    return Understood(mended, query, Finder(mended), tuple(readings))


def _words(node: Node) -> Iterator[Word]:
    """The words sought; those excluded are left as typed."""
    if isinstance(node, Word):
        yield node
    elif isinstance(node, And | Or):
        for part in node.nodes:
            yield from _words(part)


def _other_keyboard(line: str, node: Node, matcher: Matcher) -> tuple[str, Node] | None:
    """The line in the other layout, when more of its words are known that way."""
    typed = list(_words(node))
    if not typed and node != EVERYTHING:
        return None  # filters, dates and phrases alone were meant as they stand
    if not line.strip() or (typed and all(map(matcher.is_known, typed))):
        return None
    other = as_arabic(line) if line.isascii() else as_latin(line)
    tree = parse(other)
    meant = list(_words(tree))
    if not meant or any(len(word.text) < 2 for word in meant):
        return None
    known = sum(map(matcher.is_known, meant)) / len(meant)
    before = sum(map(matcher.is_known, typed)) / max(1, len(typed))
    return (other, tree) if known >= 0.5 and known > before else None


def _mended(node: Node, matcher: Matcher, sets: Sets) -> Node:
    match node:
        case Word() if not matcher.is_known(Word(node.text)):
            begun = len(sets.starting(node.text)) if node.open else 0
            if begun >= _ENOUGH_BEGUN:
                return node
            nearest = _nearest(node, sets)
            return Or((node, nearest)) if begun and nearest != node else nearest
        case And() | Or():
            return replace(node, nodes=tuple(_mended(part, matcher, sets) for part in node.nodes))
        case _:
            return node


def _nearest(word: Word, sets: Sets) -> Node:
    """The closest of: one letter off, the same sound, two letters off; or the word itself."""
    if len(word.text) < _SHORTEST_NEAR or not word.text.isalpha():
        return word
    steps = [1, 0, 2] if len(word.text) >= _LONG else [1, 0]
    for letters in steps:
        near = Near(word.text, letters)
        if sets.of(near):
            return near
    return word


def _loosened(node: And, matcher: Matcher, sets: Sets) -> And | None:
    """As many of the words as some article has together, at least half of them."""
    sought = matcher.narrowing(node)
    for enough in range(sought - 1, max(1, sought // 2) - 1, -1):
        some = replace(node, enough=enough)
        if sets.of(some):
            return some
    return None
