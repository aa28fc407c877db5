"""Sentences of words, with the readings of each word once its clitics are taken off."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from newsarchive.arabic.fold import fold, without_marks
from newsarchive.arabic.names import bare_key, is_bare
from newsarchive.arabic.words import INSIDE, WORD

_USUAL = rf"[ء-غف-يa-zA-Z]+(?![\w{INSIDE}])"
"""What most words are, found sooner; every other is left to ``WORD``."""
_TOKEN = re.compile(rf"({_USUAL}|{WORD.pattern}|\n+|[^\w\s]|_)")
_END = frozenset(".!?؟…")
_LONGEST, _NEAR = 120, 40


class Form(NamedTuple):
    """One way to read a word as clitics and a plain word.

    Attributes:
        key: of the plain word.
        cut: how many characters of the word the name leaves out («والهيئة»: 1). A preposition
            that melts into the article stays in the surface («للهيئة»: 0).
        skip, put: the plain word is ``put + word[skip:]`` («للهيئة»: skip 2, put «ال»).
    """

    key: str
    cut: int
    skip: int
    put: str = ""


@dataclass(slots=True, eq=False)
class Word:
    """All that is known of a word, number or mark by its letters alone: one for all its places.

    Attributes:
        key: the folded word; "" of a line end.
        forms: its readings, clitics on or off; none of a mark.
        readings: the folded words it may be.
        flags: what the lexicons say of the word as it stands.
        hint: what it may be at most in any reading; 0 of a mark.
        ends: it may end a sentence.
    """

    text: str
    key: str
    is_word: bool
    forms: tuple[Form, ...]
    readings: frozenset[str]
    flags: int
    hint: int
    ends: bool

    @classmethod
    def of(cls, text: str, flags: Mapping[str, int]) -> "Word":
        """The word without its hint."""
        bare = _bare(text) if text[0].isalnum() else ""
        key = bare_key(bare)
        if key:
            several = _forms(text, bare, key)
            if len(several) == 1:
                readings = frozenset((key,))
            else:
                readings = frozenset([form.key for form in several])
            return cls(text, key, True, several, readings, flags.get(key, 0), 0, False)
        ends = text[0] == "\n" or text in _END
        return cls(text, "" if text[0] == "\n" else text, False, (), frozenset(), 0, 0, ends)


class Sentence(tuple[Word, ...]):
    """The words and marks of a sentence, each as it is wherever it stands, and their places.

    Attributes:
        starts: the first character of each in the text.
    """

    starts: Sequence[int]

    @classmethod
    def of(cls, words: Iterable[Word], starts: Sequence[int]) -> "Sentence":
        """The words at their places."""
        sentence = cls(words)
        sentence.starts = starts
        return sentence

    def end(self, at: int) -> int:
        """After the last character of a word in the text."""
        return self.starts[at] + len(self[at].text)


def sentences(text: str, known: Mapping[str, Word]) -> list[Sentence]:
    """The text cut at line ends and at full stops that close a sentence.

    ``known``: every word by its letters.
    """
    pieces = _TOKEN.split(text)
    starts = [*accumulate(map(len, pieces), initial=0)][1::2]
    words = [*map(known.__getitem__, pieces[1::2])]
    found: list[Sentence] = []
    first = 0
    for at in [at for at, word in enumerate(words) if word.ends]:
        is_mark = words[at].key != ""
        if is_mark and not _closes(text, words, starts, at, first):
            continue
        found += _runs(words, starts, first, at + is_mark)
        first = at + 1
    return [*found, *_runs(words, starts, first, len(words))]


def _runs(words: Sequence[Word], starts: Sequence[int], first: int, end: int) -> list[Sentence]:
    """The words in runs that are not too long, cut after a comma where one is near."""
    runs = []
    while first < end:
        last = min(first + _LONGEST, end)
        if last < end:
            near = range(last, last - _NEAR, -1)
            last = next((at for at in near if words[at - 1].text in "،,؛"), last)
        runs.append(Sentence.of(words[first:last], starts[first:last]))
        first = last
    return runs


def _closes(text: str, words: Sequence[Word], starts: Sequence[int], at: int, first: int) -> bool:
    """A mark ends the sentence unless it stands in an abbreviation («د. محمد») or a number."""
    if words[at].text != ".":
        return True
    end = starts[at] + 1
    if end < len(text) and not text[end].isspace():
        return False
    before = words[at - 1]
    if (at - first) % _LONGEST == 0 or not before.is_word or len(before.key) > 1:
        return True
    return starts[at - 1] + len(before.text) < starts[at]


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[Form, ...]:
    """The readings of a word, the whole word first; at most two clitics are taken off."""
    bare = _bare(word)
    return _forms(word, bare, bare_key(bare))


def _bare(word: str) -> str:
    return word if is_bare(word) else without_marks(word)


def _forms(word: str, bare: str, key: str) -> tuple[Form, ...]:
    whole = Form(key, 0, 0)
    rest = 1 if bare[:1] in ("و", "ف") and len(bare) > 2 else 0
    clitic = bare[rest : rest + 1]
    is_led = clitic in ("ب", "ل", "ك") and len(bare) > rest + 2
    if not rest and not is_led:
        return (whole,)
    folded = fold(bare)
    found = [whole, _form(word, bare, folded, 1)] if rest else [whole]
    if clitic == "ل" and bare[rest + 1 : rest + 2] == "ل" and len(bare) > rest + 3:
        found.append(_form(word, bare, folded, rest, rest + 2, "ال"))
        found.append(_form(word, bare, folded, rest, rest + 1, "ال"))
        found.append(_form(word, bare, folded, rest + 1))
    elif is_led:
        found.append(_form(word, bare, folded, rest + 1))
    return tuple(found)


def _form(
    word: str, bare: str, folded: str, cut: int, skip: int | None = None, put: str = ""
) -> Form:
    """A reading; ``folded`` is all of ``bare``, nearly always a letter for a letter."""
    skip = cut if skip is None else skip
    key = put + folded[skip:] if len(folded) == len(bare) else fold(put + bare[skip:])
    if word == bare:
        return Form(key, cut, skip, put)
    return Form(key, _place(word, cut), _place(word, skip), put)


def _place(word: str, letters: int) -> int:
    """Where in ``word`` its letters after the first ``letters`` begin, marks passed over."""
    place = 0
    while letters and place < len(word):
        letters -= bool(without_marks(word[place]))
        place += 1
    while place < len(word) and not without_marks(word[place]):
        place += 1
    return place
