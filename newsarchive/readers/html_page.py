"""Saved HTML pages: the page's own metadata, and its main text found by trafilatura."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.encoding import decode, head_text
from newsarchive.readers.html_body import main_lines, page_lines, title_among
from newsarchive.readers.mojibake import repair
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.saved_moment import masthead, stamps
from newsarchive.repairs import Repair, noted

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

MEDIA_TYPE = "text/html"
_DOCUMENT = re.compile(
    r"[\s\ufeff]*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*-->\s*+)*"
    r"<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
_SOME_TAG = re.compile(
    r"<(?:p|div|br|a|span|h[1-6]|body|title|meta|article|table)\b", re.IGNORECASE
)
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_META_REACH = 8192
_XML_DECLARATION = re.compile(r"\s*+<\?xml[^>]*+>")
_LEAD = 8


def sniff(head: bytes) -> float:
    """Certain by doctype or root element; likely by a few tags."""
    text = head_text(head)
    if _DOCUMENT.match(text):
        return 0.96
    tags = len(_SOME_TAG.findall(text))
    if text.lstrip().startswith("<") and tags >= 2:
        return 0.8
    return 0.4 if tags else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The page's article."""
    data = source.whole(visit.limits.document_bytes)
    yield page(source.name, data, MEDIA_TYPE, data)


def page(name: str, source: bytes, media_type: str, markup: bytes, charset: str = "") -> Found:
    """One HTML page as a document.

    Args:
        name: of the document.
        source: its original bytes, which may hold more than the page (MHTML).
        media_type: of ``source``.
        markup: the page.
        charset: what the transport declared; the page's own declaration is asked otherwise.
    """
    text, encoding = decode(markup, charset or declared_charset(markup))
    written = repair(text)
    if written != text:
        text, encoding = written, noted(encoding, Repair.MOJIBAKE)
    text = text.replace("\0", "").lstrip("\ufeff")
    if declaration := _XML_DECLARATION.match(text):
        text = text[declaration.end() :]
    root = _tree(text)
    if root is None:
        return ReaderError("reader-no-text", file=name)
    from newsarchive.readers.html_metadata import metadata

    found = metadata(root)
    for part, noted_text, origin in stamps(text, root):
        found.add(part, noted_text, origin)
    fields, origins = found
    main = main_lines(root)
    if printed := title_among(main[:_LEAD], fields.get("title", "")):
        fields["title"] = printed
    body_only = bool(main) and "date" in fields and ("section" in fields or "author" in fields)
    lines = _without_title(main, fields) if body_only else page_lines(root)
    found.add(
        "masthead", masthead(text, _from_title(lines, fields), fields.get("title", "")), "masthead"
    )
    shown = ("\n\n" if body_only else "\n").join(lines)
    if not shown.strip() and "title" not in fields:
        return ReaderError("reader-no-text", file=name)
    return RawDocument(name, source, media_type, shown, fields, body_only, encoding, origins)


def _without_title(lines: list[str], fields: Mapping[str, str]) -> list[str]:
    return lines[1:] if lines[0] == fields.get("title") else lines


def _from_title(lines: list[str], fields: Mapping[str, str]) -> list[str]:
    title = fields.get("title", "")
    return lines[lines.index(title) :] if title in lines else lines


def declared_charset(markup: bytes) -> str:
    """The encoding a page states in its first bytes, or ""."""
    match = _CHARSET.search(markup[:_META_REACH])
    return match[1].decode("ascii", "ignore") if match else ""


def _tree(text: str) -> "HtmlElement | None":
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring

    if not text.strip():
        return None
    try:
        return document_fromstring(text, parser=HTMLParser(huge_tree=True, no_network=True))
    except (etree.ParserError, ValueError):
        return None


READER = Reader("html", ("html", "htm", "xhtml", "shtml"), sniff, read)
