"""What a reader prefers, chosen once and kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from gui.appearance import LARGEST, SMALLEST
from gui.dialogs.preferences import PreferencesDialog
from newsarchive.search.query import Sort


@pytest.fixture
def dialog(window):
    window.actions_by_id["preferences"].trigger()
    shown = window.findChild(PreferencesDialog)
    yield shown
    shown.reject()


def test_a_font_is_chosen_for_reading_and_given_back(dialog, desk, settings):
    choice, look = dialog.fonts["reading_font"], desk.appearance
    before = look.font("reading").families()
    other = next(f for f in QFontDatabase.families() if f not in before)
    choice.addItem(other, other)
    choice.setFocus()
    choice.setCurrentIndex(choice.count() - 2)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    choice.activated.emit(choice.count() - 1)
    assert settings.text("reading_font") == other
    assert look.font("reading").families() == [other, *before]
    assert look.font("interface").families()[0] != other
    choice.activated.emit(0)
    assert look.font("reading").families() == before


def test_the_fonts_offered_write_arabic(dialog):
    choice = dialog.fonts["interface_font"]
    offered = {choice.itemData(n) for n in range(1, choice.count())}
    assert offered <= set(QFontDatabase.families(QFontDatabase.WritingSystem.Arabic))
    assert (choice.itemData(0), choice.currentIndex()) == ("", 0)


def test_the_order_of_the_list_is_kept_however_it_is_chosen(dialog, window, desk, settings):
    box = dialog.boxes["sort"]
    box.setCurrentIndex(box.findData("oldest"))
    box.activated.emit(box.currentIndex())
    assert desk.navigation.query.sort is Sort.OLDEST
    window.list.sortChosen.emit(Sort.NEWEST)
    assert settings.text("sort") == "newest"
    assert desk.navigation.query.sort is Sort.NEWEST
    menu = next(m for m in window.findChildren(QMenu) if m.title() == "ترتيب القائمة")
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["الأحدث"]


def test_the_way_to_the_watched_folders(dialog, window, qtbot):
    with qtbot.waitSignal(window.sheets.foldersWanted):
        dialog.folders.click()


@pytest.mark.parametrize(("digits", "shown"), [("latin", "100 %"), ("arabic", "١٠٠ %")])
def test_numbers_have_the_readers_digits(desk, settings, appearance, digits, shown):
    settings.set("digits", digits)
    assert PreferencesDialog(settings, appearance, desk.window).text_size.currentText() == shown


def test_the_size_of_the_text_is_chosen(dialog, desk, settings):
    size = dialog.text_size
    assert [size.itemData(n) for n in (0, size.count() - 1)] == [SMALLEST, LARGEST]
    size.activated.emit(size.findData(150))
    assert (settings.number("text_size"), desk.appearance.scale) == (150, 1.5)


def test_a_choice_shows_an_arrow_in_a_colour_of_the_theme(dialog, desk):
    box = dialog.boxes["theme"]
    picture = box.grab().toImage()
    edge = range(picture.width() // 8)
    inks = {picture.pixelColor(x, y).name() for x in edge for y in range(picture.height())}
    assert desk.appearance.colour("muted").name() in inks
