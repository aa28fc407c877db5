"""Bylines: «كتب - خليفة الرواحي:», «بغداد / سيف الربيعي», «مسقط - العمانية»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from newsarchive.arabic.fold import without_marks
from newsarchive.arabic.months import alternation, gregorian_months
from newsarchive.extract import lexicon
from newsarchive.extract.lines import key_of, plain, words_of

_FROM = re.compile(r"^(?:من\s+)?(?:مراسلنا|مراسلتنا|مراسل|مراسله)?\s*(?:من\s+)?(?=\S)")
_SIDES = re.compile(r"\s*[|/]\s*|\s*[-–—]\s+|\s+[-–—]\s*|\s*:\s+|\s*[،,]\s+|\s+من\s+(?=\S+$)")
_SIDE_MARK = re.compile(r"[|/:،,\-–—(]|\sمن\s")
_BRACKETED = re.compile(r"^(.+?)\s*[(\[«\"]([^()\[\]«»\"]+)[)\]»\"]$")
_BRACKET_FIRST = re.compile(r"^\(([^()]+)\)\s*([^()]+)$")
_CLOSING_BRACKETS = (")", "]", "»", '"')
_PLACES_MARK = re.compile(r"[،,/()]")
_PLACES_APART = re.compile(r"\s*[،,/]\s*|\s*\(|\)")
_DASH = re.compile(r"[-–—/]")
_AGENCY_LETTERS = re.compile(r"و(?: [^\W\d_]){2,3}")  # «و أ ن»: وكالة أنباء …
_NOT_IN_NAME = re.compile(r"[\d|/:،,؛؟!«»()\[\]…]|\s[-–—]|[-–—]\s|\.\.")
_LATIN_NAME = re.compile(r"^(?:[A-Z][\w.'’-]+\s+){1,3}[A-Z][\w.'’-]+$")
_OPENING_INITIAL = re.compile(r"[^\W\d_]{1,2}\s*\.")
_INITIAL = re.compile(r"^[^\W\d_]{1,2}\s*\.\s*(?P<name>[^\W\d_]{3,})$")
_AND = re.compile(r"\s*[،,&]\s*|\s+و\s*(?=\S)|\s+[-–—/]\s+")
_PREPOSITION = re.compile(r"(?:^|\s)(?:على|إلى|حتى)(?=\s|$)")
_EDGES = ' :*.،,-–—/|"«»()'
_CORRESPONDENT = r"(?:ال)?(?:مراسل(?:ه|نا|تنا)?|موفده?|مندوبه?|مكتب|كاتبه?)"
_WORK = "الخبر|التقرير|المقال|المقاله|الموضوع|الملف|الحوار|الصفحه|التحقيق|النص"
_ANSWERS = "المحامي|المحاميه|الدكتور|الدكتوره|الشيخ|المستشار|المستشاره|الطبيب|الطبيبه|المهندس"
_AFFILIATION = re.compile(r"\s(?:لل|لـ?[«\"]).*$")
_MIDDLE = re.compile(r"\s*\([^()\d]{1,24}\)\s+(?=[^\W\d_])")
_DIGIT = re.compile(r"\d")
_HANDLE = re.compile(r"^@\w+\s+|\s+[(\[]?@\w+[)\]]?$")
_TATWEEL_DASH = re.compile(r"(?<=\s)ـ+(?=\s)")
_LATIN_LABEL = r"(?:author|byline)\s*[,:]\s*"
_NUMBER = re.compile(r"(?<=[^\W\d_]) (?:24|٢٤|21|360|365|48|7)$")
_NUMBERED_PAPER = re.compile(rf"[^\W\d_]+(?: [^\W\d_]+)?{_NUMBER.pattern}")
_LONGEST = 90
_PAPER_WORDS = 4
_DAYS_IN_NAMES = frozenset(("اليوم", "الان", "الغد"))  # «المصري اليوم», «عدن الغد»


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signs: a person (or several, as printed) or an agency.

    Attributes:
        labelled: whether a label says so: «كتب», «المصدر».
    """

    name: str
    is_person: bool
    labelled: bool = False


@cache
def _label() -> "re.Pattern[str]":
    words = lexicon.byline_words()
    label = lexicon.printed_alternation(words, "label")
    bare = lexicon.printed_alternation(words, "bare")
    label = rf"(?:{label})(?:\s*و\s*(?:{label}))?(?:\s+(?:{_WORK}))?(?:\s+(?:{_ANSWERS}))?"
    return re.compile(
        rf"^(?:{_LATIN_LABEL}|(?:{label})\s+(?:في|من)\s+[^\d:/\-–—]{{2,20}}:\s*|(?:{label})\s*[-–—:/]+\s*|(?:{bare})\s+|(?:{_CORRESPONDENT})\s+[^\d:/\-–—]{{2,20}}:\s*)"
    )


@cache
def _second_label() -> "re.Pattern[str]":
    """Labels of those who are named when nobody else signs: the source, the translator."""
    words = lexicon.byline_words()
    names = "|".join(lexicon.printed_alternation(words, name) for name in ("source", "translator"))
    papers = lexicon.printed_alternation(lexicon.word_sets(), "outlet")
    return re.compile(rf"^(?:(?:{names})\s*[-–—:/]+\s*|نقلا عن (?=(?:{papers}) ))")


@cache
def _work() -> "re.Pattern[str]":
    """What a piece is, before its title or its writer: «قصيدة: نخلة الدار», «قصة: ليلى سالم»."""
    words = lexicon.printed_alternation(lexicon.byline_words(), "work")
    return re.compile(rf"^(?:{words})\s*[-–—:/]+\s*")


@cache
def _role() -> "re.Pattern[str]":
    roles = lexicon.printed_alternation(lexicon.byline_words(), "role")
    return re.compile(rf"[\s*،,|\-–—/(]+(?:ال)?(?:{roles})\b.*$")


def _is_name_word(word: str) -> bool:
    return (
        word in lexicon.word_sets()["particle"]
        or word.startswith(("ال", "عبد", "ابو", "بو"))
        or word in lexicon.given_names()
        or word in lexicon.family_names()
    )


def _never_named(word: str) -> bool:
    roles = lexicon.byline_words()["role"]
    is_phrase = word.startswith("بال") and word not in lexicon.family_names()
    return is_phrase or word in lexicon.never_in_names() or word in roles or word.startswith("لل")


def _opens_name(words: list[str]) -> bool:
    given = lexicon.given_names()
    return (
        " ".join(words[:2]) in given
        or words[0] in given
        or words[0].startswith("عبد")
        or (words[0] in ("ابو", "ام", "بن") and len(words) > 2)
    )


@cache
def _openers() -> frozenset[str]:
    """The first words of given names, and what may stand before one."""
    first = {name.split()[0] for name in lexicon.given_names()}
    return frozenset(first) | lexicon.word_sets()["honorific"] | {"ابو", "ام", "بن"}


def _may_open_name(text: str) -> bool:
    """Whether the text may begin with a personal name, as few lines do; quick."""
    if "A" <= text[:1] <= "Z" or _OPENING_INITIAL.match(text):
        return True
    words = words_of(text.split(None, 1)[0]) if text else []
    return not words or words[0] in _openers() or words[0].startswith("عبد")


@lru_cache(maxsize=8192)
def looks_like_person(text: str) -> bool:
    """Whether ``text`` is a personal name and nothing else: judged by the words it is made of."""
    if len(text) > 60 or _NOT_IN_NAME.search(text):
        return False
    if lexicon.furniture_of(key_of(text)):
        return False
    if _LATIN_NAME.match(text):
        words = key_of(text).split()
        return lexicon.word_sets()["screen"].isdisjoint(words) and not any(
            map(lexicon.furniture_of, words)
        )
    initial = _INITIAL.match(text)
    if initial:
        word = key_of(initial["name"])
        return word in lexicon.given_names() or word in lexicon.family_names()
    sets = lexicon.word_sets()
    if _PREPOSITION.search(text):
        return False
    words = key_of(text).split()
    titled = False
    while words and words[0] in sets["honorific"]:
        words, titled = words[1:], True
    if not 2 <= sum(word not in sets["particle"] for word in words) <= 5:
        return False
    if any(map(_never_named, words)):
        return False
    whole = " ".join(words)
    if whole in lexicon.sections() or whole in lexicon.places():
        return False
    unknown = sum(not _is_name_word(word) for word in words)
    return unknown <= 1 if _opens_name(words) else titled and unknown <= 2


def is_role(text: str) -> bool:
    """Whether ``text`` is what a writer is and nothing else: «كاتب وباحث عماني»."""
    words = key_of(text).split()
    roles = lexicon.byline_words()["role"]
    opens = bool(words) and words[0].removeprefix("ال") in roles
    return opens and lexicon.verbs().isdisjoint(set(words) - roles)


def could_be_person(text: str) -> bool:
    """Whether ``text`` may be a name the lexicon does not know: it ends as surnames do."""
    words = key_of(text).split()
    if not 2 <= len(words) <= 4 or _NOT_IN_NAME.search(text) or _PREPOSITION.search(text):
        return False
    last = words[-1]
    listed = last in lexicon.family_names() or last in lexicon.given_names()
    surname = listed or (last.startswith("ال") and last.endswith("ي"))
    plain_first = not words[0].startswith("ال") and words[0] not in lexicon.past_verbs()
    return surname and plain_first and lexicon.never_in_names().isdisjoint(words)


def _without_role(text: str) -> str:
    match = _role().search(plain(text))
    return text[: match.start()].strip(_EDGES) if match else text


def people(text: str) -> str:
    """The names in a byline's text when it is names alone («أحمد علي ومحمد سالم»), else ""."""
    text = text.strip(_EDGES)
    if not _may_open_name(text):
        return ""
    if looks_like_person(text):
        return text
    parts = _AND.split(text)
    if 2 <= len(parts) <= 4 and all(looks_like_person(part) for part in parts):
        return text
    for name in (_without_role(text), _AFFILIATION.sub("", text)):
        if name != text and looks_like_person(name):
            return name
    return ""


def is_agency(text: str) -> bool:
    """Whether ``text`` is a news agency's name."""
    key = key_of(text)
    if key in lexicon.agencies() or _AGENCY_LETTERS.fullmatch(key):
        return True
    return key.startswith("وكاله ") and 2 <= len(key.split()) <= 5


def is_known(byline: Byline) -> bool:
    """Whether a name signs wherever it stands; what «المصدر:» names may be a source of figures."""
    return byline.is_person or is_agency(byline.name)


@lru_cache(maxsize=8192)
def is_place(text: str) -> bool:
    """Whether ``text`` is a place, or several («عدن، صنعاء»)."""
    text = text.strip(" :")
    if text and not _PLACES_MARK.search(text):
        return key_of(text) in lexicon.places()
    parts = _PLACES_APART.split(text)
    return all(key_of(part) in lexicon.places() for part in parts if part)


def with_dashes(text: str) -> str:
    """The text with «ـ» that stands alone written as the dash it is meant for."""
    return _TATWEEL_DASH.sub("-", text) if "ـ" in text else text


def names_work(text: str) -> bool:
    """Whether the line opens with what a piece is, so that its title may follow."""
    return bool(_work().match(plain(text)))


@lru_cache(maxsize=8192)
def signed(text: str) -> Byline | None:
    """The byline that ``text`` is, whole: a label and a name, a place and a name, or a name."""
    text = without_marks(with_dashes(text))
    text = (_HANDLE.sub("", text) if "@" in text else text).strip(" *").rstrip(" :")
    if not text or len(text) > _LONGEST:
        return None
    folded = plain(text)
    second = _second_label().match(folded)
    if second:
        rest = text[second.end() :]
        return _after_label(_agency_or_person(rest) or _beside_place(rest) or _source(rest))
    work = _work().match(folded)
    if work:
        return _after_label(_agency_or_person(text[work.end() :]))
    label = _label().match(folded)
    if label:
        return _after_label(_labelled(text[label.end() :]))
    return _sides(text)


def _after_label(byline: Byline | None) -> Byline | None:
    return replace(byline, labelled=True) if byline else None


def _agency_or_person(text: str) -> Byline | None:
    text = text.strip(_EDGES)
    name = people(text)
    if name:
        return Byline(name, is_person=True)
    return Byline(text, is_person=False) if is_agency(text) else None


def _beside_place(text: str) -> Byline | None:
    """A name after the place it wrote from: «الفجيرة - ليلى سالم»."""
    parts = sides_of(text.strip(_EDGES))
    is_dated = len(parts) == 2 and is_place(parts[0])
    return _agency_or_person(parts[1]) if is_dated else None


def _source(text: str) -> Byline | None:
    """A name after «المصدر:» that no lexicon knows: «المصدر: صحيفة البلاد»."""
    name = text.strip(_EDGES)
    return Byline(name, is_person=False) if may_name_paper(name) else None


def is_numbered_paper(name: str) -> bool:
    """Whether ``name`` ends with a number as names of papers and channels do: «دارفور 24»."""
    return name[-1:].isdigit() and bool(_NUMBERED_PAPER.match(name))


def may_name_paper(name: str) -> bool:
    """Whether ``name`` may be that of a paper or an agency: a few words, none of a sentence."""
    name = _NUMBER.sub("", name)
    words = key_of(name).split()
    if not 1 <= len(words) <= _PAPER_WORDS or _NOT_IN_NAME.search(name) or is_place(name):
        return False
    spoken = set(words) & lexicon.never_in_names()
    return spoken <= _DAYS_IN_NAMES and lexicon.furniture_of(key_of(name)) in ("", "caption")


def _labelled(text: str) -> Byline | None:
    """What stands after «بقلم:»: a name even when the lexicon does not know it."""
    text = text.strip(_EDGES)
    found = _sides(text)
    if found:
        return found
    name = _without_role(text)
    words = key_of(name).split()
    plausible = 2 <= len(words) <= 6 and not (
        _NOT_IN_NAME.search(name) or _PREPOSITION.search(name)
    )
    return (
        Byline(name, is_person=True)
        if plausible and lexicon.never_in_names().isdisjoint(words)
        else None
    )


def _sides(text: str) -> Byline | None:
    """A name with the place, paper or agency printed beside it."""
    name = people(text)
    if name:
        return Byline(name, is_person=True)
    parts = sides_of(text)
    if parts == [text]:
        return Byline(text, is_person=False) if is_agency(text) else None
    if not 1 <= len(parts) <= 4:
        return None
    names = [people(part) for part in parts]
    others = [part for part, one in zip(parts, names, strict=True) if not (one or _is_other(part))]
    if len(others) == 1 and any(map(_is_paper, parts)) and could_be_person(others[0]):
        return Byline(others[0], is_person=True)
    if others:
        return None
    if any(names):
        return Byline(next(filter(None, names)), is_person=True)
    agency = next((part for part in parts if is_agency(part)), "")
    return Byline(agency, is_person=False) if agency else None


@cache
def _day_without_year() -> "re.Pattern[str]":
    months = alternation(gregorian_months())
    return re.compile(rf"(?:^|\s)(?:في\s+)?\d{{1,2}}\s+(?:{months})(?:[\s/(]+(?:{months})\)?)?$")


def without_day(text: str) -> str:
    """A dateline without the day after it, whose year is the page's: «المنامة في 7 ديسمبر»."""
    found = _day_without_year().search(plain(text)) if _DIGIT.search(text) else None
    return text[: found.start()].strip() if found else text


def sides_of(text: str) -> list[str]:
    """What stands side by side in a byline: «مسقط - العمانية», «الرياض (واس)», «طرطوس-سانا»."""
    bracketed = _BRACKETED.match(text) if text.endswith(_CLOSING_BRACKETS) else None
    bracketed = bracketed or (_BRACKET_FIRST.match(text) if text.startswith("(") else None)
    if bracketed:
        sides: Sequence[str] = bracketed.groups()
    elif _SIDE_MARK.search(text):
        sides = _SIDES.split(_MIDDLE.sub(" - ", text) if "(" in text else text)
        sides = sides if len(sides) > 1 else _DASH.split(text)
    else:
        sides = [text]
    parts = (without_day(part.strip(' ()"«»:')) for part in sides)
    return [_after_from(part) for part in parts if part]


def _is_other(part: str) -> bool:
    return is_agency(part) or is_place(part) or _is_paper(part)


def _after_from(text: str) -> str:
    may_tell = text.startswith("م") or text[:1].isspace()
    match = _FROM.match(plain(text)) if may_tell else None
    return text[match.end() :] if match else text


def _is_paper(text: str) -> bool:
    words = key_of(text).split()
    return 1 <= len(words) <= 4 and words[0] in lexicon.word_sets()["paper"]
