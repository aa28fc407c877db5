"""What a short line of a page is made of: dates with their labels, names, sections, counters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsarchive.arabic.dates import FoundDate, find_dates
from newsarchive.arabic.months import weekdays
from newsarchive.arabic.relative_dates import find_ago, is_ago
from newsarchive.extract import lexicon
from newsarchive.extract.bylines import (
    Byline,
    is_agency,
    is_numbered_paper,
    is_place,
    people,
    signed,
    without_day,
)
from newsarchive.extract.lexicon import furniture_of
from newsarchive.extract.lines import key_of, plain
from newsarchive.extract.sections import is_outlet, is_section

_SPLIT = re.compile(
    r"\s+/(?=\S)|(?<=\S)/(?:\s+|$)|\s*[|•·¦‖■]\s*|\s+[-–—/›»>←«]+\s+|\s{3,}"
    r"|\s*[-–—]\s+|\s+[-–—]\s*|\s*؛\s*"
)
_SPLIT_MARK = re.compile(r"[/|•·¦‖■\-–—›»>←«؛]")
_COUNTED = re.compile(r"\d+[kKmM]?")
_CLOCK = re.compile(r"\b\d{1,2}\s*[:.٫]\s*\d{2}(?:\s*:\s*\d{2})?(?!\d)|\b\d{1,2}\s*[hH]\s*\d{2}\b")
_PRAYER = re.compile(r"\b(?:الفجر|الشروق|الظهر|العصر|المغرب|العشاء)\b")
_PRAYERS = 3
_BUTTONS, _BUTTON_WORDS = ("share", "author_box"), 4
_NO_NAME = "0123456789٠١٢٣٤٥٦٧٨٩ ()[]-–/.،"
_MINUTES = frozenset(("دقيقه", "دقيقتان", "دقائق"))
_WEATHER_SIGNS = ("°", "℃", "درجه", "درجات", "العظمي", "الصغري", "اشراق", "الفجر")
_PRAYER_SIGNS = ("شر", "ظ", "عصر", "مغر", "عش")
_WEATHER = re.compile(r"°|℃|\bدرجه\b|\bدرجات الحراره\b|\bالعظمي\b|\bالصغري\b|\bاشراق\b|\bالفجر\b")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date on a page and its part: "published", "updated", "saved", "other" or "" unlabelled."""

    found: FoundDate
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Pieces:
    """A line taken apart.

    Attributes:
        stamps: dates with their roles.
        bylines: who signs.
        section: the name of a section, or "".
        outlet: the name of the paper, or "".
        furniture: kind of the furniture in it, or "".
        label: role of a date label that has no date beside it, or "".
        places: how many places stand alone in it.
        issue: whether it numbers an issue («العدد 12345»).
        masthead: whether it tells today's weather or the like.
        clock: whether it tells an hour.
        unknown: what is none of these.
    """

    stamps: tuple[Stamp, ...] = ()
    bylines: tuple[Byline, ...] = ()
    section: str = ""
    outlet: str = ""
    furniture: str = ""
    label: str = ""
    places: int = 0
    issue: bool = False
    masthead: bool = False
    clock: bool = False
    unknown: tuple[str, ...] = ()


NOTHING = Pieces()


def is_count(key: str) -> bool:
    """Whether ``key`` counts readers, comments or minutes: «1204 مشاهده»."""
    words = key.split()
    letters = []
    for word in words:
        if not _COUNTED.fullmatch(word):
            if not _is_counted(word):
                return False
            letters.append(word)
    if not letters:
        return False
    return len(letters) < len(words) or not _MINUTES.isdisjoint(letters)


def _is_counted(word: str) -> bool:
    sets = lexicon.word_sets()
    return word in sets["count"] or word in sets["comment"] or furniture_of(word) == "views"


def _tells_weather(text: str, key: str) -> bool:
    if text.endswith(("؟", "?")):
        return False
    both = f"{text} {key}"
    if not any(sign in both for sign in _WEATHER_SIGNS):
        return False
    return bool(_WEATHER.search(text) or _WEATHER.search(key))


def _tells_prayers(text: str) -> bool:
    if sum(sign in text for sign in _PRAYER_SIGNS) < _PRAYERS - 1:
        return False
    return len(set(_PRAYER.findall(plain(text)))) >= _PRAYERS


def _may_be_split(text: str) -> bool:
    """Whether there may be something to split the text at; quick."""
    marked = _SPLIT_MARK.search(text) or "  " in text
    return bool(marked) or not text.isprintable()


class _Basket:
    """Collects the pieces of one line."""

    def __init__(self) -> None:
        self.stamps: list[Stamp] = []
        self.bylines: list[Byline] = []
        self.unknown: list[str] = []
        self.section = self.outlet = self.furniture = self.label = ""
        self.places = 0
        self.issue = self.masthead = self.clock = False

    def put(self, text: str) -> None:
        """Sort one segment, already without its dates."""
        text = text.strip(" :،,.()[]*-–—/|")
        text = without_day(text)
        if _CLOCK.search(text):
            self.clock, text = True, _without_clock_edges(_CLOCK.sub(" ", text))
        key = _without_clock_words(key_of(text))
        if not key:
            return
        if is_ago(text):
            self.clock = True
        elif lexicon.photo_credit().match(plain(text)):
            self.furniture = self.furniture or "caption"
        elif _tells_weather(text, key):
            self.masthead = True
        elif key.isdigit() or key.replace(" ", "").isdigit():
            return
        else:
            self._sort(text, key)

    def _sort(self, text: str, key: str) -> None:
        words = key.split()
        if is_section(text):
            self.section = self.section or text
        elif is_count(key):
            kind = "comments" if set(words) & lexicon.word_sets()["comment"] else "views"
            self.furniture = self.furniture or kind
        elif words[0] in lexicon.word_sets()["issue"] and _is_numbered(words):
            self.issue = True
        elif key in lexicon.date_labels():
            self.label = lexicon.date_labels()[key]
        elif furniture_of(key):
            self.furniture = self.furniture or furniture_of(key)
        else:
            self._sort_name(text)

    def _sort_name(self, text: str) -> None:
        if ":" in text:
            text = _without_label(text)
        if "منذ" in text or "قبل" in text:
            text = self._without_ago(text)
        text = text if is_numbered_paper(text) else text.strip(_NO_NAME)
        if is_place(text):
            self.places += 1
        elif is_agency(text):
            self.bylines.append(Byline(text, is_person=False))
        elif is_outlet(text) and ":" not in text:
            self.outlet = self.outlet or text
        else:
            byline = signed(text)
            if byline:
                self.bylines.append(byline)
            else:
                self.unknown.append(text)

    def _without_ago(self, text: str) -> str:
        """A name without how long ago it signed: «علي حسن منذ 3 أيام»."""
        ago = find_ago(text)
        beside = (text[: ago.start], text[ago.end :]) if ago else ()
        names = [part.strip(" ,،") for part in beside if part.strip(" ,،")]
        if len(names) == 1 and people(names[0]):
            self.clock = True
            return names[0]
        return text

    def pieces(self) -> Pieces:
        if self.bylines and self.section and is_place(self.section):
            self.section, self.places = "", self.places + 1
        return Pieces(
            tuple(self.stamps),
            tuple(self.bylines),
            self.section,
            self.outlet,
            self.furniture,
            self.label,
            self.places,
            self.issue,
            self.masthead,
            self.clock,
            tuple(self.unknown),
        )


def _is_numbered(words: list[str]) -> bool:
    rest = " ".join(words[1:])
    return any(word.isdigit() for word in words) or rest.startswith(("الاول", "الثان", "الثالث"))


_SECTION_LABEL = re.compile(
    r"^(?:القسم|قسم|التصنيف|تصنيف|الباب|باب|نشر في|نشرت في|نشر تحت|مصنف تحت|ضمن|في قسم|section)"
    r"\s*[:|]\s*(?P<name>[^\d:|]{2,40})$"
)


def labelled_section(text: str) -> str:
    """The section that a line states with its label («القسم: اقتصاد»), or ""."""
    match = _SECTION_LABEL.match(plain(text)) if ":" in text or "|" in text else None
    if match is None or len(match["name"].split()) > 4:
        return ""
    return text[match.start("name") :].strip()


_OPENING_CUT = re.compile(r"\s*:\s+|\s*[-–—]+\s+|\s+[-–—]+\s*|/\s+(?=\S)|\)\s+")
_OPENING_MARK = re.compile(r"[:\-–—/)]")
_OPENING = 160
_OPENING_END = 90
_PLAIN_WORDS = 9


def opening(text: str) -> Pieces | None:
    """The dateline or byline that opens a paragraph, or None.

    «عمّان - رنا الصفدي - يستعد …», «رام الله 3-11-2025 وفا- بدأ …», «الكويت (كونا) -- قال …».
    """
    head = text[:_OPENING]
    mark = _OPENING_MARK.search(head)
    best: Pieces | None = None
    for cut in _OPENING_CUT.finditer(head, len(head[: mark.start()].rstrip())) if mark else ():
        if cut.start() > _OPENING_END:
            break
        pieces = take_apart(head[: cut.end()].strip(" -–—:").removesuffix("/"))
        if not pieces.unknown and (pieces.bylines or (pieces.stamps and pieces.places)):
            best = pieces
    return best


def _without_clock_edges(text: str) -> str:
    """The text beside an hour without the words that belong to the hour."""
    clock, words = lexicon.word_sets()["clock"], text.split()
    while words and key_of(words[-1]) in clock:
        words.pop()
    first = next((n for n, word in enumerate(words) if key_of(word) not in clock), len(words))
    return " ".join(words[first:])


def _without_clock_words(key: str) -> str:
    words = key.split()
    days, clock = weekdays(), lexicon.word_sets()["clock"]
    kept = [word for word in words if word not in days and word != "يوم"]
    if len(kept) < len(words) or any(word.isdigit() for word in words):
        return " ".join(word for word in kept if word not in clock)
    only_clock = all(word in clock for word in kept) and kept[:1] not in ([], ["المحلي"])
    return "" if only_clock and kept[0] in lexicon.word_sets()["hour"] else " ".join(kept)


def _segments(text: str) -> Iterator[str]:
    segments = _SPLIT.split(text) if _may_be_split(text) else (text,)
    yield from (segment for segment in segments if segment.strip(" :،,.()"))


_PUBLISHING = ("نشر", "كتابه", "تحرير", "ادراج", "اضافه")
_ON = ("بتاريخ", "في", "يوم", "on", "at", "le")


def _opens_dateline(text: str) -> bool:
    """Whether a date after the text is of its writing: «مسقط في …», «كتب علي في …»."""
    return is_place(text) or is_agency(text) or signed(_without_label(text)) is not None


def label_before(text: str) -> tuple[str, str]:
    """The role that the words before a date give it, and the text without them.

    Roles are those of ``Stamp``; "" where no words announce a date.
    """
    clock = lexicon.word_sets()["clock"]
    bare = _CLOCK.sub(" ", text)
    words = [word for word in key_of(bare).split() if word not in weekdays() and word != "يوم"]
    words = [word for word in words if not (word in clock or word.isdigit())] or words
    labels = lexicon.date_labels()
    if words[-1:] and words[-1] in _ON and not lexicon.word_sets()["saving"].isdisjoint(words[:2]):
        return "saved", ""
    for count in (4, 3, 2, 1):
        tail = " ".join(words[-count:])
        if len(words) >= count and tail in labels:
            rest = _drop_last_words(text, tail) if len(words) > count else ""
            if tail in _ON and rest and not _opens_dateline(rest):
                return "", text
            return labels[tail], rest
    if words[:1] == ["تاريخ"] and words[1:] and words[1].removeprefix("ال") in _PUBLISHING:
        return "published", ""
    if text.rstrip().endswith((":", "：")) and words and not is_place(text):
        name = text.strip(" :")
        return ("", text) if signed(text) or is_agency(name) or is_section(name) else ("other", "")
    return "", text


def _without_label(text: str) -> str:
    """A name without the label of the date after it: «نشرت : نوال بن عيسى 25 سبتمبر 2025»."""
    label, colon, name = text.partition(":")
    labelled = bool(colon) and lexicon.date_labels().get(key_of(label)) == "published"
    return name.strip() if labelled and people(name) else text


def _without_weekday(text: str) -> str:
    """A name without the weekday that belongs to the date after it: «علي حسن السبت 1 نوفمبر»."""
    first, _, last = text.rstrip(" ،,").rpartition(" ")
    return first if first and key_of(last) in weekdays() else text


def _without_button(text: str) -> str:
    """A name without the button after it: «علي حسن أرسل بريدا إلكترونيا 1 نوفمبر 2025»."""
    words = text.split()
    for count in range(min(_BUTTON_WORDS, len(words) - 2), 0, -1):
        if furniture_of(key_of(" ".join(words[-count:]))) in _BUTTONS:
            name = " ".join(words[:-count])
            return name if people(name) else text
    return text


def _drop_last_words(text: str, tail: str) -> str:
    """``text`` up to where the folded words ``tail`` begin."""
    first = tail.split()[0]
    words = text.split()
    for index in range(len(words) - 1, -1, -1):
        if key_of(words[index]) == first:
            return " ".join(words[:index])
    return text


@lru_cache(maxsize=4096)
def take_apart(text: str) -> Pieces:
    """The pieces of a short line."""
    dates = find_dates(text)
    is_whole = not _may_be_split(text) or not _SPLIT.search(text)
    if not dates and is_whole and text.count(" ") >= _PLAIN_WORDS:
        return Pieces(unknown=(text,))
    basket = _Basket()
    basket.masthead = _tells_prayers(text)
    cursor = 0
    for found in dates:
        before = text[cursor : found.start]
        *others, last = list(_segments(before)) or [""]
        role, rest = label_before(last)
        if not role and others and not rest.strip(" :"):
            role, others[-1] = label_before(others[-1])
        for segment in (*others, _without_button(_without_weekday(rest))):
            basket.put(segment)
        if basket.label and not role:
            role, basket.label = basket.label, ""
        basket.stamps.append(Stamp(found, role, " ".join(text[found.start : found.end].split())))
        cursor = found.end
    if cursor == 0:
        whole = signed(text)
        if whole and not is_section(text):
            basket.bylines.append(whole)
            return basket.pieces()
    for segment in _segments(text[cursor:]):
        basket.put(segment)
    return basket.pieces()
