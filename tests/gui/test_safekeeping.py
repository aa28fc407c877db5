"""A backup a day is made by itself; a backup takes the open archive's place."""

import pytest

from gui.dialogs.preferences import PreferencesDialog
from gui.safekeeping import AGAIN, Safekeeping
from newsarchive.archive import Archive
from tests.gui.people import people_archive
from tests.newsarchive.builders import add, archive_of, article


def test_an_open_archive_is_backed_up_once_after_a_while(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    path = people_archive(tmp_path)
    keeping = Safekeeping(later=0)
    told = []
    keeping.told.connect(told.append)
    for _ in range(2):
        keeping.follow(path, "", "en")
        qtbot.waitUntil(
            lambda: not keeping.running and keeping._timer.interval() == AGAIN, timeout=60_000
        )
    copies = list(path.with_name("test.backups").iterdir())
    assert len(copies) == 1
    keeping.close()
    assert told == []


def test_a_backup_that_cannot_be_made_is_told(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    path = people_archive(tmp_path)
    (tmp_path / "file").write_text("x")
    keeping = Safekeeping(later=0)
    with qtbot.waitSignal(keeping.told) as told:
        keeping.follow(path, str(tmp_path / "file"), "en")
    assert "file" in told.args[0]
    assert (keeping._timer.isActive(), keeping._done) == (True, set())
    keeping.close()


def test_the_folder_for_backups_is_chosen_in_the_preferences(people, qtbot, tmp_path, monkeypatch):
    wanted = []
    monkeypatch.setattr(people.safekeeping, "follow", lambda *given: wanted.append(given))
    monkeypatch.setattr(people, "_watches", True)
    people.window.sheets.show_preferences()
    row = people.window.findChild(PreferencesDialog).backups
    assert (row.place.text(), row.plain_button.isEnabled()) == ("", False)
    kept = row.told.text()
    folder = tmp_path / "stick"
    folder.mkdir()
    choose(monkeypatch, folder)
    row.choose_button.click()
    qtbot.waitUntil(lambda: not row.busy)
    assert people.settings.text("backups") == row.place.text() == str(folder)
    assert row.told.text() != kept
    assert wanted[-1][1] == str(folder)
    folder.rmdir()
    folder.write_text("a file")
    row.choose_button.click()
    qtbot.waitUntil(lambda: not row.busy)
    assert str(folder) in row.told.text()
    choose(monkeypatch, "")
    row.choose_button.click()
    assert people.settings.text("backups") == str(folder)
    row.plain_button.click()
    assert (people.settings.text("backups"), row.told.text()) == ("", kept)
    assert wanted[-1][1] == ""


def choose(monkeypatch, folder):
    monkeypatch.setattr(
        "gui.dialogs.folder_line.QFileDialog.getExistingDirectory", lambda *_: str(folder)
    )


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_backup_takes_the_place_of_the_open_archive(people, qtbot, is_whole):
    path = people.window.archive_path
    copy = path.with_name("copy.qusasat")
    copy.write_bytes(path.read_bytes() if is_whole else b"x" * 999)
    with Archive.open(path) as archive:
        add(archive, article("خبر بعد النسخة"))
    people.asking.reload()
    qtbot.waitUntil(lambda: people.window.list.model.rowCount() == 5)
    people.window.backupWanted.emit(copy)
    rows = 4 if is_whole else 5
    with qtbot.waitSignal(people.safekeeping.putBack):
        pass
    qtbot.waitUntil(lambda: not people.busy and people.window.list.model.rowCount() == rows)
    kept = list(path.parent.glob("test.replaced-*.qusasat"))
    assert len(kept) == (1 if is_whole else 0)
    if not is_whole:
        assert people.window.status._understood.text()


def test_what_another_window_adds_is_shown_without_being_asked_for(people, qtbot):
    path = people.window.archive_path
    people.asking.follow()
    qtbot.waitUntil(lambda: not people.busy)
    with Archive.open(path) as archive:
        add(archive, article("خبر من نافذة أخرى"))
    people.asking.follow()
    qtbot.waitUntil(lambda: people.window.list.model.rowCount() == 5)


def test_a_file_that_another_program_put_in_its_place_is_shown(people, qtbot, tmp_path):
    path = people.window.archive_path
    other = tmp_path / "other"
    other.mkdir()
    archive_of(other, article("واحد")).close()
    (other / "test.qusasat").replace(path)
    people.asking.follow()
    qtbot.waitUntil(lambda: people.window.list.model.rowCount() == 1)
    people.asking.follow()
    qtbot.waitUntil(lambda: not people.busy)
