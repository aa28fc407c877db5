import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.application import Desk
from gui.settings import Settings
from tests.newsarchive.builders import archive_of, article

# X is the screen of Linux and its kin alone.
collect_ignore = [] if sys.platform.startswith("linux") else ["test_real_screen.py"]

PAPERS = {
    "port.txt": """اقتصاد

افتتاح ميناء المرسى الجديد

15 ديسمبر 2025

افتتح سالم بن علي الحارثي رئيس هيئة الموانئ اليوم ميناء المرسى الجديد في محافظة الساحل.

وقال الحارثي إن الميناء يستقبل ثلاثين سفينة في الشهر، وإن الأرصفة الثلاثة جُهزت برافعات حديثة.
""",
    "school.txt": """محليات

مدرسة جديدة في ولاية السهل

3 نوفمبر 2025

افتتحت وزارة التربية مدرسة جديدة في ولاية السهل تضم عشرين فصلًا.

وأوضح سعيد بن خلفان الراسبي مدير المدرسة أن الطلاب بدأوا الدراسة صباح أمس.
""",
    "match.txt": """رياضة

فوز فريق النورس في نهائي الكأس

20 نوفمبر 2025

فاز فريق النورس بكأس الموسم بعد مباراة انتهت بهدفين مقابل هدف.

وحضر المباراة سالم بن علي الحارثي وجمهور كبير ملأ المدرجات.
""",
}


class Reader:
    """A person at the keyboard."""

    def __init__(self, desk, qtbot):
        self.desk = desk
        self._qtbot = qtbot

    @property
    def window(self):
        return self.desk.window

    def waits(self):
        desk, bar = self.desk, self.desk.window.search_bar
        self._qtbot.waitUntil(lambda: not bar.has_pending)
        self._qtbot.waitUntil(lambda: not desk.importing.running)
        self._qtbot.waitUntil(lambda: not desk.busy)

    def until(self, comes_true):
        self._qtbot.waitUntil(comes_true)

    def presses(self, *keys):
        for key in keys:
            modifiers = Qt.KeyboardModifier.NoModifier
            if isinstance(key, tuple):
                modifiers, key = key
            target = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, Qt.Key.Key_unknown, modifiers, key)
                    QApplication.sendEvent(target, event)
            else:
                QTest.keyClick(target, key, modifiers)

    def searches(self, words):
        self.presses((Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K))
        self.presses(*words)
        self.waits()

    def imports(self, *paths):
        self.window.import_paths(paths)
        self.waits()

    def titles(self):
        model = self.window.list.model
        return [model.hit(row).title.text for row in range(model.rowCount())]


@pytest.fixture
def reader(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    desk = Desk(qapp, Settings(store))
    qtbot.addWidget(desk.window)
    with qtbot.waitActive(desk.window):
        desk.window.show()
        desk.window.activateWindow()
    desk.open(tmp_path / "أرشيف.qusasat", create=True)
    one = Reader(desk, qtbot)
    one.waits()
    yield one
    desk.window.close()
    desk.close()
    desk.deleteLater()


@pytest.fixture
def papers(tmp_path):
    folder = tmp_path / "قصاصات"
    folder.mkdir()
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def shelf(reader, tmp_path):
    """The reader before an archive of four articles, the newest first."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    salim, said = "سالم بن علي الحارثي", "سعيد بن خلفان الراسبي"
    port = article(
        "افتتاح ميناء المرسى", "افتتح الوزير ميناء المرسى الجديد.\n\nوقال إن الميناء كبير.",
        date="2025-12-15", section="اقتصاد", outlet="الساحل", persons=[salim],
    )  # fmt: skip
    school = article(
        "مدرسة جديدة في السهل", "افتتحت الوزارة مدرسة تضم عشرين فصلًا.",
        date="2025-11-20", section="محليات", outlet="الأيام", persons=[said],
    )  # fmt: skip
    match = article(
        "فوز فريق النورس", "فاز فريق النورس بكأس الموسم.",
        date="2025-11-03", section="رياضة", outlet="الملعب", persons=[salim],
    )  # fmt: skip
    road = article("طريق الجبل", "بدأ رصف الطريق.", date="2025-10-01", outlet="الأيام")
    with archive_of(folder, port, school, match, road) as archive:
        path = archive.path
    reader.desk.open(path)
    reader.waits()
    reader.until(lambda: len(reader.titles()) == 4)
    return reader
