"""What the program is, its version, and where the archive lies."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.dialogs.fitting import closing, fit
from gui.icons import pixmap
from gui.panes.wrapped import Wrapped
from gui.wording import isolated


class AboutDialog(QDialog):
    """One picture, three sentences."""

    def __init__(self, appearance: Appearance, archive: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("عن قصاصات"))
        drawing = QLabel(self)
        size = QSize(64, 64)
        drawing.setPixmap(pixmap("qusasat", appearance.colour("accent"), size, 2.0))
        name = QLabel(f"{self.tr('قصاصات')} {program_version()}", self)
        name.setFont(appearance.font("list_title"))
        what = Wrapped(
            self.tr("أرشيف الأخبار العربية: ابحث فيه بالكلمة والشخص والمؤسسة والتاريخ."), self
        )
        where = Wrapped(self.tr("لا يتصل البرنامج بالشبكة؛ كل شيء يبقى على جهازك."), self)
        where.setObjectName("quietLabel")
        path = Wrapped(isolated(archive), self)
        path.setObjectName("quietLabel")
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        path.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        buttons = closing(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(8)
        for widget in (drawing, name, what, where, path):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(buttons)
        width = appearance.px(420)
        self.setMinimumWidth(width)
        fit(self, width, column.totalHeightForWidth(width))


def program_version() -> str:
    """The version of the installed program, or "" when it runs from a checkout."""
    try:
        return version("qusasat")
    except PackageNotFoundError:
        return ""
