"""What a typed line most likely means, given the words that the archive knows.

Only what the archive does not hold is reinterpreted: a line in the wrong keyboard layout, a word
that no article has, a set of words that no article has together. A name is also taken for what
else it is called, see ``called``. Each step is reported, so that the
window can say what was searched for; none is taken of a line that is meant exactly as typed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from newsarchive.arabic.keyboard import as_arabic, as_latin
from newsarchive.arabic.latin import is_latin, with_letters
from newsarchive.search.acronyms import names_of
from newsarchive.search.called import Called
from newsarchive.search.finder import Finder
from newsarchive.search.instead import PAGE, Instead
from newsarchive.search.match import Matcher, joinings
from newsarchive.search.misspelt import Misspelt
from newsarchive.search.parse import EVERYTHING, And, Near, Node, Not, Or, Phrase, Word, read
from newsarchive.search.query import Reading
from newsarchive.search.sets import Sets

_SHORTEST_NEAR = 4
_LONG = 6
_ENOUGH_BEGUN = 3
_LETTER_KEYS = re.compile(r"[][`;',./][a-z]", re.IGNORECASE)
"""Keys of Arabic letters within a word: what they part is known by chance."""
_BY_CHANCE = 0.99
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a typed line means in the present state of the index."""

    node: Node
    finder: Finder
    readings: tuple[Reading, ...] = ()


def understand(line: str, matcher: Matcher, sets: Sets, *, exactly: bool = False) -> Understood:
    """The line's tree, mended where the archive holds nothing of it.

    ``exactly``: words are taken as they are typed, letters folded, and nothing is mended.
    """
    parsed = read(line)
    like = Misspelt(matcher.text, matcher.facets.vocabulary).words
    node, readings = parsed.node, list(parsed.faults)
    if exactly:
        strict = _strict(node)
        return Understood(strict, Finder(strict, like), parsed.faults)
    node, other = _in_other_letters(line, node, matcher, sets)
    readings += other
    named, short = Called(matcher, sets, _in_capitals(line)).beside(node)
    readings += short
    mended = _mended(named, matcher, sets, readings)
    if isinstance(mended, And) and mended != EVERYTHING:
        mended, nearest = Instead(matcher, sets).all_of(mended)
        taken = {word for one in nearest for word in one.typed.split()}
        readings = [*(one for one in readings if one.typed not in taken), *nearest]
    return Understood(mended, Finder(mended, like), tuple(dict.fromkeys(readings)))


def _strict(node: Node) -> Node:
    match node:
        case Word():
            return replace(node, exact=True, open=False)
        case Phrase():
            return replace(node, exact=True)
        case And() | Or():
            return replace(node, nodes=tuple(map(_strict, node.nodes)))
        case Not():
            return Not(_strict(node.node))
        case _:
            return node


def _words(node: Node) -> Iterator[Word]:
    """The words sought; those excluded are left as typed."""
    if isinstance(node, Word):
        yield node
    elif isinstance(node, And | Or):
        for part in node.nodes:
            yield from _words(part)


def _in_other_letters(
    line: str, node: Node, matcher: Matcher, sets: Sets
) -> tuple[Node, list[Reading]]:
    """The line in the other keyboard layout, or chat words in letters; as it is otherwise."""
    typed = list(_words(node))
    if not typed:
        return node, []  # filters, dates and phrases alone were meant as they stand
    before = sum(map(matcher.is_known, typed)) / len(typed)
    if before == 1 and line.isascii() and (_LETTER_KEYS.search(line) or not sets.of(node)):
        before = _BY_CHANCE
    if before < 1 and not any(
        names_of(word, matcher, sets, capitals=True) for word in _in_capitals(line)
    ):
        for other in _other_keyboard(line):
            tree = read(other).node
            is_known = matcher.is_spelt if line.isupper() else matcher.is_known
            if _share_known(tree, is_known, is_whole=other.isascii()) > before:
                return tree, [Reading("keyboard", "", other)]
    lettered = with_letters(line)
    is_latin_name = lettered != line and (before < 1 or not sets.of(node))
    return (read(lettered).node if is_latin_name else node), []


def _other_keyboard(line: str) -> Iterator[str]:
    """The line, and then each of its words that no other letters stand in, in the other layout."""
    if line.isascii():
        yield as_arabic(line.lower() if line.isupper() else line)  # the capitals' lock is on
    else:
        yield as_latin(line)
        yield " ".join(map(_as_arabic_if_latin, line.split()))


def _as_arabic_if_latin(word: str) -> str:
    """A word in Latin letters by the other layout's keys; capitals are an acronym."""
    return as_arabic(word) if is_latin(word.lower()) and not _CAPITALS.fullmatch(word) else word


def _in_capitals(line: str) -> frozenset[str]:
    """The words typed in Latin capitals, folded."""
    return frozenset(word.lower() for word in _CAPITALS.findall(line))


def _share_known(tree: Node, is_known: Callable[[Word], bool], *, is_whole: bool) -> float:
    """How many of the words the archive knows, at least half; 0 when they are no likely words.

    ``is_whole``: all of them, and none by its beginning alone, as Latin letters stand by chance.
    """
    meant = list(_words(tree))
    if not meant or any(len(word.text) < 2 for word in meant):
        return 0.0
    if is_whole:
        meant = [Word(word.text) for word in meant]
    known = sum(map(is_known, meant)) / len(meant)
    return known if known >= (1.0 if is_whole else 0.5) else 0.0


def _mended(node: Node, matcher: Matcher, sets: Sets, told: list[Reading]) -> Node:
    """The tree with its unknown words taken for others, each of which is ``told``."""
    match node:
        case Word():
            return _mended_together((node,), matcher, sets, told)[0]
        case Or(is_one=True):
            return node
        case And():
            return replace(node, nodes=tuple(_mended_together(node.nodes, matcher, sets, told)))
        case Or():
            parts = (_mended(part, matcher, sets, told) for part in node.nodes)
            return replace(node, nodes=tuple(parts))
        case _:
            return node


def _mended_together(
    nodes: tuple[Node, ...], matcher: Matcher, sets: Sets, told: list[Reading]
) -> list[Node]:
    """The parts, each mended but for names of two words that the archive has in some form."""
    found: list[Node] = []
    for joined, parts in joinings(nodes):
        if joined not in parts and sets.finds(joined):
            found.append(joined)
            continue
        for part in parts:
            if isinstance(part, Word):
                found.append(_known(part, matcher, sets, told))
            else:
                found.append(_mended(part, matcher, sets, told))
    return found


def _known(word: Word, matcher: Matcher, sets: Sets, told: list[Reading]) -> Node:
    """The word, or where no article has it what is said in its place or is like it.

    Where few articles have its kin and none itself, those with what is like it come after them.
    """
    whole = Word(word.text)
    has_kin = matcher.is_known(whole)
    if has_kin and (matcher.is_spelt(whole) or len(sets.of(whole)) >= PAGE):
        return word
    begun = len(sets.starting(word.text)) if word.open else 0
    if begun >= _ENOUGH_BEGUN:
        return word
    if not has_kin and (other := _said_or_parted(word, Instead(matcher, sets), told)):
        return other
    nearest = _nearest(word, sets)
    if nearest is None:
        return word
    told.append(Reading("near", word.text, ""))
    return Or((word, replace(nearest, is_last=has_kin))) if begun or has_kin else nearest


def _said_or_parted(word: Word, instead: Instead, told: list[Reading]) -> Node | None:
    """What is said in the word's place, or the two that it was written of without a space."""
    if said := instead.said(word):
        told.append(Reading("instead", word.text, said[0][1]))
        return Or(tuple(node for node, _ in said))
    if parted := instead.parted(word):
        told.append(Reading("meant", word.text, " ".join(parted.words)))
    return parted


def _nearest(word: Word, sets: Sets) -> Near | None:
    """The closest of: one letter off, the same sound, two letters off; None where nothing is."""
    is_foreign = is_latin(word.text)
    if not word.text.isalpha() or len(word.text) < _SHORTEST_NEAR - is_foreign:
        return None
    steps = [1, 0, 2] if len(word.text) >= _LONG else [1, 0]
    if is_foreign:
        steps = [1, 0] if len(word.text) >= _LONG else [0]
    for letters in steps:
        near = Near(word.text, letters)
        if sets.finds(near):
            return near
    return None
