"""The date of an article, from the four columns that keep it."""

import datetime as dt
from typing import Any

from newsarchive.article import Published


def published(
    date: str | None, precision: Any, text: str | None, calendar: Any
) -> Published | None:
    """The date of an article from its four columns."""
    if date is None:
        return None
    return Published(dt.date.fromisoformat(date), precision, text or "", calendar)
