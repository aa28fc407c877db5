"""The welcome of the sample archive, and its tour."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui import application
from gui.panes.tour import Tour
from gui.welcoming import Welcoming
from tests.newsarchive.builders import archive_of, article


@pytest.fixture
def other_archive(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    with archive_of(tmp_path, article("افتتاح الميناء", "نص عن الميناء.")) as made:
        return made.path


@pytest.fixture
def desk(make_desk, tmp_path, monkeypatch, qtbot, other_archive):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    one = make_desk(archive=None)
    monkeypatch.setattr(one.window, "import_paths", lambda paths: None)
    application.open_first(one, application.first_archive(one.settings, []))
    qtbot.waitUntil(lambda: not one.busy)
    one.window.show()
    return one


def bar_of(desk):
    return desk.window.findChild(Welcoming).bar


def tour_of(desk):
    return desk.window.findChild(Tour)


def test_the_sample_says_what_it_is_and_another_archive_does_not(desk, other_archive, qtbot):
    assert bar_of(desk).isVisible()
    desk.open(other_archive)
    qtbot.waitUntil(lambda: bar_of(desk) is None)


def test_hidden_it_stays_hidden(desk, qtbot):
    bar_of(desk).closer.click()
    assert bar_of(desk) is None
    desk.asking.archiveOpened.emit()
    assert bar_of(desk) is None


def test_the_tour_passes_every_part_of_the_window_and_ends(desk, qtbot):
    bar_of(desk).tour.click()
    tour, window = tour_of(desk), desk.window
    headings = []
    while tour.isVisible():
        headings.append(tour.heading.text())
        corners = (tour.geometry().topLeft(), tour.geometry().bottomRight())
        assert all(window.rect().contains(corner) for corner in corners)
        tour.next.click()
    assert len(headings) == len(set(headings)) == 5


def test_the_tour_begins_beside_the_search_and_does_not_cover_it(desk, qtbot):
    bar_of(desk).tour.click()
    field, tour = desk.window.search_bar.field, tour_of(desk)
    below = field.mapTo(desk.window, QPoint(0, field.height())).y()
    assert tour.geometry().top() >= below


def test_escape_ends_the_tour(desk, qtbot):
    bar_of(desk).tour.click()
    tour = tour_of(desk)
    QTest.keyClick(tour.next, Qt.Key.Key_Escape)
    assert not tour.isVisible()


def test_a_window_made_narrower_keeps_the_tour_inside(desk, qtbot):
    bar_of(desk).tour.click()
    tour = tour_of(desk)
    desk.window.resize(1000, 600)
    assert desk.window.rect().contains(tour.geometry())
