"""The hits: how many, in which order, and the rows."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.answers import Total
from gui.appearance import Appearance
from gui.icons import icon
from gui.models.article_list_model import ArticleListModel
from gui.panes.article_row import ArticleRow
from gui.panes.list_view import ListView
from gui.wording import Wording
from newsarchive.search.query import Query, Results, Sort

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea

    from gui.panes.empty_state import EmptyState


_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


class Empty(Enum):
    """Why the list is empty."""

    NO_ARCHIVE = auto()
    NO_ARTICLES = auto()
    NO_RESULT = auto()


class ArticleList(QWidget):
    """Tells which article is current, when to read it, which order is wanted."""

    articleChosen = Signal(int)
    readWanted = Signal()
    deleteWanted = Signal()
    pageWanted = Signal(int)
    sortChosen = Signal(object)
    actionWanted = Signal(object)
    wayChosen = Signal(object)
    starWanted = Signal(int)
    menuWanted = Signal(QPoint)

    def __init__(
        self,
        model: ArticleListModel,
        appearance: Appearance,
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self._appearance = appearance
        self._wording = wording
        self._empty_reason = Empty.NO_ARCHIVE
        self._count = QLabel(self)
        self._total = ""
        self._sort = QPushButton(self)
        self._sort.setObjectName("quiet")
        self._sort.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # The arrow stands behind the words, where Qt puts it before them.
        self._sort.setLayoutDirection(_LTR if self.isRightToLeft() else _RTL)
        self._sort_actions = self._sort_menu()
        self._header = QWidget(self)
        self._header.setObjectName("listHeader")
        self._header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(self._header)
        line.setContentsMargins(16, 4, 16, 4)
        line.addWidget(self._count, 1)
        line.addWidget(self._sort)
        self._row = ArticleRow(appearance, wording, self)
        self.view = ListView(self)
        self.view.setAccessibleName(self.tr("قائمة المقالات"))
        self.view.setModel(model)
        self.view.setItemDelegate(self._row)
        self.view.starClicked.connect(self._star_clicked)
        self.view.menuWanted.connect(self.menuWanted)
        self._empty: EmptyState | None = None
        self._nothing: QScrollArea | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._stack, 1)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.selectionModel().selectionChanged.connect(self._show_count)
        self.view.readWanted.connect(self.readWanted)
        self.view.deleteWanted.connect(self.deleteWanted)
        self.view.pageWanted.connect(self.pageWanted)
        model.dataChanged.connect(self._rows_arrived)
        appearance.changed.connect(self._dress)
        self._dress()

    @property
    def empty(self) -> "EmptyState":
        """What stands where there are no rows; built when it is needed first.

        It lies in a place that large text scrolls in: the window must not grow when nothing is
        found. A start on an archive that has been open before does without it.
        """
        if self._empty is None:
            from gui.panes.empty_state import EmptyState, scrolled

            self._empty = EmptyState(self._appearance, self)
            self._empty.actionWanted.connect(lambda: self.actionWanted.emit(self._empty_reason))
            self._empty.wayChosen.connect(self.wayChosen)
            self._nothing = scrolled(self._empty, self)
            self._stack.addWidget(self._nothing)
        return self._empty

    @property
    def _has_rows(self) -> bool:
        return self._stack.currentWidget() is self.view

    def show_results(
        self,
        results: Results,
        article: int | None,
        *,
        keep: bool,
        again: bool = False,
        left: bool = False,
    ) -> None:
        """Show the first page.

        The open article stays current when it is on it; else the first becomes so, unless the
        open one is to be kept.

        Args:
            results: of the query.
            article: that is open.
            keep: the open one, though it is not among the results.
            again: the same query was shown before: what is in view stays there.
            left: some have left the list: in place of the open one the next becomes current.
        """
        bar, at = self.view.verticalScrollBar(), self.view.currentIndex().row()
        place = bar.value() if again else None
        before = self.model.loaded(at) if at >= 0 else None
        left = left and before is not None and before.id == article
        self.model.show(results)
        if results.is_counted:
            self._tell_total(results.query, results.total)
        self._show_sort(results.query)
        if results.total:
            self._stack.setCurrentWidget(self.view)
            row = self.model.row_of(article) if article is not None else None
            if row is None and left:
                row = min(at, results.total - 1)
            if row is not None or not keep:
                self._make_current(row or 0)
                if place is not None:
                    bar.setValue(place)
        self._header.setVisible(bool(results.total))

    def show_total(self, found: Total) -> None:
        """Let the list go on to its end, which was not known when its first page was shown."""
        self.model.grow(found.query, found.total)
        self._tell_total(found.query, found.total)

    def _tell_total(self, query: Query, total: int) -> None:
        if query.once:
            text = self.tr("%1 مقال، النسخ مرة واحدة", "", total)
        else:
            text = self.tr("%1 مقال", "", total)
        self._total = text.replace("%1", self._wording.number(total))
        self._show_count()

    def show_empty(self, reason: Empty) -> None:
        """Show why there is nothing and what to do."""
        self._empty_reason = reason
        texts = {
            Empty.NO_ARCHIVE: (
                "cutting", self.tr("لا يوجد أرشيف مفتوح"), "", self.tr("فتح أرشيف…"),
            ),
            Empty.NO_ARTICLES: (
                "cutting",
                self.tr("أرشيفك فارغ"),
                self.tr("اسحب إلى هنا ما حفظته من مقالات: صفحات ويب ونصوصًا وملفات مضغوطة ومجلدات"),
                self.tr("استيراد ملفات…"),
            ),
            Empty.NO_RESULT: (
                "nothing",
                self.tr("لا مقال يطابق هذا البحث"),
                self.tr("جرّب كلمات أقل أو أزل بعض المرشحات"),
                self.tr("مسح البحث والمرشحات"),
            ),
        }  # fmt: skip
        self.empty.show_text(*texts[reason])
        self._header.hide()
        if self._nothing is not None:
            self._stack.setCurrentWidget(self._nothing)

    def show_ways(self, ways: Sequence[tuple[str, Query]]) -> None:
        """Where there is no result, show what would have some: in words, and the query."""
        if self._empty_reason is Empty.NO_RESULT and not self._has_rows:
            self.empty.show_ways(ways)

    def move(self, step: int) -> None:  # type: ignore[override] # a list moves by rows
        """Make the row ``step`` further current."""
        row = self.view.currentIndex().row() + step
        if 0 <= row < self.model.rowCount():
            self._make_current(row)

    def look_once(self, *, first: bool) -> None:
        """Whether rows are painted for the first look of a start, when none is current."""
        self._row.is_first_look = first

    @property
    def total(self) -> int:
        """How many articles the list has, seen or not."""
        return self.model.rowCount()

    @property
    def selected_rows(self) -> tuple[tuple[int, int], ...]:
        """The selected rows as (first, count)."""
        chosen = self.view.selectionModel().selection()
        pieces = (chosen.at(number) for number in range(chosen.size()))
        return tuple((piece.top(), piece.height()) for piece in pieces)

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(count for _, count in self.selected_rows)

    @Slot()
    def _show_count(self) -> None:
        chosen = self.selected_count
        if chosen > 1:
            text = self.tr("%1 محدد", "", chosen).replace("%1", self._wording.number(chosen))
            self._count.setText(f"{self._total}  ·  {text}")
        else:
            self._count.setText(self._total)

    @Slot(int)
    def _star_clicked(self, row: int) -> None:
        if (hit := self.model.hit(row)) is not None:
            self.starWanted.emit(hit.id)

    def focus_rows(self) -> None:
        """Go to the rows, or to the one action there is."""
        target: QWidget = self.view if self._has_rows else self.empty.button
        if self._nothing is not None:
            self._nothing.ensureWidgetVisible(self.empty.button)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_current(self, row: int) -> None:
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        hit = self.model.hit(current.row()) if current.isValid() else None
        if hit is not None:
            self.articleChosen.emit(hit.id)

    @Slot(QModelIndex, QModelIndex)
    def _rows_arrived(self, first: QModelIndex, last: QModelIndex) -> None:
        current = self.view.currentIndex()
        if first.row() <= current.row() <= last.row():
            self._current_changed(current, QModelIndex())

    def _sort_menu(self) -> dict[Sort, QAction]:
        menu = QMenu(self)
        group = QActionGroup(menu)
        actions: dict[Sort, QAction] = {}
        for sort, text in (
            (Sort.RELEVANCE, self.tr("الأوثق صلة")),
            (Sort.NEWEST, self.tr("الأحدث")),
            (Sort.OLDEST, self.tr("الأقدم")),
        ):
            action = QAction(text, menu)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, sort=sort: self.sortChosen.emit(sort))
            group.addAction(action)
            menu.addAction(action)
            actions[sort] = action
        self._sort.setMenu(menu)
        return actions

    def _show_sort(self, query: Query) -> None:
        by_relevance = query.sort == Sort.RELEVANCE and query.text.strip()
        shown = Sort.RELEVANCE if by_relevance else query.sort
        if shown == Sort.RELEVANCE and not by_relevance:
            shown = Sort.NEWEST
        self._sort_actions[Sort.RELEVANCE].setEnabled(bool(query.text.strip()))
        self._sort_actions[shown].setChecked(True)
        self._sort.setText(self._sort_actions[shown].text())
        self._sort.setAccessibleName(
            self.tr("الترتيب: %1").replace("%1", self._sort_actions[shown].text())
        )

    @Slot()
    def _dress(self) -> None:
        look = self._appearance
        self._count.setFont(look.font("strong"))
        self._sort.setIcon(icon("down", look.colour("muted"), look.px(12)))
        self._sort.setIconSize(QSize(look.px(12), look.px(12)))
        self.view.verticalHeader().setDefaultSectionSize(self._row.height)
        if self.isVisible():  # PySide makes itself ready for every widget there is to give this one
            self.view.viewport().update()
