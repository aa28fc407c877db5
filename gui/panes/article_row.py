"""How one hit is drawn: title, star, meta, two lines of snippet, highlights on the letters."""

from collections import OrderedDict
from dataclasses import dataclass

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
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.appearance import Appearance
from gui.models.article_list_model import HitRole
from gui.panes.marking import fill, paint_spans, paint_star, utf16_spans
from gui.wording import Wording, is_right_to_left, isolated
from newsarchive.search.query import Hit, Snippet

MARGIN = 16
EDGE = 3
TOP = 10
KEPT = 400
LONGEST_LINE = 300  # characters: more are never seen, so they are never shaped
ELLIPSIS = "…"
STAR_SIDE, STAR_GAP = 24, 4
NOTE_SIGN = "✎"


@dataclass(frozen=True, slots=True)
class Laid:
    """A text laid out in lines, and the spans of it to highlight, in UTF-16 units."""

    layout: QTextLayout
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """The three texts of one hit."""

    title: Laid
    meta: Laid
    snippet: Laid


class ArticleRow(QStyledItemDelegate):
    """Paints hits from layouts it keeps; a hit that has not arrived is two quiet bars.

    Attributes:
        is_first_look: no row is selected or under the pointer yet; asking which costs a start
            more than painting them all, for PySide makes everything about styles ready.
    """

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._wording = wording
        self.is_first_look = False
        self._rows: OrderedDict[tuple[Hit, int], Row] = OrderedDict()
        appearance.changed.connect(self._rows.clear)

    @property
    def height(self) -> int:
        """The height of every row."""
        return self._appearance.measure("list_row")

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Any width, the fixed height."""
        return QSize(100, self.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        look = self._appearance
        rect: QRect = option.rect
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        selected, hovered = (False, False) if self.is_first_look else _state(option)
        if selected:
            fill(painter, rect, look.colour("selection"))
            x = rect.right() - EDGE + 1 if right_to_left else rect.left()
            fill(painter, QRect(x, rect.top(), EDGE, rect.height()), look.colour("accent"))
        elif hovered:
            fill(painter, rect, look.colour("hover"))
        margin = look.px(MARGIN)
        rule = QRect(rect.left() + margin, rect.bottom(), rect.width() - 2 * margin, 1)
        fill(painter, rule, look.colour("hairline"))
        hit = index.data(HitRole)
        area = rect.adjusted(margin, look.px(TOP), -margin, 0)
        if hit is None:
            self._paint_waiting(painter, area, right_to_left=right_to_left)
            return
        if hit.marks.starred or selected or hovered:
            star = self.star_area(rect, hit, right_to_left=right_to_left)
            paint_star(painter, star, look.colour("accent"), filled=hit.marks.starred)
        row = self._row(hit, area.width(), right_to_left=right_to_left)
        y = area.top()
        for laid, role, ink, lines in (
            (row.title, "list_title", "ink", 1),
            (row.meta, "small", "muted", 1),
            (row.snippet, "list_snippet", "muted" if is_blank(hit) else "ink", 2),
        ):
            origin = QPointF(area.left(), y)
            paint_spans(painter, laid.layout, origin, laid.spans, look.colour("highlight"))
            painter.setPen(look.colour(ink))
            laid.layout.draw(painter, origin)
            y += look.line_height(role) * lines

    def star_area(self, rect: QRect, hit: Hit, *, right_to_left: bool) -> QRect:
        """Where the star of a row stands, and is clicked: at the far end of its title.

        So an Arabic title begins where its text does, in an English window too.
        """
        look = self._appearance
        side = look.px(STAR_SIDE)
        left = rect.left() + look.px(MARGIN) - look.px(STAR_GAP)
        if not is_right_to_left(hit.title.text, right_to_left):
            left = rect.right() - look.px(MARGIN) + look.px(STAR_GAP) - side
        return QRect(left, rect.top() + look.px(TOP), side, side)

    def _paint_waiting(self, painter: QPainter, area: QRect, *, right_to_left: bool) -> None:
        look = self._appearance
        for top, share in ((6, 0.6), (34, 0.3), (56, 0.9)):
            width = area.width() * share
            x = area.right() - width if right_to_left else area.left()
            bar = QRectF(x, area.top() + look.px(top), width, look.px(10))
            fill(painter, bar, look.colour("hairline"))

    def _row(self, hit: Hit, width: int, *, right_to_left: bool) -> Row:
        key = (hit, width)
        row = self._rows.get(key)
        if row is not None:
            self._rows.move_to_end(key)
            return row
        to_right = is_right_to_left(hit.title.text, right_to_left)
        star = self._appearance.px(STAR_SIDE)
        indent = star if to_right else 0
        snippet = Snippet(self.tr("صورة لم يُقرأ ما فيها من نص")) if is_blank(hit) else hit.snippet
        row = Row(
            self._laid(hit.title, "list_title", width - star, 1, to_right, to_right, indent),
            self._laid(Snippet(self.meta(hit)), "small", width, 1, right_to_left, to_right),
            self._laid(snippet, "list_snippet", width, 2, to_right, to_right),
        )
        self._rows[key] = row
        if len(self._rows) > KEPT:
            self._rows.popitem(last=False)
        return row

    def meta(self, hit: Hit) -> str:
        """Date, paper, number of copies, section and tags of a hit in one line."""
        turned = "\u200e" if self._wording.language == "en" else "\u200f"
        tags = "  ".join(f"#{tag}" for tag in hit.marks.tags)
        noted = NOTE_SIGN if hit.marks.note else ""
        copies = f"{turned}✦ ×{self._wording.number(hit.copies)}" if hit.copies > 1 else ""
        parts = (self._wording.short(hit.published), hit.outlet, copies, hit.section, tags, noted)
        return "  ·  ".join(isolated(part) for part in parts if part)

    def _laid(
        self,
        snippet: Snippet,
        role: str,
        width: int,
        lines: int,
        rtl: bool,
        to_right: bool,
        indent: int = 0,
    ) -> Laid:
        """A text set in lines; ``rtl`` is its direction, ``to_right`` the edge it starts from.

        ``indent`` is the room left free at its left.
        """
        text = " ".join(snippet.text.split("\n"))
        font = self._appearance.font(role)
        pitch = self._appearance.line_height(role)
        measure = Measure(width, lines, pitch, rtl, to_right, indent)
        layout, end = lay_out(text, font, measure)
        if end < len(text):
            text = _cut(text[:end], font, width, layout)
            layout, _ = lay_out(text, font, measure)
        kept = len(text.removesuffix(ELLIPSIS))
        spans = ((start, min(end, kept)) for start, end in snippet.highlights if start < kept)
        return Laid(layout, tuple(utf16_spans(text, spans)))


def _state(option: QStyleOptionViewItem) -> tuple[bool, bool]:
    """Whether a row is selected, and whether it is under the pointer."""
    from PySide6.QtWidgets import QStyle

    state: QStyle.StateFlag = option.state
    flags = QStyle.StateFlag
    return bool(state & flags.State_Selected), bool(state & flags.State_MouseOver)


def is_blank(hit: Hit) -> bool:
    """Whether a hit is a picture with no text to show of it."""
    return hit.unread and not hit.snippet.text


@dataclass(frozen=True, slots=True)
class Measure:
    """The room of a text: pixels and lines, ``pitch`` pixels apart.

    ``rtl`` is the direction of the sentence, ``to_right`` the edge it starts from: a QTextLayout
    aligns by absolute edges.
    """

    width: int
    lines: int
    pitch: int
    rtl: bool
    to_right: bool
    indent: int = 0


def lay_out(text: str, font: QFont, measure: Measure) -> tuple[QTextLayout, int]:
    """As much of ``text`` as its room holds, and how many characters that is."""
    option = QTextOption(
        Qt.AlignmentFlag.AlignRight if measure.to_right else Qt.AlignmentFlag.AlignLeft
    )
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if measure.rtl else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    seen = text[: measure.lines * LONGEST_LINE]
    layout = QTextLayout(seen, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    metrics = QFontMetricsF(font)
    base = (measure.pitch - metrics.height()) / 2 + metrics.ascent()
    end = 0
    layout.beginLayout()
    for number in range(measure.lines):
        line = layout.createLine()
        if not line.isValid():
            end = len(text)
            break
        line.setLineWidth(measure.width)
        line.setPosition(QPointF(measure.indent, number * measure.pitch + base - line.ascent()))
        end = line.textStart() + line.textLength()
    layout.endLayout()
    units = len(seen.encode("utf-16-le")) // 2
    if end >= units and len(seen) == len(text):
        return layout, len(text)
    return layout, len(seen.encode("utf-16-le")[: end * 2].decode("utf-16-le", "ignore"))


def _cut(text: str, font: QFont, width: int, layout: QTextLayout) -> str:
    """``text`` shortened at a word so that an ellipsis still fits in its last line."""
    last = layout.lineAt(layout.lineCount() - 1)
    room = width - last.naturalTextWidth()
    text = text.rstrip()
    if room < QFontMetricsF(font).horizontalAdvance(ELLIPSIS) + 1:
        space = text.rfind(" ")
        text = text[:space] if space > 0 else text[:-2]
    return text.rstrip(" ،,.؛:") + ELLIPSIS
