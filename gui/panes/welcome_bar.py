"""What stands above the sample archive until it is hidden: what this is, and where to go."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from gui.appearance import Appearance
from gui.icons import icon
from gui.panes.wrapped import Wrapped


class WelcomeBar(QFrame):
    """One sentence and three ways on."""

    tourWanted = Signal()
    newWanted = Signal()
    openWanted = Signal()
    dismissed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("welcomeBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._appearance = appearance
        sentence = Wrapped(
            self.tr("هذا أرشيف نموذجي لتجرّب فيه. أرشيفك أنت ملف جديد تضع فيه ما حفظته."), self
        )
        self.tour = self._button(self.tr("جولة قصيرة"), self.tourWanted)
        self.new = self._button(self.tr("أرشيف جديد…"), self.newWanted)
        self.open = self._button(self.tr("فتح أرشيف…"), self.openWanted)
        self.closer = QToolButton(self)
        self.closer.setAccessibleName(self.tr("إخفاء الترحيب"))
        self.closer.setToolTip(self.tr("إخفاء الترحيب"))
        self.closer.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(sentence, 1)
        for widget in (self.tour, self.new, self.open, self.closer):
            row.addWidget(widget)
        appearance.changed.connect(self._dress)
        self._dress()

    def _button(self, text: str, signal: object) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(signal)
        return button

    def _dress(self) -> None:
        side = self._appearance.px(16)
        self.closer.setIcon(icon("close", self._appearance.colour("muted"), side))
        self.closer.setIconSize(QSize(side, side))
