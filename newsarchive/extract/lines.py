"""A page copy as lines: what a reader sees of each, and where it stands in the source text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsarchive.arabic.fold import LETTERS, fold

_CONTROLS = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\u00ad]")
_STEERING = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\u00ad]")
_LOOSE_JOINERS = re.compile(r"(?<![^\W\d_])[\u200c\u200d]|[\u200c\u200d](?![^\W\d_])")
_LINK_TARGET = re.compile(r"<\s*(?:https?://|www\.|mailto:|/)[^>\s]*\s*>|\]\(https?://[^)\s]*\)")
_SYMBOL = r"[\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?"
_BULLET = re.compile(rf"^(?:[*•⬅←>#·|\-–—]+\s+|(?:[•‣]|{_SYMBOL})+\s*)")
_EMPHASIS = re.compile(r"([*_])[^*_]+\1$")
_WORD = re.compile(r"[^\W_]+")
LONG = 160
_HYPHEN = re.compile(r"[^\W\d_]-$")
_BORDERS = " |\n\r\u00a0\u3000"
_PLAIN = {ord(letter): folded for letter, folded in LETTERS.items()}
_PLAIN |= {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
_PLAIN |= {zero + n: str(n) for zero in (0x0660, 0x06F0) for n in range(10)}


class Line(NamedTuple):
    """One printed line, or several that the page's width had broken.

    Attributes:
        text: as seen: no controls, no link targets, spaces single, tabs kept as " | ".
        start: of its first visible character in the source.
        end: after its last one.
        key: its words folded and joined by single spaces; "" for long lines.
        bullet: the mark of a list item before ``text``, or "".
        after_gap: whether a blank line or a rule stands before it.
        wide: ``text`` with the runs of spaces that the page shows, for verse and columns.
        raw: the line as the file has it, link targets and all, for the width it was broken at.
        number: of the line in the text, from 1.
        words: how many it has.
    """

    text: str
    start: int
    end: int
    key: str
    bullet: str = ""
    after_gap: bool = False
    wide: str = ""
    raw: str = ""
    number: int = 0
    words: int = 0


def joined(first: Line, second: Line) -> Line:
    """Two printed lines as the one that a page's width had broken."""
    hyphened = _HYPHEN.match(first.text[-2:]) and second.text[:1].isalpha()
    text = f"{first.text[:-1]}{second.text}" if hyphened else f"{first.text} {second.text}"
    return first._replace(
        text=text,
        wide=text,
        raw=second.raw,
        end=second.end,
        key=short_key(text),
        words=first.words + second.words,
    )


def key_of(text: str) -> str:
    """The words of ``text``, folded, joined by single spaces."""
    return " ".join(filter(None, map(word_key, text.split())))


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> str:
    """The key of what stands between two spaces; the same words come back again and again."""
    return " ".join(_WORD.findall(fold(word)))


def short_key(text: str) -> str:
    """The key of a line's text, "" for a long one."""
    return key_of(text) if len(text) <= LONG else ""


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """The text in plain letters, lower case and digits 0-9, as many characters as before."""
    return text.translate(_PLAIN)


def clean(text: str) -> str:
    """The text without controls that only steer its display, and with plain single spaces."""
    return " ".join(without_controls(text).split())


def without_controls(text: str) -> str:
    """The text without bidi marks, zero-width spaces and stray joiners."""
    if text.isascii():
        return text
    return _LOOSE_JOINERS.sub("", _CONTROLS.sub("", text))


def is_rule(text: str) -> bool:
    """Whether a line only draws: «-----», «* * *», «====»."""
    return not _WORD.search(text)


def _line(raw: str, start: int, after_gap: bool, number: int, steered: bool) -> Line | None:
    visible = without_controls(raw) if steered else raw
    if "<" in visible or "](" in visible:
        visible = _LINK_TARGET.sub(" ", visible)
    if "\t" in visible:
        visible = visible.replace("\t", " | ")
    visible = visible.strip(_BORDERS)
    if not visible:
        return None
    shown = raw.strip()
    start += len(raw) - len(raw.lstrip())
    end = start + len(shown)
    bullet = None if visible[0].isalpha() else _BULLET.match(visible)
    mark = bullet.group().strip() if bullet else ""
    wide = visible[bullet.end() :] if bullet else visible
    if _EMPHASIS.match(wide):
        wide = wide[1:-1].strip()
    words = wide.split()
    text = " ".join(words)
    key = short_key(text)
    return Line(text, start, end, key, mark, after_gap, wide, shown, number, len(words))


def split_lines(text: str) -> Iterator[Line]:
    """The lines of ``text`` that show something; rules count as gaps."""
    start, gap, number = 0, True, 1
    steered = not text.replace("\n", "").isprintable() and bool(_STEERING.search(text))
    for raw in text.splitlines(keepends=True):
        line = _line(raw, start, gap, number, steered)
        if line is not None and is_rule(line.text):
            line, gap = None, True
        elif line is not None:
            gap = False
        elif not raw.strip():
            gap = True
        start += len(raw)
        number += raw.count("\n")
        if line is not None:
            yield line
