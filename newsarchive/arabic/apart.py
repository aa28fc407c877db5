"""Words of one light stem that are different words: «جامعة» and «جامع», «ثلاثة» and «ثلاثون».

A lexicon tells them. Which of them a form belongs to is told by its ending. A form that may be of
two («عمله»: «عملة», or «عمل» with its owner) is found by both, and is itself taken for the word
that begins with it in the lexicon.
"""

import re
from functools import cache

from newsarchive.arabic.fold import fold
from newsarchive.arabic.stem import bare, light_stem
from resources import lines

WRITTEN_ON = "[وف]?(?:[بكل]?ال|لل|[بكل]|س)?"
"""What may be written onto a word, as an expression; more than is ever written."""
_KINDS = {
    "masculine": "|ا|ان|وا|و|ها|هم|هما|هن|نا|كم",
    "feminine": "ه|ت.*|ات.*",
    "nisba": "ي(?!ن$).*",
    "plural": "[وي]ن",
}
"""Endings that tell one kind of form from another; «ه» is taken for that of a feminine."""


@cache
def _told_apart() -> dict[str, tuple[tuple[str, ...], ...]]:
    """From a light stem to the kinds of each word that has it, that of its first form first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in lines("lexicon", "language", "apart.txt"):
        groups = [[fold(word) for word in group.split()] for group in line.split("|")]
        stem = light_stem(groups[0][0])
        found[stem] = tuple(tuple(_kind(word, stem) for word in group) for group in groups)
    return found


def _kind(word: str, stem: str) -> str:
    ending = bare(word).removeprefix(stem)
    kinds = (kind for kind, endings in _KINDS.items() if re.fullmatch(endings, ending))
    return next(kinds, "")


def apart(word: str) -> str:
    """An expression for those forms of the folded word's stem that are its own; "" for all."""
    stem = light_stem(word)
    groups = _told_apart().get(stem)
    if not groups:
        return ""
    kind = _kind(word, stem)
    mine = [group for group in groups if group[0] == kind] or [g for g in groups if kind in g]
    if not mine:
        return ""
    own = frozenset[str]().union(*mine)
    others = sorted(frozenset[str]().union(*groups) - own)
    endings = "|".join(f"(?:{_KINDS[other]})" for other in others)
    return f"{WRITTEN_ON}{stem}(?!(?:{endings})$).*"
