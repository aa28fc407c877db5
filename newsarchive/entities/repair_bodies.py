"""Mending organisations' spans: where the name ends, and what names no body."""

from collections.abc import Iterator

from newsarchive.entities.body_ends import (
    ends,
    is_dotted,
    is_in_place,
    is_latin,
    is_named,
    is_spelt,
    key_of,
    known,
)
from newsarchive.entities.lexicon import (
    BRANCH_HEAD,
    HEAD,
    NAMED_HEAD,
    NATION,
    SPEECH,
    STOP,
    Entry,
    Lexicon,
)
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Form, Sentence

_COMPANIES = frozenset(("شركه", "موسسه", "مجموعه", "مصنع"))
_OF_NATIONS = {"القوات": 2, "الاتحاد": 1}
"""By how many words of a name its nation is told: «القوات الجوية الأميركية»."""
IN_REGION = frozenset({"بمنطقه", "بمحافظه", "بولايه", "بمدينه"})


def body_parts(lex: Lexicon, sentence: Sentence, span: Span) -> Iterator[Span]:
    """The bodies a span of the tagger holds."""
    span = _with_branch(lex, sentence, _whole(lex, sentence, _front(lex, sentence, span)))
    span = _of_nations(lex, sentence, span)
    end = span.first + 1
    while end < span.end and not ends(lex, sentence, span, end):
        end += 1
    second = _second(lex, sentence, span, end) or _holder(lex, sentence, span, end)
    end = _without_nation(lex, sentence, span, end)
    if end == span.end:
        yield span
    else:
        yield Span(span.label, span.first, end, span.form)
    if second:
        yield second


def _front(lex: Lexicon, sentence: Sentence, span: Span) -> Span:
    """Without function words before it, its melted first word read aright, «إدارة نادي …» a club.

    «للجنة الحكام» is «لجنة الحكام» (a head that leans on a definite word has no article).
    """
    first, form = span.first, span.form
    while first + 1 < span.end and _leads_in(lex, sentence, first, form):
        first, form = first + 1, None
    if form and form.put and form.key.startswith("الل") and first + 1 < span.end:
        following = sentence[first + 1].key
        noun = not following.endswith("ه") or following in lex.classes["noun_in_ta"]
        if following.startswith("ال") and noun:
            form = next((f for f in sentence[first].forms if f.key == form.key[2:]), form)
    announced = _announced(lex, sentence, span._replace(first=first, form=form))
    if announced > first:
        first, form = announced, None
    leads = key_of(sentence, first, form) in lex.classes["body_of"] and first + 1 < span.end
    leads = leads or _is_command(lex, sentence, first, span)
    if leads and not known(lex, sentence, span) and _stands_alone(lex, sentence, first + 1):
        first, form = first + 1, None
    return (
        span if (first, form) == (span.first, span.form) else span._replace(first=first, form=form)
    )


def _announced(lex: Lexicon, sentence: Sentence, span: Span) -> int:
    """«المجموعة النفطية الفرنسية توتال»: where a name begins after what it is told to be."""
    at, head = span.first + 1, key_of(sentence, span.first, span.form)
    while at < span.end and sentence[at].key.startswith("ال"):
        at += 1
    if not span.first + 1 < at < span.end or (head,) not in lex.generic:
        return span.first
    named = lex.bodies.within(sentence[at].key, sentence, at + 1, span.end)
    whole = named is not None and named[0] == span.end - at
    return at if whole and not known(lex, sentence, span) else span.first


def _is_command(lex: Lexicon, sentence: Sentence, first: int, span: Span) -> bool:
    """«قيادة القوات الجوية», without a region: before one arm of a country's forces."""
    form = span.form if first == span.first else None
    if key_of(sentence, first, form) != "قياده" or first + 2 >= span.end:
        return False
    arm = sentence[first + 1].key == "القوات" and sentence[first + 2].key in lex.classes["arm"]
    return arm and not any(word.key.startswith("بال") for word in sentence[first : span.end])


def _leads_in(lex: Lexicon, sentence: Sentence, first: int, form: Form | None) -> bool:
    """A function word, and whose forces are told: «قوات جماعة أنصار الله»."""
    key = key_of(sentence, first, form)
    following = sentence[first + 1]
    named = following.flags & HEAD and following.flags & NAMED_HEAD
    forces = key in lex.classes["regime"] and named and following.key in lex.classes["follows"]
    return key in lex.classes["body_before"] or bool(forces)


def _of_nations(lex: Lexicon, sentence: Sentence, span: Span) -> Span:
    """«برنامج الأمم المتحدة للتنمية»: one of its programmes, with what it is for."""
    if span.first == 0 or span.form or sentence[span.first].key != "الامم":
        return span
    head = next(
        (f for f in sentence[span.first - 1].forms if f.key in lex.classes["programme"]), None
    )
    if head is None or span.end - span.first != 2:
        return span
    aimed = span.end < len(sentence) and sentence[span.end].key.startswith("لل")
    kept = head if head.cut or head.put else None
    return span._replace(first=span.first - 1, end=span.end + aimed, form=kept)


def _with_branch(lex: Lexicon, sentence: Sentence, span: Span) -> Span:
    """«فرع جمعية الثقافة والفنون بالمدينة المنورة»: a branch whose place is told."""
    if span.first == 0 or span.form or sentence[span.first - 1].key != "فرع":
        return span
    keys = [token.key for token in sentence[span.first + 1 : span.end]]
    told = any(key[0] == "ب" and (key in IN_REGION or is_in_place(lex, key)) for key in keys)
    return span._replace(first=span.first - 1) if told else span


def place_told(lex: Lexicon, sentence: Sentence, span: Span) -> int:
    """Where «بمنطقة عسير», «بالدمام» begins at the end of a body's name; else its end."""
    for at in range(span.first + 2, span.end):
        key = sentence[at].key
        if key in IN_REGION or (key[0] == "ب" and at + 1 == span.end and is_in_place(lex, key)):
            return at
    return span.end


def _stands_alone(lex: Lexicon, sentence: Sentence, at: int) -> bool:
    """Whether a body's name begins here: a club's, or a head that leans on a definite word."""
    key = sentence[at].key
    match = lex.bodies.longest(key, ())
    if match is not None and isinstance(match[1], Entry) and match[1].kind == "club":
        return True
    if key == "النادي":
        return True
    following = sentence[at + 1].key if at + 1 < len(sentence) else ""
    return bool(lex.of(key) & HEAD) and following.startswith("ال")


def _whole(lex: Lexicon, sentence: Sentence, span: Span) -> Span:
    """Made longer to the known name that begins it, and over Latin letters that go on."""
    first = span.form.key if span.form else sentence[span.first].key
    match = lex.bodies.within(first, sentence, span.first + 1, span.first + 10)
    end = max(span.end, span.first + match[0]) if match else span.end
    if end == span.first + 1 and _leans(lex, sentence, first, end):
        end += 1
    if first in _OF_NATIONS and end == span.first + _OF_NATIONS[first] and end < len(sentence):
        end += bool(sentence[end].flags & NATION) and sentence[end].key.startswith("ال")
    if first in _COMPANIES and end - span.first > 1 and _does(lex, sentence, end):
        end += 2
    while end < len(sentence) and is_latin(sentence[end - 1]) and is_latin(sentence[end]):
        end += 1
    while is_dotted(sentence, end):
        end += 2
    while _is_sum(sentence, end):
        end += 2
    while end < len(sentence) and is_spelt(lex, sentence, end, firm=False):
        end += 1
    return span if end == span.end else Span(span.label, span.first, end, span.form)


def _does(lex: Lexicon, sentence: Sentence, at: int) -> bool:
    """«شركة ستار» + «لتنظيم المعارض»: whether what a company does stands here."""
    if at + 1 >= len(sentence) or sentence[at].key[0] != "ل":
        return False
    return sentence[at].key[1:] in lex.classes["business"] and sentence[at + 1].key.startswith("ال")


def _is_sum(sentence: Sentence, end: int) -> bool:
    """«مجموعة 5+1»: whether a number that ends a name has another added to it."""
    added = end + 1 < len(sentence) and sentence[end].text == "+"
    return added and sentence[end - 1].text.isdigit() and sentence[end + 1].text.isdigit()


def _leans(lex: Lexicon, sentence: Sentence, head: str, at: int) -> bool:
    """«غرفة» + «الشرقية»: a head without article leans on the definite word after it."""
    if not lex.of(head) & HEAD or head.startswith("ال") or at >= len(sentence):
        return False
    flags = sentence[at].flags
    return sentence[at].key.startswith("ال") and not flags & (STOP | SPEECH)


def _second(lex: Lexicon, sentence: Sentence, span: Span, end: int) -> Span | None:
    """The body that follows an end inside the span: «… التابعين للمنظمة الدولية»."""
    for at in range(end, span.end - 1):
        for form in sentence[at].forms if sentence[at].is_word else ():
            if lex.of(form.key) & (HEAD | BRANCH_HEAD) and (at > end or form.cut or form.put):
                return Span(span.label, at, span.end, form if form.cut or form.put else None)
    return None


def _holder(lex: Lexicon, sentence: Sentence, span: Span, end: int) -> Span | None:
    """The person after an end inside the span: «وزارة التعليم العنود الجديعي»."""
    if span.end - end < 2 or not is_named(lex, sentence, span, end):
        return None
    return Span(Label.PERSON, end, span.end)


def _without_nation(lex: Lexicon, sentence: Sentence, span: Span, end: int) -> int:
    """«يوفنتوس الإيطالي»: a nationality after a foreign name is not part of it."""
    if end - span.first < 2 or not sentence[end - 1].flags & NATION or span.form:
        return end
    first = sentence[span.first].key
    club = first == "نادي" and end - span.first > 2 and sentence[end - 2].key[:2] != "ال"
    if first.startswith("ال") or (lex.of(first) & (HEAD | NATION) and not club):
        return end
    whole = known(lex, sentence, span, end)
    if whole and not known(lex, sentence, span, end - 1):
        return end
    return end - 1 if sentence[end - 1].key.startswith("ال") else end


def is_quoted(sentence: Sentence, span: Span) -> bool:
    """Whether the span stands alone in quotes or brackets."""
    return (
        span.first > 0
        and span.end < len(sentence)
        and sentence[span.first - 1].text in '«("“'
        and sentence[span.end].text in '»)"”'
    )
