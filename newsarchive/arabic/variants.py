"""Words that papers spell in several ways: «ديفيد» and «دافيد», «فيسبوك» and «فيس بوك».

Told by the lexicons of spellings, of names, and of names in Latin letters. What folding makes one
anyway is not there.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from newsarchive.arabic.fold import fold_word
from newsarchive.arabic.spellings import spelt_alike
from newsarchive.arabic.terms import folded_words
from resources import lines

Written = tuple[str, ...]
_LEXICONS = (
    ("language", "spelling_variants.txt"),
    ("persons", "foreign_given_names.txt"),
    ("persons", "foreign_family_names.txt"),
)
_SHORTEST, _SHORTEST_IN_G = 4, 5
_G, _LETTERS_FOR_G = "غ", "جق"
_ARAB = frozenset((
    "SA", "OM", "AE", "QA", "KW", "BH", "YE", "IQ", "SY", "LB", "JO", "PS", "EG", "SD", "LY", "TN",
    "DZ", "MA", "MR", "SO", "DJ", "KM",
))  # fmt: skip


def spelt_in_many_ways() -> Iterator[tuple[Written, ...]]:
    """The ways to write one word or name, each as folded words; short words are left out."""
    for names in _listed():
        ways = dict.fromkeys(tuple(folded_words(name)) for name in names)
        ways |= dict.fromkeys(chain.from_iterable(map(_in_other_letters_for_g, ways)))
        long = tuple(way for way in ways if len("".join(way)) >= _SHORTEST)
        if len(long) > 1:
            yield long


def _listed() -> Iterator[tuple[str, ...]]:
    """The spellings of each word as the lexicons list them."""
    for path in _LEXICONS:
        for line in lines("lexicon", *path):
            preferred, in_use, *_ = line.split("\t")
            yield preferred, *in_use.split("|")
    for line in lines("lexicon", "persons", "given_names.txt"):
        name, _, _, _, *others = line.split("\t")
        if any(others):
            yield name, *(one for other in others for one in other.split("|"))
    for line in lines("lexicon", "language", "places.txt"):
        name, variants, _, country, *_ = line.split("\t")
        alike = [one for one in variants.split("|") if spelt_alike(fold_word(name), fold_word(one))]
        if alike or (_G in name and country not in _ARAB):
            yield name, *alike
    for line in lines("lexicon", "language", "other_spellings.txt"):
        yield tuple(line.split("|"))


def _in_other_letters_for_g(way: Written) -> Iterator[Written]:
    """A long foreign word in غ as others write it: «أردوجان», «أردوقان»."""
    if len(way) == 1 and _G in way[0] and len(way[0]) >= _SHORTEST_IN_G:
        for letter in _LETTERS_FOR_G:
            yield (way[0].replace(_G, letter),)


@cache
def _in_one_or_more_words() -> dict[Written, tuple[Written, ...]]:
    """From each way to write what is not always one word, to the others; not from word to word."""
    ways: dict[Written, tuple[Written, ...]] = {}
    for many in spelt_in_many_ways():
        for one in many:
            others = tuple(way for way in many if way != one and (len(way) > 1 or len(one) > 1))
            if others:
                ways[one] = tuple(dict.fromkeys((*ways.get(one, ()), *others)))
    return ways | _in_arabic()


def _in_arabic() -> dict[Written, tuple[Written, ...]]:
    """From names in Latin letters to what they are in Arabic: «Egypt», «Saudi Arabia»."""
    found: dict[Written, tuple[Written, ...]] = {}
    for line in lines("lexicon", "language", "places.txt"):
        name, variants, *_, latin = line.split("\t")
        found[tuple(folded_words(latin))] = _ways((name, *variants.split("|")))
    for line in lines("lexicon", "language", "latin_names.txt"):
        latin, arabic = line.split("\t")
        for one in latin.split("|"):
            found[tuple(folded_words(one))] = _ways(arabic.split("|"))
    return {latin: ways for latin, ways in found.items() if latin}


def _ways(names: Iterable[str]) -> tuple[Written, ...]:
    return tuple(dict.fromkeys(tuple(folded_words(name)) for name in names if name))


def parted_otherwise(words: Written) -> tuple[Written, ...]:
    """Other ways to write these folded words, as one word or as several; most often none.

    Not those of one word for another, which are of one family, see ``relatives``.
    """
    return _in_one_or_more_words().get(words, ())
