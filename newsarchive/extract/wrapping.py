"""Paragraphs from lines that a page's width had broken (mail, print and PDF copies)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise

from newsarchive.extract import lexicon
from newsarchive.extract.endings import is_terminal
from newsarchive.extract.lines import Line, joined
from newsarchive.extract.reading import Kind, read_line

_WIDEST = 140
_QUOTED = (">", ">>")
_HEAD = 14
_HEADLINE_WORDS = 4
_BROKEN_WORDS = 8
_EVEN = 0.55
_COUPLET, _COUPLETS = 2, 3
_ITEM = re.compile(r"^\(?(?:\d{1,2}|[٠-٩]{1,2}|[أبجدهوزحطيكل])\s*[.)\-–]\s")


def _width(lines: Sequence[Line]) -> int:
    """The width the page is broken at, or 0 when it is not broken."""
    sizes = sorted(len(line.raw) for line in lines if line.words >= 4)
    if len(sizes) < 6 or sizes[-1] > _WIDEST:
        return 0
    width = sizes[-2] if sizes[-1] > sizes[-2] * 1.25 else sizes[-1]
    broken = full = 0
    for line, following in pairwise(lines):
        if following.after_gap or line.words < 4:
            continue
        full += 1
        broken += _goes_on(line, following, width)
    return width if broken >= 4 and broken >= full * 0.45 else 0


def _goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether ``following`` continues ``line``: its first word would not have fitted."""
    listed = following.bullet and not (following.bullet == line.bullet in _QUOTED)
    if following.after_gap or listed or _ITEM.match(following.text):
        return False
    reached = len(line.raw) + 1 + len(following.raw.split()[0])
    return reached > width * (0.97 if is_terminal(line.text) else 0.72)


def _opens_subtitle(title: Line, line: Line) -> bool:
    """Whether a line over the byline begins a sentence of its own under a title that is whole."""
    first = line.key.split()[:1]
    return title.words >= 6 and bool(first) and first[0] in lexicon.past_verbs()


def _stands_alone(line: Line) -> bool:
    """Whether the line is a label or furniture that no paragraph runs into."""
    reading = read_line(line)
    return reading.kind not in (Kind.TEXT, Kind.PROSE)


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


def _couplets(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines of verse set in pairs: paragraphs of two even lines without full stops.

    Of a broken paragraph the last line is as short as it happens, and ends a sentence.
    """
    pairs = [block for block in _blocks(lines) if len(block) == _COUPLET]
    pairs = [pair for pair in pairs if not any(is_terminal(line.text) for line in pair)]
    pairs = [pair for pair in pairs if _are_even([len(line.text) for line in pair])]
    return {line.number for pair in pairs for line in pair} if len(pairs) >= _COUPLETS else set()


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
    return not any(_ITEM.match(line.text) or _stands_alone(line) for line in block)


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
    verses = _couplets(lines)
    alone_at = [line.number in verses or _stands_alone(line) for line in lines]
    head = max((i for i, alone in enumerate(alone_at[:_HEAD]) if alone), default=0)
    for index, (line, alone) in enumerate(zip(lines, alone_at, strict=True)):
        new = index < head and bool(whole) and _opens_subtitle(whole[-1], line)
        if last is not None and not alone and not new and _goes_on(last, line, width):
            whole[-1] = joined(whole[-1], line)
        else:
            whole.append(line)
        last = None if alone else line
    return whole
