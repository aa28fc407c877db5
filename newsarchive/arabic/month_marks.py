"""Months as single characters, so that the forms of a date need not know their hundred names.

A name of a Gregorian month becomes U+E001 to U+E00C, or U+E011 to U+E01C where it means a month
only beside a day («15 الربيع 2005»); a name of a Hijri month becomes U+E021 to U+E02C. U+E000 fills
the rest of its place, so that every character keeps its offset.
"""

import re
from collections.abc import Mapping
from functools import cache

from newsarchive.arabic.months import (
    alternation,
    gregorian_months,
    hijri_months,
    months_without_day,
)

_FILL = "\ue000"
_PLAIN, _WITH_DAY, _HIJRI = 0xE000, 0xE010, 0xE020
PRIVATE = range(0xE000, 0xE030)
GREGORIAN = "[\ue001-\ue00c\ue011-\ue01c]"
GREGORIAN_ALONE = "[\ue001-\ue00c]"
HIJRI = "[\ue021-\ue02c]"
FILL = f"{_FILL}*"


@cache
def _marks() -> Mapping[str, str]:
    """Folded name without spaces → its mark."""
    marks = {name: _HIJRI + number for name, number in hijri_months().items()}
    for name, number in gregorian_months().items():
        marks[name] = (_PLAIN if name in months_without_day() else _WITH_DAY) + number
    return {"".join(name.split()): chr(mark) for name, mark in marks.items()}


@cache
def _names() -> "re.Pattern[str]":
    names = alternation({*gregorian_months(), *hijri_months()})
    return re.compile(rf"(?<![^\W\d_])(?:{names})(?![^\W\d_])")


def _mark(match: "re.Match[str]") -> str:
    name = match.group()
    return _marks()["".join(name.split())].ljust(len(name), _FILL)


def marked(folded: str) -> str:
    """The folded text with its months marked; as long as before."""
    return _names().sub(_mark, folded)


def month_number(mark: str) -> int:
    """1 to 12, of a mark with what fills its place."""
    return ord(mark[0]) & 0xF
