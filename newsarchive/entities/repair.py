"""What a trained tagger gets wrong in ways that can be known: cut, split, join or leave out."""

from collections.abc import Iterator, Sequence

from newsarchive.entities.lexicon import (
    AMBIGUOUS,
    FACILITY,
    FAMILY,
    GIVEN,
    HEAD,
    NAME,
    NAMED_HEAD,
    NATION,
    SPEECH,
    TITLE,
    Lexicon,
)
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.repair_bodies import (
    as_place,
    body_parts,
    is_no_body,
    is_quoted,
)
from newsarchive.entities.repair_persons import FIRM, is_no_person, person_parts
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Form, Sentence, forms

Believed = tuple[Span, float]
"""A span and the model's belief in it, 0 to 1."""

_CERTAIN = 0.95
_SURE = {Label.PERSON: (0.5, 0.75, 0.8, 0.9), Label.ORGANISATION: (0.4, 0.5, 0.75, 0.75)}


class Repair:
    """Rules that hold for any tagger's spans."""

    def __init__(self, lex: Lexicon) -> None:
        self._lex = lex

    def spans(self, sentence: Sentence, found: Sequence[Believed], *, sport: bool) -> list[Span]:
        """The spans worth keeping; those that need support are not ``sure``."""
        parts = [
            (part, belief)
            for span, belief in found
            for part in self._parts(sentence, span, belief, sport)
        ]
        kept = [
            self._judged(sentence, span, belief)
            for span, belief in self._joined(sentence, parts)
            if not self._hollow(sentence, span, belief)
        ]
        return sorted(kept, key=lambda span: (span.first, -span.end))

    def _parts(self, sentence: Sentence, span: Span, belief: float, sport: bool) -> Iterator[Span]:
        if span.label is Label.PERSON:
            yield from person_parts(self._lex, sentence, span, belief=belief)
        elif span.label is Label.ORGANISATION:
            for part in body_parts(self._lex, sentence, span):
                yield as_place(self._lex, sentence, part, sport=sport) or part
        else:
            yield span

    def _joined(self, sentence: Sentence, parts: list[Believed]) -> Iterator[Believed]:
        """«مستشفى» + «الملك سلمان», «غرفة» + «الشرقية»: a head and its name are one body."""
        taken: set[int] = set()
        for index, (span, belief) in enumerate(parts):
            if index in taken:
                continue
            following = parts[index + 1] if index + 1 < len(parts) else None
            if following and self._needs(sentence, span, following[0]):
                taken.add(index + 1)
                whole = Span(Label.ORGANISATION, span.first, following[0].end, span.form)
                yield whole, max(belief, following[1])
                continue
            head = self._head_before(sentence, span)
            if head is None:
                yield self._with_surname(sentence, span, following), belief
            else:
                kept = head if head.cut or head.put else None
                yield Span(Label.ORGANISATION, span.first - 1, span.end, kept), belief

    def _needs(self, sentence: Sentence, span: Span, following: Span) -> bool:
        return (
            span.label is Label.ORGANISATION
            and span.end - span.first == 1
            and following.first == span.end
            and following.label in (Label.PLACE, Label.PERSON)
            and following.form is None
            and any(self._lex.of(form.key) & HEAD for form in forms(sentence[span.first].text))
        )

    def _head_before(self, sentence: Sentence, span: Span) -> Form | None:
        """How the head of a body reads that stands untagged before a person's name, or None."""
        if span.label is not Label.PERSON or span.first == 0 or span.form:
            return None
        for form in forms(sentence[span.first - 1].text):
            flags = self._lex.of(form.key)
            if flags & HEAD and flags & NAMED_HEAD and not form.key.startswith("ال"):
                return form
        return None

    def _with_surname(self, sentence: Sentence, span: Span, following: Believed | None) -> Span:
        """«سلطان» + «النوة»: a given name alone, then a definite word known from nowhere."""
        end = span.end
        if span.label is not Label.PERSON or end - span.first > 1 or end >= len(sentence):
            return span
        key = sentence[end].key
        free = following is None or following[0].first > end
        given = self._lex.of(span.form.key if span.form else sentence[span.first].key) & GIVEN
        if not (free and given and key.startswith("ال") and len(key) > 4):
            return span
        if self._lex.of(key) & ~FAMILY or is_ordinary(self._lex, key):
            return span
        return Span(span.label, span.first, end + 1, span.form)

    def _hollow(self, sentence: Sentence, span: Span, belief: float) -> bool:
        if span.label is Label.ORGANISATION:
            return is_no_body(self._lex, sentence, span)
        if span.label is Label.PERSON:
            return (belief < _CERTAIN and self._in_facility(sentence, span)) or is_no_person(
                self._lex, sentence, span, firm=belief > FIRM
            )
        return False

    def _in_facility(self, sentence: Sentence, span: Span) -> bool:
        """«دوري عبداللطيف جميل», «شارع الشيخ زايد»: a person's name that names a thing."""
        if span.first == 0 or (span.form and span.form.cut):
            return False
        return any(
            self._lex.of(form.key) & FACILITY for form in forms(sentence[span.first - 1].text)
        )

    def _judged(self, sentence: Sentence, span: Span, belief: float) -> Span:
        limits = _SURE.get(span.label)
        if limits is None or belief >= limits[self._evidence(sentence, span)]:
            return span
        return Span(span.label, span.first, span.end, span.form, span.plain, sure=False)

    def _evidence(self, sentence: Sentence, span: Span) -> int:
        """0: the lexicons prove it; 1: they allow it; 2: they do not know it; 3: they doubt it."""
        flags = [self._lex.of(token.key) for token in sentence[span.first : span.end]]
        form = span.form.key if span.form else sentence[span.first].key
        flags[0] = self._lex.of(form)
        if span.label is Label.PERSON:
            return self._person_evidence(sentence, span, flags)
        if flags[0] & HEAD and len(flags) > 1:
            return 0
        rest = [token.key for token in sentence[span.first + 1 : span.end]]
        match = self._lex.bodies.longest(form, rest)
        if match and match[0] == len(flags):
            return 1 if len(flags) == 1 else 0
        return 1 if is_quoted(sentence, span) else 2

    def _person_evidence(self, sentence: Sentence, span: Span, flags: list[int]) -> int:
        if any(flag & NAME and not flag & AMBIGUOUS for flag in flags):
            return 0
        named = any(flag & NAME for flag in flags)
        led = self._led_to(sentence, span)
        if len(flags) == 1:
            return 3 if named and not led else 0 if named else 1 if led else 2
        strange = any(
            not flag & NAME and not is_ordinary(self._lex, token.key)
            for flag, token in zip(flags, sentence[span.first : span.end], strict=True)
        )
        if named:
            return 0 if strange or led else 1
        return 1 if strange and led else 2 if strange else 3

    def _led_to(self, sentence: Sentence, span: Span) -> bool:
        """Whether a title, a verb of saying or a nationality stands before."""
        if span.first == 0:
            return False
        return any(
            self._lex.of(form.key) & (SPEECH | TITLE | NATION)
            for form in forms(sentence[span.first - 1].text)
        )
