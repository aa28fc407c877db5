"""One record of a table (JSON object, CSV row) as a document."""

from collections.abc import Mapping
from typing import Any

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers.field_names import BY_NAMES, Assigned, parts_and_names
from newsarchive.readers.limits import too_large
from newsarchive.readers.mojibake import repair
from newsarchive.readers.reader import Found
from newsarchive.repairs import Repair, noted


def document(
    record: Mapping[str, Any],
    name: str,
    source: bytes,
    media_type: str,
    encoding: str,
    limit: int,
    assigned: Assigned = BY_NAMES,
) -> Found:
    """The record's article, or why there is none; ``assigned`` are columns known by more than name.

    A record with a title and no text (a photo story) is an article whose text is empty.
    """
    if len(source) > limit:
        return too_large(name, len(source), limit)
    found, names = parts_and_names(record, assigned)
    text = found.pop("body", "")
    if assigned.month_first and "date" in found:
        found["date_order"] = "month-first"
    if any(isinstance(value, str) and repair(value) != value for value in record.values()):
        encoding = noted(encoding, Repair.MOJIBAKE)
    if not text and "title" not in found:
        return ReaderError("reader-record-without-text", file=name)
    return RawDocument(
        name=name,
        source=source,
        media_type=media_type,
        text=text,
        fields=found,
        body_only=True,
        encoding=encoding,
        origins=names,
    )
