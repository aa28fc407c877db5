"""The note on the open article: plain text below it that saves itself."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.icons import icon
from gui.wording import is_right_to_left

PAUSE = 800  # milliseconds without a key after which what was written is saved
HEIGHT = 132


class NotePane(QWidget):
    """Shows itself where there is a note or one is wanted; tells what was written on which article.

    What is written is told after a pause, and at once when the focus or the article goes.
    """

    written = Signal(int, str)
    leaveWanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._appearance = appearance
        self._number: int | None = None
        self._saved = ""
        self._is_wanted = False
        self._title = QLabel(self.tr("ملاحظة"), self)
        self._state = QLabel(self)
        self._state.setObjectName("quietLabel")
        self._close = QToolButton(self)
        self._close.setObjectName("quiet")
        self._close.setToolTip(self.tr("إغلاق الملاحظة"))
        self._close.setAccessibleName(self._close.toolTip())
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.put_away)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("ملاحظة على المقال"))
        self.text.setPlaceholderText(self.tr("اكتب ملاحظتك؛ تُحفظ من تلقائها"))
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._state, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.save)
        self.text.textChanged.connect(self._changed)
        self._turn()
        self.hide()
        appearance.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Room for a few lines."""
        return QSize(320, self._appearance.px(HEIGHT))

    def show_note(self, number: int | None, note: str) -> None:
        """Show the note of an article; the one being written stays as it is."""
        if number == self._number and (self._is_changed or self.text.hasFocus()):
            return
        self.save()
        self._number = number
        self.put_in(note)
        self.setVisible(number is not None and bool(note or self._is_wanted))

    def put_in(self, note: str, number: int | None = None) -> None:
        """Show this text whatever was written; with ``number`` only on that article."""
        if number is not None and number != self._number:
            return
        self._pause.stop()
        self._saved = note
        if self.text.toPlainText() != note:
            self.text.setPlainText(note)
        self._state.clear()

    def begin(self) -> None:
        """Show the pane and write in it."""
        if self._number is not None:
            self._is_wanted = True
            self.show()
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def put_away(self) -> None:
        """Save and hide, until a note is met or wanted again."""
        self.save()
        self._is_wanted = False
        self.hide()
        self.leaveWanted.emit()

    @Slot()
    def save(self) -> None:
        """Tell what was written and not told yet."""
        self._pause.stop()
        if self._is_changed and self._number is not None:
            self._saved = self.text.toPlainText()
            self._state.setText(self.tr("حُفظت"))
            self.written.emit(self._number, self._saved)

    @property
    def _is_changed(self) -> bool:
        return self.text.toPlainText() != self._saved

    def _turn(self) -> None:
        """Write from the edge that most of the text begins at."""
        text = self.text.toPlainText()
        arabic = is_right_to_left(text, self.isRightToLeft())
        side = Qt.AlignmentFlag.AlignRight if arabic else Qt.AlignmentFlag.AlignLeft
        option = self.text.document().defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            option.setTextDirection(
                Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight
            )
            self.text.document().setDefaultTextOption(option)

    @Slot()
    def _changed(self) -> None:
        self._turn()
        if self._is_changed:
            self._state.clear()
            self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape goes back to the article, leaving the pane only where something is written."""
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self._leave()
            return True
        return False

    def _leave(self) -> None:
        if self.text.toPlainText().strip():
            self.save()
            self.leaveWanted.emit()
        else:
            self.put_away()

    @Slot()
    def _dress(self) -> None:
        look = self._appearance
        self._title.setFont(look.font("strong"))
        self._state.setFont(look.font("small"))
        self._close.setIcon(icon("close", look.colour("muted"), look.px(12)))
        self._close.setIconSize(QSize(look.px(12), look.px(12)))
        self.text.setFont(look.font("interface"))
