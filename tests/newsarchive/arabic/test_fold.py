import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.fold import fold, fold_with_offsets, original_span, without_marks

SAME = [
    ("أحمد", "احمد"),
    ("إبراهيم", "ابراهيم"),
    ("آمنة", "امنه"),
    ("ٱلله", "الله"),
    ("مُحَمَّد", "محمد"),
    ("مـــحمد", "محمد"),
    ("مصطفى", "مصطفي"),
    ("مسؤول", "مسوول"),
    ("مئة", "ميه"),
    ("١٤٤٧", "1447"),
    ("۲۰۲۵", "2025"),
    ("ﻻ", "لا"),
    ("ﷲ", "الله"),
    ("BBC", "bbc"),
    ("Café", "cafe"),
    ("کتاب", "كتاب"),
    ("\u202bنص\u202c", "نص"),
    ("شيء", "شيء"),
]


@pytest.mark.parametrize(("written", "folded"), SAME)
def test_spellings_fold_to_one(written, folded):
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_offsets_lead_back_to_the_letter_that_gave_each_folded_one(text):
    folded, offsets = fold_with_offsets(text)
    assert folded == "".join(fold(c) for c in text)
    assert len(offsets) == len(folded) + 1
    assert offsets[-1] == len(text)
    assert list(offsets) == sorted(offsets)
    for place, letter in enumerate(folded):
        assert letter in fold(text[offsets[place]])


def test_a_highlight_takes_the_marks_of_its_last_letter_along():
    text = "قال مُحَمَّدٌ شيئًا"
    folded, offsets = fold_with_offsets(text)
    start = folded.index("محمد")
    assert text[slice(*original_span(text, offsets, start, start + 4))] == "مُحَمَّدٌ"


def test_marks_come_off_and_letters_stay():
    assert without_marks("إِنَّ المـدرسةَ") == "إن المدرسة"
