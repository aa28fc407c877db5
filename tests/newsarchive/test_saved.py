"""Searches kept by name: as they were asked, with what is new since they were looked at."""

import datetime as dt
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.errors import StoreError
from newsarchive.saved import SavedSearch, query_of, values_of
from newsarchive.search.query import Choice, Facet, Query, Sort
from tests.newsarchive.builders import add, archive_of, article

PORT = Query("ميناء", (Choice(Facet.SECTION, "اقتصاد"),), sort=Sort.NEWEST)


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    first = article("ميناء المرسى", "نص", section="اقتصاد")
    with archive_of(tmp_path, first, article("طريق", "نص", section="اقتصاد")) as opened:
        yield opened


def named(archive):
    return [one.name for one in archive.saved.all()]


def test_a_search_is_kept_and_counts_what_is_new(archive):
    saved = archive.saved
    assert saved.newest() == 2
    saved.change(None, SavedSearch("الموانئ", PORT, saved.newest()))
    (kept,) = saved.all()
    assert kept == SavedSearch("الموانئ", PORT, 2)
    assert saved.new(kept) == 0
    add(archive, article("ميناء آخر", "نص", section="اقتصاد"), article("ميناء في قسم آخر", "نص"))
    assert saved.new(kept) == 1
    saved.look("الموانئ")
    assert saved.new(saved.all()[0]) == 0
    assert saved.new(SavedSearch("", PORT)) == 2


def test_a_search_is_renamed_replaced_and_dropped_and_what_was_lost_is_told(archive):
    saved = archive.saved
    first, second = SavedSearch("أ", PORT), SavedSearch("ب", Query("طريق"), 1)
    assert saved.change(None, first) is None
    assert saved.change(None, second) is None
    assert saved.change(first, SavedSearch("ت", PORT)) is None
    assert named(archive) == ["ت", "ب"]
    assert saved.change(None, SavedSearch("ب", PORT)) == second
    assert saved.change(SavedSearch("ت", PORT), None) is None
    assert named(archive) == ["ب"]
    assert saved.change(SavedSearch("ب", PORT), SavedSearch("ب", Query())) is None


def test_a_search_needs_a_name(archive):
    with pytest.raises(StoreError) as refused:
        archive.saved.change(None, SavedSearch(" ", PORT))
    assert refused.value.code == "search-unnamed"
    assert named(archive) == []


def test_one_that_cannot_be_read_is_left_out(archive):
    archive.saved.change(None, SavedSearch("سليم", PORT))
    other = sqlite3.connect(archive.path)
    rows = [("أ", "{", "2025-01-01T00:00:00"), ("ب", "[]", "2025-01-01"), ("ت", "{}", "?")]
    other.executemany("INSERT INTO saved_searches (name, query, made_at) VALUES (?, ?, ?)", rows)
    other.commit()
    other.close()
    assert named(archive) == ["سليم"]


queries = st.builds(
    Query,
    st.text(max_size=20),
    st.lists(st.builds(Choice, st.sampled_from(Facet), st.text(), st.booleans())).map(tuple),
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.sampled_from(Sort),
    st.booleans(),
    st.booleans(),
)


@given(queries)
def test_a_query_comes_back_as_it_was(query):
    assert query_of(values_of(query)) == query


def test_what_makes_no_sense_is_left_out():
    values = {
        "text": None,
        "choices": [["mood", "x", False], ["person"], "x", ["person", "علي", 0]],
        "since": "قديم",
        "until": "2025-01-31",
        "sort": "best",
    }
    assert query_of(values) == Query(
        choices=(Choice(Facet.PERSON, "علي"),), until=dt.date(2025, 1, 31)
    )
