"""The first of what many articles hold, found without ranking all of them.

An article that holds every word as typed stands above all others, and next come those that hold
the words with what may be written onto them (see ``match``). So only the articles that the engine
ranks first by these few forms are scored by all forms. Where a word is common, a title that holds
it weighs more than any text that does: then the texts are not looked through.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain
from operator import itemgetter

import tantivy
from pyroaring import BitMap

from newsarchive.index.text_index import TEXT_FIELDS, Scored
from newsarchive.search.alike import Alike
from newsarchive.search.closeness import TITLE_WEIGHT
from newsarchive.search.match import FILTERS, TIER_STEP, TIER_STEP_ALONE, Matcher
from newsarchive.search.parse import And, Node, Not, Or, Phrase, Word
from newsarchive.search.sets import Sets, sought_words

HEAD, POOL, FEWEST = 100, 200, 24
COSTLY = 100_000
"""To rank so many times that an article holds a form takes two milliseconds."""
_DEEP = 16
_TITLES_TWICE = (*TEXT_FIELDS, "title")


@dataclass(frozen=True, slots=True)
class Best:
    """Finds the first articles of one query's order.

    Attributes:
        within: leaves of an engine's query what the query's choices and range of days let through.
        narrow: leaves of a set what they let through.
    """

    sets: Sets
    matcher: Matcher
    node: Node
    within: Callable[[tantivy.Query], tantivy.Query]
    narrow: Callable[[BitMap], BitMap]

    def scored(self) -> list[Scored]:
        """At most ``HEAD`` of them, the best first; none where all are as easily ranked."""
        words = sought_words(self.node)
        if not words or not self._is_costly():
            return []
        typed = self.sets.typed(words)
        exact = self.narrow(self.sets.within(self.node, typed))
        likely = exact if len(exact) <= POOL else self._best_typed(words, exact)
        step = TIER_STEP_ALONE if len(words) == 1 else TIER_STEP
        if len(exact) < (FEWEST if len(words) == 1 else HEAD):
            likely = likely | self._best_spelt(words, step)
        spelt = likely
        if len(spelt) < FEWEST and len(words) > 1:
            likely = likely | self._best_of_one(words, step)
        if len(likely) < FEWEST:
            return []
        alike = Alike(self.matcher, likely).compile(self.node)
        tiers = Counter(chain(*(likely & some for some in typed), *[spelt] * (len(typed) - 1)))
        scored = [
            (score + step * tiers[number], day, number)
            for score, day, number in self.sets.text.scored(alike, len(likely))
        ]
        scored.sort(key=itemgetter(0), reverse=True)
        return scored[:HEAD]

    def _is_costly(self) -> bool:
        """Whether so many articles hold forms of the words that to rank them all takes long.

        Small words that need not stand there, such as «في», are scored beside the others.
        """
        parts = self.node.nodes if isinstance(self.node, And) else (self.node,)
        ways = chain(*(part.nodes if isinstance(part, Or) else (part,) for part in parts))
        return sum(map(self._frequency, ways)) > COSTLY

    def _frequency(self, part: Node) -> int:
        if isinstance(part, Word):
            return self.matcher.frequency(part)
        text = self.sets.text
        return (
            min(text.most_holding([word]) for word in part.words) if isinstance(part, Phrase) else 0
        )

    def _best_typed(self, words: list[Word], exact: BitMap) -> BitMap:
        """The best by the words as typed of those that hold them all so."""
        text = self.sets.text
        if len(words) > 1:
            held = _all_of([text.either([word.text]) for word in words])
            either = text.either([word.text for word in words]) if len(exact) > COSTLY else held
            return BitMap(number for _, _, number in self._among(held, exact, either))
        word = words[0].text
        titled = self._among(text.term("title", word), exact)
        worth = {number: TITLE_WEIGHT * score for score, _, number in titled}
        enough = HEAD if text.most_holding([word]) <= COSTLY else FEWEST
        least = TITLE_WEIGHT * titled[-1][0] if len(titled) >= enough else 0.0
        if least < text.highest("body", word):
            for score, _, number in self._among(text.term("body", word), exact):
                worth[number] = worth.get(number, 0.0) + score
        return BitMap(nlargest(POOL, worth, key=worth.__getitem__))

    def _among(
        self, query: tantivy.Query, exact: BitMap, wider: tantivy.Query | None = None
    ) -> list[Scored]:
        """The best of an engine's query that are among these.

        ``wider``: another that finds them too and scores them so, but is sooner answered.
        """
        text = self.sets.text
        for count in (POOL, _DEEP * POOL):
            ranked = text.scored(wider or query, count)
            found = [one for one in ranked if one[2] in exact]
            if len(found) >= POOL or len(ranked) < count:
                return found[:POOL]
            if _DEEP * len(found) < POOL:
                break
        ranked = text.scored(self._filtered(query), POOL)
        return [one for one in ranked if one[2] in exact]

    def _best_spelt(self, words: list[Word], step: float) -> BitMap:
        """The best by the words with what may be written onto them.

        Of a word alone the engine passes over most articles, as long as all forms count the same.
        """
        if len(words) == 1:
            forms = [words[0].text] if words[0].exact else self.matcher.spelt(words[0])
            return self._best_with([self.sets.text.either(forms, _TITLES_TWICE)], POOL)
        return self._best_with([self.matcher.spelling(word, step) for word in words], HEAD)

    def _best_of_one(self, words: list[Word], step: float) -> BitMap:
        """The best with one word so and the others in any form.

        Where the others have many forms, they are looked for in the best that hold the one.
        """
        found = BitMap()
        for word in sorted(words, key=self.matcher.frequency, reverse=True):
            if len(found) >= FEWEST:
                break
            others = [other for other in words if other is not word]
            forms = list(map(self.matcher.in_any_form, others))
            spelt = self.matcher.spelling(word, step)
            if sum(map(self.matcher.frequency, others)) <= COSTLY:
                found |= self._best_with([spelt, *forms], HEAD)
            elif self.sets.text.most_holding(self.matcher.spelt(word)) <= COSTLY:
                some = self.sets.text.these(self._best_with([spelt], HEAD))
                found |= self._best_with([some, *forms], HEAD)
        return found

    def _best_with(self, queries: list[tantivy.Query], count: int) -> BitMap:
        """The best of what all of these find."""
        ranked = self.sets.text.ranked(self._filtered(_all_of(queries)), 0, count)
        return self.narrow(BitMap(ranked))

    def _filtered(self, query: tantivy.Query) -> tantivy.Query:
        """What the tree's filters and exclusions and the query's choices let through."""
        parts = self.node.nodes if isinstance(self.node, And) else ()
        filters = [self.matcher.compile(n) for n in parts if isinstance(n, Not | FILTERS)]
        return self.within(_all_of([query, *filters]))


def _all_of(queries: list[tantivy.Query]) -> tantivy.Query:
    """What all of them find; one alone as it is, for the engine knows quicker ways for a term."""
    if len(queries) == 1:
        return queries[0]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, query) for query in queries])
