"""What other windows do to the archive is seen without asking for anything."""

import pytest

from gui import following
from gui.following import Following
from newsarchive.archive import Archive
from newsarchive.article import STAR
from newsarchive.search.query import Choice, Facet, Query


@pytest.fixture
def window(people, qtbot, monkeypatch):
    monkeypatch.setattr(following, "LOOK", 20)
    shown = people.window
    shown.following._timer.setInterval(20)
    shown.list.focus_rows()
    qtbot.waitUntil(lambda: not people.busy and shown.page.opened is not None)
    return shown


def test_stars_tags_and_notes_of_another_window_appear(people, window, qtbot):
    number = window.page.opened.stored.id
    with Archive.open(window.archive_path) as other:
        other.marks.star([number])
        other.marks.tag([number], "مهم")
        other.marks.note(number, "من نافذة أخرى")
    qtbot.waitUntil(lambda: window.page.opened.stored.marks.note == "من نافذة أخرى")
    assert window.page.opened.stored.marks.starred
    hit = window.list.model.hit(window.list.model.row_of(number))
    assert hit.marks.tags == ("مهم",)
    tags = window.sidebar.sections[Facet.TAG].model
    qtbot.waitUntil(lambda: {tags.index(0).data(), tags.index(1).data()} == {STAR, "مهم"})
    assert window.note.text.toPlainText() == "من نافذة أخرى"


def test_a_star_taken_off_elsewhere_leaves_the_list_of_the_starred(people, window, qtbot):
    with Archive.open(window.archive_path) as other:
        other.marks.star([1, 2])
        people.navigation.ask(Query(choices=(Choice(Facet.TAG, STAR),)))
        qtbot.waitUntil(lambda: window.list.model.rowCount() == 2)
        other.marks.star([1], on=False)
    qtbot.waitUntil(lambda: window.list.model.rowCount() == 1)


def test_a_star_taken_off_elsewhere_between_list_and_counts_is_seen(
    people, window, qtbot, monkeypatch
):
    asking, starred = people.asking, Query(choices=(Choice(Facet.TAG, STAR),))
    with Archive.open(window.archive_path) as other:
        other.marks.star([1, 2])
        count = asking.count

        def late(query):
            monkeypatch.setattr(asking, "count", count)
            other.marks.star([1], on=False)
            count(query)

        monkeypatch.setattr(asking, "count", late)
        people.navigation.ask(starred)
        qtbot.waitUntil(lambda: window.list.model.rowCount() == 1)
    assert asking.count == count


def test_what_the_window_did_itself_is_not_followed_again(people, window, qtbot):
    told = []
    window.following.marked.connect(lambda: told.append("marked"))
    window.keeping.star()
    qtbot.waitUntil(lambda: not people.busy)
    seen = []
    people.asking.marksArrived.connect(seen.append)
    qtbot.waitUntil(lambda: len(seen) > 2)
    assert told == []


def test_nothing_is_told_before_anything_was_asked(people, qtbot):
    one = Following(people.asking, people.entities.correcting)
    people.asking.marks = None
    one.marked.connect(lambda: pytest.fail("told"))
    one._compare(1)
    one.deleteLater()
