"""Which single words the lexicons know as names of persons and places."""

from collections.abc import Iterable
from functools import cache

from newsarchive.arabic.fold import fold
from resources import lines

_BY_CHANCE = 2
_BEFORE_NAMES = frozenset({"بن", "ابن", "بنت", "عبد", "ابو", "ابي", "ام", "ال"})
_SHORTEST_NISBA = 5
_PLURAL_ENDINGS = ("ان", "ين", "ون", "ات")


@cache
def given_names() -> frozenset[str]:
    """Folded given names of one word that are not ordinary words too."""
    rows = (line.split("\t") for line in lines("lexicon", "persons", "given_names.txt"))
    names = (name for row in rows if row[3] == "n" for name in (row[0], *row[4:]))
    return frozenset(_single(names) - _ordinary_words())


@cache
def places_like_plurals() -> frozenset[str]:
    """Folded places of one word, without the article, that end as duals and sound plurals do."""
    names: list[str] = []
    for line in lines("lexicon", "language", "places.txt"):
        names += line.split("\t")[0].split("|")
    return frozenset(
        word.removeprefix("ال") for word in _single(names) if word.endswith(_PLURAL_ENDINGS)
    )


@cache
def _all_names() -> frozenset[str]:
    """Folded given and family names, ordinary words among them."""
    names: list[str] = []
    for file in ("given_names.txt", "family_names.txt"):
        rows = (line.split("\t") for line in lines("lexicon", "persons", file))
        names += (row[0] for row in rows)
    return frozenset(_single(names))


@cache
def _ordinary_words() -> frozenset[str]:
    """Folded words that stand outside names more than by chance."""
    rows = (line.split("\t") for line in lines("lexicon", "language", "common_words.txt"))
    return frozenset(row[0] for row in rows if int(row[1]) > _BY_CHANCE)


def is_ordinary(word: str) -> bool:
    """Whether a folded word without its article stands outside names more than by chance."""
    return word in _ordinary_words() or f"ال{word}" in _ordinary_words()


def _single(names: Iterable[str]) -> set[str]:
    return {fold(word) for name in names for word in name.split("|") if " " not in word}


def is_name_word(word: str) -> bool:
    """Whether a folded word is, begins or is built like a name: «سالم», «بن», «الحارثي»."""
    is_nisba = word.startswith("ال") and word.endswith("ي") and len(word) >= _SHORTEST_NISBA
    return word in _all_names() or word in _BEFORE_NAMES or is_nisba
