import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.words import is_word, words

CASES = [
    ("بدأت صباح اليوم", ["بدأت", "صباح", "اليوم"]),
    ("قال: «نعم»، ثم مضى.", ["قال", "نعم", "ثم", "مضى"]),
    ("الـ17 لضباط", ["الـ", "17", "لضباط"]),
    ("بلغ 1,284.5 ريال", ["بلغ", "1,284.5", "ريال"]),
    ("العَرَبِيّة", ["العَرَبِيّة"]),
    ("COVID-19", ["COVID", "19"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words(text, expected):
    assert [word.text for word in words(text)] == expected


@given(st.text())
def test_places_are_exact(text):
    assert all(text[word.start : word.end] == word.text for word in words(text))


PIECES = st.lists(
    st.sampled_from([*"اب", "\u064e", "\u200f", "ـ", *"12", *".,", " ", "_", "x"]), max_size=14
)


@given(PIECES.map("".join))
def test_a_whole_word_is_told_from_a_part_of_one(text):
    spans = {(word.start, word.end) for word in words(text)}
    for spelling in {word.text for word in words(text)}:
        found = range(len(text) - len(spelling) + 1)
        places = {(n, n + len(spelling)) for n in found if text.startswith(spelling, n)}
        assert {place for place in places if is_word(text, *place)} == places & spans
