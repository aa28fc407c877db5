"""When a web page was saved, by the stamp that the program which saved it left in the file.

SingleFile, HTTrack, monolith and the Internet Archive write a comment, Save Page WE a meta tag,
WebScrapBook attributes of the root; browsers a comment that tells the address alone. What the file
system says of a file is never asked: it changes when the file is copied.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsarchive.arabic.dates import find_dates
from newsarchive.arabic.relative_dates import find_ago
from newsarchive.readers.clean import clean
from newsarchive.readers.markup import visible_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_EDGE = 8192
_LEAD = 12
_LONGEST_DAY = 60
_COMMENTS = {
    "SingleFile": r"<!--\s*(?:Page saved with|Archive processed by) SingleFile\b"
    r"(?:(?!-->).)*?\burl:\s*(?P<url>\S+)"
    r"(?:(?!-->).)*?\bsaved date:\s*(?P<saved>[^\n>]*?)\s*(?:\n|-->)",
    "HTTrack": r"<!-- Mirrored from (?P<url>\S+) by HTTrack[^>]*\], (?P<saved>[^>]*?)\s*-->",
    "monolith": r"<!-- Saved from (?P<url>\S+)[^>]*? at (?P<saved>\S+) using monolith\b",
    "Internet Archive": r"FILE ARCHIVED ON (?P<saved>[\d:]+ \w+ \d\d?, \d{4})",
    "saved from url": r"<!--\s*saved from url=\(\d+\)(?P<url>\S+)\s*-->",
}
_PATTERNS = {program: re.compile(comment, re.DOTALL) for program, comment in _COMMENTS.items()}


def stamps(markup: str, root: "HtmlElement") -> Iterator[tuple[str, str, str]]:
    """What the saving program noted: a field (saved or url), its text, and where it stands."""
    edges = markup if len(markup) <= 2 * _EDGE else f"{markup[:_EDGE]}\n{markup[-_EDGE:]}"
    for program, pattern in _PATTERNS.items():
        if match := pattern.search(edges):
            yield from ((part, text, program) for part, text in _fields(match.groupdict()))
    for element in root.iter("meta"):
        name = (element.get("name") or "").lower()
        if name in ("savepage-date", "savepage-url"):
            part = "saved" if name.endswith("date") else "url"
            yield part, element.get("content") or "", name
    yield "saved", root.get("data-scrapbook-create") or "", "data-scrapbook-create"
    yield "url", root.get("data-scrapbook-source") or "", "data-scrapbook-source"


def masthead(markup: str, lines: Sequence[str], title: str) -> str:
    """Today's date as the page prints it over its title, where its lines tell how long ago, or "".

    The lines that are kept of a page begin at its title, so the date would be lost.
    """
    if not any(map(find_ago, lines[:_LEAD])):
        return ""
    for line in clean(visible_text(markup)).split("\n"):
        line = " ".join(line.split())
        if line and line == (title or lines[0]):
            break
        if _is_day(line):
            return line
    return ""


def _is_day(line: str) -> bool:
    """Whether the line is a day and little else: «مسقط، الاثنين 15 ديسمبر 2025»."""
    if len(line) > _LONGEST_DAY:
        return False
    dates = find_dates(line)
    sure = len(dates) == 1 and dates[0].certain and dates[0].other is None
    return sure and dates[0].precision == "day"


def _fields(found: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The address with its scheme, which HTTrack leaves out."""
    for part, text in found.items():
        yield part, f"http://{text}" if part == "url" and "://" not in text else text
