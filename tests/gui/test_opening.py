"""Opening archives: asked for, made, and those that were open lately."""

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu

from gui.dialogs.palette import PaletteDialog
from tests.gui.people import people_archive


@pytest.fixture
def opening(people):
    return people.window.opening


@pytest.fixture
def wanted(opening):
    told = []
    opening.archiveWanted.disconnect()
    opening.archiveWanted.connect(lambda path, make: told.append((str(path), make)))
    return told


@pytest.mark.parametrize(
    ("act", "dialog", "answer", "told"),
    [
        ("make", "getSaveFileName", "/x/جديد", [("/x/جديد.qusasat", True)]),
        ("make", "getSaveFileName", "/x/a.db", [("/x/a.db", True)]),
        ("make", "getSaveFileName", "", []),
        ("ask", "getOpenFileName", "/x/a.qusasat", [("/x/a.qusasat", False)]),
        ("ask", "getOpenFileName", "", []),
    ],
)
def test_the_archive_that_was_chosen_is_wanted(
    opening, wanted, monkeypatch, act, dialog, answer, told
):
    monkeypatch.setattr(QFileDialog, dialog, lambda *_: (answer, ""))
    getattr(opening, act)()
    assert wanted == told


def recent_menu(window):
    menu = next(m for m in window.findChildren(QMenu) if m.title() == "أرشيفات حديثة")
    menu.aboutToShow.emit()
    return menu


def test_those_open_lately_are_in_the_menu_but_for_the_one_that_is_open(people, opening, wanted):
    (action,) = recent_menu(people.window).actions()
    assert not action.isEnabled()
    people.settings.set("recent", ("/y/أول.qusasat", str(opening.archive), "/y/b&c.qusasat"))
    first, second = recent_menu(people.window).actions()
    assert first.text().startswith("&1  \u2068أول — /y")
    assert "b&&c" in second.text()
    second.trigger()
    assert wanted == [("/y/b&c.qusasat", False)]


def test_by_key_one_is_found_by_its_name(people, tmp_path, qtbot):
    folder = tmp_path / "آخر"
    folder.mkdir()
    other = people_archive(folder)
    people.settings.set("recent", (str(other),))
    people.window.actions_by_id["open_recent"].trigger()
    dialog = people.window.findChild(PaletteDialog)
    assert dialog.model.rowCount() == 1
    dialog.view.activated.emit(dialog.model.index(0))
    dialog.reject()
