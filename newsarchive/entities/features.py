"""What the trained tagger sees of a word: its letters, the lexicons, neighbours, the article.

A feature is a short string. Those that depend on the word alone are made once a word and kept, so
that tagging an article is mostly joining lists.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsarchive.entities.lexicon import (
    AMBIGUOUS,
    BRANCH_HEAD,
    COMMON,
    COMMON_PLACE,
    FACILITY,
    FAMILY,
    FOREIGN_FAMILY,
    FOREIGN_GIVEN,
    GIVEN,
    HEAD,
    NAMED_HEAD,
    NATION,
    PARTICLE,
    PLACE,
    PLURAL_HEAD,
    ROLE,
    SPEECH,
    STOP,
    TITLE,
    VERB,
    Entry,
    Lexicon,
    Trie,
)
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.tokens import Sentence, Token, forms

_LETTERS = {
    GIVEN: "G", FAMILY: "F", FOREIGN_GIVEN: "g", FOREIGN_FAMILY: "f", AMBIGUOUS: "A",
    PARTICLE: "b", PLACE: "P", COMMON_PLACE: "p", STOP: "S", COMMON: "C", NATION: "N",
    TITLE: "T", ROLE: "R", HEAD: "H", NAMED_HEAD: "h", BRANCH_HEAD: "B", FACILITY: "X",
    SPEECH: "Y", VERB: "V", PLURAL_HEAD: "D",
}  # fmt: skip
_OPENING, _CLOSING = frozenset('«("“'), frozenset('»)"”')
_FIRM = GIVEN | FOREIGN_GIVEN


@dataclass(frozen=True, slots=True)
class Seen:
    """A word's features for its own place, for its neighbours' and for theirs."""

    flags: int
    stem: str
    here: list[str]
    before: list[str]
    after: list[str]
    before2: list[str]
    after2: list[str]
    starts: int


_BODY, _PLACE, _TITLE = 1, 2, 4


class FeatureMaker:
    """Features of whole articles; keeps what it learnt of each word."""

    def __init__(self, lex: Lexicon, rare: frozenset[str] = frozenset()) -> None:
        """``rare``: words without a feature of their own, so that a model learns to do without."""
        self._lex = lex
        self._rare = rare
        self._seen: dict[str, Seen] = {}

    def article(
        self, sentences: Sequence[Sentence], extra: Iterable[str] = ()
    ) -> list[list[list[str]]]:
        """For each sentence, for each token, its features; ``extra`` go to every token."""
        seen = [[self._word(token) for token in sentence] for sentence in sentences]
        names, things = self._evidence(sentences, seen)
        always = ["1", *extra, *(["sport"] if self.is_sport(sentences) else [])]
        return [
            self._sentence(sentence, words, names, things, always)
            for sentence, words in zip(sentences, seen, strict=True)
        ]

    def _word(self, token: Token) -> Seen:
        seen = self._seen.get(token.text)
        if seen is None:
            if len(self._seen) > 200_000:
                self._seen.clear()
            seen = self._seen[token.text] = self._make(token)
        return seen

    def _make(self, token: Token) -> Seen:
        key = token.key
        flags = self._lex.of(key)
        readings = forms(token.text) if token.is_word else ()
        root = stem(key)
        letters = _letters(flags) or ("c" if is_ordinary(self._lex, key) else "")
        here = ["k=" + _shape(token), *_affixes(key), "0" + letters]
        here += [f"0{letter}" for letter in letters] if len(letters) > 1 else []
        inner: list[str] = []
        for form in readings[1:]:
            other = self._lex.of(form.key)
            if other:
                inner.append(f"i{token.key[0]}{_letters(other)}")
                inner += [f"i{letter}" for letter in _letters(other)]
        here += inner
        if key not in self._rare:
            here.append("w" + key)
        if root not in self._rare:
            here.append("s" + root)
        side = [
            letters or _shape(token),
            *inner[:1],
            "e" + key[-2:],
            *(["l"] if key[:2] == "ال" else []),
        ]
        near = side if key in self._rare else [*side, "w" + key]
        if root != key and root not in self._rare:
            near = [*near, "s" + root]
        far = [letters or _shape(token), *([] if key in self._rare else ["w" + key])]
        return Seen(
            flags, root, here,
            ["-" + f for f in near], ["+" + f for f in near],
            ["=" + f for f in far], ["#" + f for f in far],
            self._starts(token),
        )  # fmt: skip

    def _starts(self, token: Token) -> int:
        found = 0
        for form in forms(token.text) if token.is_word else ():
            found |= _BODY * (form.key in self._lex.bodies.root)
            found |= _PLACE * (form.key in self._lex.places.root)
            found |= _TITLE * (form.key in self._lex.titles.root)
        return found

    def _evidence(
        self, sentences: Sequence[Sentence], seen: Sequence[Sequence[Seen]]
    ) -> tuple[set[str], set[str]]:
        """Words that elsewhere in the article follow a name; that follow «شركة» and its like."""
        names: set[str] = set()
        things: set[str] = set()
        for sentence, words in zip(sentences, seen, strict=True):
            for at in range(1, len(sentence)):
                token = sentence[at]
                if not token.is_word or words[at].flags & STOP or len(token.key) < 3:
                    continue
                before = words[at - 1].flags
                if sentence[at - 1].key in ("بن", "بنت") or (
                    before & _FIRM and not before & AMBIGUOUS and not words[at].flags & COMMON
                ):
                    names.add(token.key)
                elif before & NAMED_HEAD or _alone_in_quotes(sentence, at):
                    things.add(token.key)
        return names, things

    def is_sport(self, sentences: Sequence[Sentence]) -> bool:
        """Whether the article speaks of sport, where common words may name clubs."""
        return self._sport_words(sentences) > 2

    def is_all_sport(self, sentences: Sequence[Sentence]) -> bool:
        """Whether words of sport are one in fifty and more."""
        return self._sport_words(sentences) * 50 > sum(map(len, sentences))

    def _sport_words(self, sentences: Sequence[Sentence]) -> int:
        words = (self._word(token).stem for sentence in sentences for token in sentence)
        return sum(map(self._lex.classes["sport"].__contains__, words))

    def _sentence(
        self,
        sentence: Sentence,
        words: Sequence[Seen],
        names: set[str],
        things: set[str],
        always: list[str],
    ) -> list[list[str]]:
        size = len(sentence)
        rows = [[*always, *word.here] for word in words]
        for at, word in enumerate(words):
            row = rows[at]
            row += words[at - 1].before if at else ["-^"]
            row += words[at + 1].after if at + 1 < size else ["+$"]
            if at > 1:
                row += words[at - 2].before2
            if at + 2 < size:
                row += words[at + 2].after2
            if at:
                row.append(f"{words[at - 1].stem}|{word.stem}")
            token = sentence[at]
            if token.is_word and len(token.key) > 2:
                self._elsewhere(row, token, names, things)
            if word.starts:
                self._known(rows, sentence, at, word.starts, always)
        self._quotes(rows, sentence)
        return rows

    def _elsewhere(self, row: list[str], token: Token, names: set[str], things: set[str]) -> None:
        for form in forms(token.text):
            if form.key in names:
                row.append("dn")
                break
        for form in forms(token.text):
            if form.key in things:
                row.append("dt")
                break

    def _known(
        self, rows: list[list[str]], sentence: Sentence, at: int, starts: int, always: list[str]
    ) -> None:
        following = [token.key for token in sentence[at + 1 : at + 9]]
        for bit, trie, mark in (
            (_BODY, self._lex.bodies, "o"),
            (_PLACE, self._lex.places, "p"),
            (_TITLE, self._lex.titles, "t"),
        ):
            if starts & bit:
                _mark_longest(rows, trie, mark, sentence[at], following, at, "sport" in always)

    def _quotes(self, rows: list[list[str]], sentence: Sentence) -> None:
        opened = -1
        for at, token in enumerate(sentence):
            if token.is_word:
                continue
            if opened >= 0 and token.text in _CLOSING and at - opened > 1:
                length = at - opened - 1
                mark = f"q{'(' if sentence[opened].text == '(' else '«'}{min(length, 5)}"
                for inside in range(opened + 1, at):
                    rows[inside].append(mark)
                rows[opened + 1].append("qb")
                rows[at - 1].append("qe")
                opened = -1
            if token.text in _OPENING:
                opened = at


def _alone_in_quotes(sentence: Sentence, at: int) -> bool:
    return (
        sentence[at - 1].text in _OPENING
        and at + 1 < len(sentence)
        and sentence[at + 1].text in _CLOSING
    )


def _mark_longest(
    rows: list[list[str]],
    trie: Trie,
    mark: str,
    token: Token,
    following: list[str],
    at: int,
    sport: bool,
) -> None:
    best: tuple[int, object] | None = None
    clitic = ""
    for form in forms(token.text):
        match = trie.longest(form.key, following)
        if match and (best is None or match[0] > best[0]):
            best, clitic = match, "c" if form.cut or form.put else ""
    if best is None:
        return
    count, value = best
    kind = ""
    if isinstance(value, Entry):
        kind = value.kind + ("?" if value.common else "")
    elif isinstance(value, str):
        kind = value
    length = "1" if count == 1 else "2" if count == 2 else "3"
    topic = "S" if sport else ""
    rows[at] += [f"{mark}B{clitic}{length}", f"{mark}B{kind}{topic}", f"{mark}B{kind}{length}"]
    for inside in range(at + 1, at + count):
        last = "E" if inside == at + count - 1 else "I"
        rows[inside] += [f"{mark}{last}{length}", f"{mark}{last}{kind}{length}"]
    if at + count < len(rows):
        rows[at + count].append(f"{mark}A{length}")


def _letters(flags: int) -> str:
    return "".join(letter for bit, letter in _LETTERS.items() if flags & bit) if flags else ""


def stem(key: str) -> str:
    """The folded word without conjunction, preposition and article."""
    bare = key
    if len(bare) > 4 and bare[0] in "وف" and bare[1] in "البك":
        bare = bare[1:]
    if len(bare) > 4 and bare[:2] == "لل":
        return bare[2:]
    if len(bare) > 5 and bare[0] in "بك" and bare[1:3] == "ال":
        bare = bare[1:]
    return bare[2:] if len(bare) > 4 and bare[:2] == "ال" else bare


def _affixes(key: str) -> list[str]:
    out = ["a" + key[:1]]
    for length in (2, 3):
        if len(key) > length:
            out += [f"a{key[:length]}", f"z{key[-length:]}"]
    out.append("z" + key[-1:])
    return out


def _shape(token: Token) -> str:
    first = token.text[0]
    if not token.is_word:
        return token.text
    if first.isdigit():
        return "9" if len(token.text) < 4 else "99"
    if first.isascii():
        return "LL" if token.text.isupper() else "Ll"
    return f"ar{min(len(token.key), 8)}"
