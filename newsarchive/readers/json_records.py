"""JSON files: an array of records, one record, records one after the other, or an API's answer.

The file is walked value by value, so that each record keeps its exact source text and everything
before a broken place is still given.
"""

import json
import re
from collections.abc import Callable, Generator, Iterator
from typing import Any

from newsarchive.errors import ReaderError
from newsarchive.readers.encoding import decode, head_text
from newsarchive.readers.field_names import parts
from newsarchive.readers.nested import columns_of
from newsarchive.readers.reader import Found, Reader, Source, Visit
from newsarchive.readers.table import Row, documents

MEDIA_TYPE = "application/json"
_SPACE = re.compile(r"[\s\ufeff]*")
_BETWEEN = re.compile(r"[\s\ufeff,]*")
_START = re.compile(r"[\s\ufeff]*(?:\[\s*(?:\{|\])|\{\s*[\"}])")
_OPENS = re.compile(r"[\s\ufeff]*[\[{]")
_MAX_DEPTH = 4
_SENTENCE_WORDS = 5
_SCAN = json.JSONDecoder(strict=False).raw_decode


def sniff(head: bytes) -> float:
    """Certain when an object or an array of objects opens the text."""
    text = head_text(head)
    if _START.match(text):
        return 0.95
    return 0.45 if _OPENS.match(text) else 0.3 if text.strip() else 0.0


def read(source: Source, visit: Visit) -> Iterator[Found]:
    """The records in their order; those without text are summed up when none has any."""
    text, encoding = decode(source.whole(visit.limits.table_bytes))
    yield from documents(_Walk(text, source.name, encoding).rows(), source.name, visit)


class _Walk:
    """One pass over a file's text."""

    def __init__(self, text: str, name: str, encoding: str) -> None:
        self._text = text
        self._name = name
        self._encoding = encoding
        self._count = 0

    def rows(self) -> Iterator[Row | ReaderError]:
        """Every record of every value at the top level; then what stopped the walk, if anything."""
        text, place = self._text, _skip(_SPACE, self._text, 0)
        try:
            while place < len(text):
                if text[place] == "[":
                    place = yield from self._array(place)
                else:
                    value, end = self._value(place)
                    yield from self._top_value(value, place, end)
                    place = end
                place = _skip(_BETWEEN, text, place)
        except ReaderError as error:
            yield error
            return
        if not self._count:
            yield ReaderError("reader-no-records", file=self._name)

    def _array(self, place: int) -> Generator[Row | ReaderError, None, int]:
        """The records of an array that opens at ``place``; returns the place after it."""
        place = _skip(_BETWEEN, self._text, place + 1)
        while place < len(self._text) and self._text[place] != "]":
            value, end = self._value(place)
            if isinstance(value, dict):
                yield self._row(value, place, end)
            place = _skip(_BETWEEN, self._text, end)
        if place >= len(self._text):
            raise self._broken(place)
        return place + 1

    def _top_value(self, value: Any, place: int, end: int) -> Iterator[Row | ReaderError]:
        """An object is a record, or it holds lists of records somewhere inside."""
        if not isinstance(value, dict):
            raise self._broken(place)
        test = None if "body" in parts(value) else _test_for(value)
        if test is None:
            yield self._row(value, place, end)
        else:
            yield from self._inside(value, place, test)

    def _inside(self, value: Any, place: int, test: "Test") -> Iterator[Row | ReaderError]:
        """The records of the lists inside an object that opens at ``place``."""
        for member, start in self._members(place):
            if isinstance(member, list) and _has_objects(member, test):
                yield from self._array(start)
            elif isinstance(member, dict) and _holds_records(member, test, _MAX_DEPTH - 1):
                yield from self._inside(member, start, test)

    def _members(self, place: int) -> Iterator[tuple[Any, int]]:
        """Each value of the object that opens at ``place``, and where it starts."""
        place = _skip(_BETWEEN, self._text, place + 1)
        while self._text[place] != "}":
            _, place = self._value(place)
            place = _skip(_SPACE, self._text, place)
            place = _skip(_SPACE, self._text, place + 1)
            value, end = self._value(place)
            yield value, place
            place = _skip(_BETWEEN, self._text, end)

    def _row(self, value: dict[str, Any], place: int, end: int) -> Row:
        self._count += 1
        name = f"{self._name}#{self._count}"
        own = self._text[place:end].encode("utf-8", "replace")
        return Row(value, name, own, MEDIA_TYPE, self._encoding)

    def _value(self, place: int) -> tuple[Any, int]:
        try:
            return _SCAN(self._text, place)
        except json.JSONDecodeError as error:
            raise self._broken(error.pos) from None
        except (ValueError, RecursionError):  # a number of thousands of digits, a bottomless value
            raise self._broken(place) from None

    def _broken(self, place: int) -> ReaderError:
        line = self._text.count("\n", 0, place) + 1
        return ReaderError("reader-json-broken", file=self._name, line=line, read=self._count)


def _skip(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place


def _test_for(value: dict[str, Any]) -> "Test | None":
    """What tells the records inside an object: their columns' names, else their values."""
    return next((t for t in (parts, _says_much) if _holds_records(value, t, _MAX_DEPTH)), None)


def _says_much(record: dict[str, Any]) -> bool:
    """Whether a record whose names say nothing has more than one value, one of them a sentence."""
    values = list(columns_of(record).values())
    texts = (value for value in values if isinstance(value, str))
    return len(values) > 1 and any(len(text.split()) >= _SENTENCE_WORDS for text in texts)


def _has_objects(values: list[Any], test: "Test") -> bool:
    return any(isinstance(value, dict) and test(value) for value in values[:20])


def _holds_records(value: dict[str, Any], test: "Test", depth: int) -> bool:
    if depth == 0:
        return False
    return any(
        (isinstance(inner, list) and _has_objects(inner, test))
        or (isinstance(inner, dict) and _holds_records(inner, test, depth - 1))
        for inner in value.values()
    )


Test = Callable[[dict[str, Any]], object]
READER = Reader("json", ("json",), sniff, read, is_table=True)
