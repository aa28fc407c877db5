"""Where fields stand in a typed line, and the line once a value is called otherwise."""

import re
from dataclasses import dataclass
from itertools import pairwise

from newsarchive.arabic.fold import fold
from newsarchive.arabic.stem import bare
from newsarchive.arabic.terms import term
from newsarchive.arabic.words import words
from newsarchive.search.query import Facet
from newsarchive.search.tokens import FIELDS, INVISIBLE, TOKEN, with_plain_signs

_QUOTES = re.compile('[«»"“”„]')
_ONE_WORD = re.compile(r"[^\s«»\"“”„():*|]+")


@dataclass(frozen=True, slots=True)
class FieldValue:
    """The value of a field as it was typed.

    Attributes:
        text: without its quotes and marks of direction.
        start, end: the characters [start, end) of the line that it takes, its quotes included.
        opened, closed: the quotes it stands in; "" for a bare word.
    """

    facet: Facet
    text: str
    start: int
    end: int
    opened: str = ""
    closed: str = ""


def field_values(line: str) -> tuple[FieldValue, ...]:
    """The values of all fields that name a facet, in the order of the line."""
    hidden = {found.start() for found in INVISIBLE.finditer(line)}
    places = [place for place in range(len(line)) if place not in hidden]
    tokens = list(TOKEN.finditer(with_plain_signs(INVISIBLE.sub("", line))))
    values: list[FieldValue] = []
    for field, value in pairwise(tokens):
        facet = FIELDS.get(bare(fold(field["field"]))) if field["field"] else None
        if facet is None or not (value["phrase"] or value["word"]):
            continue
        start, end = places[value.start()], places[value.end() - 1] + 1
        if value["phrase"]:
            quotes = value["phrase"][0], (value["end"] or "")[:1]
            values.append(FieldValue(facet, value["inside"], start, end, *quotes))
        else:
            values.append(FieldValue(facet, value.group(), start, end))
    return tuple(values)


def called_otherwise(line: str, facet: Facet, before: str, after: str) -> str:
    """The line with ``after`` where a field of the facet has the value ``before`` in any spelling.

    A value that is but a part of the name asks for words and stays as it is.
    """
    sought = _key(before)
    for value in reversed(field_values(line)):
        if value.facet is facet and _key(value.text) == sought:
            line = line[: value.start] + _written(after, value) + line[value.end :]
    return line


def _key(text: str) -> tuple[str, ...]:
    """What of a name a field heeds: its words, or where there is none all of it."""
    found = tuple(bare(key) for one in words(text) if (key := term(one.text)))
    return found or (text.strip(),)


def _written(name: str, before: FieldValue) -> str:
    """In plain quotes only where it needs them, so that a name put back stands as it stood."""
    if before.opened in {"", '"'} and _ONE_WORD.fullmatch(name):
        return name
    inside = " ".join(_QUOTES.sub(" ", name).split())
    opened = before.opened or '"'
    return f"{opened}{inside}{before.closed or _CLOSES.get(opened, opened)}"


_CLOSES = {"«": "»", "“": "”", "„": "“"}
