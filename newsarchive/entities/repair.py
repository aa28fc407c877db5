"""What a trained tagger gets wrong in ways that can be known: cut, split, join or leave out."""

from collections.abc import Iterable, Iterator, Sequence

from newsarchive.entities.body_ends import known
from newsarchive.entities.evidence import JUDGED, Believed, Beside, is_presented, judged
from newsarchive.entities.lexicon import (
    FACILITY,
    FAMILY,
    GIVEN,
    HEAD,
    NAME,
    NAMED_HEAD,
    NATION,
    TITLE,
    Lexicon,
)
from newsarchive.entities.no_bodies import is_no_body
from newsarchive.entities.no_persons import is_no_person
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.repair_bodies import body_parts, is_quoted, place_told
from newsarchive.entities.repair_clubs import as_place, is_city_club, is_club, is_foreign_club
from newsarchive.entities.repair_persons import (
    FIRM,
    is_thing,
    person_parts,
)
from newsarchive.entities.rules_persons import is_professed
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Form, Sentence

_CERTAIN = 0.95
_FEW, _ROW = 3, 3
_DOUBTFUL = 0.6
_TEAM = "فريق"


def _belief_in(first: int, end: int, span: Span, beliefs: list[float]) -> float:
    """The lowest belief in the tokens of a span that its part, [first, end), has kept."""
    kept = beliefs[max(0, first - span.first) : max(1, end - span.first)]
    return min(kept or beliefs)


def in_rows(sentence: Sentence, found: Sequence[tuple[Span, list[float]]]) -> set[int]:
    """Where the bodies begin that stand in a row of three and more, most of them sure.

    «العالمية للتأمين وميدغلف للتأمين والمتحدة للتأمين وبروج»: each bears the other out. So do
    persons of one word each, none of them doubtful: «(فهد ومحمد وماجد)».
    """
    if len(found) < _ROW:
        return set()
    bodies, alone = [], []
    for span, belief in found:
        if span.label is Label.ORGANISATION:
            bodies.append((span, min(belief)))
        elif span.label is Label.PERSON and span.end - span.first == 1:
            alone.append((span, min(belief)))
    if len(bodies) < _ROW and len(alone) < _ROW:
        return set()
    rows = [row for row in _rows_of(sentence, bodies) if _bear_out(row, FIRM, 0.5)]
    rows += [row for row in _rows_of(sentence, alone) if _bear_out(row, _DOUBTFUL, 0.99)]
    return {span.first for row in rows for span, _ in row}


def _rows_of(sentence: Sentence, believed: Sequence[Believed]) -> Iterator[list[Believed]]:
    """Spans in runs, each joined to the one before it."""
    row: list[Believed] = []
    for span, belief in believed:
        if row and not _follows(sentence, row[-1][0], span):
            yield row
            row = []
        row.append((span, belief))
    yield row


def _bear_out(row: Sequence[Believed], least: float, share: float) -> bool:
    """Whether a row is long enough, and more than a share of it is believed more than ``least``."""
    sure = sum(belief > least for _, belief in row)
    return len(row) >= _ROW and sure > share * len(row)


def _apart(believed: Iterable[Believed]) -> list[Believed]:
    """Without bodies that a body before them has grown over («ام اس» + «ان بي سي»)."""
    kept: list[Believed] = []
    for span, belief in believed:
        last = kept[-1][0] if kept else None
        grown = last is not None and last.label is span.label is Label.ORGANISATION
        if not grown or last is None or span.first >= last.end:
            kept.append((span, belief))
    return kept


def _follows(sentence: Sentence, one: Span, other: Span) -> bool:
    """Whether a span is joined to the one before it by «و» or a comma alone."""
    if other.first == one.end:
        return sentence[other.first].text[0] == "و"
    return other.first == one.end + 1 and sentence[one.end].text in "،,"


class Repair:
    """Rules that hold for any tagger's spans."""

    def __init__(self, lex: Lexicon) -> None:
        self._lex = lex

    def spans(
        self,
        sentence: Sentence,
        found: Sequence[tuple[Span, list[float]]],
        *,
        sport: bool,
        all_sport: bool = False,
    ) -> list[Span]:
        """The spans worth keeping; those that need support are not ``sure``.

        ``found``: the tagger's, with its belief in each token, 0 to 1.
        """
        if not found:
            return []
        if not sport and not any(self._may_change(sentence, span) for span, _ in found):
            return sorted([span for span, _ in found], key=lambda span: (span.first, -span.end))
        rows = in_rows(sentence, found)
        parts = [
            (part, 1.0 if listed else self._belief(sentence, part, span, beliefs))
            for span, beliefs in found
            for listed in [span.first in rows and min(beliefs) > _DOUBTFUL]
            for part in self._parts(sentence, span, min(beliefs), sport=sport or listed)
        ]
        joined = _apart(self._joined(sentence, parts))
        beside = Beside.of(sentence, joined)
        kept = []
        for span, belief in joined:
            if span.first in beside.apart:
                continue
            if span.label not in JUDGED:
                kept.append(span)
            elif not self._hollow(sentence, span, belief):
                listed = self._is_listed(sentence, span, beside.ends)
                around = beside.around(span, sport=sport, all_sport=all_sport)
                kept.append(judged(self._lex, sentence, span, 1.0 if listed else belief, around))
        return sorted(kept, key=lambda span: (span.first, -span.end))

    def _may_change(self, sentence: Sentence, span: Span) -> bool:
        """Whether a rule may judge the span or make more of it, outside sport."""
        if span.label in JUDGED:
            return True
        return span.first > 1 and sentence[span.first - 1].key in self._lex.classes["direction"]

    def _belief(self, sentence: Sentence, part: Span, span: Span, beliefs: list[float]) -> float:
        """The belief in a part; in a body without where it is told to be."""
        if len(beliefs) == 1:
            return beliefs[0]
        is_body = part.label is Label.ORGANISATION
        end = place_told(self._lex, sentence, part) if is_body else part.end
        return _belief_in(part.first, end, span, beliefs)

    def _is_listed(self, sentence: Sentence, span: Span, ends: set[int]) -> bool:
        """«أحمد عكاش وحسن الراهب»: a name of two words, joined to a name that is certain."""
        if span.label is not Label.PERSON or span.end - span.first < 2:
            return False
        joined = span.first in ends and span.form is not None and span.form.cut == 1
        return joined and bool(span.form and self._lex.of(span.form.key) & NAME)

    def _parts(
        self, sentence: Sentence, span: Span, belief: float, *, sport: bool
    ) -> Iterator[Span]:
        if span.label in JUDGED:
            span = self._renamed(sentence, span, sport)
        if span.label is Label.PERSON and is_club(self._lex, sentence, span):
            yield span._replace(label=Label.ORGANISATION)
        elif span.label is Label.PERSON:
            yield from person_parts(self._lex, sentence, span, belief=belief)
        elif span.label is Label.ORGANISATION:
            for part in body_parts(self._lex, sentence, span):
                yield as_place(self._lex, sentence, part, sport=sport) or part
        elif sport and is_city_club(self._lex, sentence, span):
            yield span._replace(label=Label.ORGANISATION)
        else:
            yield span

    def _renamed(self, sentence: Sentence, span: Span, sport: bool) -> Span:
        """«وأزميت التركي» is a club, «اللاعب البوليفي «موخيكا»» and «"بلاتيني"» persons."""
        first = span.first
        if span.label is Label.PERSON and sport and span.end - first == 2:
            key = span.form.key if span.form else sentence[first].key
            foreign = is_foreign_club(self._lex, sentence, first) and not self._lex.of(key) & NAME
            if foreign and not is_professed(self._lex, sentence, first):
                joined = span.form or next(
                    (f for f in sentence[first].forms if f.cut == 1 and f.key != key), None
                )
                lead = joined if sentence[first].text[0] == "و" else span.form
                return Span(Label.ORGANISATION, first, first + 1, lead)
        if span.label is not Label.ORGANISATION or span.end - first > _FEW or first < 2:
            return span
        if span.end - first > 1:
            presented = is_presented(self._lex, sentence, span)
            return span._replace(label=Label.PERSON) if presented else span
        called = sentence[first].key in self._lex.classes["famous"]
        if called or self._is_followed(sentence, span) or is_presented(self._lex, sentence, span):
            return span._replace(label=Label.PERSON)
        return span

    def _is_followed(self, sentence: Sentence, span: Span) -> bool:
        """«الموالية لـ"هادي"»: a given name in quotes that somebody is told to follow."""
        if not self._lex.of(sentence[span.first].key) & GIVEN or not is_quoted(sentence, span):
            return False
        before = sentence[span.first - 2]
        if not self._lex.classes["ally"].isdisjoint(before.readings):
            return True
        return (
            before.text.rstrip("ـ") == "ل"
            and span.first > 2
            and sentence[span.first - 3].key in self._lex.classes["loyal"]
        )

    def _joined(self, sentence: Sentence, parts: list[Believed]) -> Iterator[Believed]:
        """«مستشفى» + «الملك سلمان», «غرفة» + «الشرقية»: a head and its name are one body."""
        taken = -1
        for index, (span, belief) in enumerate(parts):
            if index == taken:
                continue
            following = parts[index + 1] if index + 1 < len(parts) else None
            if following and self._needs(sentence, span, following[0]):
                taken = index + 1
                whole = Span(Label.ORGANISATION, span.first, following[0].end, span.form)
                yield whole, max(belief, following[1])
            elif following and self._goes_on(sentence, span, following[0]):
                taken = index + 1
                yield span._replace(end=following[0].end), min(belief, following[1])
            elif span.label is Label.PERSON:
                yield self._in_body(sentence, span, following), belief
            elif following and self._lends_nation(sentence, span, following[0]):
                yield span._replace(end=span.end - 1), belief
            elif span.label is Label.PLACE:
                yield self._side_before(sentence, span) or span, belief
            else:
                yield span, belief

    def _in_body(self, sentence: Sentence, span: Span, following: Believed | None) -> Span:
        """A person's name, or the body that is called after it."""
        named = self._named_after(sentence, span) if span.first > 1 else None
        if named is not None:
            return named
        head = self._head_before(sentence, span)
        if head is None:
            return self._with_surname(sentence, span, following)
        kept = head if head.cut or head.put else None
        return Span(Label.ORGANISATION, span.first - 1, span.end, kept)

    def _needs(self, sentence: Sentence, span: Span, following: Span) -> bool:
        return (
            span.label is Label.ORGANISATION
            and span.end - span.first == 1
            and following.first == span.end
            and following.label in (Label.PLACE, Label.PERSON)
            and following.form is None
            and bool(sentence[span.first].hint & HEAD)
        )

    def _lends_nation(self, sentence: Sentence, span: Span, following: Span) -> bool:
        """«الاتحاد الدولي السويسري جوزيف بلاتر»: the nationality is of the person after it."""
        last = sentence[span.end - 1]
        pair = span.label is Label.ORGANISATION and following.label is Label.PERSON
        if not pair or following.first != span.end or following.form or span.end - span.first < 2:
            return False
        if not (last.flags & NATION and last.key.startswith("ال")) or last.key.endswith("ه"):
            return False
        bare = span._replace(end=span.end - 1)
        head = sentence[span.first].key
        if span.end - span.first == 3 and head.startswith("ال") and head.endswith("ه"):
            return not known(self._lex, sentence, span)
        words = tuple(word.key for word in sentence[bare.first : bare.end])
        if len(words) > 1 and words in self._lex.generic:
            return True
        return known(self._lex, sentence, bare) and not known(self._lex, sentence, span)

    def _goes_on(self, sentence: Sentence, span: Span, following: Span) -> bool:
        """«محمود» + «وهبي»: a surname whose «و» is its own."""
        if span.label is not Label.PERSON or following.label is not Label.PERSON:
            return False
        word = sentence[following.first]
        if following.first != span.end or following.form or word.text[0] != "و":
            return False
        alone = span.end - span.first == 1 and following.end - following.first == 1
        return alone and bool(word.flags & NAME) and not self._lex.of(word.key[1:]) & NAME

    def _side_before(self, sentence: Sentence, span: Span) -> Span | None:
        """«بلدية وسط» + «الدمام»: a place whose part a body is called by, and the body's head."""
        at = span.first - 2
        if at < 0 or span.form:
            return None
        if sentence[at + 1].key not in self._lex.classes["direction"]:
            return None
        for form in sentence[at].forms if sentence[at].is_word else ():
            if form.key in self._lex.classes["sided"]:
                kept = form if form.cut or form.put else None
                return Span(Label.ORGANISATION, at, span.end, kept)
        return None

    def _head_before(self, sentence: Sentence, span: Span) -> Form | None:
        """How the head of a body reads that stands untagged before a person's name, or None."""
        if span.first == 0 or span.form:
            return None
        for form in sentence[span.first - 1].forms:
            flags = self._lex.of(form.key)
            named = flags & HEAD and flags & NAMED_HEAD and not form.key.startswith("ال")
            if named or (form.key == _TEAM and span.end - span.first == 1):
                return form
        return None

    def _named_after(self, sentence: Sentence, span: Span) -> Span | None:
        """«مركز الأمير» + «فهد بن سلمان الإعلامي»: a body that is called after somebody."""
        at = span.first - 2
        if span.form or sentence[at + 1].key not in self._lex.classes["royal"]:
            return None
        for form in sentence[at].forms:
            flags = self._lex.of(form.key)
            if flags & HEAD and flags & NAMED_HEAD and not form.key.startswith("ال"):
                kept = form if form.cut or form.put else None
                return Span(Label.ORGANISATION, at, span.end, kept)
        return None

    def _with_surname(self, sentence: Sentence, span: Span, following: Believed | None) -> Span:
        """«سلطان» + «النوة», «قاسم بدر فهد» + «الموسر»: then a definite word known from nowhere."""
        end = span.end
        if end >= len(sentence):
            return span
        key = sentence[end].key
        free = following is None or following[0].first > end
        alone = span.form if end - span.first == 1 else None
        given = self._lex.of(alone.key if alone else sentence[end - 1].key) & GIVEN
        if not (free and given and key.startswith("ال") and len(key) > 4):
            return span
        if self._lex.of(key) & ~FAMILY or is_ordinary(self._lex, key):
            return span
        return Span(span.label, span.first, end + 1, span.form)

    def _hollow(self, sentence: Sentence, span: Span, belief: float) -> bool:
        if span.label is Label.ORGANISATION:
            one = span.end - span.first == 1
            if one and self._in_town(sentence, span) and not known(self._lex, sentence, span):
                return True
            return is_no_body(self._lex, sentence, span)
        if span.label is Label.PERSON:
            if self._in_royal_thing(sentence, span) or self._in_town(sentence, span):
                return True
            return (belief < _CERTAIN and self._in_facility(sentence, span)) or is_no_person(
                self._lex, sentence, span, firm=belief > FIRM
            )
        return False

    def _in_facility(self, sentence: Sentence, span: Span) -> bool:
        """«دوري عبداللطيف جميل», «شارع الشيخ زايد»: a person's name that names a thing."""
        if span.first == 0 or (span.form and span.form.cut):
            return False
        quoted = span.first > 1 and is_quoted(sentence, span)
        if quoted and sentence[span.first - 2].hint & FACILITY:
            return True
        if quoted and not self._lex.classes["work"].isdisjoint(sentence[span.first - 2].readings):
            return True
        before = sentence[span.first - 1]
        by_way = before.key == "طريق" and span.first > 1 and sentence[span.first - 2].key == "عن"
        if before.flags & TITLE and span.first > 1:
            return bool(sentence[span.first - 2].hint & FACILITY and before.key != "السيد")
        return is_thing(before) and not by_way

    def _in_town(self, sentence: Sentence, span: Span) -> bool:
        """«مدينة سان مورتيز»: what stands right after a noun for a place names that place."""
        if span.first == 0 or span.form:
            return False
        return any(form.key in self._lex.classes["town"] for form in sentence[span.first - 1].forms)

    def _in_royal_thing(self, sentence: Sentence, span: Span) -> bool:
        """«إسكان الملك عبدالله», «مدينة الملك عبد الله»: one name of a king, in a thing's name."""
        at = span.first - 2
        if at < 0 or span.end - span.first > 1 + (sentence[span.first].key == "عبد"):
            return False
        royal = sentence[at + 1].key in self._lex.classes["royal"]
        return royal and is_thing(sentence[at])
