"""Two copies side by side: which sentences they share, which only one has, what changed in words.

Sentences that are the same but for tashkeel, hamzas or punctuation count as the same: the order of
the copies is kept, so a sentence that moved is shown where each has it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from newsarchive.arabic.fold import fold_word
from newsarchive.arabic.sentences import sentences
from newsarchive.arabic.words import Word, words
from newsarchive.article import Difference

ENOUGH_IN_COMMON = 0.4
MOST_PAIRS = 60_000


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, its words with their places, and the folded words that are compared."""

    text: str
    words: tuple[Word, ...]
    key: tuple[str, ...]


def differences(first: str, second: str) -> tuple[Difference, ...]:
    """The sentences of two texts, each once, in an order that follows both."""
    ours, theirs = _sentences(first), _sentences(second)
    matcher = SequenceMatcher(None, [s.key for s in ours], [s.key for s in theirs], autojunk=False)
    found: list[Difference] = []
    for what, i, i_end, j, j_end in matcher.get_opcodes():
        if what == "equal":
            pairs = zip(ours[i:i_end], theirs[j:j_end], strict=True)
            found += [Difference("same", one.text, other.text) for one, other in pairs]
        else:
            found += _aligned(ours[i:i_end], theirs[j:j_end])
    return tuple(found)


def _sentences(text: str) -> list[_Sentence]:
    found = []
    for sentence in sentences(text):
        cut = tuple(words(sentence.text))
        found.append(_Sentence(sentence.text, cut, tuple(fold_word(word.text) for word in cut)))
    return found


def _aligned(ours: Sequence[_Sentence], theirs: Sequence[_Sentence]) -> Iterator[Difference]:
    """Sentences of which none is the same: those alike beside each other, the others alone."""
    i = j = 0
    for one, other in [*_best_pairs(ours, theirs), (len(ours), len(theirs))]:
        yield from (Difference("first", sentence.text) for sentence in ours[i:one])
        yield from (Difference("second", second=sentence.text) for sentence in theirs[j:other])
        if one < len(ours):
            yield _changed(ours[one], theirs[other])
        i, j = one + 1, other + 1


def _best_pairs(ours: Sequence[_Sentence], theirs: Sequence[_Sentence]) -> list[tuple[int, int]]:
    """The pairs, in order, that have the most words in common in all."""
    if len(ours) * len(theirs) > MOST_PAIRS:
        return []
    alike = [[_in_common(one, other) for other in theirs] for one in ours]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in reversed(range(len(ours))):
        for j in reversed(range(len(theirs))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + alike[i][j])
    i = j = 0
    pairs: list[tuple[int, int]] = []
    while i < len(ours) and j < len(theirs):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _in_common(one: _Sentence, other: _Sentence) -> float:
    """Which part of both sentences' words both have; 0 when that is too little to be a change."""
    left, right = set(one.key), set(other.key)
    whole = len(left) + len(right)
    share = 2 * len(left & right) / whole if whole else 0.0
    return share if share >= ENOUGH_IN_COMMON else 0.0


def _changed(one: _Sentence, other: _Sentence) -> Difference:
    matcher = SequenceMatcher(None, one.key, other.key, autojunk=False)
    ours: list[tuple[int, int]] = []
    theirs: list[tuple[int, int]] = []
    for what, i, i_end, j, j_end in matcher.get_opcodes():
        if what != "equal":
            ours += _span(one.words[i:i_end])
            theirs += _span(other.words[j:j_end])
    return Difference("changed", one.text, other.text, tuple(ours), tuple(theirs))


def _span(some: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """One span over words that stand together."""
    if some:
        yield some[0].start, some[-1].end
