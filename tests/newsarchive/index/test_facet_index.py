"""The bitmaps against a plain dictionary, through additions, replacements and removals."""

import datetime as dt
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from newsarchive.errors import IndexDamageError
from newsarchive.index.facet_index import DAY, MONTH, FacetIndex
from newsarchive.index.facet_writing import Additions

values = st.sets(
    st.tuples(st.sampled_from(["person", MONTH]), st.sampled_from(["أ", "ب", "ج"])), max_size=4
)
steps = st.lists(
    st.tuples(st.dictionaries(st.integers(1, 6), values, max_size=3), st.sets(st.integers(1, 6))),
    max_size=5,
)


def counts(model, facet, scope):
    return Counter(name for i in scope for kind, name in model.get(i, ()) if kind == facet)


@settings(max_examples=40, deadline=None)
@given(steps, st.sets(st.integers(1, 6)))
def test_counts_follow_every_change(made, asked):
    model = {}
    with tempfile.TemporaryDirectory() as folder:
        index = FacetIndex(Path(folder) / "facets.sqlite")
        for number, (added, removed) in enumerate(made):
            gone = removed - set(added)
            index.add(Additions(added.items(), gone, {"step": str(number)}))
            model = {i: v for i, v in {**model, **added}.items() if i not in gone}
        scope = BitMap(asked) & index.live
        assert set(index.live) == set(model)
        for facet in ("person", MONTH):
            expected = counts(model, facet, set(asked) & set(model))
            best = index.top(facet, scope, 2)
            assert [count for _, count in best] == sorted(expected.values(), reverse=True)[:2]
            assert all(expected[name] == count for name, count in best)
            tally = index.forward(scope, [facet])[facet]
            assert dict(tally.top(9)) == expected
            assert tally.top(2) == best
            assert len(tally) == len(expected)
            everything = counts(model, facet, model)
            assert set(index.names(facet)) == set(everything)
            assert index.size(facet) == len(everything)
            assert dict(index.by_name(facet)).keys() == everything.keys()
        if made:
            assert index.state("step") == str(len(made) - 1)
        index.close()


def test_another_connection_sees_what_was_committed(tmp_path):
    writer, reader = FacetIndex(tmp_path / "f"), FacetIndex(tmp_path / "f")
    reader.refresh()
    writer.add(Additions([(7, [("section", "محليات")])]))
    assert not reader.live
    reader.refresh()
    assert list(reader.live) == [7]
    assert list(reader.articles("section", "محليات")) == [7]
    assert not reader.articles("section", "رياضة")


def test_days_of_a_range_are_inclusive(tmp_path):
    index = FacetIndex(tmp_path / "f")
    index.add(Additions([(n, [("day", f"2025-01-0{n}")]) for n in range(1, 6)]))
    assert list(index.between("2025-01-02", "2025-01-04")) == [2, 3, 4]


SOME_DAYS = st.dates(dt.date(2023, 11, 1), dt.date(2025, 3, 31)).map(dt.date.isoformat)


@settings(max_examples=30)
@given(st.dictionaries(st.integers(1, 40), SOME_DAYS, max_size=20), SOME_DAYS, SOME_DAYS)
def test_a_range_holds_the_articles_of_its_days(dated, since, until):
    with tempfile.TemporaryDirectory() as folder:
        index = FacetIndex(Path(folder) / "facets.sqlite")
        values = {i: {(DAY, day), (MONTH, day[:7])} for i, day in dated.items()}
        index.add(Additions(values.items()))
        assert set(index.between(since, until)) == {
            i for i, day in dated.items() if since <= day <= until
        }
        index.close()


def test_a_change_that_fails_leaves_nothing_behind(tmp_path):
    index = FacetIndex(tmp_path / "f")
    with pytest.raises(OverflowError):
        index.add(Additions([(2**70, [("section", "محليات")])]))
    with pytest.raises(ValueError, match="not in tuple"):
        index.add(Additions([(1, [("colour", "أحمر")])]))
    index.refresh()
    assert not index.live
    assert index.size("section") == 0


def test_a_file_that_is_no_index_is_refused(tmp_path):
    (tmp_path / "f").write_bytes(b"not a database, but long enough to be looked at " * 50)
    with pytest.raises(IndexDamageError):
        FacetIndex(tmp_path / "f")
