"""Mending what a span is: a club where a person or place is tagged, a place where a body is."""

from newsarchive.entities.lexicon import (
    COMMON_PLACE,
    FACILITY,
    HEAD,
    NAME,
    NATION,
    PLACE,
    STOP,
    Entry,
    Lexicon,
)
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.repair_bodies import is_quoted
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Sentence, Word


def is_club(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """«هال سيتي», «سان هوزيه شاركس»: what ends in a club's word is no person."""
    last = sentence[span.end - 1]
    return span.end - span.first > 1 and last.key in lex.classes["club_end"]


def is_foreign_club(lex: Lexicon, sentence: Sentence, at: int, end: int = 0) -> bool:
    """Whether a name without article stands at [at, end) before «الهولندي» and its like."""
    end = end or at + 1
    key = sentence[at].key
    following = sentence[end] if end < len(sentence) else None
    if following is None or key.startswith("ال") or is_ordinary(lex, key):
        return False
    nation = following.key.startswith("ال") and following.key.endswith("ي")
    return nation and bool(following.flags & NATION) and not sentence[at].flags & NAME


def is_city_club(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """«واسطنبول التركي», «مدرب ميلانو»: a city that stands for its club.

    It is feminine, so that a masculine adjective is not its own; and nobody trains a city.
    """
    if span.label is not Label.PLACE or span.end - span.first > 1:
        return False
    after = sentence[span.end] if span.end < len(sentence) else None
    if span.first and not lex.classes["player"].isdisjoint(sentence[span.first - 1].readings):
        return _is_city(lex, sentence[span.first])
    if after is None:
        return False
    masculine = after.flags & NATION and after.key.startswith("ال") and after.key.endswith("ي")
    if not masculine or (span.first and _leads_place(lex, sentence[span.first - 1])):
        return False
    return _is_city(lex, sentence[span.first])


def _is_city(lex: Lexicon, word: Word) -> bool:
    """Whether some reading of a word is a city."""
    for form in word.forms:
        place = lex.places.longest(form.key, ())
        if place and isinstance(place[1], Entry):
            return place[1].kind in ("city", "capital", "port")
    return False


def _leads_place(lex: Lexicon, word: Word) -> bool:
    """Whether a word before a place makes it the place of something («ملعب», «مدينة», «في»)."""
    heads = word.hint & (FACILITY | HEAD | STOP | PLACE | COMMON_PLACE)
    return bool(heads) or word.key in lex.classes["place_head"]


def as_place(lex: Lexicon, sentence: Sentence, span: Span, *, sport: bool) -> Span | None:
    """The span as a place when its words are a country's or city's and no body's."""
    first = span.form.key if span.form else sentence[span.first].key
    rest = [token.key for token in sentence[span.first + 1 : span.end]]
    while first in lex.classes["direction"] and rest:
        first, *rest = rest
    place = lex.places.longest(first, rest)
    if place is None or place[0] != len(rest) + 1 or not isinstance(place[1], Entry):
        return None
    body = lex.bodies.longest(first, rest)
    if body and body[0] == place[0] and (place[0] > 1 or is_quoted(sentence, span)):
        return None
    country = place[1].kind == "country"
    if place[0] == 1 and not country and (sport or place[1].common or body):
        return None
    return Span(Label.PLACE, span.first, span.end, span.form)
