"""«عمان» is a country and the capital of another: «سلطنة عُمان», «العاصمة الأردنية عمّان»."""

from collections import Counter
from collections.abc import Sequence

from newsarchive.article import EntityKind
from newsarchive.entities.canonical import Found
from newsarchive.entities.kingdoms import country_of
from newsarchive.entities.lexicon import Lexicon, keys_of

AMMAN = "عمّان (الأردن)"
_NAME = keys_of("عمان")
_COUNTRY_MARK, _CAPITAL_MARK = "عُ", "مّ"
_NEIGHBOURS = ("AE", "BH", "KW", "QA")
_LIST = 2


def with_amman(lex: Lexicon, found: Sequence[Found]) -> Sequence[Found]:
    """The mentions with «عمان» named as the capital, where the article tells that it is meant."""
    alone = [
        index
        for index, one in enumerate(found)
        if one.kind is EntityKind.PLACE and keys_of(one.name) == _NAME
    ]
    if not alone or not _is_capital(lex, found, alone):
        return found
    named = list(found)
    for index in alone:
        named[index] = found[index]._replace(name=AMMAN)
    return named


def _is_capital(lex: Lexicon, found: Sequence[Found], alone: Sequence[int]) -> bool:
    """Whether its letters are marked so, or the article names Jordan, nothing of Oman, no row.

    A row of the Gulf's countries, «والإمارات وعمان والأردن», means the country. Bodies tell
    nothing: many a ministry is called alike in both.
    """
    surfaces = [found[index].surface for index in alone]
    if any(_COUNTRY_MARK in surface for surface in surfaces):
        return False
    if any(_CAPITAL_MARK in surface for surface in surfaces):
        return True
    own = set(alone)
    others = [
        one for index, one in enumerate(found) if one.kind is EntityKind.PLACE and index not in own
    ]
    named = Counter(country_of(lex, one) for one in others)
    in_row = sum(1 for country in _NEIGHBOURS if named[country]) >= _LIST
    return bool(named["JO"]) and not named["OM"] and not in_row
