"""A person or body as a small rounded chip that stands in a line of text."""

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from gui.appearance import Appearance
from gui.wording import isolated

CHIP = int(QTextFormat.ObjectTypes.UserObject) + 1
NAME = int(QTextFormat.Property.UserProperty) + 1
NOTE = NAME + 1
ROLE = NAME + 2
WIDTH = NAME + 3
CHARACTER = "\ufffc"
HEIGHT, LINE, PADDING, GAP = 26, 34, 10, 8
WIDEST = 420
_KEPT = 1_000


class ChipObject(QPyTextObject):
    """Draws characters of the CHIP object type: a name in ink and an office in muted."""

    def __init__(self, appearance: Appearance, document: QTextDocument) -> None:
        super().__init__(document)
        self._appearance = appearance
        self._widths: dict[tuple[str, str], float] = {}
        self._room = float("inf")
        appearance.changed.connect(self._widths.clear)

    def intrinsicSize(self, document: QTextDocument, place: int, style: QTextFormat) -> QSizeF:
        """Room for the chip and the gap after it; Qt asks many times over."""
        return QSizeF(min(style.doubleProperty(WIDTH), self._room), self._appearance.px(LINE))

    def fit(self, room: float) -> None:
        """Let no chip be wider than a line from now on; what is set already is laid out anew."""
        self._room = room

    def style(self, name: str, note: str, role: str, reference: str) -> QTextCharFormat:
        """The format of a chip's one character, its name in the font of ``role``.

        ``reference`` is what a click gives.
        """
        look = self._appearance
        width = self._width(role, name)
        if note:
            width += look.px(GAP) + self._width("small", note)
        width = min(width + 2 * look.px(PADDING), look.px(WIDEST))
        style = QTextCharFormat()
        style.setObjectType(CHIP)
        style.setProperty(NAME, name)
        style.setProperty(NOTE, note)
        style.setProperty(ROLE, role)
        style.setProperty(WIDTH, float(width + look.px(GAP)))  # a whole number would read as 0
        style.setAnchor(True)
        style.setAnchorHref(reference)
        style.setToolTip(f"{name}\n{note}" if note else name)
        return style

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        place: int,
        style: QTextFormat,
    ) -> None:
        """Draw the chip inside ``rect``, its gap at the trailing side."""
        look = self._appearance
        right_to_left = (
            document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
        )
        rect = QRectF(rect)
        box = QRectF(rect.x(), rect.y(), rect.width() - look.px(GAP), look.px(HEIGHT))
        if right_to_left:
            box.moveRight(rect.right())
        box.moveTop(rect.y() + (rect.height() - box.height()) / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("hairline"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        inner = box.adjusted(look.px(PADDING), 0, -look.px(PADDING), 0)
        name, role = str(style.property(NAME)), str(style.property(ROLE))
        width = min(self._width(role, name), inner.width())
        self._draw(painter, _part(inner, 0, width, right_to_left), role, "ink", name)
        note = str(style.property(NOTE) or "")
        rest = inner.width() - width - look.px(GAP)
        if note and rest >= min(self._width("small", note) - 1, look.px(24)):
            area = _part(inner, width + look.px(GAP), rest, right_to_left)
            self._draw(painter, area, "small", "muted", note)
        painter.restore()

    def _draw(self, painter: QPainter, area: QRectF, role: str, ink: str, text: str) -> None:
        font = self._appearance.font(role)
        painter.setFont(font)
        painter.setPen(self._appearance.colour(ink))
        if self._width(role, text) > area.width() + 1:
            metrics = QFontMetricsF(font)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), isolated(text))

    def _width(self, role: str, text: str) -> float:
        width = self._widths.get((role, text))
        if width is None:
            width = QFontMetricsF(self._appearance.font(role)).horizontalAdvance(text) + 1
            if len(self._widths) >= _KEPT:
                self._widths.clear()
            self._widths[role, text] = width
        return width


def _part(area: QRectF, start: float, width: float, right_to_left: bool) -> QRectF:
    """The piece of ``area`` that begins ``start`` after its leading edge."""
    x = area.right() - start - width if right_to_left else area.left() + start
    return QRectF(x, area.y(), width, area.height())
