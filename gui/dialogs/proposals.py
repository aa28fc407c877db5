"""Names that may be one, one after the other with the evidence: merged, or told apart."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.actions import ARABIC_KEYS
from gui.appearance import Appearance
from gui.correcting import Outcome
from gui.describing import reason
from gui.dialogs.fitting import fit
from gui.entities import Proposed
from gui.models.line_model import Line, LineModel
from gui.panes.line_row import LineRow
from gui.panes.wrapped import Wrapped
from gui.subject import Subject
from gui.wording import Wording, isolated, led
from newsarchive.article import EntityKind
from newsarchive.correction import Proposal

APART = ("Del", "X", ARABIC_KEYS["X"])


class ProposalsDialog(QDialog):
    """Enter merges, Delete or X tells apart, the arrows go on; what was judged leaves the list."""

    wanted = Signal(object)
    judged = Signal(object, bool)
    pageWanted = Signal(object)
    undoWanted = Signal()

    def __init__(self, appearance: Appearance, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("أسماء قد تكون واحدة"))
        self._appearance, self._wording = appearance, wording
        self._kind = EntityKind.PERSON
        self._is_asking = False
        self.kinds = self._kind_buttons()
        self.state = QLabel(self)
        self.state.setObjectName("quietLabel")
        self.model = LineModel(self, self._line)
        self.view = self._list()
        self._names, self._reason = self._label("list_title"), self._label("strong")
        self._shared, self._against = self._label("interface"), self._label("interface")
        self.merge = QPushButton(self.tr("هما واحد: دمج"), self)
        self.merge.setDefault(True)
        self.apart = self._button(self.tr("اسمان مختلفان"))
        self.page = self._button(self.tr("صفحة الاسم"))
        self._close = self._button(self.tr("إغلاق"))
        self._place()
        self._connect()
        fit(self, appearance.px(640), appearance.px(620))
        self.view.setFocus()
        self._show_current()

    def _kind_buttons(self) -> dict[EntityKind, QToolButton]:
        group = QButtonGroup(self)
        buttons: dict[EntityKind, QToolButton] = {}
        for kind, text in (
            (EntityKind.PERSON, self.tr("الأشخاص")),
            (EntityKind.ORGANISATION, self.tr("المؤسسات")),
            (EntityKind.PLACE, self.tr("الأماكن")),
        ):
            button = QToolButton(self)
            button.setText(text)
            button.setCheckable(True)
            button.setChecked(kind is self._kind)
            button.clicked.connect(lambda _=False, kind=kind: self.ask(kind))
            group.addButton(button)
            buttons[kind] = button
        return buttons

    def _list(self) -> QListView:
        view = QListView(self)
        view.setAccessibleName(self.windowTitle())
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setModel(self.model)
        view.setItemDelegate(LineRow(self._appearance, self, tall=True))
        return view

    def _label(self, role: str) -> QLabel:
        label = Wrapped(parent=self)
        label.setFont(self._appearance.font(role))
        edge = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        return label

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    def _place(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(4)
        for button in self.kinds.values():
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.state)
        evidence = QFrame(self)
        evidence.setObjectName("preview")
        inner = QVBoxLayout(evidence)
        inner.setContentsMargins(12, 12, 12, 12)
        inner.setSpacing(4)
        for label in (self._names, self._reason, self._shared, self._against):
            inner.addWidget(label)
        inner.addStretch(1)
        evidence.setMinimumHeight(self._appearance.px(140))
        for judge in (self.merge, self.apart, self.page):
            foot.addWidget(judge)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(evidence)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.merge.clicked.connect(lambda: self._judge(is_one=True))
        self.apart.clicked.connect(lambda: self._judge(is_one=False))
        self.page.clicked.connect(self._want_page)
        self._close.clicked.connect(self.reject)
        # Shortcuts, for the list takes letters for itself.
        for key in APART:
            apart = QShortcut(QKeySequence(key), self)
            apart.activated.connect(lambda: self._judge(is_one=False))
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undoWanted)

    @property
    def current(self) -> Proposal | None:
        """The proposal to be judged."""
        line = self.model.line(self.view.currentIndex())
        return line.about if line is not None else None

    @Slot()
    def begin(self) -> None:
        """Ask for proposals of the kind shown."""
        self.ask(self._kind)

    def ask(self, kind: EntityKind) -> None:
        """Ask for proposals of a kind; it takes seconds in a large archive."""
        self._kind, self._is_asking = kind, True
        self.model.show(())
        self._show_current()
        self.wanted.emit(kind)

    def show_proposals(self, proposed: Proposed) -> None:
        """Show proposals, unless they are of another kind or about one name."""
        if proposed.kind is not self._kind or proposed.about:
            return
        self._is_asking = False
        self.model.show(proposed.proposals)
        self.view.setCurrentIndex(self.model.index(0))
        self._show_current()

    @Slot(object)
    def follow(self, outcome: Outcome) -> None:
        """What was taken back may be proposed again."""
        if outcome.taken_back:
            self.begin()

    def _line(self, one: Proposal) -> Line:
        right_to_left = self.isRightToLeft()
        arrow = "←" if right_to_left else "→"
        text = f"{isolated(one.name)} {arrow} {isolated(one.into)}"
        number = self._wording.number
        figure = f"{number(one.articles)} {arrow} {number(one.into_articles)}"
        return Line(
            led(text, right_to_left=right_to_left),
            reason(one.reason),
            led(figure, right_to_left=right_to_left),
            about=one,
        )

    def _judge(self, *, is_one: bool) -> None:
        one, row = self.current, self.view.currentIndex().row()
        if one is None:
            return
        self.model.remove(row)
        self.view.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1)))
        self.judged.emit(one, is_one)
        if not self.model.rowCount():
            self.begin()
        self._show_current()

    @Slot()
    def _want_page(self) -> None:
        if (one := self.current) is not None:
            self.accept()
            self.pageWanted.emit(Subject(one.kind, one.into))

    @Slot(QModelIndex, QModelIndex)
    def _show_current(self, *_: QModelIndex) -> None:
        one, number = self.current, self._wording.number
        for button in (self.merge, self.apart, self.page):
            button.setEnabled(one is not None)
        count = self.model.rowCount()
        if self._is_asking:
            self.state.setText(self.tr("يبحث عن أسماء متشابهة…"))
        else:
            text = self.tr("%1 اقتراح", "", count)
            self.state.setText(text.replace("%1", number(count)))
        texts = self._evidence(one) if one is not None else ("", "", "", "")
        labels = (self._names, self._reason, self._shared, self._against)
        for label, text in zip(labels, texts, strict=True):
            label.setText(led(text, right_to_left=self.isRightToLeft()))
            label.setVisible(bool(text))

    def _evidence(self, one: Proposal) -> tuple[str, str, str, str]:
        names = self.tr("«%1» يصير «%2»")
        names = names.replace("%1", isolated(one.name)).replace("%2", isolated(one.into))
        shared = self._wording.listed(one.shared)
        common = self.tr("يشتركان في: %1").replace("%1", shared) if shared else ""
        together = self.tr("يظهران معًا في %1 مقال", "", one.together)
        together = together.replace("%1", self._wording.number(one.together))
        return names, reason(one.reason), common, together if one.together else ""
