"""Every format, and the choice among them: the extension first, unless the content is sure."""

from collections.abc import Callable

from newsarchive.errors import ReaderError
from newsarchive.readers import (
    bibliography,
    compressed_file,
    csv_table,
    docx_document,
    email_message,
    epub_book,
    feed,
    html_page,
    json_lines,
    json_records,
    mhtml_page,
    odt_document,
    pdf_document,
    picture,
    plain_text,
    rtf_document,
    sqlite_database,
    tar_archive,
    web_archive,
    xlsx_table,
    zip_archive,
)
from newsarchive.readers.limits import Limits, too_large
from newsarchive.readers.reader import Reader, Source
from newsarchive.readers.signatures import foreign

READERS: tuple[Reader, ...] = (
    plain_text.READER,
    html_page.READER,
    mhtml_page.READER,
    json_records.READER,
    json_lines.READER,
    csv_table.READER,
    xlsx_table.READER,
    sqlite_database.READER,
    pdf_document.READER,
    docx_document.READER,
    odt_document.READER,
    rtf_document.READER,
    epub_book.READER,
    email_message.READER,
    email_message.MBOX_READER,
    feed.READER,
    bibliography.RIS_READER,
    bibliography.BIBTEX_READER,
    web_archive.READER,
    web_archive.WACZ_READER,
    zip_archive.READER,
    tar_archive.READER,
    *compressed_file.READERS,
)
_BY_EXTENSION = {
    extension: n for n, reader in reversed([*enumerate(READERS)]) for extension in reader.extensions
}
HEAD = 8192
_CERTAIN = 0.95
_POSSIBLE = 0.3


def choose(
    source: Source, head: bytes, limits: Limits, reads_pictures: Callable[[], bool]
) -> Reader:
    """The reader for a source that begins with ``head``; pictures have one where they are read.

    Raises:
        ReaderError: the content is a picture, a program, nothing at all, or unknown.
    """
    if not head:
        raise ReaderError("reader-empty", file=source.name)
    if refused := foreign(source.name, head):
        if picture.media_type(head) and reads_pictures():
            return picture.READER
        raise refused
    scores = [reader.sniff(head) for reader in READERS]
    own = _BY_EXTENSION.get(source.extension)
    highest = max(scores)
    best = own if own is not None and scores[own] == highest else scores.index(highest)
    if highest >= _CERTAIN:
        return READERS[best]
    if scores[READERS.index(plain_text.READER)]:
        return READERS[best if own is None or scores[own] < _POSSIBLE else own]
    if not head.strip(b"\0 \t\r\n") and source.size <= len(head):
        raise ReaderError("reader-blank", file=source.name)
    if source.size > limits.document_bytes:
        raise too_large(source.name, source.size, limits.document_bytes)
    raise ReaderError("reader-not-text", file=source.name, kind=source.extension or "?")
