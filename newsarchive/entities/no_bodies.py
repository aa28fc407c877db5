"""What names no body though it is tagged as one: generic nouns, rows of them, works, days."""

from collections.abc import Sequence

from newsarchive.entities.body_ends import known
from newsarchive.entities.lexicon import (
    AMBIGUOUS,
    COMMON,
    COMMON_PLACE,
    FACILITY,
    HEAD,
    MET,
    NAME,
    NAMED_HEAD,
    NATION,
    PLACE,
    PLURAL_HEAD,
    ROLE,
    STOP,
    Lexicon,
)
from newsarchive.entities.ordinary import is_ordinary
from newsarchive.entities.repair_bodies import IN_REGION, is_quoted
from newsarchive.entities.tagger import Span
from newsarchive.entities.tokens import Sentence, Word

_FORCES = "القوات"


def is_no_body(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    """A span that names no body: generic, indefinite, a work in quotes, a day, a lone head."""
    tokens = sentence[span.first : span.end]
    keys = (span.form.key if span.form else tokens[0].key, *(token.key for token in tokens[1:]))
    if _is_government(lex, keys) or _is_product(lex, sentence, span, keys):
        return True
    if _is_office_or_crowd(lex, sentence, span, keys[0]):
        return True
    if len(keys) > 1 and _is_generic_pair(lex, keys):
        return True
    if len(keys) == 1 and _is_no_single(lex, sentence, span, keys[0]):
        return True
    if known(lex, sentence, span) and (is_quoted(sentence, span) or len(keys) > 1):
        return False
    if (keys in lex.generic and keys[0] not in lex.classes["club"]) or _indefinite(lex, keys):
        return True
    if _is_generic_with(lex, keys) or _is_row(lex, keys):
        return True
    if len(keys) == 1 and not known(lex, sentence, span) and _is_function(lex, keys[0]):
        return True
    if _is_owned(lex, tokens) or _is_honoured(lex, keys):
        return True
    return _ends_or_begins_wrong(lex, sentence, span, keys)


def _ends_or_begins_wrong(
    lex: Lexicon, sentence: Sentence, span: Span, keys: tuple[str, ...]
) -> bool:
    """«بنك العميل», another noun's adjective, a word in the accusative, a work's name."""
    tokens = sentence[span.first : span.end]
    if len(keys) > 1 and (
        keys[1] in lex.classes["customer"] or _is_quality_of(lex, sentence, span, keys[0])
    ):
        return True
    return tokens[-1].text.endswith(("اً", "ًا")) or _is_work(lex, sentence, span)


def _is_product(lex: Lexicon, sentence: Sentence, span: Span, keys: tuple[str, ...]) -> bool:
    """«فيسبوك», «جالاكسي إس»."""
    if " ".join(keys) in lex.classes["product"]:
        return True
    return keys[0] in lex.classes["brand"] and not known(lex, sentence, span)


def _is_office_or_crowd(lex: Lexicon, sentence: Sentence, span: Span, first: str) -> bool:
    """«وزيرة» + «الخارجية الأمريكية», which names her office; and «أهالي حائل»."""
    if first in lex.classes["crowd"] or first in lex.classes["people_of"]:
        return True
    before = sentence[span.first - 1] if span.first else None
    if before is None:
        return False
    part = before.flags & ROLE and (first,) in lex.generic and span.end - span.first > 1
    if part and sentence[span.first + 1].key.startswith("لل"):
        return True
    quality = first in lex.classes["short_ministry"]
    if quality and _is_quality_of(lex, sentence, span, first):
        return True
    return not lex.classes["minister"].isdisjoint(before.readings)


def _is_generic_pair(lex: Lexicon, keys: tuple[str, ...]) -> bool:
    """«جمعية خيرية», «مجموعة من الكتاب», «مكتبة الملك»: what the words after it make no body."""
    if len(keys) == 2 and (_indefinite(lex, keys) or keys[1] in lex.classes["royal"]):
        return True
    return keys[1] == "من" or _is_of_place_or_follower(lex, keys)


def _is_of_place_or_follower(lex: Lexicon, keys: tuple[str, ...]) -> bool:
    """«بلدية بمحافظة صامطة», «مديرية لودر», «قوات الجيش», «الإدارة النصراوية».

    What is somewhere and nothing more, a district, forces, a club's management.
    """
    if keys[1] in IN_REGION and not keys[0].startswith("ال"):
        return True
    if keys[0] == "مديريه":
        place = lex.places.longest(keys[1], keys[2:])
        rest = keys[1 + place[0] :] if place is not None else keys
        return not rest or rest[0].startswith("ب")
    if keys[0] == "قوات":
        return keys[1] == "الجيش" and (len(keys) == 2 or not lex.of(keys[2]) & NATION)
    return len(keys) == 2 and keys[0].startswith("ال") and keys[1] in lex.classes["follower"]


def _is_owned(lex: Lexicon, tokens: Sequence[Word]) -> bool:
    """«كلية وعيه العقلي»: a noun with a pronoun, as no name has."""
    return any(
        token.text.endswith(("ه", "ها", "هم"))
        and not token.key.startswith(("ال", "وال", "لل"))
        and not token.flags & (NAME | PLACE | COMMON_PLACE)
        and (is_ordinary(lex, token.key) or _defined(lex, tokens))
        for token in tokens[1:2]
    )


def _defined(lex: Lexicon, tokens: Sequence[Word]) -> bool:
    if len(tokens) < 3 or not tokens[2].key.startswith("ال"):
        return False
    return not tokens[2].flags & NATION


def _is_honoured(lex: Lexicon, keys: tuple[str, ...]) -> bool:
    """«جلالة الملك للمملكة العربية»: a title and whatever it stands before."""
    title = lex.titles.longest(keys[0], keys[1:])
    return title is not None and title[0] > 1 and not lex.of(keys[0]) & HEAD


def _is_no_single(lex: Lexicon, sentence: Sentence, span: Span, key: str) -> bool:
    if key in lex.classes["calendar"] or _is_adjective(sentence, span, key):
        return True
    if lex.of(key) & FACILITY and not lex.of(key) & HEAD and not known(lex, sentence, span):
        return True
    return len(key) < 4 and not (key.isascii() or known(lex, sentence, span))


def _is_adjective(sentence: Sentence, span: Span, key: str) -> bool:
    """«الثقافية والصحية والاقتصادية»: joined to another adjective."""
    if not span.form or span.form.cut != 1 or span.first == 0:
        return False
    before = sentence[span.first - 1].key
    return all(word.startswith(("ال", "وال")) and word.endswith("يه") for word in (before, key))


def _is_quality_of(lex: Lexicon, sentence: Sentence, span: Span, key: str) -> bool:
    """«بالواجهة البحرية …»: a definite adjective of the definite noun right before it."""
    if span.first == 0 or span.form or not (key.startswith("ال") and key.endswith("يه")):
        return False
    before = sentence[span.first - 1].key
    noun = before.startswith(("ال", "وال", "بال", "لل", "كال")) and before.endswith("ه")
    heads = lex.of(key) & HEAD and key not in lex.classes["short_ministry"]
    return noun and is_ordinary(lex, before) and not heads


def _is_function(lex: Lexicon, key: str) -> bool:
    return len(key) < 2 or bool(lex.of(key) & (STOP | PLURAL_HEAD))


def _is_work(lex: Lexicon, sentence: Sentence, span: Span) -> bool:
    at = span.first - 1
    if at > 0 and sentence[at].text in '«("“':
        return sentence[at - 1].key in lex.classes["work"]
    if at < 0 or (span.form and span.form.cut) or sentence[span.first].flags & HEAD:
        return False
    flags = sentence[at].flags
    shown = sentence[at].key in lex.classes["shown"]
    return shown or bool(flags & FACILITY and not flags & (HEAD | NAMED_HEAD))


def _is_generic_with(lex: Lexicon, keys: tuple[str, ...]) -> bool:
    """«البنك بجدة», «الشركة القابضة لسامسونج», «محكمة لتعزيزات»: a generic body and whose it is."""
    if len(keys) < 2 or lex.bodies.longest(keys[0], keys[1:]):
        return False
    head, following = keys[0], keys[1]
    if not head.startswith("ال"):
        led = _is_led(lex, following) if lex.of(head) & HEAD else following[0] in "لب"
        return led and not lex.of(following) & NAME and is_ordinary(lex, head)
    if (head,) in lex.generic and (following[0] == "ب" or _is_head_of(lex, following)):
        return True
    return head in ("المجموعه", "الشركه") and any(
        keys[:size] in lex.generic and keys[size][0] == "ل" and (size > 1 or following[1] == "ل")
        for size in range(1, min(4, len(keys)))
    )


def _is_led(lex: Lexicon, key: str) -> bool:
    """«لتعزيزات», «لسامسونج», but not the name «لنس»: whether «ل» is a preposition here."""
    if key[0] != "ل":
        return False
    return key.startswith("لل") or bool(lex.of(key[1:])) or is_ordinary(lex, key[1:])


def _is_government(lex: Lexicon, keys: tuple[str, ...]) -> bool:
    """«الحكومة», «القوات الأمريكية», but not one arm of a country's forces."""
    if keys[0] not in lex.classes["government"]:
        return False
    return keys[0] != _FORCES or len(keys) < 2 or keys[1] not in lex.classes["arm"]


def _is_row(lex: Lexicon, keys: tuple[str, ...]) -> bool:
    """«الحركة والنشاط والرياضة», «النيابة والشرطة», «مجلس إدارة النادي»: nouns that name nobody."""
    if keys[:2] == ("مجلس", "اداره"):
        return len(keys) == 3 and (keys[2:] in lex.generic or keys[2] in lex.classes["head"])
    if len(keys) > 2 and keys[:2] in lex.generic and keys[2].startswith("وال"):
        return True
    qualities = all(key.startswith(("ال", "وال")) and key.endswith("يه") for key in keys[1:])
    heads = lex.of(keys[0]) | lex.of(keys[0].removeprefix("ال"))
    if len(keys) > 2 and qualities and lex.of(keys[0]) & COMMON and not heads & HEAD:
        return keys[0].startswith("ال") and any(key.startswith("وال") for key in keys[1:])
    joined = len(keys) > 1 and keys[0].startswith("ال") and keys[1].startswith("وال")
    return joined and bool(lex.of(keys[0]) & (HEAD | COMMON | MET))


def _is_head_of(lex: Lexicon, key: str) -> bool:
    """«للوزارة»: another generic body after «ل»."""
    return key.startswith("لل") and ("ال" + key[2:],) in lex.generic


def _indefinite(lex: Lexicon, keys: tuple[str, ...]) -> bool:
    """«جمعية خيرية», «شركة صينية لصناعة …»: a head and an adjective, neither definite."""
    if not lex.of(keys[0]) & HEAD or keys[0].startswith("ال"):
        return False
    if len(keys) == 1:
        return not lex.bodies.longest(keys[0], ()) and keys[0] not in lex.classes["club"]
    other = lex.of(keys[1])
    if len(keys) > 2 and keys[1].endswith("يه") and lex.of("ال" + keys[2]) & NATION:
        return True
    if len(keys) > 2 and not (lex.of("ال" + keys[1]) & NATION or keys[2][0] in "لبف"):
        return False
    adjective = keys[1].endswith("يه") or (other & COMMON and keys[1].endswith("ي"))
    named = other & NAME and not (other & AMBIGUOUS and adjective)
    nation = bool(lex.of("ال" + keys[1]) & NATION)
    placed = other & (PLACE | COMMON_PLACE) and not nation
    plain = not keys[1].startswith("ال") and not named and not placed
    of_kind = keys[1].endswith("يه") and not other
    return (
        plain
        and keys[1].endswith(("يه", "ي", "ه"))
        and (nation or of_kind or is_ordinary(lex, keys[1]))
    )
