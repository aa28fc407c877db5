"""How a typed line was understood, and the switch between that and the very letters."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui import messages
from gui.appearance import Appearance
from newsarchive.search.query import Results

WIDEST = 560
MENDED = {"keyboard", "near", "instead", "meant", "some", "few", "name", "date"}


class ReadingLine(QWidget):
    """Hidden while a line was taken as it stands."""

    exactlyWanted = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._exactly = False
        self.said = QLabel(self)
        self.said.setObjectName("quietLabel")
        self.said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.switch = QToolButton(self)
        self.switch.setObjectName("link")
        self.switch.clicked.connect(self._turn)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.said)
        line.addWidget(self.switch)
        line.addStretch(1)
        self.hide()
        appearance.changed.connect(self._dress)
        self._dress()

    def show_reading(self, results: Results) -> None:
        """Say how the line of ``results`` was read."""
        readings, self._exactly = results.understood, results.query.exactly
        told = [messages.reading(one) for one in readings]
        if self._exactly:
            told.insert(0, self.tr("بحثنا عن الكلمات تمامًا كما كُتبت"))
            self.switch.setText(self.tr("أظهر صيغها الأخرى أيضًا"))
        else:
            self.switch.setText(self.tr("ابحث عنها تمامًا كما كُتبت"))
        self.said.setText(" · ".join(told))
        self._give_room()
        mended = any(one.kind in MENDED for one in readings)
        self.switch.setVisible(self._exactly or mended)
        self.setVisible(bool(told))

    def _give_room(self) -> None:
        """A short text stands on one line, a long one on several."""
        width = self.said.fontMetrics().horizontalAdvance(self.said.text()) + 8
        widest = self._appearance.px(WIDEST)
        self.said.setWordWrap(width > widest)
        self.said.setMinimumWidth(min(width, widest))

    @Slot()
    def _turn(self) -> None:
        self.exactlyWanted.emit(not self._exactly)

    @Slot()
    def _dress(self) -> None:
        for widget in (self.said, self.switch):
            widget.setFont(self._appearance.font("small"))
        self._give_room()
