"""The first articles that hold a phrase of common words, found without comparing all places.

To find a phrase the engine compares the places of its words in every article that holds them all;
of common words these are hundreds of thousands. Titles are short and soon compared, and what they
hold weighs more than any text does. Where they are too few, the phrase is looked for in the texts
that the engine ranks first by the rarest of its words: who has it often has that often.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter

import tantivy
from pyroaring import BitMap

from newsarchive.index.text_index import Scored
from newsarchive.search.best import FEWEST, HEAD, POOL
from newsarchive.search.closeness import TITLE_WEIGHT
from newsarchive.search.match import Matcher, with_either_ali
from newsarchive.search.parse import Phrase

COMMON = 10_000
"""Fewer articles are compared whole in a millisecond or two."""


@dataclass(frozen=True, slots=True)
class BestPhrase:
    """Finds the first articles of one phrase's order.

    Attributes:
        narrow: leaves of a set what the query's choices and range of days let through.
    """

    matcher: Matcher
    phrase: Phrase
    narrow: Callable[[BitMap], BitMap]

    def scored(self) -> list[Scored]:
        """At most ``HEAD`` of them, the best first; none where all are soon compared."""
        text, phrase = self.matcher.text, self.phrase
        rarest = min(phrase.words, key=lambda word: sum(text.counts(word)))
        if sum(text.counts(rarest)) <= COMMON:
            return []
        titled = text.scored(self._typed("title"), POOL)
        held = self.narrow(BitMap(number for _, _, number in titled))
        least = TITLE_WEIGHT * titled[-1][0] if len(held) >= FEWEST else 0.0
        if least < max(sum(text.highest("body", word) for word in way) for way in self._ways()):
            likely = text.ranked(text.term("body", rarest), 0, POOL)
            held = held | BitMap(number for _, _, number in self._among(likely, "body"))
            held = self.narrow(held)
        return self._ordered(held)[:HEAD] if len(held) >= FEWEST else []

    def _ordered(self, held: BitMap) -> list[Scored]:
        worth: dict[int, Scored] = {}
        for field, weight in (("body", 1.0), ("title", TITLE_WEIGHT)):
            for score, day, number in self._among(held, field):
                before, _, _ = worth.get(number, (0.0, day, number))
                worth[number] = (before + weight * score, day, number)
        return sorted(worth.values(), key=itemgetter(0), reverse=True)

    def _among(self, articles: Sequence[int] | BitMap, field: str) -> list[Scored]:
        """Those of the articles that hold it there: in them alone are places compared."""
        query = self.matcher.text.among(self._typed(field), articles)
        return self.matcher.text.scored(query, max(1, len(articles)))

    def _ways(self) -> Sequence[tuple[str, ...]]:
        """The phrase as typed, and as it is also written."""
        first = self.phrase.words[:1]
        return [(*first, *rest) for rest in with_either_ali(self.phrase)]

    def _typed(self, field: str) -> tantivy.Query:
        either = [self.matcher.text.phrase(field, way, self.phrase.gap) for way in self._ways()]
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in either])
