"""The articles of a phrase, and their scores with them.

The engine finds a phrase by comparing the places of its words in every article that holds them all,
and hands over what it has found one article at a time, which takes it longer still. So places are
compared once for both the set and its order; and where most articles that hold the words hold the
phrase, as a few of them tell, it is asked for those that do not.
"""

from collections import OrderedDict
from dataclasses import dataclass

import tantivy
from pyroaring import BitMap

from newsarchive.index.facet_index import FacetIndex
from newsarchive.index.postings import WORD
from newsarchive.index.text_index import TEXT_FIELDS, Scored, TextIndex
from newsarchive.search.match import Matcher, with_either_ali
from newsarchive.search.parse import Phrase

MANY = 50_000
_SAMPLE = 64
_REMEMBERED = 4
_MUST, _SHOULD, _NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot

Remembered = OrderedDict[Phrase, list[Scored]]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds phrases in one state of the indexes, and notes the scores where there are not many."""

    text: TextIndex
    facets: FacetIndex
    scored: Remembered

    def has_many(self, phrase: Phrase) -> bool:
        """Whether about so many articles hold it that the set is had without the scores."""
        places = self._places(phrase)
        if self._most(places) <= MANY:
            return False
        held = self._holding(places)
        return self._share(phrase, held) * len(held) > MANY

    def surely_finds(self, phrase: Phrase) -> bool:
        """Whether some of the many articles with its words hold it, as a few of them tell."""
        places = self._places(phrase)
        many = self._most(places) > MANY
        return many and self._share(phrase, self._holding(places) & self.facets.live) > 0

    def of(self, phrase: Phrase) -> BitMap:
        """The articles that hold the phrase; deleted ones may be among them."""
        query = Matcher(self.text, self.facets, complete=True).compile(phrase)
        places = self._places(phrase)
        most = self._most(places)
        if most > MANY:
            held = self._holding(places)
            share = self._share(phrase, held)
            if 2 * share > 1:
                return held - self.text.ids(self._without(places, query), most)
            if share * len(held) > MANY:
                return self.text.ids(query, most)
        found = self.text.scored(query, max(1, most))
        if len(found) <= MANY:
            self._remember(phrase, found)
        return BitMap([number for _, _, number in found])

    def _places(self, phrase: Phrase) -> list[tuple[str, ...]]:
        """The words that may stand in each place of the phrase."""
        rest = zip(*with_either_ali(phrase), strict=True)
        return [tuple(Matcher(self.text, self.facets).openings(phrase)), *rest]

    def _most(self, places: list[tuple[str, ...]]) -> int:
        """No more articles than these hold the phrase."""
        return min(map(self.text.most_holding, places))

    def _holding(self, places: list[tuple[str, ...]]) -> BitMap:
        """The articles that hold a word of each place, wherever it stands."""
        return BitMap.intersection(*map(self._any, places))

    def _any(self, words: tuple[str, ...]) -> BitMap:
        ready = {word: self.facets.postings.articles(WORD + word) for word in words}
        rare = [word for word in words if ready[word] is None]
        sets = [some for some in ready.values() if some is not None]
        return BitMap.union(self.text.holding(rare), *sets)

    def _share(self, phrase: Phrase, held: BitMap) -> float:
        """About how many of these articles hold the phrase as it is written in their bodies."""
        some = held[:: max(1, len(held) // _SAMPLE)]
        if not some:
            return 0.0
        body = self.text.phrase("body", phrase.words, phrase.gap)
        both = tantivy.Query.boolean_query([(_MUST, self.text.these(some)), (_MUST, body)])
        return self.text.count(both) / len(some)

    def _without(self, places: list[tuple[str, ...]], query: tantivy.Query) -> tantivy.Query:
        """Articles that hold a word of each place, but not the phrase."""
        either = [
            tantivy.Query.boolean_query([(_SHOULD, self.text.terms(f, words)) for f in TEXT_FIELDS])
            for words in places
        ]
        return tantivy.Query.boolean_query([*((_MUST, one) for one in either), (_NOT, query)])

    def _remember(self, phrase: Phrase, found: list[Scored]) -> None:
        self.scored[phrase] = found
        if len(self.scored) > _REMEMBERED:
            self.scored.popitem(last=False)
