"""The table of commands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from gui.actions import COMMANDS, MENUS, key_sequences, shown_keys

LETTERS = [(c, key) for c in COMMANDS for key in c.keys if len(key.rpartition("+")[2]) == 1]


def test_ids_are_unique_and_menus_exist():
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))
    assert {command.menu for command in COMMANDS} <= {name for name, _ in MENUS} | {""}


def test_no_key_means_two_things():
    for right_to_left in (True, False):
        keys = [k for c in COMMANDS for k in key_sequences(c, right_to_left=right_to_left)]
        texts = [key.toString() for key in keys]
        assert sorted(texts) == sorted(set(texts))
        assert all(not key.isEmpty() for key in keys)


@pytest.mark.parametrize(("command", "key"), [(c, k) for c, k in LETTERS if k[-1].isalpha()])
def test_each_letter_works_on_an_arabic_keyboard_too(command, key):
    sequences = key_sequences(command, right_to_left=True)
    arabic = [s for s in sequences if any("\u0600" <= c <= "\u06ff" for c in s.toString())]
    assert arabic, command.id


def test_back_and_forward_change_places_with_the_direction():
    back = next(command for command in COMMANDS if command.id == "back")
    assert key_sequences(back, right_to_left=True) == [QKeySequence("Alt+Right")]
    assert key_sequences(back, right_to_left=False) == [QKeySequence("Alt+Left")]
    assert "Right" in shown_keys(back, right_to_left=True)


def test_every_command_is_in_the_window(window):
    assert set(window.actions_by_id) == {command.id for command in COMMANDS}
    for command in COMMANDS:
        action = window.actions_by_id[command.id]
        assert action.shortcutContext() == Qt.ShortcutContext.WindowShortcut
        assert action.text()


def test_menus_hold_their_commands(window):
    menus = [action.menu() for action in window.menuBar().actions()]
    assert len(menus) == len(MENUS)
    in_menus = {action for menu in menus for action in menu.actions()}
    for command in COMMANDS:
        assert (window.actions_by_id[command.id] in in_menus) == bool(command.menu)


def test_keys_that_end_in_a_sign_are_whole_in_a_menu_from_right_to_left(window):
    shown = {name: action.text() for name, action in window.actions_by_id.items()}
    assert shown["larger"] == "تكبير النص\t\u2068Ctrl++\u2069"
    assert shown["preferences"].endswith("\t\u2068Ctrl+,\u2069")
    assert (shown["import_files"], shown["shortcuts"]) == (
        "استيراد ملفات…",
        "اختصارات لوحة المفاتيح",
    )
