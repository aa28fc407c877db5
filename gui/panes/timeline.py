"""Articles over time, as bars to drag across; years, the months of a year, the days of a month."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.appearance import Appearance
from gui.panes.time_axis import (
    LEAST_MONTHS,
    Bar,
    Grain,
    bars,
    first_day,
    labels,
    last_day,
    month_number,
)
from gui.panes.time_drawing import Columns, paint_bars, paint_labels, paint_range
from gui.wording import Wording
from newsarchive.brief import Published
from newsarchive.search.query import MonthCount

AXIS = 20
GRIP = 5


class Timeline(QWidget):
    """A histogram; a drag, or the arrow keys, choose a range of whole bars.

    ``daysWanted`` asks for the counts of the days between two, both included.
    """

    rangeChosen = Signal(object, object)
    daysWanted = Signal(object, object)
    zoomed = Signal()

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._wording = wording
        self._months: dict[int, int] = {}
        self._ground: dict[int, int] = {}
        self._days: dict[int, int] = {}
        self._grain = Grain.MONTH
        self._view: tuple[int, int] | None = None
        self._since: dt.date | None = None
        self._until: dt.date | None = None
        self._chosen: tuple[int, int] | None = None
        self._anchor: int | None = None
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("المقالات عبر الزمن"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        appearance.changed.connect(self._resized)

    def show_months(self, months: tuple[MonthCount, ...], *, whole: bool) -> None:
        """Show these counts; ``whole`` says that they are those of the whole archive."""
        counts = {
            int(m.month[:4]) * 12 + int(m.month[5:7]) - 1: m.count
            for m in months
            if m.month[:4].isdigit()
        }
        if whole:
            self._ground = counts
        self._months = counts
        self._ask_days()
        self._describe()
        self.update()

    def show_days(self, days: Mapping[dt.date, int]) -> None:
        """Show the counts that were asked for."""
        self._days = {date.toordinal(): count for date, count in days.items()}
        self.update()

    def show_range(self, since: dt.date | None, until: dt.date | None) -> None:
        """Show the range that the query has."""
        self._since, self._until = since, until
        if since is None and until is None:
            self._chosen = None
        else:
            first, last = self._extent()
            self._chosen = (
                self._grain.number(since) if since else first,
                self._grain.number(until) if until else last,
            )
        self._describe()
        self.update()

    @property
    def can_zoom_in(self) -> bool:
        """Whether there is something closer to see."""
        return bool(self._months) and self._grain is Grain.MONTH

    @property
    def can_zoom_out(self) -> bool:
        """Whether not all is seen."""
        return self._view is not None

    @property
    def seen(self) -> str:
        """The month or the years that are seen, in words; "" for all."""
        if self._view is None:
            return ""
        first, last = map(self._grain.first, self._view)
        if self._grain is Grain.DAY:
            return self._wording.month(first.year, first.month)
        years = dict.fromkeys((first.year, last.year))
        return " – ".join(self._wording.plain(year) for year in years)

    def zoom_in(self) -> None:
        """From all to the years of the range, from those to the days of its first month.

        Without a range, to what is under the pointer, else to the latest.
        """
        if not self.can_zoom_in:
            return
        low, high = self._aim()
        if self._view is None and self._extent()[1] - self._extent()[0] >= 12:
            self._look_at((low - low % 12, high - high % 12 + 11), Grain.MONTH)
        else:
            first, last = first_day(low), last_day(low)
            self._look_at((first.toordinal(), last.toordinal()), Grain.DAY)

    def zoom_out(self) -> None:
        """From days to their year, from that to all."""
        if self._view is None:
            return
        if self._grain is Grain.DAY:
            month = month_number(dt.date.fromordinal(self._view[0]))
            self._look_at((month - month % 12, month - month % 12 + 11), Grain.MONTH)
        else:
            self._look_at(None, Grain.MONTH)

    def _aim(self) -> tuple[int, int]:
        """The months that are meant."""
        first, last = self._extent()
        if self._chosen is not None:
            low, high = (min(max(number, first), last) for number in self._chosen)
            return low, high
        shown = self._bars(self._counts)
        if self._hovered is not None and self._hovered < len(shown):
            bar = shown[self._hovered]
            return bar.first, bar.first + bar.months - 1
        latest = max((n for n in self._months if first <= n <= last), default=last)
        return latest, latest

    def _look_at(self, view: tuple[int, int] | None, grain: Grain) -> None:
        self._view, self._grain = view, grain
        self._hovered, self._days = None, {}
        self.show_range(self._since, self._until)
        self._ask_days()
        self.zoomed.emit()

    def _ask_days(self) -> None:
        if self._grain is Grain.DAY and self._view is not None:
            first, last = map(dt.date.fromordinal, self._view)
            self.daysWanted.emit(first, last)

    @property
    def _counts(self) -> dict[int, int]:
        if self._grain is Grain.DAY:
            return self._days
        if self._view is None:
            return self._months
        first, last = self._view
        return {number: count for number, count in self._months.items() if first <= number <= last}

    def sizeHint(self) -> QSize:
        """As high as the tokens say."""
        return QSize(200, self._appearance.measure("histogram") + self._appearance.px(AXIS))

    def minimumSizeHint(self) -> QSize:
        """Narrower than the hint, never lower."""
        return QSize(120, self.sizeHint().height())

    def _extent(self) -> tuple[int, int]:
        if self._view is not None:
            return self._view
        known = self._ground or self._months
        if not known:
            return 0, -1
        first, last = min((*known, *self._months)), max((*known, *self._months))
        if last - first < LEAST_MONTHS:
            return first - first % 12, last - last % 12 + 11
        return first, last

    def _bars(self, months: dict[int, int]) -> list[Bar]:
        first, last = self._extent()
        return bars(months, first, last, self.width()) if last >= first else []

    def _columns(self, count: int) -> Columns:
        height = self.height() - self._appearance.px(AXIS)
        return Columns(count, self.width(), height, self.isRightToLeft())

    def _month_at(self, x: float) -> int | None:
        return self._columns(len(self._bars(self._counts))).at(x)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, bars, range, years."""
        painter = QPainter(self)
        look = self._appearance
        shown, ground = self._bars(self._counts), self._bars(self._ground)
        columns = self._columns(len(shown))
        chosen = self._chosen_of(shown)
        marked, quiet, lively = {*chosen, self._hovered}, look.colour("bar"), look.colour("accent")
        if self._grain is Grain.MONTH and self._months != self._ground:
            behind = look.colour("bar_ground")
            paint_bars(painter, self._columns(len(ground)), ground, lambda _: behind)
        paint_range(painter, columns, chosen, look)
        paint_bars(painter, columns, shown, lambda number: lively if number in marked else quiet)
        painter.fillRect(QRectF(0, columns.height, self.width(), 1), look.colour("hairline"))
        paint_labels(painter, columns, self._labels(shown), self.height() - 5, look)
        if self.hasFocus():
            painter.setPen(look.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _chosen_of(self, shown: list[Bar]) -> list[int]:
        """The numbers of the bars that the range holds."""
        return [number for number, bar in enumerate(shown) if self._is_chosen(bar)]

    def _is_chosen(self, bar: Bar) -> bool:
        if self._chosen is None:
            return False
        first, last = self._chosen
        return bar.first <= last and bar.first + bar.months > first

    def _labels(self, shown: list[Bar]) -> list[tuple[int, str]]:
        room = max(1, self.width() // (self.fontMetrics().horizontalAdvance("00000") + 8))
        near = self._view is not None
        return labels(shown, self._grain, self._wording, room, is_near=near)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a range; Shift, or a press on a handle, moves the nearer end."""
        number = self._month_at(event.position().x())
        if number is None or event.button() != Qt.MouseButton.LeftButton:
            return
        shown = self._bars(self._counts)
        self._anchor = number
        chosen = self._chosen_of(shown)
        if chosen and (self._near_handle(event.position().x(), chosen) or _shift(event)):
            nearer_first = abs(number - chosen[0]) <= abs(number - chosen[-1])
            self._anchor = chosen[-1] if nearer_first else chosen[0]
        self._drag_to(number)

    def _near_handle(self, x: float, chosen: list[int]) -> bool:
        columns = self._columns(len(self._bars(self._counts)))
        first, last = columns.rect(chosen[0]), columns.rect(chosen[-1])
        edges = (first.left(), first.right(), last.left(), last.right())
        return min(abs(x - min(edges)), abs(x - max(edges))) <= GRIP

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Widen the range, or say what is under the pointer."""
        number = self._month_at(event.position().x())
        if number is None:
            return
        if self._anchor is not None:
            self._drag_to(number)
        elif number != self._hovered:
            self._hovered = number
            self.update()
        bar = self._bars(self._counts)[number]
        QToolTip.showText(event.globalPosition().toPoint(), self._bar_text(bar), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the range."""
        if self._anchor is not None:
            self._anchor = None
            self._choose()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the range back."""
        self._anchor = None
        self.rangeChosen.emit(None, None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms; without, the sidebar scrolls."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.angleDelta().y() > 0:
            self.zoom_in()
        else:
            self.zoom_out()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hovered = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the range, with Shift its later end; + and − zoom; Delete takes it back."""
        forwards = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        shown = self._bars(self._counts)
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and shown:
            self._move(1 if event.key() == forwards else -1, widen=_shift(event))
        elif event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_in()
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_out()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._chosen:
            self.rangeChosen.emit(None, None)
        else:
            super().keyPressEvent(event)

    def _move(self, step: int, *, widen: bool) -> None:
        shown = self._bars(self._counts)
        grain = shown[0].months
        first, last = self._extent()
        if self._chosen is None:
            start = shown[-1].first if step < 0 else shown[0].first
            self._chosen = (start, start + grain - 1)
        elif widen:
            low, high = self._chosen
            self._chosen = (low, max(low + grain - 1, min(high + step * grain, last)))
        else:
            low, high = self._chosen
            if low + step * grain <= last and high + step * grain >= first:
                self._chosen = (low + step * grain, high + step * grain)
        self._choose()

    def _drag_to(self, number: int) -> None:
        if self._anchor is None:
            return
        shown = self._bars(self._counts)
        low, high = sorted((self._anchor, number))
        self._chosen = (shown[low].first, shown[high].first + shown[high].months - 1)
        self.update()

    def _choose(self) -> None:
        if self._chosen is not None:
            first, last = self._chosen
            self.rangeChosen.emit(self._grain.first(first), self._grain.last(last))
        self.update()

    def _bar_text(self, bar: Bar) -> str:
        name = self._name(bar.first)
        if bar.months > 1:
            name = f"{name} – {self._name(bar.first + bar.months - 1)}"
        return f"{name}: {self._wording.number(bar.count)}"

    def _name(self, number: int) -> str:
        """A month or day in words, the day in both calendars where the reader wants them."""
        if self._grain is Grain.DAY:
            return self._wording.full(Published(dt.date.fromordinal(number)))
        return self._wording.month(number // 12, number % 12 + 1)

    def _describe(self) -> None:
        if self._chosen is None:
            self.setAccessibleDescription(self.tr("كل التواريخ"))
            return
        first, last = self._chosen
        text = self.tr("من %1 إلى %2").replace("%1", self._name(first))
        self.setAccessibleDescription(text.replace("%2", self._name(last)))

    @Slot()
    def _resized(self) -> None:
        self.updateGeometry()
        self.update()


def _shift(event: QMouseEvent | QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
