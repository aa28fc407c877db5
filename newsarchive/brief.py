"""What a row tells of an article; apart from it, so that a first list can do without all else."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Calendar = Literal["gregorian", "hijri"]
Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared, and the words that say so.

    Attributes:
        date: Gregorian; the first day of the period when the precision is month or year.
        precision: how much of ``date`` the page states.
        text: the date as printed.
        calendar: the calendar ``text`` was read in.
    """

    date: dt.date
    precision: Precision = "day"
    text: str = ""
    calendar: Calendar = "gregorian"


@dataclass(frozen=True, slots=True)
class Marks:
    """What readers put on an article."""

    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
