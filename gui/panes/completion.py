"""Proposals below a line while one types in it; the line keeps the focus and its Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout

from gui.appearance import Appearance
from gui.language import QT_TRANSLATE_NOOP
from gui.models.line_model import Line, LineModel
from gui.panes.line_row import LineRow
from newsarchive.search.query import Completion, Facet

WIDEST, EDGE = 520, 5
KINDS = {
    Facet.PERSON: QT_TRANSLATE_NOOP("completion", "شخص"),
    Facet.ORGANISATION: QT_TRANSLATE_NOOP("completion", "مؤسسة"),
    Facet.PLACE: QT_TRANSLATE_NOOP("completion", "مكان"),
    Facet.SECTION: QT_TRANSLATE_NOOP("completion", "قسم"),
    Facet.SOURCE: QT_TRANSLATE_NOOP("completion", "مصدر"),
    Facet.TAG: QT_TRANSLATE_NOOP("completion", "وسم"),
}
FIELD = QT_TRANSLATE_NOOP("completion", "حقل")
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class CompletionPopup(QFrame):
    """Lies over the window below ``field``; tells which proposal was taken.

    Down goes into the proposals and Up out of them. Enter takes the one that was gone to; before
    that it is the line's own. Tab takes the first, and Escape closes them.
    """

    taken = Signal(object)

    def __init__(self, field: QLineEdit, appearance: Appearance) -> None:
        super().__init__(field)
        self.setObjectName("popup")
        self.hide()
        self._field = field
        self._appearance = appearance
        self.model = LineModel(self, _line)
        self.view = QListView(self)
        self.view.setObjectName("lines")
        self.view.setAccessibleName(self.tr("اقتراحات"))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(self.model)
        self.view.setItemDelegate(LineRow(appearance, self))
        self.view.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.addWidget(self.view)
        field.installEventFilter(self)

    def offer(self, proposals: Sequence[Completion]) -> None:
        """Show proposals, none of them current; nothing without any."""
        self.model.show(proposals)
        if not proposals:
            self.hide()
            return
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        field, look = self._field, self._appearance
        width = min(look.px(WIDEST), field.width())
        height = look.measure("facet_row") * self.model.rowCount() + 2 * EDGE + 2
        corner = field.mapTo(field.window(), QPoint(0, field.height() + 2))
        left = corner.x() + (field.width() - width if field.isRightToLeft() else 0)
        self.setGeometry(left, corner.y(), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read the keys of the field first while proposals are shown."""
        if self.isHidden():
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent):
                return self._overrides(event)
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._read_key(event)
            case QEvent.Type.FocusOut | QEvent.Type.Hide:
                self.hide()
            case QEvent.Type.Resize:
                self._place()
        return False

    def _overrides(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return False

    def _read_key(self, event: QKeyEvent) -> bool:
        key, current = Qt.Key(event.key()), self.view.currentIndex()
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        if key in _STEPS:
            self._move(current.row() + _STEPS[key])
            return True
        if key in _TAKES and event.modifiers() in _PLAIN:
            if key == Qt.Key.Key_Tab and not current.isValid():
                current = self.model.index(0)
            if current.isValid():
                self._take(current)
                return True
            self.hide()
        return False

    def _move(self, row: int) -> None:
        """Beyond either end nothing is current: the line as it was typed."""
        self.view.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        proposal = self.model.line(index)
        self.hide()
        if proposal is not None:
            self.taken.emit(proposal.about)


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def _line(proposal: Completion) -> Line:
    kind = KINDS[proposal.facet] if proposal.facet else FIELD
    text = proposal.name if proposal.facet else f"{proposal.name}:"
    return Line(text, figure=QCoreApplication.translate("completion", kind), about=proposal)
