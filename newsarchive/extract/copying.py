"""When a page was copied, by what the page itself says: printed on, saved on, today is."""

import datetime as dt
import re

from newsarchive.extract.head import Page, menus
from newsarchive.extract.pieces import Stamp
from newsarchive.extract.reading import Kind, Reading

_NOON = dt.time(12)
_MASTHEAD_LINES = 10
_HEAD_LINES = 3
_OF_ARTICLE = ("views", "share", "print", "font_size")
_PRINT_HEAD = 2
_PRINT_FOOT = 6
_FOOT = re.compile(r"^https?://\S+|^\d+\s*/\s*\d+$")
_NUMERIC = re.compile(r"[\d/.\-\u0660-\u0669\u06f0-\u06f9\u200e\u200f]+م?$")


def is_masthead(page: Page, index: int, anchor: int) -> bool:
    """Whether a date above the title is the page's own: today's, beside its name and menu."""
    reading = page.readings[index]
    if reading.pieces.masthead or reading.pieces.outlet:
        return True
    between = page.readings[index + 1 : anchor]
    if any(r.kind is Kind.MENU or _of_site(r) or r.pieces.outlet for r in between):
        return True
    before = page.readings[index - 1] if index else None
    beside_outlet = before is not None and bool(before.pieces.outlet)
    if beside_outlet:
        return True
    between = [one for one in between if not _of_article(one)]
    return len(between) > _HEAD_LINES or bool(
        menus(page.readings, page.body.start) & set(range(index, anchor))
    )


def _of_article(reading: Reading) -> bool:
    """Whether a line counts or shares this one article, or dates its last update."""
    updated = reading.pieces.label or any(one.role == "updated" for one in reading.pieces.stamps)
    return reading.furniture in _OF_ARTICLE or bool(updated)


def _of_site(reading: Reading) -> bool:
    """Whether a line is furniture, and not what counts or shares this one article."""
    return bool(reading.furniture) and reading.furniture not in _OF_ARTICLE


def is_print_head(page: Page, index: int) -> bool:
    """Whether the line is what a browser prints over a page: the moment, and the page's title.

    It prints the address and «1/2» under it.
    """
    reading = page.readings[index]
    if index >= _PRINT_HEAD or not reading.pieces.clock:
        return False
    numeric = all(_NUMERIC.match(stamp.text) for stamp in reading.pieces.stamps)
    return numeric and any(_FOOT.match(one.line.text) for one in page.readings[-_PRINT_FOOT:])


def day_of_printing(page: Page) -> dt.datetime | None:
    """The day that a line says the copy was printed or saved on: «طبعت هذه الصفحة بتاريخ …»."""
    days = [
        stamp.found.date
        for index, reading in enumerate(page.readings)
        for stamp in reading.pieces.stamps
        if _is_sure(stamp) and (stamp.role == "saved" or is_print_head(page, index))
    ]
    return dt.datetime.combine(max(days), _NOON) if days else None


def today(page: Page) -> dt.datetime | None:
    """The day of the copy by the page's masthead, which prints today's date over the menu."""
    anchor = page.title.lines[0] if page.title.lines else page.body.start
    for index, reading in enumerate(page.readings[: min(anchor, _MASTHEAD_LINES)]):
        for stamp in reading.pieces.stamps:
            if not stamp.role and _is_sure(stamp) and is_masthead(page, index, anchor):
                return dt.datetime.combine(stamp.found.date, _NOON)
    return None


def _is_sure(stamp: Stamp) -> bool:
    return stamp.found.certain and stamp.found.precision == "day" and stamp.found.other is None
