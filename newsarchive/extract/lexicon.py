"""The words that tell a page's furniture from its article, as sets of folded keys."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsarchive.extract.lines import key_of
from resources import lines

_LANGUAGE = ("lexicon", "language")
_PATTERN_WORDS = 7


def _table(*path: str) -> list[list[str]]:
    return [line.split("\t") for line in lines(*path)]


@cache
def furniture() -> Mapping[str, str]:
    """Phrase → what it belongs to: share, read_also, most_read, comments, tags, caption."""
    return {key_of(row[0]): row[1] for row in _table(*_LANGUAGE, "page_furniture.txt")}


@cache
def furniture_sentences() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """First word → phrases found inside a sentence, each with the furniture that sentence is."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in _table(*_LANGUAGE, "page_sentences.txt"):
        phrase = key_of(row[0])
        first = phrase.split()[0]
        found[first] = (*found.get(first, ()), (phrase, row[1]))
    return found


class Pattern(NamedTuple):
    """What phrases of one kind of furniture are made like, over a key and a space."""

    order: int
    kind: str
    form: "re.Pattern[str]"


@cache
def furniture_patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """Word without its article → the patterns that such a word must stand in."""
    found: dict[str, tuple[Pattern, ...]] = {}
    for order, (kind, slots) in enumerate(_table(*_LANGUAGE, "page_patterns.txt")):
        pattern = Pattern(order, kind, re.compile("".join(map(_slot, slots.split()))))
        fixed = next(slot for slot in slots.split() if slot != "*" and not slot.endswith("?"))
        words = {_without_article(key_of(one)) for one in fixed.split("|")}
        for word in words | {*map(_without_article, words)}:
            found[word] = (*found.get(word, ()), pattern)
    return found


@cache
def furniture_openers() -> frozenset[str]:
    """The first words of the listed phrases, without their articles."""
    return frozenset(_without_article(phrase.split()[0]) for phrase in furniture())


def can_open_furniture(words: Sequence[str]) -> bool:
    """Whether a line of these words may be a phrase of furniture or begin with one; quick."""
    if _without_article(words[0]) in furniture_openers():
        return True
    return not furniture_patterns().keys().isdisjoint(map(_without_article, words))


def _without_article(word: str) -> str:
    return word.removeprefix("ال")


def _slot(slot: str) -> str:
    """A slot of a pattern: its words with and without the article, each with a space after it."""
    if slot == "*":
        return r"(?:\S+ ){0,3}"
    words = "|".join(key_of(word).removeprefix("ال") for word in slot.rstrip("?").split("|"))
    return rf"(?:(?:ال)?(?:{words}) ){'?' if slot.endswith('?') else ''}"


@cache
def bare_furniture() -> Mapping[str, str]:
    """The phrases of several words without their articles → what they belong to."""
    phrases = ((phrase.split(), kind) for phrase, kind in furniture().items())
    return {
        " ".join(word.removeprefix("ال") for word in words): kind
        for words, kind in phrases
        if len(words) > 1
    }


@lru_cache(maxsize=1 << 14)
def furniture_of(key: str) -> str:
    """The kind of furniture whose phrase ``key`` is, listed or made as such phrases are, or ""."""
    listed = furniture().get(key, "")
    if listed or " " not in key or key.count(" ") >= _PATTERN_WORDS:
        return listed
    words = [*map(_without_article, key.split())]
    bare = " ".join(words)
    if bare in bare_furniture():
        return bare_furniture()[bare]
    patterns = furniture_patterns()
    possible = {pattern for word in words for pattern in patterns.get(word, ())}
    fitting = (one.kind for one in sorted(possible) if one.form.fullmatch(f"{key} "))
    return next(fitting, "")


@cache
def share_words() -> frozenset[str]:
    """The words that share bars are made of, names of networks among them."""
    phrases = (phrase for phrase, kind in furniture().items() if kind == "share")
    return frozenset(word for phrase in phrases for word in phrase.split())


@cache
def date_labels() -> Mapping[str, str]:
    """Words before a date → published, updated or other."""
    return {key_of(row[0]): row[1] for row in _table(*_LANGUAGE, "date_labels.txt")}


@cache
def word_sets() -> Mapping[str, frozenset[str]]:
    """Words that short lines are made of, by what they do: clock, count, issue, outlet."""
    return _sets("page_words.txt")


@cache
def byline_words() -> Mapping[str, frozenset[str]]:
    """Words of bylines: label, bare, role, translator, source."""
    return _sets("byline_labels.txt")


@cache
def caption_words() -> Mapping[str, frozenset[str]]:
    """Words of captions: start, credit, photo."""
    return _sets("captions.txt")


@cache
def photo_credit() -> "re.Pattern[str]":
    """What names a photographer, who is not the writer, over plain text: «تصوير - نادر جمال»."""
    return re.compile(rf"^(?:{printed_alternation(caption_words(), 'photo')})\s*[:\-–/]\s*\S")


def _sets(file: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, name, *_ in _table(*_LANGUAGE, file):
        found.setdefault(name, set()).add(key_of(word))
    return {name: frozenset(words) for name, words in found.items()}


def printed_alternation(words: Mapping[str, frozenset[str]], name: str) -> str:
    """A regular expression, over folded text, for any word of the set, the longest first."""
    ordered = sorted(words[name], key=len, reverse=True)
    return "|".join(word.replace(" ", r"[ .]*") for word in ordered)


@cache
def sections() -> frozenset[str]:
    """Names of sections."""
    return frozenset(key_of(row[0]) for row in _table(*_LANGUAGE, "sections.txt"))


@cache
def scopes() -> frozenset[str]:
    """Adjectives that narrow a section: «عربي», «محلية», and those of every country."""
    rows = _table(*_LANGUAGE, "nationalities.txt")
    forms = {key_of(form) for row in rows for cell in row[:3] for form in cell.split("|") if form}
    return frozenset(word.removeprefix("ال") for word in forms | word_sets()["scope"])


@cache
def agencies() -> frozenset[str]:
    """News agencies as bylines name them: long and short names, and «وكالات»."""
    rows = _table(*_LANGUAGE, "agencies_bylines.txt")
    names = {key_of(row[0]) for row in rows if row[1] == "agency"}
    return frozenset(names | {"وكالات", "الوكالات", "وكالات الانباء", "متابعات", "خاص"})


@cache
def places() -> frozenset[str]:
    """Places that open a dateline."""
    rows = _table(*_LANGUAGE, "places.txt")
    names = {key_of(name) for row in rows for name in (row[0], *row[1].split("|")) if name}
    return frozenset(names | {"عواصم", "العواصم"})


@cache
def given_names() -> frozenset[str]:
    """First words of personal names."""
    rows = _table("lexicon", "persons", "given_names.txt")
    rows += _table("lexicon", "persons", "foreign_given_names.txt")
    names = {key_of(name) for row in rows for name in (row[0], *row[-1].split("|")) if name}
    return frozenset(names - {"n", "y", "m", "f"})


@cache
def family_names() -> frozenset[str]:
    """Last words of personal names."""
    rows = _table("lexicon", "persons", "family_names.txt")
    names = {key_of(name) for row in rows for name in row[:2] if name}
    rows = _table("lexicon", "persons", "foreign_family_names.txt")
    return frozenset(names | {key_of(row[0]) for row in rows})


@cache
def verbs() -> frozenset[str]:
    """Verbs of the press in the third person, which no personal name holds."""
    rows = _table(*_LANGUAGE, "verbs_nouns.txt")
    found = {key_of(form) for row in rows for cell in row[:2] for form in cell.split("|") if form}
    return frozenset(found) - given_names() - family_names() - word_sets()["particle"]


@cache
def never_in_names() -> frozenset[str]:
    """Words that no personal name holds."""
    return (stop_words() | verbs()) - word_sets()["particle"]


@cache
def past_verbs() -> frozenset[str]:
    """Those of them in the past tense, which open a sentence."""
    rows = _table(*_LANGUAGE, "verbs_nouns.txt")
    return frozenset(key_of(form) for row in rows for form in row[0].split("|"))


@cache
def stop_words() -> frozenset[str]:
    """Words that stand in any sentence and in no name."""
    rows = _table(*_LANGUAGE, "stop_words.txt")
    return frozenset(key_of(row[0]) for row in rows) - given_names()
