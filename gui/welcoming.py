"""The welcome that the sample archive gives until it is hidden, and the tour that it offers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QVBoxLayout

from gui.appearance import Appearance
from gui.panes.tour import Stop, Tour
from gui.panes.welcome_bar import WelcomeBar
from gui.settings import Settings

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_ABOVE_PANES = 1  # in the window's column: below the search bar


class Welcoming(QObject):
    """Puts the welcome into a window and takes it out again."""

    def __init__(self, window: "MainWindow", settings: Settings, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._settings, self._appearance = window, settings, appearance
        self.bar: WelcomeBar | None = None

    def show(self) -> None:
        """Show the welcome, unless it was hidden for good."""
        window = self._window
        if self.bar is not None or self._settings.number("welcomed"):
            return
        self.bar = WelcomeBar(self._appearance, window)
        self.bar.tourWanted.connect(self.begin_tour)
        self.bar.newWanted.connect(window.opening.make)
        self.bar.openWanted.connect(window.opening.ask)
        self.bar.dismissed.connect(self._dismiss)
        middle = window.centralWidget()
        column = middle.layout() if middle is not None else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(_ABOVE_PANES, self.bar)

    def hide(self) -> None:
        """Take it away; on the sample it comes back."""
        if self.bar is not None:
            self.bar.deleteLater()
            self.bar = None

    @Slot()
    def begin_tour(self) -> None:
        """Go through the window."""
        window = self._window
        stops = (
            Stop(
                lambda: window.search_bar.field,
                self.tr("ابحث وأنت تكتب"),
                self.tr(
                    "بأي إملاء: الهمزات والتشكيل وأدوات العطف لا تمنع شيئًا. "
                    "مفتاح «/» يعيدك إلى هنا من أي مكان."
                ),
            ),
            Stop(
                lambda: window.sidebar,
                self.tr("ضيّق النتيجة"),
                self.tr("اضغط تاريخًا أو شخصًا أو مؤسسة لتختاره، وثانية لتستبعده، وثالثة لتتركه."),
            ),
            Stop(
                lambda: window.list,
                self.tr("تصفّح بالأسهم"),
                self.tr("المقال يتبع المؤشر، ومفتاح المسافة يقلب صفحاته دون أن تغادر القائمة."),
            ),
            Stop(
                lambda: window.reading,
                self.tr("من وماذا"),
                self.tr("اضغط اسمًا في المقال لترى صفحته ومناصبه ومقالاته، أو لتصححه."),
            ),
            Stop(
                lambda: window.menuBar(),
                self.tr("أرشيفك أنت"),
                self.tr(
                    "ملف ← أرشيف جديد، ثم اسحب إلى النافذة ما حفظته. ومفتاح F1 يفتح دليل الاستعمال."
                ),
            ),
        )
        Tour(stops, self._appearance, window)

    @Slot()
    def _dismiss(self) -> None:
        self._settings.set("welcomed", 1)
        self.hide()
