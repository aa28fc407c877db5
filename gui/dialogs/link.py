"""An address on the web, shown in full before anything outside the program is opened."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import Appearance
from gui.dialogs.fitting import fit, in_our_words
from gui.panes.wrapped import Wrapped
from gui.wording import isolated


class LinkDialog(QDialog):
    """Opens nothing by itself: ``openWanted`` tells that the reader wants to.

    The address is shown as it is sent: letters that look like others cannot pass for them.
    """

    openWanted = Signal(QUrl)

    def __init__(self, url: QUrl, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("فتح الرابط"))
        self._url = url
        intro = Wrapped(
            self.tr(
                "يُفتح هذا الرابط في متصفح النظام، خارج قصاصات، فيعلم الموقع أنك زرته."
                " البرنامج نفسه لا يتصل بالشبكة."
            ),
            self,
        )
        host = url.host(QUrl.ComponentFormattingOption.EncodeUnicode)
        site = Wrapped(self.tr("الموقع: %1").replace("%1", isolated(host)), self)
        self.address = QPlainTextEdit(self)
        self.address.setReadOnly(True)
        self.address.setTabChangesFocus(True)
        self.address.setAccessibleName(self.tr("الرابط"))
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.address.setPlainText(bytes(url.toEncoded().data()).decode("ascii"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        in_our_words(buttons)
        role = QDialogButtonBox.ButtonRole
        self.open_button = buttons.addButton(self.tr("فتح في المتصفح"), role.ActionRole)
        self.copy_button = buttons.addButton(self.tr("نسخ الرابط"), role.ActionRole)
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        for widget in (intro, site, self.address, buttons):
            column.addWidget(widget)
        fit(self, appearance.px(480), appearance.px(260))

    @Slot()
    def _open(self) -> None:
        self.openWanted.emit(self._url)
        self.accept()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.toPlainText())
        self.accept()
