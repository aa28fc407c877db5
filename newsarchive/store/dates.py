"""The date of an article, from the four columns that keep it."""

import datetime as dt
from typing import Any

from newsarchive.article import Published


def published(
    date: str | None, precision: Any, text: str | None, calendar: Any
) -> Published | None:
    """The date of an article from its four columns.

    Raises:
        ValueError: no program of ours wrote them.
    """
    if date is None:
        return None
    return Published(dt.date.fromisoformat(date), precision, text or "", calendar)


def readable(date: str | None, precision: Any, text: str | None, calendar: Any) -> Published | None:
    """The same, and none for what no program of ours wrote."""
    try:
        return published(date, precision, text, calendar)
    except ValueError:
        return None
