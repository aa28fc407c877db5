"""What rules find that a trained tagger left out, where rules hardly err."""

from collections.abc import Iterator

from newsarchive.entities.bylines import byline, datelines
from newsarchive.entities.lexicon import (
    AMBIGUOUS,
    BEGINS_BODY,
    COMMON,
    DOUBTED,
    FACILITY,
    FAMOUS,
    FOREIGN_GIVEN,
    GIVEN,
    HEAD,
    MET,
    NAME,
    NAMED_HEAD,
    NATION,
    PLURAL_HEAD,
    SPEECH,
    STRANGE,
    Entry,
    Lexicon,
)
from newsarchive.entities.no_bodies import is_no_body
from newsarchive.entities.no_persons import is_no_person
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.repair_clubs import is_foreign_club
from newsarchive.entities.repair_persons import given_in_brackets, is_thing
from newsarchive.entities.rules_organisations import body_end, quoted_end, shared_bodies
from newsarchive.entities.rules_persons import chain, is_professed, is_southern, is_stranger
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Sentence, Word

Hinted = list[tuple[int, int]]
"""Where words stand that may begin something (_TELLING), with their hints."""

_TELLING = PLURAL_HEAD | GIVEN | STRANGE | BEGINS_BODY | FAMOUS | NAMED_HEAD | HEAD
_CERTAIN = 4
_LONGEST = 9
_CLUB = 5
_OPEN = 3
_MINISTRY = "وزاره"
_FORCES = "القوات"
_PAPERS = frozenset(("صحيفه", "جريده", "مجله", "قناه", "وكاله", "اذاعه"))
_CALLED = _PAPERS | frozenset(
    (
        "شركه",
        "موسسه",
        "جمعيه",
        "بنك",
        "مصرف",
        "حزب",
        "حركه",
        "جماعه",
        "تنظيم",
        "نادي",
        "فرقه",
        "تيار",
        "شبكه",
    )
)
_INFLECTED = ("ات", "ة", "ه", "ها", "هم", "اً", "ًا", "وا")


def added(
    lex: Lexicon, sentence: Sentence, spans: list[Span], *, sport: bool = False
) -> list[Span]:
    """The spans with those that they miss, in order; what needs support gives way to them.

    ``sport``: the article is all about sport.
    """
    hints = [(at, hint) for at, word in enumerate(sentence) if (hint := word.hint) & _TELLING]
    if spans:
        spans = [
            span
            for span in spans
            if span.label is not Label.PLACE or not _is_called_place(sentence, span)
        ]
    offices = [span for span in spans if span.label is Label.ROLE]
    if not hints and not offices:
        return spans
    told = 0
    for _, hint in hints:
        told |= hint
    more = [*_coordinated(lex, sentence, hints)] if told & PLURAL_HEAD else []
    replaced = {at for span in more for at in range(span.first, span.end)}
    held = [span for span in spans if span.label is not Label.ROLE and span.sure]
    taken = replaced | {at for span in held for at in range(span.first, span.end)}
    for span in (
        *(datelines(lex, sentence, hints, taken) if told & BEGINS_BODY else ()),
        *byline(lex, sentence, taken),
        *(_introduced(lex, sentence, hints, taken) if told & STRANGE else ()),
        *(_chains(lex, sentence, hints, taken) if told & GIVEN else ()),
        *(_allied(lex, sentence, hints, taken) if told & GIVEN else ()),
        *(_famous(lex, sentence, hints, taken) if told & FAMOUS else ()),
        *(_guests(lex, sentence, hints, spans) if sport and told & STRANGE else ()),
        *(_in_offices(lex, sentence, offices, taken) if offices else ()),
        *(_known(lex, sentence, hints, taken) if told & BEGINS_BODY else ()),
        *(_headed(lex, sentence, hints, taken) if told & (BEGINS_BODY | NAMED_HEAD | HEAD) else ()),
    ):
        if taken.isdisjoint(range(span.first, span.end)):
            taken.update(range(span.first, span.end))
            more.append(span)
    if not more:
        return spans
    firmer = {at for span in more for at in range(span.first, span.end)}
    kept = [span for span in spans if _stays(span, replaced if span.sure else firmer)]
    return sorted([*kept, *more], key=lambda span: (span.first, -span.end))


def _is_called_place(sentence: Sentence, span: Span) -> bool:
    """«لصحيفة "ديلي تليجراف"»: a place that is tagged in the quoted name of a paper or the like."""
    if span.first < 2:
        return False
    head = span.first - 2
    return not _CALLED.isdisjoint(sentence[head].readings) and quoted_end(sentence, head) > span.end


def _stays(span: Span, taken: set[int]) -> bool:
    return span.label is Label.ROLE or taken.isdisjoint(range(span.first, span.end))


def _may_be(hints: Hinted, flag: int) -> list[int]:
    """Where words stand that may have a flag in some reading."""
    return [at for at, hint in hints if hint & flag]


def _coordinated(lex: Lexicon, sentence: Sentence, hints: Hinted) -> Iterator[Span]:
    """«وزارتي الصحة والتعليم»: bodies that share a head in the dual or plural."""
    for at in _may_be(hints, PLURAL_HEAD):
        for form in sentence[at].forms:
            if lex.of(form.key) & PLURAL_HEAD:
                yield from shared_bodies(lex, sentence, at, form)
                break


def _chains(lex: Lexicon, sentence: Sentence, hints: Hinted, taken: set[int]) -> Iterator[Span]:
    """Names with بن in them, or of a given name and a surname that stand by themselves."""
    for at in _may_be(hints, GIVEN):
        if at in taken or not sentence[at].flags & GIVEN:
            continue
        span = chain(lex, sentence, at, enough=_CERTAIN)
        free = span is not None and (span.first == 0 or span.first - 1 not in taken)
        if span is None or not free or is_no_person(lex, sentence, span, firm=False):
            continue
        if given_in_brackets(sentence, span.end + 1) == span.first:
            continue
        if _is_borne(lex, sentence, span):
            yield span


def _allied(lex: Lexicon, sentence: Sentence, hints: Hinted, taken: set[int]) -> Iterator[Span]:
    """«المخلوع صالح», «الحوثي وصالح»: a given name alone after a word for his allies or forces."""
    for at in _may_be(hints, GIVEN):
        if at == 0 or at in taken or (at + 1 < len(sentence) and _goes_on(lex, sentence[at + 1])):
            continue
        before = sentence[at - 1].readings
        for form in sentence[at].forms:
            allies = "joined_ally" if form.cut and sentence[at].text[0] == "و" else "ally"
            fitting = allies == "ally" or form.cut == 1
            given = form.key in lex.classes["leader"]
            if fitting and given and not lex.classes[allies].isdisjoint(before):
                yield Span(Label.PERSON, at, at + 1, form if form.cut else None)
                break


def _goes_on(lex: Lexicon, word: Word) -> bool:
    """Whether a word may be another of somebody's names."""
    plain = word.key in lex.classes["place_head"] or is_ordinary(lex, word.key)
    return bool(word.flags & NAME) and not plain


def _famous(lex: Lexicon, sentence: Sentence, hints: Hinted, taken: set[int]) -> Iterator[Span]:
    """«لافروف», «لتشافي»: who is called by one word that is no other word and nobody else's."""
    for at in _may_be(hints, FAMOUS):
        if at in taken or (at and sentence[at - 1].hint & (FACILITY | HEAD)):
            continue
        for form in sentence[at].forms:
            if form.key in lex.classes["famous"]:
                yield _with_given(lex, sentence, at, taken) or Span(
                    Label.PERSON, at, at + 1, form if form.cut or form.put else None
                )
                break


def _with_given(lex: Lexicon, sentence: Sentence, at: int, taken: set[int]) -> Span | None:
    """«بأيمن الظواهري»: the famous one with the given name that stands right before."""
    if at == 0 or at - 1 in taken or not sentence[at - 1].is_word:
        return None
    for form in sentence[at - 1].forms:
        flags = lex.of(form.key)
        if flags & (GIVEN | FOREIGN_GIVEN) and not flags & (COMMON | MET | SPEECH):
            return Span(Label.PERSON, at - 1, at + 1, form if form.cut or form.put else None)
    return None


def _guests(lex: Lexicon, sentence: Sentence, hints: Hinted, spans: list[Span]) -> Iterator[Span]:
    """«أكسيلسور الهولندي»: in sport a strange word without article and a nation's name are a club.

    A noun would be definite as its adjective is; a player has his profession before him.
    """
    for at in _may_be(hints, STRANGE):
        word = sentence[at]
        if not is_foreign_club(lex, sentence, at) or is_professed(lex, sentence, at):
            continue
        over = [span for span in spans if span.first <= at < span.end]
        if len(word.key) < _CLUB:
            continue
        if word.text[0] not in "ولبكفيتسن" and not word.text.endswith(_INFLECTED) and not over:
            yield Span(Label.ORGANISATION, at, at + 1)


def _is_borne(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """Whether some word of a chain is a name and nothing else, unlike «دولة حديثة»."""
    return any(
        token.key in ("بن", "بنت")
        or is_southern(lex, token)
        or (
            token.flags & NAME
            and not token.flags & (AMBIGUOUS | DOUBTED | COMMON | MET)
            and not is_ordinary(lex, token.key)
        )
        for token in sentence[span.first : span.end]
    )


def _introduced(lex: Lexicon, sentence: Sentence, hints: Hinted, taken: set[int]) -> Iterator[Span]:
    """«المدرب اليوناني دونيس»: an unknown word after a definite noun of profession.

    An adjective would be definite as well, so that what is not, and no verb, can only be the name.
    """
    end = 0
    for at in _may_be(hints, STRANGE):
        if at <= end or at in taken:
            continue
        stop = _apposed(lex, sentence, at) if at > 1 and sentence[at - 1].text in "،," else 0
        if stop:
            end = stop
            yield Span(Label.PERSON, at, end)
        elif is_professed(lex, sentence, at) and _may_follow(lex, sentence, at):
            end = at + 1
            while end < len(sentence) and end not in taken and is_stranger(lex, sentence, end):
                end += 1
            yield Span(Label.PERSON, at, end)


def _apposed(lex: Lexicon, sentence: Sentence, at: int) -> int:
    """«اللاعبة، فارا وليامز، هدفاً»: where the name ends between commas after a profession; or 0."""
    if not is_professed(lex, sentence, at - 1):
        return 0
    end = at
    while end < len(sentence) and sentence[end].is_word and end - at < _OPEN:
        if not is_stranger(lex, sentence, end) and not sentence[end].flags & NAME:
            return 0
        end += 1
    closed = end < len(sentence) and sentence[end].text in "،,"
    return end if closed and end - at > 1 else 0


def _may_follow(lex: Lexicon, sentence: Sentence, at: int) -> bool:
    """A stranger not joined («الحكم وتوحش»), no dual, without pronoun, no king's thing."""
    text = sentence[at].text
    named = sentence[at].flags & NAME
    if text.startswith("و") and not named:
        return False
    dual = text[0] in "لب" and text.endswith("تي")
    if not named and (dual or text.endswith(("ه", "ها", "هم"))):
        return False
    if not named and _is_accusative(lex, sentence[at].key):
        return False
    royal = sentence[at - 1].key in lex.classes["royal"]
    return not (royal and at > 1 and is_thing(sentence[at - 2]))


def _is_accusative(lex: Lexicon, key: str) -> bool:
    """«قائما», «حماسا»: a known word with the ending of an indefinite accusative."""
    known = len(key) > 3 and key.endswith("ا")
    return known and bool(lex.begun.get(key[:-1], 0) or is_ordinary(lex, key[:-1]))


def _known(lex: Lexicon, sentence: Sentence, hints: Hinted, taken: set[int]) -> Iterator[Span]:
    """Bodies of the lexicon whose name is no ordinary word."""
    for at in _may_be(hints, BEGINS_BODY):
        if at in taken:
            continue
        for form in sentence[at].forms:
            if form.key not in lex.bodies.root:
                continue
            match = lex.bodies.within(form.key, sentence, at + 1, at + _LONGEST)
            if (
                match
                and isinstance(match[1], Entry)
                and _certain(lex, sentence, at, form.key, match)
            ):
                kept = form if form.cut or form.put else None
                end = at + match[0]
                end += form.key == _FORCES and _is_of_nation(sentence, end)
                yield Span(Label.ORGANISATION, at, end, kept)
                break


def _headed(lex: Lexicon, sentence: Sentence, hints: Hinted, taken: set[int]) -> Iterator[Span]:
    """«وزارة المخابرات», «جريدة "اليوم"»: what heads say that begin bodies and nothing else."""
    telling = _CALLED | lex.classes["national"] | {_MINISTRY}
    for at in _may_be(hints, BEGINS_BODY | NAMED_HEAD | HEAD):
        if telling.isdisjoint(sentence[at].readings):
            continue
        for form in sentence[at].forms if at not in taken else ():
            if form.key == _MINISTRY:
                end = body_end(lex, sentence, at, form.key)
            elif form.key in _CALLED:
                end = quoted_end(sentence, at)
            elif form.key in lex.classes["national"] and _is_of_nation(sentence, at + 1):
                end = at + 2
            else:
                continue
            kept = form if form.cut or form.put else None
            inside = 2 if form.key in _CALLED else 0
            span = Span(Label.ORGANISATION, at + inside, end, None if inside else kept)
            named = _is_worded(sentence, span) if inside else end > at
            if named and not is_no_body(lex, sentence, span):
                yield span
            break


def _is_of_nation(sentence: Sentence, at: int) -> bool:
    """«الاستخبارات المصرية»: whether the adjective of a nation stands here."""
    if at >= len(sentence):
        return False
    return sentence[at].key.startswith("ال") and bool(sentence[at].flags & NATION)


def _is_worded(sentence: Sentence, span: Span) -> bool:
    """Whether words in quotes may be a name: no number, nor a bare adjective («"سياحية"»)."""
    words = sentence[span.first : span.end]
    if not words or not all(word.is_word for word in words) or words[0].text[0].isdigit():
        return False
    return len(words) > 1 or not words[0].text.endswith("ية")


def _in_offices(
    lex: Lexicon, sentence: Sentence, offices: list[Span], taken: set[int]
) -> Iterator[Span]:
    """«رئيس مكتب التنسيق للشرق الأوسط»: the body of three words and more that an office is in."""
    for office in offices:
        for at in range(office.first + 1, office.end):
            for form in sentence[at].forms if at not in taken else ():
                if not lex.of(form.key) & HEAD:
                    continue
                end = min(body_end(lex, sentence, at, form.key), office.end)
                end -= end in taken and _is_masculine_nation(sentence[end - 1])
                if end - at > 2 and taken.isdisjoint(range(at, end)):
                    kept = form if form.cut or form.put else None
                    span = Span(Label.ORGANISATION, at, end, kept)
                    if not is_no_body(lex, sentence, span):
                        yield span
                break


def _is_masculine_nation(word: Word) -> bool:
    """«رئيس المنظمة العالمية الألماني» + «توماس باخ»: the nationality of who holds the office."""
    return bool(word.flags & NATION) and word.key.startswith("ال") and word.key.endswith("ي")


def _certain(
    lex: Lexicon, sentence: Sentence, at: int, first: str, match: tuple[int, object]
) -> bool:
    entry = match[1]
    if not isinstance(entry, Entry) or entry.common or entry.kind in ("club", "channel", "other"):
        return False
    if match[0] == 1 and (lex.of(first) or len(first) < 4 or is_ordinary(lex, first)):
        return False
    if first in lex.classes["government"] or first in lex.classes["product"]:
        return False
    before = sentence[at - 1].key if at else ""
    if lex.of(before) & (FACILITY | HEAD):
        return False
    place = lex.places.longest(first, [t.key for t in sentence[at + 1 : at + match[0]]])
    return place is None or place[0] < match[0]
