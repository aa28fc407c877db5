import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"

import pytest
from PySide6.QtCore import QPointF, QSettings
from PySide6.QtGui import QKeyEvent, QMouseEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog

from gui.appearance import Appearance
from gui.application import Desk
from gui.dialogs.correction import CorrectionDialog
from gui.settings import Settings
from gui.wording import Wording
from tests.gui.fake_archive import FakeArchive
from tests.gui.people import people_archive


@pytest.fixture
def settings(qapp, tmp_path):
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = Settings(store)
    made.set("theme", "light")
    return made


@pytest.fixture
def appearance(qapp, settings):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made = Appearance(qapp, settings)
    yield made
    made.deleteLater()


@pytest.fixture
def wording():
    return Wording()


@pytest.fixture
def archive():
    return FakeArchive()


@pytest.fixture
def make_desk(qapp, settings, qtbot, tmp_path):
    made = []

    def make(archive=None, **values):
        for key, value in values.items():
            settings.set(key, value)
        desk = Desk(qapp, settings)
        made.append(desk)
        qtbot.addWidget(desk.window)
        desk.window.resize(1440, 900)
        with qtbot.waitActive(desk.window):
            desk.window.show()
            desk.window.activateWindow()
        if archive is not None:
            desk.window.archive_path = tmp_path / "أرشيف.qusasat"
            desk.asking.use(archive)
            qtbot.waitUntil(lambda: not desk.asking.busy)
        return desk

    yield make
    for desk in made:
        desk.window.close()
        desk.close()
        desk.deleteLater()


@pytest.fixture
def people(make_desk, qtbot, tmp_path, monkeypatch):
    """A desk with the small archive of people open."""
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    path = people_archive(tmp_path)
    desk = make_desk()
    desk.open(path)
    qtbot.waitUntil(lambda: not desk.busy and desk.window.list.model.rowCount() == 4)
    return desk


@pytest.fixture
def desk(make_desk, archive):
    return make_desk(archive)


@pytest.fixture
def window(desk):
    return desk.window


@pytest.fixture
def settle(people, qtbot):
    """Waits until the window on the archive of people has all its answers."""

    def wait():
        qtbot.waitUntil(lambda: not people.busy)

    return wait


@pytest.fixture
def focus(people):
    """Give a value of a facet the focus."""

    def on(facet, name):
        window = people.window
        section = window.sidebar.sections[facet]
        rows = [section.model.index(row) for row in range(section.model.rowCount())]
        section.view.setFocus()
        section.view.setCurrentIndex(next(index for index in rows if index.data() == name))

    return on


@pytest.fixture
def dialog(people, qtbot):
    """The dialog that is open, once it has its preview."""

    def shown():
        (found,) = (d for d in people.window.findChildren(QDialog) if d.isVisible())
        if isinstance(found, CorrectionDialog):
            qtbot.waitUntil(found.take.isEnabled)
        return found

    return shown


def move_mouse(widget, position):
    """Move over a widget, whatever other windows there are."""
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(position),
        QPointF(widget.mapToGlobal(position)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def type_text(widget, text):
    """Type letters of any script: QTest.keyClicks aborts the process on Arabic ones."""
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)
