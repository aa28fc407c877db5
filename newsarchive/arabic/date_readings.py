"""What the parts of a printed date say: the functions that read a match of ``arabic.date_forms``.

A match names its parts: day, month (with again, its second name), year, ordinal; or a, b and c for
the numbers of an all-numeric date, in their order.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from newsarchive.arabic.month_marks import month_number
from newsarchive.arabic.months import ordinal_days

FIRST_YEAR = 1800
FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR = 1343, 1500
_LIBYAN_YEAR_0 = 632
_PIVOT = 70


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
        certain: False for the forms that may be something else: a year of two digits (1970-2069),
            numbers with nothing but spaces between them.
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


def _day(match: "re.Match[str]", year: int, month: int, day: int, **more: object) -> Reading:
    """A Gregorian day, or None when there is no such day."""
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    found = FoundDate(match.start(), match.end(), date)
    return replace(found, **more) if more else found  # type: ignore[arg-type]


def _hijri_day(match: "re.Match[str]", year: int, month: int, day: int) -> Reading:
    """A Hijri day in Gregorian, or None when there is no such day.

    A thirtieth day that the tables do not have was seen where the moon was sighted later.
    """
    known = FIRST_HIJRI_YEAR <= year <= LAST_HIJRI_YEAR and 1 <= month <= 12
    if not known or not 1 <= day <= 30:
        return None
    from hijridate import Hijri

    first = Hijri(year, month, 1).to_gregorian()
    date = dt.date(first.year, first.month, first.day) + dt.timedelta(days=day - 1)
    return FoundDate(match.start(), match.end(), date, calendar="hijri")


def _month_of(match: "re.Match[str]") -> int | None:
    """The month named, or None when two different ones are («نوفمبر/ديسمبر»)."""
    first, second = month_number(match["month"]), match["again"]
    return first if second is None or month_number(second) == first else None


def named(match: "re.Match[str]") -> Reading:
    """Day, name of the month, year, in any order."""
    month = _month_of(match)
    return _day(match, int(match["year"]), month, int(match["day"])) if month else None


def libyan(match: "re.Match[str]") -> Reading:
    """A solar year counted from the Prophet's death in 632, in print in Libya until 2011."""
    month = _month_of(match)
    year = int(match["year"]) + _LIBYAN_YEAR_0
    return _day(match, year, month, int(match["day"])) if month else None


def named_short(match: "re.Match[str]") -> Reading:
    """«15-Dec-25»."""
    month = month_number(match["month"])
    return _day(match, _full_year(match), month, int(match["day"]), certain=False)


def _ordinal_day(match: "re.Match[str]") -> int:
    ordinal = match["ordinal"]
    return 1 if ordinal is None else ordinal_days()[" ".join(ordinal.split())]


def ordinal(match: "re.Match[str]") -> Reading:
    """«الخامس عشر من ديسمبر 2025»."""
    month = _month_of(match)
    return _day(match, int(match["year"]), month, _ordinal_day(match)) if month else None


def month(match: "re.Match[str]") -> Reading:
    """«ديسمبر 2025»."""
    month = _month_of(match)
    return _day(match, int(match["year"]), month, 1, precision="month") if month else None


def hijri(match: "re.Match[str]") -> Reading:
    """«24 جمادى الآخرة 1447هـ»."""
    month = month_number(match["month"])
    return _hijri_day(match, int(match["year"]), month, int(match["day"]))


def hijri_ordinal(match: "re.Match[str]") -> Reading:
    """«غرة رمضان 1447هـ»."""
    month = month_number(match["month"])
    return _hijri_day(match, int(match["year"]), month, _ordinal_day(match))


def hijri_month(match: "re.Match[str]") -> Reading:
    """«رمضان 1447هـ»."""
    first = _hijri_day(match, int(match["year"]), month_number(match["month"]), 1)
    return replace(first, precision="month") if first else None


def year_first(match: "re.Match[str]") -> Reading:
    """Year, month, day; year, day, month where only that is a date or a weekday says so."""
    year, month, day = int(match["year"]), int(match["b"]), int(match["c"])
    if year < FIRST_YEAR:
        return _hijri_day(match, year, month, day)
    found = _day(match, year, month, day)
    if found and day <= 12 and day != month:
        return replace(found, other=dt.date(year, day, month))
    return found or (_day(match, year, day, month) if month > 12 else None)


def year_last(match: "re.Match[str]") -> Reading:
    """Day first, as all Arab papers write, unless only the other way is a date."""
    year = int(match["year"])
    if year < FIRST_YEAR:
        return _hijri_day(match, year, int(match["b"]), int(match["a"]))
    return _day_and_month(match, year)


def _day_and_month(match: "re.Match[str]", year: int) -> Reading:
    first, second = int(match["a"]), int(match["b"])
    if second > 12:
        return _day(match, year, first, second)
    found = _day(match, year, second, first)
    if found and first <= 12 and first != second:
        return replace(found, other=dt.date(year, first, second))
    return found


def spaced(match: "re.Match[str]") -> Reading:
    """Numbers with nothing but spaces between them: «15 12 2025»."""
    found = year_last(match)
    return replace(found, certain=False) if found else None


def short_hijri(match: "re.Match[str]") -> Reading:
    """«24/6/47هـ»."""
    return _hijri_day(match, 1400 + int(match["year"]), int(match["b"]), int(match["a"]))


def _full_year(match: "re.Match[str]") -> int:
    year = int(match["year"])
    return year + (2000 if year < _PIVOT else 1900)


def short_year(match: "re.Match[str]") -> Reading:
    """«15/12/25»."""
    found = _day_and_month(match, _full_year(match))
    return replace(found, certain=False) if found else None


def compact(match: "re.Match[str]") -> Reading:
    """«20251215T203000Z»."""
    return _day(match, int(match["year"]), int(match["b"]), int(match["c"]))
