"""The palette: every command by a few letters of its name, in Arabic or English."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.actions import COMMANDS
from gui.dialogs.palette import PaletteDialog
from gui.palette import Entry, found
from tests.gui.conftest import type_text

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def entry(name, other=""):
    return Entry(name, other, lambda: None)


NAMES = [
    entry("استيراد ملفات…", "Import Files…"),
    entry("المجلدات المراقبة…", "Watched Folders…"),
    entry("إظهار المرشحات أو إخفاؤها", "Show or Hide Filters"),
    entry("نسخ كإشارة مرجعية", "Copy as Citation"),
    entry("نسخ", "Copy"),
]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("نسخ", ["نسخ كإشارة مرجعية", "نسخ"]),
        ("مراقبه", ["المجلدات المراقبة…"]),
        ("اظهار", ["إظهار المرشحات أو إخفاؤها"]),
        ("مرجع نسخ", ["نسخ كإشارة مرجعية"]),
        ("import", ["استيراد ملفات…"]),
        ("citat", ["نسخ كإشارة مرجعية"]),
        ("tation", ["نسخ كإشارة مرجعية"]),
        ("wtch", ["المجلدات المراقبة…"]),
        ("zzz", []),
        ("", [one.name for one in NAMES]),
    ],
)
def test_what_is_typed_finds(typed, names):
    assert [one.name for one in found(NAMES, typed)] == names


def test_a_beginning_comes_before_a_word_and_a_word_before_letters():
    every = [entry("xcopyx"), entry("c o p y"), entry("a copy"), entry("copy")]
    assert [one.name for one in found(every, "copy")] == ["copy", "a copy", "xcopyx", "c o p y"]


@pytest.fixture
def open_palette(window, qtbot):
    def open_it():
        window.activateWindow()
        QTest.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
        return window.findChildren(PaletteDialog)[-1]

    return open_it


def test_every_command_is_there_with_its_key_and_its_other_name(window, open_palette):
    dialog = open_palette()
    lines = [dialog.model.line(dialog.model.index(n)) for n in range(dialog.model.rowCount())]
    texts = {line.text for line in lines}
    assert len(texts) > len(COMMANDS)
    named = [c.id for c in COMMANDS if c.id not in {"palette", "undo", "redo"}]
    assert {window.actions_by_id[name].text().split("\t")[0] for name in named} <= texts
    star = next(line for line in lines if line.text == "نجمة")
    assert (star.note, star.figure) == ("Star", "*")
    assert any(line.text == "المظهر: ليلي" and "Dark" in line.note for line in lines)
    dialog.reject()


def test_enter_does_it_and_the_arrows_choose(window, open_palette, settings):
    dialog = open_palette()
    type_text(dialog.field, "appearance dark")
    dialog.field.clear()
    type_text(dialog.field, "ليلي")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert settings.text("theme") == "dark"
    dialog = open_palette()
    dialog.field.clear()
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.view.currentIndex().row() == 1
    dialog.field.setText("النسخ مرة")
    dialog.view.clicked.emit(dialog.model.index(0))
    assert window.navigation.query.once


def test_what_cannot_be_done_now_is_not_done(window, open_palette):
    window.actions_by_id["compare"].setEnabled(False)
    dialog = open_palette()
    type_text(dialog.field, "مقارنة")
    line = dialog.model.line(dialog.model.index(0))
    assert line.is_past
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.field.setText("zzzz")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()


def test_in_english_the_other_name_is_arabic(make_desk, archive):
    window = make_desk(archive, language="en").window
    window.actions_by_id["palette"].trigger()
    dialog = window.findChild(PaletteDialog)
    type_text(dialog.field, "نجمة")
    line = dialog.model.line(dialog.model.index(0))
    assert (line.text, line.note) == ("Star", "نجمة")
    dialog.reject()
    QApplication.processEvents()
