"""Why each field of an article is what it is: the file's own statement, or a line of the page."""

from collections.abc import Iterator

from newsarchive.article import Evidence, RawDocument, Reason
from newsarchive.extract.fields import Stated
from newsarchive.extract.lines import Line

_FIELDS = ("title", "subtitle", "section", "author", "outlet", "url")
_TRIES = 8


def of_lines(field: str, first: Line, last: Line, reason: Reason) -> Evidence:
    """A field read from these lines of the text."""
    return Evidence(field, first.start, last.end, reason, first.number)


def of_statements(document: RawDocument, stated: Stated) -> Iterator[Evidence]:
    """The fields that the file states, and where their values also stand in the text."""
    for field in _FIELDS:
        value = getattr(stated, field)
        if value:
            yield _stated(document, field, value, field)
    if stated.published is None:
        return
    if stated.date_from == "url":
        yield Evidence("date", reason=Reason.ADDRESS)
    else:
        yield _stated(document, "date", stated.published.text, stated.date_from)


def _stated(document: RawDocument, field: str, value: str, name: str) -> Evidence:
    name = document.origins.get(name, name)
    start = _find(document.text, value)
    if start < 0:
        return Evidence(field, reason=Reason.STATED, name=name)
    line = document.text.count("\n", 0, start) + 1
    return Evidence(field, start, start + len(value), Reason.STATED, line, name)


def _find(text: str, value: str) -> int:
    """Where ``value`` stands in ``text`` as words of its own, or -1."""
    start = text.find(value)
    for _ in range(_TRIES):
        if start < 0:
            break
        end = start + len(value)
        if not (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum()):
            return start
        start = text.find(value, start + 1)
    return -1
