"""Mending persons' spans: titles inside, offices and ordinary words before, phrases for names."""

from collections.abc import Iterator

from newsarchive.entities.lexicon import (
    COMMON,
    COMMON_PLACE,
    FACILITY,
    FAMILY,
    FOREIGN_GIVEN,
    GIVEN,
    MET,
    NAME,
    NAMED_HEAD,
    NATION,
    PARTICLE,
    PLACE,
    ROLE,
    SPEECH,
    STOP,
    STRANGE,
    TITLE,
    VERB,
    Lexicon,
)
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.tagger import Label, Span
from newsarchive.entities.tokens import Sentence, Word

FIRM, _WEAK = 0.85, 0.6
_OWN_CHAIN = 3
_APART = frozenset(("أو", "هو", "هي"))
_SON = frozenset(("بن", "بنت"))
_HOLDS = frozenset(("بن", "بنت", "الله", "الدين"))
_LEADING = frozenset(("فان", "فون", "دي", "دا", "بن", "عبد", "ابو", "ال"))
_MELTED = ("بال", "وال", "لل", "كال", "فال")
_ORDINARY = ROLE | TITLE | COMMON | VERB | SPEECH | STOP


def person_parts(lex: Lexicon, sentence: Sentence, span: Span, *, belief: float) -> Iterator[Span]:
    """The persons, and titles between them, that a span of the tagger holds.

    ``belief``: of the tagger; from what it is sure of only titles and offices are taken off.
    """
    span = _with_rest(sentence, _with_given(lex, sentence, _from_clitic(lex, sentence, span)))
    start = _front(lex, sentence, span, firm=belief > _WEAK)
    if start >= span.end:
        return
    form = span.form if start == span.first else None
    whole = span.end
    foreign = _foreign(lex, sentence, start, span.end, firm=belief > FIRM)
    span = Span(span.label, span.first, foreign, span.form)
    for at in range(start + 1, span.end):
        if _is_borne(lex, sentence, at, span.end, firm=belief > FIRM):
            continue
        if _is_title(lex, sentence, at, at - start):
            yield Span(Label.PERSON, start, at, form)
            yield Span(Label.TITLE, at, at + 1)
            if at + 1 < span.end:
                yield Span(Label.PERSON, at + 1, span.end)
            return
    if span.end < whole and sentence[span.end].text[0] == "و":
        yield from _joined(lex, sentence, span.end, whole)
    end = span.end if belief > FIRM else _back(lex, sentence, start, span.end)
    if end - start > 2 and sentence[end - 1].key in lex.classes["ordinal"]:
        end -= not _rules(lex, sentence, start, end - 1)
    yield Span(Label.PERSON, start, end, form)


def _rules(lex: Lexicon, sentence: Sentence, start: int, end: int) -> bool:
    """«عبد الله» before «الثاني», unlike «كريستيانو رونالدو»: one name, as a ruler's is."""
    return end - start < _OWN_CHAIN and sentence[start].key in ("عبد", "محمد")


def _from_clitic(lex: Lexicon, sentence: Sentence, span: Span) -> Span:
    """«وثيق بأيمن الظواهري»: a given name with a preposition begins the name."""
    first = span.form.key if span.form else sentence[span.first].key
    if lex.of(first) & (NAME | PARTICLE):
        return span
    for at in range(span.first + 1, span.end):
        if sentence[at].flags & NAME:
            return span
        for form in sentence[at].forms[1:]:
            if form.cut == 1 and sentence[at].text[0] in "بل" and lex.of(form.key) & GIVEN:
                return span._replace(first=at, form=form)
    return span


def _with_given(lex: Lexicon, sentence: Sentence, span: Span) -> Span:
    """«مقرب» + «بن سعد بن علي الثنيان»: the word whose father is named, but «الرئيس بن علي».

    Nor is an ordinary word before a short chain a name («عائلة بن لادن»).
    """
    first = span.first
    if first > 1 and sentence[first - 1].key in _SON and not span.form:
        first -= 1
    if sentence[first].key not in _SON or first == 0:
        return span
    before = sentence[first - 1]
    barred = before.flags & (TITLE | ROLE | SPEECH | PARTICLE)
    barred = barred or (before.flags & STOP and not before.flags & COMMON)
    if not before.is_word or barred or before.key.startswith("ال"):
        return span
    plain = is_ordinary(lex, before.key) and not before.flags & NAME
    if plain and span.end - first < _OWN_CHAIN:
        return span
    return Span(span.label, first - 1, span.end)


def _with_rest(sentence: Sentence, span: Span) -> Span:
    """«لويس فان» + «جال»: a name does not end in a particle that leads the rest of it."""
    if sentence[span.end - 1].key not in _LEADING or span.end - span.first < 2:
        return span
    following = sentence[span.end] if span.end < len(sentence) else None
    if following is None or not following.is_word or following.flags & STOP:
        return span
    return span._replace(end=span.end + 1)


def _joined(lex: Lexicon, sentence: Sentence, at: int, end: int) -> Iterator[Span]:
    """«عبدالله وديم»: the name that is joined to another."""
    form = next((f for f in sentence[at].forms[1:] if lex.of(f.key) & GIVEN), None)
    if form is None and end - at > 2:
        yield Span(Label.PERSON, at + 1, _foreign(lex, sentence, at + 1, end, firm=False))
    elif form is not None:
        yield Span(Label.PERSON, at, _foreign(lex, sentence, at, end, firm=False), form)


def _foreign(lex: Lexicon, sentence: Sentence, start: int, end: int, *, firm: bool) -> int:
    """Where words begin that no name goes on with, else ``end``."""
    for at in range(start + 1, end):
        if _is_foreign(lex, sentence, at, firm=firm):
            return at
    return end


def _is_foreign(lex: Lexicon, sentence: Sentence, at: int, *, firm: bool) -> bool:
    """«الملك عبدالله بجازان», «محمد بن سلمان ولي ولي العهد», «محمد صلى الله عليه وسلم»."""
    token = sentence[at]
    if not token.is_word:
        joins = sentence.end(at - 1) == sentence.starts[at] and token.text in ".-'’"
        return not joins and token.text not in ".'’"
    if sentence[at - 1].key in _SON:
        return False
    flags = token.flags
    if token.text in _APART or token.key in lex.classes["called"]:
        return True
    if _is_after_father(lex, sentence, at):
        return True
    if _begins_phrase(lex, token.key, sentence[at + 1].key if at + 1 < len(sentence) else ""):
        return True
    if flags & (NAME | PARTICLE) or _is_inner(lex, sentence, at):
        return False
    if token.key[0] == "و" and (lex.of(token.key[1:]) & GIVEN or _is_done_too(lex, token)):
        return True
    if token.key.startswith(_MELTED) and not (firm and _is_unknown(lex, token)):
        return True
    if flags & STOP and len(token.key) > 2 and not _is_imam(token, firm=firm):
        return True
    return token.key[0] == "ب" and bool(lex.of(token.key[1:]) & (PLACE | COMMON_PLACE))


def _begins_phrase(lex: Lexicon, key: str, following: str) -> bool:
    """«صلى الله عليه وسلم», «ولي العهد»: what follows a name and is none of it."""
    if following == "الله" and key in lex.classes["phrase"]:
        return key != "عبد"
    return key in lex.classes["heir"] and following in lex.classes["heir_of"]


def _is_imam(word: Word, *, firm: bool) -> bool:
    """«عادل إمام»: folded, the name is «أمام» too."""
    return word.key == "امام" and (word.text[0] == "إ" or (firm and word.text[0] == "ا"))


def _is_done_too(lex: Lexicon, word: Word) -> bool:
    """«مايكل دوجلاس وإخراج بيتن ريد»: an ordinary noun that is joined to a name."""
    return len(word.key) > 4 and is_ordinary(lex, word.key[1:]) and not word.flags & NAME


def _is_unknown(lex: Lexicon, word: Word) -> bool:
    """«فالك», «والكوت»: neither known nor ordinary: its letters are its own."""
    return not is_ordinary(lex, word.key) and not any(lex.of(form.key) for form in word.forms)


def _is_inner(lex: Lexicon, sentence: Sentence, at: int) -> bool:
    """«طيف سليم خلف الصقيري»: a grandfather's name that is a function word as well."""
    if at < 2 or at + 1 >= len(sentence) or not sentence[at].flags & STOP:
        return False
    before, after = sentence[at - 1].flags, sentence[at + 1]
    plain = after.flags & ~FAMILY or is_ordinary(lex, after.key)
    return bool(before & GIVEN) and after.key.startswith("ال") and not plain


def _is_after_father(lex: Lexicon, sentence: Sentence, at: int) -> bool:
    """«منصور بن متعب رأس وفد …»: after a father no ordinary word without article goes on."""
    token = sentence[at]
    if at < _OWN_CHAIN or sentence[at - 2].key not in ("بن", "بنت") or token.key[:2] == "ال":
        return False
    if sentence[at - 1].flags & PARTICLE or token.flags & (NAME | PARTICLE):
        return False
    return bool(token.flags & (MET | VERB | TITLE)) and is_ordinary(lex, token.key)


def _is_borne(lex: Lexicon, sentence: Sentence, at: int, end: int, *, firm: bool) -> bool:
    """«حسن الراهب», «حسن شيخ محمود»: a title that ends a name, or has no article, is part of it."""
    key = sentence[at].key
    if at + 1 == end:
        chained = sentence[at - 2].key == "بن" and key not in lex.classes["sir"]
        return firm or chained
    return firm and not key.startswith("ال")


def _is_title(lex: Lexicon, sentence: Sentence, at: int, position: int) -> bool:
    """«عادل الجبير السيد كيري»: a title ends one name and begins the next."""
    key = sentence[at].key
    flags = lex.of(key)
    if not flags & TITLE or key not in lex.titles.root:
        return False
    if not flags & NAME:
        return True
    led = sentence[at - 1].flags & PARTICLE
    return position > 1 and not led and key in lex.classes["sir"]


def _front(lex: Lexicon, sentence: Sentence, span: Span, *, firm: bool) -> int:
    """Where the name begins: «أمين عمان عقل بلتاجي», «انتقال فيدال», «سيدنا عمر»."""
    start = span.first
    while start + 1 < span.end and _stands_before(lex, sentence, start, span.end):
        start += 1
    while start + 1 < span.end:
        key = span.form.key if span.form and start == span.first else sentence[start].key
        flags = lex.of(key)
        title = lex.titles.within(key, sentence, start + 1, span.end)
        if title and title[0] > 1 and start + title[0] < span.end:
            start += title[0]
            continue
        if flags & PARTICLE or sentence[start + 1].key in _HOLDS:
            break
        following = sentence[start + 1].flags
        named = following & GIVEN or sentence[start + 1].key in ("عبد", "ابو")
        told = _is_nation(lex, key, named=bool(named)) or _is_praise(lex, sentence, start, key)
        sure = not firm or key in lex.classes["profession"]
        told = told or (_is_trade(lex, key, following) and sure)
        if told and span.end - start > 2:
            start += 1
            continue
        if key == "ابن" and following & FOREIGN_GIVEN and not following & GIVEN:
            start += 1
            continue
        leads = key.startswith("ال") or flags & COMMON
        ruled = key in lex.classes["regime"] and following & NAME
        if (ruled or (leads and not flags & NAME and following & GIVEN)) and span.end - start > 2:
            start += 1
            continue
        if flags & ROLE and start + 2 < span.end and _is_ruled(sentence, start + 1):
            start += 2
        elif not firm and flags & _ORDINARY and not flags & NAME:
            start += 1
        else:
            break
    return start


def _is_trade(lex: Lexicon, key: str, following: int) -> bool:
    """«الصياد حبيب الصادق»: a definite trade that is a surname as well, before a given name."""
    trade = key.startswith("ال") and not lex.of(key) & (GIVEN | FOREIGN_GIVEN)
    return trade and is_ordinary(lex, key) and bool(following & GIVEN)


def _is_praise(lex: Lexicon, sentence: Sentence, start: int, key: str) -> bool:
    """«المخضرم بتر تشيك»: a definite adjective that is no name, before a name without article."""
    following = sentence[start + 1].key
    plain = key.startswith("ال") and not lex.of(key) & NAME and is_ordinary(lex, key)
    return plain and not following.startswith("ال") and following not in _HOLDS


def _is_ruled(sentence: Sentence, at: int) -> bool:
    """«أمين عمان عقل بلتاجي», «حاكم كاليفورنيا ادموند براون»: what is held before who holds it."""
    held = sentence[at].flags
    if held & (PLACE | COMMON_PLACE):
        return True
    return not held & (NAME | PARTICLE) and bool(sentence[at + 1].flags & (GIVEN | FOREIGN_GIVEN))


def _stands_before(lex: Lexicon, sentence: Sentence, start: int, end: int) -> bool:
    """«Next Previous أحمد حجازي», «الشيخان محمد», «المدعو شاه»: what a name does not begin with."""
    key = sentence[start].key
    if key in lex.classes["two_sirs"] or key in lex.classes["called"]:
        return True
    return sentence[start].text.isascii() and not sentence[end - 1].text.isascii()


def _is_nation(lex: Lexicon, key: str, *, named: bool) -> bool:
    """«الكويتي» before a given name; «السعوديان», which no name begins with, before any word."""
    if not key.startswith("ال"):
        return False
    several = key.endswith(("ان", "ين", "ون")) and bool(lex.of(key[:-2]) & NATION)
    return several or (named and bool(lex.of(key) & NATION))


def _back(lex: Lexicon, sentence: Sentence, start: int, end: int) -> int:
    """Where the name ends: not after a verb, function word or number."""
    while end - 1 > start:
        token = sentence[end - 1]
        flags = token.flags
        odd = flags & (STOP | SPEECH | VERB | FACILITY) and not flags & NAME
        if not odd and not token.text[0].isdigit() and not token.text.endswith("اً"):
            break
        end -= 1
    return end


def given_in_brackets(sentence: Sentence, at: int) -> int:
    """Where the words begin that stand in brackets before a name as its given one; else ``at``.

    «(ماتس) هوميلس», as papers add what an agency left out.
    """
    if not _OWN_CHAIN <= at < len(sentence) or sentence[at - 1].text != ")":
        return at
    first = at - 1
    while first and at - first < _OWN_CHAIN and sentence[first - 1].is_word:
        first -= 1
    words = sentence[first : at - 1]
    told = all(word.flags & NAME or word.hint & STRANGE for word in words)
    return first if words and first and sentence[first - 1].text == "(" and told else at


def is_thing(word: Word) -> bool:
    """Whether a word begins a thing or body that is named after somebody: «مطار», «جامعة»."""
    return bool(word.hint & (FACILITY | NAMED_HEAD))
