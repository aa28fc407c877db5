"""«المملكة» is the kingdom that an article is about: the one whose places and bodies it names."""

from collections import Counter
from collections.abc import Sequence

from newsarchive.article import EntityKind
from newsarchive.entities.canonical import Found
from newsarchive.entities.lexicon import Entry, Lexicon, keys_of

KINGDOM = "المملكة"
_KEYS = keys_of(KINGDOM)
_NAMES = {"SA": "السعودية", "JO": "الأردن", "BH": "البحرين", "MA": "المغرب"}


def with_kingdom(lex: Lexicon, found: Sequence[Found]) -> Sequence[Found]:
    """The mentions with «المملكة» read as a country, where the article tells which."""
    alone = [index for index, one in enumerate(found) if _is_kingdom(one)]
    name = _told(lex, found) if alone else ""
    if not name:
        return found
    named = list(found)
    for index in alone:
        named[index] = found[index]._replace(name=name)
    return named


def called_kingdom(found: Sequence[Found], members: Sequence[int], name: str) -> bool:
    """Whether one of the mentions of a kingdom says no more than «المملكة»."""
    named = (found[index].surface.endswith(KINGDOM) for index in members)
    return name in _NAMES.values() and any(named)


def _is_kingdom(one: Found) -> bool:
    return one.kind is EntityKind.PLACE and keys_of(one.name) == _KEYS


def _told(lex: Lexicon, found: Sequence[Found]) -> str:
    """The kingdom of which the article names most; "" where none or two are equal."""
    named = Counter(country_of(lex, one) for one in found)
    ranked = [(country, named[country]) for country in _NAMES if named[country]]
    ranked.sort(key=lambda pair: -pair[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return _NAMES[ranked[0][0]]


def country_of(lex: Lexicon, one: Found) -> str:
    """The code of the country that a known place or body belongs to; "" for anything else."""
    known = {EntityKind.PLACE: lex.places, EntityKind.ORGANISATION: lex.bodies}.get(one.kind)
    keys = keys_of(one.name)
    match = known.longest(keys[0], keys[1:]) if known and keys else None
    whole = match is not None and match[0] == len(keys) and isinstance(match[1], Entry)
    return match[1].country if match and whole and isinstance(match[1], Entry) else ""
