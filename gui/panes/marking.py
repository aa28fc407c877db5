"""Where characters stand in a laid-out text, and grounds painted exactly behind them."""

import re
from collections.abc import Iterable
from itertools import cycle
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextLayout, QTextLine

_ONE_WAY = re.compile("[\u0620-\u065f](?:[\u0620-\u065f ]*[\u0620-\u065f])?")
Spans = Iterable[tuple[int, int]]
JOIN = 2.0  # pixels between the ink of two letters that still belong together
ABOVE, BELOW = 0.98, 0.42  # of the font's pixel size, from the base line: Arabic's usual reach


def utf16(text: str, index: int) -> int:
    """The place of character ``index`` counted as Qt counts, in UTF-16 units."""
    if text.isascii():
        return index
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, units: int) -> int:
    """How many characters of ``text`` its first UTF-16 units are: what ``utf16`` was made from."""
    if _is_plain(text):
        return units
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def utf16_spans(text: str, spans: Spans) -> list[tuple[int, int]]:
    """``spans`` of characters as spans of UTF-16 units."""
    return [(utf16(text, start), utf16(text, end)) for start, end in spans]


def span_rects(
    layout: QTextLayout, start: int, end: int, size: float | None = None, text: str = ""
) -> list[QRectF]:
    """The rectangles that cover [start, end) of ``layout``, one for each line and direction.

    Args:
        layout: of a text, or of a paragraph of a document.
        start: in UTF-16 units.
        end: in UTF-16 units.
        size: the pixel size of the letters where it is not that of the layout's own font.
        text: of the paragraph; the layout of one does not tell.
    """
    pixels = size or float(layout.font().pixelSize())
    text = text or layout.text()
    text = text if _is_plain(text) else ""
    rects: list[QRectF] = []
    line = layout.lineForTextPosition(start)
    while line.isValid() and line.textStart() < end:
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            rects.extend(_line_rects(line, text, first, last, pixels))
        if line.lineNumber() + 1 >= layout.lineCount():
            break
        line = layout.lineAt(line.lineNumber() + 1)
    return rects


def _is_plain(text: str) -> bool:
    """Whether Qt and Python count the characters of a text alike."""
    return text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)


def _line_rects(line: QTextLine, text: str, first: int, last: int, size: float) -> list[QRectF]:
    """The rectangles of [first, last) of one line of ``text``.

    A stretch of Arabic letters alone runs one way: only its ends need to be asked for.
    """
    base = line.y() + line.ascent()
    top, height = base - ABOVE * size, (ABOVE + BELOW) * size
    if _ONE_WAY.fullmatch(text, first, last):
        ends = character_extent(line, first), character_extent(line, last - 1)
        left, right = min(map(min, ends)), max(map(max, ends))
        return [QRectF(left, top, right - left, height)] if right > left else []
    pieces = sorted(character_extent(line, at) for at in range(first, last))
    joined: list[list[float]] = []
    for left, right in pieces:
        if joined and left <= joined[-1][1] + JOIN:
            joined[-1][1] = max(joined[-1][1], right)
        else:
            joined.append([left, right])
    return [QRectF(left, top, right - left, height) for left, right in joined if right > left]


def character_extent(line: QTextLine, at: int) -> tuple[float, float]:
    """Left and right of one character.

    At the first letter of a run against the line's direction both edges read as the far end of the
    run (Qt 6.11); there the glyph itself is asked.
    """
    edges = sorted((_x(line, at, QTextLine.Edge.Leading), _x(line, at, QTextLine.Edge.Trailing)))
    if edges[1] - edges[0] > 0.01:
        return edges[0], edges[1]
    ink = [run.boundingRect() for run in line.glyphRuns(at, 1)]
    if not any(rect.width() for rect in ink):
        return edges[0], edges[1]
    return min(rect.left() for rect in ink), max(rect.right() for rect in ink)


def _x(line: QTextLine, at: int, edge: QTextLine.Edge) -> float:
    found = line.cursorToX(at, edge)
    x = found[0] if isinstance(found, tuple) else found
    return float(x) if isinstance(x, int | float) else 0.0


def fill(painter: QPainter, area: QRect | QRectF, colour: QColor) -> None:
    """Fill ``area``; QPainter.fillRect makes PySide ready for every gradient there is first."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(area)


def paint_spans(
    painter: QPainter, layout: QTextLayout, origin: QPointF, spans: Spans, ground: QColor
) -> None:
    """Paint ``ground`` behind ``spans`` of a layout that will be drawn at ``origin``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(ground)
    painter.setBrush(ground)
    for start, end in spans:
        for rect in span_rects(layout, start, end):
            painter.drawRoundedRect(rect.translated(origin).adjusted(-1, 0, 1, 0), 2, 2)
    painter.restore()


def paint_star(painter: QPainter, area: QRect, colour: QColor, *, filled: bool) -> None:
    """Draw a star of five points in the middle of ``area``."""
    centre, size = QRectF(area).center(), area.width() * 0.36
    points = [
        QPointF(
            centre.x() + radius * size * sin(turn * pi / 5),
            centre.y() - radius * size * cos(turn * pi / 5),
        )
        for turn, radius in zip(range(10), cycle((1.0, 0.45)), strict=False)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(colour if filled else QColor(0, 0, 0, 0))
    painter.drawPolygon(QPolygonF(points))
    painter.restore()
