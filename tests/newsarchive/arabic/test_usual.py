"""Quick changes of text do what the slow ones do, whatever stands in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.fold import fold, without_marks
from newsarchive.arabic.usual import quickened
from newsarchive.extract.lines import key_of, plain

_ANY = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("أإآىةؤئــًّ٠٩ۀ،«»–\u200fàÉ")
)


@pytest.mark.parametrize("change", [fold, without_marks, plain])
@given(text=_ANY)
def test_a_text_changes_as_its_characters_do(change, text):
    assert change(text) == "".join(change(character) for character in text)


@given(text=_ANY)
def test_an_unusual_character_changes_nothing_beside_it(text):
    assert fold(text + "🗞") == fold(text) + "🗞"
    assert key_of(text + " 🗞") == key_of(text)


def test_characters_may_be_left_out_or_replaced():
    change = quickened(lambda text: text.replace("ـ", "").replace("أ", "ا"))
    assert change("أحمـــد") == "احمد"
    assert change("أحمـد 🗞") == "احمد 🗞"
    assert change("") == ""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("«الإسكندرية»، اليوم", "الاسكندريه اليوم"),
        ("كأس_العالم-2026", "كاس العالم 2026"),
        ("مـصـر ١٢٣", "مصر 123"),
        ("🗞 أخبارٌ محلّيّة", "اخبار محليه"),
        ("— …", ""),
    ],
)
def test_the_key_of_a_line_holds_its_words_alone(text, key):
    assert key_of(text) == key
