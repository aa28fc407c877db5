"""The article on a page copy, told from the page around it."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsarchive.article import Article, Evidence, RawDocument, Reason
from newsarchive.extract.author import find_author
from newsarchive.extract.body import Body, find_body
from newsarchive.extract.dating import Dated, find_date
from newsarchive.extract.endings import without_closing
from newsarchive.extract.evidence import of_lines, of_statements
from newsarchive.extract.fields import NOTHING_STATED, Stated, stated
from newsarchive.extract.furniture import crumb_parts
from newsarchive.extract.head import (
    Page,
    Place,
    find_outlet,
    find_section,
)
from newsarchive.extract.language import language_of
from newsarchive.extract.lines import Line, key_of, split_lines
from newsarchive.extract.paragraphs import content_words, without_quotes_pulled
from newsarchive.extract.pieces import opening
from newsarchive.extract.reading import Kind, Reading, beside, read_line
from newsarchive.extract.title import Title, find_title
from newsarchive.extract.wrapping import unwrap

_MAIL_MARKS = ("", "*", "**", ">", ">>", "#", "|", "·", "←", "⬅")
_TOPIC_PARAGRAPHS = 3
_TOPIC = 600
_HEADLINE_WORDS = 4
_TITLE_WORDS, _TITLE_SHARE = 3, 0.5


def extract_page(document: RawDocument) -> Article:
    """The article of a document whose text holds the page's furniture too."""
    fields = stated(document.fields)
    readings = beside([read_line(line) for line in _evened(unwrap(split_lines(document.text)))])
    body = find_body(readings)
    outlet = find_outlet(readings)
    title = _title(readings, body, fields, outlet)
    body = _without_title(readings, body, title)
    first_text = readings[body.kept[0]].line.text if body.kept else ""
    page = Page(readings, body, title, opening(first_text))
    section, author = find_section(page), find_author(page)
    dated = find_date(page, fields)
    text, first, last = _text(readings, body)
    evidence = [*_stated(document, fields, title, dated)] if fields != NOTHING_STATED else []
    if title.lines and not fields.title:
        top, bottom = (readings[index].line for index in (title.lines[0], title.lines[-1]))
        evidence.append(of_lines("title", top, bottom, title.reason))
    told = {
        "subtitle": Place(title.subtitle, title.subtitle_line, Reason.UNDER_TITLE),
        "section": section,
        "author": author,
        "outlet": outlet,
        "date": dated.place,
    }
    known = {one.field for one in evidence}
    for field, place in told.items():
        if place.line >= 0 and field not in known:
            line = readings[place.line].line
            evidence.append(of_lines(field, line, line, place.reason))
    if first is not None and last is not None:
        evidence.append(of_lines("body", first, last, Reason.PARAGRAPHS))
    return Article(
        name=document.name,
        sha256=hashlib.sha256(document.source).hexdigest(),
        title=title.text,
        body=text,
        subtitle=fields.subtitle or title.subtitle,
        section=fields.section or section.text,
        author=fields.author or author.text,
        outlet=fields.outlet or outlet.text,
        url=fields.url,
        language=fields.language or language_of(text or document.text),
        published=dated.published,
        evidence=tuple(evidence),
    )


def _evened(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the gaps between them, where all stand apart and gaps tell nothing."""
    if all(line.after_gap for line in lines):
        return [line._replace(after_gap=False) for line in lines]
    return lines


def _stated(
    document: RawDocument, fields: Stated, title: Title, dated: Dated
) -> Iterator[Evidence]:
    """The evidence of what the file states, but for a date that the page tells better."""
    told = dated.place.line >= 0
    statements = replace(
        fields,
        title=title.text if fields.title else "",
        published=None if told else fields.published,
    )
    return of_statements(document, statements)


def _title(readings: Sequence[Reading], body: Body, fields: Stated, outlet: Place) -> Title:
    outlets = (fields.outlet, outlet.text)
    topic = " ".join(readings[index].line.text for index in body.kept[:_TOPIC_PARAGRAPHS])
    if fields.title:
        return _printed_title(readings, body.start, fields.title)
    found = find_title(readings, body.start, topic[:_TOPIC], outlets)
    if found.text or not body.kept:
        return found
    in_body = _title_in_body(readings, body)
    return in_body if in_body.text else _title_in_crumbs(readings, body, topic)


def _printed_title(readings: Sequence[Reading], end: int, stated: str) -> Title:
    """The stated title where the page prints it, without the site's name that is stated with it."""
    key = key_of(stated)
    printed = [*_spans_of(readings[:end], f" {key} ")]
    longest = max(printed, key=lambda span: len(key_of(_joined(readings, span))), default=())
    text = _joined(readings, longest)
    if len(key_of(text)) < len(key) * _TITLE_SHARE:
        return Title(stated)
    return Title(text, longest)


def _spans_of(readings: Sequence[Reading], key: str) -> Iterator[tuple[int, ...]]:
    """Lines, and lines that follow each other, whose words stand together in ``key``."""
    for first, reading in enumerate(readings):
        if reading.line.words < _TITLE_WORDS or f" {reading.line.key} " not in key:
            continue
        span: tuple[int, ...] = (first,)
        yield span
        while f" {key_of(_joined(readings, (*span, span[-1] + 1)))} " in key:
            if span[-1] + 1 == len(readings):
                break
            span = (*span, span[-1] + 1)
            yield span


def _joined(readings: Sequence[Reading], span: Iterable[int]) -> str:
    return " ".join(readings[index].line.text for index in span if index < len(readings))


def _title_in_body(readings: Sequence[Reading], body: Body) -> Title:
    """A title taken for the first paragraph: short, and followed by paragraphs about it."""
    first = readings[body.kept[0]].line
    rest = " ".join(readings[index].line.text for index in body.kept[1:4])
    words = content_words(first.text)
    about = len(words & content_words(rest)) >= max(2, len(words) * 0.3)
    if len(body.kept) > 1 and first.words <= 26 and about and not first.text.endswith("."):
        return Title(first.text, (body.kept[0],), reason=Reason.FIRST_PARAGRAPH)
    return Title()


def _title_in_crumbs(readings: Sequence[Reading], body: Body, topic: str) -> Title:
    """The last step of a breadcrumb, when it is long and the text speaks of it."""
    for index in range(body.start - 1, -1, -1):
        reading = readings[index]
        steps = crumb_parts(reading.line.text) if reading.kind is Kind.CRUMBS else []
        words = content_words(steps[-1]) if steps else set()
        if len(words) >= _HEADLINE_WORDS and len(words & content_words(topic)) * 3 >= len(words):
            return Title(steps[-1], (index,), reason=Reason.BREADCRUMB)
    return Title()


def _without_title(readings: Sequence[Reading], body: Body, title: Title) -> Body:
    """The body without the title's own line and without the title printed again at its top."""
    key = key_of(title.text)
    kept = list(body.kept)
    while len(kept) > 1 and (kept[0] in title.lines or (key and readings[kept[0]].line.key == key)):
        kept.pop(0)
    if len(kept) == len(body.kept):
        return body
    return Body(kept[0], body.end, tuple(kept))


def _text(readings: Sequence[Reading], body: Body) -> tuple[str, Line | None, Line | None]:
    """The body's text, with its first and last lines."""
    lines = [readings[index].line for index in body.kept]
    lines = [lines[index] for index in without_quotes_pulled([line.text for line in lines])]
    if not lines:
        return "", None, None
    printed = "\n\n".join(map(_printed, lines))
    return without_closing(printed), lines[0], lines[-1]


def _printed(line: Line) -> str:
    """The line as printed: with the mark of a list item or a turn of talk, without mail's stars."""
    return f"{line.bullet} {line.text}" if line.bullet not in _MAIL_MARKS else line.text
