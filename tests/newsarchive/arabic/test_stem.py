import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.clitics import spellings
from newsarchive.arabic.stem import bare, light_stem

BARE = [
    ("المدرسه", "مدرسه"),
    ("وبالمدرسه", "مدرسه"),
    ("للمدرسه", "مدرسه"),
    ("فالوزير", "وزير"),
    ("العم", "عم"),
    ("للحج", "حج"),
    ("والدم", "دم"),
    ("والده", "والده"),
    ("بالون", "بالون"),
    ("وزاره", "وزاره"),
    ("لله", "الله"),
    ("الله", "الله"),
]
TOGETHER = [
    ("مدرس", "والمدرسات"),
    ("معلمون", "المعلمين"),
    ("سعودي", "السعوديه"),
    ("شركه", "شركات"),
    ("كتابه", "كتابهم"),
    ("وزراء", "الوزراء"),
    ("ومدرسه", "مدرسه"),
    ("وزاره", "الوزارات"),
]
APART = [
    ("الله", "له"),
    ("علي", "عل"),
    ("لبنان", "لبن"),
    ("سلطان", "سلط"),
    ("والد", "لد"),
    ("وزاره", "زار"),
]


@pytest.mark.parametrize(("word", "expected"), BARE)
def test_what_is_written_onto_a_word_comes_off(word, expected):
    assert bare(word) == expected


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_forms_of_a_word_share_a_stem(one, other):
    assert light_stem(one) == light_stem(other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_keep_apart(one, other):
    assert light_stem(one) != light_stem(other)


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=3, max_size=12))
def test_a_stem_is_a_piece_of_its_word_of_two_letters_or_more(word):
    seated = word[0] + word[1:].replace("يو", "وو").replace("ءو", "وو")
    assert any(light_stem(word) in whole for whole in (word, seated, f"ا{word}"))
    assert len(light_stem(word)) >= 2
    assert spellings(word)[0] == word


def test_spellings_reach_the_clitics_and_back():
    assert {"بالانتربول", "الانتربول", "للانتربول", "وانتربول"} <= set(spellings("انتربول"))
    assert "انتربول" in spellings("وبالانتربول")
    assert "مسقط" in spellings("بمسقط")
    assert "للجنه" in spellings("لجنه")
