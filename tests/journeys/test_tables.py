"""A table with strange columns: asked about once, remembered ever after."""

import csv

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.dialogs.columns import ColumnsDialog

HEAD = ("م1", "م2", "م3")
ROWS = (
    ("افتتاح ميناء المرسى الجديد", "ميناء المرسى الجديد في محافظة الساحل", "2025-12-15"),
    ("مدرسة جديدة في ولاية السهل", "مدرسة جديدة في ولاية السهل تضم عشرين فصلًا", "2025-11-03"),
)


def write(path, *rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])
    return path


def question(reader, qtbot):
    def shown():
        found = reader.window.findChildren(ColumnsDialog)
        return next((one for one in found if one.isVisible()), None)

    qtbot.waitUntil(lambda: shown() is not None)
    return shown()


def test_the_columns_are_chosen_once_and_known_from_then_on(reader, qtbot, tmp_path):
    reader.window.import_paths([write(tmp_path / "first.csv", *ROWS)])
    dialog = question(reader, qtbot)
    assert dialog.title.text() == ROWS[0][0]
    box = dialog.boxes["body"]
    box.setCurrentIndex(box.findData("م2"))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    reader.waits()
    assert sorted(reader.titles()) == sorted(row[0] for row in ROWS)
    later = ("فوز فريق النورس في نهائي الكأس", "فاز فريق النورس بكأس الموسم", "2025-11-20")
    reader.imports(write(tmp_path / "second.csv", later))
    assert later[0] in reader.titles()
