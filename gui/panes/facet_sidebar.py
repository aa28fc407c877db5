"""Saved searches, and the ways to narrow: dates, tags, persons, bodies, sections, places."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.answers import Counted, Days, Values
from gui.appearance import Appearance
from gui.icons import icon
from gui.panes.facet_section import FacetSection
from gui.panes.saved_section import SavedSection
from gui.panes.timeline import Timeline
from gui.wording import Wording, isolated
from newsarchive.search.query import Facet, Query


class FacetSidebar(QScrollArea):
    """Shows counts and tells what was chosen."""

    cycled = Signal(object, str)
    excluded = Signal(object, str)
    sought = Signal(object, str)
    allWanted = Signal(object)
    menuWanted = Signal(object, str, QPoint)
    rangeChosen = Signal(object, object)
    daysWanted = Signal(object, object)

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._appearance = appearance
        body = QWidget(self)
        self._date_title = QLabel(self.tr("التاريخ"), body)
        body.setObjectName("facetBody")
        self.timeline = Timeline(appearance, wording, body)
        self.timeline.rangeChosen.connect(self.rangeChosen)
        self.timeline.daysWanted.connect(self.daysWanted)
        self.timeline.zoomed.connect(self._show_zoom)
        self.closer = self._button(self.tr("تقريب المدة (+)"), self.timeline.zoom_in, body)
        self.farther = self._button(self.tr("إبعاد المدة (−)"), self.timeline.zoom_out, body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 12, 0, 16)
        column.setSpacing(0)
        self.saved = SavedSection(appearance, wording, body)
        column.addWidget(self.saved)
        dates = QVBoxLayout()
        dates.setContentsMargins(16, 0, 16, 4)
        dates.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._date_title, 1)
        head.addWidget(self.farther)
        head.addWidget(self.closer)
        dates.addLayout(head)
        dates.addWidget(self.timeline)
        column.addLayout(dates)
        self.sections: dict[Facet, FacetSection] = {}
        for facet, title in (
            (Facet.TAG, self.tr("الوسوم")),
            (Facet.PERSON, self.tr("الأشخاص")),
            (Facet.ORGANISATION, self.tr("المؤسسات")),
            (Facet.SECTION, self.tr("الأقسام")),
            (Facet.PLACE, self.tr("الأماكن")),
            (Facet.SOURCE, self.tr("المصادر")),
        ):
            section = FacetSection(facet, title, appearance, wording, body)
            section.cycled.connect(self.cycled)
            section.excluded.connect(self.excluded)
            section.sought.connect(self.sought)
            section.allWanted.connect(self.allWanted)
            section.menuWanted.connect(self.menuWanted)
            section.hide()
            self.sections[facet] = section
            column.addWidget(section)
        column.addStretch(1)
        appearance.changed.connect(self._dress)
        self._dress()  # before setWidget: Qt forgets fonts set between that and a new parent
        self.setWidget(body)

    @staticmethod
    def _button(text: str, pressed: Callable[[], None], body: QWidget) -> QToolButton:
        button = QToolButton(body)
        button.setObjectName("quiet")
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(pressed)
        return button

    def _show_zoom(self) -> None:
        self.closer.setEnabled(self.timeline.can_zoom_in)
        self.farther.setEnabled(self.timeline.can_zoom_out)
        title, seen = self.tr("التاريخ"), self.timeline.seen
        self._date_title.setText(f"{title} · {isolated(seen)}" if seen else title)

    def show_days(self, days: Days) -> None:
        """Show the counts of the days that the timeline asked for."""
        self.timeline.show_days(days.counts)

    def show_counts(self, counted: Counted) -> None:
        """Show the counts of a query."""
        query, facets = counted.query, counted.facets
        whole = not (query.text.strip() or query.choices)
        self.timeline.show_months(facets.months, whole=whole)
        self.timeline.show_range(query.since, query.until)
        self._show_zoom()
        for facet, section in self.sections.items():
            section.show_values(
                facets.values.get(facet, ()), facets.distinct.get(facet, 0), facets.total, query
            )

    def show_query(self, query: Query) -> None:
        """Mark at once what ``query`` chooses; its counts come later."""
        self.timeline.show_range(query.since, query.until)
        for section in self.sections.values():
            section.model.mark(query)

    def show_found(self, found: Values, query: Query) -> None:
        """Show the values that were sought within one facet."""
        self.sections[found.facet].show_found(found.values, query)

    @property
    def current(self) -> tuple[Facet, str] | None:
        """The facet and value that has the focus."""
        for facet, section in self.sections.items():
            index = section.view.currentIndex()
            if section.view.hasFocus() and index.isValid():
                return facet, str(index.data())
        return None

    def focus_first(self) -> None:
        """Go to the first list of values, or to the dates when there is none."""
        for section in self.sections.values():
            if section.isVisible():
                section.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.ensureWidgetVisible(section)
                return
        self.timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _dress(self) -> None:
        look = self._appearance
        self._date_title.setFont(look.font("strong"))
        for button, drawing in ((self.closer, "closer"), (self.farther, "farther")):
            button.setIcon(icon(drawing, look.colour("muted"), look.px(16)))
            button.setIconSize(QSize(look.px(16), look.px(16)))
