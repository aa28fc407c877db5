from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.stem import light_stem
from newsarchive.index import terms
from newsarchive.index.terms import TermTable
from newsarchive.index.text_index import folded_words


def test_the_terms_of_an_article():
    found = TermTable().of("مدرسةٌ", "في المدرسة 12")
    assert (found.title, found.body) == ("مدرسه", "في المدرسه 12")
    assert found.stems == "مدرس في مدرس 12"
    assert set(found.starts.split()) == {"م", "مد", "مدر", "ف", "في", "ا", "ال", "الم", "1", "12"}
    assert {"wمدرسه", "sمدرس", "pمدر", "pالم"} <= found.postings


@given(st.text(max_size=80))
def test_the_words_are_those_that_are_searched(text):
    found = TermTable().of("", text)
    assert found.body == " ".join(folded_words(text))
    assert found.stems == " ".join(map(light_stem, folded_words(text)))


def test_a_full_table_begins_anew(monkeypatch):
    monkeypatch.setattr(terms, "_REMEMBERED", 2)
    table = TermTable()
    words = "سوق كتاب مدرسة بحر"
    assert table.of("", words).body == table.of("", words).body == "سوق كتاب مدرسه بحر"
