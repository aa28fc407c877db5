"""Looking for words within one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.fold import fold
from newsarchive.arabic.within import occurrences

TEXT = "قال أحمد إنَّ المدرسةَ\nكبيرةٌ، وقالت المدرسـة إن BBC هنا."


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("مدرسه", ["مدرسةَ", "مدرسـة"]),
        ("احمد", ["أحمد"]),
        ("المدرسة كبيره", ["المدرسةَ\nكبيرةٌ"]),
        ("  إن ", ["إنَّ", "إن"]),
        ("bbc", ["BBC"]),
        ("رسة كب", ["رسةَ\nكب"]),
        ("غائب", []),
        ("(", []),
        ("", []),
        ("  ", []),
    ],
)
def test_words_are_found_in_any_spelling_and_the_original_letters_given(wanted, found):
    assert [TEXT[start:end] for start, end in occurrences(TEXT, wanted)] == found


@given(st.text(), st.text())
def test_what_is_found_reads_as_what_was_wanted(text, wanted):
    for start, end in occurrences(text, wanted):
        assert 0 <= start < end <= len(text)
        assert "".join(fold(wanted).split()) in "".join(fold(text[start:end]).split())
