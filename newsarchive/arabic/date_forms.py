"""The forms a date is printed in, each with the function that reads it.

Expressions match the text as ``arabic.dates`` folds it: plain letters, digits 0-9, Latin in lower
case, every dash "-" and every space " ", and months as ``arabic.month_marks`` has them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsarchive.arabic import date_readings as readings
from newsarchive.arabic.date_readings import Read
from newsarchive.arabic.month_marks import FILL, GREGORIAN, GREGORIAN_ALONE, HIJRI, marked
from newsarchive.arabic.months import alternation, first_days, ordinal_days

Sign = Literal["month", "hijri", "numbers", "spaced", "compact"]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print a date.

    Attributes:
        pattern: of the whole date.
        read: what a match says, None where no calendar has such a day.
        sign: which of ``signs`` any text that holds this form shows.
        full: whether the year has four digits.
        numeric: whether it may as well be a number of something else.
    """

    pattern: "re.Pattern[str]"
    read: Read
    sign: Sign
    full: bool = True
    numeric: bool = False


_TH = r"(?:st|nd|rd|th|er)?"
_DAY = rf"(?:(?<!\d)(?<!\d[.,:/])|(?<=:\d\d[.,/]))(?P<day>[0-3]?\d){_TH}(?!\d)"
_SECOND_DAY = rf"(?<!\d)(?P<day>[0-3]?\d){_TH}(?!\d)"
_ERA = r"(?:\s*(?:م|ميلادي\w*|للميلاد|ف|افرنجي\w*|مسيحي\w*)\b)?"
_YEAR = rf"(?P<year>1[89]\d\d|20\d\d)(?!\d)(?!\s*(?:ه|هجري\w*)\b){_ERA}"
_LIBYAN_ERA = r"\s*و\s*\.?\s*ر\b\.?"
_LIBYAN_YEAR = rf"(?P<year>13\d\d){_LIBYAN_ERA}(?:[\s,(/\-]*(?:1[89]|20)\d\d{_ERA}\)?)?"
_HIJRI_ERA = r"(?:\s*-?(?:هجري\w*|(?:ل|من\s+ا)لهجره|ه|h|ah)(?!\w))?"
_HIJRI_YEAR = rf"(?P<year>1[345]\d\d)(?!\d)(?!{_LIBYAN_ERA}){_HIJRI_ERA}"
_GAP = r"[\s\-/.,_\\]*"
MONTH_GAP = rf"{_GAP}(?:(?:(?:من|of|de)\s+)?(?:شهر\s+)?)"
_YEAR_GAP = rf"{_GAP}(?:(?:من\s+)?(?:(?:ال|ل|لل)?عام|(?:ال|ل|لل)?سنه)\s+)?"

_ANY_YEAR = r"(?P<year>1[3-9]\d\d|20\d\d)"
_MARK = r"(?:\s*(?:ه|هجري\w*|م)(?!\w))?"
_SEPARATOR = r"(?P<sep>[/.\-\\_])"
_FREE = r"(?:(?<!\d)(?<!\d[/.\-:,\\])|(?<=:\d\d[\-,]))"
_CLOSED = r"(?!\d|[/.]\d(?!\d?:\d\d)|:\d|-\d(?!\d?:\d\d))"
_CLOCK = r"\d\d?:\d\d(?::\d\d)?"


_MONTH = f"(?P<month>{GREGORIAN}{FILL})"
_TWICE = rf"{{0}}(?:\s*[(\[/\-|,]?\s*(?P<again>{GREGORIAN}{FILL})\s*[)\]]?)?"
_HIJRI_MONTH = f"(?P<month>{HIJRI}{FILL})"


@cache
def signs() -> Mapping[Sign, "re.Pattern[str]"]:
    """What is cheap to look for before the forms themselves are tried."""
    return {
        "month": re.compile(GREGORIAN),
        "hijri": re.compile(HIJRI),
        "numbers": re.compile(r"\d\s*([/.\-\\_:])\s*\d\d?\s*\1\s*\d\d?"),
        "spaced": re.compile(r"\d +\d\d? +\d{4}"),
        "compact": re.compile(r"\d{8}t\d"),
    }


def _ordinal_of(month: str) -> str:
    """«الخامس عشر من شهر …», «غرة …»."""
    spelt = rf"(?P<ordinal>{alternation(ordinal_days())})\s+من\s+"
    first = rf"(?:{alternation(map(marked, first_days()))})\s+(?:من\s+)?"
    return rf"(?<![^\W\d_])(?:{spelt}|{first})(?:شهر\s+)?{month}{_YEAR_GAP}"


def _gregorian() -> Iterator[Form]:
    month = _TWICE.format(_MONTH)
    zone = r"(?:\s*(?:[+\-]\d{4}|[a-z]{2,5}))?"
    for pattern, read in (
        (rf"{_DAY}{MONTH_GAP}{month}{_YEAR_GAP}{_YEAR}", readings.named),
        (rf"{_DAY}{MONTH_GAP}{month}{_YEAR_GAP}{_LIBYAN_YEAR}", readings.libyan),
        (rf"(?<!\d){_YEAR}{_GAP}{month}{_GAP}{_SECOND_DAY}", readings.named),
        (rf"{month}{_GAP}{_SECOND_DAY}\s*[,\-/.]?\s*{_YEAR}", readings.named),
        (rf"{month}{_GAP}{_SECOND_DAY}\s+{_CLOCK}{zone}\s+{_YEAR}", readings.named),
        (rf"{_ordinal_of(month)}{_YEAR}", readings.ordinal),
        (
            rf"(?<!\d){_YEAR}\s*[,/\-]\s*{_SECOND_DAY}{MONTH_GAP}{month}(?!{_YEAR_GAP}\d)",
            readings.named,
        ),
    ):
        yield Form(re.compile(pattern), read, "month")
    for pattern in (
        rf"{_DAY}(?P<sep>[\-/.]){_MONTH}(?P=sep)(?P<year>\d\d)(?![\w\-/.])",
        rf"{_DAY}\s*{_MONTH}\s*['\u2019](?P<year>\d\d)(?!\w)",
    ):
        yield Form(re.compile(pattern), readings.named_short, "month", full=False)


def _hijri() -> Iterator[Form]:
    month = _HIJRI_MONTH
    for pattern, read in (
        (rf"{_DAY}{MONTH_GAP}{month}{_YEAR_GAP}{_HIJRI_YEAR}", readings.hijri),
        (rf"(?<!\d){_HIJRI_YEAR}{_GAP}{month}{_GAP}{_SECOND_DAY}", readings.hijri),
        (rf"{_ordinal_of(month)}{_HIJRI_YEAR}", readings.hijri_ordinal),
    ):
        yield Form(re.compile(pattern), read, "hijri")


def _numeric() -> Iterator[Form]:
    apart = rf"\s*{_SEPARATOR}\s*", r"\s*(?P=sep)\s*"
    two = rf"(?P<a>[0-3]?\d){apart[0]}(?P<b>[0-3]?\d){apart[1]}"
    tight = rf"(?P<a>[0-3]?\d){_SEPARATOR}(?P<b>[0-3]?\d)(?P=sep)"
    for pattern, read in (
        (
            rf"{_FREE}{_ANY_YEAR}\s*(?P<sep>[/.\-\\_:])\s*(?P<b>\d\d?)\s*(?P=sep)\s*(?P<c>\d\d?)"
            rf"(?:t[\d:.]+(?:z|[+\-][\d:]+)?|(?!\d|[/.]\d(?!\d?:\d\d)|:\d|-\d{{3}})){_MARK}",
            readings.year_first,
        ),
        (rf"{_FREE}{two}{_ANY_YEAR}{_CLOSED}{_MARK}", readings.year_last),
    ):
        yield Form(re.compile(pattern), read, "numbers", numeric=True)
    for pattern, read in (
        (rf"{_FREE}{two}(?P<year>\d\d)\s*(?:ه|هجري\w*)(?!\w)", readings.short_hijri),
        (rf"{_FREE}{tight}(?P<year>\d\d){_CLOSED}(?:\s*م(?!\w))?", readings.short_year),
    ):
        yield Form(re.compile(pattern), read, "numbers", full=False, numeric=True)
    spaced = rf"{_FREE}(?<!\d\s)(?P<a>[0-3]?\d) +(?P<b>[0-3]?\d) +{_ANY_YEAR}(?!\d|\s*\d){_MARK}"
    yield Form(re.compile(spaced), readings.spaced, "spaced", numeric=True)
    compact = r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<b>\d\d)(?P<c>\d\d)t\d{4}(?:\d\d)?z?(?!\w)"
    yield Form(re.compile(compact), readings.compact, "compact", full=False)


def _months_alone() -> Iterator[Form]:
    month = _TWICE.format(f"(?P<month>{GREGORIAN_ALONE}{FILL})")
    yield Form(re.compile(rf"{month}{_YEAR_GAP}{_YEAR}"), readings.month, "month")
    pattern = re.compile(rf"{_HIJRI_MONTH}{_YEAR_GAP}{_HIJRI_YEAR}")
    yield Form(pattern, readings.hijri_month, "hijri")


@cache
def date_forms() -> tuple[Form, ...]:
    """Every form of a date, the fullest first."""
    return (*_gregorian(), *_hijri(), *_numeric(), *_months_alone())
