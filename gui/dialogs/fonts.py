"""Choosing a font among those of the machine that write Arabic."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QComboBox, QWidget

from gui.appearance import Appearance
from gui.panes.drop_down import DropDown
from gui.settings import Settings

_ARABIC = QFontDatabase.WritingSystem.Arabic


class FontChoice(DropDown):
    """Sets the setting ``key`` to a family, or to "" for what the program prefers."""

    def __init__(
        self, settings: Settings, key: str, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(appearance, parent)
        self._settings, self._key = settings, key
        self.addItem(self.tr("كما يختار البرنامج"), "")
        for family in QFontDatabase.families(_ARABIC):
            if not QFontDatabase.isPrivateFamily(family):
                self.addItem(family, family)
                self.setItemData(self.count() - 1, QFont(family), Qt.ItemDataRole.FontRole)
        chosen = settings.text(key)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.activated.connect(self._choose)

    def _choose(self, number: int) -> None:
        self._settings.set(self._key, self.itemData(number))
