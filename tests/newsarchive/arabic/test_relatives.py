import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsarchive.arabic.fold import fold
from newsarchive.arabic.foreign import sound_endings, sound_key, sound_pattern, sound_skeleton
from newsarchive.arabic.keyboard import as_arabic, as_latin
from newsarchive.arabic.relatives import kin
from newsarchive.arabic.stem import light_stem

FAMILY = [
    ("وزراء", "وزير"),
    ("المدارس", "مدرسة"),
    ("مسجد", "مساجد"),
    ("كاتب", "كتّاب"),
    ("سناجب", "سنجاب"),
    ("فئران", "فأر"),
    ("ينتخبون", "انتخاب"),
    ("سيفتتح", "افتتاح"),
    ("افتتاح", "تفتتح"),
]
STRANGERS = [("كتب", "كتف"), ("الله", "لهو"), ("على", "علي"), ("مسقط", "سقوط")]


def related(one, other):
    return light_stem(fold(other)) in [each.stem for each in kin(fold(one))[1:]]


@pytest.mark.parametrize(("one", "other"), FAMILY)
def test_words_of_a_family_find_each_other(one, other):
    assert related(one, other)


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_strangers_do_not(one, other):
    assert not related(one, other)


SOUNDS = [
    ("دستويفسكي", "دوستويفسكي"),
    ("ميتشجان", "ميشيغان"),
    ("جاليليو", "غاليليو"),
    ("كردشيان", "كارداشيان"),
]


@pytest.mark.parametrize(("one", "other"), SOUNDS)
def test_transliterations_share_a_sound(one, other):
    import re

    assert re.fullmatch(sound_pattern(fold(one)) or "", fold(other))


@pytest.mark.parametrize(("one", "other"), SOUNDS)
def test_transliterations_have_one_skeleton(one, other):
    assert sound_skeleton(fold(one)) == sound_skeleton(fold(other))


@given(st.text("تشطاويكغس", min_size=3, max_size=7), st.data())
def test_what_a_pattern_matches_ends_as_its_word_sounds(word, data):
    pattern = sound_pattern(word)
    assume(pattern is not None)
    like = data.draw(st.from_regex(pattern or "", fullmatch=True))
    before = data.draw(st.text("وبلت", max_size=2))
    assert sound_skeleton(before + like).endswith(sound_endings(word))


@pytest.mark.parametrize("word", ["نور", "ab", "12345", ""])
def test_what_has_no_sound_of_its_own(word):
    assert sound_pattern(word) is None


KEYS = [("hgsu,]dm", "السعودية"), ("lsr'", "مسقط"), ("f,jh[h.", "بوتاجاز"), ("b", "لا")]


@pytest.mark.parametrize(("typed", "meant"), KEYS)
def test_the_wrong_keyboard_is_read_as_the_right_one(typed, meant):
    assert as_arabic(typed) == meant
    assert as_latin(meant) == typed


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("دوستويفسكي", "دستوفسكي", True),
        ("ميشيغان", "ميتشجان", True),
        ("كاميررون", "كاميرون", True),
        ("سالم", "حامد", False),
        ("علي", "عال", False),
        ("بوش", "بش", False),
    ],
)
def test_transliterations_of_one_name_have_one_key(one, other, is_same):
    assert (sound_key(fold(one)) == sound_key(fold(other))) is is_same
