"""Mending organisations' spans: where the name ends, and what names no body."""

from collections.abc import Iterator

from newsarchive.entities.lexicon import (
    COMMON,
    COMMON_PLACE,
    HEAD,
    NAME,
    NAMED_HEAD,
    NATION,
    PLACE,
    ROLE,
    SPEECH,
    STOP,
    TITLE,
    VERB,
    Entry,
    Lexicon,
)
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.tagger import Span
from newsarchive.entities.tokens import Form, Sentence, Word

_MOST_PARTS = 3
_IN_REGION = frozenset({"بمنطقه", "بمحافظه", "بولايه", "بمدينه"})
_REGIONS = frozenset({"منطقه", "محافظه", "ولايه", "مدينه", "اماره", "مملكه", "سلطنه", "دوله"})


def body_parts(lex: Lexicon, sentence: Sentence, span: Span) -> Iterator[Span]:
    """The bodies a span of the tagger holds."""
    span = _with_branch(lex, sentence, _whole(lex, sentence, _front(lex, sentence, span)))
    end = span.first + 1
    while end < span.end and not _ends(lex, sentence, span, end):
        end += 1
    second = _second(lex, sentence, span, end)
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
        if following.startswith("ال") and not following.endswith(("يه", "ه")):
            form = next((f for f in sentence[first].forms if f.key == form.key[2:]), form)
    leads = _key(sentence, first, form) in lex.classes["body_of"] and first + 1 < span.end
    if leads and not known(lex, sentence, span) and _stands_alone(lex, sentence, first + 1):
        first, form = first + 1, None
    return (
        span if (first, form) == (span.first, span.form) else span._replace(first=first, form=form)
    )


def _leads_in(lex: Lexicon, sentence: Sentence, first: int, form: Form | None) -> bool:
    """A function word, and whose forces are told: «قوات جماعة أنصار الله»."""
    key = _key(sentence, first, form)
    following = sentence[first + 1]
    named = following.flags & HEAD and following.flags & NAMED_HEAD
    forces = key in lex.classes["regime"] and named and following.key in lex.classes["follows"]
    return key in lex.classes["body_before"] or bool(forces)


def _with_branch(lex: Lexicon, sentence: Sentence, span: Span) -> Span:
    """«فرع جمعية الثقافة والفنون بالمدينة المنورة»: a branch whose place is told."""
    if span.first == 0 or span.form or sentence[span.first - 1].key != "فرع":
        return span
    keys = [token.key for token in sentence[span.first + 1 : span.end]]
    told = any(key[0] == "ب" and (key in _IN_REGION or _is_in_place(lex, key)) for key in keys)
    return span._replace(first=span.first - 1) if told else span


def _is_in_place(lex: Lexicon, key: str) -> bool:
    return bool(lex.of(key[1:]) & (PLACE | COMMON_PLACE)) or key[1:] in lex.places.root


def place_told(lex: Lexicon, sentence: Sentence, span: Span) -> int:
    """Where «بمنطقة عسير», «بالدمام» begins at the end of a body's name; else its end."""
    for at in range(span.first + 2, span.end):
        key = sentence[at].key
        if key in _IN_REGION or (key[0] == "ب" and at + 1 == span.end and _is_in_place(lex, key)):
            return at
    return span.end


def _key(sentence: Sentence, first: int, form: Form | None) -> str:
    return form.key if form else sentence[first].key


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


def _ends(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    if _is_dotted(sentence, at) or _is_dotted(sentence, at - 1):
        return False
    if _is_spelt(lex, sentence, at):
        return False
    if _is_counted(sentence, at) or _is_club_place(lex, sentence, span, at):
        return True
    token = sentence[at]
    key = token.key
    turns = key in ("في", "الاول") or key in lex.classes["direction"]
    if turns and _is_side(lex, sentence, span, at):
        return False
    if turns or _led_off(lex, sentence, span, at):
        return not known(lex, sentence, span)
    if key in lex.classes["body_end"] or token.text.endswith(("اً", "ًا")):
        return not known(lex, sentence, span)
    if lex.of(key) & STOP and len(key) > 1 and not key.startswith("ال"):
        return key not in lex.classes["body_link"] and not known(lex, sentence, span)
    if key[0] == "و" and _is_other(lex, sentence, at):
        return not known(lex, sentence, span)
    if key.startswith("وال"):
        return _another(lex, sentence, span, at) or _is_list(lex, sentence, span)
    return _breaks(lex, sentence, span, at)


def _is_other(lex: Lexicon, sentence: Sentence, at: int) -> bool:
    """Whether a joined word cannot be of the body before: its people, a country."""
    return sentence[at].key[1:] in lex.classes["people_of"] or _is_joined_country(lex, sentence, at)


def _is_side(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«مستشفى شرق جدة»: a place's part right after the head."""
    following = sentence[at + 1].flags if at + 1 < span.end else 0
    side = at == span.first + 1 and sentence[at].key in lex.classes["direction"]
    return side and bool(following & (PLACE | COMMON_PLACE))


def _breaks(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """A verb, another alphabet, an office, another body: what no name goes on with."""
    token = sentence[at]
    key, flags = token.key, token.flags
    if flags & (SPEECH | VERB) and not flags & (COMMON | NAME | PLACE | HEAD):
        return True
    if _is_present(lex, key) or _is_afterknown(lex, sentence, span, at):
        return True
    if at > span.first + 1 and flags & PLACE and known(lex, sentence, span._replace(end=at)):
        return not known(lex, sentence, span)
    if at > span.first + 1 and _latin(token) and not _latin(sentence[at - 1]):
        return not known(lex, sentence, span)
    if key.startswith("ال") and (_latin(sentence[at - 1]) or _is_office(lex, span, key, at)):
        return True
    if _is_bare_after_head(lex, sentence, span, at) or _is_closed(lex, sentence, span, at):
        return True
    return _leads_away(lex, sentence, at) is not None


def _is_present(lex: Lexicon, key: str) -> bool:
    """«وزارة الصحة ويتلقى …»: a verb of the present tense, joined or not."""
    names = NAME | PLACE | COMMON_PLACE
    bare = key[1:] if key[0] in "وفل" and not lex.of(key) & names else key
    return bare[:1] == "ي" and bool(lex.of(bare) & VERB and not lex.of(bare) & names)


def _is_afterknown(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«وزارة العمل التطبيق الإلزامي»: after a known name whole, an ordinary definite noun."""
    key = sentence[at].key
    if at < span.first + 2 or not key.startswith("ال") or key.endswith(("يه", "ي")):
        return False
    if key[2:] in lex.classes["body_tail"]:
        return False
    if sentence[at].flags & (NATION | NAME | PLACE | COMMON_PLACE) or not is_ordinary(lex, key):
        return False
    return known(lex, sentence, span._replace(end=at)) and not known(lex, sentence, span)


def _is_list(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """«المجلس الشعبي والسواني والحرف …»: more parts joined than an unknown body's name has."""
    joined = sum(token.key.startswith("وال") for token in sentence[span.first : span.end])
    return joined > _MOST_PARTS and not known(lex, sentence, span)


def _is_club_place(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«نادي الطيران الشراعي بالسودة»: where a club is is no part of its name."""
    club = _key(sentence, span.first, span.form) == "نادي" and at > span.first + 1
    key = sentence[at].key
    return club and key[0] == "ب" and not lex.of(key) & NAME and _is_in_place(lex, key)


def _is_bare_after_head(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«اللجنة عمل مشرفي الدوائر»: a definite head leans on nothing, so no bare noun goes on."""
    head, key = _key(sentence, span.first, span.form), sentence[at].key
    if at > span.first + 1 or not head.startswith("ال") or not lex.of(head) & HEAD:
        return False
    if key[0] in "ولبف" or key.startswith("ال") or _latin(sentence[at]):
        return False
    return is_ordinary(lex, key) and not lex.of(key) & (STOP | NAME | PLACE | COMMON_PLACE)


def _is_joined_country(lex: Lexicon, sentence: Sentence, at: int) -> bool:
    """«الاتحاد الأوروبي والولايات المتحدة»: a country joined to a body whose name is no place's."""
    key = sentence[at].key
    if lex.of(key) & NAME or sentence[at - 1].flags & (PLACE | COMMON_PLACE):
        return False
    place = lex.places.within(key[1:], sentence, at + 1, at + 4)
    return place is not None and isinstance(place[1], Entry) and place[1].kind == "country"


def _is_closed(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«… وحماية البيئة أمطارا»: after a definite word no indefinite one goes on, but a place."""
    key = sentence[at].key
    if at < span.first + 2 or not sentence[at - 1].key.startswith(("ال", "وال")):
        return False
    if key[0] in "ولب" or key.startswith("ال") or lex.of(key) & (PLACE | COMMON_PLACE | NAME):
        return False
    short = len(key) < 3 and key not in lex.classes["letter"] and key != "ال"
    plain = is_ordinary(lex, key) or key.endswith("ا") or short
    return plain and not known(lex, sentence, span)


def _led_off(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«هيئة المدن الاقتصادية لتحقيق …»: «ل» after a name that is known whole.

    «مرسيدس لعملاء …»: and an ordinary word so after a name of one word that is none.
    """
    key = sentence[at].key
    if key[0] != "ل":
        return False
    if at - span.first < 2:
        first = _key(sentence, span.first, span.form)
        head = lex.of(first) & (HEAD | NAMED_HEAD) or is_ordinary(lex, first)
        return not head and not key.startswith("لل") and is_ordinary(lex, key[1:])
    first = span.form.key if span.form else sentence[span.first].key
    match = lex.bodies.within(first, sentence, span.first + 1, at)
    return match is not None and match[0] == at - span.first


def _is_office(lex: Lexicon, span: Span, key: str, at: int) -> bool:
    """«شركة … للأغذية الوكيل الحصري»: an office after the name."""
    flags = lex.of(key)
    return at > span.first + 1 and bool(flags & TITLE and flags & ROLE) and not flags & NAME


def _another(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«أمانة منطقة تبوك والبلديات»: what is joined to a finished name, or to a generic plural."""
    before = sentence[at - 1].flags
    rest = tuple(token.key for token in sentence[at + 1 : span.end])
    if any((sentence[at].key[1:], *rest[:count]) in lex.generic for count in range(len(rest) + 1)):
        return not known(lex, sentence, span)
    finished = before & PLACE and not before & NATION and not sentence[at - 1].key.startswith("ال")
    return bool(finished) and not known(lex, sentence, span)


def _leads_away(lex: Lexicon, sentence: Sentence, at: int) -> Form | None:
    """«ثانوية صقلية بتعليم الطائف»: another body's head after «ب»."""
    if sentence[at].key[0] != "ب" or not sentence[at].is_word:
        return None
    for form in sentence[at].forms[1:]:
        flags = lex.of(form.key)
        if form.cut == 1 and flags & HEAD and form.key not in _REGIONS:
            return form
    return None


def _whole(lex: Lexicon, sentence: Sentence, span: Span) -> Span:
    """Made longer to the known name that begins it, and over Latin letters that go on."""
    first = span.form.key if span.form else sentence[span.first].key
    match = lex.bodies.within(first, sentence, span.first + 1, span.first + 10)
    end = max(span.end, span.first + match[0]) if match else span.end
    if end == span.first + 1 and _leans(lex, sentence, first, end):
        end += 1
    while end < len(sentence) and _latin(sentence[end - 1]) and _latin(sentence[end]):
        end += 1
    while _is_dotted(sentence, end):
        end += 2
    while end < len(sentence) and _is_spelt(lex, sentence, end, firm=False):
        end += 1
    return span if end == span.end else Span(span.label, span.first, end, span.form)


def _is_counted(sentence: Sentence, at: int) -> bool:
    """«الاتحاد الأوروبي ال28»: a number with the article."""
    text = sentence[at].text
    following = sentence[at + 1].text if at + 1 < len(sentence) else ""
    return text[:2] == "ال" and (text[2:] or following).isdigit()


def _is_dotted(sentence: Sentence, end: int) -> bool:
    """«إيه.بي.سي»: whether a dot and one more letter's name go on without a gap."""
    if end < 1 or end + 1 >= len(sentence):
        return False
    if sentence[end].text != "." or not sentence[end + 1].is_word:
        return False
    dot = sentence.starts[end]
    return sentence.end(end - 1) == dot and sentence.starts[end + 1] == dot + 1


def _is_spelt(lex: Lexicon, sentence: Sentence, at: int, *, firm: bool = True) -> bool:
    """«أن تي في», «سي بيه آي سي»: one more letter of a foreign acronym, spelt as a word.

    «في», and «إن» unless the tagger is ``firm``, is one only before a mark or one more letter.
    """
    letters = lex.classes["letter"]
    key = sentence[at].key
    if key not in letters or sentence[at - 1].key not in letters:
        return False
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    doubtful = key == "في" or (not firm and bool(lex.of(key) & STOP))
    ends = following is None or not following.is_word or following.key in letters
    return ends or not doubtful


def _leans(lex: Lexicon, sentence: Sentence, head: str, at: int) -> bool:
    """«غرفة» + «الشرقية»: a head without article leans on the definite word after it."""
    if not lex.of(head) & HEAD or head.startswith("ال") or at >= len(sentence):
        return False
    flags = sentence[at].flags
    return sentence[at].key.startswith("ال") and not flags & (STOP | SPEECH)


def _latin(token: Word) -> bool:
    return token.is_word and token.text.isascii() and token.text[0].isalpha()


def _second(lex: Lexicon, sentence: Sentence, span: Span, end: int) -> Span | None:
    """The body that follows an end inside the span: «… التابعين للمنظمة الدولية»."""
    for at in range(end, span.end - 1):
        for form in sentence[at].forms if sentence[at].is_word else ():
            if lex.of(form.key) & HEAD and (at > end or form.cut or form.put):
                return Span(span.label, at, span.end, form if form.cut or form.put else None)
    return None


def _without_nation(lex: Lexicon, sentence: Sentence, span: Span, end: int) -> int:
    """«يوفنتوس الإيطالي»: a nationality after a foreign name is not part of it."""
    if end - span.first < 2 or not sentence[end - 1].flags & NATION or span.form:
        return end
    first = sentence[span.first].key
    if first.startswith("ال") or lex.of(first) & (HEAD | NATION):
        return end
    whole = known(lex, sentence, span._replace(end=end))
    if whole and not known(lex, sentence, span._replace(end=end - 1)):
        return end
    return end - 1 if sentence[end - 1].key.startswith("ال") else end


def known(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """Whether the whole span is a body of the lexicon."""
    first = span.form.key if span.form else sentence[span.first].key
    match = lex.bodies.within(first, sentence, span.first + 1, span.end)
    return match is not None and match[0] == span.end - span.first


def is_quoted(sentence: Sentence, span: Span) -> bool:
    """Whether the span stands alone in quotes or brackets."""
    return (
        span.first > 0
        and span.end < len(sentence)
        and sentence[span.first - 1].text in '«("“'
        and sentence[span.end].text in '»)"”'
    )
