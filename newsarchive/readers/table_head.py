"""The first row of a table: whether it names the columns, and what unnamed ones are called."""

import re
from collections.abc import Sequence

from newsarchive.readers.field_names import part_of

_URL = re.compile(r"https?://\S+")
_DATE = re.compile(r"(?:\d{1,4}[/.-]){2}\d{1,4}\b.*|\d{9,}")
_LONGEST_NAME = 80
_ENOUGH_NAMES = 2


def are_names(cells: Sequence[str]) -> bool:
    """Whether these cells name columns; a row with an address, a date or a text in it is data."""
    if sum(part_of(cell) is not None for cell in cells) >= _ENOUGH_NAMES:
        return True
    return not any(
        _URL.fullmatch(cell) or _DATE.fullmatch(cell) or len(cell) > _LONGEST_NAME
        for cell in map(str.strip, cells)
    )


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """Column names; a repeated one gets a number, so that its cells do not hide the first's.

    A column without a name is called by its place: ``#3``.
    """
    seen: dict[str, int] = {}
    result = []
    for place, name in enumerate((name.strip() for name in names), start=1):
        seen[name] = seen.get(name, 0) + 1
        result.append(f"{name}#{seen[name]}" if name and seen[name] > 1 else name or f"#{place}")
    return tuple(result)
