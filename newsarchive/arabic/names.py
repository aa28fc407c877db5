"""Comparing names of persons and bodies: which spellings are of one and the same name."""

from functools import lru_cache

from newsarchive.arabic.fold import fold, without_marks
from newsarchive.arabic.words import WORD

SON_OF = frozenset({"بن", "ابن", "بنت"})
_JOINED = frozenset({"عبد", "ابو", "ابي", "ابا", "ام", "ال"})
_KUNYA = frozenset({"ابي", "ابا"})
_UPON = frozenset(
    clitic + word
    for clitic in ("", "و", "ف")
    for word in ("على", "علیٰ", "إلى", "حتى", "لدى", "متى")
)

_HOUSES = frozenset(
    "ال" + house for house in ("سعود", "نهيان", "مكتوم", "ثاني", "خليفه", "سعيد", "صباح", "نعيمي")
)
"""Ruling houses of the Gulf, as ``name_words`` joins them with آل."""


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The folded word, but for prepositions that end in alef maqsura: على is never the name علي."""
    return bare_key(word if is_bare(word) else without_marks(word))


def is_bare(word: str) -> bool:
    """Whether a word holds letters alone: no marks, and no tatweel, which counts as a letter."""
    return word.isalpha() and "ـ" not in word


def bare_key(bare: str) -> str:
    """``word_key`` of a word that has no marks, not kept."""
    return bare if bare in _UPON else fold(bare)


@lru_cache(maxsize=32768)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name that tell it from others.

    بن and بنت are left out, and عبد, أبو, أم and آل are one word with what follows, so that
    «عبد الله بن علي» and «عبدالله علي» give the same. A leading بن stays when nothing precedes it
    («بن علي» is a surname).
    """
    out: list[str] = []
    prefix = ""
    for key in map(word_key, WORD.findall(name)):
        if key in _JOINED:
            prefix += "ابو" if key in _KUNYA else key
        elif key not in SON_OF or not (out or prefix):
            out.append(prefix + key)
            prefix = ""
    return (*out, prefix) if prefix else tuple(out)


def name_key(name: str) -> str:
    """``name_words`` as one string: equal for the spellings of one name.

    The house at the end of a ruler's chain is left out, which papers print and omit at will:
    «سلمان بن عبدالعزيز آل سعود» is «سلمان بن عبدالعزيز», but «محمد آل سعود» stays.
    """
    keys = name_words(name)
    chained = len(keys) > 2 and keys[-1] in _HOUSES and _is_chain(name)
    return " ".join(keys[:-1] if chained else keys)


def _is_chain(name: str) -> bool:
    """Whether a name tells a father by بن and ends in a house («آل …», never «السعود»)."""
    keys = [*map(word_key, WORD.findall(name))]
    return keys[-2] == "ال" and not SON_OF.isdisjoint(keys[1:-2])


@lru_cache(maxsize=32768)
def body_words(name: str) -> tuple[str, ...]:
    """The folded words of an organisation's or place's name, without the leading article."""
    return tuple(map(without_article, map(word_key, WORD.findall(name))))


def without_article(key: str) -> str:
    """The folded word without ال where at least two letters remain."""
    return key[2:] if key.startswith("ال") and len(key) > 3 else key
