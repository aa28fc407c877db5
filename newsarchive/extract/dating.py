"""The day an article appeared, among all the dates of its page.

A page prints today's date over its menu, the day of its last update, the days of other articles,
of comments, of events. What is labelled as the day of publication comes first, then a date beside
the title, then one under the text; a date later than the copy itself is none of these. Where the
page tells only how long ago («منذ 3 ساعات»), the day of the copy must be known.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from newsarchive.arabic.date_habit import is_month_first
from newsarchive.arabic.relative_dates import find_ago
from newsarchive.article import Published, Reason
from newsarchive.extract.bylines import could_be_person
from newsarchive.extract.copying import day_of_printing, is_masthead, is_print_head, today
from newsarchive.extract.fields import Stated, in_period, is_later, published, told_ago
from newsarchive.extract.head import Page, Place
from newsarchive.extract.pieces import Stamp, label_before, take_apart
from newsarchive.extract.reading import Kind, Reading

_PUBLISHED = 5.0
_LEAST_SCORE = 1.5
_OPENING_SCORE = 2.5
_UNCERTAIN = 2.5
_ALONE = 2.0
_OTHER_CALENDAR = 0.25
_CARD_LINES = 3
_CARD_WORDS = 3
_CARD_SCORE = 3.0
NOT_THE_DAY = ("updated", "other", "saved")
_NEAR = 3
_LEAST_DATES = 3
_ONE_MONTH = 31
_OVER_TITLE = 3
_APART = re.compile(r"\s*(?:$|[|•·‖\-–—/,،؛:()\[\]])")
_ENDS_APART = re.compile(r"(?:^|[|•·‖\-–—/,،؛:()\[\]])\s*$")


@dataclass(frozen=True, slots=True)
class Dated:
    """When an article appeared, and the line that says so, if a line does."""

    published: Published | None = None
    place: Place = field(default_factory=Place)


def find_date(page: Page, stated: Stated) -> Dated:
    """When the article appeared: as its file states it, or else as its page prints it."""
    if stated.sure:
        return Dated(stated.published)
    made = stated.saved or day_of_printing(page)
    saved = made or stated.today or today(page)
    found = _stamp(page, stated, made, saved)
    if found:
        stamp, index = found
        reason = Reason.LABEL if stamp.role else page.side(index)
        return Dated(published(stamp.found, stamp.text), Place(stamp.text, index, reason))
    if saved and (dated := _told_ago(page, saved)):
        return dated
    return Dated(stated.published)


def _stamp(
    page: Page, stated: Stated, made: dt.datetime | None, saved: dt.datetime | None
) -> tuple[Stamp, int] | None:
    """The date that says when the article appeared, with its line; None when none surely does.

    Only a copy that states when it was ``made`` rules later dates out: a masthead's date, the
    ``saved`` one, may be another thing.
    """
    best: tuple[float, Stamp, int] | None = None
    for index, stamp, score in _stamps(page):
        if best and score <= best[0]:
            continue
        settled = _settled(page, stamp, stated.published, saved)
        if score > _LEAST_SCORE and not is_later(settled.found.date, made):
            best = (score, settled, index)
    return best[1:] if best else None


def _stamps(page: Page) -> Iterator[tuple[int, Stamp, float]]:
    anchor = page.title.lines[0] if page.title.lines else page.body.start
    for index in (*page.head(), *page.tail()):
        if page.readings[index].kind not in (Kind.META, Kind.CRUMBS):
            continue
        for number, stamp in enumerate(page.readings[index].pieces.stamps):
            role = stamp.role if stamp.role or number else _alone(page, index)
            labelled = stamp if role == stamp.role else replace(stamp, role=role)
            yield index, labelled, _score(page, index, labelled, anchor)
    yield from _cards(page)
    if page.opening:
        for stamp in page.opening.stamps:
            score = _OPENING_SCORE if stamp.found.precision == "day" else 0
            yield page.body.kept[0], stamp, score


def _cards(page: Page) -> Iterator[tuple[int, Stamp, float]]:
    """Dates that the page prints on lines of their own for day, month and year."""
    for index in _beside_title(page):
        if page.readings[index].line.words > _CARD_WORDS:
            continue
        for count in range(_CARD_LINES, 1, -1):
            card = page.readings[index : min(index + count, page.body.start)]
            if not card or any(one.pieces.stamps or one.line.words > _CARD_WORDS for one in card):
                continue
            pieces = take_apart(" ".join(one.line.text for one in card))
            if len(pieces.stamps) == 1 and not pieces.unknown:
                yield index, pieces.stamps[0], _CARD_SCORE
                break


def _alone(page: Page, index: int) -> str:
    """The role of a line's first date that has no label beside it."""
    return "saved" if is_print_head(page, index) else _over(page, index)


def _over(page: Page, index: int) -> str:
    """The role that a label on a line of its own gives to the date under it."""
    over = page.readings[index - 1].pieces if index else None
    return over.label if over and not over.stamps else ""


def _score(page: Page, index: int, stamp: Stamp, anchor: int) -> float:
    if stamp.role in NOT_THE_DAY:
        return 0.0
    reading = page.readings[index]
    score = _PUBLISHED if stamp.role == "published" else 0.0
    if index > page.body.start:
        score += 2.0 if not reading.pieces.unknown else 1.0
    elif index > anchor:
        score += 4.0 - _spoken(reading)
    elif not is_masthead(page, index, anchor):
        score += 3.0 - _spoken(reading)
    if reading.pieces.issue:
        score += 2.0
    if not stamp.found.certain and stamp.role != "published":
        score -= _UNCERTAIN if reading.pieces.unknown else _ALONE
    score -= 0.5 if stamp.found.precision != "day" else 0
    return score - (_OTHER_CALENDAR if stamp.found.calendar == "hijri" else 0)


def _spoken(reading: Reading) -> float:
    """How much less a date counts for the words around it: a sentence speaks of another day."""
    words = sum(len(text.split()) for text in reading.pieces.unknown)
    worst = 2.0 if reading.pieces.clock else 3.0
    return min(worst, max(1.0, words - 1.0)) if words else 0.0


def _settled(
    page: Page, stamp: Stamp, period: Published | None, saved: dt.datetime | None
) -> Stamp:
    """The stamp, read month first when all that is known beside it shows that it must be.

    «5/6/2025» is day first as everywhere in the Arab press, unless that day lies after the copy was
    made or outside of the month in the page's address, or the rest of the page writes so.
    """
    day_first, month_first = stamp.found.date, stamp.found.other
    if month_first is None:
        return stamp
    if is_later(day_first, saved) or is_later(month_first, saved):
        turned = not is_later(month_first, saved)
    elif in_period(day_first, period) or in_period(month_first, period):
        turned = not in_period(day_first, period)
    else:
        turned = _writes_month_first(page, stamp)
    return (
        replace(stamp, found=replace(stamp.found, date=month_first, other=None))
        if turned
        else stamp
    )


def _writes_month_first(page: Page, stamp: Stamp) -> bool:
    """Whether the page's other dates show it.

    They do by a date that only month first can be («12/31/2025»), by a date in words within a few
    days of that reading, or when they fall together only when read so.
    """
    stamps = [one for reading in page.readings for one in reading.pieces.stamps]
    habit = is_month_first(one.text for one in stamps)
    if habit is not None:
        return habit
    plain = [one.found.date for one in stamps if one.found.other is None]
    if _is_near(stamp.found.date, plain):
        return False
    doubtful = {(one.found.date, one.found.other) for one in stamps if one.found.other}
    return _is_near(stamp.found.other, plain) or _come_together(doubtful)


def _is_near(day: dt.date | None, others: list[dt.date]) -> bool:
    return day is not None and any(abs((day - other).days) <= _NEAR for other in others)


def _come_together(doubtful: set[tuple[dt.date, dt.date]]) -> bool:
    """Whether dates fall within one month when read month first, and months apart otherwise."""
    if len(doubtful) < _LEAST_DATES:
        return False
    day_first, month_first = zip(*doubtful, strict=True)
    return _days(day_first) > 2 * _ONE_MONTH and _days(month_first) <= _ONE_MONTH


def _days(dates: Sequence[dt.date]) -> int:
    """From the first to the last of them."""
    return (max(dates) - min(dates)).days


def _told_ago(page: Page, saved: dt.datetime) -> Dated | None:
    """The day that a line beside the title tells from the day of the copy: «منذ 3 ساعات»."""
    for index in (*_beside_title(page), *page.tail()):
        told = read_ago(page.readings[index].line.text, saved, _over(page, index))
        if told and (told[1] or index < page.body.start):
            when, labelled = told
            reason = Reason.LABEL if labelled else page.side(index)
            return Dated(when, Place(when.text, index, reason))
    return None


def read_ago(text: str, saved: dt.datetime, over: str = "") -> tuple[Published, bool] | None:
    """What a line tells from the day of the copy, and whether a label says it is of publication.

    Args:
        text: of the line.
        saved: when the copy was made.
        over: the role that a label above the line gives it.
    """
    ago = find_ago(text)
    if ago is None:
        return None
    role, rest = label_before(text[: ago.start])
    role = role or over
    if role in NOT_THE_DAY or not _APART.match(text[ago.end :]):
        return None
    if not (role or _ENDS_APART.search(rest) or could_be_person(rest)):
        return None
    return told_ago(ago, saved, text[ago.start : ago.end]), bool(role)


def _beside_title(page: Page) -> Iterator[int]:
    """Indexes of the lines between title and text, then of those right over the title."""
    first = page.title.lines[0] if page.title.lines else page.body.start
    last = page.title.lines[-1] if page.title.lines else page.body.start - 1
    yield from range(last + 1, page.body.start)
    for index in range(first - 1, max(-1, first - 1 - _OVER_TITLE), -1):
        if page.readings[index].kind in (Kind.PROSE, Kind.MENU):
            return
        yield index
