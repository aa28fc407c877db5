"""What names nobody though it is tagged as a person: set phrases, titles, days, ordinary words."""

from collections.abc import Sequence

from newsarchive.entities.lexicon import (
    AMBIGUOUS,
    COMMON,
    COMMON_PLACE,
    DOUBTED,
    FACILITY,
    FOREIGN_GIVEN,
    GIVEN,
    MET,
    NAME,
    NATION,
    PLACE,
    ROLE,
    STOP,
    Lexicon,
)
from newsarchive.entities.ordinary import is_inflected, is_ordinary
from newsarchive.entities.tagger import Span
from newsarchive.entities.tokens import Sentence, Word

_SHORT = 4
_OFFICES = frozenset(("امير", "امين"))
_INDEFINITE = "ًٌٍ"
_PEERS = frozenset(("نظيره", "نظيرها", "نظيرهم"))
_OF_PRAYERS = ("كم", "هم", "ين")


def is_no_person(lex: Lexicon, sentence: Sentence, span: Span, *, firm: bool) -> bool:
    """A span that names nobody: a facility's name, a set phrase, a title, an ordinary word."""
    tokens = sentence[span.first : span.end]
    first = span.form.key if span.form else tokens[0].key
    flags = lex.of(first)
    if _is_worded(lex, tokens, first) or _is_prayed(tokens, first) or _is_peer(tokens, first):
        return True
    if _is_of_god(lex, span, tokens, first):
        return True
    rest = [token.key for token in tokens[1:]]
    if len(rest) == 1 and flags & ROLE and _is_held(lex, rest[0]):
        return not firm or not flags & NAME or first in _OFFICES
    if len(rest) == 1 and flags & COMMON and flags & MET and not lex.of(rest[0]) & NAME:
        return bool(lex.of("ال" + rest[0]) & NATION)
    if first in lex.classes["product"] or first in lex.classes["follower"]:
        return True
    if rest and (_is_dated(lex, first, rest[0], firm=firm) or first in lex.classes["crowd"]):
        return True
    body = lex.bodies.longest(first, rest)
    if body and body[0] == len(tokens) > 1 and not flags & (GIVEN | FOREIGN_GIVEN):
        return True
    match = lex.titles.longest(first, rest)
    if match and match[0] == len(tokens) and (len(tokens) > 1 or not flags & NAME):
        return True
    if flags & FACILITY and len(tokens) > 1 and not firm:
        return True
    return len(tokens) == 1 and _is_no_single(lex, sentence, span, first, firm=firm)


def _is_of_god(lex: Lexicon, span: Span, tokens: Sequence[Word], first: str) -> bool:
    """«بتوفيق الله», «رضي الله عنه», but «عبد الله»."""
    if len(tokens) < 2 or tokens[1].key != "الله" or first == "عبد":
        return False
    led = span.form is not None and span.form.cut > 0 and tokens[0].text[0] == "ب"
    return led or first in lex.classes["phrase"]


def _is_held(lex: Lexicon, key: str) -> bool:
    """«أمير قطر», «أمير طالبان»: whether a word after an office is what somebody holds it of."""
    body = lex.bodies.longest(key, ())
    return bool(lex.of(key) & (PLACE | COMMON_PLACE)) or (body is not None and not lex.of(key))


def _is_worded(lex: Lexicon, tokens: Sequence[Word], first: str) -> bool:
    """Whether words are of a kind that no name has, or make a wish («عيد سعيد»)."""
    if any(token.text.endswith(("اً", "ًا")) for token in tokens) or _is_quality(tokens):
        return True
    rest = [token.key for token in tokens[1:]]
    readings = {first, *tokens[0].readings}
    return any(" ".join((reading, *rest)) in lex.classes["wish"] for reading in readings)


def _is_peer(tokens: Sequence[Word], first: str) -> bool:
    """«نظيره التركي»: a counterpart and its nation, but the name «نظيرة التركي»."""
    peer = first in _PEERS and not tokens[0].text.endswith("ة")
    return peer and len(tokens) == 2 and bool(tokens[1].flags & NATION)


def _is_prayed(tokens: Sequence[Word], first: str) -> bool:
    """«رعاكم الله», «سائلين الله»: a verb with a pronoun, or a participle, before «الله»."""
    alone = len(tokens) == 2 and tokens[1].key == "الله"
    return alone and not tokens[0].flags & NAME and first.endswith(_OF_PRAYERS)


def _is_quality(tokens: Sequence[Word]) -> bool:
    """«هشاشة هيكلية»: an indefinite adjective of relation ends no name («الشمرية» may)."""
    last = tokens[-1]
    plain = last.text.endswith("ية") and not last.key.startswith("ال")
    return plain and len(tokens) > 1 and not any(token.flags & NAME for token in tokens)


def _is_dated(lex: Lexicon, first: str, second: str, *, firm: bool) -> bool:
    """«رجب الماضي», «رمضان المبارك», but «رجب طيب أردوغان»."""
    named = firm and lex.of(second) & (GIVEN | FOREIGN_GIVEN)
    return first in lex.classes["calendar"] and not named


def _is_no_single(lex: Lexicon, sentence: Sentence, span: Span, first: str, *, firm: bool) -> bool:
    flags, none = lex.of(first), _is_owned(lex, sentence[span.first])
    none = none or _is_adjective(sentence, span, first)
    if firm or none:
        return none
    if len(first) < 2 or first in lex.classes["calendar"]:
        return True
    if flags & (STOP | ROLE | PLACE) and not flags & NAME:
        return True
    if len(first) < _SHORT and _is_led_function(lex, sentence[span.first]):
        return True
    if first in lex.bodies.root and not flags:
        return True
    token, certain = sentence[span.first], flags & GIVEN and not flags & (AMBIGUOUS | DOUBTED)
    led = bool(span.form) and token.key != first
    return led and not certain and is_inflected(lex, token.key)


def _is_led_function(lex: Lexicon, word: Word) -> bool:
    """«كأي», «لكل»: a function word with a preposition."""
    return any(lex.of(form.key) & STOP and form.key != word.key for form in word.forms)


def _is_adjective(sentence: Sentence, span: Span, first: str) -> bool:
    """«الهمجي والوحشي»: joined to another adjective."""
    if span.first == 0 or not span.form or span.form.cut != 1:
        return False
    before = sentence[span.first - 1]
    both = all(key.startswith("ال") and key.endswith("ي") for key in (first, before.key))
    return both and not before.flags & (NAME | PLACE)


def _is_owned(lex: Lexicon, token: Word) -> bool:
    """«باسمه», «جانٍ»: a word with a pronoun or an indefinite ending, which names have not."""
    if token.text[-1] in _INDEFINITE:
        return True
    owned = token.text.endswith("ه") and token.flags & AMBIGUOUS
    return bool(owned) and is_ordinary(lex, token.key)
