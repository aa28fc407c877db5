"""What the archive knows of one person, organisation or place, over the article pane."""

import datetime as dt
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import Appearance
from gui.describing import author, correction_text, kind_name, reason
from gui.entities import Dossier, Proposed
from gui.icons import icon, pixmap
from gui.models.line_model import Line
from gui.panes.line_section import LineSection
from gui.panes.timeline import Timeline
from gui.panes.wrapped import Wrapped
from gui.subject import Subject
from gui.wording import Wording, isolated, led
from newsarchive.article import EntityKind
from newsarchive.correction import Beside, Card, MadeCorrection, Office, Proposal
from newsarchive.search.query import MonthCount

LEAST_MARGIN, TOP, BOTTOM = 24, 24, 64
SIDE_BY_SIDE = 560  # pixels at 100 %: below, who appears with it stands in one column
MOST_NAMES = 60


class EntityPage(QScrollArea):
    """Shows a dossier and tells what is wanted of it; every part can be reached by key."""

    subjectWanted = Signal(object)
    articleWanted = Signal(int)
    articlesWanted = Signal(object, object, object)
    menuWanted = Signal(object, QPoint)
    proposalJudged = Signal(object, bool)
    undoWanted = Signal(object)

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("articlePane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._appearance, self._wording = appearance, wording
        self._subject: Subject | None = None
        self._card: Card | None = None
        self._body = QWidget(self)
        self._body.setObjectName("articlePane")
        self._drawing, self._kicker = QLabel(self._body), QLabel(self._body)
        self.title, self._meta, self._names = (Wrapped(parent=self._body) for _ in range(3))
        self._names_title = QLabel(self.tr("الأسماء"), self._body)
        self.articles = QPushButton(self._body)
        self.correct = QPushButton(self.tr("تصحيح"), self._body)
        self.timeline = Timeline(appearance, wording, self._body)
        self.sections = self._sections()
        self._company = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._column = QVBoxLayout(self._body)
        self._place()
        self._connect()
        appearance.changed.connect(self._dress)
        self._dress()  # before setWidget: Qt forgets fonts set between that and a new parent
        self.setWidget(self._body)

    def _sections(self) -> dict[str, LineSection]:
        titles = (
            ("proposals", self.tr("قد يكون الاسم نفسه"), True),
            ("offices", self.tr("المناصب"), False),
            ("titles", self.tr("الألقاب"), False),
            (EntityKind.PERSON.value, self.tr("مع أشخاص"), False),
            (EntityKind.ORGANISATION.value, self.tr("مع مؤسسات"), False),
            (EntityKind.PLACE.value, self.tr("مع أماكن"), False),
            ("corrections", self.tr("التصحيحات السارية"), True),
        )
        look, wording = self._appearance, self._wording
        return {
            name: LineSection(title, look, wording, self._body, tall=tall)
            for name, title, tall in titles
        }

    def _place(self) -> None:
        head, acts = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._drawing)
        head.addWidget(self._kicker, 1)
        acts.setSpacing(8)
        for button in (self.articles, self.correct):
            button.setAutoDefault(False)
            acts.addWidget(button)
        acts.addStretch(1)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        for label in (self.title, self._meta):
            self._column.addWidget(label)
        self._column.addSpacing(8)
        self._column.addLayout(acts)
        self._column.addSpacing(16)
        self._column.addWidget(self.timeline)
        self._column.addSpacing(12)
        self._column.addWidget(self._names_title)
        self._column.addWidget(self._names)
        for name in ("proposals", "offices", "titles"):
            self._column.addWidget(self.sections[name])
        self._company.setSpacing(16)
        for kind in EntityKind:
            self._company.addWidget(self.sections[kind.value], 1)
        self._column.addLayout(self._company)
        self._column.addWidget(self.sections["corrections"])
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.articles.clicked.connect(lambda: self._want_articles(None, None))
        self.correct.clicked.connect(self._want_own_menu)
        self.timeline.rangeChosen.connect(self._want_articles)
        for kind in EntityKind:
            self.sections[kind.value].chosen.connect(
                lambda subject, _: self.subjectWanted.emit(subject)
            )
            self.sections[kind.value].menuWanted.connect(self.menuWanted)
        for name in ("offices", "titles"):
            self.sections[name].chosen.connect(self._open_office)
            self.sections[name].menuWanted.connect(self._show_office_menu)
        for section in self.sections.values():
            section.rowReached.connect(self._show_row)
        for signal in ("chosen", "menuWanted"):
            getattr(self.sections["proposals"], signal).connect(self._show_proposal_menu)
            getattr(self.sections["corrections"], signal).connect(self._show_correction_menu)

    @property
    def subject(self) -> Subject | None:
        """Whose page it is."""
        return self._subject

    @property
    def current(self) -> Subject | None:
        """Who or what of those that appear with it has the focus."""
        for kind in EntityKind:
            section = self.sections[kind.value]
            line = section.model.line(section.view.currentIndex())
            if section.view.hasFocus() and line is not None:
                found: Subject = line.about
                return found
        return None

    def begin(self, subject: Subject) -> None:
        """Show whose page it will be; what is known of it comes later."""
        if subject == self._subject:
            return
        self._subject, self._card = subject, None
        self._say_who(subject)
        self._meta.clear()
        for widget in (self.articles, self.correct, self.timeline, self._names, self._names_title):
            widget.hide()
        for section in self.sections.values():
            section.show_lines(())
        self.verticalScrollBar().setValue(0)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is known."""
        card = dossier.card
        self._subject, self._card = dossier.subject, card
        self._say_who(dossier.subject)
        self._say_meta(card)
        self.articles.setText(self.tr("المقالات"))
        self.articles.setEnabled(card.articles > 0)
        for button in (self.articles, self.correct):
            button.show()
        counts = tuple(MonthCount(month, count) for month, count in card.months)
        self.timeline.show_months(counts, whole=True)
        self.timeline.setVisible(len(counts) > 1)
        self._say_names(card)
        offices = [(self._office_line(office), office.is_title) for office in card.offices]
        for name, is_title in (("offices", False), ("titles", True)):
            self.sections[name].show_lines([one for one, kind in offices if kind == is_title])
        for kind in EntityKind:
            found = [one for one in card.beside if one.kind is kind]
            self.sections[kind.value].show_lines([self._beside_line(one) for one in found])
        self.sections["corrections"].show_lines(
            [self._correction_line(made) for made in dossier.corrections]
        )

    def show_proposals(self, proposed: Proposed) -> None:
        """Show which names it may be one with."""
        if self._card is None or proposed.about != self._card.name:
            return
        lines = [self._proposal_line(one, proposed.about) for one in proposed.proposals]
        self.sections["proposals"].show_lines(lines)

    def focus_first(self) -> None:
        """Go to what Enter does first."""
        target = self.articles if self.articles.isVisible() else self.correct
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_who(self, subject: Subject) -> None:
        look = self._appearance
        self._kicker.setText(kind_name(subject.kind))
        size = QSize(look.px(16), look.px(16))
        ratio = self.devicePixelRatioF()
        self._drawing.setPixmap(pixmap(subject.kind.value, look.colour("accent"), size, ratio))
        self.title.setText(subject.name)

    def _say_meta(self, card: Card) -> None:
        parts = [
            self.tr("%1 مقال", "", card.articles).replace("%1", self._wording.number(card.articles))
        ]
        if card.months:
            parts.append(self._months(card.months[0][0], card.months[-1][0]))
        if card.is_hidden:
            parts.append(self.tr("لا يظهر في المرشحات"))
        self._meta.setText(self._led("  ·  ".join(isolated(part) for part in parts)))

    def _months(self, first: str, last: str) -> str:
        wording = self._wording
        one, other = (wording.month(int(m[:4]), int(m[5:7])) for m in (first, last))
        return one if one == other else f"{one} – {other}"

    def _say_names(self, card: Card) -> None:
        number = self._wording.number
        shown = card.names[:MOST_NAMES]
        counted = (f"{isolated(name)} ({number(uses)})" for name, uses in shown if uses)
        short = (name for name, uses in shown if not uses)
        named = (*map(self._led, counted), *short)
        self._names.setText(self._led(self._wording.listed(named)))
        several = len(card.names) > 1
        self._names.setVisible(several)
        self._names_title.setVisible(several)

    def _led(self, text: str) -> str:
        return led(text, right_to_left=self.isRightToLeft())

    def _days(self, office: Office) -> str:
        if office.first is None or office.last is None:
            return ""
        if office.first == office.last:
            return self._wording.day(office.first)
        return self._months(office.first.isoformat(), office.last.isoformat())

    def _office_line(self, office: Office) -> Line:
        number = self._wording.number(office.articles)
        return Line(office.text, self._days(office), number, about=office)

    def _beside_line(self, one: Beside) -> Line:
        whole = self._card.articles if self._card else 0
        share = one.articles / whole if whole else 0.0
        number = self._wording.number(one.articles)
        return Line(one.name, "", number, min(1.0, share), Subject(one.kind, one.name))

    def _proposal_line(self, one: Proposal, name: str) -> Line:
        other, count = (one.into, one.into_articles) if one.name == name else (
            one.name, one.articles
        )  # fmt: skip
        note = self._wording.listed((reason(one.reason), *one.shared[:2]))
        return Line(other, note, self._wording.number(count), about=one)

    def _correction_line(self, made: MadeCorrection) -> Line:
        day = self._wording.day(made.made_at.date())
        note = f"{isolated(author(made))} · {isolated(day)}"
        return Line(correction_text(made.correction), note, about=made)

    @Slot(object, object)
    def _want_articles(self, since: dt.date | None, until: dt.date | None) -> None:
        if self._subject is not None:
            self.articlesWanted.emit(self._subject, since, until)

    @Slot()
    def _want_own_menu(self) -> None:
        if self._subject is not None:
            corner = self.correct.rect().bottomLeft()
            if self.isRightToLeft():
                corner = self.correct.rect().bottomRight()
            self.menuWanted.emit(self._subject, self.correct.mapToGlobal(corner))

    @Slot(QPoint, int)
    def _show_row(self, middle: QPoint, height: int) -> None:
        place = self._body.mapFromGlobal(middle)
        self.ensureVisible(place.x(), place.y(), 0, height)

    @Slot(object, QPoint)
    def _open_office(self, office: Office, where: QPoint) -> None:
        """Straight to the article where one alone prints it."""
        if len(office.examples) == 1:
            self.articleWanted.emit(office.examples[0])
        else:
            self._show_office_menu(office, where)

    @Slot(object, QPoint)
    def _show_office_menu(self, office: Office, where: QPoint) -> None:
        ends = ((self.tr("أول مقال: %1"), office.first), (self.tr("آخر مقال: %1"), office.last))
        entries = [
            (text.replace("%1", self._wording.day(day) if day else self.tr("بلا تاريخ")), number)
            for (text, day), number in zip(ends, office.examples, strict=False)
        ]
        self._pop_up(where, [(text, self._opening(number)) for text, number in entries])

    def _opening(self, number: int) -> Callable[[], None]:
        return lambda: self.articleWanted.emit(number)

    @Slot(object, QPoint)
    def _show_proposal_menu(self, one: Proposal, where: QPoint) -> None:
        name = self._subject.name if self._subject else ""
        other = one.into if one.name == name else one.name
        judged = self.proposalJudged
        self._pop_up(
            where,
            (
                (self.tr("هما واحد: دمج…"), lambda: judged.emit(one, True)),
                (self.tr("اسمان مختلفان"), lambda: judged.emit(one, False)),
                (self.tr("صفحة الاسم"), lambda: self.subjectWanted.emit(Subject(one.kind, other))),
            ),
        )

    @Slot(object, QPoint)
    def _show_correction_menu(self, made: MadeCorrection, where: QPoint) -> None:
        self._pop_up(where, ((self.tr("تراجع عن هذا"), lambda: self.undoWanted.emit(made)),))

    def _pop_up(self, where: QPoint, entries: Iterable[tuple[str, Callable[[], None]]]) -> None:
        menu = QMenu(self)
        for text, act in entries:
            action = QAction(text, menu)
            action.triggered.connect(lambda _=False, act=act: act())
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)
        menu.setActiveAction(menu.actions()[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text no wider than one reads well."""
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        look = self._appearance
        free = self.viewport().width() - look.measure("measure")
        side = max(look.px(LEAST_MARGIN), free // 2)
        self._column.setContentsMargins(side, look.px(TOP), side, look.px(BOTTOM))
        wide = self.viewport().width() - 2 * side >= look.px(SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._company.setDirection(across if wide else down)

    @Slot()
    def _dress(self) -> None:
        look = self._appearance
        edge = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        fonts = {
            self._kicker: "kicker", self.title: "title", self._meta: "interface",
            self._names_title: "strong", self._names: "interface",
        }  # fmt: skip
        for label, role in fonts.items():
            label.setFont(look.font(role))
            label.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        self._kicker.setStyleSheet(f"color: {look.colours.accent}")
        self._meta.setObjectName("quietLabel")
        self._names.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.correct.setIcon(icon("down", look.colour("muted"), look.px(12)))
        self.correct.setIconSize(QSize(look.px(12), look.px(12)))
        # The arrow stands behind the word, where Qt puts it before it.
        self.correct.setLayoutDirection(_LTR if self.isRightToLeft() else _RTL)
        if self._subject is not None:
            self._say_who(self._subject)
        self._set_margins()


_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
