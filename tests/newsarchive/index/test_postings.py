"""The frequent terms' bitmaps against a plain dictionary, through every kind of change."""

import sqlite3
from functools import partial
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from newsarchive.index import postings
from newsarchive.index.postings import SCHEMA, Postings

TERMS = ("wسوق", "sسوق", "pسو", "wبحر")
NUMBERS = st.one_of(st.integers(1, 9), st.integers(65_530, 65_545))
ARTICLES = st.dictionaries(NUMBERS, st.sets(st.sampled_from(TERMS)), max_size=4)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), ARTICLES),
        st.tuples(st.just("remove"), st.sets(NUMBERS, max_size=2)),
        st.tuples(st.just("fold"), st.sets(st.sampled_from(TERMS))),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_bitmaps_follow_every_change(steps):
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(SCHEMA)
    kept, reader = Postings(database), Postings(database)
    model: dict[int, set[str]] = {}
    have: set[str] = set()
    with patch.object(postings, "_MANY_PIECES", 2):
        for what, value in steps:
            if what == "add":
                entries = {
                    kept.numbers[term]: BitMap(n for n, terms in value.items() if term in terms)
                    for term in have
                }
                kept.add(len(value), entries, value.keys() & model.keys())
                model |= value
            elif what == "remove":
                kept.add(0, {}, value & model.keys())
                model = {n: terms for n, terms in model.items() if n not in value}
            else:
                have = value
                kept.fold(have, partial(holders, model))
                assert not kept.needs_folding(len(model))
            for one in (kept, reader):
                one.forget()
                assert set(one.numbers) == have
                for term in TERMS:
                    expected = holders(model, term) if term in have else None
                    assert one.articles(term) == expected
    database.close()


def holders(model, term):
    return BitMap(n for n, terms in model.items() if term in terms)


def test_the_oldest_bitmaps_read_are_let_go(monkeypatch):
    monkeypatch.setattr(postings, "_REMEMBERED", 5)
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(SCHEMA)
    kept = Postings(database)
    sets = {term: BitMap(range(n, n + 4)) for n, term in enumerate(TERMS)}
    kept.fold(TERMS, sets.__getitem__)
    assert {term: kept.articles(term) for term in TERMS} == sets
    assert len(kept._read) == 1
    database.close()


def test_the_tail_is_folded_when_it_has_grown():
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(SCHEMA)
    kept = Postings(database)
    kept.add(299, {}, ())
    assert not kept.needs_folding(299)
    kept.add(1, {}, ())
    assert kept.needs_folding(300)
    assert not kept.needs_folding(2_000)
    kept.fold((), lambda _: BitMap())
    kept.add(3_999, {}, ())
    assert not kept.needs_folding(4_299)
    kept.add(1, {}, ())
    assert kept.needs_folding(4_300)
    database.close()


def test_bitmaps_read_before_take_in_what_is_added(monkeypatch):
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(SCHEMA)
    kept = Postings(database)
    kept.fold(["wسوق", "wبحر"], lambda _: BitMap([1]))
    other = Postings(database)
    assert (other.articles("wسوق"), other.articles("wبحر")) == (BitMap([1]), BitMap([1]))
    first = other.articles("wسوق")
    monkeypatch.setattr(Postings, "_fetch", lambda *_: BitMap())
    for number in (2, 3):
        kept.add(1, {kept.numbers["wسوق"]: BitMap([number])}, ())
        other.forget()
    assert (other.articles("wسوق"), other.articles("wبحر")) == (BitMap([1, 2, 3]), BitMap([1]))
    assert first == BitMap([1])
    monkeypatch.undo()
    kept.add(1, {kept.numbers["wبحر"]: BitMap([3])}, [3])
    other.forget()
    assert (other.articles("wسوق"), other.articles("wبحر")) == (BitMap([1, 2]), BitMap([1, 3]))
    kept.add(1, {kept.numbers["wسوق"]: BitMap([3])}, [3])
    other.forget()
    assert (other.articles("wسوق"), other.articles("wبحر")) == (BitMap([1, 2, 3]), BitMap([1]))
    database.close()


def test_pieces_read_before_are_not_read_again(monkeypatch):
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(SCHEMA)
    kept = Postings(database)
    kept.fold(["wسوق"], lambda _: BitMap([1]))
    kept.add(1, {1: BitMap([2])}, ())
    assert kept.articles("wسوق") == BitMap([1, 2])
    read = []
    monkeypatch.setattr(
        postings, "_piece", lambda blob, piece=postings._piece: read.append(blob) or piece(blob)
    )
    kept.add(1, {1: BitMap([3])}, ())
    kept.forget()
    assert kept.articles("wسوق") == BitMap([1, 2, 3])
    assert len(read) == 1
    database.close()
