"""How articles that hold every word as typed are told apart: by their scores alone.

They all stand in the highest tier (see ``match``), so that what a tier adds can be left out; and
they are known beforehand. To score some articles in a union of terms the engine goes through all
that these terms find, in windows of 4,096 numbers; in a term that is asked for by itself beside
them it leaps from one to the next. So each term of many articles is asked for by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import tantivy
from pyroaring import BitMap

from newsarchive.search.closeness import together
from newsarchive.search.match import Matcher, with_names_joined
from newsarchive.search.parse import And, Node, Or, Word

_MUST, _SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
MANY = 50_000


@dataclass(frozen=True, slots=True)
class Alike:
    """Compiles queries that score ``articles``, all of which hold every word as typed."""

    matcher: Matcher
    articles: BitMap

    def compile(self, node: Node) -> tantivy.Query:
        """The engine query for a tree whose parts are words, filters and exclusions."""
        parts = with_names_joined(node.nodes if isinstance(node, And) else (node,))
        these = self.matcher.text.these(self.articles)
        apart = together(self.matcher.text, parts, these)
        beside: list[tantivy.Query] = []
        for word in chain(*(part.nodes if isinstance(part, Or) else (part,) for part in parts)):
            if isinstance(word, Word):
                beside += self.matcher.unscored(word)
                for count, query in self.matcher.scored(word):
                    (apart if count > MANY else beside).append(query)
        found = _with(these, beside)
        for query in apart:
            found = _with(found, [query])
        return found


def _with(base: tantivy.Query, queries: Sequence[tantivy.Query]) -> tantivy.Query:
    """What ``base`` finds, with the scores of ``queries`` where they find it too."""
    if not queries:
        return base
    some = [(_SHOULD, query) for query in queries]
    return tantivy.Query.boolean_query([(_MUST, base), *some])
