"""The axis of the histogram: months or days, joined into bars that have room, and their labels."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from gui.wording import Wording

NARROWEST = 3  # pixels of a bar before months are joined
GRAINS = (1, 3, 6, 12, 60, 120)
LEAST_MONTHS = 24  # below, whole calendar years are shown
DAYS_TO_LABEL = (1, 5, 10, 15, 20, 25)
STEPS = (1, 2, 5, 10, 20, 50, 100, 1000)


class Grain(Enum):
    """What a number on the axis counts: months since year 0, or days since the first of year 1."""

    MONTH = auto()
    DAY = auto()

    def number(self, date: dt.date) -> int:
        """The number of the month or day that a day is in."""
        return month_number(date) if self is Grain.MONTH else date.toordinal()

    def first(self, number: int) -> dt.date:
        """The first day of it."""
        return first_day(number) if self is Grain.MONTH else dt.date.fromordinal(number)

    def last(self, number: int) -> dt.date:
        """The last day of it."""
        return last_day(number) if self is Grain.MONTH else dt.date.fromordinal(number)


@dataclass(frozen=True, slots=True)
class Bar:
    """Some months, or one day, in a row: the first number, how many, and their articles."""

    first: int
    months: int
    count: int


def month_number(date: dt.date) -> int:
    """Months since year 0."""
    return date.year * 12 + date.month - 1


def first_day(number: int) -> dt.date:
    """The first day of a month number."""
    return dt.date(number // 12, number % 12 + 1, 1)


def last_day(number: int) -> dt.date:
    """The last day of a month number."""
    return first_day(number + 1) - dt.timedelta(days=1)


def bars(months: dict[int, int], first: int, last: int, width: float) -> list[Bar]:
    """Bars from number ``first`` to ``last``, joined until each has room in ``width`` pixels."""
    grain = next((g for g in GRAINS if (last - first + g) // g * NARROWEST <= width), GRAINS[-1])
    start = first - first % grain
    return [
        Bar(at, grain, sum(months.get(month, 0) for month in range(at, at + grain)))
        for at in range(start, last + 1, grain)
    ]


def labels(
    shown: Sequence[Bar], grain: Grain, wording: Wording, most: int, *, is_near: bool
) -> list[tuple[int, str]]:
    """Which bars are labelled, and how: by day, month or year as the reader counts them.

    Args:
        shown: the bars.
        grain: what they count.
        wording: of the reader.
        most: labels of years that there is room for.
        is_near: whether a part of the time is seen, not all.
    """
    if not shown:
        return []
    if grain is Grain.DAY:
        dates = [(n, dt.date.fromordinal(bar.first)) for n, bar in enumerate(shown)]
        return [(n, wording.day_label(day)) for n, day in dates if day.day in DAYS_TO_LABEL]
    if is_near and len(shown) <= 12:
        return [(n, wording.month_label(first_day(bar.first))) for n, bar in enumerate(shown)]
    years: dict[int, int] = {}
    for number, bar in enumerate(shown):
        years.setdefault(bar.first // 12, number)
    step = next(s for s in STEPS if len(years) / s <= most)
    return [
        (number, wording.year_label(first_day(shown[number].first)))
        for year, number in years.items()
        if year % step == 0
    ]
