"""Bars over time, drawn: columns from the edge one reads from, the chosen range, labels below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gui.appearance import Appearance
from gui.panes.time_axis import Bar

GAP = 4  # pixels between two labels


@dataclass(frozen=True, slots=True)
class Columns:
    """Where ``count`` bars stand in ``width`` pixels, ``height`` high at most."""

    count: int
    width: int
    height: int
    right_to_left: bool

    def rect(self, number: int) -> QRectF:
        """The whole column of a bar."""
        width = self.width / max(1, self.count)
        x = number * width
        if self.right_to_left:
            x = self.width - x - width
        return QRectF(x, 0, width, self.height)

    def at(self, x: float) -> int | None:
        """The bar whose column is at ``x``, or the nearest; None where there is none."""
        if not self.count:
            return None
        along = x / max(1, self.width)
        if self.right_to_left:
            along = 1 - along
        return min(self.count - 1, max(0, int(along * self.count)))


def paint_bars(
    painter: QPainter, columns: Columns, shown: Sequence[Bar], ink: Callable[[int], QColor]
) -> None:
    """Draw the bars, the highest as high as there is room, each in the ``ink`` of its number."""
    highest = max((bar.count for bar in shown), default=0) or 1
    for number, bar in enumerate(shown):
        if not bar.count:
            continue
        column = columns.rect(number)
        height = max(2.0, bar.count / highest * (column.height() - 6))
        gap = 1.0 if column.width() >= 4 else 0.4
        place = QRectF(column.x() + gap / 2, column.bottom() - height, column.width() - gap, height)
        painter.fillRect(place, ink(number))


def paint_range(
    painter: QPainter, columns: Columns, chosen: Sequence[int], look: Appearance
) -> None:
    """Draw the ground of the chosen bars and the handles at its ends."""
    if not chosen:
        return
    area = columns.rect(chosen[0]).united(columns.rect(chosen[-1]))
    painter.fillRect(area, look.colour("selection"))
    painter.setBrush(look.colour("accent"))
    painter.setPen(Qt.PenStyle.NoPen)
    for x in (area.left(), area.right() - 2):
        painter.drawRect(QRectF(x, area.top(), 2, area.height()))
        painter.drawRoundedRect(QRectF(x - 2, area.center().y() - 8, 6, 16), 3, 3)


def paint_labels(
    painter: QPainter,
    columns: Columns,
    labels: Sequence[tuple[int, str]],
    base: int,
    look: Appearance,
) -> None:
    """Write labels at the beginning of their columns, on the line ``base``; none over another."""
    painter.setFont(look.font("tiny"))
    painter.setPen(look.colour("muted"))
    metrics = painter.fontMetrics()
    taken: list[tuple[float, float]] = []
    for number, text in labels:
        column = columns.rect(number)
        width = metrics.horizontalAdvance(text)
        x = column.right() - width if columns.right_to_left else column.left()
        x = min(max(0.0, x), columns.width - width)
        if any(x < end + GAP and x + width + GAP > start for start, end in taken):
            continue
        taken.append((x, x + width))
        painter.drawText(QPointF(x, base), text)
