"""Lines of text drawn so that a program that reads the page finds the very letters again.

Qt writes shaped glyphs into a PDF and beside them the characters its fonts name for each. A
ligature that a font has no character for («لا» in Noto Naskh Arabic) then reads as rubbish, and a
vowel sign, whose place is above its letter, is sorted among the letters by where it stands
(Qt 6.11, read by PDFium). Such clusters are drawn as outlines, with their letters, unseen, in
their order beneath them.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPainterPath, QRawFont, QTextLine

from gui.panes.marking import character_extent, utf16

_WORD = re.compile(r"\S+")
_NUMBERS = re.compile(r"[\d.,:/%+\-−٪٫٬،؍$€£°#]{2,}")
_WEAK = {"EN", "ES", "ET", "AN", "CS", "NSM"}  # Unicode's bidirectional classes
_UNPLACED = {"Mn", "Me", "Cf"}
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_NUDGE = 0.05  # dots: what sets two signs of one letter apart
_BEFORE_SURROGATES, _AFTER_SURROGATES, _LAST = 0xD800, 0xE000, 0xFFFD


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters [start, end) of a paragraph, counted as Qt counts them, and the text."""

    start: int
    end: int
    text: str

    @property
    def is_tangled(self) -> bool:
        """Whether it may hold figures whose parts a reader puts in another order."""
        return any(not one.group().isdecimal() for one in _NUMBERS.finditer(self.text))


@dataclass(slots=True)
class _Cluster:
    """Characters that share one place, in their order; [start, end) as in a piece."""

    start: int
    end: int
    text: str
    left: float
    right: float
    leftwards: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """A character, the left edge of its room, the width of it, and the number of its cluster."""

    letter: str
    left: float
    width: float
    cluster: int


class Letters:
    """Draws lines on paper; remembers what each font calls its glyphs."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str, int], dict[int, str]] = {}

    def draw(
        self, painter: QPainter, text: str, line: QTextLine, origin: QPointF, ink: QColor
    ) -> None:
        """Draw a line of the paragraph ``text``, whose layout stands at ``origin``."""
        start, end = line.textStart(), line.textStart() + line.textLength()
        whole = _Piece(start, end, _units(text, start, end))
        runs = line.glyphRuns()
        if not whole.is_tangled and self._reads_as(runs, whole.text):
            _draw_runs(painter, runs, origin, ink)
            return
        for piece in _pieces(whole):
            runs = line.glyphRuns(piece.start, piece.end - piece.start)
            if not piece.is_tangled and self._reads_as(runs, piece.text):
                _draw_runs(painter, runs, origin, ink)
            else:
                self._draw_clusters(painter, line, piece, origin, ink)

    def _draw_clusters(
        self, painter: QPainter, line: QTextLine, piece: _Piece, origin: QPointF, ink: QColor
    ) -> None:
        clusters = _clusters(line, piece)
        natural = [place for n, cluster in enumerate(clusters) for place in _places(n, cluster)]
        untangled = _untangled(natural)
        moved = {one.cluster for one, new in zip(natural, untangled, strict=True) if one != new}
        path = QPainterPath()
        for number, cluster in enumerate(clusters):
            runs = line.glyphRuns(cluster.start, cluster.end - cluster.start)
            if number not in moved and self._reads_as(runs, cluster.text):
                _draw_runs(painter, runs, origin, ink)
                continue
            _add_outlines(path, runs, origin)
            base = line.y() + line.ascent()
            for place in untangled:
                if place.cluster == number:
                    _draw_unseen(painter, place, base, runs, origin)
        painter.fillPath(path, ink)

    def _reads_as(self, runs: list[QGlyphRun], text: str) -> bool:
        """Whether a reader of the page makes ``text`` of these glyphs."""
        if any(unicodedata.category(character) in _UNPLACED for character in text):
            return False
        heights: set[float] = set()
        for run in runs:
            names = self._named(run.rawFont())
            if any(names.get(glyph, "\0") not in text for glyph in set(run.glyphIndexes())):
                return False
            heights.update(place.y() for place in run.positions())
        return len(heights) <= 1

    def _named(self, font: QRawFont) -> dict[int, str]:
        """What the PDF will call each glyph: its first character, presentation forms undone."""
        key = (font.familyName(), font.styleName(), font.weight())
        if key not in self._names:
            codes = (*range(0x20, _BEFORE_SURROGATES), *range(_AFTER_SURROGATES, _LAST))
            characters = "".join(map(chr, codes))
            glyphs = font.glyphIndexesForString(characters)
            names: dict[int, str] = {}
            for glyph, character in zip(glyphs, characters, strict=True):
                if glyph and glyph not in names:
                    names[glyph] = unicodedata.normalize("NFKC", character)
            self._names[key] = names
        return self._names[key]


def _units(text: str, start: int, end: int) -> str:
    """The characters at [start, end), counted in UTF-16 units."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "ignore")


def _pieces(whole: _Piece) -> Iterator[_Piece]:
    """The words of a line and what stands between them."""
    at = 0
    for word in _WORD.finditer(whole.text):
        for first, last in ((at, word.start()), word.span()):
            if first < last:
                units = [whole.start + utf16(whole.text, place) for place in (first, last)]
                yield _Piece(units[0], units[1], whole.text[first:last])
        at = word.end()


def _clusters(line: QTextLine, piece: _Piece) -> list[_Cluster]:
    """Signs stand with their letter, the letters of a ligature with each other."""
    clusters: list[_Cluster] = []
    at = piece.start
    for character in piece.text:
        end = at + len(character.encode("utf-16-le")) // 2
        left, right = character_extent(line, at)
        if clusters and (_is_sign(character) or _overlap(clusters[-1], left, right)):
            clusters[-1].text += character
            clusters[-1].end = end
        else:
            runs = line.glyphRuns(at, 1)
            leftwards = bool(runs) and runs[0].isRightToLeft()
            clusters.append(_Cluster(at, end, character, left, right, leftwards))
        at = end
    return clusters


def _overlap(cluster: _Cluster, left: float, right: float) -> bool:
    """Whether a character has no room beside the cluster: most of it lies within, or it is none."""
    shared = min(cluster.right, right) - max(cluster.left, left)
    return shared >= (right - left) / 2 or right - left < (cluster.right - cluster.left) / 10


def _places(number: int, cluster: _Cluster) -> Iterator[_Place]:
    """Where each character that can be read stands.

    The letters of a ligature share its room; signs have none and stand at their letter's far edge.
    """
    text = [one for one in cluster.text if unicodedata.category(one) != "Cf"]
    letters = sum(not _is_sign(one) for one in text)
    share = (cluster.right - cluster.left) / max(letters, 1)
    seen = signs = 0
    for character in text:
        signs = signs + 1 if _is_sign(character) else 0
        seen += not signs
        width = 0.0 if signs else share
        if cluster.leftwards:
            left = cluster.left + share * (letters - seen) - _NUDGE * signs
            yield _Place(character.translate(_MIRRORED), left, width, number)
        else:
            left = cluster.left + share * seen - width - _NUDGE * bool(signs)
            yield _Place(character, left, width, number)


def _untangled(places: list[_Place]) -> list[_Place]:
    """Digits, signs and what separates them go from left to right in the order of the text.

    That is how PDFium reads them, whichever way the text around them runs.
    """
    result: list[_Place] = []
    for weak, group in itertools.groupby(places, key=lambda place: _is_weak(place.letter)):
        row = list(group)
        if weak and any(after.left <= one.left for one, after in itertools.pairwise(row)):
            left = min(place.left for place in row)
            for number, place in enumerate(row):
                row[number] = replace(place, left=left)
                left += max(place.width, _NUDGE)
        result.extend(row)
    return result


def _is_weak(character: str) -> bool:
    return unicodedata.bidirectional(character) in _WEAK


def _is_sign(character: str) -> bool:
    """Whether it stands on the letter before it and takes no room of its own."""
    return unicodedata.category(character) in ("Mn", "Me")


def _draw_runs(painter: QPainter, runs: list[QGlyphRun], origin: QPointF, ink: QColor) -> None:
    painter.setPen(ink)
    for run in runs:
        painter.drawGlyphRun(origin, run)


def _add_outlines(path: QPainterPath, runs: list[QGlyphRun], origin: QPointF) -> None:
    for run in runs:
        font = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            path.addPath(font.pathForGlyph(glyph).translated(place + origin))


def _draw_unseen(
    painter: QPainter, place: _Place, base: float, runs: list[QGlyphRun], origin: QPointF
) -> None:
    """Put a letter, with no ink, where it stands, just as wide as its room there."""
    for run in runs:
        font = run.rawFont()
        glyph = next(iter(font.glyphIndexesForString(place.letter)), 0)
        if not glyph:
            continue
        advance = font.advancesForGlyphIndexes([glyph])[0].x()
        if advance > 0 and place.width > 0:
            font.setPixelSize(font.pixelSize() * place.width / advance)
        unseen = QGlyphRun()
        unseen.setRawFont(font)
        unseen.setGlyphIndexes([glyph])
        unseen.setPositions([QPointF(place.left, base)])
        painter.setPen(QColor(0, 0, 0, 0))
        painter.drawGlyphRun(origin, unseen)
        return
