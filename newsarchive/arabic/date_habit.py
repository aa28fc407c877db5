"""Whether numeric dates are written month first («12/31/2025»), by those that leave no doubt."""

import re
from collections.abc import Iterable

from newsarchive.arabic.digits import latin_digits

_SEPARATOR = r"\s*[/.\-\\_]\s*"
_SMALL, _LARGE = r"(?:0?[1-9]|1[0-2])", r"(?:1[3-9]|2\d|3[01])"
_YEAR = r"(?:\d{4}|\d\d)(?!\d)"
_MONTH_FIRST = re.compile(rf"(?<!\d){_SMALL}{_SEPARATOR}{_LARGE}{_SEPARATOR}{_YEAR}")
_DAY_FIRST = re.compile(rf"(?<!\d){_LARGE}{_SEPARATOR}{_SMALL}{_SEPARATOR}{_YEAR}")


def is_month_first(dates: Iterable[str]) -> bool | None:
    """Whether who wrote these dates writes the month first; None when none of them tells.

    One date that only day first can be is enough against it: so writes the whole Arab press.
    """
    texts = [latin_digits(text) for text in dates]
    if any(map(_DAY_FIRST.match, texts)):
        return False
    return True if any(map(_MONTH_FIRST.match, texts)) else None
