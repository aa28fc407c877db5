"""Dates as Arabic papers print them, in every calendar they use.

    15 ديسمبر 2025 · ١٥ كانون الأول/ديسمبر ٢٠٢٥ · 12 جانفي 2026 · 3 دجنبر 2025 · 15-12-2025
    2025/12/15 · 2025-12-15T18:30:00Z · Dec 15, 2025 · 24 جمادى الآخرة 1447هـ · 24/6/1447هـ
    الخامس عشر من ديسمبر 2025 · 24 جمادى الآخرة 1447هـ الموافق 15 ديسمبر 2025م · ديسمبر 2025

A date without its year, a range of days and a relative date («أمس») are no dates here, and one that
the calendar does not have is none. Where a Hijri and a Gregorian date are printed as one, the
Gregorian wins. Hijri dates follow Umm al-Qura (hijridate, 1343-1500 AH); local sighting may differ
from it by a day, and then a weekday printed beside the date tells which day was meant.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from newsarchive.arabic.date_forms import MONTH_GAP, Form, Sign, date_forms, signs
from newsarchive.arabic.date_readings import FoundDate
from newsarchive.arabic.fold import LETTERS, fold, fold_with_offsets, original_span
from newsarchive.arabic.month_marks import FILL, GREGORIAN, HIJRI, PRIVATE, marked, month_number
from newsarchive.arabic.months import alternation, weekdays
from newsarchive.arabic.usual import quickened

__all__ = ["FoundDate", "find_dates", "read_date"]

_SIMPLE: dict[int, str] = {ord(letter): folded for letter, folded in LETTERS.items()}
_SIMPLE |= {zero + n: str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
_SIMPLE |= {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
_SIMPLE |= dict.fromkeys((0x00A0, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)), " ")
_SIMPLE |= dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-")
_SIMPLE |= {0x060C: ",", 0x2044: "/", 0x2215: "/"} | dict.fromkeys(PRIVATE, "\ufffd")
_simple = quickened(lambda text: text.translate(_SIMPLE))
_FAR = re.compile(
    r"[^\x00-\x7f\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u0669«»…“”\u00a0–—]"
)
_DIGIT = re.compile(r"\d")
_FEWEST_DIGITS = 4
_SOME_YEAR = re.compile(
    r"(?<!\d)(?:1[3-9]|20)\d\d(?!\d)|[\-/.\\_]\s*\d\d(?!\d)|['\u2019]\d\d(?!\d)|\d{8}t\d"
)
_FULL_YEAR = re.compile(r"(?<!\d)(?:1[3-9]|20)\d\d(?!\d)")
_DRAWN = re.compile(r"(?<=[\d\s\u200e\u200f])\u0640")

_UP_TO = r"(?:و?حتي|الي|لغايه|to|until|au)\s"
_JOINERS = ("-", "و", "او", "حتي", "الي", "لغايه", "to", "until", "au")
_COUNTED = re.compile(r"(?:العدد|عدد|رقم|ص|الصفحه|صفحه|لسنه|السنه|الساعه)\s*[:.]?\s*\d+\s*-\s*$")
_NUMBERED = re.compile(
    r"(?<!تاريخ )(?<![^\W\d_])(?:(?:ال)?(?:اصدار|نسخه|هاتف|تليفون|تلفون|جوال|موبايل|فاكس)|رقم"
    r"|version|ver|v|tel|phone|fax|mobile|ip)\s*[:.#\-]?\s*$"
)
_JOINT = 40


def _one_end(month: str) -> "re.Pattern[str]":
    """What stands before the end of a period: its first day, or its first month."""
    day = rf"(?<![\d:])[0-3]?\d(?:{MONTH_GAP}{month}{FILL})?"
    return re.compile(rf"(?:{day}\s*(?:-|و|{_UP_TO})|{month}{FILL}\s*(?:او\s|{_UP_TO}))\s*$")


_ENDS = {"gregorian": _one_end(GREGORIAN), "hijri": _one_end(HIJRI)}


def _read(folded: str, match: "re.Match[str]", form: Form) -> FoundDate | None:
    """The date, unless it ends a period («15-17 ديسمبر 2025») or is a telephone number."""
    found = form.read(match)
    if found is None:
        return None
    before = folded[max(0, match.start() - _JOINT) : match.start()]
    if form.numeric and _NUMBERED.search(before):
        return None
    if before.rstrip().endswith(_JOINERS) and _ENDS[found.calendar].search(before):
        return found if _COUNTED.search(before) else None
    return found


def _apart(folded: str) -> list[FoundDate]:
    """The dates that do not overlap: a fuller form before a shorter one, then from the start."""
    taken: list[tuple[int, int]] = []
    found: list[FoundDate] = []
    has_year = _FULL_YEAR.search(folded) is not None
    shown: set[Sign] = {name for name, sign in signs().items() if sign.search(folded)}
    for form in date_forms():
        if form.sign not in shown or (form.full and not has_year):
            continue
        for match in form.pattern.finditer(folded):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            if reading := _read(folded, match, form):
                found.append(reading)
    return sorted(found, key=lambda date: date.start)


@cache
def _beside() -> tuple["re.Pattern[str]", "re.Pattern[str]", "re.Pattern[str]"]:
    """Weekday before a date, weekday after it, and what joins two dates that are one."""
    day = rf"(?:يوم\s+)?(?P<weekday>{alternation(weekdays())})"
    said = r"(?:ال|لل|و)?موافق\s*(?:ل|ب|في)?"
    before = rf"(?<![^\W\d_]){day}[\s,:.\-/(]*(?:{said}\s*|بتاريخ\s*|[صلو]\s*)?[\s,:.\-/(]*$"
    after = rf"^[\s,:.\-/)]*{day}(?![^\W\d_])"
    gap = r"[\s,.\-/|()=:]*"
    joint = rf"^{gap}(?:ه|م)?{gap}(?P<said>{said})?{gap}(?:{day})?{gap}$"
    return re.compile(before), re.compile(after), re.compile(joint)


def _weekday_beside(folded: str, found: FoundDate) -> int | None:
    before, after, _ = _beside()
    match = before.search(folded[max(0, found.start - _JOINT) : found.start])
    match = match or after.search(folded[found.end : found.end + _JOINT])
    return weekdays()[" ".join(match["weekday"].split())] if match else None


def _with_weekday(folded: str, found: FoundDate) -> FoundDate:
    """The date with its weekday, which decides between readings and a moon seen a day apart."""
    weekday = _weekday_beside(folded, found) if found.precision == "day" else None
    if weekday is None:
        return found
    found = replace(found, weekday=weekday)
    if found.date.weekday() == weekday:
        return replace(found, other=None)
    if found.other and found.other.weekday() == weekday:
        return replace(found, date=found.other, other=None)
    if found.calendar == "hijri":
        for shift in (-1, 1):
            near = found.date + dt.timedelta(days=shift)
            if near.weekday() == weekday:
                return replace(found, date=near)
    return found


def _partial() -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    """A day and a month without their year, after and before a Hijri date that has one."""
    day = rf"(?<!\d)(?P<day>[0-3]?\d){MONTH_GAP}(?P<month>{GREGORIAN}{FILL})"
    gap = r"[\s,.\-/|()=:]*"
    said = rf"{gap}(?:(?:ه|م)(?!\w))?{gap}(?:(?:ال|لل|و)?موافق\s*(?:ل\s*)?)?{gap}"
    return re.compile(rf"^{said}{day}"), re.compile(rf"{day}{said}$")


_AFTER, _BEFORE = _partial()


def _with_partial(folded: str, found: FoundDate) -> FoundDate:
    """A Hijri date beside «15 ديسمبر»: that day, in the year the Hijri one tells."""
    match = _AFTER.search(folded[found.end : found.end + _JOINT])
    start, end = found.start, found.end + (match.end() if match else 0)
    if match is None:
        first = max(0, found.start - _JOINT)
        match = _BEFORE.search(folded[first : found.start])
        start = first + match.start() if match else start
    if match is None:
        return found
    month, day = month_number(match["month"]), int(match["day"])
    for shift in range(-3, 4):
        near = found.date + dt.timedelta(days=shift)
        if (near.month, near.day) == (month, day):
            return replace(found, start=start, end=end, date=near, calendar="gregorian")
    return found


def _is_same(gregorian: FoundDate, hijri: FoundDate) -> bool:
    """Whether two dates are one in two calendars, as far as both go."""
    days = (gregorian.date - hijri.date).days
    earliest = 0 if gregorian.precision == "day" else 31
    latest = 0 if hijri.precision == "day" else 31
    return -earliest - 2 <= days <= latest + 2


def _joined(first: FoundDate, second: FoundDate, folded: str) -> FoundDate | None:
    """The two as one date when they are the same day in two calendars, else None."""
    if first.calendar == second.calendar or second.start - first.end > _JOINT:
        return None
    joint = _beside()[2].match(folded[first.end : second.start])
    if joint is None:
        return None
    gregorian, hijri = (first, second) if first.calendar == "gregorian" else (second, first)
    if gregorian.other and _is_same(replace(gregorian, date=gregorian.other), hijri):
        gregorian = replace(gregorian, date=gregorian.other)
    if not _is_same(gregorian, hijri):
        if not joint["said"]:
            return None
    elif gregorian.precision == "month" and hijri.precision == "day":
        gregorian = hijri
    return replace(gregorian, start=first.start, end=second.end, other=None, certain=True)


def _paired(dates: Sequence[FoundDate], folded: str) -> list[FoundDate]:
    paired: list[FoundDate] = []
    for found in dates:
        joined = _joined(paired[-1], found, folded) if paired else None
        if joined:
            paired[-1] = joined
        else:
            paired.append(found)
    return paired


@cache
def _from_to() -> "re.Pattern[str]":
    weekday = rf"(?:(?:يوم\s+)?(?:{alternation(weekdays())})\s*,?\s*)?"
    return re.compile(rf"^\s*(?:(?:م|ه)\s+)?,?\s*{_UP_TO}\s*{weekday}$")


def _without_periods(dates: list[FoundDate], folded: str) -> list[FoundDate]:
    """The dates but those that open and close a period: «من 1/12/2025 إلى 15/12/2025»."""
    ends: set[int] = set()
    for index, (one, two) in enumerate(pairwise(dates)):
        if _from_to().match(folded[one.end : two.start]):
            ends |= {index, index + 1}
    return [found for index, found in enumerate(dates) if index not in ends] if ends else dates


def find_dates(text: str) -> list[FoundDate]:
    """The full dates in ``text``, in order; offsets count characters of ``text``.

    Meant for lines, not for whole articles.
    """
    if len(_DIGIT.findall(text)) < _FEWEST_DIGITS:
        return []
    drawn = _DRAWN.sub("-", text) if "\u0640" in text else text  # «15ـ12ـ2025»
    if not _FAR.search(drawn):
        return _find(_simple(drawn))
    dates = _find(_simple(fold(drawn)))
    if not dates:
        return []
    _, offsets = fold_with_offsets(drawn)
    spans = (original_span(text, offsets, found.start, found.end) for found in dates)
    return [
        replace(found, start=start, end=end)
        for found, (start, end) in zip(dates, spans, strict=True)
    ]


def _find(folded: str) -> list[FoundDate]:
    if not _SOME_YEAR.search(folded):
        return []
    folded = marked(folded)
    dates = [_with_weekday(folded, found) for found in _apart(folded)]
    if not dates:
        return dates
    if len(dates) > 1:
        dates = _without_periods(_paired(dates, folded), folded)
    return [_settled(folded, found) for found in dates]


def _settled(folded: str, found: FoundDate) -> FoundDate:
    """The date with all that its line tells; year-first is never month-last by habit."""
    if found.calendar == "hijri" and found.precision == "day":
        return _with_partial(folded, found)
    if found.other and folded[found.start : found.start + 4].isdigit():
        return replace(found, other=None)
    return found


_YEAR_ALONE = re.compile(r"(?P<year>(?:1[89]|20)\d\d)")
_YEAR_MONTH = re.compile(r"(?P<year>(?:1[89]|20)\d\d)[\-/.](?P<month>\d\d?)")
_MONTH_YEAR = re.compile(r"(?P<month>\d\d?)[\-/.](?P<year>(?:1[89]|20)\d\d)")
_STAMP = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:[ _\-]?\d{4,9})?")
_SECONDS = re.compile(r"(?:/date\()?(\d{10})(?:\d{3}|\d{6})?(?:\.\d+)?(?:[+\-]\d{4})?(?:\)/)?")


def read_date(text: str) -> FoundDate | None:
    """The one date that a format's own date field states, or None.

    Beside all that ``find_dates`` knows: a bare year, a year and the number of its month, digits
    without separators (20251215, 20251215203000), and seconds, milliseconds or microseconds since
    1970.
    """
    dates = find_dates(text)
    if dates:
        return dates[0]
    bare = fold(text).strip()
    for pattern in (_YEAR_ALONE, _YEAR_MONTH, _MONTH_YEAR, _STAMP):
        if match := pattern.fullmatch(bare):
            return _stated(
                len(text), **{name: int(part) for name, part in match.groupdict().items()}
            )
    if match := _SECONDS.fullmatch(bare):
        return FoundDate(0, len(text), dt.datetime.fromtimestamp(int(match[1]), dt.UTC).date())
    return None


def _stated(length: int, year: int, month: int = 0, day: int = 0) -> FoundDate | None:
    try:
        date = dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return FoundDate(0, length, date, "day" if day else "month" if month else "year")
