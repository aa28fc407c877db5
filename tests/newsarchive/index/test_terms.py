from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.stem import bare, light_stem
from newsarchive.arabic.terms import folded_words
from newsarchive.index import terms
from newsarchive.index.terms import CLITIC_FORMS, Inverted, TermTable, head, starts


def test_the_terms_of_an_article():
    found = TermTable().of("مدرسةٌ", "في المدرسة 12")
    assert (found.title, found.body) == ("مدرسه", "في المدرسه 12")


def test_the_articles_of_a_batch_by_the_numbers_of_their_terms():
    numbers = {"wفي": 0, "sمدرس": 2, "sفي": 3, "pال": 4, "pمدر": 5, "pق": 6}
    table = TermTable()
    table.follow(numbers)
    batch = Inverted(table.numbers)
    batch.put(4, table.of("مدرسةٌ", "في المدرسة 12").words)
    batch.put(9, table.of("مدرسة،سوق", "قال").words)
    found = {number: set(articles) for number, articles in batch.entries().items()}
    assert found == {0: {4}, 2: {4, 9}, 3: {4}, 4: {4}, 5: {4, 9}, 6: {9}}


def test_new_numbers_are_used_as_they_come():
    table = TermTable()
    for numbers in ({}, {"wسوق": 7}, {"sسوق": 8}):
        table.follow(numbers)
        batch = Inverted(table.numbers)
        batch.put(1, table.of("سوق", "").words)
        assert batch.entries().keys() == set(numbers.values())


@given(st.text("وفبكلاستم", min_size=1, max_size=9))
def test_four_letters_are_those_after_any_clitic_form(word):
    whole = {form + rest for form in CLITIC_FORMS if len(rest := word) >= 4}
    assert all(word[:4] in starts(one) for one in whole)
    rests = {word.removeprefix(form) for form in CLITIC_FORMS}
    four = {rest[:4] for rest in rests if len(rest) >= 4} | {bare(word)[:4]}
    assert {start for start in starts(word) if len(start) == 4} <= four


def test_words_are_told_once_with_their_stems():
    table = TermTable()
    table.of("مدرسة", "المدرسة مدرسة")
    assert table.taken() == [("مدرس", "المدرسه"), ("مدرس", "مدرسه")]
    table.of("مدرسة", "سوق")
    assert table.taken() == [("سوق", "سوق")]


def test_the_first_letters_of_a_word():
    assert starts("المدرسه") == {"ا", "ال", "الم", "م", "مد", "مدر", "المد", "مدرس"}
    assert {"وكتب", "كتبو"} <= starts("وكتبوا")
    assert "كتب" not in starts("وكتبوا")


@given(st.text(max_size=80))
def test_the_words_are_those_that_are_searched(text):
    table = TermTable()
    assert table.of("", text).body.split() == folded_words(text)
    assert {(light_stem(word), word) for word in folded_words(text)} == set(table.taken())


def test_a_full_table_begins_anew(monkeypatch):
    monkeypatch.setattr(terms, "_REMEMBERED", 2)
    table = TermTable()
    table.follow({"wسوق": 7})
    words = "سوق كتاب مدرسة بحر"
    for _ in range(2):
        batch = Inverted(table.numbers)
        found = table.of("", words)
        batch.put(1, found.words)
        assert found.body == "سوق كتاب مدرسه بحر"
        assert batch.entries().keys() == {7}


@given(st.text("وفبكلاستميه", min_size=1, max_size=12))
def test_words_that_share_a_head_begin_alike(word):
    assert starts(head(word)) == starts(word)
