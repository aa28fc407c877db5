"""The families that lexicons name: a noun with its plurals, a verb with its noun and participles.

So are feminines that are no masculine with an ending («حمراء»), nisbas that lose or gain letters
(«نبوي») and what else is of one family against all rules.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from newsarchive.arabic.apart import WRITTEN_ON, apart
from newsarchive.arabic.fold import fold
from newsarchive.arabic.known_names import given_names, is_ordinary
from newsarchive.arabic.own_letters import (
    ends_in_ha,
    ends_in_hamza_on_alef,
    ends_in_hamza_on_ya,
    has_own_article,
    has_own_ending,
    is_noun_in_alef_maqsura,
    names_of_persons,
    place_names,
)
from newsarchive.arabic.stem import light_stem
from newsarchive.arabic.variants import spelt_in_many_ways
from resources import lines

Families = dict[str, list[tuple["Member", tuple["Member", ...]]]]
_NOUNS = ("broken_plurals.txt", "families.txt")
_NOUNS_FIRST = frozenset((
    "وقت", "رقم", "علم", "حكم", "شعب", "شكل", "مثل", "حزب", "حرب", "ملك", "جنس", "صوت", "ثمن",
    "نوع", "لون", "عدد", "وجه", "وزن", "ورق", "طرف", "فرد", "حصن", "محرم", "بحر", "حي", "عسكر",
    "قصر", "شمس", "وطن", "فعل", "امن", "نسق", "ولد", "عسكره", "ولايه", "عين", "راس", "امانه",
    "عالم", "معلوم", "مقبل", "قادم", "ماضي", "ماض", "سابق", "تالي", "تال", "موقع", "قرار",
    "اعلام", "مال", "يمني", "ايجاب", "عاشر", "منسوب", "صالح", "سعيد",
    "ناصر", "شريف", "فارس", "خالد",
))  # fmt: skip
"""Nouns that are written like a verb's past or participle: «علم» is seldom «علّم»."""
_SELDOM_PLURALS = {"اشراف", "ادراج", "اجراء", "اعلام", "اقلاع", "اعراب", "ايجار", "اسهام"}
"""Plurals that are written like commoner verbal nouns: «أعلام» like «إعلام»."""
_SHORTEST_TO_BE_CUT = 6
_SECOND_FORM = re.compile("ت..ي.")
_ENDINGS_OF_VERBS = (
    "|ا|وا|ت|تا|نا|ن|ه|ها|هم|هما|هن|ك|كم|ني|ته|تها|تهم|تهما|تنا|وه|وها|وهم|ناه|ناها|ناهم|اه|اها|اهم"
    "|ي|ين|ون|يت|يتم|يه|يها"
)
_ENDINGS_OF_WEAK = "[اي].*|وا|وه|وها|وهم|ت|تا|ته|تها|تهم|تنا|ه"


_WHOLE = (has_own_article, has_own_ending, ends_in_hamza_on_ya, ends_in_ha)
"""What tells words whose first or last letters only look written onto them."""


@dataclass(frozen=True, slots=True)
class Member:
    """A folded word of a family, bare."""

    word: str
    is_past: bool = False
    is_of_verb: bool = False
    is_spelling: bool = False

    @property
    def only(self) -> str:
        """An expression for the forms of its stem that are its own; "" for all of them.

        A verb that is written as a noun is meant with a verb's endings alone: «قدم», «أمن»; a short
        foreign word is seldom what else has its stem: «دولي» (Dooley) is not «دولة».
        """
        if self.is_spelling and len(self.word) < _SHORTEST_TO_BE_CUT:
            return f"{WRITTEN_ON}{self.word}(?:ه|ي|يه|ين|ون|يين|يون|ات)?"
        is_noun_too = self.is_past and not nouns().isdisjoint((self.word, f"{self.word}ه"))
        return _conjugated(self.word) if is_noun_too else own_forms(self.word)


@lru_cache(maxsize=20_000)
def own_forms(word: str) -> str:
    """An expression for the forms of a bare word's stem that are its own; "" for all of them.

    A name's feminine is another name or a word: «زياد» has not «زيادة». Of a word whose end is
    taken for an ending, other words have the stem: «أوقات» and «أوقية», «يبدأ» and «يبدي».
    """
    stem = light_stem(word)
    if word == stem:
        is_name = word in given_names()
        return f"{WRITTEN_ON}{word}(?!(?:ه|ت.*|ات.*)$).*" if is_name else apart(word)
    if any(is_whole(word) for is_whole in _WHOLE):
        return apart(word) or f"{WRITTEN_ON}{word}.*"
    if ends_in_hamza_on_alef(word):
        return f"{WRITTEN_ON}{stem}(?:[اوء].*|ي(?:ه|ها|هم|هما|هن|نا))"
    if is_noun_in_alef_maqsura(word):
        return f"{WRITTEN_ON}{stem}(?:ي.*|ا(?:ه|ها|هم|هما|هن|نا|كم)?)"
    return apart(word)


@cache
def families() -> Families:
    """From a light stem to the families of its words: each behind its word with that stem."""
    found: Families = {}
    for listed, members in _listed():
        for one in listed:
            found.setdefault(light_stem(one.word), []).append((one, members))
    return found


def _listed() -> Iterator[tuple[tuple[Member, ...], tuple[Member, ...]]]:
    """The words under which a family is found, and all that it has."""
    for file in _NOUNS:
        for line in lines("lexicon", "language", file):
            words = _members(word for word in _words(line) if fold(word) not in _SELDOM_PLURALS)
            yield words, words
    for line in lines("lexicon", "language", "verbs_nouns.txt"):
        past, *others = _words(line)
        derived = [one for one in others if fold(one) not in _NOUNS_FIRST]
        words = tuple(
            replace(one, is_of_verb=True) for one in _members(derived) + _done(past, others)
        )
        yield tuple(one for one in words if not _is_name(one.word)), words
    for ways in spelt_in_many_ways():
        single = [way[0] for way in ways if len(way) == 1]
        spellings = tuple(Member(way, is_spelling=True) for way in single)
        if len(spellings) > 1:
            yield spellings, spellings


def _members(words: Iterable[str]) -> tuple[Member, ...]:
    return tuple(map(Member, dict.fromkeys(_with_alef(words))))


def _done(past: str, others: list[str]) -> tuple[Member, ...]:
    """A past with its feminine and its passive participle, if it has them.

    A past that is written as a noun is left out: «فعل» beside «تفعيل». So is a participle that is
    a word of its own: «مشروع».
    """
    folded = fold(past)
    is_second = any(_SECOND_FORM.fullmatch(fold(one)) for one in others)
    found: list[Member] = []
    if past in others and folded not in _NOUNS_FIRST:
        found = [Member(folded)]
    elif folded not in _NOUNS_FIRST and not (is_second and folded in _verbal_nouns()):
        found = [Member(one, is_past=True) for one in _with_alef([past])]
    found += [Member(one, is_past=True) for one in _with_alef([_she_did(past)])]
    is_sound = len(folded) == 3 and not set(folded) & set("اويء")
    if is_sound and not is_second:
        participle = f"م{folded[:2]}و{folded[2]}"
        if participle not in _singulars() and participle not in _NOUNS_FIRST:
            found.append(Member(participle))
    return tuple(found)


def _conjugated(past: str) -> str:
    """An expression for the forms of a past's stem: verbs have no article and are no nisbas."""
    stem = light_stem(past)
    if past[:-1] == stem and past[-1] in "اي":
        return f"[وفل]?{stem}(?:{_ENDINGS_OF_WEAK})"
    return f"[وفل]?{stem}(?:{_ENDINGS_OF_VERBS})" if past.startswith(stem) else ""


def _words(line: str) -> list[str]:
    return [word for word in re.split(r"[\t|]", line) if word]


@cache
def _singulars() -> frozenset[str]:
    rows = lines("lexicon", "language", _NOUNS[0])
    return frozenset(fold(row.split("\t")[0]) for row in rows)


@cache
def nouns() -> frozenset[str]:
    """Folded nouns, their plurals, and verbal nouns of the lexicons."""
    rows = (line for file in _NOUNS for line in lines("lexicon", "language", file))
    return _verbal_nouns() | {fold(word) for row in rows for word in _words(row)}


@cache
def _verbal_nouns() -> frozenset[str]:
    rows = lines("lexicon", "language", "verbs_nouns.txt")
    return frozenset(fold(noun) for row in rows for noun in row.split("\t")[2].split("|"))


def _with_alef(words: Iterable[str]) -> Iterator[str]:
    """The words folded; what ends in ى also as it stands before a pronoun: «مستواه»."""
    for word in words:
        yield fold(word)
        if word.endswith("ى"):
            yield fold(word[:-1] + "اه")


def _she_did(past: str) -> str:
    """The feminine of a past: «افتتح» → «افتتحت», «استدعى» → «استدعت», «توفي» → «توفيت».

    Not of one as short as «بنى», whose feminine is the word for a girl.
    """
    return (past.removesuffix("ى") if len(past) > len("بنى") else past) + "ت"


def _is_name(word: str) -> bool:
    """Whether a folded word as listed is in print a name before all: «مصر», «طارق»."""
    if word not in names_of_persons() and word in given_names():
        return False
    is_place = word in place_names() and not is_ordinary(word)
    return not word.startswith("ال") and (word in given_names() or is_place)
