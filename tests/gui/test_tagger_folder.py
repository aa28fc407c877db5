"""A tagger of the user's own: chosen in the preferences, tried, kept by the archive."""

import pytest
from PySide6.QtWidgets import QFileDialog

from gui.dialogs.preferences import PreferencesDialog
from newsarchive.archive import Archive
from tests.newsarchive.entities.networks import make_network


@pytest.fixture
def tagger(people, settle):
    people.window.sheets.show_preferences()
    dialog = people.window.findChild(PreferencesDialog)
    settle()
    yield dialog.tagger
    dialog.reject()


@pytest.fixture
def choose(tagger, settle, monkeypatch):
    def folder(place):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))
        tagger.choose_button.click()
        settle()

    return folder


def kept(people):
    with Archive.open(people.window.archive_path, read_only=True) as archive:
        return archive.sources.tagger()


def test_it_is_kept_by_the_archive_and_given_back(people, tagger, choose, settle, tmp_path):
    assert (tagger.place.text(), tagger.plain_button.isEnabled()) == ("", False)
    said = tagger.told.text()
    folder = make_network(tmp_path / "model", {"سالم": "B-PERS"})
    choose(folder)
    assert kept(people) == folder
    assert (tagger.place.text(), tagger.told.text()) == (str(folder), said)
    people.window.sheets.show_preferences()
    again = people.window.findChildren(PreferencesDialog)[-1]
    settle()
    assert again.tagger.place.text() == str(folder)
    again.reject()
    tagger.plain_button.click()
    settle()
    assert (kept(people), tagger.place.text()) == (None, "")


def test_a_folder_that_holds_no_model_is_told_and_changes_nothing(people, tagger, choose, tmp_path):
    choose(tmp_path)
    assert "config.json" in tagger.told.text()
    assert (kept(people), tagger.place.text()) == (None, "")


def test_who_asks_for_no_folder_changes_nothing(people, tagger, choose):
    said = tagger.told.text()
    choose("")
    assert (kept(people), tagger.told.text()) == (None, said)
