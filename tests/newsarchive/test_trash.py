"""What is deleted can be brought back for 30 days, and is seen nowhere meanwhile."""

import datetime as dt

import pytest

from newsarchive.errors import StoreError
from newsarchive.search.query import Facet, Query
from newsarchive.store import trash
from newsarchive.store.imports import FileNote
from tests.newsarchive.builders import add, archive_of, article, incoming


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    made = archive_of(
        tmp_path,
        article("حريق في صحار", "أخمد الدفاع المدني حريقا.", persons=["سالم الريامي"]),
        article("معرض الكتاب", "افتتح المعرض أمس.", persons=["سالم الريامي"], outlet="عمان"),
        article("دوري كرة القدم", "فاز الفريق.", outlet="عمان"),
    )
    yield made
    made.close()


def follow(archive):
    for _ in archive.refresh():
        pass


def seen(archive):
    facets = archive.facets(Query())
    persons = {value.name: value.count for value in facets.values[Facet.PERSON]}
    return sorted(hit.id for hit in archive.search(Query()).hits), archive.count(), persons


def test_deleted_articles_are_in_no_list_no_search_and_no_count(archive):
    assert archive.trash.delete([1, 3, 99, 3]) == (1, 3)
    follow(archive)
    assert seen(archive) == ([2], 1, {"سالم الريامي": 1})
    assert archive.total(Query("حريق")) == 0
    assert [one.id for one in archive.trash.articles()] == [1, 3]
    assert archive.trash.delete([1]) == ()


def test_what_is_restored_is_as_it_was(archive):
    before, whole = seen(archive), archive.article(1)
    archive.trash.delete([1, 2])
    follow(archive)
    assert archive.trash.restore([1, 2, 3]) == (1, 2)
    follow(archive)
    assert seen(archive) == before
    assert archive.article(1) == whole
    assert archive.trash.articles() == ()


def test_emptied_articles_are_gone_and_nothing_else(archive):
    archive.trash.delete([1, 2])
    assert archive.trash.empty([1, 3]) == 1
    assert [one.id for one in archive.trash.articles()] == [2]
    assert archive.trash.empty() == 1
    follow(archive)
    assert seen(archive) == ([3], 1, {})
    for number in (1, 2):
        with pytest.raises(StoreError):
            archive.article(number)
    assert not archive._store.database.execute("PRAGMA foreign_key_check").fetchall()
    add(archive, article("حريق في صحار", "أخمد الدفاع المدني حريقا.", persons=["سالم الريامي"]))
    assert seen(archive) == ([3, 4], 2, {"سالم الريامي": 1})


@pytest.mark.parametrize(("days", "gone"), [(0, 0), (29, 0), (30, 1), (400, 1), (-1, 0), (-400, 0)])
def test_after_thirty_days_by_a_clock_that_may_have_been_set_back(archive, days, gone):
    archive.trash.delete([1])
    (one,) = archive.trash.articles()
    later = one.deleted_at + dt.timedelta(days=days)
    assert trash.purge(archive._store, later) == gone
    assert archive.trash.purge() == 0


def test_importing_what_lies_in_the_trash_is_told(archive):
    again = incoming(
        article("معرض الكتاب", "افتتح المعرض أمس.", persons=["سالم الريامي"], outlet="عمان")
    )
    note = FileNote("معرض الكتاب.txt", "mark", "done", 1)
    assert archive.add([again], [note]).trashed == 0
    archive.trash.delete([2])
    result = archive.add([again])
    assert (result.duplicates, result.trashed) == (1, 1)
    assert archive.unchanged(["mark"])["mark"].trashed == 1
    assert archive.count() == 2
