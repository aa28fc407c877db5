"""A line that is not well formed is searched all the same, and what was wrong with it is told."""

import datetime as dt

import pytest

from newsarchive.search.days import Days
from newsarchive.search.parse import EVERYTHING, And, Field, Not, Or, Phrase, Word, read
from newsarchive.search.query import Facet, Reading

DECEMBER = Days(dt.date(2025, 12, 1), dt.date(2025, 12, 31))
RAMADAN = Days(dt.date(2025, 3, 1), dt.date(2025, 3, 29))
LINES = [
    ("«مجلس الشورى", Phrase(("مجلس", "الشوري")), [("unclosed-quote", "«مجلس الشورى", "")]),
    ("مسقط) ", Word("مسقط"), [("unopened", ")", "")]),
    ("(مسقط ", Word("مسقط"), [("unclosed", "(", "")]),
    ("رمز:عمان ", And((Word("رمز"), Word("عمان"))), [("unknown-field", "رمز", "")]),
    ("قسم:", EVERYTHING, [("empty-field", "قسم", "")]),
    ('قسم:"" مسقط ', Word("مسقط"), [("empty-field", "قسم", "")]),
    ("تاريخ:قريب ", Word("قريب"), [("bad-date", "قريب", "")]),
    ("مسقط ", Word("مسقط"), []),
    ("http://paper.example ", And((Word("http"), And((Word("paper"), Word("example"))))), []),
    ("رمز:", Word("رمز"), []),
]
READ = [
    ("القسم:محليات", Field(Facet.SECTION, "محليات")),
    ("تاريخ:ديسمبر 2025", DECEMBER),
    ("تاريخ:«ديسمبر 2025»", DECEMBER),
    ("تاريخ:رمضان 1446 مسقط ", And((RAMADAN, Word("مسقط")))),
    ("تاريخ:2025 مسقط ", And((Days(dt.date(2025, 1, 1), dt.date(2025, 12, 31)), Word("مسقط")))),
    ("«مجلس عمان»~3", Phrase(("مجلس", "عمان"), gap=3)),
    ("مسقط و صلالة ", And((Word("مسقط"), Word("صلاله")))),
    ("مسقط NOT صلالة ", And((Word("مسقط"), Not(Word("صلاله"))))),
    ("مسقط ليس «سوق مطرح»", And((Word("مسقط"), Not(Phrase(("سوق", "مطرح")))))),
    ("مسقط وليس قسم:رياضة", And((Word("مسقط"), Not(Field(Facet.SECTION, "رياضة"))))),
    ("ليس صحيحا ", And((Word("ليس"), Word("صحيحا")))),
    ("السيف علي الرقاب ", And((Word("السيف"), Word("على"), Word("الرقاب")))),
    ("النفط علي النعيمي ", And((Word("النفط"), Word("علي"), Word("النعيمي")))),
    ("«ردا علي ذلك»", Phrase(("ردا", "على", "ذلك"))),
    ("4,326 ", Word("4326")),
    ("ربيع جميل ", And((Word("ربيع"), Word("جميل")))),
]


@pytest.mark.parametrize(("line", "tree", "faults"), LINES)
def test_what_is_wrong_with_a_line_is_told(line, tree, faults):
    parsed = read(line)
    assert parsed.node == tree
    assert parsed.faults == tuple(Reading(*fault) for fault in faults)


@pytest.mark.parametrize(("line", "tree"), READ)
def test_how_a_line_is_read(line, tree):
    assert read(line).node == tree


def test_a_written_month_is_its_words_or_an_article_of_then():
    parsed = read("حادث ديسمبر 2025 ")
    month = Or((And((Word("ديسمبر"), Word("2025"))), DECEMBER))
    assert parsed.node == And((Word("حادث"), month))
    assert parsed.faults == (Reading("date", "ديسمبر 2025", "2025-12-01..2025-12-31"),)
