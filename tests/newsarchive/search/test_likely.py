"""What is left out must be what cannot match: told by comparing with judging every word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.stem import bare, light_stem
from newsarchive.arabic.terms import term
from newsarchive.search.likely import Likely

WORDS = st.text(st.sampled_from("ابتلهويءئؤةى"), min_size=1, max_size=8)
TEXTS = st.lists(WORDS, max_size=12)


@given(TEXTS, WORDS)
def test_words_that_hold_the_letters_are_likely(words, sought):
    letters = term(sought)
    expected = {word for word in words if letters in term(word)}
    assert expected <= {*Likely([letters]).among(" ".join(words))}


@given(TEXTS, WORDS)
def test_words_with_the_stem_are_likely(words, sought):
    stem = light_stem(term(sought))
    expected = {word for word in words if light_stem(term(word)) == stem}
    assert expected <= {*Likely([], [stem]).among(" ".join(words))}


@given(TEXTS, WORDS)
def test_words_with_the_core_are_likely(words, sought):
    core = bare(term(sought))
    expected = {word for word in words if bare(term(word)) == core}
    assert expected <= {*Likely([core]).among(" ".join(words))}


@pytest.mark.parametrize(
    ("sought", "written"),
    [
        ("4326", "4,326"),
        ("4326", "٤٬٣٢٦،"),
        ("3.5", "٣٫٥"),
        ("3,5", "3,5"),
        ("الله", "لله"),
        ("ال", "لله"),
        ("علي", "على"),
        ("cafe", "Café"),
        ("مدرسه", "«المَدْرَسَـة»،"),
        ("رسول", "رسول"),
        ("وسلم", "ﷺ"),
    ],
)
def test_other_ways_to_write_are_likely(sought, written):
    assert {*Likely([sought]).among(f"قلم {written} ـ")} == {written}


def test_words_that_hold_none_of_the_letters_are_not():
    words = ["قلم", "كتاب", "مدرسة", "بيت"]
    assert {*Likely(["مدرسه", "درس"]).among(" ".join(words))} == {"مدرسة"}
    assert {*Likely(["سوق"]).among(" ".join(words))} == set()
    assert {*Likely(["سوق"], patterns=["ك?تاب"]).among(" ".join(words))} == {"كتاب"}


def test_what_holds_no_letters_surely_makes_all_words_likely():
    words = ["قلم", "ووو"]
    assert {*Likely([], ["وو"]).among(" ".join(words))} == {*words}


@given(st.lists(st.sampled_from(["ﷺ", "مَدْرَسَة", "مدرسة\nسوق", "", "ـ", "قلم", "ﷲ"]), max_size=8))
def test_words_are_told_beside_what_is_folded_to_several_or_to_none(words):
    found = {*Likely(["مدرس", "رسول", "الله"]).among(" ".join(words))}
    assert found == {*words} - {"", "ـ", "قلم"}
