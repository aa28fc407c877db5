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
from dataclasses import replace
from functools import cache

from newsarchive.arabic.date_forms import MONTH_GAP, FoundDate, date_forms, number
from newsarchive.arabic.fold import LETTERS, fold_with_offsets, original_span
from newsarchive.arabic.months import alternation, gregorian_months, weekdays

__all__ = ["FoundDate", "find_dates", "read_date"]

_SIMPLE: dict[int, str] = {ord(letter): folded for letter, folded in LETTERS.items()}
_SIMPLE |= {zero + n: str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
_SIMPLE |= {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
_SIMPLE |= dict.fromkeys((0x00A0, 0x202F, 0x2007, 0x2009, 0x3000), " ") | {0x060C: ","}
_SIMPLE |= dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0x2215), "-")
_SIMPLE |= {0x2044: "/", 0x2215: "/"}
_FAR = re.compile(
    r"[^\x00-\x7f\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u0669«»…“”\u00a0–—]"
)

_RANGE_BEFORE = re.compile(r"(?<![\d:])[0-3]?\d\s*(?:-|و\s*|الي\s+|حتي\s+)\s*$")
_NUMBER_BEFORE = re.compile(r"(?:العدد|عدد|رقم|ص|الصفحه|صفحه|لسنه)\s*[:.]?\s*\d+\s*-\s*$")


def _is_range(folded: str, match: "re.Match[str]") -> bool:
    """Whether the day is one end of a period («15-17 ديسمبر 2025»): an event, no date."""
    before = folded[max(0, match.start() - 24) : match.start()]
    return bool(_RANGE_BEFORE.search(before)) and not _NUMBER_BEFORE.search(before)


def _apart(folded: str) -> list[FoundDate]:
    """The dates that do not overlap: a fuller form before a shorter one, then from the start."""
    taken: list[tuple[int, int]] = []
    found: list[FoundDate] = []
    for rank, (pattern, read) in enumerate(date_forms()):
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            has_day = rank < len(date_forms()) - 2
            reading = None if has_day and _is_range(folded, match) else read(match)
            if reading:
                found.append(reading)
    return sorted(found, key=lambda date: date.start)


@cache
def _beside() -> tuple["re.Pattern[str]", "re.Pattern[str]", "re.Pattern[str]"]:
    """Weekday before a date, weekday after it, and what joins two dates that are one."""
    day = rf"(?:يوم\s+)?(?P<weekday>{alternation(weekdays())})"
    before = rf"(?<![^\W\d_]){day}[\s,:.\-/(]*(?:[صلو]?\s*)$"
    after = rf"^[\s,:.\-/)]*{day}(?![^\W\d_])"
    gap = r"[\s,.\-/|()=:]*"
    said = r"(?P<said>(?:ال|لل|و)?موافق\s*(?:ل|ب)?)?"
    joint = rf"^{gap}(?:ه|م)?{gap}{said}{gap}(?:{day})?{gap}$"
    return re.compile(before), re.compile(after), re.compile(joint)


def _weekday_beside(folded: str, found: FoundDate) -> int | None:
    before, after, _ = _beside()
    match = before.search(folded[max(0, found.start - 20) : found.start])
    match = match or after.search(folded[found.end : found.end + 20])
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


_PARTIAL_AFTER = r"^\s*,?\s*(?:ه\s*)?(?:ال|لل)?موافق\s*(?:ل\s*)?"


@cache
def _partial() -> "re.Pattern[str]":
    month = rf"(?P<month>{alternation(gregorian_months())})(?![^\W\d_])"
    return re.compile(rf"{_PARTIAL_AFTER}(?P<day>[0-3]?\d){MONTH_GAP}{month}")


def _with_partial(folded: str, found: FoundDate) -> FoundDate:
    """A Hijri date followed by «الموافق 15 ديسمبر»: that day, in the year the Hijri one tells."""
    match = _partial().match(folded[found.end : found.end + 50])
    if match is None:
        return found
    month, day = number(gregorian_months(), match["month"]), int(match["day"])
    for shift in range(-3, 4):
        near = found.date + dt.timedelta(days=shift)
        if (near.month, near.day) == (month, day):
            end = found.end + match.end()
            return replace(found, end=end, date=near, calendar="gregorian")
    return found


def _near(one: dt.date, other: dt.date) -> bool:
    return abs((one - other).days) <= 2


def _joined(first: FoundDate, second: FoundDate, folded: str) -> FoundDate | None:
    """The two as one date when they are the same day in two calendars, else None."""
    if first.calendar == second.calendar or second.start - first.end > 40:
        return None
    joint = _beside()[2].match(folded[first.end : second.start])
    if joint is None:
        return None
    gregorian, hijri = (first, second) if first.calendar == "gregorian" else (second, first)
    if gregorian.other and _near(gregorian.other, hijri.date):
        gregorian = replace(gregorian, date=gregorian.other)
    same = gregorian.precision != hijri.precision or _near(gregorian.date, hijri.date)
    if not same and not joint["said"]:
        return None
    return replace(gregorian, start=first.start, end=second.end, other=None, certain=True)


def _paired(dates: list[FoundDate], folded: str) -> list[FoundDate]:
    paired: list[FoundDate] = []
    for found in dates:
        joined = _joined(paired[-1], found, folded) if paired else None
        if joined:
            paired[-1] = joined
        else:
            paired.append(found)
    return paired


def find_dates(text: str) -> list[FoundDate]:
    """The full dates in ``text``, in order; offsets count characters of ``text``.

    Meant for lines, not for whole articles: it costs some 30 µs for a line that holds a digit.
    """
    if _FAR.search(text):
        folded, offsets = fold_with_offsets(text)
        folded = folded.translate(_SIMPLE)
        return [
            replace(found, start=start, end=end)
            for found in _find(folded)
            for start, end in (original_span(text, offsets, found.start, found.end),)
        ]
    return _find(text.translate(_SIMPLE))


def _find(folded: str) -> list[FoundDate]:
    if not any(character.isdigit() for character in folded):
        return []
    dates = [_with_weekday(folded, found) for found in _apart(folded)]
    dates = _paired(dates, folded)
    return [_with_partial(folded, d) if d.calendar == "hijri" else d for d in dates]


def read_date(text: str) -> FoundDate | None:
    """The one date that a format's own date field states, or None.

    Beside all that ``find_dates`` knows: a bare year, and seconds or milliseconds since 1970.
    """
    dates = find_dates(text)
    if dates:
        return dates[0]
    stripped = text.strip()
    if re.fullmatch(r"(?:1[89]|20)\d\d", stripped):
        return FoundDate(0, len(text), dt.date(int(stripped), 1, 1), precision="year")
    if re.fullmatch(r"\d{10}|\d{13}", stripped):
        seconds = int(stripped[:10])
        return FoundDate(0, len(text), dt.datetime.fromtimestamp(seconds, dt.UTC).date())
    return None
