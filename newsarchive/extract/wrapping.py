"""Paragraphs from lines that a page's width had broken (mail, print and PDF copies)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

from newsarchive.arabic.fold import without_marks
from newsarchive.extract import lexicon
from newsarchive.extract.endings import is_terminal
from newsarchive.extract.lines import Line, joined
from newsarchive.extract.reading import Kind, read_line

_WIDEST = 140
_QUOTED = (">", ">>")
_HEAD = 14
_HEADLINE_WORDS = 4
_BROKEN_WORDS = 8
_LOOSE, _FILLED, _TERMINAL = 0.72, 0.9, 0.97
_LABEL_WORDS = 2
_LEAST_LINES = 5
_REACHED, _MOSTLY_EXACT = 0.96, 0.8
_LEAST_FILLED, _MOSTLY, _LEAST_STOPS = 2, 0.6, 2
_EVEN = 0.55
_COUPLET, _COUPLETS = 2, 3
_HALVES = re.compile(r"\S {3,}\S|\S\s+(?:\*{1,3}|\.{3,}|…|=|//)\s+\S")
_ITEM = re.compile(r"^\(?(?:\d{1,2}|[٠-٩]{1,2}|[أبجدهوزحطيكل])\s*[.)\-–]\s")


class _Width(NamedTuple):
    """Where a page's lines were broken.

    Attributes:
        most: letters in a line.
        is_filled: whether lines are filled with words as far as they go, as mail and print do.
        first: share of ``most`` that a line must reach with the next one's first word to be the
            first of a paragraph, which a headline or a name may be, too.
    """

    most: int
    is_filled: bool
    first: float


def _width(lines: Sequence[Line]) -> _Width | None:
    """The width the page is broken at, or None when it is not broken."""
    if sum(line.words >= 4 for line in lines) < _LEAST_LINES or _is_wide(lines):
        return None
    sizes = sorted(_shown(line.raw) for line in lines if line.words >= 4)
    most = sizes[-2] if sizes[-1] > sizes[-2] * 1.25 else sizes[-1]
    if sum(_ends_line(line.text) for line in lines) < _LEAST_STOPS:
        return None
    pairs = [pair for pair in pairwise(lines) if pair[0].words >= 4 and not pair[1].after_gap]
    if filled := _filled([pair for pair in pairs if _may_run(pair[0])], most):
        exact = sum(_reach(*pair) > most for pair in filled) >= len(filled) * _MOSTLY_EXACT
        return _Width(most, is_filled=True, first=_REACHED if exact else _FILLED)
    broken = sum(_goes_on(*pair, most) for pair in pairs)
    is_broken = broken >= max(4, len(pairs) * 0.45)
    return _Width(most, is_filled=False, first=_LOOSE) if is_broken else None


def _is_wide(lines: Sequence[Line]) -> bool:
    """Whether a line is longer than any that a page's width breaks."""
    return any(len(line.raw) > _WIDEST and line.words >= 4 for line in lines)


def _may_run(line: Line) -> bool:
    return line.words >= _BROKEN_WORDS and not _ends_line(line.text)


def _filled(pairs: Sequence[tuple[Line, Line]], most: int) -> list[tuple[Line, Line]]:
    """The lines that reach as far as the page goes, where most that may go on do.

    Labels and furniture are left aside.
    """
    filled = [pair for pair in pairs if _reach(*pair) > most * _FILLED]
    if len(filled) < _LEAST_FILLED or len(filled) >= len(pairs) * _MOSTLY:
        return filled if len(filled) >= _LEAST_FILLED else []
    running = [pair for pair in pairs if not any(map(_stands_alone, pair))]
    reached = sum(_reach(*pair) > most * _FILLED for pair in running)
    return filled if reached >= len(running) * _MOSTLY else []


def _reach(line: Line, following: Line) -> int:
    """How long the line would be with the first word of the next one."""
    return _shown(line.raw) + 1 + _shown(following.raw.split()[0])


def _shown(text: str) -> int:
    """How many letters wide the text is: tashkeel takes no room of its own."""
    return len(without_marks(text))


def _goes_on(line: Line, following: Line, most: int, least: float = _LOOSE) -> bool:
    """Whether ``following`` continues ``line``: its first word would not have fitted."""
    listed = following.bullet and not (following.bullet == line.bullet in _QUOTED)
    if following.after_gap or listed or _ITEM.match(following.text):
        return False
    if following.key and following.key == line.key:
        return False
    return _reach(line, following) > most * (_TERMINAL if is_terminal(line.text) else least)


def _opens_subtitle(title: Line, line: Line) -> bool:
    """Whether a line over the byline begins a sentence of its own under a title that is whole."""
    first = line.key.split()[:1]
    if title.words < 6 or not first or first[0] in lexicon.given_names():
        return False
    return first[0] in lexicon.past_verbs()


def _stands_alone(line: Line) -> bool:
    """Whether the line is a label or furniture that no paragraph runs into."""
    if line.words <= _LABEL_WORDS and line.text.endswith(":"):
        return True
    if line.key in lexicon.byline_words()["desk"]:
        return True
    return read_line(line).kind not in (Kind.TEXT, Kind.PROSE)


def _is_label(line: Line) -> bool:
    """Whether the line dates or signs an article."""
    pieces = read_line(line).pieces
    return bool(pieces.stamps or pieces.bylines)


def _ragged(lines: list[Line]) -> list[Line]:
    """The lines, with paragraphs that were broken at uneven widths made whole.

    Such a paragraph stands between gaps under a headline, and only its last line ends a sentence.
    """
    if not any(map(_may_break, lines, lines[1:])):
        return lines
    whole: list[Line] = []
    headed = False
    for block in _blocks(lines):
        broken = headed and _is_broken(block)
        whole.extend([reduce(joined, block)] if broken else block)
        headed = headed or any(line.words >= _HEADLINE_WORDS for line in block)
    return whole


def _may_break(line: Line, following: Line) -> bool:
    """Whether a paragraph may be broken between two lines; quick."""
    even = not following.after_gap and line.words >= _BROKEN_WORDS
    return even and len(line.text) <= _WIDEST and not _ends_line(line.text)


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between one gap and the next."""
    block: list[Line] = []
    for line in lines:
        if line.after_gap and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _verses(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines of verse: halves set apart, or paragraphs of two even lines.

    None ends with a full stop; of a broken paragraph the last line is as short as it happens, and
    ends a sentence.
    """
    open_ended = [line for line in lines if not is_terminal(line.text)]
    whole = [line.number for line in open_ended if _HALVES.search(line.wide)]
    pairs = [block for block in _blocks(lines) if len(block) == _COUPLET]
    pairs = [pair for pair in pairs if not any(is_terminal(line.text) for line in pair)]
    pairs = [pair for pair in pairs if _are_even([len(line.text) for line in pair])]
    halves = [line.number for pair in pairs for line in pair]
    return {
        *(whole if len(whole) >= _COUPLETS else ()),
        *(halves if len(pairs) >= _COUPLETS else ()),
    }


def _are_even(sizes: Sequence[int]) -> bool:
    return min(sizes) >= max(sizes) * _EVEN


def _is_broken(block: Sequence[Line]) -> bool:
    """Whether the lines of a block are one sentence or more, broken anywhere between words."""
    *upper, last = block
    if not upper or not is_terminal(last.text) or any(line.bullet for line in block):
        return False
    sizes = [len(line.text) for line in upper]
    if not _are_even(sizes) or len(last.text) > 2 * max(sizes):
        return False
    if not all(map(_may_break, upper, block[1:])):
        return False
    return not any(_ITEM.match(line.text) or _stands_alone(line) for line in upper)


def _ends_line(text: str) -> bool:
    """Whether a line ends as a paragraph may: a quotation or a bracket may close within it."""
    return text.endswith((".", "؟", "?", "!", ":", "…"))


def unwrap(lines: Iterable[Line]) -> list[Line]:
    """The lines of a page, broken paragraphs made whole."""
    lines = list(lines)
    width = _width(lines)
    if not width:
        return _ragged(lines)
    whole: list[Line] = []
    last: Line | None = None
    verses = _verses(lines)
    alone_at = [line.number in verses or _stands_alone(line) for line in lines]
    head = max((i for i, line in enumerate(lines[:_HEAD]) if _is_label(line)), default=0)
    for index, (line, alone) in enumerate(zip(lines, alone_at, strict=True)):
        new = index < head and bool(whole) and _opens_subtitle(whole[-1], line)
        begun = last is not None and whole[-1] is last  # a headline may be all there is of it
        least = width.first if begun else _LOOSE
        ends = alone and not (width.is_filled and line.text.endswith("."))
        if last is not None and not (ends or new) and _goes_on(last, line, width.most, least):
            whole[-1] = joined(whole[-1], line)
        else:
            whole.append(line)
        runs = width.is_filled and line.words >= _BROKEN_WORDS and line.number not in verses
        last = line if runs or not alone else None
    return whole
