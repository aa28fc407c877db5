"""The settings a reader chooses, drawn from the table the menus use."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import LARGEST, SMALLEST, STEP, Appearance
from gui.dialogs.backup_folder import BackupFolder
from gui.dialogs.fitting import closing, fit
from gui.dialogs.fonts import FontChoice
from gui.dialogs.tagger_folder import TaggerFolder
from gui.menus import CHOICES
from gui.panes.drop_down import DropDown
from gui.panes.tick_box import TickBox
from gui.settings import Settings
from gui.wording import Wording


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
        self.boxes: dict[str, DropDown] = {}
        for key, title, values in CHOICES:
            box = DropDown(appearance, self)
            for value, text in values:
                box.addItem(QCoreApplication.translate("menus", text), value)
            box.setCurrentIndex(box.findData(settings.text(key)))
            box.activated.connect(lambda _, key=key: self._choose(key))
            box.setAccessibleName(QCoreApplication.translate("menus", title))
            form.addRow(box.accessibleName(), box)
            self.boxes[key] = box
        self.text_size = DropDown(appearance, self)
        wording = Wording.of(settings)
        for size in range(SMALLEST, LARGEST + STEP, STEP):
            self.text_size.addItem(f"{wording.number(size)} %", size)
        self.text_size.setCurrentIndex(self.text_size.findData(settings.number("text_size")))
        self.text_size.activated.connect(self._choose_size)
        self.text_size.setAccessibleName(self.tr("حجم النص"))
        form.addRow(self.text_size.accessibleName(), self.text_size)
        self.fonts: dict[str, FontChoice] = {}
        for key, title in (
            ("interface_font", self.tr("خط الواجهة")),
            ("reading_font", self.tr("خط القراءة")),
        ):
            self.fonts[key] = FontChoice(settings, key, appearance, self)
            self.fonts[key].setAccessibleName(title)
            form.addRow(title, self.fonts[key])
        pictures = self.tr("قراءة النص في الصور والصفحات الممسوحة (Tesseract)")
        self.ocr = TickBox(pictures, appearance, self)
        self.ocr.setChecked(settings.text("ocr") == "on")
        self.ocr.toggled.connect(lambda on: settings.set("ocr", "on" if on else "off"))
        form.addRow(self.tr("الصور"), self.ocr)
        self.tagger = TaggerFolder(settings, self)
        self.tagger.setAccessibleName(self.tr("إيجاد الأسماء"))
        form.addRow(self.tr("إيجاد الأسماء"), self.tagger)
        self.backups = BackupFolder(settings, self)
        self.backups.setAccessibleName(self.tr("النسخ الاحتياطية"))
        form.addRow(self.tr("النسخ الاحتياطية"), self.backups)
        self.folders = QPushButton(self.tr("المجلدات المراقبة…"), self)
        self.folders.setAutoDefault(False)
        self.folders.clicked.connect(self.foldersWanted)
        form.addRow("", self.folders)
        buttons = closing(self)
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

    @Slot(int)
    def _choose_size(self, number: int) -> None:
        self._settings.set("text_size", self.text_size.itemData(number))

    def _choose(self, key: str) -> None:
        self._settings.set(key, self.boxes[key].currentData())
