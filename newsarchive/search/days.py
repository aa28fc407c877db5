"""Ranges of days as one types them: numbers, names of months, either calendar, two dots between.

2025   2025-12   2025-12-15   1446   1446-09   ديسمبر 2025   رمضان 1446   15 ديسمبر 2025
2025-01..2025-06   رمضان 1446..شوال 1446   2020..   ..2024   2020-2024   من 2020 إلى 2024   12/2025
"""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass

from newsarchive.arabic.dates import find_dates
from newsarchive.arabic.fold import fold

FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR = 1343, 1500
_MONTH = re.compile(r"(\d{1,2})[-/](\d{4})")
_YEARS = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
_FROM_TO = re.compile(r"من\s+(.+?)\s+(?:الي|حتي)\s+(.+)")
_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Days:
    """Articles published in this range of days, inclusive."""

    since: dt.date
    until: dt.date


def parse_days(text: str) -> Days | None:
    """The days of a period or of a range of two, the second missing or the first; None for else."""
    text = (
        _MONTH.sub(r"\2-\1", fold(text).strip()) if _MONTH.fullmatch(text.strip()) else fold(text)
    )
    text = text.strip()
    if between := _YEARS.fullmatch(text) or _FROM_TO.fullmatch(text):
        text = "..".join(between.groups())
    since_text, dots, until_text = text.partition("..")
    since = _period(since_text) if since_text else Days(dt.date.min, dt.date.max)
    until = since if not dots else _period(until_text) if until_text else _period("9999")
    if since is None or until is None or not (since_text or until_text):
        return None
    if since.since > until.since:
        since, until = until, since
    return Days(since.since, until.until)


def _period(text: str) -> Days | None:
    match = _DAY.fullmatch(text.strip())
    if not match:
        return _written(text.strip())
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if FIRST_HIJRI_YEAR <= year <= LAST_HIJRI_YEAR:
            return _hijri(year, month, day)
        first = dt.date(year, month or 1, day or 1)
    except (ValueError, OverflowError):
        return None
    if day:
        return Days(first, first)
    month = month or 12
    return Days(first, dt.date(year, month, monthrange(year, month)[1]))


def _hijri(year: int, month: int, day: int) -> Days:
    from hijridate import Hijri

    first = Hijri(year, month or 1, day or 1).to_gregorian()
    last = Hijri(year, month or 12, 1)
    until = Hijri(year, month or 12, day or last.month_length()).to_gregorian()
    return Days(_plain(first), _plain(until))


def _plain(date: dt.date) -> dt.date:
    return dt.date(date.year, date.month, date.day)


def _written(text: str) -> Days | None:
    """The period of a date with the name of its month, when the text is that and nothing else."""
    dates = find_dates(text)
    if len(dates) != 1 or (dates[0].start, dates[0].end) != (0, len(text)) or not dates[0].certain:
        return None
    first = dates[0].date
    if dates[0].precision == "day":
        return Days(first, first)
    if dates[0].calendar == "hijri":
        from hijridate import Gregorian

        hijri = Gregorian(first.year, first.month, first.day).to_hijri()
        return _hijri(hijri.year, hijri.month, 0)
    return Days(first, dt.date(first.year, first.month, monthrange(first.year, first.month)[1]))
