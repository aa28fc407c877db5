"""How one facet value is drawn: state, name, count in its own column, a ground for its share."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.appearance import Appearance
from gui.models.facet_model import Role, State
from gui.wording import Wording, isolated
from newsarchive.article import STAR

Index = QModelIndex | QPersistentModelIndex
MARGIN, BOX, GAP = 16, 14, 8
TICK = ((0.24, 0.54), (0.43, 0.72), (0.77, 0.3))  # of the box


class FacetRow(QStyledItemDelegate):
    """Paints a row of the facet model, mirrored by the direction of its view."""

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._wording = wording

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Any width, the fixed height."""
        return QSize(100, self._appearance.measure("facet_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        look = self._appearance
        rect: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        state = State(index.data(Role.STATE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, flags, direction, float(index.data(Role.SHARE)))
        margin, box, gap = (look.px(n) for n in (MARGIN, BOX, GAP))
        inner = rect.adjusted(margin, 0, -margin, 0)
        square = QRect(inner.left(), rect.center().y() - box // 2, box, box)
        self._paint_state(painter, QStyle.visualRect(direction, rect, square), state)

        painter.setFont(look.font("small"))
        count = self._wording.number(index.data(Role.COUNT))
        count_width = painter.fontMetrics().horizontalAdvance(count)
        column = QRect(inner.right() - count_width + 1, rect.top(), count_width, rect.height())
        painter.setPen(look.colour("muted"))
        painter.drawText(
            QStyle.visualRect(direction, rect, column), Qt.AlignmentFlag.AlignCenter, count
        )

        painter.setFont(look.font("strong" if state == State.INCLUDED else "interface"))
        left = square.right() + 1 + gap
        name_area = QRect(left, rect.top(), column.left() - gap - left, rect.height())
        shown = str(index.data())
        if shown == STAR:
            shown = f"{STAR}  {self.tr('بنجمة')}"
        name = painter.fontMetrics().elidedText(
            shown, Qt.TextElideMode.ElideRight, name_area.width()
        )
        painter.setPen(look.colour("exclude" if state == State.EXCLUDED else "ink"))
        to_right = direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(
            QStyle.visualRect(direction, rect, name_area),
            int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine),
            isolated(name),
        )
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        flags: QStyle.StateFlag,
        direction: Qt.LayoutDirection,
        share: float,
    ) -> None:
        look = self._appearance
        if flags & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        inset = look.px(MARGIN - 6)
        whole = rect.adjusted(inset, 2, -inset, -2)
        start = look.px(MARGIN + BOX + GAP // 2)
        room = rect.width() - start - inset
        bar = QRect(rect.left() + start, whole.top(), max(3, round(room * share)), whole.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("share"))
        painter.drawRoundedRect(QStyle.visualRect(direction, rect, bar), 4, 4)
        if flags & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(whole).adjusted(1, 0, -1, 0), 4, 4)

    def _paint_state(self, painter: QPainter, square: QRect, state: State) -> None:
        look = self._appearance
        box = QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5)
        if state == State.OFF:
            painter.setPen(QPen(look.colour("bar"), 1))
            painter.setBrush(look.colour("page"))
            painter.drawRoundedRect(box, 3, 3)
            return
        colour = look.colour("include" if state == State.INCLUDED else "exclude")
        painter.setPen(QPen(colour, 1))
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 3, 3)
        pen = QPen(look.colour("on_accent"), max(1.6, box.width() / 8))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        points = ((0.26, 0.5), (0.74, 0.5)) if state == State.EXCLUDED else TICK
        painter.drawPolyline(
            [
                QPointF(box.x() + across * box.width(), box.y() + down * box.height())
                for across, down in points
            ]
        )
