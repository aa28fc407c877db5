"""From a tree to an engine query: Arabic expansion in tiers, and how hits are ranked.

Each word of the query is looked for as written (folded), then with clitics put on and taken off,
then by its light stem, then, when it is still being typed, as a beginning. A tier adds a constant,
so that an article that holds the word itself stands above one that only holds a relative of it: for
a word alone always, among several words unless all of them together fit much better. Titles weigh
more than bodies, and words that stand together weigh more.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import tantivy
from pyroaring import BitMap

from newsarchive.arabic.clitics import spellings
from newsarchive.arabic.stem import light_stem
from newsarchive.arabic.terms import ALI, UPON
from newsarchive.arabic.words import stop_words
from newsarchive.index.facet_index import FacetIndex
from newsarchive.index.postings import PREFIX
from newsarchive.index.text_index import TEXT_FIELDS, TextIndex, facet_term
from newsarchive.search.closeness import SON_OF, TITLE_WEIGHT, together
from newsarchive.search.days import Days
from newsarchive.search.filters import matching_values, noted
from newsarchive.search.misspelt import Misspelt
from newsarchive.search.parse import And, Field, Near, Node, Not, Noted, Or, Phrase, Value, Word
from newsarchive.search.query import Facet, Query

_MUST, _SHOULD, _NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
STEM_WEIGHT = 0.3
LOWER_PHRASE_WEIGHT = 0.1
RELATIVE_WEIGHT = 0.2
CLITIC_WEIGHT = 0.8
TIER_STEP, TIER_STEP_ALONE = 6.0, 60.0
BEGUN_WEIGHT = 0.1
SLIP_STEP, LAST_WEIGHT = 10.0, 0.001
SCORED_WORDS, MOST_BEGUN = 12, 64
WRITTEN_OUT = "ابن"
KUNYA = ("ابو", "ابي", "ابا")
NAME_HEADS = ("عبد", *KUNYA)
NAME_TAILS = ("الدين", "الله")
SHORTEST_NAME = 3
_HEAD_WITHOUT_ALEF = re.compile("[^وفبلك][^وفبلكا]الله")
"""«عطالله» for «عطا الله»; not what is written onto the name of God."""
FILTERS = Field | Days | Noted


def _boost(query: tantivy.Query, weight: float) -> tantivy.Query:
    return tantivy.Query.boost_query(query, weight)


def _constant(query: tantivy.Query, score: float) -> tantivy.Query:
    return tantivy.Query.const_score_query(query, score)


def _any(queries: Iterable[tantivy.Query]) -> tantivy.Query:
    found = list(queries)
    if not found:
        return tantivy.Query.empty_query()
    if len(found) == 1:
        return found[0]
    return tantivy.Query.boolean_query([(_SHOULD, query) for query in found])


@dataclass(frozen=True, slots=True)
class Matcher:
    """Compiles trees for one state of the indexes.

    A query that is to order a set known already may leave the commonest beginnings out: what it
    does not find comes last. A ``complete`` one finds all.
    """

    text: TextIndex
    facets: FacetIndex
    complete: bool = False
    _weighed: dict[Word, Mapping[str, float]] = field(default_factory=dict, compare=False)
    _by_stem: dict[Word, list[tuple[float, list[str]]]] = field(default_factory=dict, compare=False)

    def compile(self, node: Node, step: float = TIER_STEP_ALONE) -> tantivy.Query:
        """The engine query that finds and ranks what the tree means.

        ``step``: what a word's tier adds to its score.
        """
        match node:
            case Word():
                return self._word(node, step)
            case Near():
                return self._near_spelt(node)
            case Phrase():
                return self._phrase(node)
            case Field():
                return self._values(node.facet, matching_values(self.facets, node))
            case Value():
                return self._values(node.facet, [node.name])
            case Noted():
                return self.text.these(noted(self.facets, node))
            case Days():
                return _constant(self._days(node), 0.0)
            case Or():
                return _any(self.compile(part, step) for part in node.nodes)
            case Not():
                return _without(tantivy.Query.all_query(), [self._refused(node.node)])
            case _:
                return self._and(node)

    def _and(self, node: And) -> tantivy.Query:
        if not node.nodes:
            return tantivy.Query.all_query()
        refused = [self.compile(Not(n.node)) for n in node.nodes if isinstance(n, Not)]
        joined = with_names_joined(node.nodes)
        light = particles(joined)
        filters = [self.compile(n) for n in joined if isinstance(n, FILTERS)]
        sought = [n for n in joined if not isinstance(n, Not | FILTERS) and n not in light]
        partly = [n for n in sought if self.is_left_out(n)]
        step = TIER_STEP_ALONE if len(sought) == 1 else TIER_STEP
        found = [self.compile(n, step) for n in sought if n not in partly]
        near = together(self.text, joined) + [self.compile(n) for n in (*light, *partly)]
        wanted = tantivy.Query.boolean_query([(_MUST, query) for query in found])
        if node.enough:
            some = [(_SHOULD, query) for query in found]
            enough = max(1, node.enough - len(partly))
            wanted = tantivy.Query.boolean_query(some, minimum_number_should_match=enough)
        parts = [(_MUST, query) for query in ([wanted] if found else []) + filters + refused]
        return tantivy.Query.boolean_query([*parts, *((_SHOULD, query) for query in near)])

    def _refused(self, node: Node) -> tantivy.Query:
        """What an exclusion takes out: the word in its spellings, not its relatives."""
        if isinstance(node, Word):
            return _any(self._scored(self._known(refused_forms(node)), 1.0))
        return self.compile(node)

    def _word(self, word: Word, step: float) -> tantivy.Query:
        if word.exact:
            return _any(self._scored([word.text], 1.0))
        same = _any(self._scored([word.text], 1.0))
        spelt = _any(self._scored(self._known(spellings(word.text)), 1.0))
        tiers = [
            *self.unscored(word),
            *(query for _, query in self.scored(word)),
            _constant(same, step),
            _constant(spelt, step),
        ]
        if word.open and not self.is_left_out(word):
            tiers.append(_constant(self.holding(self.text.begun(word.text)), BEGUN_WEIGHT))
        return _any(tiers)

    def scored(self, word: Word) -> Iterator[tuple[int, tantivy.Query]]:
        """What scores a word by rarity, each form once: in how many articles, and the query."""
        for form, weight in self._weights(word).items():
            worth = (weight, weight * TITLE_WEIGHT)
            for where, count, gain in zip(TEXT_FIELDS, self.text.counts(form), worth, strict=True):
                if count:
                    yield count, _boost(self.text.term(where, form), gain)

    def frequency(self, word: Word) -> int:
        """How often an article holds one of the word's scored forms."""
        return self.text.most_holding(self._weights(word))

    def unscored(self, word: Word) -> Iterator[tantivy.Query]:
        """The words of each stem that are not scored: all of them are worth one."""
        for weight, words in self._stems(word):
            if rest := words[SCORED_WORDS:]:
                yield _constant(self.holding(rest), weight)

    def _weights(self, word: Word) -> Mapping[str, float]:
        known = self._weighed.get(word)
        if known is None:
            known = self._weighed[word] = self._weigh(word)
        return known

    def _weigh(self, word: Word) -> Mapping[str, float]:
        if word.exact:
            return {word.text: 1.0}
        weights: Counter[str] = Counter()
        for weight, words in self._stems(word):
            weights.update(dict.fromkeys(words[:SCORED_WORDS], weight))
        weights.update(dict.fromkeys(self._known(spellings(word.text)), CLITIC_WEIGHT))
        return weights

    def _stems(self, word: Word) -> list[tuple[float, list[str]]]:
        """The words of its stem and of those of its relatives, the commonest first."""
        known = self._by_stem.get(word)
        if known is None:
            kin = reversed(self.facets.vocabulary.of_kin(word.text, exact=word.exact))
            known = self._by_stem[word] = [
                (
                    STEM_WEIGHT if one.stem == light_stem(word.text) else RELATIVE_WEIGHT,
                    self.text.by_frequency(words),
                )
                for one, words in kin
            ]
        return known

    def holding(self, words: list[str]) -> tantivy.Query:
        """Articles that hold one of these words, unscored."""
        return _any(self.text.terms(field, words) for field in TEXT_FIELDS)

    def is_left_out(self, node: Node) -> bool:
        """Whether the words that begin so are too many to be asked for in an order."""
        if self.complete or not isinstance(node, Word) or not node.open or node.exact:
            return False
        is_broad = self.facets.postings.articles(PREFIX + node.text) is not None
        return is_broad or len(self.text.begun(node.text)) > MOST_BEGUN

    def _near_spelt(self, near: Near) -> tantivy.Query:
        found = self._like(near)
        return _boost(found, LAST_WEIGHT) if near.is_last else found

    def _like(self, near: Near) -> tantivy.Query:
        sounding = _boost(self.text.sounding(near.text)[0], RELATIVE_WEIGHT)
        misspelt = Misspelt(self.text, self.facets.vocabulary)
        if near.letters != 1:
            alike = misspelt.two_letters_off(near.text) if near.letters else []
            held = (self.holding(words) for words in alike)
            return _any([sounding, *(_constant(query, RELATIVE_WEIGHT) for query in held)])
        easily, hardly = misspelt.one_slip_off(near.text)
        ranked = (*easily[:SCORED_WORDS], *hardly[:SCORED_WORDS])
        scored = self._scored(ranked, RELATIVE_WEIGHT)
        either = _constant(self.holding([*easily, *hardly]), SLIP_STEP)
        return _any([sounding, *scored, either, _constant(self.holding(easily), SLIP_STEP)])

    def narrowing(self, node: And) -> int:
        """How many words and phrases an article must have; filters are never let go."""
        joined = with_names_joined(node.nodes)
        return sum(not isinstance(n, Not | FILTERS) for n in joined) - len(particles(joined))

    def is_known(self, word: Word) -> bool:
        """Whether any article holds the word, in some spelling or form."""
        return (
            self.is_spelt(word)
            or any(self._known(words) for _, words in self.facets.vocabulary.of_kin(word.text))
            or (word.open and self._is_begun(word.text))
        )

    def is_spelt(self, word: Word) -> bool:
        """Whether any article holds the word itself, whatever is written onto it."""
        return bool(self.spelt(word))

    def spelt(self, word: Word) -> list[str]:
        """The word as articles have it, with and without what is written onto it."""
        return self._known(spellings(word.text))

    def spelling(self, word: Word, step: float) -> tantivy.Query:
        """Articles with the word in its spellings; it gains ``step`` where it stands as typed."""
        forms = [word.text] if word.exact else self.spelt(word)
        typed = _constant(self.text.term("body", word.text), step)
        return _any([*self._scored(forms, CLITIC_WEIGHT), typed])

    def in_any_form(self, word: Word) -> tantivy.Query:
        """Articles with the word in any of its forms, unscored."""
        forms = {form for _, words in self._stems(word) for form in words}
        return self.holding([*forms.union(self._weights(word))])

    def _is_begun(self, prefix: str) -> bool:
        ready = self.facets.postings.articles(PREFIX + prefix)
        return ready is not None or self.text.is_begun(prefix)

    def _known(self, forms: Iterable[str]) -> list[str]:
        return self.text.known(forms)

    def _scored(self, forms: Iterable[str], weight: float) -> list[tantivy.Query]:
        queries = []
        for form in forms:
            queries.append(_boost(self.text.term("body", form), weight))
            queries.append(_boost(self.text.term("title", form), weight * TITLE_WEIGHT))
        return queries

    def openings(self, phrase: Phrase) -> list[str]:
        """The first word of a phrase, and with what may be written onto it."""
        is_bare = phrase.exact or len(phrase.words) == 1
        first = self._known(() if is_bare else spellings(phrase.words[0]))
        return [*dict.fromkeys([phrase.words[0], *first])]

    def _phrase(self, phrase: Phrase) -> tantivy.Query:
        """The words in order; only the first may carry what is written onto it, and ranks lower."""
        queries = []
        heads, tails = self.openings(phrase), with_either_ali(phrase)
        for words in ([head, *rest] for head in heads for rest in tails):
            tier = 1.0 if words[0] == phrase.words[0] else LOWER_PHRASE_WEIGHT
            for where, weight in (("body", tier), ("title", tier * TITLE_WEIGHT)):
                queries.append(_boost(self.text.phrase(where, words, phrase.gap), weight))
        return _any(queries)

    def _days(self, days: Days) -> tantivy.Query:
        return self.text.days(days.since.toordinal(), days.until.toordinal())

    def _values(self, facet: Facet, values: Iterable[str]) -> tantivy.Query:
        if facet is Facet.TAG:
            every = [self.facets.articles(facet, value) for value in values]
            return self.text.these(BitMap.union(BitMap(), *every))
        terms = [facet_term(facet, value) for value in values]
        return _constant(self.text.terms("facet", terms), 0.0) if terms else _any(())

    def narrowed(self, base: tantivy.Query, query: Query) -> tantivy.Query:
        """``base`` within the query's facet choices and range of days."""
        parts = [(_MUST, base)]
        for facet in Facet:
            included = [c.value for c in query.choices if c.facet is facet and not c.exclude]
            excluded = [c.value for c in query.choices if c.facet is facet and c.exclude]
            if included:
                parts.append((_MUST, self._values(facet, included)))
            if excluded:
                parts.append((_NOT, self._values(facet, excluded)))
        if query.since or query.until:
            days = (query.since.toordinal() if query.since else 1,
                    query.until.toordinal() if query.until else 3_652_059)  # fmt: skip
            parts.append((_MUST, _constant(self.text.days(*days), 0.0)))
        return base if len(parts) == 1 else tantivy.Query.boolean_query(parts)


def _without(base: tantivy.Query, refused: list[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(_MUST, base), *((_NOT, query) for query in refused)])


def refused_forms(word: Word) -> tuple[str, ...]:
    """The spellings of a word that an exclusion takes out."""
    return (word.text,) if word.exact else spellings(word.text)


def with_either_ali(phrase: Phrase) -> list[tuple[str, ...]]:
    """The words after the first; where على is among them, also as many write it: علي."""
    rest = phrase.words[1:]
    if UPON not in rest or phrase.exact:
        return [rest]
    return [rest, tuple(ALI if word == UPON else word for word in rest)]


def with_names_joined(nodes: Iterable[Node]) -> list[Node]:
    """The parts, with «عبد الله» and «عبدالله» each standing for both.

    So do «نور الدين» and «نورالدين»; and ابو, ابي and ابا are one in either.
    """
    return [joined for joined, _ in joinings(nodes)]


def joinings(nodes: Iterable[Node]) -> list[tuple[Node, tuple[Node, ...]]]:
    """``with_names_joined``, each beside the one or two parts that it was made of."""
    found: list[tuple[Node, tuple[Node, ...]]] = []
    for node in nodes:
        before = found[-1][0] if found else None
        if (
            isinstance(node, Word)
            and isinstance(before, Word)
            and not before.exact
            and (before.text in NAME_HEADS or node.text in NAME_TAILS)
        ):
            found[-1] = (_both_ways(before.text, node.text, is_open=node.open), (before, node))
        else:
            found.append((_with_name_parted(node), (node,)))
    return found


def _both_ways(head: str, tail: str, *, is_open: bool = False) -> Or:
    """A name of two parts written as one word and as two; in one an alef may do for both."""
    heads = KUNYA if head in KUNYA else (head,)
    ordered = sorted(heads, key=lambda one: one != head)
    joined = [one + tail for one in ordered]
    joined += [one[:-1] + tail for one in ordered if one.endswith("ا") and tail.startswith("ا")]
    whole = [Word(one, is_open) for one in joined]
    return Or((*whole, *(Phrase((one, tail)) for one in ordered)))


def particles(nodes: Iterable[Node]) -> list[Node]:
    """Words such as «في», «بدون» and «بن», which rank but do not narrow beside other words."""
    sought = [node for node in nodes if not isinstance(node, Not)]
    light: list[Node] = [n for n in sought if isinstance(n, Word) and _is_particle(n)]
    return light if len(light) < len(sought) else []


def _is_particle(word: Word) -> bool:
    if word.open or word.exact:
        return False
    return word.text in (UPON, SON_OF, WRITTEN_OUT) or (
        word.text in stop_words() and word.text != ALI
    )


def _with_name_parted(node: Node) -> Node:
    if not isinstance(node, Word) or node.exact:
        return node
    for head in NAME_HEADS:
        if node.text.startswith(head) and len(node.text) - len(head) >= SHORTEST_NAME:
            return _both_ways(head, node.text[len(head) :], is_open=node.open)
    for tail in NAME_TAILS:
        if node.text.endswith(tail) and len(node.text) - len(tail) >= SHORTEST_NAME:
            return _both_ways(node.text[: -len(tail)], tail, is_open=node.open)
    if _HEAD_WITHOUT_ALEF.fullmatch(node.text):
        return _both_ways(node.text[:2] + "ا", NAME_TAILS[1], is_open=node.open)
    return node
