"""When a web page was saved, by the stamp that the program which saved it left in the file.

SingleFile, HTTrack, monolith and the Internet Archive write a comment, Save Page WE a meta tag,
WebScrapBook attributes of the root; browsers a comment that tells the address alone. What the file
system says of a file is never asked: it changes when the file is copied.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_EDGE = 8192
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


def _fields(found: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The address with its scheme, which HTTrack leaves out."""
    for part, text in found.items():
        yield part, f"http://{text}" if part == "url" and "://" not in text else text
