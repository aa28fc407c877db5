"""How far a span is to be believed: by the tagger, the lexicons and what stands around it."""

from collections.abc import Iterable
from typing import NamedTuple

from newsarchive.entities.body_ends import known
from newsarchive.entities.lexicon import (
    AMBIGUOUS,
    COMMON,
    DOUBTED,
    FAMILY,
    GIVEN,
    HEAD,
    MET,
    NAME,
    NAMED_HEAD,
    NATION,
    PLACE,
    ROLE,
    SPEECH,
    TITLE,
    VERB,
    Entry,
    Lexicon,
)
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.repair_bodies import is_quoted, place_told
from newsarchive.entities.repair_clubs import is_club, is_foreign_club
from newsarchive.entities.repair_persons import FIRM, given_in_brackets
from newsarchive.entities.rules_persons import is_professed, is_relative, is_stranger
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Sentence

_ORDINARY = COMMON | MET | PLACE
_DOUBTFUL = AMBIGUOUS | DOUBTED | COMMON | MET
_TRADED = frozenset(("company", "bank", "association", "fund", "other"))
_OUTLETS = frozenset(("newspaper", "agency", "channel", "media", "website"))
_DASHES = frozenset("-–—ـ")
_TEAM = "فريق"
_NEVER = 1.1
_LIMITS = {
    Label.PERSON: (0.45, 0.7, 0.8, 0.92),
    Label.ORGANISATION: (0.45, 0.65, 0.95, 0.95, _NEVER),
}
"""The belief that a span needs, by the evidence for it."""
JUDGED = frozenset(_LIMITS)
"""Kinds of spans that need not be believed."""


Believed = tuple[Span, float]
"""A span and the model's belief in it, 0 to 1."""


class Around(NamedTuple):
    """What is known of a span's surroundings.

    Attributes:
        led: a title or an office ends before it, or an office begins after it.
        named: a body's name ends before the bracket that it stands in.
        sport, all_sport: the article is on sport, and on nothing else.
    """

    led: bool
    named: bool
    sport: bool
    all_sport: bool


class Beside(NamedTuple):
    """What stands in a sentence beside a span that is judged.

    Attributes:
        given: where the words in brackets begin that are the given name of the name at a place.
        apart: where such words begin.
        ends: where a certain name of a person ends, a comma after it as well.
        named, held: where titles and offices end; where offices begin.
        bodies: where bodies end.
    """

    given: dict[int, int]
    apart: set[int]
    ends: set[int]
    named: set[int]
    held: set[int]
    bodies: set[int]

    @classmethod
    def of(cls, sentence: Sentence, joined: Iterable[Believed]) -> "Beside":
        """All that the spans of a sentence tell."""
        beside = cls({}, set(), set(), set(), set(), set())
        for span, belief in joined:
            if span.label is Label.PERSON:
                beside.given[span.first] = given_in_brackets(sentence, span.first)
                if belief > FIRM:
                    beside.ends.add(span.end)
            elif span.label is Label.ORGANISATION:
                beside.bodies.add(span.end)
            elif span.label is not Label.PLACE:
                beside.named.add(span.end)
                if span.label is Label.ROLE:
                    beside.held.add(span.first)
        beside.apart.update(start for at, start in beside.given.items() if start < at)
        commas = [end for end in beside.ends if end < len(sentence) and sentence[end].text in "،,"]
        beside.ends.update(end + 1 for end in commas)
        return beside

    def around(self, span: Span, *, sport: bool, all_sport: bool) -> Around:
        """What stands around one of the spans."""
        led = span.first in self.named or span.end in self.held
        led = led or self.given.get(span.first) in self.apart
        return Around(led, span.first - 1 in self.bodies, sport, all_sport)


def is_presented(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """«السيد «كلارك شيركي»»: strange words in quotes after a profession or title."""
    first = span.first
    if first < 2 or not is_quoted(sentence, span):
        return False
    words = range(first, span.end)
    strange = all(is_stranger(lex, sentence, at) for at in words)
    professed = is_professed(lex, sentence, first - 1)
    return strange and (professed or sentence[first - 2].key in lex.classes["sir"])


def judged(lex: Lexicon, sentence: Sentence, span: Span, belief: float, around: Around) -> Span:
    """The span, no longer ``sure`` where the belief in it, 0 to 1, is too low for the evidence."""
    limits = _LIMITS.get(span.label)
    word = _is_bare_word(lex, sentence, span, sport=around.sport)
    if limits and (word or _is_translation(lex, sentence, span, around)):
        return span._replace(sure=False)
    if limits is None or belief >= limits[_evidence(lex, sentence, span, around)]:
        return span
    if span.label is Label.PERSON and _is_chain(lex, sentence, span):
        return span
    return Span(span.label, span.first, span.end, span.form, span.plain, sure=False)


def _is_translation(lex: Lexicon, sentence: Sentence, span: Span, around: Around) -> bool:
    """«الدوري الألماني (بوندزليغا)»: in brackets after what is no body, unless it is known."""
    if span.label is not Label.ORGANISATION or around.named or span.first < 2:
        return False
    if sentence[span.first - 1].text != "(" or not is_quoted(sentence, span):
        return False
    headed = sentence[span.first - 2].hint & (HEAD | NAMED_HEAD)
    return not headed and not known(lex, sentence, span)


def _is_proved(lex: Lexicon, form: str, rest: list[str]) -> bool:
    """«بلدية الطائف», «برنامج الأمم المتحدة للتنمية»: by the first word of more than one."""
    if form in lex.classes["programme"] and rest[:2] == ["الامم", "المتحده"]:
        return True
    if form in lex.classes["national"] and any(lex.of(key) & NATION for key in rest[:2]):
        return True
    return bool(lex.of(form) & HEAD and rest) and form not in lex.classes["weak_head"]


def _is_foreign_club(lex: Lexicon, sentence: Sentence, span: Span, around: Around) -> bool:
    if around.all_sport and is_foreign_club(lex, sentence, span.first, span.end):
        return True
    return around.sport and _is_played_for(lex, sentence, span)


def _is_played_for(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """«مدرب أتليتيكو مدريد»: strange words after a noun for one of a club's people."""
    if span.first == 0 or not is_stranger(lex, sentence, span.first):
        return False
    return any(form.key in lex.classes["of_club"] for form in sentence[span.first - 1].forms)


def _is_bare_word(lex: Lexicon, sentence: Sentence, span: Span, *, sport: bool) -> bool:
    """«عاجل», «مدن», «الوحدة»: an ordinary word that a body is called by as well, and no more.

    Clubs are meant where sport is the subject, but for words that say something there too
    («الأمل»); papers, and what has no article, where something around them tells.
    """
    if span.label is not Label.ORGANISATION or span.end - span.first > 1:
        return False
    key = span.form.key if span.form else sentence[span.first].key
    known = lex.bodies.longest(key, ())
    entry = known[1] if known else None
    if not isinstance(entry, Entry) or not entry.common:
        return False
    says_more = key in lex.classes["hope"]
    if not (says_more or is_ordinary(lex, key) or lex.of(key) & (COMMON | MET)):
        return False
    if entry.kind == "club" and not (sport and says_more):
        return not sport
    doubtful = says_more or entry.kind in _OUTLETS or not key.startswith("ال")
    return doubtful and not _is_told_to_be_body(lex, sentence, span, key)


def _is_told_to_be_body(lex: Lexicon, sentence: Sentence, span: Span, key: str) -> bool:
    """Whether quotes, a dash, a score, a nation or a noun for bodies tell that a word is one.

    Not before a definite word that goes on with it: «أحد الفرق», «أرقام المركز».
    """
    if is_quoted(sentence, span):
        return True
    after = sentence[span.end] if span.end < len(sentence) else None
    before = sentence[span.first - 1] if span.first else None
    if (after and after.text in _DASHES) or (before and before.text in _DASHES):
        return True
    if after and after.text[0].isdigit():
        return key.startswith("ال")
    if after and after.key.startswith("ال"):
        return bool(after.flags & NATION and key.startswith("ال"))
    if before is None:
        return False
    people = any(form.key in lex.classes["of_club"] for form in before.forms)
    return people or before.key == "امام" or bool(before.hint & (HEAD | NAMED_HEAD))


def _is_chain(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """«مقرب بن سعد بن علي الثنيان»: a given name after بن, and a word before it."""
    return any(
        sentence[at].key in ("بن", "بنت") and sentence[at + 1].flags & GIVEN
        for at in range(span.first + 1, span.end - 1)
    )


def _evidence(lex: Lexicon, sentence: Sentence, span: Span, around: Around) -> int:
    """0: the lexicons prove it; 1: allow it; 2: do not know it; 3: doubt it; 4: deny it."""
    flags = [token.flags for token in sentence[span.first : span.end]]
    form = span.form.key if span.form else sentence[span.first].key
    flags[0] = lex.of(form)
    if span.label is Label.PERSON:
        return _person_evidence(lex, sentence, span, flags, around)
    rest = [token.key for token in sentence[span.first + 1 : span.end]]
    if _is_proved(lex, form, rest) or _is_foreign_club(lex, sentence, span, around):
        return 0
    match = lex.bodies.longest(form, rest)
    if match and 1 < match[0] == place_told(lex, sentence, span) - span.first < len(flags):
        return 0
    if match and match[0] == len(flags):
        if len(flags) > 1:
            return 1 if isinstance(match[1], Entry) and match[1].common else 0
        if not isinstance(match[1], Entry) or not match[1].common:
            return 1
        if match[1].kind == "club":
            return 1 if around.all_sport else 3
        firm = match[1].kind not in _TRADED or is_quoted(sentence, span)
        return 1 if firm else 3
    return 1 if flags[0] & HEAD and rest else _evidence_around(lex, sentence, span)


def _evidence_around(lex: Lexicon, sentence: Sentence, span: Span) -> int:
    """The evidence for a body that neither its head nor the lexicons prove."""
    if is_club(lex, sentence, span) or _is_apposed(lex, sentence, span):
        return 1
    if is_quoted(sentence, span):
        return 1 if _is_introduced(lex, sentence, span) else 2
    return 4 if _is_noun_with_another(lex, sentence, span) else 2


def _is_noun_with_another(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """«سوق الكهرباء», «مستقبل التنمية الوطنية»: begun by an ordinary noun that leads no body."""
    key = span.form.key if span.form else sentence[span.first].key
    if key.startswith("ال") or key == _TEAM or lex.of(key) & NAME:
        return False
    return span.end - span.first > 1 and is_ordinary(lex, key)


def _is_apposed(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """«"جت سمارتر" الشركة المتخصصة …»: a definite noun for a body right after the name."""
    at = span.end + is_quoted(sentence, span)
    return at < len(sentence) and sentence[at].key in lex.classes["apposed"]


def _is_introduced(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """Whether the quotes stand after a noun for bodies («صحيفة», «لـ»)."""
    before = sentence[span.first - 2] if span.first > 1 else None
    if before is None or not before.is_word:
        return False
    if before.text.rstrip("ـ") in ("ل", "ب"):
        return True
    return bool(before.hint & (HEAD | NAMED_HEAD))


def _person_evidence(
    lex: Lexicon, sentence: Sentence, span: Span, flags: list[int], around: Around
) -> int:
    keys = [token.key for token in sentence[span.first : span.end]]
    keys[0] = span.form.key if span.form else keys[0]
    ordinary = [
        is_ordinary(lex, key)
        and not (flag & GIVEN and not flag & _DOUBTFUL and not token.text.endswith("ه"))
        for flag, key, token in zip(flags, keys, sentence[span.first : span.end], strict=True)
    ]
    named = any(flag & NAME for flag in flags)
    firm = any(
        flag & NAME and not flag & (AMBIGUOUS | DOUBTED) and not plain and len(key) > 2
        for flag, plain, key in zip(flags, ordinary, keys, strict=True)
    )
    led = around.led or _led_to(lex, sentence, span) or is_presented(lex, sentence, span)
    strange = is_stranger(lex, sentence, span.first)
    if len(flags) == 1 and keys[0] in lex.classes["famous"]:
        return 0
    if len(flags) == 1 and strange and is_professed(lex, sentence, span.first):
        return 0
    if len(flags) == 1 and flags[0] & GIVEN and _has_ally(lex, sentence, span.first):
        return 0
    if len(flags) == 1 and keys[0].startswith("ال") and not firm:
        return 3
    if len(flags) == 1:
        return (0 if led else 2) if firm else (1 if led else 3) if named else 1 if led else 2
    if firm:
        return 0
    strange = any(
        not flag & NAME and not plain for flag, plain in zip(flags, ordinary, strict=True)
    )
    if named:
        plain = any(ordinary[1:]) or any(
            flag & _ORDINARY and key.startswith("ال")
            for flag, key in zip(flags[1:], keys[1:], strict=True)
        )
        given = flags[0] & GIVEN and not flags[0] & (VERB | SPEECH) and not plain
        noun = flags[0] & COMMON and not (flags[0] & NATION or flags[1] & NAME)
        if not (led or strange or given):
            return 2 if _is_full(lex, keys) else 3
        return 0 if led else 2 if noun else 1
    return 1 if strange and led else 2 if strange else 3


def _has_ally(lex: Lexicon, sentence: Sentence, at: int) -> bool:
    """«مليشيات صالح», «الحوثي وصالح»: whether his fighters or allies stand right before."""
    if at == 0:
        return False
    before = sentence[at - 1].readings
    return any(not lex.classes[kind].isdisjoint(before) for kind in ("ally", "joined_ally"))


def _is_full(lex: Lexicon, keys: list[str]) -> bool:
    """«حسن البنا»: a given name and a definite family name, though both are words as well."""
    family = lex.of(keys[-1])
    if not keys[-1].startswith("ال") or not family & FAMILY or family & (TITLE | ROLE):
        return False
    return bool(lex.of(keys[0]) & GIVEN) and not lex.of(keys[0]) & (VERB | SPEECH)


def _led_to(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """Whether a title, a verb of saying or a nationality stands before."""
    if span.first == 0:
        return False
    if sentence[span.first - 1].key == "قدم" and sentence[span.first - 2].key == "كره":
        return False
    before = sentence[span.first - 1]
    if before.key in lex.classes["profession"] or is_relative(lex, before):
        return True
    return bool(before.hint & (SPEECH | TITLE | NATION))
