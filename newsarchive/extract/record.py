"""Articles whose title and body the format tells apart: records of data sets, parsed HTML."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsarchive.arabic.relative_dates import is_ago
from newsarchive.article import Article, Published, RawDocument, Reason
from newsarchive.extract.bylines import Byline, is_place, sides_of, with_dashes
from newsarchive.extract.dating import NOT_THE_DAY, read_ago
from newsarchive.extract.evidence import of_lines, of_statements
from newsarchive.extract.fields import Stated, is_later, published, stated
from newsarchive.extract.language import language_of
from newsarchive.extract.lines import Line, key_of, split_lines
from newsarchive.extract.pieces import opening
from newsarchive.extract.reading import Kind, Reading, read_line

_LABELS_AT = 4
_OPENING = 160


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is left of a record's content, and what its labels said."""

    lines: tuple[Line, ...]
    byline: Byline | None = None
    byline_line: Line | None = None
    published: Published | None = None
    date_line: Line | None = None

    def side(self, line: Line) -> Reason:
        """Where a label stands to the text."""
        if line.start > self.lines[0].start:
            return Reason.BELOW_TEXT
        return Reason.DATELINE if line is self.lines[0] else Reason.OVER_TEXT


def extract_record(document: RawDocument) -> Article:
    """The article of a document whose text is its body alone.

    The body stays as it is, apart from spaces, and lines that are nothing but a label: the title
    printed again, a byline alone, the date, a share bar, a link to other articles.
    """
    fields = stated(document.fields)
    kept = _kept(document.text, key_of(fields.title), fields)
    author = fields.author or (kept.byline.name if kept.byline else "")
    stands = kept.date_line if not fields.sure else None
    when = kept.published if stands else fields.published
    evidence = [*of_statements(document, replace(fields, published=None) if stands else fields)]
    if kept.byline and kept.byline_line and not fields.author:
        reason = Reason.LABEL if kept.byline.labelled else kept.side(kept.byline_line)
        evidence.append(of_lines("author", kept.byline_line, kept.byline_line, reason))
    if stands:
        evidence.append(of_lines("date", stands, stands, kept.side(stands)))
    if kept.lines:
        evidence.append(of_lines("body", kept.lines[0], kept.lines[-1], Reason.WHOLE_TEXT))
    return Article(
        name=document.name,
        sha256=hashlib.sha256(document.source).hexdigest(),
        title=fields.title,
        body="\n\n".join(_printed(line) for line in kept.lines),
        subtitle=fields.subtitle,
        section=fields.section,
        author=author,
        outlet=fields.outlet,
        url=fields.url,
        language=fields.language or language_of(document.text),
        published=when,
        evidence=tuple(evidence),
    )


def _printed(line: Line) -> str:
    return f"{line.bullet} {line.text}" if line.bullet else line.text


def _is_long(line: Line) -> bool:
    return len(line.text) > _OPENING


def _kept(text: str, title: str, fields: Stated) -> _Kept:
    lines = list(split_lines(text))
    kept: list[Line] = []
    byline: tuple[Byline, Line] | None = None
    date: tuple[Published, Line] | None = None
    for index, line in enumerate(lines):
        if _is_long(line):
            kept.append(line)
            continue
        reading = read_line(line)
        at_edge = index < _LABELS_AT or index >= len(lines) - _LABELS_AT
        if at_edge and reading.kind is Kind.META:
            byline = byline or next(((one, line) for one in reading.pieces.bylines), None)
        if at_edge and reading.kind in (Kind.META, Kind.FURNITURE):
            date = date or next(_dates(reading, fields), None)
        if not _is_label(reading, at_edge, title):
            kept.append(line)
    if byline is None and kept:
        found = opening(kept[0].text)
        byline = (found.bylines[0], kept[0]) if found and found.bylines else None
    return _Kept(tuple(kept or lines), *(byline or (None, None)), *(date or (None, None)))


def _dates(reading: Reading, fields: Stated) -> Iterator[tuple[Published, Line]]:
    """What a label says of the day it appeared; against a stated day only what says no more."""
    line = reading.line
    for stamp in reading.pieces.stamps:
        alone = stamp.role == "published" or not reading.pieces.unknown
        possible = stamp.role not in NOT_THE_DAY and not is_later(stamp.found.date, fields.saved)
        if possible and stamp.found.certain and (alone or fields.published is None):
            yield published(stamp.found, stamp.text), line
    saved = fields.saved or fields.today
    told = read_ago(line.text, saved) if saved else None
    if told and (told[1] or is_ago(line.text)):
        yield told[0], line


def _is_dateline(reading: Reading) -> bool:
    """«طلال عبدالله ـ جدة»: who reports and from where, with which the text begins."""
    pieces = reading.pieces
    if pieces.stamps or not any(one.is_person and not one.labelled for one in pieces.bylines):
        return False
    return any(is_place(side) for side in sides_of(with_dashes(reading.line.text)))


def _is_label(reading: Reading, at_edge: bool, title: str) -> bool:
    """Whether the line is nothing of the article's text."""
    if at_edge and title and reading.line.key == title:
        return True
    if reading.kind is Kind.META and not _is_dateline(reading):
        return at_edge and bool(reading.pieces.stamps or reading.pieces.bylines)
    if reading.kind is Kind.FURNITURE:
        return reading.furniture != "link"
    return reading.kind in (Kind.MENU, Kind.CRUMBS) and at_edge
