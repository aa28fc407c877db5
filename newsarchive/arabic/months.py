"""Month, weekday and day names of the Arab calendars, in the spelling that ``arabic.fold`` gives.

The names stand in ``resources/lexicon/language``: the Gulf and Egyptian, Levantine and Iraqi,
Tunisian and Algerian, Moroccan and old Libyan systems, English and French, and the Hijri months.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from newsarchive.arabic.fold import fold
from resources import lines

_FOLDER = ("lexicon", "language")


def _key(name: str) -> str:
    return " ".join(fold(name).split())


def _names(file: str, leave_out: tuple[int, ...] = ()) -> Mapping[str, int]:
    """Each name of a calendar's table with the number its row begins with."""
    found: dict[str, int] = {}
    for line in lines(*_FOLDER, file):
        number, *columns = line.split("\t")
        for column in (text for n, text in enumerate(columns) if n not in leave_out):
            for name in filter(None, map(_key, column.split("|"))):
                found.setdefault(name, int(number))
    return found


@cache
def gregorian_months() -> Mapping[str, int]:
    """Folded month name → 1 (January) to 12."""
    return _names("months.txt")


@cache
def months_without_day() -> Mapping[str, int]:
    """The names that mean a month beside a year alone: «الربيع 2025» is spring, not March."""
    old_libyan, abbreviations = 4, 7
    return _names("months.txt", leave_out=(old_libyan, abbreviations))


@cache
def hijri_months() -> Mapping[str, int]:
    """Folded month name → 1 (Muharram) to 12."""
    return _names("hijri_months.txt")


@cache
def weekdays() -> Mapping[str, int]:
    """Folded weekday name → ``datetime.date.weekday()``, 0 for Monday; «mon» for Monday too."""
    found: dict[str, int] = {}
    for line in lines(*_FOLDER, "weekdays.txt"):
        number, name, variants, english, *french = line.split("\t")
        names = [name, *variants.split("|"), english, english[:3], *french]
        found |= {_key(name): (int(number) - 2) % 7 for name in names}
    return found


@cache
def ordinal_days() -> Mapping[str, int]:
    """Folded ordinal → day of the month, 1 to 31: «الخامس عشر» is 15; definite forms only."""
    found: dict[str, int] = {}
    for line in lines(*_FOLDER, "numerals.txt"):
        value, kind, masculine, *_ = line.split("\t")
        if kind == "ordinal" and int(value) <= 31:
            found |= {_key(name): int(value) for name in masculine.split("|") if "ال" in name[:2]}
    return found


@cache
def cardinals() -> Mapping[str, int]:
    """Folded cardinal → what it counts, 1 to 99: «ثلاثة» and «ثلاث» are 3."""
    found: dict[str, int] = {}
    for line in lines(*_FOLDER, "numerals.txt"):
        value, kind, *columns = line.split("\t")
        if kind in ("cardinal", "tens"):
            names = (name for column in columns for name in column.split("|") if name)
            found |= {_key(name): int(value) for name in names}
    return found


@cache
def first_days() -> frozenset[str]:
    """Folded names of a month's first day: «غرة رمضان», and «فاتح ماي» in Morocco."""
    return frozenset(map(_key, ("غرة", "أول", "فاتح", "الفاتح")))


def alternation(names: Iterable[str]) -> str:
    """A regular expression for any of these folded names, the longest first, spaces at will.

    Names are grouped by their first letter, so that a place in the text is compared with few.
    """
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        groups.setdefault(name[0], []).append(_spaced(name)[len(re.escape(name[0])) :])
    return "|".join(rf"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in groups.items())


def _spaced(name: str) -> str:
    pattern = r"\s*".join(map(re.escape, name.split()))
    return rf"{pattern}(?!\d)" if name[-1].isdigit() else pattern
