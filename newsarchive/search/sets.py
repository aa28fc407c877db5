"""From a tree to the exact set of articles it finds, by intersecting and joining bitmaps.

The sets are those of ``match``'s engine queries; here they are had without scoring. The frequent
terms' sets are ready in the index, the rare ones' are quickly asked of the text index.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

import tantivy
from pyroaring import BitMap

from newsarchive.arabic.clitics import spellings
from newsarchive.arabic.latin import is_latin
from newsarchive.arabic.stem import light_stem
from newsarchive.index.facet_index import FacetIndex
from newsarchive.index.postings import PREFIX, STEM, WORD
from newsarchive.index.text_index import Scored, TextIndex
from newsarchive.search.days import Days
from newsarchive.search.filters import matching_values, noted
from newsarchive.search.match import (
    FILTERS,
    Matcher,
    particles,
    refused_forms,
    with_names_joined,
)
from newsarchive.search.misspelt import Misspelt
from newsarchive.search.parse import And, Field, Near, Node, Not, Noted, Or, Phrase, Value, Word
from newsarchive.search.phrases import Phrases, Remembered

_REMEMBERED = 64
SURELY_LIVE = 1_000
"""Of so many articles with a word some are there; fewer may all be deleted, yet counted a while."""


@dataclass(frozen=True, slots=True)
class Sets:
    """Finds sets for one state of the indexes; those found last are remembered, never changed."""

    text: TextIndex
    facets: FacetIndex
    _known: "OrderedDict[Node, BitMap]" = field(default_factory=OrderedDict)
    _scored: Remembered = field(default_factory=OrderedDict)

    def of(self, node: Node) -> BitMap:
        """The articles that the tree finds, none of them deleted."""
        return self._of(node) & self.facets.live

    def scored(self, node: Node) -> list[Scored] | None:
        """The articles of a phrase, the best first, where their scores are had with the set."""
        if not isinstance(node, Phrase) or self._phrases().has_many(node):
            return None
        self._of(node)
        return self._scored.get(node)

    def _phrases(self) -> Phrases:
        return Phrases(self.text, self.facets, self._scored)

    def _of(self, node: Node) -> BitMap:
        found = self._known.get(node)
        if found is None:
            found = self._known[node] = self._found(node)
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(node)
        return found

    def _found(self, node: Node) -> BitMap:
        match node:
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrases().of(node)
            case Field():
                values = matching_values(self.facets, node)
                return _union(self.facets.articles(node.facet, value) for value in values)
            case Value():
                return self.facets.articles(node.facet, node.name)
            case Noted():
                return noted(self.facets, node)
            case Days():
                return self.facets.between(node.since.isoformat(), node.until.isoformat())
            case Or():
                return _union(map(self._of, node.nodes))
            case Not():
                return self.facets.live - self._refused(node.node)
            case And():
                return self._and(node)
            case _:
                return self._like(node)

    def _and(self, node: And) -> BitMap:
        joined = with_names_joined(node.nodes)
        light = particles(joined)
        sought = [n for n in joined if not isinstance(n, Not | FILTERS) and n not in light]
        filters = [self._of(n) for n in joined if isinstance(n, FILTERS)]
        refused = [self._refused(n.node) for n in joined if isinstance(n, Not)]
        sets = sorted(map(self._of, sought), key=len)
        found = _most_of(sets, node.enough or len(sets)) if sets else self.facets.live
        found = BitMap.intersection(found, *filters) if filters else found
        return found.difference(*refused) if refused else found

    def _refused(self, node: Node) -> BitMap:
        if isinstance(node, Word):
            return self._words(refused_forms(node))
        return self._of(node)

    def _word(self, word: Word) -> BitMap:
        if word.exact:
            return self._words([word.text])
        words: list[str] = []
        sets: list[BitMap] = []
        covered: set[str] = set()
        for one, some in self.facets.vocabulary.of_kin(word.text):
            ready = self.facets.postings.articles(STEM + one.stem)
            if ready is None or not self.facets.vocabulary.is_all_of(one.stem, some):
                words += some
            else:
                sets.append(ready)
                covered.add(one.stem)
        words += [form for form in spellings(word.text) if light_stem(form) not in covered]
        if word.open:
            begun, more = self._beginning(word.text)
            sets += begun
            words += more
        return self._words(words, sets)

    def typed(self, words: Iterable[Word]) -> list[BitMap]:
        """For each word the articles that hold it as typed."""
        return [self._of(Word(word.text, exact=True)) for word in words]

    def exactly(self, node: Node) -> BitMap:
        """Those of the tree's articles that hold every word as typed; see ``sought_words``.

        They are had without the forms of the words, and so long before all that the tree finds.
        """
        return self.within(node, self.typed(sought_words(node)))

    def within(self, node: Node, sets: list[BitMap]) -> BitMap:
        """What is in each of the sets and in the tree's filters, and not excluded by it."""
        if not sets:
            return BitMap()
        parts = node.nodes if isinstance(node, And) else ()
        filters = [self._of(part) for part in parts if isinstance(part, FILTERS)]
        refused = [self._refused(part.node) for part in parts if isinstance(part, Not)]
        found = BitMap.intersection(self.facets.live, *sets, *filters)
        return found.difference(*refused) if refused else found

    def finds(self, node: Node) -> bool:
        """Whether the tree finds any article."""
        if isinstance(node, Near):  # told without the set
            words = Misspelt(self.text, self.facets.vocabulary).words(node.text, node.letters)
            is_sure = self.text.most_holding(words) > SURELY_LIVE
            return is_sure or self._is_any(Matcher(self.text, self.facets).compile(node))
        if isinstance(node, Or):
            return any(map(self.finds, node.nodes))
        if isinstance(node, Phrase) and self._phrases().surely_finds(node):
            return True
        return bool(self.exactly(node) or self._is_spelt(node) or self.of(node))

    def _is_spelt(self, node: Node) -> bool:
        """Whether an article holds each word with what may be written onto it, had without sets."""
        parts = node.nodes if isinstance(node, And) else ()
        words = sought_words(node)
        if not words or any(isinstance(part, Not | FILTERS) for part in parts):
            return False
        matcher = Matcher(self.text, self.facets)
        spelt = [(tantivy.Occur.Must, matcher.spelling(word, 0.0)) for word in words]
        return self._is_any(tantivy.Query.boolean_query(spelt))

    def _is_any(self, query: tantivy.Query) -> bool:
        """Whether the engine finds any article: by its number, for then it scores none."""
        return bool(self.text.ids(query, 1))

    def _like(self, near: Near) -> BitMap:
        misspelt = Misspelt(self.text, self.facets.vocabulary)
        words = misspelt.words(near.text, near.letters)
        if is_latin(near.text):  # each letter stands for many
            return self._words(words) | self.text.ids(*self.text.sounding(near.text))
        return self._words([*words, *misspelt.sounding(near.text)])

    def starting(self, prefix: str) -> BitMap:
        """Articles with a word that starts so, what is written onto words aside."""
        sets, words = self._beginning(prefix)
        return self._words(words, sets)

    def _beginning(self, prefix: str) -> tuple[list[BitMap], list[str]]:
        """What together are the articles with a word that starts so: sets, and words."""
        ready = self.facets.postings.articles(PREFIX + prefix)
        return ([], self.text.begun(prefix)) if ready is None else ([ready], [])

    def _words(self, words: Iterable[str], sets: Iterable[BitMap] = ()) -> BitMap:
        """Articles in any of the sets, and those that hold any of the words as it is written.

        The engine is not asked for rare words where that could find no more.
        """
        found = [*sets]
        rare: list[str] = []
        for word in dict.fromkeys(words):
            ready = self.facets.postings.articles(WORD + word)
            if ready is None:
                rare.append(word)
            else:
                found.append(ready)
        union = _union(found)
        if not rare or self.facets.live.issubset(union):
            return union
        return union | self.text.holding(rare)


def _union(sets: Iterable[BitMap]) -> BitMap:
    found = list(sets)
    return found[0] if len(found) == 1 else BitMap.union(BitMap(), *found)


def _most_of(sets: list[BitMap], enough: int) -> BitMap:
    """The articles in at least ``enough`` of the sets."""
    if enough == len(sets):
        return BitMap.intersection(*sets) if len(sets) > 1 else sets[0]
    in_many = [BitMap() for _ in range(enough)]
    for some in sets:
        for place in range(enough - 1, 0, -1):
            in_many[place] |= in_many[place - 1] & some
        in_many[0] |= some
    return in_many[-1]


def sought_words(node: Node) -> list[Word]:
    """The words that an article should hold as typed; none where more than words is asked for.

    A name of two words is one that should be written as one.

    Filters and exclusions are left aside: they are in the result already.
    """
    parts = with_names_joined(node.nodes) if isinstance(node, And) else [node]
    if isinstance(node, And) and node.enough:
        return []
    light = particles(parts)
    sought = [n for n in parts if not isinstance(n, Not | FILTERS) and n not in light]
    words = [word for word in map(_in_one_word, sought) if word]
    return words if len(words) == len(sought) else []


def _in_one_word(node: Node) -> Word | None:
    """The word itself; of a name that is also written as two words, such as «عبدالله», the one."""
    if isinstance(node, Word):
        return node
    first, *others = node.nodes if isinstance(node, Or) else (node,)
    ways = ["".join(other.words) for other in others if isinstance(other, Phrase)]
    return first if isinstance(first, Word) and first.text in ways else None
