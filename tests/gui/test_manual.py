"""The manual: both languages say the same, and what they say is so."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from gui.actions import COMMANDS
from gui.dialogs.manual import ManualDialog, manual
from newsarchive.search.parse import read
from resources import resource


@pytest.fixture
def dialog(appearance, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    one = ManualDialog(appearance, "ar", window)
    one.show()
    yield one
    del window


def structure(language):
    text = resource("manual", f"{language}.md").read_text(encoding="utf-8")
    return [re.match(r"#+|\| |- |\d\.|", line)[0] for line in text.splitlines()]


def test_both_languages_have_the_same_sections_lists_and_tables():
    assert structure("ar") == structure("en")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_key_is_told(language):
    text = manual(language, right_to_left=False)
    for command in COMMANDS:
        assert all(f"| {key}" in text for key in command.keys[:1]), command.id


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_line_it_shows_is_understood(language):
    section = resource("manual", f"{language}.md").read_text(encoding="utf-8").split("\n## ")[3]
    table = section.split("### ")[0]
    shown = re.findall(r"^\| (.+?) \| .+ \|$", table, re.MULTILINE)[1:]
    lines = [re.sub("&#x206[679];", "", line) for line in shown]
    assert len(lines) > 10
    assert not [line for line in lines if read(line).faults]


def test_rows_begin_on_the_right_in_arabic():
    rows = manual("ar", right_to_left=True).splitlines()
    assert "| فيجد | تكتب |" in rows


def test_a_heading_chosen_comes_to_the_top(dialog, qtbot):
    dialog.contents.setCurrentRow(5)
    qtbot.waitUntil(lambda: dialog.text.verticalScrollBar().value() > 0)
    first = dialog.text.cursorForPosition(QPoint(dialog.text.width() // 2, 24))
    assert dialog.contents.currentItem().text() in first.block().text()


def test_what_is_sought_is_found_and_then_found_further_on(dialog, qtbot):
    dialog.search.setFocus()
    dialog.search.setText("المهملات")
    dialog.search.textEdited.emit("المهملات")
    first = dialog.text.textCursor()
    assert first.selectedText() == "المهملات"
    dialog.search.setText("المقال")
    dialog.search.textEdited.emit("المقال")
    before = dialog.text.textCursor().position()
    dialog.search.returnPressed.emit()
    assert dialog.text.textCursor().position() > before


def test_it_does_not_keep_the_window_waiting(dialog):
    assert dialog.windowModality() == Qt.WindowModality.NonModal
