"""Who wrote an article and for which outlet, as its text begins: «محمود وهبي ـ جدة»."""

from collections.abc import Iterator, Sequence

from newsarchive.entities.lexicon import (
    BEGINS_BODY,
    COMMON_PLACE,
    FAMILY,
    GIVEN,
    HEAD,
    NATION,
    PLACE,
    ROLE,
    SPEECH,
    STOP,
    Entry,
    Lexicon,
)
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Sentence

_LINE = 9
_NAMES = 5
_OPEN = 3
_UNSIGNED = HEAD | STOP | NATION | ROLE | SPEECH
_DASHES = frozenset(("", "-", "–", "—", "ـ", ":"))
_OUTLETS = frozenset(("newspaper", "agency", "channel", "media", "website"))


def datelines(
    lex: Lexicon, sentence: Sentence, hints: Sequence[tuple[int, int]], taken: set[int]
) -> Iterator[Span]:
    """«سالم الرويس- سبق- تبوك:», «عين اليوم – القاهرة»: an outlet between dashes."""
    for at in [at for at, hint in hints if hint & BEGINS_BODY]:
        if at >= _LINE or at in taken:
            continue
        match = lex.bodies.within(sentence[at].key, sentence, at + 1, at + 5)
        if not match or not isinstance(match[1], Entry) or match[1].kind not in _OUTLETS:
            continue
        before = sentence[at - 1].text if at else ""
        end = at + match[0]
        after = sentence[end].text if end < len(sentence) else ""
        if (at == 0 or _parts(before)) and (after in _DASHES) and (before or after):
            yield Span(Label.ORGANISATION, at, end)


def byline(lex: Lexicon, sentence: Sentence, taken: set[int]) -> Iterator[Span]:
    """«محمود وهبي ـ جدة», «حنان الحامدي – متابعات»: who wrote it, before a dash and where.

    Latin words before the name are the page's: «Next Previous صقر خالد – جدة».
    """
    start = next((at for at, word in enumerate(sentence) if not word.text.isascii()), 0)
    end = start
    for at in range(start, min(start + _NAMES, len(sentence))):
        if not sentence[at].is_word:
            end = at
            break
    if (
        end < start + 2
        or start in taken
        or sentence[end].text not in _DASHES
        or not _is_line(lex, sentence, end)
    ):
        return
    first, last = sentence[start], sentence[end - 1]
    named = first.flags & (GIVEN | FAMILY) or last.flags & FAMILY
    barred = any(
        word.flags & _UNSIGNED and not (at == 0 and word.flags & GIVEN)
        for at, word in enumerate(sentence[start:end])
    )
    if named and not barred and not first.key.startswith("ال"):
        yield Span(Label.PERSON, start, end)


def _is_line(lex: Lexicon, sentence: Sentence, dash: int) -> bool:
    """Whether a dash is followed by a place or source alone."""
    following = sentence[dash + 1 : dash + 4]
    if not following:
        return False
    place = following[0]
    if place.key in lex.classes["source"]:
        return True
    told = place.hint & (PLACE | COMMON_PLACE | BEGINS_BODY)
    marks = [at for at, word in enumerate(following) if not word.is_word]
    return bool(told) and (len(following) < _OPEN or bool(marks))


def _parts(before: str) -> bool:
    """A dash, or a button's word in other letters («Next Previous عين اليوم – بريدة»)."""
    return before in _DASHES or (before.isascii() and before.isalpha())
