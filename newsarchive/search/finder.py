"""Where a query's words stand in a text, and in which tier each matched.

What the index matched by terms is found again in the text that is shown, so that a highlight lies
on the original letters. Every spelling is judged once; the next text that holds it costs a look-up.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from newsarchive.arabic.clitics import spellings
from newsarchive.arabic.foreign import sound_pattern
from newsarchive.arabic.relatives import Kin, kin
from newsarchive.arabic.stem import bare, light_stem
from newsarchive.arabic.terms import folded_words, term
from newsarchive.arabic.words import WORD, is_word
from newsarchive.index.text_index import CLITICS
from newsarchive.search.likely import Likely
from newsarchive.search.match import particles, with_names_joined
from newsarchive.search.parse import And, Near, Node, Or, Phrase, Value, Word

TIERS = ("folded", "clitics", "stem", "relative", "prefix", "name", "near")
"""The strongest first."""

Judged = tuple[int, str]
Shape = tuple[str, str, str, str]


@lru_cache(maxsize=150_000)
def _shapes(token: str) -> tuple[Shape, ...]:
    """The words of what stands between two spaces: as written, folded, its stem, its core."""
    folded = ((word, term(word)) for word in WORD.findall(token))
    return tuple((word, form, light_stem(form), bare(form)) for word, form in folded if form)


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a text that matched: its span, which sought word, and in which tier."""

    start: int
    end: int
    sought: int
    tier: str


class Finder:
    """Finds the words of one query in texts.

    Attributes:
        sought: how many words are sought, those that stand for one another each for itself.
        things: which of the things that were typed each sought word stands for.
    """

    def __init__(self, node: Node, like: Callable[[str, int], Iterable[str]]) -> None:
        """Learn the words of a tree; ``like`` gives those taken for a misspelt one.

        It is called with the word and how many letters may differ.
        """
        self._like = like
        self._exact: dict[str, Judged] = {}
        self._clitics: dict[str, Judged] = {}
        self._kin: defaultdict[str, list[tuple[Kin, Judged]]] = defaultdict(list)
        self._names: dict[str, Judged] = {}
        self._starts: list[tuple[str, Judged]] = []
        self._misspelt: dict[str, Judged] = {}
        self._sounds: list[tuple[re.Pattern[str], Judged]] = []
        self._judged: dict[str, tuple[tuple[str, Judged], ...]] = {}
        numbers: dict[Word | Near | Value, int] = {}
        self.things: list[int] = []
        count = 0
        grouped = list(_sought_things(node))
        parts = [part for _, part in grouped]
        for thing, part in grouped:
            for one in _words_of(part) if isinstance(part, Phrase) else (part,):
                if one not in numbers:
                    is_other_name = isinstance(one, Value)  # of the word before it
                    numbers[one] = count - 1 if is_other_name else count
                    count += not is_other_name
                    self.things += [] if is_other_name else [thing]
                    self._learn(numbers[one], one)
        self._spelt = self._clitics | self._exact
        self._likely = self._made_likely()
        self.sought = count
        alone = {numbers[part] for part in parts if not isinstance(part, Phrase)}
        phrases = [part for part in parts if isinstance(part, Phrase)]
        self._phrases = [([numbers[w] for w in _words_of(p)], p.gap) for p in phrases]
        self._bound = {n for places, _ in self._phrases for n in places if n not in alone}

    def _learn(self, number: int, part: Word | Near | Value) -> None:
        if isinstance(part, Value):
            for word in folded_words(part.name):
                self._names.setdefault(bare(word), (number, "name"))
            return
        if isinstance(part, Near):
            pattern = sound_pattern(bare(part.text))
            if pattern:
                self._sounds.append((re.compile(f"{CLITICS}{pattern}"), (number, "near")))
            for word in self._like(part.text, part.letters):
                self._misspelt.setdefault(word, (number, "near"))
            return
        self._exact.setdefault(part.text, (number, "folded"))
        if part.exact:
            return
        for form in spellings(part.text):
            self._clitics.setdefault(form, (number, "clitics"))
        for one in kin(part.text):
            tier = "stem" if one.stem == light_stem(part.text) else "relative"
            self._kin[one.stem].append((one, (number, tier)))
        if part.open:
            self._starts.append((part.text, (number, "prefix")))

    def _made_likely(self) -> Likely:
        starts = [start for start, _ in self._starts]
        sounds = [sound.pattern.removeprefix(CLITICS) for sound, _ in self._sounds]
        letters = [*self._spelt, *self._names, *self._misspelt, *starts]
        return Likely(letters, self._kin, sounds)

    def find(self, text: str) -> list[Found]:
        """Every word of ``text`` that matches one of the sought words."""
        if not self.sought:
            return []
        matching: dict[str, Judged] = {}
        for token in self._likely.among(text):
            judged = self._judged.get(token)
            if judged is None:
                judged = self._judged[token] = tuple(self._judge(token))
            matching.update(judged)
        found = [
            Found(start, start + len(word), *matching[word])
            for start, word in sorted(_places(text, matching))
        ]
        return self._standing(text, found) if self._bound else found

    def _judge(self, token: str) -> Iterator[tuple[str, Judged]]:
        """The words of what stands between two spaces that match, as written."""
        for word, folded, stem, core in _shapes(token):
            best = self._spelt.get(folded) or self._akin(folded, stem) or self._names.get(core)
            best = best or next(self._loose(folded, core), None)
            if best:
                yield word, best

    def _akin(self, word: str, stem: str) -> Judged | None:
        """Of the sought words that this one is kin of, the one it is nearest to, the first."""
        found = [judged for one, judged in self._kin.get(stem, ()) if one.has(word)]
        return min(found, key=lambda judged: TIERS.index(judged[1]), default=None)

    def _standing(self, text: str, found: list[Found]) -> list[Found]:
        """What was found, without the words of a phrase that do not stand in one."""
        kept = {n for n, one in enumerate(found) if one.sought not in self._bound}
        for n, one in enumerate(found):
            for numbers, gap in self._phrases:
                places = range(n, n + len(numbers))
                if one.sought == numbers[0] and _is_run(text, found[n : places.stop], numbers, gap):
                    kept.update(places)
        return [one for n, one in enumerate(found) if n in kept]

    def _loose(self, word: str, core: str) -> Iterator[Judged]:
        for start, judged in self._starts:
            if word.startswith(start) or core.startswith(start):
                yield judged
        if word in self._misspelt:
            yield self._misspelt[word]
        for sound, judged in self._sounds:
            if sound.fullmatch(word):
                yield judged


def _is_run(text: str, found: list[Found], numbers: list[int], gap: int) -> bool:
    """Whether these words are those of a phrase, close enough to each other."""
    if [one.sought for one in found] != numbers:
        return False
    between = (WORD.findall(text, a.end, b.start) for a, b in pairwise(found))
    return sum(map(len, between)) <= gap


def _words_of(phrase: Phrase) -> list[Word]:
    return [Word(word, exact=phrase.exact) for word in phrase.words]


def _places(text: str, spellings: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where words of these spellings stand in a text."""
    for word in spellings:
        start = text.find(word)
        while start >= 0:
            if is_word(text, start, start + len(word)):
                yield start, word
            start = text.find(word, start + len(word))


def _sought_things(node: Node) -> Iterator[tuple[int, Word | Near | Value | Phrase]]:
    """The words to find, each with the number of what it stands for among the parts typed."""
    if isinstance(node, Or) and isinstance(node.nodes[0], And):
        whole, *others = node.nodes
        yield from _sought_things(whole)
        yield from ((0, part) for other in others for part in _sought(other))
    elif isinstance(node, And):
        joined = with_names_joined(node.nodes)
        light = particles(joined)
        for thing, one in enumerate(joined):
            if one not in light:
                yield from ((thing, part) for part in _sought(one))
    else:
        yield from ((0, part) for part in _sought(node))


def _sought(node: Node) -> Iterator[Word | Near | Value | Phrase]:
    """The words to find, once each; particles only where nothing else is sought."""
    match node:
        case Word() | Near() | Value() | Phrase():
            yield node
        case And():
            for _, one in _sought_things(node):
                yield one
        case Or():
            for part in node.nodes:
                yield from _sought(part)
        case _:
            return
