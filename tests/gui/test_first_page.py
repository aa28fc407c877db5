"""The first page is shown before it is known how many articles there are in all."""

from dataclasses import replace

import pytest

from newsarchive.search.query import Query
from tests.gui.fake_archive import FakeArchive

LINE = "في"


class Uncounted(FakeArchive):
    """Gives pages as an archive does that has not counted yet."""

    def page(self, query, limit=50):
        found = self.search(query, limit)
        return replace(found, total=len(found.hits), is_counted=False)


@pytest.fixture
def desk(make_desk):
    return make_desk(Uncounted(times=2))


@pytest.fixture
def told(desk):
    """Which answers came, in their order."""
    came = []
    for name in ("resultsArrived", "totalArrived", "facetsArrived"):
        getattr(desk.asking, name).connect(lambda _=None, name=name: came.append(name))
    return came


def settle(desk, qtbot):
    qtbot.waitUntil(lambda: not desk.asking.busy)


def test_page_total_and_facets_come_one_after_another(desk, told, qtbot):
    desk.window.navigation.type(LINE)
    settle(desk, qtbot)
    assert told == ["resultsArrived", "totalArrived", "facetsArrived"]
    total = Uncounted(times=2).total(desk.window.navigation.query)
    assert desk.window.list.model.rowCount() == total > 24
    assert desk.window.list._count.text() == f"{total} مقالًا"


def test_what_was_shown_before_comes_with_its_total(desk, told, qtbot):
    desk.window.navigation.type(LINE)
    settle(desk, qtbot)
    bar = desk.window.list.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle(desk, qtbot)
    place = bar.value()
    told.clear()
    desk.asking.ask(desk.window.navigation.query)
    settle(desk, qtbot)
    assert told == ["resultsArrived", "facetsArrived"]
    assert bar.value() == place > 0


def test_the_total_of_an_older_query_is_not_shown(desk, qtbot):
    from gui.answers import Total

    desk.window.navigation.type(LINE)
    settle(desk, qtbot)
    before = desk.window.list._count.text()
    desk.asking.totalArrived.emit(Total(Query("قديم"), 10_000))
    assert desk.window.list._count.text() == before
    assert desk.window.list.model.rowCount() < 10_000


def test_the_first_word_is_prepared_once_all_of_the_start_is_there(make_desk, qtbot):
    archive = FakeArchive()
    desk = make_desk(archive)
    qtbot.waitUntil(lambda: archive.prepared == 1)
    desk.window.navigation.type(LINE)
    settle(desk, qtbot)
    assert archive.prepared == 1
