"""How articles that hold every word as typed are told apart: by their scores alone.

They all stand in the highest tier (see ``match``), so that what a tier adds can be left out; and
they are known beforehand. To score some articles in a union of terms the engine goes through all
that these terms find, in windows of 4,096 numbers; in a term that is asked for by itself beside
them it leaps from one to the next. So each term of many articles is asked for by itself.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import tantivy
from pyroaring import BitMap

from newsarchive.arabic.relatives import relatives
from newsarchive.arabic.stem import light_stem, spellings
from newsarchive.index.text_index import TEXT_FIELDS
from newsarchive.search.match import (
    CLITIC_WEIGHT,
    RELATIVE_WEIGHT,
    SCORED_WORDS,
    STEM_WEIGHT,
    TITLE_WEIGHT,
    Matcher,
    with_names_joined,
)
from newsarchive.search.parse import And, Node, Word

_MUST, _SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
MANY = 50_000
_FIELD_WEIGHTS = {"body": 1.0, "title": TITLE_WEIGHT}


@dataclass(frozen=True, slots=True)
class Alike:
    """Compiles queries that score ``articles``, all of which hold every word as typed."""

    matcher: Matcher
    articles: BitMap

    def compile(self, node: Node) -> tantivy.Query:
        """The engine query for a tree whose parts are words, filters and exclusions."""
        parts = with_names_joined(node.nodes if isinstance(node, And) else (node,))
        apart = self.matcher.near(parts)
        together: list[tantivy.Query] = []
        for word in parts:
            if isinstance(word, Word):
                together += self._rest(word)
                for is_many, query in self._scored(word):
                    (apart if is_many else together).append(query)
        found = _with(self.matcher.text.these(self.articles), together)
        for query in apart:
            found = _with(found, [query])
        return found

    def _scored(self, word: Word) -> Iterator[tuple[bool, tantivy.Query]]:
        """What scores a word, and whether it does so in many articles."""
        text = self.matcher.text
        for form, weight in self._weights(word).items():
            for field, count in zip(TEXT_FIELDS, text.counts(form), strict=True):
                if count:
                    boost = weight * _FIELD_WEIGHTS[field]
                    yield count > MANY, tantivy.Query.boost_query(text.term(field, form), boost)

    def _weights(self, word: Word) -> Mapping[str, float]:
        """What each form of a word that is scored adds to the score by its rarity."""
        if word.exact:
            return {word.text: 1.0}
        weights: Counter[str] = Counter()
        for weight, words in self._stems(word):
            weights.update(dict.fromkeys(words[:SCORED_WORDS], weight))
        known = self.matcher.text.known(spellings(word.text))
        weights.update(dict.fromkeys(known, CLITIC_WEIGHT))
        return weights

    def _stems(self, word: Word) -> Iterator[tuple[float, list[str]]]:
        """The words of its stem and of those of its relatives, the commonest first."""
        for stem in () if word.exact else (*relatives(word.text), light_stem(word.text)):
            weight = STEM_WEIGHT if stem == light_stem(word.text) else RELATIVE_WEIGHT
            words = self.matcher.facets.vocabulary.of(stem)
            yield weight, self.matcher.text.by_frequency(words)

    def _rest(self, word: Word) -> Iterator[tantivy.Query]:
        """The words of each stem that are not scored: all of them are worth one."""
        for weight, words in self._stems(word):
            if rest := words[SCORED_WORDS:]:
                yield tantivy.Query.const_score_query(self.matcher.holding(rest), weight)


def _with(base: tantivy.Query, queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """What ``base`` finds, with the scores of ``queries`` where they find it too."""
    if not queries:
        return base
    some = [(_SHOULD, query) for query in queries]
    return tantivy.Query.boolean_query([(_MUST, base), *some])
