"""What each line of a page is, judged alone: prose, text, a label, a caption, furniture."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from newsarchive.extract.bylines import is_role, names_work, signed
from newsarchive.extract.captions import is_caption, is_picture
from newsarchive.extract.furniture import (
    furniture,
    is_copyright,
    is_crumbs,
    is_menu,
    sentence_furniture,
)
from newsarchive.extract.lexicon import furniture_of
from newsarchive.extract.lines import LONG, Line, key_of, plain
from newsarchive.extract.pieces import (
    NOTHING,
    Pieces,
    labelled_section,
    take_apart,
)
from newsarchive.extract.sections import is_section


class Kind(StrEnum):
    """What a line can be."""

    PROSE = "prose"
    TEXT = "text"
    META = "meta"
    CRUMBS = "crumbs"
    MENU = "menu"
    CAPTION = "caption"
    FURNITURE = "furniture"


class Reading(NamedTuple):
    """A line with what it is.

    Attributes:
        furniture: which kind of furniture, "" when it is none.
        inline: whether a furniture header carries its content on the same line.
    """

    line: Line
    kind: Kind
    furniture: str = ""
    inline: bool = False
    pieces: Pieces = NOTHING


_DIGIT = re.compile(r"\d")
_CHAT = re.compile(
    r"^\[\s*\d{1,2}[:.]\d{2}[^\]]{0,24}\]\s*[^:\[\]]{1,40}:"
    r"|^\[[^\]\n]{4,24},?\s*\d{1,2}[:.]\d{2}[^\]]{0,6}\]\s*[^:\[\]]{1,40}:"
    r"|^[^\[\]:]{2,40},\s*\[[^\]]{6,40}\]\s*$"
    r"|^\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}\s*[,،]?\s*\d{1,2}:\d{2}"
    r"\s*(?:[APap]M|ص|م)?\s*-\s*[^:]{1,40}:"
)
_ROLE_WORDS = 8
_OWN_WORDS = 4
_SENTENCE_WORDS = 5
_CAMERAS = ("📷", "📸", "🎥")
_PRINT_HEAD = re.compile(r"^\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4},?\s+\d{1,2}:\d{2}")


def is_prose(line: Line) -> bool:
    """Whether the line reads as a paragraph: long, or a full sentence."""
    count = line.words
    if count >= 20:
        return True
    closed = line.text.rstrip(' »”")').endswith((".", "!", "؟", "?", ":", "…"))
    return count >= 10 and closed and (count >= 14 or not line.text.endswith(("؟", "!", "?")))


def _furniture(line: Line) -> Reading | None:
    if is_picture(line):
        return Reading(line, Kind.CAPTION, "caption")
    kind, inline = furniture(line)
    if not kind or (inline and signed(line.text)):
        return None
    return Reading(line, Kind.CAPTION if kind == "caption" else Kind.FURNITURE, kind, inline)


def read_line(line: Line) -> Reading:
    """What the line is."""
    if len(line.text) > LONG:
        sentence = sentence_furniture(line)
        return Reading(line, Kind.FURNITURE, sentence) if sentence else Reading(line, Kind.PROSE)
    if line.bullet in _CAMERAS:
        return Reading(line, Kind.CAPTION, "caption")
    judged = _judged(line.text, line.wide, line.words)
    return Reading(line, judged.kind, judged.furniture, judged.inline, judged.pieces)


@lru_cache(maxsize=1 << 12)
def _judged(text: str, wide: str, words: int) -> Reading:
    """What a short line is; those of menus, bars and footers come back on each page of a site."""
    line = Line(text, 0, 0, key_of(text), wide=wide, words=words)
    if _has_digit(line) and _CHAT.match(line.text):
        return Reading(line, Kind.META, "chat", pieces=Pieces(take_apart(line.wide).stamps))
    if is_crumbs(line):
        return Reading(line, Kind.CRUMBS)
    if is_menu(line) and not _has_digit(line):
        return Reading(line, Kind.MENU, "navigation")
    return _dated(line) or _labelled(line) or _furniture(line) or _read_pieces(line)


def _dated(line: Line) -> Reading | None:
    """The line as a label that holds a date: «نشر في: 23 أوت 2025»."""
    if not _has_digit(line) or is_copyright(line):
        return None
    pieces = take_apart(line.wide)
    if pieces.stamps and _is_dated_caption(line, pieces):
        return Reading(line, Kind.CAPTION, "caption")
    if pieces.stamps and _is_meta(line, pieces):
        return Reading(line, Kind.META, pieces.furniture, pieces=pieces)
    return None


def _is_dated_caption(line: Line, pieces: Pieces) -> bool:
    """Whether a line with a date says what a picture shows: words of its own and a credit."""
    unknown = sum(len(text.split()) for text in pieces.unknown)
    return unknown >= _OWN_WORDS and is_caption(line)


def _labelled(line: Line) -> Reading | None:
    section = labelled_section(line.text)
    section = section if not furniture_of(key_of(section)) or is_section(section) else ""
    return Reading(line, Kind.META, pieces=Pieces(section=section)) if section else None


def _read_pieces(line: Line) -> Reading:
    """The line as prose, or by the pieces it is made of."""
    if is_prose(line) and not line.text.endswith(":"):
        return Reading(line, Kind.PROSE)
    pieces = take_apart(line.wide)
    if _is_meta(line, pieces):
        return Reading(line, Kind.META, pieces.furniture, pieces=pieces)
    if is_caption(line):
        return Reading(line, Kind.CAPTION, "caption")
    return Reading(line, Kind.PROSE if is_prose(line) else Kind.TEXT, pieces=pieces)


def beside(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, with what a line is only beside another: the writer's office by the name."""
    told = list(readings)
    head = readings[0].line if readings else None
    printed = head is not None and bool(_PRINT_HEAD.match(plain(head.text)))
    for index, reading in enumerate(readings):
        if reading.kind is Kind.TEXT and reading.line.words <= _ROLE_WORDS:
            around = readings[max(0, index - 2) : index + 3]
            signed = any(one.pieces.bylines and one.kind is Kind.META for one in around)
            if signed and is_role(reading.line.text):
                told[index] = reading._replace(kind=Kind.META)
        if reading.pieces.bylines and _is_title_of_work(readings[index : index + 2]):
            told[index] = reading._replace(kind=Kind.TEXT, pieces=NOTHING)
        if reading.kind is Kind.CAPTION and reading.line.bullet and _is_item(readings, index):
            told[index] = reading._replace(kind=Kind.TEXT, furniture="")
        if printed and index and head and reading.line.text == head.text:
            told[index] = Reading(reading.line, Kind.FURNITURE, "print")
    return told


def _is_item(readings: Sequence[Reading], index: int) -> bool:
    """Whether a line that opens as captions do is an item of a list: «- صورة من عقد الزواج.»."""
    bullet = readings[index].line.bullet
    around = readings[max(0, index - 1) : index + 2 : 2]
    return bullet not in _CAMERAS and any(
        one.line.bullet == bullet and one.kind in (Kind.TEXT, Kind.PROSE) for one in around
    )


def _is_title_of_work(pair: Sequence[Reading]) -> bool:
    """Whether a piece's name stands where its writer could: the line under it signs."""
    if len(pair) < 2 or pair[0].kind is not Kind.META or not names_work(pair[0].line.text):
        return False
    return any(one.is_person for one in pair[1].pieces.bylines)


def _has_digit(line: Line) -> bool:
    return bool(_DIGIT.search(line.key))


def _speaks_of_day(line: Line, pieces: Pieces) -> bool:
    """Whether a full sentence holds dates that no label announces: «… منذ يناير 2017.»."""
    spoken = all(stamp.role in ("", "other") for stamp in pieces.stamps)
    return bool(pieces.stamps) and spoken and is_prose(line)


def _speaks_of_weather(line: Line, pieces: Pieces) -> bool:
    """Whether a line about the weather is a sentence or opens a list, not a masthead's forecast."""
    dated = pieces.stamps or pieces.clock or pieces.bylines or pieces.outlet or pieces.section
    return pieces.masthead and not dated and line.words >= _SENTENCE_WORDS


def _is_meta(line: Line, pieces: Pieces) -> bool:
    unknown = sum(len(text.split()) for text in pieces.unknown)
    if line.text.endswith((".", "؟", "!")) and (unknown >= 3 or _speaks_of_day(line, pieces)):
        return False
    if line.text.endswith((".", ":")) and _speaks_of_weather(line, pieces):
        return False
    known = bool(
        pieces.stamps
        or pieces.bylines
        or pieces.section
        or pieces.outlet
        or pieces.issue
        or pieces.masthead
        or pieces.clock
        or pieces.furniture
        or pieces.label
    )
    if not known:
        return not pieces.unknown and not pieces.places
    if pieces.stamps:
        return unknown <= 6
    return unknown == 0
