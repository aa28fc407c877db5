"""From glyphs with places on a page to paragraphs in reading order, right to left.

Glyphs make lines, wide gaps cut lines into pieces, and the page is cut again and again: along a gap
that runs down all of it into columns (the right one first), else along the widest gap across it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

_LEAST_HEIGHT = 1.0
_SAME_LINE = 0.5
_WORD_GAP = 0.12
_PIECE_GAP = 1.2
_COLUMN_GAP = 0.8
_MOST_PIECES = 1500
_LINE_GAP = 0.7
_SAME_SIZE = 1.15
_SHORT = 0.88
_LEAST_LINE = 9.0
_INDENT = 0.7
_FLUSH = 0.2
_ENDS = '.؟!؛:»"…'
_ALEFS = ("ا", "أ", "إ", "آ")
_ARABIC = (("\u0600", "\u06ff"), ("\ufb50", "\ufdff"), ("\ufe70", "\ufefc"))
_MARKS = frozenset(map(chr, (*range(0x064B, 0x0660), 0x0670)))


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box in points, the origin at the page's lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def joined(one: Glyph, other: Glyph) -> bool:
    """Whether two characters are drawn as one glyph: a ligature."""
    return (one.left, one.right, one.bottom) == (other.left, other.right, other.bottom)


def ligature(seen: str, character: str) -> str:
    """A ligature's letters in the order seen, to be turned with the rest of the line."""
    if not is_arabic(character):
        return seen + character
    if character == "ل" and seen in _ALEFS:
        return seen + character
    return character + seen


def is_arabic(character: str) -> bool:
    """Whether a character is of the Arabic script, its presentation forms included."""
    return any(first <= character <= last for first, last in _ARABIC)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line that belongs to one column.

    Attributes:
        block: tells the block it stands in, where that is known; pieces come in order then.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    block: tuple[int, ...] = ()

    @property
    def height(self) -> float:
        """Of the line, in points: about the size of its letters."""
        return self.top - self.bottom


def pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    """The glyphs as pieces of lines, in logical order, from the top of the page."""
    found: list[Piece] = []
    for line in _lines(glyphs):
        start, widest = 0, _PIECE_GAP * _height(line)
        for place, (one, following) in enumerate(pairwise(line), start=1):
            if following.left - one.right > widest:
                found.append(_piece(line[start:place]))
                start = place
        found.append(_piece(line[start:]))
    return [piece for piece in found if piece.text]


def _lines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs of one height on the page, each line from left to right."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: -(one.top + one.bottom)):
        middle = (glyph.top + glyph.bottom) / 2
        last = lines[-1] if lines else None
        if last is not None and abs(_middle(last[0]) - middle) < _SAME_LINE * _height(last[:1]):
            last.append(glyph)
        else:
            lines.append([glyph])
    return [sorted(line, key=_place) for line in lines]


def _place(glyph: Glyph) -> tuple[float, bool]:
    """From left to right; a vowel sign before the letter that bears it, as it is turned later."""
    is_mark = glyph.text in _MARKS
    return (glyph.left + glyph.right) / 2 - (
        glyph.right - glyph.left if is_mark else 0
    ), not is_mark


def _middle(glyph: Glyph) -> float:
    return (glyph.top + glyph.bottom) / 2


def _height(line: Sequence[Glyph]) -> float:
    return max(max(glyph.top - glyph.bottom for glyph in line), _LEAST_HEIGHT)


def _piece(line: Sequence[Glyph]) -> Piece:
    from newsarchive.readers.restore import turned

    height = _height(line)
    seen = line[0].text
    for one, following in pairwise(line):
        gap = following.left - one.right > _WORD_GAP * height
        seen += f" {following.text}" if gap else following.text
    return Piece(
        " ".join(turned(seen).split()),
        min(glyph.left for glyph in line),
        min(glyph.bottom for glyph in line),
        max(glyph.right for glyph in line),
        max(glyph.top for glyph in line),
    )


def reading_order(found: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces in blocks, the blocks in the order they are read."""
    if found and found[0].block:
        return [list(block) for _, block in groupby(found, lambda piece: piece.block)]
    blocks: list[list[Piece]] = []
    left = [found] if found else []
    while left:
        part = left.pop()
        if parts := _parted(part):
            left += reversed(parts)
        else:
            blocks.append(sorted(part, key=lambda one: (-one.top, -one.right)))
    return blocks


def _parted(found: Sequence[Piece]) -> tuple[Sequence[Piece], Sequence[Piece]] | None:
    """A part of a page cut in two, the first to be read first; None where it is one block.

    A page of more pieces than any paper prints is no layout to be understood.
    """
    if not 1 < len(found) <= _MOST_PIECES:
        return None
    usual = _usual_height(found)
    across = _cut(sorted(found, key=lambda one: -one.right), lambda one: (-one.right, -one.left))
    if across and across[0] > _COLUMN_GAP * usual:
        return across[1:]
    down = _cut(sorted(found, key=lambda one: -one.top), lambda one: (-one.top, -one.bottom))
    if down and down[0] > _LINE_GAP * usual:
        return down[1:]
    return None


def _cut(
    ordered: Sequence[Piece], extent: Callable[[Piece], tuple[float, float]]
) -> tuple[float, Sequence[Piece], Sequence[Piece]] | None:
    """The widest gap that no piece reaches into, and the pieces on its two sides."""
    best = (0.0, 0)
    reached = extent(ordered[0])[1]
    for place, piece in enumerate(ordered):
        begin, end = extent(piece)
        best = max(best, (begin - reached, place))
        reached = max(reached, end)
    gap, place = best
    return (gap, ordered[:place], ordered[place:]) if place else None


def _usual_height(found: Sequence[Piece]) -> float:
    heights = sorted(piece.height for piece in found)
    return heights[len(heights) // 2]


def paragraphs(blocks: Iterable[Sequence[Piece]]) -> list[str]:
    """The blocks' lines joined to paragraphs.

    A short line, a gap or other letters end one; a first line that is moved in begins one.
    """
    found: list[str] = []
    last: Piece | None = None
    open_ended = False
    every = [block for block in blocks if block]
    for block, after in pairwise([*every, ()]):
        left, right = min(one.left for one in block), max(one.right for one in block)
        edge = right if _is_flush(block, right) else 0.0
        nexts = [*block[1:], after[0] if after else None]
        for piece, following in zip(block, nexts, strict=True):
            below = piece is block[0] and last is not None and piece.top < last.bottom
            begins = below or edge - piece.right > _INDENT * piece.height
            if last is not None and open_ended and not begins and _alike(last, piece):
                found[-1] += f" {piece.text}"
            else:
                found.append(piece.text)
            full = len(block) > 1 and _is_full(piece, right - left, following)
            open_ended = full and (piece is not block[-1] or piece.text[-1] not in _ENDS)
            last = piece
    return found


def _is_flush(block: Sequence[Piece], right: float) -> bool:
    """Whether most lines begin at the block's right edge, so that the others are moved in."""
    return 2 * sum(right - piece.right <= _FLUSH * piece.height for piece in block) > len(block)


def _is_full(piece: Piece, width: float, following: Piece | None) -> bool:
    """Whether the text was broken after this line because it fills the column.

    A line that leaves room for the word after it, and ends a sentence, ends its paragraph.
    """
    length = piece.right - piece.left
    is_label = length < _LEAST_LINE * piece.height
    if is_label or following is None or not _alike(piece, following):
        return length >= _SHORT * width
    word = len(following.text.split(maxsplit=1)[0]) + 1
    fits = length + word * length / len(piece.text) <= width
    return not fits or (length >= _SHORT * width and piece.text[-1] not in _ENDS)


def _alike(one: Piece, other: Piece) -> bool:
    small, large = sorted((one.height, other.height))
    return large <= small * _SAME_SIZE
