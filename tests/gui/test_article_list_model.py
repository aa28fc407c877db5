"""Hits as rows."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gui.background import Background, Worker
from gui.models.article_list_model import PAGE, PAGES_KEPT, ArticleListModel, HitRole
from newsarchive.article import Marks
from newsarchive.search.query import Hit, Query, Results, Snippet


def hits(first, count):
    return tuple(
        Hit(n, n, Snippet(f"خبر {n}"), Snippet("نص"), "محليات", "صحيفة", "", "", None)
        for n in range(first + 1, first + count + 1)
    )


class Source:
    def __init__(self):
        self.asked = []
        self.gate = threading.Event()
        self.gate.set()
        self.error = None

    def rows(self, query, first, count):
        self.asked.append(first)
        self.gate.wait(5)
        if self.error:
            raise self.error
        return hits(first, min(count, 1000 - first))


@pytest.fixture
def source():
    return Source()


@pytest.fixture
def model(source, qapp):
    worker = Worker()
    yield ArticleListModel(source.rows, Background(worker))
    source.gate.set()
    worker.stop()


def page_of(total, first_hits=PAGE):
    return Results(Query(), total, hits(0, min(first_hits, total)))


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    model.show(page_of(20))
    qtmodeltester.check(model)


def test_what_a_row_says(model):
    model.show(page_of(3))
    index = model.index(1)
    assert index.data() == "خبر 2"
    assert index.data(HitRole).id == 2
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "خبر 2، صحيفة، محليات، نص"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(index) == 0


def test_marks_change_where_they_are_shown(model, qtbot):
    model.show(page_of(120, 120))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.remark({60}, lambda marks: replace(marks, starred=True, tags=("للنشر",)))
    assert (changed.args[0].row(), changed.args[1].row()) == (50, 99)
    assert model.hit(59).marks == Marks(starred=True, tags=("للنشر",))
    assert not model.hit(58).marks.starred
    said = model.index(59).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "خبر 60، بنجمة، صحيفة، محليات، للنشر، نص"


def test_what_has_not_arrived_is_not_fetched_for_a_look(model, source):
    model.show(page_of(1000))
    assert model.loaded(3).id == 4
    assert model.loaded(700) is None
    assert source.asked == []


def test_a_far_row_arrives_when_it_is_asked_for(model, qtbot):
    model.show(page_of(1000))
    assert model.index(700).data() is None
    with qtbot.waitSignal(model.dataChanged) as signal:
        pass
    assert (signal.args[0].row(), signal.args[1].row()) == (700, 749)
    assert model.index(700).data() == "خبر 701"


def test_the_last_page_may_be_short(model, qtbot):
    model.show(page_of(1000))
    with qtbot.waitSignal(model.dataChanged):
        assert model.hit(999) is None
    assert model.hit(999).id == 1000


def test_fast_scrolling_fetches_what_was_seen_last(model, source, qtbot):
    model.show(page_of(1000))
    source.gate.clear()
    model.hit(100)
    qtbot.waitUntil(lambda: bool(source.asked))
    for row in range(150, 1000, 50):
        model.hit(row)
    source.gate.set()
    qtbot.waitUntil(lambda: len(source.asked) == 5)
    qtbot.waitUntil(lambda: not model._background.busy)
    assert source.asked == [100, 950, 900, 850, 800]


def test_rows_of_an_older_query_are_dropped(model, source, qtbot):
    model.show(page_of(1000))
    source.gate.clear()
    model.hit(500)
    qtbot.waitUntil(lambda: bool(source.asked))
    model.show(Results(Query("غيره"), 1000, ()))
    source.gate.set()
    with qtbot.waitSignal(model.dataChanged):
        model.hit(0)
    assert model.query == Query("غيره")
    assert list(model._pages) == [0]


def test_an_answer_that_comes_after_a_new_query_is_not_shown(model):
    model.show(page_of(100))
    model._arrived((Query("قديم"), 1, hits(50, 50)))
    assert 1 not in model._pages


def test_only_so_many_pages_are_kept(model):
    model.show(Results(Query(), 100_000, ()))
    for number in range(PAGES_KEPT + 5):
        model._arrived((Query(), number, hits(number * PAGE, PAGE)))
    assert len(model._pages) == PAGES_KEPT
    assert 0 not in model._pages


def test_a_page_shorter_than_it_was_leaves_its_rows_empty(model):
    model.show(Results(Query(), 60, hits(0, 50)))
    model._arrived((Query(), 1, hits(50, 3)))
    assert model.hit(52).id == 53
    assert model.hit(55) is None


def test_an_incomplete_first_page_shows_what_it_has_and_is_fetched_again(model, qtbot):
    model.show(page_of(1000, first_hits=10))
    assert model.hit(3).id == 4
    with qtbot.waitSignal(model.dataChanged):
        assert model.hit(10) is None
    assert model.hit(10).id == 11
    assert model.hit(3).id == 4


def test_a_failure_is_told_and_nothing_is_waited_for(model, source, qtbot):
    model.show(page_of(1000))
    source.error = OSError("gone")
    with qtbot.waitSignal(model.fetchFailed) as signal:
        model.hit(500)
    assert str(signal.args[0]) == "gone"
    assert not model._wanted


def test_where_an_article_stands(model):
    model.show(page_of(100))
    assert model.row_of(7) == 6
    assert model.row_of(77) is None
    model._arrived((Query(), 1, hits(50, 50)))
    assert model.row_of(77) == 76


def test_a_screen_reader_hears_in_how_many_papers_a_report_was_printed(model):
    (first,) = hits(0, 1)
    model.show(Results(Query(), 1, (replace(first, copies=5, outlets=4),)))
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "خبر 1، صحيفة، في 4 صحيفة، محليات، نص"


def test_a_list_whose_end_was_not_known_goes_on_to_it(model, qtbot, qtmodeltester):
    model.show(replace(page_of(24), is_counted=False))
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.grow(Query(), 60)
    assert inserted.args[1:] == [24, 59]
    assert model.rowCount() == 60
    assert model.hit(23).rank == 24
    with qtbot.waitSignal(model.dataChanged):
        assert model.hit(24) is None
    assert model.hit(24).rank == 25
    qtmodeltester.check(model)


def test_a_list_whose_last_page_was_whole_goes_on_with_the_next_one(model):
    model.show(replace(page_of(50), is_counted=False))
    model.grow(Query(), 120)
    assert model.rowCount() == 120
    assert model.hit(49).rank == 50
    assert model.hit(50) is None


def test_the_end_of_another_list_and_an_end_that_is_reached_add_no_rows(model):
    model.show(page_of(24))
    model.grow(Query("غيره"), 60)
    model.grow(Query(), 24)
    assert model.rowCount() == 24
