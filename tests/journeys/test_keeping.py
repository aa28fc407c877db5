"""Marking what matters and finding it again, by keyboard alone."""

from PySide6.QtCore import Qt

from gui.dialogs.naming_search import NamingSearchDialog
from gui.dialogs.palette import PaletteDialog
from gui.dialogs.tagging import TaggingDialog
from newsarchive.search.query import Facet

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def tags(reader):
    model = reader.window.sidebar.sections[Facet.TAG].model
    return [model.index(row).data() for row in range(model.rowCount())]


def to_list(reader):
    reader.presses(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    reader.until(reader.window.list.view.hasFocus)


def test_two_articles_are_starred_and_found_again_and_it_is_undone(shelf):
    to_list(shelf)
    shelf.presses(Qt.Key.Key_Home, (SHIFT, Qt.Key.Key_Down), Qt.Key.Key_Asterisk)
    shelf.waits()
    shelf.searches("نجمة:")
    assert shelf.titles() == ["افتتاح ميناء المرسى", "مدرسة جديدة في السهل"]
    to_list(shelf)
    shelf.presses((CONTROL, Qt.Key.Key_Z))
    shelf.waits()
    assert len(shelf.titles()) == 4
    assert tags(shelf) == []


def test_articles_are_tagged_together_and_the_tag_narrows_the_list(shelf):
    to_list(shelf)
    shelf.presses(Qt.Key.Key_End, (SHIFT, Qt.Key.Key_Up), Qt.Key.Key_T)
    shelf.until(lambda: shelf.window.findChild(TaggingDialog) is not None)
    dialog = shelf.window.findChild(TaggingDialog)
    shelf.until(dialog.isActiveWindow)
    shelf.presses(*"ملف الرياضة", Qt.Key.Key_Return)
    shelf.window.activateWindow()
    shelf.waits()
    assert tags(shelf) == ["ملف الرياضة"]
    shelf.until(shelf.window.isActiveWindow)
    shelf.presses(Qt.Key.Key_F, Qt.Key.Key_Space)
    shelf.waits()
    assert shelf.titles() == ["فوز فريق النورس", "طريق الجبل"]


def test_a_search_is_saved_left_and_opened_again(shelf):
    shelf.searches("الساحل ")
    shelf.presses((CONTROL, Qt.Key.Key_S))
    dialog = shelf.window.findChild(NamingSearchDialog)
    shelf.until(dialog.isActiveWindow)
    assert dialog.field.text() == "الساحل"
    shelf.presses(*"أخبار الساحل", Qt.Key.Key_Return)
    shelf.window.activateWindow()
    shelf.waits()
    shelf.until(shelf.window.isActiveWindow)
    shelf.searches("")
    to_list(shelf)
    shelf.waits()
    shelf.presses(Qt.Key.Key_G, Qt.Key.Key_Return)
    shelf.waits()
    assert shelf.window.search_bar.field.text() == "الساحل "


def test_a_note_is_written_and_found(shelf):
    to_list(shelf)
    shelf.presses(Qt.Key.Key_Home, Qt.Key.Key_N, *"راجع الصورة", Qt.Key.Key_Escape)
    shelf.waits()
    shelf.searches("ملاحظة:صورة")
    assert shelf.titles() == ["افتتاح ميناء المرسى"]


def test_what_has_no_known_key_is_found_by_its_name_and_done(shelf):
    to_list(shelf)
    shelf.presses((CONTROL | SHIFT, Qt.Key.Key_P))
    dialog = shelf.window.findChild(PaletteDialog)
    shelf.until(dialog.isActiveWindow)
    shelf.presses(*"اقدم", *[Qt.Key.Key_Backspace] * 4, *"نجمه", Qt.Key.Key_Return)
    shelf.window.activateWindow()
    shelf.waits()
    assert shelf.window.list.model.hit(0).marks.starred
