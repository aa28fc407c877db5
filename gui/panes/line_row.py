"""How a line of words is drawn: text in ink, its note in muted, a figure in its own column."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.appearance import Appearance
from gui.models.line_model import Line, LineRole
from gui.wording import isolated, led

Index = QModelIndex | QPersistentModelIndex
MARGIN, GAP, BELOW = 8, 12, 24
ABOVE, TEXT, NOTE = 4, 24, 18  # pixels: over the text of a tall row, and the heights of its lines


class LineRow(QStyledItemDelegate):
    """Paints a row of the line model, mirrored by the direction of its view."""

    def __init__(
        self,
        appearance: Appearance,
        parent: QObject | None = None,
        *,
        tall: bool = False,
        role: str = "interface",
    ) -> None:
        """``tall`` rows have the note below the text, others after it."""
        super().__init__(parent)
        self._appearance = appearance
        self._is_tall = tall
        self._role = role

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Any width, the fixed height."""
        below = self._appearance.px(BELOW) if self._is_tall else 0
        return QSize(100, self._appearance.measure("facet_row") + below)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        line = index.data(LineRole.LINE)
        if not isinstance(line, Line):
            return
        look = self._appearance
        rect: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, flags, direction, line.share)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        margin, gap = look.px(MARGIN), look.px(GAP)
        inner = rect.adjusted(margin, 0, -margin, 0)
        small = look.font("small")
        figure = _width(painter, small, line.figure)
        column = QRect(inner.right() - figure + 1, inner.top(), figure, inner.height())
        self._say(painter, rect, direction, column, small, "muted", line.figure)
        note = led(line.note, right_to_left=direction == Qt.LayoutDirection.RightToLeft)
        room = QRect(inner.left(), inner.top(), inner.width() - figure - gap, inner.height())
        if self._is_tall:
            top, text = room.top() + look.px(ABOVE), look.px(TEXT)
            above = QRect(room.left(), top, room.width(), text)
            below = QRect(room.left(), top + text, room.width(), look.px(NOTE))
        else:
            text = _width(painter, look.font(self._role), line.text)
            above = QRect(room.left(), room.top(), min(text, room.width()), room.height())
            start = above.right() + 1 + gap
            below = QRect(start, room.top(), room.right() + 1 - start, room.height())
        ink = "muted" if line.is_past else "ink"
        self._say(painter, rect, direction, above, look.font(self._role), ink, line.text)
        self._say(painter, rect, direction, below, small, "muted", note)
        painter.restore()

    def _say(
        self,
        painter: QPainter,
        whole: QRect,
        direction: Qt.LayoutDirection,
        area: QRect,
        font: QFont,
        ink: str,
        text: str,
    ) -> None:
        """Write ``text`` from the leading edge of ``area``, its end left out where it is long."""
        if not text or area.width() <= 0:
            return
        painter.setFont(font)
        painter.setPen(self._appearance.colour(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        to_right = direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            QStyle.visualRect(direction, whole, area),
            int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine),
            isolated(shown),
        )

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        flags: QStyle.StateFlag,
        direction: Qt.LayoutDirection,
        share: float,
    ) -> None:
        look = self._appearance
        whole = QRectF(rect).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if flags & QStyle.StateFlag.State_Selected:
            painter.setBrush(look.colour("selection"))
            painter.drawRoundedRect(whole, 4, 4)
        elif flags & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(whole, 4, 4)
        if share > 0:
            bar = QRect(rect.left(), rect.top() + 2, max(3, round(rect.width() * share)), 0)
            bar.setHeight(rect.height() - 4)
            painter.setBrush(look.colour("share"))
            painter.drawRoundedRect(QStyle.visualRect(direction, rect, bar), 4, 4)
        if flags & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRoundedRect(whole, 4, 4)


def _width(painter: QPainter, font: QFont, text: str) -> int:
    """The room that ``text`` needs, its isolating marks too."""
    painter.setFont(font)
    return painter.fontMetrics().horizontalAdvance(isolated(text)) + 2 if text else 0
