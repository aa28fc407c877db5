"""Where a body's name ends: at a verb, an office, another body, what it does not lean on."""

from newsarchive.entities.lexicon import (
    BRANCH_HEAD,
    COMMON,
    COMMON_PLACE,
    FAMILY,
    GIVEN,
    HEAD,
    MET,
    NAME,
    NAMED_HEAD,
    NATION,
    PLACE,
    PLURAL_HEAD,
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
_NOW = frozenset(("اليوم", "الان", "غدا"))
_PARTIES = frozenset(("party", "armed_group"))
_REGIONS = frozenset({"منطقه", "محافظه", "ولايه", "مدينه", "اماره", "مملكه", "سلطنه", "دوله"})


def is_in_place(lex: Lexicon, key: str) -> bool:
    """Whether a word with one letter before it is a place («بالسودة»)."""
    return bool(lex.of(key[1:]) & (PLACE | COMMON_PLACE)) or key[1:] in lex.places.root


def key_of(sentence: Sentence, first: int, form: Form | None) -> str:
    """How the first word of a span is read."""
    return form.key if form else sentence[first].key


def ends(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """Whether the name of the body that a span begins with ends before the word at ``at``."""
    if is_dotted(sentence, at) or is_dotted(sentence, at - 1):
        return False
    if is_spelt(lex, sentence, at):
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
    over = key in lex.classes["body_end"] or (key in _NOW and at > span.first + 1)
    over = over or _is_of_its_head(sentence, at)
    if over or token.text.endswith(("اً", "ًا")):
        return not known(lex, sentence, span)
    if lex.of(key) & STOP and len(key) > 1 and not key.startswith("ال"):
        links = key in lex.classes["body_link"] and (key != "عن" or at > span.first + 1)
        return not links and not known(lex, sentence, span)
    if key[0] == "و" and _is_other(lex, sentence, span, at):
        return not known(lex, sentence, span)
    if key.startswith("وال"):
        return _another(lex, sentence, span, at) or _is_list(lex, sentence, span)
    return _breaks(lex, sentence, span, at)


def _is_of_its_head(sentence: Sentence, at: int) -> bool:
    """«رئيس الاتحاد الدولي السويسري جوزيف بلاتر»: what is international has no nation."""
    world = [word.key for word in sentence[max(at - 2, 0) : at]] == ["الاتحاد", "الدولي"]
    return world and bool(sentence[at].flags & NATION)


def _is_other(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """Whether a joined word cannot be of the body before: its people, a country, other bodies."""
    key = sentence[at].key
    if key[1:] in lex.classes["people_of"] or key[1:] in lex.classes["body_end"]:
        return True
    if _is_joined_country(lex, sentence, at):
        return True
    match = lex.bodies.longest(key[1:], ())
    party = match is not None and isinstance(match[1], Entry) and match[1].kind in _PARTIES
    if party and at > span.first + 1:
        return True
    heads = lex.of(key[1:]) & (PLURAL_HEAD | NAMED_HEAD) and not lex.of(key) & NAME
    return bool(heads) and sentence[at - 1].key.startswith(("ال", "وال"))


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
    if is_named(lex, sentence, span, at):
        return True
    if at > span.first + 1 and flags & PLACE and known(lex, sentence, span, at):
        return not known(lex, sentence, span)
    if at > span.first + 1 and is_latin(token) and not is_latin(sentence[at - 1]):
        return not known(lex, sentence, span)
    if key.startswith("ال") and (is_latin(sentence[at - 1]) or _is_office(lex, span, key, at)):
        return True
    if _is_placed_by(lex, sentence, span, at):
        return True
    if _is_bare_after_head(lex, sentence, span, at) or _is_closed(lex, sentence, span, at):
        return True
    return _leads_away(lex, sentence, at) is not None


def _is_placed_by(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«المجلس البلدي بوحدة المعلومات»: after a definite word an ordinary noun with «ب»."""
    key = sentence[at].key
    if at < span.first + 2 or key[0] != "ب" or not sentence[at - 1].key.startswith("ال"):
        return False
    flags, places = lex.of(key[1:]), PLACE | COMMON_PLACE | NAME
    if key[1:] in lex.classes["place_head"] or key.startswith("بال") or flags & places:
        return False
    return bool(flags & COMMON and not lex.of(key) & ~MET) and not known(lex, sentence, span)


def _is_present(lex: Lexicon, key: str) -> bool:
    """«وزارة الصحة ويتلقى …»: a verb of the present tense, joined or not."""
    names = NAME | PLACE | COMMON_PLACE
    bare = key[1:] if key[0] in "وفل" and not lex.of(key) & names else key
    if bare[:1] != "ي" or lex.of(bare) & names:
        return False
    return bool(lex.of(bare) & VERB) or (not lex.of(bare) & COMMON and is_ordinary(lex, bare))


def _is_afterknown(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«وزارة العمل التطبيق الإلزامي»: after a known name whole, an ordinary definite noun."""
    key = sentence[at].key
    if _is_after_club(lex, sentence, span, at):
        return True
    if at < span.first + 2 or not key.startswith("ال") or key.endswith("يه"):
        return False
    if _is_other_noun(lex, sentence, span, at):
        return not known(lex, sentence, span)
    if sentence[at].flags & NATION and _is_known_club(lex, sentence, span, at):
        return not known(lex, sentence, span, at + 1)
    if key.endswith("ي") and not _disagrees(lex, sentence, span, at):
        return False
    if key_of(sentence, span.first, span.form) == "نادي" and key.endswith("ه"):
        return known(lex, sentence, span, at) and not known(lex, sentence, span)
    if key[2:] in lex.classes["body_tail"]:
        return False
    if sentence[at].flags & (NATION | NAME | PLACE | COMMON_PLACE) or not is_ordinary(lex, key):
        return False
    return known(lex, sentence, span, at) and not known(lex, sentence, span)


def _is_after_club(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«الاتحاد الهدف الثاني»: after a club's one word a noun of sport."""
    key, name = sentence[at].key, key_of(sentence, span.first, span.form)
    if at != span.first + 1 or key[:2] != "ال" or key[2:] not in lex.classes["sport"]:
        return False
    match = lex.bodies.longest(name, ())
    club = match is not None and isinstance(match[1], Entry) and match[1].kind == "club"
    return (club or name in lex.classes["club"]) and not known(lex, sentence, span)


def _is_other_noun(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«جامعة بريستول التكنولوجيا …»: after a bare name a definite noun that is no adjective."""
    key, before = sentence[at].key, sentence[at - 1]
    bare = not before.key.startswith(("ال", "لل", "وال", "بال")) and not is_ordinary(
        lex, before.key
    )
    noun = key.endswith(("ا", "ات")) and is_ordinary(lex, key)
    return at == span.first + 2 and bare and noun and not sentence[at].flags & (NAME | PLACE)


def _is_known_club(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«ريال سرقسطة الأسباني لكرة القدم»: whether a known club's name ends before ``at``."""
    first, key = span.first, key_of(sentence, span.first, span.form)
    if key == "نادي":
        first, key = first + 1, sentence[first + 1].key
    match = lex.bodies.within(key, sentence, first + 1, at)
    if match is None or match[0] != at - first or not isinstance(match[1], Entry):
        return False
    return match[1].kind == "club"


def _disagrees(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«جامعة هارفارد الدراسي»: a masculine adjective after a feminine head and its bare name."""
    head, before = key_of(sentence, span.first, span.form), sentence[at - 1].key
    return head.endswith("ه") and not before.startswith(("ال", "وال", "لل"))


def _is_list(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """«المجلس الشعبي والسواني والحرف …»: more parts joined than an unknown body's name has."""
    joined = sum(token.key.startswith("وال") for token in sentence[span.first : span.end])
    return joined > _MOST_PARTS and not known(lex, sentence, span)


def _is_club_place(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«نادي الطيران الشراعي بالسودة»: where a club is is no part of its name."""
    club = key_of(sentence, span.first, span.form) == "نادي" and at > span.first + 1
    key = sentence[at].key
    return club and key[0] == "ب" and not lex.of(key) & NAME and is_in_place(lex, key)


def _is_bare_after_head(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«اللجنة عمل مشرفي الدوائر»: a definite head leans on nothing, so no bare noun goes on."""
    head, key = key_of(sentence, span.first, span.form), sentence[at].key
    if at > span.first + 1 or not head.startswith("ال") or not lex.of(head) & HEAD:
        return False
    if key[0] in "ولبف" or key.startswith("ال") or is_latin(sentence[at]):
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
    if at < span.first + 2 or not sentence[at - 1].key.startswith(("ال", "وال", "بال")):
        return False
    whole = known(lex, sentence, span, at)
    if whole and lex.of(key) & COMMON and not key.startswith(("ال", "و", "ل", "ب")):
        return not known(lex, sentence, span)
    named = lex.of(key) & (PLACE | COMMON_PLACE | NAME) or key == "عبد"
    if key[0] in "ولب" or key.startswith("ال") or named:
        return False
    short = len(key) < 3 and key not in lex.classes["letter"] and key != "ال"
    plain = is_ordinary(lex, key) or key.endswith("ا") or short
    return plain and not known(lex, sentence, span)


def _led_off(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«هيئة المدن الاقتصادية لتحقيق …»: «ل» after a name that is known whole.

    «مرسيدس لعملاء …»: and an ordinary word so after a name of one word that is none.
    """
    key = sentence[at].key
    if key[0] != "ل" or key[1:] in lex.classes["business"]:
        return False
    if at - span.first < 2:
        first = key_of(sentence, span.first, span.form)
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
        if form.cut == 1 and flags & (HEAD | BRANCH_HEAD) and form.key not in _REGIONS:
            return form
    return None


def _is_counted(sentence: Sentence, at: int) -> bool:
    """«الاتحاد الأوروبي ال28», «الـ 28»: a number with the article."""
    text = sentence[at].text.replace("ـ", "")
    following = sentence[at + 1].text if at + 1 < len(sentence) else ""
    return text[:2] == "ال" and (text[2:] or following).isdigit()


def is_dotted(sentence: Sentence, end: int) -> bool:
    """«إيه.بي.سي»: whether a dot and one more letter's name go on without a gap."""
    if end < 1 or end + 1 >= len(sentence):
        return False
    if sentence[end].text != "." or not sentence[end + 1].is_word:
        return False
    dot = sentence.starts[end]
    return sentence.end(end - 1) == dot and sentence.starts[end + 1] == dot + 1


def is_spelt(lex: Lexicon, sentence: Sentence, at: int, *, firm: bool = True) -> bool:
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


def is_latin(token: Word) -> bool:
    """Whether a word is written in Latin letters."""
    return token.is_word and token.text.isascii() and token.text[0].isalpha()


def is_named(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """Whether a given name and another word stand after a known name whole."""
    flags = sentence[at].flags
    if _is_placed(lex, sentence, span, at) and flags & GIVEN and at + 1 < len(sentence):
        following = sentence[at + 1]
        if following.key.startswith("ال") and following.flags & (FAMILY | GIVEN):
            return not known(lex, sentence, span)
    given = flags & GIVEN and not flags & (COMMON | MET | PLACE | COMMON_PLACE | FAMILY)
    if not given or at < span.first + 2 or at + 1 >= len(sentence):
        return False
    whole = known(lex, sentence, span) or not known(lex, sentence, span, at)
    return not whole and sentence[at + 1].is_word


def _is_placed(lex: Lexicon, sentence: Sentence, span: Span, at: int) -> bool:
    """«مستشفى ينبع» + «عمر الجهني»: whether a head and its place stand before ``at``."""
    if at != span.first + 2:
        return False
    head = lex.of(key_of(sentence, span.first, span.form)) & HEAD
    return bool(head and lex.places.within(sentence[at - 1].key, sentence, at, at))


def known(lex: Lexicon, sentence: Sentence, span: Span, end: int = 0) -> bool:
    """Whether the span, whole or up to ``end``, is a body of the lexicon."""
    end = end or span.end
    first = span.form.key if span.form else sentence[span.first].key
    match = lex.bodies.within(first, sentence, span.first + 1, end)
    return match is not None and match[0] == end - span.first
