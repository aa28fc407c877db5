"""Reading an article's stored original again: what its own reader made of it, by its media type.

An original may be a part of its file: a record, a feed's item, a page of a book or a crawl. What
the file around it stated (a feed's title, a crawl's address) is not in it and does not come again.
"""

import io
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from newsarchive.article import RawDocument
from newsarchive.columns import KeptMapping
from newsarchive.errors import ReaderError
from newsarchive.readers import (
    bibliography,
    csv_table,
    docx_document,
    email_message,
    epub_book,
    feed,
    html_page,
    json_records,
    mhtml_page,
    odt_document,
    pdf_document,
    picture,
    plain_text,
    rtf_document,
)
from newsarchive.readers.faults import fault
from newsarchive.readers.limits import Allowance, Limits
from newsarchive.readers.mojibake import left_alone
from newsarchive.readers.reader import Found, Reader, Source, TableRules, Visit
from newsarchive.readers.registry import HEAD
from newsarchive.readers.restore import restored
from newsarchive.repairs import Repair

_READERS: Mapping[str, Reader] = {
    plain_text.MEDIA_TYPE: plain_text.READER,
    html_page.MEDIA_TYPE: html_page.READER,
    epub_book.MEDIA_TYPE: html_page.READER,
    mhtml_page.MEDIA_TYPE: mhtml_page.READER,
    json_records.MEDIA_TYPE: json_records.READER,
    csv_table.MEDIA_TYPE: csv_table.READER,
    pdf_document.MEDIA_TYPE: pdf_document.READER,
    docx_document.MEDIA_TYPE: docx_document.READER,
    odt_document.MEDIA_TYPE: odt_document.READER,
    rtf_document.MEDIA_TYPE: rtf_document.READER,
    email_message.MEDIA_TYPE: email_message.READER,
    "application/rss+xml": feed.READER,
    "application/atom+xml": feed.READER,
    "application/x-research-info-systems": bibliography.RIS_READER,
    "application/x-bibtex": bibliography.BIBTEX_READER,
}
_FEEDS = ("application/rss+xml", "application/atom+xml")
_ITEM = re.compile(rb"\s*<(?:[\w.-]+:)?(item|entry)[\s>]")
_PREFIX = re.compile(rb"[</\s]([A-Za-z_][\w.-]*):[A-Za-z_]")


@dataclass(frozen=True, slots=True)
class Original:
    """What the archive keeps of an article's source; see RawDocument for each part.

    Attributes:
        media_type: "" where it is lost; it is then told by the content.
    """

    name: str
    media_type: str
    source: bytes


def read_again(
    original: Original,
    without: Collection[Repair] = (),
    kept: tuple[KeptMapping, ...] = (),
) -> RawDocument:
    """The document that the original holds.

    Args:
        original: as it was imported.
        without: repairs that are not to be made.
        kept: what the user chose for the columns of tables.

    Raises:
        ReaderError: its reader finds no article in it alone.
    """
    original = replace(original, media_type=original.media_type or _guessed(original.source))
    data = _alone(original)
    limits = Limits()
    allowance = Allowance(limits.expanded_bytes)
    visit = Visit(limits, 0, allowance, _nothing_inside, TableRules(kept))
    source = Source(original.name, len(data), partial(io.BytesIO, data))
    is_picture = original.media_type.startswith("image/")
    reader = picture.READER if is_picture else _READERS.get(original.media_type)
    if reader is None:
        raise ReaderError("reread-impossible", file=original.name)
    try:
        with left_alone(Repair.MOJIBAKE in without):
            found = list(reader.read(source, visit))
    except Exception as error:
        raise fault(original.name, error) from error
    document = next((one for one in found if isinstance(one, RawDocument)), None)
    if document is None:
        raise ReaderError("reread-impossible", file=original.name)
    whole = replace(document, name=original.name, source=original.source)
    return restored(whole, without)


def _guessed(source: bytes) -> str:
    """The media type of an original by its first bytes; "" where nothing is like them."""
    if item := _ITEM.match(source):
        return _FEEDS[item[1] == b"entry"]
    if drawn := picture.media_type(source[:HEAD]):
        return drawn
    scores = {
        media_type: reader.sniff(_alone(Original("", media_type, source))[:HEAD])
        for media_type, reader in _READERS.items()
        if media_type not in _FEEDS
    }
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else ""


def _nothing_inside(source: Source, visit: Visit) -> Iterator[Found]:
    """What is attached to a message is an article of its own."""
    return iter(())


def _alone(original: Original) -> bytes:
    """The original as a file that its reader takes for one article."""
    if original.media_type == json_records.MEDIA_TYPE:
        return b"[" + original.source + b"]"
    if original.media_type in _FEEDS:
        prefixes = sorted(set(_PREFIX.findall(original.source)) - {b"xml", b"xmlns"})
        names = b"".join(b' xmlns:%s="urn:%s"' % (one, one) for one in prefixes)
        return b"<rss%s>%s</rss>" % (names, original.source)
    return original.source
