import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.sentences import sentences

CUT = [
    ("", []),
    ("  \n ", []),
    ("قال الوزير نعم", ["قال الوزير نعم"]),
    ("قال نعم. ثم مضى.", ["قال نعم.", "ثم مضى."]),
    ("أين المفر؟ لا مفر! انتهى", ["أين المفر؟", "لا مفر!", "انتهى"]),
    ("سطر أول\nسطر ثان\n\nفقرة", ["سطر أول", "سطر ثان", "فقرة"]),
    ("التقى د. محمد الرئيس. وغادر.", ["التقى د. محمد الرئيس.", "وغادر."]),
    ("نقلت أ.ف.ب. عن مصدر.", ["نقلت أ.ف.ب. عن مصدر."]),
    ("بلغ 3.5 مليون. وارتفع.", ["بلغ 3.5 مليون.", "وارتفع."]),
    ("قال.. ثم سكت. ومضى", ["قال.. ثم سكت.", "ومضى"]),
    ("انتظروا... عاد.", ["انتظروا...", "عاد."]),
    ("قال: «لن نعود.» ثم خرج.", ["قال: «لن نعود.»", "ثم خرج."]),
    ("النتائج:\n1. فوز صحار.\n2. تعادل صور.", ["النتائج:", "1. فوز صحار.", "2. تعادل صور."]),
    ("موقع news.example مفيد. انتهى", ["موقع news.example مفيد.", "انتهى"]),
    ("The U.S. team won. It rained.", ["The U.S. team won.", "It rained."]),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_where_sentences_end(text, expected):
    assert [sentence.text for sentence in sentences(text)] == expected


@given(st.text(alphabet="اب د.؟!» \n19", max_size=60))
def test_sentences_lie_in_the_text_in_order_and_leave_only_space_between(text):
    end = 0
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert text[end : sentence.start].strip() == ""
        end = sentence.end
    assert text[end:].strip() == ""
