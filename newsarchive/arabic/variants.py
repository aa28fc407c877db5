"""Words that papers spell in several ways: «ديفيد» and «دافيد», «فيسبوك» and «فيس بوك».

Told by the lexicons of spellings and of foreign names. What folding makes one anyway is not there.
"""

from collections.abc import Iterator
from functools import cache

from newsarchive.arabic.terms import folded_words
from resources import lines

Written = tuple[str, ...]
_LEXICONS = (
    ("language", "spelling_variants.txt"),
    ("persons", "foreign_given_names.txt"),
    ("persons", "foreign_family_names.txt"),
)
_SHORTEST = 4


def spelt_in_many_ways() -> Iterator[tuple[Written, ...]]:
    """The ways to write one word or name, each as folded words; short words are left out."""
    for path in _LEXICONS:
        for line in lines("lexicon", *path):
            preferred, others, *_ = line.split("\t")
            names = (preferred, *others.split("|"))
            ways = dict.fromkeys(tuple(folded_words(name)) for name in names)
            long = tuple(way for way in ways if len("".join(way)) >= _SHORTEST)
            if len(long) > 1:
                yield long


@cache
def _in_one_or_more_words() -> dict[Written, tuple[Written, ...]]:
    """From each way to write what is not always one word, to the others; not from word to word."""
    ways: dict[Written, tuple[Written, ...]] = {}
    for many in spelt_in_many_ways():
        for one in many:
            others = tuple(way for way in many if way != one and (len(way) > 1 or len(one) > 1))
            if others:
                ways[one] = others
    return ways


def parted_otherwise(words: Written) -> tuple[Written, ...]:
    """Other ways to write these folded words, as one word or as several; most often none.

    Not those of one word for another, which are of one family, see ``relatives``.
    """
    return _in_one_or_more_words().get(words, ())
