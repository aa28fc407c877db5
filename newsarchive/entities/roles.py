"""Titles before persons, and offices before or after them."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsarchive.entities.lexicon import HEAD, ROLE, SPEECH, STOP, VERB, Lexicon
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Form, Sentence

_LINKS = frozenset(["في", "لدي", "باسم", "غير", "ذات", "ل", "ب"])
_AFTER_WORDS = frozenset(["علي", "على", "من"])
_LEADS_ON = frozenset(["المشرف", "مشرف", "المشرفه", "الحاصل", "القائم", "المتحدث"])
_GRADES = frozenset(["اول", "اولي", "ثان", "ثاني", "ثانيه"])
_TIMES = frozenset(["مساء", "صباح", "ظهر", "اليوم", "امس", "غدا"])
_BETWEEN = frozenset(("،", ",", "-", "–", "—"))
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Office:
    """What stands beside one person of a sentence: [start, end) of title and role in the text."""

    title: tuple[int, int] | None = None
    role: tuple[int, int] | None = None


def offices(lex: Lexicon, sentence: Sentence, spans: Sequence[Span]) -> dict[int, Office]:
    """For each person's first token, the title and office beside the name."""
    if not any(span.label is Label.PERSON for span in spans):
        return {}
    return _Sentence(lex, sentence, spans).offices()


class _Sentence:
    def __init__(self, lex: Lexicon, sentence: Sentence, spans: Sequence[Span]) -> None:
        self.lex, self.tokens = lex, sentence
        self.persons = [span for span in spans if span.label is Label.PERSON]
        self.titles = {span.end: span for span in spans if span.label is Label.TITLE}
        self.held = {
            at: span
            for span in spans
            if span.label in (Label.ORGANISATION, Label.PLACE)
            for at in range(span.first, span.end)
        }
        self.named = {at for span in self.persons for at in range(span.first, span.end)}
        self.used: set[int] = {at for s in self.titles.values() for at in range(s.first, s.end)}

    def offices(self) -> dict[int, Office]:
        before = {person.first: self._before(person) for person in self.persons}
        out: dict[int, Office] = {}
        for person in self.persons:
            title = self.titles.get(person.first)
            role = before[person.first] or self._after(person.end)
            out[person.first] = Office(
                self._range(title.first, title.end, title.form) if title else None, role
            )
        return out

    def _range(self, first: int, end: int, form: Form | None = None) -> tuple[int, int]:
        return self.tokens.starts[first] + (form.cut if form else 0), self.tokens.end(end - 1)

    def _before(self, person: Span) -> tuple[int, int] | None:
        title = self.titles.get(person.first)
        end = title.first if title else person.first
        if self._is_joined(title or person):
            return None
        end -= end > 0 and self._tells_name(end - 1)
        at = end - 1
        found: tuple[int, Form] | None = None
        while at >= 0 and end - at < _LONGEST and at not in self.named and at not in self.used:
            if at in self.held and self.held[at].first < at:
                at = self.held[at].first
                continue
            form = None if at in self.held else self._role_form(at)
            if form is not None:
                found = at, form
            elif not self._inside(at):
                break
            at -= 1
        if found is None:
            return None
        self.used.update(range(found[0], end))
        marks = [at for at in range(found[0], end) if not self.tokens[at].is_word]
        end -= marks == [end - 1]
        return self._range(found[0], end, found[1])

    def _tells_name(self, at: int) -> bool:
        """«ممرضة اسمها شيماء», «موظف يدعى سالم»: the word before the name is none of the office."""
        classes = self.lex.classes
        return self.tokens[at].key in classes["named"] | classes["called"]

    def _is_joined(self, span: Span) -> bool:
        """«جون بايدن نائب الرئيس وحيدر العبادي»: what stands before «و» is another's office."""
        return bool(span.form and span.form.cut) and self.tokens[span.first].text[0] == "و"

    def _role_form(self, at: int) -> Form | None:
        token = self.tokens[at]
        if not token.is_word:
            return None
        for form in token.forms:
            if self.lex.of(form.key) & ROLE and not form.put:
                return form
        return None

    def _inside(self, at: int) -> bool:
        """Whether the token can stand inside an office."""
        if at in self.held:
            return True
        token = self.tokens[at]
        if not token.is_word:
            return token.text in '«»"“”'
        if token.text.endswith(("اً", "ًا")) or token.key in _TIMES or self._is_apart(at):
            return False
        flags = token.flags
        if token.key in _LINKS or token.key in _GRADES:
            return True
        if token.key in _AFTER_WORDS:
            return at > 0 and (
                self.tokens[at - 1].key in _LEADS_ON or self.tokens[max(0, at - 2)].key in _LEADS_ON
            )
        return not flags & (STOP | SPEECH) and not (flags & VERB and not flags & HEAD)

    def _is_apart(self, at: int) -> bool:
        """A past verb («قام»), and where something was said or done («في مكتبه», «في بيان»)."""
        key = self.tokens[at].key
        if key in self.lex.classes["past"]:
            return True
        return key == "في" and self._key(at + 1) in self.lex.classes["place_of_saying"]

    def _key(self, at: int) -> str:
        return self.tokens[at].key if at < len(self.tokens) else ""

    def _after(self, place: int) -> tuple[int, int] | None:
        at = place
        if at < len(self.tokens) and self.tokens[at].text in _BETWEEN:
            at += 1
        if at >= len(self.tokens) or at in self.held or at in self.used:
            return None
        token = self.tokens[at]
        if not token.is_word or not token.flags & ROLE or at in self.named:
            return None
        end = at + 1
        while end < len(self.tokens) and end - at < _LONGEST and self._goes_on(end):
            end += 1
        if end < len(self.tokens) and end in self.named and self.tokens[place].text in _BETWEEN:
            return None
        end = self._without_tail(at, end)
        if end == at + 1 and not token.key.startswith("ال") and self._plain(end):
            return None
        self.used.update(range(at, end))
        return self._range(at, end)

    def _plain(self, end: int) -> bool:
        """A bare «رئيس» or «عضو» says nothing."""
        return self.tokens[end - 1].key in ("رييس", "عضو", "مدير", "نايب", "ممثل", "مساعد")

    def _goes_on(self, at: int) -> bool:
        return at not in self.named and at not in self.used and self._inside(at)

    def _without_tail(self, first: int, end: int) -> int:
        while end > first + 1:
            last = self.tokens[end - 1]
            if end - 1 in self.held or (
                last.is_word and last.key not in _LINKS and last.key not in _AFTER_WORDS
            ):
                break
            end -= 1
        return end
