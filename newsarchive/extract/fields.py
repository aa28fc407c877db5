"""What a document's own format states: fields that win over the page when they are plausible."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from newsarchive.arabic.dates import FoundDate, read_date
from newsarchive.arabic.relative_dates import Ago, before, find_ago, read_moment
from newsarchive.article import Published
from newsarchive.extract.bylines import signed
from newsarchive.extract.lines import clean

_URL_DAY = re.compile(
    r"(?<!\d)(19[5-9]\d|20\d\d)([/\-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
)
_URL_LOOSE_DAY = re.compile(r"/(19[5-9]\d|20\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)")
_URL_MONTH = re.compile(r"/(19[5-9]\d|20\d\d)/(0[1-9]|1[0-2])/")
_TAG = re.compile(r"<[^>]{1,40}>|&nbsp;")
_NOTHING = frozenset(("", "null", "none", "nan", "n/a", "unknown", "غير معروف", "-", "admin"))


@dataclass(frozen=True, slots=True)
class Stated:
    """The plausible fields of a document; "" and None where it states nothing.

    Attributes:
        date_from: which field ``published`` was read from: date, date_extracted or url.
        sure: whether ``published`` is said to be the day of publication: not when it is the day
            the copy was made, nor for a month alone.
        copied: the words that say when the copy was made, or "".
        masthead: today's date as a page prints it that was cut to its article, or "".
    """

    title: str = ""
    subtitle: str = ""
    section: str = ""
    author: str = ""
    url: str = ""
    outlet: str = ""
    language: str = ""
    published: Published | None = None
    date_from: str = ""
    sure: bool = False
    copied: str = ""
    masthead: str = ""

    @property
    def saved(self) -> dt.datetime | None:
        """When the copy was made, in the time of its own zone; asked for few articles."""
        return _moment(self.copied)

    @property
    def today(self) -> dt.datetime | None:
        """The day of the copy by its masthead."""
        return _moment(self.masthead)


NOTHING_STATED = Stated()


@lru_cache(maxsize=256)
def _moment(text: str) -> dt.datetime | None:
    return read_moment(text) if text else None


def published(found: FoundDate, text: str) -> Published:
    """The value that the archive stores for a date that was found."""
    return Published(found.date, found.precision, text, found.calendar)


def date_in_url(url: str) -> Published | None:
    """The day (or month) that a paper puts in the address of an article, or None."""
    for pattern in (_URL_DAY, _URL_LOOSE_DAY):
        for match in pattern.finditer(url):
            year, *rest = (part for part in match.groups() if part.isdigit())
            try:
                date = dt.date(int(year), *map(int, rest))
            except ValueError:
                continue
            return Published(date, "day", match.group().strip("/"))
    month = _URL_MONTH.search(url)
    if month is None:
        return None
    date = dt.date(int(month[1]), int(month[2]), 1)
    return Published(date, "month", month.group().strip("/"))


def told_ago(ago: Ago, saved: dt.datetime, text: str) -> Published:
    """The value for «منذ 3 ساعات» on a copy that was made then."""
    date, precision = before(saved, ago)
    return Published(date, precision, text)


def is_later(date: dt.date, saved: dt.datetime | None) -> bool:
    """Whether the date lies after the copy was made, whatever their time zones."""
    return saved is not None and (date - saved.date()).days > 1


def in_period(date: dt.date, period: Published | None) -> bool:
    """Whether the date lies in a month, or year, that is known by other means."""
    if period is None or period.precision == "day":
        return False
    same_month = period.precision == "year" or date.month == period.date.month
    return date.year == period.date.year and same_month


def _turned(
    found: FoundDate, fields: Mapping[str, str], copied: str, period: Published | None
) -> FoundDate:
    """A date of two readings, month first where day first cannot be, or where its table writes so.

    It cannot be after the copy was made, nor outside of the month in the address.
    """
    other = found.other
    if other is None:
        return found
    saved = _moment(copied)
    if is_later(found.date, saved) or is_later(other, saved):
        turned = not is_later(other, saved)
    elif in_period(found.date, period) or in_period(other, period):
        turned = not in_period(found.date, period)
    else:
        turned = fields.get("date_order") == "month-first"
    return replace(found, date=other, other=None) if turned else found


def _stated_date(
    fields: Mapping[str, str], copied: str, period: Published | None
) -> tuple[Published | None, str]:
    for name in ("date", "date_extracted"):
        text = fields.get(name, "")
        if found := read_date(text):
            return published(_turned(found, fields, copied, period), clean(text)), name
        ago, saved = find_ago(text), _moment(copied)
        if ago and saved:
            return told_ago(ago, saved, clean(text)), name
    return None, ""


def _date(fields: Mapping[str, str], url: str, copied: str) -> tuple[Published | None, str]:
    """When the record says it appeared, and which field says so.

    The address comes first when it holds a day: papers put the day of publication there, while the
    date of a record in a data set is often the day it was collected (SaudiNewsNet's
    ``date_extracted``). Without one, the record's own date is taken as stated, whatever it calls
    it: it is the date under which that data set keeps the article, and ``Published.text`` holds it.
    """
    from_url = date_in_url(url)
    if from_url and from_url.precision == "day":
        return from_url, "url"
    stated, name = _stated_date(fields, copied, from_url)
    return (stated, name) if stated else (from_url, "url" if from_url else "")


def author_of(text: str) -> str:
    """The name in an author field, without the place and paper printed beside it."""
    text = clean(_TAG.sub(" ", text)).strip(" :،,-–")
    if text.casefold() in _NOTHING or text.startswith(("http", "@")):
        return ""
    byline = signed(text)
    return byline.name if byline else text


def _plain(text: str) -> str:
    text = clean(_TAG.sub(" ", text))
    return "" if text.casefold() in _NOTHING else text


def _is_saved(fields: Mapping[str, str], date_from: str) -> bool:
    """Whether the date is that of the copy: a message's own, which it was sent on."""
    return date_from == "date" and fields.get("saved") == fields["date"]


def stated(fields: Mapping[str, str]) -> Stated:
    """The plausible ones among ``fields``."""
    if not fields:
        return NOTHING_STATED
    url = fields.get("url", "").strip()
    copied = fields.get("saved") or fields.get("date_extracted", "")
    when, date_from = _date(fields, url, copied)
    is_day = when is not None and when.precision == "day"
    return Stated(
        title=_plain(fields.get("title", "")),
        subtitle=_plain(fields.get("subtitle", "")),
        section=_plain(fields.get("section", "")),
        author=author_of(fields.get("author", "")),
        url=url,
        outlet=_plain(fields.get("outlet", "")),
        language=fields.get("language", "").strip()[:2].lower(),
        published=when,
        date_from=date_from,
        sure=is_day and date_from != "date_extracted" and not _is_saved(fields, date_from),
        copied=copied,
        masthead=fields.get("masthead", ""),
    )
