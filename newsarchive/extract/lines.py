"""A page copy as lines: what a reader sees of each, and where it stands in the source text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsarchive.arabic.fold import LETTERS, fold
from newsarchive.arabic.usual import quickened

_CONTROLS = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\u00ad]")
_STEERING = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c\u00ad]")
_LOOSE_JOINERS = re.compile(r"(?<![^\W\d_])[\u200c\u200d]|[\u200c\u200d](?![^\W\d_])")
_LINK_TARGET = re.compile(r"<\s*(?:https?://|www\.|mailto:|/)[^>\s]*\s*>|\]\(https?://[^)\s]*\)")
_SYMBOL = r"[\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?"
_BULLET = re.compile(rf"^(?:[*•⬅←>#·|\-–—]+\s+|(?:[•‣]|{_SYMBOL})+\s*)")
_EMPHASIS = re.compile(r"([*_])[^*_]+\1$")
_WORD = re.compile(r"[^\W_]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
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


_words_apart = quickened(lambda text: _BETWEEN_WORDS.sub(" ", fold(text)))


def words_of(text: str) -> list[str]:
    """The words of ``text``, folded."""
    return _words_apart(text).split()


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """The words of ``text``, folded, joined by single spaces; asked again and again of a line."""
    return " ".join(words_of(text))


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> str:
    """The key of what stands between two spaces; the same words come back again and again."""
    return key_of(word)


def short_key(text: str) -> str:
    """The key of a line's text, "" for a long one."""
    return key_of(text) if len(text) <= LONG else ""


_quickly_plain = quickened(lambda text: text.translate(_PLAIN))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text in plain letters, lower case and digits 0-9, as many characters as before."""
    return _quickly_plain(text)


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


def split_lines(text: str) -> Iterator[Line]:
    """The lines of ``text`` that show something; rules count as gaps."""
    start, gap, number = 0, True, 1
    even = text.replace("\n", "").isprintable()
    steered = not even and bool(_STEERING.search(text))
    is_bare = even and "<" not in text and "](" not in text
    for raw in text.splitlines(keepends=True):
        if raw.isspace():
            gap = True
        else:
            seen = without_controls(raw) if steered else raw
            visible = seen.strip(_BORDERS) if is_bare else _visible(seen)
            if visible and (visible[0].isalpha() or not is_rule(visible)):
                yield _line(raw, visible, start, gap, number, even)
                gap = False
            elif visible:
                gap = True
        start += len(raw)
        number += raw.endswith("\n")


def _visible(text: str) -> str:
    """What is seen of a line, tabs kept as " | "."""
    if "<" in text or "](" in text:
        text = _LINK_TARGET.sub(" ", text)
    if "\t" in text:
        text = text.replace("\t", " | ")
    return text.strip(_BORDERS)


def _line(raw: str, visible: str, start: int, after_gap: bool, number: int, even: bool) -> Line:
    """The line; ``even`` text has no other white space than spaces and line ends."""
    shown = raw.strip()
    start += raw.index(shown[0])
    mark, wide = _bullet(visible)
    if even and "  " not in wide:
        text, words = wide, wide.count(" ") + 1
    else:
        wide = wide.replace("\u00a0", " ")
        parts = wide.split()
        text, words = " ".join(parts), len(parts)
    end = start + len(shown)
    return Line(text, start, end, short_key(text), mark, after_gap, wide, shown, number, words)


def _bullet(visible: str) -> tuple[str, str]:
    """The mark of a list item, or "", and the line after it, without its stars."""
    if visible[0].isalpha():
        return "", visible
    bullet = _BULLET.match(visible)
    mark = bullet.group().strip() if bullet else ""
    wide = visible[bullet.end() :] if bullet else visible
    return mark, wide[1:-1].strip() if _EMPHASIS.match(wide) else wide
