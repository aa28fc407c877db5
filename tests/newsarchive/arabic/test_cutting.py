"""Cutting a whole text at once gives what cutting it word by word gives."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarchive.arabic.cutting import cutter
from newsarchive.arabic.fold import fold_word
from newsarchive.arabic.terms import folded_words, term
from newsarchive.arabic.words import WORD

_USUAL = "أإىةيعلو 19٣٤.,٫٬،ـَّ\u200f\u00ad\n_-aÉ«»\0"
_TEXT = st.text(_USUAL) | st.text(
    st.sampled_from(_USUAL) | st.characters(exclude_categories=["Cs"])
)


@given(_TEXT)
@example("على 4,326 ٣٫٥ وعَلى، إلى. 1ـ2")
@example("كتبــوا 12")
@example("سوق 🗞")
def test_a_text_is_cut_into_its_folded_words(text):
    words = WORD.findall(text)
    assert cutter(fold_word)(text) == [folded for word in words if (folded := fold_word(word))]
    assert folded_words(text) == [folded for word in words if (folded := term(word))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وقّع الوزيرُ، أمس.", ["وقع", "الوزير", "امس"]),
        ("على عليّ إلى", ["على", "علي", "الي"]),
        ("بلغت 4,326.5 ريال, أي ٣٫٥", ["بلغت", "4326.5", "ريال", "اي", "3.5"]),
        ("www.example.com", ["www", "example", "com"]),
        ("كأس2026م", ["كاس", "2026", "م"]),
        ("1ـ2", ["1", "2"]),
        ("ـ – «»", []),
        ("", []),
    ],
)
def test_words_as_they_are_indexed(text, words):
    assert folded_words(text) == words
