"""Dates told from the day of reading: «منذ 3 ساعات», «قبل يومين», «أمس», "3 days ago", "hier".

They are dates only beside the moment the copy was saved, and never more exact than they are: hours
and days give a day, weeks and months a month, years a year.
"""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsarchive.arabic.dates import read_date
from newsarchive.arabic.fold import fold, fold_with_offsets, original_span
from newsarchive.arabic.months import alternation, cardinals, weekdays

Unit = Literal["minute", "hour", "day", "week", "month", "year"]

_UNITS: dict[str, Unit] = {
    "ثانيه": "minute", "ثواني": "minute", "ثوان": "minute", "ثانيتين": "minute",
    "دقيقه": "minute", "دقايق": "minute", "دقيقتين": "minute",
    "ساعه": "hour", "ساعات": "hour", "ساعتين": "hour",
    "يوم": "day", "يوما": "day", "ايام": "day", "يومين": "day",
    "اسبوع": "week", "اسبوعا": "week", "اسابيع": "week", "اسبوعين": "week",
    "شهر": "month", "شهرا": "month", "اشهر": "month", "شهور": "month", "شهرين": "month",
    "سنه": "year", "سنوات": "year", "سنين": "year", "سنتين": "year",
    "عام": "year", "عاما": "year", "اعوام": "year", "عامين": "year",
    "seconds": "minute", "second": "minute", "minutes": "minute", "minute": "minute",
    "mins": "minute", "min": "minute", "hours": "hour", "hour": "hour", "hrs": "hour",
    "hr": "hour", "days": "day", "day": "day", "weeks": "week", "week": "week",
    "months": "month", "month": "month", "years": "year", "year": "year",
    "secondes": "minute", "heures": "hour", "heure": "hour", "jours": "day", "jour": "day",
    "semaines": "week", "semaine": "week", "mois": "month", "ans": "year", "an": "year",
}  # fmt: skip
_TWO = frozenset(name for name in _UNITS if name.endswith("ين") and name != "سنين")
_ONE = frozenset(
    ("ثانيه", "دقيقه", "ساعه", "يوم", "اسبوع", "شهر", "سنه", "عام", "hour", "day", "week", "month")
)
_ARTICLES = ("a", "an", "one", "un", "une")
_LETTERS: dict[str, Unit] = {"min": "minute", "h": "hour", "d": "day", "w": "week"}
_DAYS = {
    "امس": 1, "البارحه": 1, "امس الاول": 2, "اول امس": 2, "اول من امس": 2, "yesterday": 1,
    "hier": 1, "avant hier": 2, "avant-hier": 2,
}  # fmt: skip
_NOW = ("قبل قليل", "منذ قليل", "قبل لحظات", "منذ لحظات", "الان", "للتو", "just now")
_TODAY = ("اليوم", "today", "aujourd'hui")
_SIGN = re.compile(
    r"منذ|قبل|من |مضت|مضي|امس|البارحه|الان|للتو|اليوم|ago|today|yester|now|il y a|hier|hui"
)
_NOON = dt.time(12)
_CLOCK = re.compile(
    r"(?<![\d:+])(?P<hour>[0-2]?\d)[:h](?P<minute>[0-5]\d)(?!\d)(?::\d\d(?:\.\d+)?)?"
    r"\s*(?P<half>ص|م|am|pm|صباحا|مساء)?(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Ago:
    """How long before the reading something was.

    Attributes:
        start: of its first character in the text.
        end: after its last one.
        count: of the units.
        unit: in which it is told.
    """

    start: int
    end: int
    count: int
    unit: Unit


def _counted(group: str) -> str:
    """«3 ساعات», «ساعتين», «يوم واحد», «ساعة و20 دقيقة»."""
    unit = alternation(_UNITS)
    number = rf"\d{{1,3}}|{alternation(cardinals())}|{'|'.join(_ARTICLES)}"
    rest = rf"(?:\s+و\s*\d+\s+(?:{unit}))?"
    return rf"(?:(?P<{group}>{number})\s+)?(?P<{group}_unit>{unit})(?:\s+واحده?)?{rest}"


@cache
def _pattern() -> "re.Pattern[str]":
    about = r"(?:(?:حوالي|نحو|قرابه|ما يقارب|environ)\s+)?"
    clock = r"\d\d?[:.]\d\d(?:[:.]\d\d)?(?:\s*(?:ص|م|صباحا|مساء|am|pm))?"
    at = rf"\s*[,،\-|]?\s*(?:(?:(?:علي\s+)?الساعه|عند|at|a|في)\s*)?{clock}"
    forms = (
        rf"(?:منذ|قبل|(?P<from>من)|il y a)\s+{about}{_counted('before')}",
        rf"{_counted('after')}\s+(?:ago|مضت|مضي)",
        r"(?P<short>\d{1,3})\s?(?P<letter>min|[hdw])\s+ago",
        rf"(?P<day>{alternation(_DAYS)})(?:\s+(?:{alternation(weekdays())}))?(?:{at})?",
        rf"(?:{alternation(_TODAY)}){at}",
        rf"(?P<now>{alternation(_NOW)})",
    )
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})(?![^\W_])")


def _read(match: "re.Match[str]") -> tuple[int, Unit] | None:
    """The interval; None for one that is not told («منذ ساعات»)."""
    for group in ("before", "after"):
        if unit := match[f"{group}_unit"]:
            count = match[group] or ""
            told = count or unit in _TWO or not match["from"]  # «من يومين», but not «من يوم»
            return _interval(count, unit) if told else None
    if letter := match["letter"]:
        return int(match["short"]), _LETTERS[letter]
    if day := match["day"]:
        return _DAYS[" ".join(day.split())], "day"
    return 0, "minute"


def _interval(count: str, unit: str) -> tuple[int, Unit] | None:
    kind = _UNITS[unit]
    if count:
        known = {**cardinals(), **dict.fromkeys(_ARTICLES, 1)}
        return (int(count) if count.isdigit() else known[" ".join(count.split())]), kind
    if unit in _TWO or unit in _ONE:
        return 1 + (unit in _TWO), kind
    return (0, kind) if kind == "minute" else None


def find_ago(text: str) -> Ago | None:
    """The first interval told in ``text``, which should be a short line, or None."""
    folded = fold(text)
    match = _pattern().search(folded) if _SIGN.search(folded) else None
    told = _read(match) if match else None
    if match is None or told is None:
        return None
    _, offsets = fold_with_offsets(text)
    return Ago(*original_span(text, offsets, match.start(), match.end()), *told)


def is_ago(text: str) -> bool:
    """Whether ``text`` is nothing but an interval, even one that is not told («منذ ساعات»)."""
    folded = fold(text).strip()
    return bool(_SIGN.search(folded) and _pattern().fullmatch(folded))


def read_moment(text: str) -> dt.datetime | None:
    """The moment that a stamp of saving states, in the time of its own zone; noon without an hour.

    None when no day is stated.
    """
    found = read_date(text)
    if found is None or found.precision != "day":
        return None
    bare = fold(text).strip()
    if len(bare) >= 14 and bare.isdigit():
        clock = dt.time(int(bare[8:10]) % 24, int(bare[10:12]) % 60)
    else:
        match = _CLOCK.search(bare)
        clock = _time(match) if match else _NOON
    return dt.datetime.combine(found.date, clock)


def _time(match: "re.Match[str]") -> dt.time:
    hour, half = int(match["hour"]) % 24, match["half"] or ""
    if half[:1] in ("م", "p") and hour < 12:
        hour += 12
    elif half[:1] in ("ص", "a") and hour == 12:
        hour = 0
    return dt.time(hour, int(match["minute"]))


def before(moment: dt.datetime, ago: Ago) -> tuple[dt.date, Literal["day", "month", "year"]]:
    """The date that long before ``moment``: the first of its month or year where no day is told."""
    if ago.unit in ("minute", "hour"):
        return (moment - dt.timedelta(**{f"{ago.unit}s": ago.count})).date(), "day"
    if ago.unit in ("day", "week"):
        date = (moment - dt.timedelta(**{f"{ago.unit}s": ago.count})).date()
        return (date, "day") if ago.unit == "day" else (date.replace(day=1), "month")
    months = moment.year * 12 + moment.month - 1 - ago.count
    if ago.unit == "month":
        return dt.date(months // 12, months % 12 + 1, 1), "month"
    return dt.date(moment.year - ago.count, 1, 1), "year"
