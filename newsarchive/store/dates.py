"""The date of an article, from the four columns that keep it."""

import datetime as dt
from typing import Any

from newsarchive.article import Published


def published(
    date: str | None, precision: Any, text: str | None, calendar: Any
) -> Published | None:
    """The date of an article from its four columns; none for what is no date."""
    try:
        day = None if date is None else dt.date.fromisoformat(date)
    except ValueError:
        return None
    return None if day is None else Published(day, precision, text or "", calendar)
