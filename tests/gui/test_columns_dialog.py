"""Choosing the columns of a table, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.dialogs.columns import ColumnsDialog
from newsarchive.columns import Column, ColumnMapping, MappedPart, Table

COLUMNS = (
    Column("م", ("افتتاح الميناء", "مدرسة جديدة")),
    Column("خ", ("نص عن الميناء الجديد.", "نص عن المدرسة.")),
    Column("date", ("2025-12-15", "")),
)
GUESS = ColumnMapping(
    (
        MappedPart("title", "م", "content", 0.7),
        MappedPart("body", "خ", "content", 0.9),
        MappedPart("date", "date", "name"),
    )
)


@pytest.fixture
def make_dialog(qtbot, appearance):
    parents = []

    def make(mapping=GUESS):
        parent = QWidget()
        parents.append(parent)
        qtbot.addWidget(parent)
        dialog = ColumnsDialog(Table("/x/جدول.csv", COLUMNS, mapping, False), appearance, parent)
        dialog.kept = []
        dialog.chosen.connect(dialog.kept.append)
        with qtbot.waitExposed(dialog):
            dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return make


def press(dialog, *keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or dialog, key)


def test_it_shows_rows_the_guess_and_why(make_dialog):
    dialog = make_dialog()
    assert dialog.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert (dialog.rows.rowCount(), dialog.rows.columnCount()) == (2, 3)
    assert "مدرسة جديدة" in dialog.rows.item(1, 0).text()
    assert dialog.boxes["title"].currentData() == "م"
    assert dialog._reasons["title"].text() == "من محتواه"
    assert dialog._reasons["date"].text() == "من اسمه"
    assert dialog._reasons["url"].text() == ""


def test_enter_accepts_what_is_shown(make_dialog):
    dialog = make_dialog()
    assert dialog.boxes["title"].hasFocus()
    press(dialog, Qt.Key.Key_Return)
    assert dialog.kept == [{"title": "م", "body": "خ"}]
    assert not dialog.isVisible()


def test_escape_skips_the_file(make_dialog, qtbot):
    dialog = make_dialog()
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Escape)
    assert dialog.kept == []


def test_the_preview_follows_the_choice_and_the_row(make_dialog):
    dialog = make_dialog()
    assert dialog.title.text() == "افتتاح الميناء"
    assert dialog.text.toPlainText() == "نص عن الميناء الجديد."
    assert "2025-12-15" in dialog.meta.text()
    dialog.rows.setFocus()
    press(dialog, Qt.Key.Key_Down)
    assert dialog.title.text() == "مدرسة جديدة"
    assert dialog.meta.text() == ""
    dialog.boxes["title"].setFocus()
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert dialog.boxes["title"].currentData() == "date"


def test_a_column_is_taken_from_the_part_that_had_it(make_dialog):
    dialog = make_dialog()
    box = dialog.boxes["title"]
    box.setCurrentIndex(box.findData("خ"))
    assert dialog.boxes["body"].currentData() == ""
    assert dialog.title.text() == "نص عن الميناء الجديد."
    assert dialog._reasons["title"].text() == "باختيارك"
    assert dialog.choices() == {"title": "خ", "body": ""}


def test_a_known_name_can_be_left_out(make_dialog):
    dialog = make_dialog()
    dialog.boxes["date"].setCurrentIndex(0)
    assert dialog.choices() == {"title": "م", "body": "خ", "date": ""}


def test_without_title_and_text_there_is_nothing_to_import(make_dialog):
    dialog = make_dialog(ColumnMapping())
    assert not dialog.take.isEnabled()
    assert dialog.text.toPlainText() == "اختر عمود العنوان أو عمود النص."
    press(dialog, Qt.Key.Key_Down)
    assert dialog.take.isEnabled()
    press(dialog, Qt.Key.Key_Enter)
    assert dialog.kept == [{"title": "م"}]


def test_the_keyboard_reaches_everything(make_dialog):
    dialog = make_dialog()
    seen = []
    while not seen or QApplication.focusWidget() is not seen[0]:
        seen.append(QApplication.focusWidget())
        press(dialog, Qt.Key.Key_Tab)
    assert set(seen) >= {dialog.rows, dialog.text, dialog.take, *dialog.boxes.values()}
