"""What stands in a column, as far as it tells what the column is for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from newsarchive.arabic.dates import read_date
from newsarchive.arabic.fold import fold

_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MEDIA_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|mp[34]|m4[av]|pdf|css|js)(?:[?#]|$)", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc\u0750-\u077f\ufb50-\ufefc]")
_DATE_LENGTH = 48
_SEEN = 500


@dataclass(frozen=True)
class Profile:
    """The values of one column, row by row, cleaned; "" where a row has none."""

    name: str
    values: tuple[str, ...]

    @cached_property
    def filled(self) -> tuple[str, ...]:
        """The values that are there."""
        return tuple(value for value in self.values if value)

    @property
    def share_filled(self) -> float:
        """How much of the rows has a value."""
        return len(self.filled) / len(self.values) if self.values else 0.0

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The values as they are compared."""
        return tuple(" ".join(fold(value[:_SEEN]).split()) for value in self.filled)

    @property
    def distinct(self) -> int:
        """How many values differ."""
        return len(set(self.keys))

    @cached_property
    def length(self) -> float:
        """Characters of the middle value."""
        return median(map(len, self.filled)) if self.filled else 0.0

    @cached_property
    def words(self) -> float:
        """Words of the middle value."""
        return median(len(value.split()) for value in self.filled) if self.filled else 0.0

    @cached_property
    def letters(self) -> float:
        """The share of letters in what is printed."""
        printed = "".join("".join(value[:_SEEN].split()) for value in self.filled)
        return len(_LETTER.findall(printed)) / len(printed) if printed else 0.0

    @cached_property
    def arabic(self) -> float:
        """The share of Arabic letters among the letters."""
        letters = [one for value in self.filled for one in _LETTER.findall(value[:_SEEN])]
        return sum(map(bool, map(_ARABIC.match, letters))) / len(letters) if letters else 0.0

    @cached_property
    def urls(self) -> float:
        """The share of addresses of pages, not of pictures."""
        return self.share(lambda text: bool(_URL.fullmatch(text)) and not _MEDIA_FILE.search(text))

    @cached_property
    def dates(self) -> float:
        """The share of dates that stand alone and name at least a month."""
        return self.share(_is_date)

    @cached_property
    def days(self) -> tuple[str, ...]:
        """The dates in ISO 8601, row by row; "" where there is none."""
        found = (read_date(value) if _is_date(value) else None for value in self.values)
        return tuple(date.date.isoformat() if date else "" for date in found)

    def share(self, test: Callable[[str], bool]) -> float:
        """The share of values of which something is true."""
        return sum(map(test, self.filled)) / len(self.filled) if self.filled else 0.0


def _is_date(text: str) -> bool:
    if len(text) > _DATE_LENGTH or _URL.match(text):
        return False
    found = read_date(text)
    return found is not None and found.precision != "year"
