"""The first look: the list as it was left, before all else is loaded."""

import json
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from gui import application, glance
from newsarchive.archive import Archive
from newsarchive.search.query import Choice, Facet, Query, Sort
from tests.gui.conftest import type_text
from tests.gui.people import people_archive


@pytest.fixture
def archive_file(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    return people_archive(tmp_path)


@pytest.fixture
def results(archive_file):
    with Archive.open(archive_file, read_only=True) as archive:
        return archive.search(Query(sort=Sort.NEWEST), 50)


def kept(archive_file):
    (place,) = (archive_file.parent / "cache" / "glance").iterdir()
    return place


def test_what_was_remembered_comes_back_as_it_was(archive_file, results):
    glance.remember(archive_file, results)
    assert glance.recall(archive_file, results.query) == replace(results, understood=())


def test_another_order_or_archive_is_not_shown(archive_file, results, tmp_path):
    glance.remember(archive_file, results)
    assert glance.recall(archive_file, Query(sort=Sort.OLDEST)) is None
    assert glance.recall(archive_file, Query(sort=Sort.NEWEST, once=True)) is None
    assert glance.recall(tmp_path / "none.qusasat", results.query) is None
    other = tmp_path / "other.qusasat"
    other.write_bytes(b"")
    assert glance.recall(other, results.query) is None


@pytest.mark.parametrize("harm", ["{", "[]", '{"format": 0}', '{"format": 1}'])
def test_what_cannot_be_read_is_not_shown(archive_file, results, harm):
    glance.remember(archive_file, results)
    kept(archive_file).write_text(harm)
    assert glance.recall(archive_file, results.query) is None


def test_rows_of_another_version_are_not_shown(archive_file, results):
    glance.remember(archive_file, results)
    told = json.loads(kept(archive_file).read_text())
    told["hits"][0]["mood"] = "good"
    kept(archive_file).write_text(json.dumps(told))
    assert glance.recall(archive_file, results.query) is None


def test_a_cache_that_cannot_be_written_is_no_matter(archive_file, results, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "file"))
    glance.remember(archive_file, results)
    assert glance.recall(archive_file, results.query) is None


@pytest.mark.parametrize(
    ("query", "whole"),
    [
        (Query(), True),
        (Query(sort=Sort.OLDEST, once=True), True),
        (Query("ميناء"), False),
        (Query(choices=(Choice(Facet.PERSON, "علي"),)), False),
    ],
)
def test_only_the_whole_archive_is_worth_remembering(query, whole):
    assert glance.is_whole(query) is whole


@pytest.fixture
def early(qapp, settings, qtbot):
    """Makes desks that have nothing but their first look."""
    made = []

    def make():
        desk = application.Desk(qapp, settings, at_once=False)
        made.append(desk)
        qtbot.addWidget(desk.window)
        return desk

    yield make
    for desk in made:
        desk.window.close()
        desk.close()
        desk.deleteLater()


def test_the_list_is_there_before_the_archive_is_open(people, early, qtbot, archive_file):
    people.window.close()
    path = people.window.archive_path
    desk = early()
    desk.window.glance(path)
    assert desk.window.list.model.rowCount() == 4
    assert path.stem in desk.window.windowTitle()
    assert not hasattr(desk, "entities")
    opened = []
    application.after_first_paint(desk, lambda: opened.append(desk.open(path)))
    desk.window.show()
    qtbot.waitUntil(lambda: bool(opened) and not desk.busy)
    assert desk.window.list.model.rowCount() == 4
    assert desk.window.page.opened is not None


def test_what_was_typed_meanwhile_is_sought(early, qtbot, archive_file):
    desk = early()
    type_text(desk.window.search_bar.field, "البيان")
    desk.complete()
    desk.open(archive_file)
    qtbot.waitUntil(lambda: not desk.busy and desk.window.list.model.rowCount() == 1)
    assert desk.navigation.query.text == "البيان"


def test_the_rest_comes_in_pieces_between_which_one_may_type(early, qtbot, archive_file):
    desk = early()
    pieces = 0
    while desk.go_on():
        pieces += 1
        type_text(desk.window.search_bar.field, "ا")
    assert pieces > 10
    assert desk.navigation.query.text == "ا" * pieces
    assert not desk.go_on()


@pytest.mark.parametrize("pieces", [0, 1, 8, 16])
def test_a_window_can_be_closed_before_it_is_complete(early, pieces):
    desk = early()
    for _ in range(pieces):
        assert desk.go_on()
    desk.window.close()
    desk.close()
    assert not desk.go_on()


def test_a_window_that_nobody_sees_is_completed_too(early, qtbot, monkeypatch):
    monkeypatch.setattr(application, "HIDDEN", 1)
    desk = early()
    done = []
    application.after_first_paint(desk, lambda: done.append(QApplication.instance()))
    qtbot.waitUntil(lambda: bool(done))
    assert desk.window.actions_by_id


def test_what_is_painted_first_are_the_rows_and_not_their_places(early, archive_file, results):
    desk = early()
    many = replace(results, query=desk.navigation.query, total=20_000, hits=results.hits * 20)
    glance.remember(archive_file, many)
    desk.window.glance(archive_file)
    model = desk.window.list.model
    assert model.rowCount() == 20_000
    shown = [model.hit(row) for row in range(glance.SHOWN)]
    assert [hit.title for hit in shown] == [hit.title for hit in many.hits[: glance.SHOWN]]
    desk.complete()
