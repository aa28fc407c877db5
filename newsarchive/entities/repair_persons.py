"""Mending persons' spans: titles inside, offices and ordinary words before, phrases for names."""

from collections.abc import Iterator

from newsarchive.entities.lexicon import (
    COMMON,
    COMMON_PLACE,
    FACILITY,
    NAME,
    PARTICLE,
    PLACE,
    ROLE,
    SPEECH,
    STOP,
    TITLE,
    VERB,
    Lexicon,
)
from newsarchive.entities.ordinary import is_inflected
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Sentence

FIRM, _WEAK = 0.85, 0.6
_ORDINARY = ROLE | TITLE | COMMON | VERB | SPEECH | STOP


def person_parts(lex: Lexicon, sentence: Sentence, span: Span, *, belief: float) -> Iterator[Span]:
    """The persons, and titles between them, that a span of the tagger holds.

    ``belief``: of the tagger; from what it is sure of only titles and offices are taken off.
    """
    start = _front(lex, sentence, span, firm=belief > _WEAK)
    if start >= span.end:
        return
    form = span.form if start == span.first else None
    for at in range(start + 1, span.end):
        if _is_title(lex, sentence, at, at - start) and at + 1 <= span.end:
            yield Span(Label.PERSON, start, at, form)
            yield Span(Label.TITLE, at, at + 1)
            if at + 1 < span.end:
                yield Span(Label.PERSON, at + 1, span.end)
            return
    end = span.end if belief > FIRM else _back(lex, sentence, start, span.end)
    yield Span(Label.PERSON, start, end, form)


def _is_title(lex: Lexicon, sentence: Sentence, at: int, position: int) -> bool:
    """«عادل الجبير السيد كيري»: a title ends one name and begins the next."""
    key = sentence[at].key
    flags = lex.of(key)
    if not flags & TITLE or key not in lex.titles.root:
        return False
    if not flags & NAME:
        return True
    led = lex.of(sentence[at - 1].key) & PARTICLE
    return position > 1 and not led and key in lex.classes["sir"]


def _front(lex: Lexicon, sentence: Sentence, span: Span, *, firm: bool) -> int:
    """Where the name begins: «أمين عمان عقل بلتاجي», «انتقال فيدال», «سيدنا عمر»."""
    start = span.first
    while start + 1 < span.end:
        key = span.form.key if span.form and start == span.first else sentence[start].key
        flags = lex.of(key)
        if flags & PARTICLE:
            break
        following = lex.of(sentence[start + 1].key)
        if flags & ROLE and following & (PLACE | COMMON_PLACE) and start + 2 < span.end:
            start += 2
        elif not firm and flags & _ORDINARY and not flags & NAME:
            start += 1
        else:
            break
    return start


def _back(lex: Lexicon, sentence: Sentence, start: int, end: int) -> int:
    """Where the name ends: not after a verb, function word or number."""
    while end - 1 > start:
        token = sentence[end - 1]
        flags = lex.of(token.key)
        odd = flags & (STOP | SPEECH | VERB | FACILITY) and not flags & NAME
        if not odd and not token.text[0].isdigit() and not token.text.endswith("اً"):
            break
        end -= 1
    return end


def is_no_person(lex: Lexicon, sentence: Sentence, span: Span, *, firm: bool) -> bool:
    """A span that names nobody: a facility's name, a set phrase, a title, an ordinary word."""
    tokens = sentence[span.first : span.end]
    first = span.form.key if span.form else tokens[0].key
    flags = lex.of(first)
    if any(token.text.endswith(("اً", "ًا")) for token in tokens):
        return True
    if first in lex.classes["phrase"] and len(tokens) > 1 and tokens[1].key == "الله":
        return first != "عبد"
    match = lex.titles.longest(first, [token.key for token in tokens[1:]])
    if match and match[0] == len(tokens) and (len(tokens) > 1 or not flags & NAME):
        return True
    if flags & FACILITY and len(tokens) > 1 and not firm:
        return True
    return len(tokens) == 1 and not firm and _is_no_single(lex, sentence, span, first, flags)


def _is_no_single(lex: Lexicon, sentence: Sentence, span: Span, first: str, flags: int) -> bool:
    if len(first) < 2 or first in lex.classes["calendar"]:
        return True
    if flags & (STOP | ROLE | PLACE) and not flags & NAME:
        return True
    token = sentence[span.first]
    return bool(span.form) and token.key != first and is_inflected(lex, token.key)
