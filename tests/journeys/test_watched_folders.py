"""A folder is named once; what is dropped into it turns up in the list by itself."""

from PySide6.QtWidgets import QFileDialog

from gui.dialogs.watched import WatchedDialog
from tests.journeys.conftest import PAPERS


def test_a_file_dropped_into_a_watched_folder_appears_in_the_list(
    reader, qtbot, tmp_path, monkeypatch
):
    folder = tmp_path / "وارد"
    (folder / "فرعي").mkdir(parents=True)
    (folder / "port.txt").write_text(PAPERS["port.txt"], encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    reader.window.actions_by_id["watch_folders"].trigger()
    dialog = reader.window.findChild(WatchedDialog)
    dialog.add_button.click()
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    dialog.reject()
    qtbot.waitUntil(lambda: len(reader.titles()) == 1)
    assert reader.titles() == ["افتتاح ميناء المرسى الجديد"]
    qtbot.waitUntil(lambda: not reader.desk.watching.busy)
    assert "يراقب مجلدًا واحدًا" in reader.window.status._watched.text()
    (folder / "فرعي" / "match.txt").write_text(PAPERS["match.txt"], encoding="utf-8")
    qtbot.waitUntil(lambda: len(reader.titles()) == 2)
    assert "فوز فريق النورس في نهائي الكأس" in reader.titles()
