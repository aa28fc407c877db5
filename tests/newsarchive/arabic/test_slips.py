import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarchive.arabic.slips import slips
from newsarchive.search.within import within

COMMON = """
    الزراففه = الزرافه · الصيااغات = الصياغات · الكمبيلات = الكمبيالات · سيكوركسي = سيكورسكي ·
    غوتيريس = جوتيريس · الظفه = الضفه · الوزاره = الوزارا · مدرسي = مدرسو
"""
OTHERS = "تعازفوا = تعارفوا · المنسوظات = المنسوبات · كتاتب = كتاب"


def pairs(line):
    return [tuple(pair.split(" = ")) for pair in " ".join(line.split()).split(" · ")]


@pytest.mark.parametrize(("typed", "meant"), pairs(COMMON))
def test_a_common_slip(typed, meant):
    assert meant in slips(typed)[0]


@pytest.mark.parametrize(("typed", "meant"), pairs(OTHERS))
def test_a_slip_that_is_less_common(typed, meant):
    easily, hardly = slips(typed)
    assert meant in hardly
    assert meant not in easily


def test_words_in_latin_letters_slip_among_their_own():
    easily, hardly = slips("reutrs")
    assert "reuters" in easily
    assert all(word.isascii() for word in easily | hardly)


@given(st.text("ابتسعو", min_size=1, max_size=6), st.text("ابتسعو", min_size=1, max_size=6))
@example("سسعع", "سعسع")
@example("اب", "اب")
def test_the_slips_are_all_words_one_letter_away(typed, meant):
    easily, hardly = slips(typed)
    assert not easily & hardly
    assert (meant in easily | hardly) == (typed != meant and within(typed, meant, 1))
