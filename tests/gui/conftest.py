import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QPointF, QSettings
from PySide6.QtGui import QKeyEvent, QMouseEvent, Qt
from PySide6.QtWidgets import QApplication

from gui.appearance import Appearance
from gui.application import Desk
from gui.settings import Settings
from gui.wording import Wording
from tests.gui.fake_archive import FakeArchive


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
def make_session(qapp, settings, qtbot, tmp_path):
    made = []

    def make(archive=None, **values):
        for key, value in values.items():
            settings.set(key, value)
        session = Desk(qapp, settings)
        made.append(session)
        qtbot.addWidget(session.window)
        session.window.resize(1440, 900)
        with qtbot.waitActive(session.window):
            session.window.show()
            session.window.activateWindow()
        if archive is not None:
            session.window.archive_path = tmp_path / "أرشيف.qusasat"
            session.asking.use(archive)
            qtbot.waitUntil(lambda: not session.asking.busy)
        return session

    yield make
    for session in made:
        session.window.close()
        session.close()
        session.deleteLater()


@pytest.fixture
def session(make_session, archive):
    return make_session(archive)


@pytest.fixture
def window(session):
    return session.window


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
