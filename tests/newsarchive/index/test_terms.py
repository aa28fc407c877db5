from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.stem import light_stem
from newsarchive.index import terms
from newsarchive.index.terms import TermTable, starts
from newsarchive.index.text_index import folded_words


def test_the_terms_of_an_article():
    numbers = {"wفي": 1, "sمدرس": 2, "sفي": 3, "pال": 4, "pمدر": 5, "pق": 6}
    found = TermTable().of("مدرسةٌ", "في المدرسة 12", numbers)
    assert (found.title, found.body) == ("مدرسه", "في المدرسه 12")
    assert found.frequent == {1, 2, 4, 5}  # the stem of a frequent word is not needed


def test_new_numbers_are_used_as_they_come():
    table = TermTable()
    assert table.of("سوق", "", {}).frequent == set()
    assert table.of("سوق", "", {"wسوق": 7}).frequent == {7}
    assert table.of("سوق", "", {"sسوق": 8}).frequent == {8}


def test_words_are_told_once_with_their_stems():
    table = TermTable()
    table.of("مدرسة", "المدرسة مدرسة", {})
    assert table.taken() == [("مدرس", "مدرسه"), ("مدرس", "المدرسه")]
    table.of("مدرسة", "سوق", {})
    assert table.taken() == [("سوق", "سوق")]


def test_the_first_letters_of_a_word():
    assert starts("المدرسه") == {"ا", "ال", "الم", "م", "مد", "مدر", "المد", "مدرس"}
    assert {"وكتب", "كتبو"} <= starts("وكتبوا")
    assert "كتب" not in starts("وكتبوا")


@given(st.text(max_size=80))
def test_the_words_are_those_that_are_searched(text):
    table = TermTable()
    assert table.of("", text, {}).body == " ".join(folded_words(text))
    assert {(light_stem(word), word) for word in folded_words(text)} == set(table.taken())


def test_a_full_table_begins_anew(monkeypatch):
    monkeypatch.setattr(terms, "_REMEMBERED", 2)
    table = TermTable()
    words = "سوق كتاب مدرسة بحر"
    assert table.of("", words, {}).body == table.of("", words, {}).body == "سوق كتاب مدرسه بحر"
