"""What a reader sees of a defect: that nothing is lost, and a report to hand on if they like."""

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QWidget,
)

from gui.dialogs.fitting import closing, column_in
from gui.panes.wrapped import Wrapped


class DefectDialog(QDialog):
    """The report can be read and copied; it is sent nowhere."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("خطأ في البرنامج"))
        intro = Wrapped(
            self.tr(
                "وقع في البرنامج خطأ لم نتوقعه. ما حُفظ في الأرشيف باقٍ كما هو، ويمكنك متابعة العمل."
                " هذا تقرير عنه ليس فيه شيء من مقالاتك، ولا يُرسل إلى أحد؛ انسخه إن أردت إبلاغنا."
            ),
            self,
        )
        self.text = QPlainTextEdit(report, self)
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = closing(self)
        self.copy_button = buttons.addButton(
            self.tr("نسخ التقرير"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.text.toPlainText())
        )
        column = column_in(self)
        for widget in (intro, self.text, buttons):
            column.addWidget(widget)
        self.resize(640, 360)
