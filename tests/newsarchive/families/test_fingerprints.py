from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.families.fingerprints import (
    RUN,
    WINDOW,
    fingerprints,
    report_words,
    signature,
)
from tests.newsarchive.families.reports import AGENCY, CUT, SOHAR


def prints(text):
    return set(fingerprints(signature(text).prints))


OPENINGS = [
    "صحار - العمانية: ",
    "سبق ـ أبها: ",
    "واس – الرياض: ",
    "مسقط في 14 ديسمبر /العمانية/ ",
    "القاهرة (رويترز) - ",
    "لندن: «الأيام» ",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_the_place_and_agency_before_a_report_are_no_part_of_it(opening):
    words = report_words(opening + AGENCY)
    assert words[-len(report_words(AGENCY)) :] == report_words(AGENCY)
    assert len(words) <= len(report_words(AGENCY)) + 1


def test_a_long_clause_before_a_colon_stays():
    for clause in (
        "قال وزير النقل في حديثه أمام مجلس الشورى أمس: ",
        "هو من في عن لو لا ما قد كم: ",
    ):
        assert report_words(clause + AGENCY) == report_words(clause) + report_words(AGENCY)


def test_spelling_makes_no_difference():
    assert prints(AGENCY) == prints(AGENCY.replace("إ", "أ").replace("وقال", "وقـــالَ"))


def test_a_part_of_a_text_shares_most_of_its_fingerprints_and_another_text_none():
    assert len(prints(CUT) & prints(AGENCY)) >= len(prints(CUT)) - 2
    assert not prints(AGENCY) & prints(SOHAR)


def test_a_text_has_few_fingerprints_and_an_empty_one_none():
    assert signature("") == (0, b"")
    assert len(prints("خبر عاجل")) == 1
    text = " ".join(str(n) for n in range(400))
    assert 20 <= len(prints(text)) <= 45
    assert signature(text).words == 400


words = st.lists(st.sampled_from(["باب", "تاج", "ثوب", "جبل", "حصن", "خيل"]), max_size=40)
pieces = st.lists(st.integers(0, 10**6).map(str), min_size=WINDOW + RUN - 1, max_size=60)


@given(words, words, pieces)
def test_copies_of_a_piece_share_a_fingerprint_whatever_stands_around_it(before, after, piece):
    assert prints(" ".join(piece)) & prints(" ".join([*before, *piece, *after]))


def test_a_word_that_is_folded_into_several_is_one_in_its_runs():
    assert signature("قال النبي ﷺ في حديثه الشريف يوم أمس").words == 8
    whole = "قال النبي صلي الله عليه وسلم في حديثه"
    assert prints("قال النبي ﷺ في حديثه") == {crc32(whole.encode())}
