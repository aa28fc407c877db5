import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.entities.lexicon import lexicon
from newsarchive.entities.tokens import forms, sentences


def texts(text):
    return [[token.text for token in sentence] for sentence in sentences(text, lexicon().words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("قال د. سالم. ثم مضى", [["قال", "د", ".", "سالم", "."], ["ثم", "مضى"]]),
        ("سطر\nآخر", [["سطر"], ["آخر"]]),
        ("بلغ 3.5 مليون", [["بلغ", "3.5", "مليون"]]),
        ("هل جاء؟ نعم", [["هل", "جاء", "؟"], ["نعم"]]),
        ("ـ", [["ـ"]]),
        ("\n\nسطر\n", [["سطر"]]),
        (". سطر", [["."], ["سطر"]]),
        ("و " * 121 + ".", [["و"] * 120, ["و", "."]]),
        ("و " * 120 + ". و", [["و"] * 120, ["."], ["و"]]),
        ("و " * 100 + "، " + "و " * 50, [["و"] * 100 + ["،"], ["و"] * 50]),
    ],
)
def test_sentences(text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("word", "surface", "plain"),
    [
        ("والهيئة", "الهيئة", "الهيئة"),
        ("للهيئة", "للهيئة", "الهيئة"),
        ("وللهيئة", "للهيئة", "الهيئة"),
        ("للجنة", "للجنة", "اللجنة"),
        ("بوزارة", "وزارة", "وزارة"),
        ("وَلِوزارة", "وزارة", "وزارة"),
    ],
)
def test_forms_know_surface_and_plain_word(word, surface, plain):
    assert (surface, plain) in [(word[f.cut :], f.put + word[f.skip :]) for f in forms(word)]


def test_a_word_is_one_wherever_it_stands():
    (first, second), (third,) = sentences("سالم قال\nسالم", lexicon().words)
    assert first is third
    assert (first.key, second.key) == ("سالم", "قال")
    assert first.readings == {form.key for form in first.forms}


@given(st.text(max_size=200))
def test_tokens_are_the_text_at_their_offsets(text):
    end = 0
    for sentence in sentences(text, lexicon().words):
        for token, start in zip(sentence, sentence.starts, strict=True):
            assert text.startswith(token.text, start)
            assert start >= end
            end = start + len(token.text)


@given(st.text(alphabet="والبكفلَُ_ةى12", min_size=1, max_size=8))
def test_cuts_stay_inside_the_word(word):
    for form in forms(word):
        assert 0 <= form.cut <= form.skip <= len(word)
