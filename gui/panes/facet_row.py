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
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.appearance import Appearance
from gui.models.facet_model import Role, State
from gui.wording import Wording, isolated
from newsarchive.article import STAR

Index = QModelIndex | QPersistentModelIndex
MARGIN, BOX, GAP = 16, 14, 8
_KEPT = 2_000
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT, _RIGHT = (
    int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)
TICK = ((0.24, 0.54), (0.43, 0.72), (0.77, 0.3))  # of the box


class FacetRow(QStyledItemDelegate):
    """Paints a row of the facet model, mirrored by the direction of its view."""

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._wording = wording
        self._set: dict[tuple[str, str, int], tuple[str, int]] = {}
        appearance.changed.connect(self._set.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Any width, the fixed height."""
        return QSize(100, self._appearance.measure("facet_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        look = self._appearance
        rect: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        state = State(index.data(Role.STATE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, option.state, direction, index.data(Role.SHARE))
        margin, box, gap = (look.px(n) for n in (MARGIN, BOX, GAP))
        left, right, top, height = (
            rect.left() + margin,
            rect.right() - margin,
            rect.top(),
            rect.height(),
        )
        square = QRect(left, rect.center().y() - box // 2, box, box)
        self._paint_state(painter, QStyle.visualRect(direction, rect, square), state)

        count, count_width = self._fit(self._wording.number(index.data(Role.COUNT)), "small", right)
        column = QRect(right - count_width + 1, top, count_width, height)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("muted"))
        painter.drawText(QStyle.visualRect(direction, rect, column), _CENTRE, count)

        role = "strong" if state == State.INCLUDED else "interface"
        left += box + gap
        area = QRect(left, top, column.left() - gap - left, height)
        name, _ = self._fit(self._name(index), role, area.width())
        painter.setFont(look.font(role))
        painter.setPen(look.colour("exclude" if state == State.EXCLUDED else "ink"))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        to_right = direction == Qt.LayoutDirection.RightToLeft
        side = _RIGHT if to_right else _LEFT
        painter.drawText(QStyle.visualRect(direction, rect, area), side, isolated(name))
        painter.restore()

    def _name(self, index: Index) -> str:
        name = str(index.data())
        return f"{STAR}  {self.tr('بنجمة')}" if name == STAR else name

    def _fit(self, text: str, role: str, width: int) -> tuple[str, int]:
        """As much of a text as has room, and how wide it is; kept, for one types on."""
        key = (text, role, width)
        fit = self._set.get(key)
        if fit is None:
            metrics = QFontMetrics(self._appearance.font(role))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            if len(self._set) >= _KEPT:
                self._set.clear()
            fit = self._set[key] = (shown, metrics.horizontalAdvance(shown))
        return fit

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
