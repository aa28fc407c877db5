"""The forms a date is printed in, each with the function that reads it.

Expressions match the text as ``arabic.dates`` folds it: plain letters, digits 0-9, Latin in lower
case, every dash "-" and every space " ".
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from newsarchive.arabic.months import (
    alternation,
    gregorian_months,
    hijri_months,
    months_without_day,
    ordinal_days,
)

FIRST_YEAR = 1800
FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR = 1343, 1500


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text.

    Attributes:
        start: of its first character.
        end: after its last character.
        date: Gregorian; the first day of the period when the precision is month or year.
        precision: how much of the date is printed.
        calendar: in which it is printed.
        other: the month-first reading of an all-numeric date that has two («5/6/2025»).
        certain: False for the forms that may be something else: a year of two digits, numbers
            with nothing but spaces between them.
        weekday: printed beside it, 0 for Monday; None where none is.
    """

    start: int
    end: int
    date: dt.date
    precision: Literal["day", "month", "year"] = "day"
    calendar: Literal["gregorian", "hijri"] = "gregorian"
    other: dt.date | None = None
    certain: bool = True
    weekday: int | None = None


Reading = FoundDate | None
Read = Callable[["re.Match[str]"], Reading]

_DAY = r"(?<!\d)(?<!\d[.,:/])(?P<day>[0-3]?\d)(?:st|nd|rd|th|er)?(?!\d)"
_SECOND_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?!\d)(?!\s*(?:ه|هجري\w*)\b)(?:\s*م(?:يلادي\w*)?\b)?"
_HIJRI_YEAR = r"(?P<year>1[345]\d\d)(?!\d)(?:\s*-?(?:هجري\w*|للهجره|ه|h|ah)(?!\w))?"
_GAP = r"[\s\-/.,_]*"
MONTH_GAP = rf"{_GAP}(?:(?:من\s+)?(?:شهر\s+)?)"
_YEAR_GAP = rf"{_GAP}(?:(?:من\s+)?(?:ل?عام|ل?سنه)\s+)?"


def _day(match: "re.Match[str]", year: int, month: int, day: int, **more: object) -> Reading:
    """A Gregorian day, or None when there is no such day."""
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    found = FoundDate(match.start(), match.end(), date)
    return replace(found, **more) if more else found  # type: ignore[arg-type]


def _hijri_day(match: "re.Match[str]", year: int, month: int, day: int) -> Reading:
    """A Hijri day in Gregorian, or None when the tables do not have it."""
    if not FIRST_HIJRI_YEAR <= year <= LAST_HIJRI_YEAR:
        return None
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    date = dt.date(found.year, found.month, found.day)
    return FoundDate(match.start(), match.end(), date, calendar="hijri")


def number(names: Mapping[str, int], text: str) -> int:
    """What the name stands for, however its words are spaced."""
    squeezed = "".join(text.split())
    return next(value for name, value in names.items() if name.replace(" ", "") == squeezed)


def _month_of(match: "re.Match[str]") -> int | None:
    """The month named, or None when two different ones are («نوفمبر/ديسمبر»)."""
    first = number(gregorian_months(), match["month"])
    second = match["again"]
    return first if second is None or number(gregorian_months(), second) == first else None


def _named(match: "re.Match[str]") -> Reading:
    month = _month_of(match)
    return _day(match, int(match["year"]), month, int(match["day"])) if month else None


def _ordinal(match: "re.Match[str]") -> Reading:
    month, day = _month_of(match), number(ordinal_days(), match["ordinal"])
    return _day(match, int(match["year"]), month, day) if month else None


def _month(match: "re.Match[str]") -> Reading:
    month = _month_of(match)
    return _day(match, int(match["year"]), month, 1, precision="month") if month else None


def _hijri(match: "re.Match[str]") -> Reading:
    month = number(hijri_months(), match["month"])
    return _hijri_day(match, int(match["year"]), month, int(match["day"]))


def _hijri_ordinal(match: "re.Match[str]") -> Reading:
    month, day = number(hijri_months(), match["month"]), number(ordinal_days(), match["ordinal"])
    return _hijri_day(match, int(match["year"]), month, day)


def _hijri_month(match: "re.Match[str]") -> Reading:
    first = _hijri_day(match, int(match["year"]), number(hijri_months(), match["month"]), 1)
    return replace(first, precision="month") if first else None


def _year_first(match: "re.Match[str]") -> Reading:
    year, month, day = int(match["year"]), int(match["b"]), int(match["c"])
    if year < FIRST_YEAR:
        return _hijri_day(match, year, month, day)
    found = _day(match, year, month, day)
    return found or (_day(match, year, day, month) if month > 12 else None)


def _year_last(match: "re.Match[str]") -> Reading:
    """Day first, as all Arab papers write, unless only the other way is a date."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if year < FIRST_YEAR:
        return _hijri_day(match, year, second, first)
    if second > 12:
        return _day(match, year, first, second)
    found = _day(match, year, second, first)
    if found and first <= 12 and first != second:
        return replace(found, other=dt.date(year, first, second))
    return found


def _spaced(match: "re.Match[str]") -> Reading:
    found = _year_last(match)
    return replace(found, certain=False) if found else None


def _short_hijri(match: "re.Match[str]") -> Reading:
    return _hijri_day(match, 1400 + int(match["year"]), int(match["b"]), int(match["a"]))


def _short_year(match: "re.Match[str]") -> Reading:
    year = int(match["year"])
    year += 2000 if year < 70 else 1900
    found = _day(match, year, int(match["b"]), int(match["a"]))
    return replace(found, certain=False) if found else None


@cache
def date_forms() -> tuple[tuple["re.Pattern[str]", Read], ...]:
    """Every form of a date, the fullest first, with the function that reads it."""
    name, plain = alternation(gregorian_months()), alternation(months_without_day())
    both = r"{0}(?P<month>{1}){2}(?:\s*[(\[/\-|,]?\s*{0}(?P<again>{1}){2}\s*[)\]]?)?"
    month = both.format(r"(?<![^\W\d_])", name, r"(?![^\W\d_])")
    month_alone = both.format(r"(?<![^\W\d_])", plain, r"(?![^\W\d_])")
    hijri = rf"(?<![^\W\d_])(?P<month>{alternation(hijri_months())})(?![^\W\d_])"
    ordinal = rf"(?<![^\W\d_])(?P<ordinal>{alternation(ordinal_days())})(?![^\W\d_])"
    before, after = r"(?<!\d)(?<!\d[/.\-:,])", r"(?!\d|[/.\-]\d|:\d)"
    year = r"(?P<year>1[3-9]\d\d|20\d\d)"
    mark = r"(?:\s*(?:ه|هجري\w*|م)(?!\w))?"
    two = r"(?P<a>[0-3]?\d){0}(?P<b>[0-3]?\d){1}"
    forms: tuple[tuple[str, Read], ...] = (
        (rf"{_DAY}{MONTH_GAP}{month}{_YEAR_GAP}{_YEAR}", _named),
        (rf"(?<!\d){_YEAR}{_GAP}{month}{_GAP}{_SECOND_DAY}", _named),
        (rf"{month}{_GAP}{_SECOND_DAY}\s*,?\s*{_YEAR}", _named),
        (rf"{ordinal}\s+من\s+(?:شهر\s+)?{month}{_YEAR_GAP}{_YEAR}", _ordinal),
        (rf"{_DAY}{MONTH_GAP}{hijri}{_YEAR_GAP}{_HIJRI_YEAR}", _hijri),
        (rf"(?<!\d){_HIJRI_YEAR}{_GAP}{hijri}{_GAP}{_SECOND_DAY}", _hijri),
        (rf"{ordinal}\s+من\s+(?:شهر\s+)?{hijri}{_YEAR_GAP}{_HIJRI_YEAR}", _hijri_ordinal),
        (
            rf"{before}{year}\s*(?P<sep>[/.\-])\s*(?P<b>\d\d?)\s*(?P=sep)\s*(?P<c>\d\d?)"
            rf"(?:t[\d:.]+(?:z|[+\-][\d:]+)?|(?!\d|[/.]\d|:\d)){mark}",
            _year_first,
        ),
        (
            before
            + two.format(r"\s*(?P<sep>[/.\-])\s*", r"\s*(?P=sep)\s*")
            + rf"{year}{after}{mark}",
            _year_last,
        ),
        (
            before
            + two.format(r"\s*(?P<sep>[/.\-])\s*", r"\s*(?P=sep)\s*")
            + r"(?P<year>\d\d)\s*(?:ه|هجري\w*)(?!\w)",
            _short_hijri,
        ),
        (
            before
            + two.format(r"(?P<sep>[/.\-])", r"(?P=sep)")
            + rf"(?P<year>\d\d){after}(?:\s*م(?!\w))?",
            _short_year,
        ),
        (rf"{before}(?<!\d\s){two.format(' +', ' +')}{year}(?!\d|\s*\d){mark}", _spaced),
        (rf"{month_alone}{_YEAR_GAP}{_YEAR}", _month),
        (rf"{hijri}{_YEAR_GAP}{_HIJRI_YEAR}", _hijri_month),
    )
    return tuple((re.compile(form), read) for form, read in forms)
