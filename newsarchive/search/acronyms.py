"""What a Latin acronym is written as in Arabic: FBI is «مكتب التحقيقات الاتحادي» or «إف بي آي».

Papers rarely print the Latin letters. The lexicon of organisations tells names of those it has;
any other acronym in capitals is looked for by the names of its letters. Some countries are known
by theirs too.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from newsarchive.arabic.terms import folded_words
from newsarchive.search.match import Matcher
from newsarchive.search.parse import Node, Phrase, Word
from newsarchive.search.sets import Sets
from resources import lines

_LETTERS = {
    "a": "اي ايه", "b": "بي", "c": "سي", "d": "دي", "e": "اي", "f": "اف", "g": "جي",
    "h": "اتش ايتش اش", "i": "اي", "j": "جيه جي", "k": "كيه كي", "l": "ال", "m": "ام", "n": "ان",
    "o": "او", "p": "بي", "q": "كيو", "r": "ار", "s": "اس", "t": "تي", "u": "يو", "v": "في",
    "w": "دبليو دابليو", "x": "اكس", "y": "واي", "z": "زد زي",
}  # fmt: skip
_COUNTRIES = {
    "ksa": ("السعودية",),
    "uae": ("الإمارات",),
    "uk": ("المملكة المتحدة", "بريطانيا"),
    "usa": ("الولايات المتحدة", "أمريكا", "أميركا"),
}
_MOST_SPELLINGS = 12
_SHORTEST, _LONGEST = 2, 5


def names_of(word: str, matcher: Matcher, sets: Sets, *, capitals: bool) -> list[tuple[Node, str]]:
    """The names of an acronym that articles have, each with what it reads.

    A name of one word is looked for as it is spelt, not by its stem. ``capitals``: the folded word
    was typed in them; in small letters it is taken for one only where no article has it.
    """
    if not (word.isascii() and word.isalpha()) or len(word) < _SHORTEST:
        return []
    if not capitals and matcher.is_spelt(Word(word)):
        return []
    written = [*_names().get(word, ())]
    if capitals and len(word) <= _LONGEST:
        written += islice(_spelt_out(word), _MOST_SPELLINGS)
    found: list[tuple[Node, str]] = []
    for name in dict.fromkeys(written):
        words = tuple(folded_words(name))
        found += [(node, name) for node in as_written(words, matcher, sets)]
    return found


def as_written(words: tuple[str, ...], matcher: Matcher, sets: Sets) -> list[Node]:
    """What finds articles with these folded words as they stand; none where no article has them."""
    if len(words) > 1:
        phrase = Phrase(words)
        return [phrase] if sets.finds(phrase) else []
    return [Word(form, exact=True) for form in matcher.spelt(Word(words[0]))]


def _spelt_out(word: str) -> Iterator[str]:
    for letters in product(*(_LETTERS[letter].split() for letter in word)):
        yield " ".join(letters)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """From folded Latin acronyms to the Arabic names of their bodies, the official one first."""
    found = {acronym: [*names] for acronym, names in _COUNTRIES.items()}
    for line in lines("lexicon", "organizations", "organizations.txt"):
        official, aliases, acronyms, *_ = line.split("\t")
        for acronym in filter(str.isascii, acronyms.split("|") if acronyms else ()):
            names = [official, *aliases.split("|")]
            found.setdefault(acronym.lower(), []).extend(filter(folded_words, names))
    return {acronym: tuple(dict.fromkeys(names)) for acronym, names in found.items()}
