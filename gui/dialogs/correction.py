"""A correction shown before it is made: what it needs to know, how far it reaches."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import Appearance
from gui.dialogs.fitting import fit
from gui.entities import Previewed
from gui.messages import sentence
from gui.panes.direction import keep_direction
from gui.panes.value_chooser import ValueChooser
from gui.panes.wrapped import Wrapped
from gui.wording import Wording, isolated
from newsarchive.correction import Correction, Preview, What

EXAMPLES = 3
MARGIN, INNER = 24, 12
Build = Callable[[str], Correction | None]


@dataclass(frozen=True, slots=True)
class Question:
    """What a correction dialog asks.

    Attributes:
        title: of the dialog.
        text: the question, or what will be.
        button: says what Enter does.
        note: a quieter sentence, or "".
    """

    title: str
    text: str
    button: str
    note: str = ""


class CorrectionDialog(QDialog):
    """Nothing can be taken before its preview has arrived; Enter takes it, ``taken`` tells it."""

    taken = Signal(object)
    previewWanted = Signal(object)

    def __init__(
        self,
        question: Question,
        build: Build,
        appearance: Appearance,
        wording: Wording,
        parent: QWidget,
        *,
        field: QLineEdit | ValueChooser | None = None,
        scope: QWidget | None = None,
    ) -> None:
        """``build`` makes the correction of what ``field`` holds; ``scope`` stands below it."""
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self._wording = wording
        self._build = build
        self.field = field
        self._correction: Correction | None = None
        self._reach = self._label(appearance, "strong")
        self._joins = self._label(appearance, "interface")
        self._examples = self._label(appearance, "small", quiet=True)
        text = self._label(appearance, "list_title")
        text.setText(question.text)
        buttons = QDialogButtonBox(self)
        self.take = QPushButton(question.button, self)
        self.take.setDefault(True)
        self.take.setEnabled(False)
        leave = QPushButton(self.tr("إلغاء"), self)
        leave.setAutoDefault(False)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(leave, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        column.setSpacing(8)
        column.addWidget(text)
        if question.note:
            note = self._label(appearance, "interface", quiet=True)
            note.setText(question.note)
            column.addWidget(note)
        for widget in (field, scope):
            if widget is not None:
                widget.setParent(self)
                column.addWidget(widget)
        column.addSpacing(4)
        self._preview = self._frame()
        column.addWidget(self._preview)
        column.addSpacing(4)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(appearance.px(480))
        self._listen()

    def _listen(self) -> None:
        if isinstance(self.field, ValueChooser):
            self.field.changed.connect(self.refresh)
        elif self.field is not None:
            keep_direction(self.field)
            self.field.textChanged.connect(self.refresh)
        if self.field is not None:
            self.field.setFocus()
        else:
            self.take.setFocus()

    def _frame(self) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("preview")
        frame.hide()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(INNER, INNER, INNER, INNER)
        inner.setSpacing(4)
        for label in (self._reach, self._joins, self._examples):
            inner.addWidget(label)
        return frame

    def _label(self, appearance: Appearance, role: str, *, quiet: bool = False) -> QLabel:
        label = Wrapped(parent=self)
        label.setFont(appearance.font(role))
        if quiet:
            label.setObjectName("quietLabel")
        edge = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        return label

    @property
    def value(self) -> str:
        """What the field holds."""
        if self.field is None:
            return ""
        if isinstance(self.field, ValueChooser):
            return self.field.value
        return self.field.text().strip()

    @Slot()
    def refresh(self) -> None:
        """Something was typed or chosen: ask what that would do."""
        self._correction = self._build(self.value)
        self.take.setEnabled(False)
        if self._correction is not None:
            self.previewWanted.emit(self._correction)
        else:
            self._say("")

    def show_preview(self, previewed: Previewed) -> None:
        """Show how far the correction reaches, unless it is another by now."""
        if previewed.correction != self._correction:
            return
        preview, number = previewed.preview, self._wording.number
        reach = self.tr("سيظهر هذا في %1 مقال", "", preview.articles)
        self._say(
            reach.replace("%1", number(preview.articles)),
            self._joined(previewed.correction, preview),
            "\n".join(self._cut(title) for _, title in preview.examples[:EXAMPLES]),
        )
        self.take.setEnabled(True)

    def show_refused(self, error: Exception) -> None:
        """Show why this makes no sense."""
        self.take.setEnabled(False)
        self._say(sentence(error, self._wording.language))

    def _joined(self, correction: Correction, preview: Preview) -> str:
        if not preview.joins:
            return ""
        name = correction.name if correction.what is What.KIND else correction.after
        joins = self.tr("وينضم إلى %1 مقال فيه «%2»", "", preview.joins)
        joins = joins.replace("%1", self._wording.number(preview.joins))
        return joins.replace("%2", isolated(name))

    def _cut(self, title: str) -> str:
        room = self.minimumWidth() - 2 * (MARGIN + INNER)
        metrics = self._examples.fontMetrics()
        line = " ".join(title.split())
        return isolated(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room))

    def _say(self, *texts: str) -> None:
        labels = (self._reach, self._joins, self._examples)
        for label, text in zip(labels, (*texts, "", ""), strict=False):
            label.setText(text)
            label.setVisible(bool(text))
        self._preview.setVisible(any(texts))
        self._grow()

    def _grow(self) -> None:
        """Make room for what is said; the dialog never shrinks under the reader's eyes."""
        self._column.activate()
        needed = self._column.totalHeightForWidth(self.width())
        if self.height() < needed:
            fit(self, self.width(), needed)

    @Slot()
    def _take(self) -> None:
        if self._correction is not None and self.take.isEnabled():
            self.taken.emit(self._correction)
            self.accept()
