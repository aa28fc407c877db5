"""The settings a reader chooses, drawn from the table the menus use."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import LARGEST, SMALLEST, STEP, Appearance
from gui.dialogs.backup_folder import BackupFolder
from gui.dialogs.fitting import fit
from gui.dialogs.fonts import FontChoice
from gui.menus import CHOICES
from gui.panes.tick_box import TickBox
from gui.settings import Settings


def number_locale(digits: str) -> QLocale:
    """The locale whose digits are those of the setting "digits"."""
    return QLocale("ar_EG" if digits == "arabic" else "en_GB")


class PreferencesDialog(QDialog):
    """Every change takes effect at once."""

    foldersWanted = Signal()

    def __init__(self, settings: Settings, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("التفضيلات"))
        self._settings = settings
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        self.boxes: dict[str, QComboBox] = {}
        for key, title, values in CHOICES:
            box = QComboBox(self)
            for value, text in values:
                box.addItem(QCoreApplication.translate("menus", text), value)
            box.setCurrentIndex(box.findData(settings.text(key)))
            box.activated.connect(lambda _, key=key: self._choose(key))
            box.setAccessibleName(QCoreApplication.translate("menus", title))
            form.addRow(box.accessibleName(), box)
            self.boxes[key] = box
        self.text_size = QSpinBox(self)
        self.text_size.setRange(SMALLEST, LARGEST)
        self.text_size.setSingleStep(STEP)
        self.text_size.setSuffix(" %")
        self.text_size.setLocale(number_locale(settings.text("digits")))
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.text_size.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.text_size.setValue(settings.number("text_size"))
        self.text_size.valueChanged.connect(lambda size: settings.set("text_size", size))
        self.text_size.setAccessibleName(self.tr("حجم النص"))
        form.addRow(self.text_size.accessibleName(), self.text_size)
        self.fonts: dict[str, FontChoice] = {}
        for key, title in (
            ("interface_font", self.tr("خط الواجهة")),
            ("reading_font", self.tr("خط القراءة")),
        ):
            self.fonts[key] = FontChoice(settings, key, self)
            self.fonts[key].setAccessibleName(title)
            form.addRow(title, self.fonts[key])
        pictures = self.tr("قراءة النص في الصور والصفحات الممسوحة (Tesseract)")
        self.ocr = TickBox(pictures, appearance, self)
        self.ocr.setChecked(settings.text("ocr") == "on")
        self.ocr.toggled.connect(lambda on: settings.set("ocr", "on" if on else "off"))
        form.addRow(self.tr("الصور"), self.ocr)
        self.backups = BackupFolder(settings, self)
        self.backups.setAccessibleName(self.tr("النسخ الاحتياطية"))
        form.addRow(self.tr("النسخ الاحتياطية"), self.backups)
        self.folders = QPushButton(self.tr("المجلدات المراقبة…"), self)
        self.folders.setAutoDefault(False)
        self.folders.clicked.connect(self.foldersWanted)
        form.addRow("", self.folders)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        page = QWidget(self)
        page.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.addWidget(scroll)
        column.addSpacing(16)
        column.addWidget(buttons)
        asked = page.sizeHint().expandedTo(page.minimumSizeHint())
        width = asked.width() + 140
        height = max(asked.height(), form.heightForWidth(width - 48))
        fit(self, width, height + buttons.sizeHint().height() + 80)

    def _choose(self, key: str) -> None:
        self._settings.set(key, self.boxes[key].currentData())
