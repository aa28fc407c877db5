"""What is looked for where no article, or few, has all the words of a line.

First what the line may have been meant as: two words that are written as one, a word that a slip
made another of. Then what is said in place of its words, and as many of them as a page of articles
has.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TypeGuard

from newsarchive.arabic.foreign import sound_key
from newsarchive.arabic.stem import bare
from newsarchive.arabic.synonyms import synonyms
from newsarchive.arabic.terms import folded_words
from newsarchive.search.acronyms import as_written
from newsarchive.search.match import Matcher
from newsarchive.search.misspelt import Misspelt
from newsarchive.search.parse import And, Near, Node, Or, Phrase, Word
from newsarchive.search.query import Reading
from newsarchive.search.sets import Sets

PAGE = 10
_MANY_WORDS = 4
_SHORTEST_SLIP, _MOST_SLIPS, _FEW = 5, 24, 10
_PAIR, _RARER = 2, 10
_SHORTEST_PART, _SHORTEST_PARTED = 3, 6
_MOST_SYNONYMS, _MOST_FORMS, _TELLING = 2, 2, 50


@dataclass(frozen=True, slots=True)
class Instead:
    """Finds what lines may have been meant as, in the present state of the index."""

    matcher: Matcher
    sets: Sets

    def all_of(self, node: And) -> tuple[Node, list[Reading]]:
        """The parts, or where none or few articles have them all, the nearest to that.

        What was taken for something else is told beside it.
        """
        has_none = not self.sets.finds(node)
        if not has_none and not self._is_seldom_whole(node):
            return self._with_slips(node), []
        for other, reading in self._meant(node) if has_none else ():
            return other, [reading]
        wider = replace(node, nodes=tuple(self._with_synonyms(part) for part in node.nodes))
        if has_none and self._has_all(wider):
            return wider, [Reading("some", "", "")]
        loosened = self._loosened(wider)
        if loosened is None:
            return node, []
        if not has_none:
            return loosened, [Reading("few", "", "")]
        return self._led_by_the_rarest(node, loosened), [Reading("some", "", "")]

    def _has_all(self, node: And) -> bool:
        """Whether so many articles have all the words that no others are needed beside them."""
        return self.sets.finds(node) and not self._is_seldom_whole(node)

    def said(self, word: Word) -> list[tuple[Node, str]]:
        """What is said in place of a word, where articles have that as it stands; each as it reads.

        Not by its stem, which is taken for that of other words too: «بنجر» in «بنجران».
        """
        return [
            (node, name)
            for name in synonyms(word.text)
            for node in as_written(tuple(folded_words(name)), self.matcher, self.sets)
        ]

    def parted(self, word: Word) -> Phrase | None:
        """The two words that one was written of by leaving out a space: «دومةالجندل»."""
        letters = word.text
        if len(letters) < _SHORTEST_PARTED or not letters.isalpha():
            return None
        for place in range(_SHORTEST_PART, len(letters) - _SHORTEST_PART + 1):
            parts = letters[:place], letters[place:]
            if len(self.matcher.text.known(parts)) == len(parts) and self.sets.finds(Phrase(parts)):
                return Phrase(parts)
        return None

    def _meant(self, node: And) -> Iterator[tuple[And, Reading]]:
        """What articles have all of, with one thing in the line taken for another."""
        yield from self._joined(node)
        yield from self._slipped(node)

    def _joined(self, node: And) -> Iterator[tuple[And, Reading]]:
        """The line with two words next to each other written as one: «كوكا كولا»."""
        for place, (one, other) in enumerate(pairwise(node.nodes)):
            if not _is_typed(one) or not _is_typed(other):
                continue
            whole = Word(one.text + other.text, isinstance(other, Word) and other.open)
            parts = (*node.nodes[:place], whole, *node.nodes[place + 2 :])
            joined = replace(node, nodes=parts)
            if self.matcher.is_spelt(whole) and self.sets.finds(joined):
                yield joined, Reading("meant", f"{one.text} {other.text}", whole.text)

    def _slipped(self, node: And) -> Iterator[tuple[And, Reading]]:
        """The line with a word that no article has, but its kin, taken for those one slip away.

        Of few words also one that few articles have, taken for what sounds the same.
        """
        few = _FEW if self.matcher.narrowing(node) < _MANY_WORDS else 0
        for place, word, found in self._slips_among(node, few):
            other = _with(node, place, Or(found, is_one=True))
            yield other, Reading("meant", word.text, found[0].text)

    def _with_slips(self, node: And) -> And:
        """The line with what is one slip away beside a word that no article has, but its kin.

        «اهديات» is «اهدنيات» or a kind of gift: few articles that have the latter beside the
        other words tell nothing.
        """
        words = [part for part in node.nodes if isinstance(part, Word)]
        if any(self._may_be_a_slip(word, 0) for word in words) and not self._has_page(node):
            for place, word, found in self._slips_among(node, 0):
                return _with(node, place, Or((word, *found), is_one=True))
        return node

    def _slips_among(self, node: And, few: int) -> Iterator[tuple[int, Word, tuple[Word, ...]]]:
        """Words that may be slips, with their places and those meant that stand beside the rest."""
        for place, word in enumerate(node.nodes):
            if not isinstance(word, Word) or not self._may_be_a_slip(word, few):
                continue
            rest = (*node.nodes[:place], *node.nodes[place + 1 :])
            others = self.sets.of(replace(node, nodes=rest))
            found = tuple(one for one in self._slips(word) if self.sets.of(one) & others)
            if found:
                yield place, word, found

    def _slips(self, word: Word) -> list[Word]:
        misspelt = Misspelt(self.matcher.text, self.matcher.facets.vocabulary)
        like = misspelt.words(word.text, 1)
        if self.matcher.is_spelt(word):
            sound = sound_key(bare(word.text))
            like = [one for one in like if sound_key(bare(one)) == sound]
        return [Word(one, exact=True) for one in like[:_MOST_SLIPS]]

    def _may_be_a_slip(self, word: Word, few: int) -> bool:
        """Whether it is long, and as it stands in ``few`` articles at most."""
        if word.exact or len(word.text) < _SHORTEST_SLIP or not word.text.isalpha():
            return False
        return self.matcher.text.most_holding(self.matcher.spelt(word)) <= few

    def _with_synonyms(self, node: Node) -> Node:
        """A word beside the single words said in its place, in the forms that most articles have.

        Not names of several words, nor words that very many articles have: to find what holds
        those, and to rank by them, takes too long while one types.
        """
        if not isinstance(node, Word) or node.exact:
            return node
        said = [words[0] for words in map(folded_words, synonyms(node.text)) if len(words) == 1]
        text, others = self.matcher.text, list[Node]()
        for one in said[:_MOST_SYNONYMS]:
            forms = filter(self._is_telling, text.by_frequency(self.matcher.spelt(Word(one))))
            others += [Word(form, exact=True) for form in islice(forms, _MOST_FORMS)]
        return Or((node, *others), is_one=True) if others else node

    def _led_by_the_rarest(self, node: And, loosened: And) -> Node:
        """The loosened line; what has a word of two or three that hardly any article has is first.

        «ليالي بوشمة»: a hundred other nights tell less than the one article about «بوشمة».
        """
        if self.matcher.narrowing(node) >= _MANY_WORDS:
            return loosened
        words = (part for part in node.nodes if isinstance(part, Word))
        found = {word: len(self.sets.of(word)) for word in words if self.matcher.is_spelt(word)}
        if len(found) < _PAIR:
            return loosened
        rarest, following, *_ = sorted(found, key=found.__getitem__)
        is_rare = found[rarest] <= _FEW and found[following] >= _RARER * found[rarest]
        return Or((loosened, rarest)) if is_rare else loosened

    def _has_page(self, node: And) -> bool:
        return len(self.sets.exactly(node)) >= PAGE or len(self.sets.of(node)) >= PAGE

    def _is_telling(self, word: str) -> bool:
        """Whether few enough articles have a word for it to tell them from others."""
        most = len(self.matcher.facets.live) // _TELLING
        return self.matcher.text.most_holding([word]) <= max(most, PAGE)

    def _is_seldom_whole(self, node: And) -> bool:
        """Whether so many words are sought that the few articles with all may not be meant."""
        return self.matcher.narrowing(node) >= _MANY_WORDS and not self._has_page(node)

    def _loosened(self, node: And) -> And | None:
        """As many of the words as a page of articles has, or any has, at least half of them."""
        sought = self.matcher.narrowing(node)
        best: And | None = None
        for enough in range(sought - 1, max(1, sought // 2) - 1, -1):
            some = replace(node, enough=enough)
            found = len(self.sets.of(some))
            if found >= PAGE:
                return some
            best = best or (some if found else None)
        return best


def _is_typed(node: Node) -> TypeGuard[Word | Near]:
    """Whether this is a word of the line, known or not, that may be a part of one."""
    return isinstance(node, Near) or (isinstance(node, Word) and not node.exact)


def _with(node: And, place: int, part: Node) -> And:
    """The line with another part in one place."""
    return replace(node, nodes=(*node.nodes[:place], part, *node.nodes[place + 1 :]))
