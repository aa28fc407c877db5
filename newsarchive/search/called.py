"""A typed name beside what else it is called: bodies by their short names, acronyms, spellings.

A short name is taken for a body too where the archive has seen both used of it. It must stand in
one of ten of the body's articles: what was seen beside it once may be a slip. And the body in one
of fifty of its own: «الرياض» in brackets after a school's name tells where it is, and a full name
so rare would find next to nothing more. More than one article must call it so, where many have
the short name: «سامسونج» is no «جلاكسي» that one report names beside it.

Latin acronyms, and names that are written as one word and as several, are looked for as the
lexicons know them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pyroaring import BitMap

from newsarchive.arabic.stem import bare
from newsarchive.arabic.variants import parted_otherwise
from newsarchive.search.acronyms import as_written, names_of
from newsarchive.search.match import Matcher, with_names_joined
from newsarchive.search.parse import And, Node, Or, Value, Word
from newsarchive.search.query import Facet, Reading
from newsarchive.search.sets import Sets

_BORNE_OUT = 10
_KEPT_COMPANY = 50
_FEW = 10
_LONGEST_SHORT_NAME = 5
_LONGEST_PARTED = 4


@dataclass(frozen=True, slots=True)
class Called:
    """Finds what the names of one line are called in the present state of the index.

    Attributes:
        capitals: the words typed in Latin capitals, folded.
    """

    matcher: Matcher
    sets: Sets
    capitals: frozenset[str]

    def beside(self, node: Node) -> tuple[Node, list[Reading]]:
        """The tree with each name, a word or the whole line, beside what else it is called."""
        readings: list[Reading] = []
        if isinstance(node, Word):
            return self._word(node, readings), readings
        if not isinstance(node, And):
            return node, []
        parts = tuple(
            self._word(part, readings) if isinstance(part, Word) else part
            for part in self._parted_otherwise(node.nodes)
        )
        words = tuple(part.text for part in node.nodes if isinstance(part, Word))
        whole: Node = replace(node, nodes=parts)
        is_short = 1 < len(words) == len(node.nodes) <= _LONGEST_SHORT_NAME
        values = self._bodies(whole, words, readings) if is_short else []
        return Or((whole, *values)) if values else whole, readings

    def _word(self, word: Word, readings: list[Reading]) -> Node:
        in_capitals = word.text in self.capitals
        others: list[Node] = [*self._bodies(word, (word.text,), readings)]
        if not others or in_capitals:
            named = names_of(word.text, self.matcher, self.sets, capitals=in_capitals)
            readings += [Reading("name", word.text, name) for _, name in named[:1]]
            others += [one for one, _ in named]
        others = others or self._otherwise((word.text,))
        return Or((word, *others), is_one=True) if others else word

    def _bodies(self, node: Node, words: Sequence[str], readings: list[Reading]) -> list[Value]:
        """The values that these words, all of the node, are a short name of."""
        called = self.matcher.facets.short_names.called(words)
        held = self.sets.of(node) if called else BitMap()
        values = []
        for facet, name, told in called:
            value = Value(Facet(facet), name)
            is_told = told > 1 or len(held) <= _FEW
            if is_told and _is_borne_out(held, self.sets.of(value)):
                values.append(value)
        readings += [Reading("name", " ".join(words), value.name) for value in values]
        return values

    def _parted_otherwise(self, nodes: Sequence[Node]) -> Iterator[Node]:
        """The parts, with words that are also written as one, or otherwise, beside that."""
        at = 0
        while at < len(nodes):
            run, others = self._run(nodes[at : at + _LONGEST_PARTED])
            yield Or((And(run), *others), is_one=True) if others else nodes[at]
            at += len(run) if others else 1

    def _run(self, nodes: Sequence[Node]) -> tuple[tuple[Node, ...], list[Node]]:
        """The most words from the first on that are written otherwise too, and how.

        Not names such as «عبد الله», which are joined in any case.
        """
        words = list(_words_ahead(nodes))
        if len(with_names_joined(words[:2])) == 1:
            return (), []
        for count in range(len(words), 1, -1):
            others = self._otherwise(tuple(word.text for word in words[:count]))
            if others:
                return tuple(words[:count]), others
        return (), []

    def _otherwise(self, words: tuple[str, ...]) -> list[Node]:
        first, *rest = words
        ways = parted_otherwise(words) or parted_otherwise((bare(first), *rest))
        return [node for way in ways for node in as_written(way, self.matcher, self.sets)]


def _words_ahead(nodes: Sequence[Node]) -> Iterator[Word]:
    for node in nodes:
        if not isinstance(node, Word):
            return
        yield node


def _is_borne_out(held: BitMap, named: BitMap) -> bool:
    both = held.intersection_cardinality(named)
    return both * _BORNE_OUT >= len(named) and both * _KEPT_COMPANY >= len(held)
