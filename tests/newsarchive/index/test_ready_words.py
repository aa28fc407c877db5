"""What the commonest words stand for, as a new process finds it."""

import sqlite3
from unittest.mock import Mock

import pytest
from pyroaring import BitMap

from newsarchive.archive import Archive
from newsarchive.index import postings, refresh, terms, vocabulary
from newsarchive.index.postings import Postings
from newsarchive.index.ready_words import ReadyWords
from newsarchive.index.terms import Numbers, TermTable
from newsarchive.search.query import Query
from tests.newsarchive.builders import add, archive_of, article

WORDS = ("المدرسه", "مدرسه", "سوق", "والسوق")
TERMS = ("wسوق", "sسوق", "sمدرس", "pسو", "pمدر", "pمدرس")


@pytest.fixture
def database():
    opened = sqlite3.connect(":memory:", isolation_level=None)
    opened.executescript(postings.SCHEMA + vocabulary.SCHEMA)
    words = ((terms.light_stem(word), word) for word in WORDS)
    opened.executemany("INSERT INTO word VALUES (?, ?)", words)
    yield opened
    opened.close()


def test_words_stand_for_what_they_stood_for(database):
    kept = Postings(database)
    kept.fold(TERMS, lambda _: BitMap([1]))
    ReadyWords(database, kept).keep([*WORDS, "كتاب"])
    numbers = Numbers(Postings(database).numbers)
    assert ReadyWords(database, Postings(database)).read() == {w: numbers.of(w) for w in WORDS}


def test_nothing_is_ready_before_it_was_kept_nor_after_more_was_folded(database):
    kept = Postings(database)
    ready = ReadyWords(database, kept)
    assert ready.read() == {}
    ready.keep(WORDS)
    kept.fold(TERMS, lambda _: BitMap([1]))
    assert ready.read() == {}


def test_words_that_are_ready_are_not_told_again():
    table = TermTable()
    table.follow({"wسوق": 3})
    read = Mock(return_value={"سوق": (3,)})
    for _ in range(2):
        table.learn(read)
    read.assert_called_once_with()
    table.of("سوق", "كتاب")
    assert table.numbers.of("سوق") == (3,)
    assert table.taken() == [("كتاب", "كتاب")]


def test_articles_are_found_by_words_that_were_ready(tmp_path, monkeypatch):
    monkeypatch.setattr(refresh, "_MANY", 1)
    for name in ("LEAST", "LEAST_TAIL"):
        monkeypatch.setattr(postings, name, 2)
    with archive_of(tmp_path, *(article(f"سوق {n}", "في المدرسة") for n in range(3))) as archive:
        add(archive, *(article(f"السوق {n}", "من المدارس") for n in range(3)))
        assert archive._indexes.facets.ready_words.read()
    with Archive.open(archive.path) as archive:
        add(archive, article("والسوق", "بالمدرسة جديد"))
        totals = {line: archive.total(Query(line)) for line in ("سوق ", "مدرسة ", "جديد ", "سو")}
        assert archive.index_agrees()
    assert totals == {"سوق ": 7, "مدرسة ": 7, "جديد ": 1, "سو": 7}
