import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.words import words

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
