import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.article import STAR
from newsarchive.search.parse import (
    EVERYTHING,
    And,
    Days,
    Field,
    Not,
    Noted,
    Or,
    Phrase,
    Word,
    parse,
    parse_days,
)
from newsarchive.search.query import Facet

D = dt.date
CASES = [
    ("", EVERYTHING),
    ("   ", EVERYTHING),
    ("الإنتربول", Word("الانتربول", open=True)),
    ("الإنتربول ", Word("الانتربول")),
    ("اجتماع مسقط", And((Word("اجتماع"), Word("مسقط", open=True)))),
    ("«مجلس الشورى»", Phrase(("مجلس", "الشوري"))),
    ('"مجلس الشورى', Phrase(("مجلس", "الشوري"))),
    ("“مجلس الشورى”", Phrase(("مجلس", "الشوري"))),
    ("مسقط -رويترز", And((Word("مسقط"), Not(Word("رويترز"))))),
    ("-رويترز", Not(Word("رويترز"))),
    ("مسقط -", Word("مسقط")),
    ("مسقط - صلالة ", And((Word("مسقط"), Word("صلاله")))),
    ("كوفيد-19 ", And((Word("كوفيد"), Word("19")))),
    ("مسقط OR صلالة ", Or((Word("مسقط"), Word("صلاله")))),
    ("مسقط أو صلالة ", Or((Word("مسقط"), Word("صلاله")))),
    ("OR مسقط ", Word("مسقط")),
    ("مسقط | ", Word("مسقط")),
    ("مسقط AND صلالة ", And((Word("مسقط"), Word("صلاله")))),
    (
        "(مسقط | صلالة) ميناء ",
        And((Or((Word("مسقط"), Word("صلاله"))), Word("ميناء"))),
    ),
    ("(مسقط", Word("مسقط", open=True)),
    ("مسقط) ميناء ", And((Word("مسقط"), Word("ميناء")))),
    ("-(مسقط صلالة)", Not(And((Word("مسقط"), Word("صلاله"))))),
    ("-()", EVERYTHING),
    ("سعود* ميناء ", And((Word("سعود", open=True), Word("ميناء")))),
    ("شخص:القريشي", Field(Facet.PERSON, "القريشي")),
    ('person:"جمال القريشي"', Field(Facet.PERSON, "جمال القريشي")),
    ("جهة:الإنتربول", Field(Facet.ORGANISATION, "الإنتربول")),
    ("org:«شرطة عمان»", Field(Facet.ORGANISATION, "شرطة عمان")),
    ("قسم:محليات", Field(Facet.SECTION, "محليات")),
    ("مكان:صحار", Field(Facet.PLACE, "صحار")),
    ("مصدر:عكاظ", Field(Facet.SOURCE, "عكاظ")),
    ("وسم:للنشر", Field(Facet.TAG, "للنشر")),
    ("tag:", EVERYTHING),
    ("نجمة:", Field(Facet.TAG, STAR)),
    ("starred:yes ", Field(Facet.TAG, STAR)),
    ("نجمة:بلا ", Not(Field(Facet.TAG, STAR))),
    ("star:(نعم) ", And((Field(Facet.TAG, STAR), Word("نعم")))),
    ("ملاحظة:«راجع المصدر»", Noted("راجع المصدر")),
    ("note: ", Noted("")),
    ("note:(نص) ", And((Noted(""), Word("نص")))),
    ('قسم:""', EVERYTHING),
    ("قسم:(مسقط) ", Word("مسقط")),
    ("تاريخ:2025", Days(D(2025, 1, 1), D(2025, 12, 31))),
    ("date:2025-02", Days(D(2025, 2, 1), D(2025, 2, 28))),
    ("تاريخ:٢٠٢٥-١٢-١٥", Days(D(2025, 12, 15), D(2025, 12, 15))),
    ("date:2025-01..2025-06", Days(D(2025, 1, 1), D(2025, 6, 30))),
    ("date:قريب ", Word("قريب")),
    ("رمز:عمان ", And((Word("رمز"), Word("عمان")))),
    ("\u200fمسقط\u200e ", Word("مسقط")),
    ("...", EVERYTHING),
    ('""', EVERYTHING),
    ("-»", EVERYTHING),
    ("(" * 5_000 + "مسقط ", Word("مسقط")),
]


@pytest.mark.parametrize(("line", "tree"), CASES)
def test_lines(line, tree):
    assert parse(line) == tree


@given(st.text(alphabet='اب ()"«»-|:*١2OR..:تاريخ', max_size=30))
def test_nothing_typed_is_an_error(line):
    parse(line)


@given(st.text())
def test_no_text_is_an_error(line):
    parse(line)


DAYS = [
    ("2020..", Days(D(2020, 1, 1), D(9999, 12, 31))),
    ("..2024", Days(D.min, D(2024, 12, 31))),
    ("2025..2024", Days(D(2024, 1, 1), D(2025, 12, 31))),
    ("..", None),
    ("2025-13", None),
    ("2025-02-30", None),
    ("0000", None),
]


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_ranges_of_days(text, days):
    assert parse_days(text) == days
