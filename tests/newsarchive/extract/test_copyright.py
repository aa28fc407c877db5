"""A copyright sign within a sentence is misread; on a line of its own it is the page's."""

import pytest

from newsarchive.article import RawDocument
from newsarchive.extract import extract
from newsarchive.extract.lines import split_lines
from newsarchive.extract.reading import Kind, read_line

_PAGE = """صحيفة الأفق
محليات
وزارة الصحة تفتتح مركزا جديدا في صحار
الثلاثاء 2 ديسمبر 2025
افتتحت وزارة الصحة صباح اليوم مركزا جديدا لعلاج الأمراض المزمنة في مدينة صحار بحضور المسؤولين.
{paragraph}
وأضاف أن المركز سيعمل طوال أيام الأسبوع وأن الكادر يضم خمسين طبيبا من تخصصات مختلفة كما قال.
وأكد أن المرحلة الثانية من المشروع ستبدأ في مطلع العام المقبل بعد اكتمال التجهيزات.
صحيفة الأفق © 2025
"""


@pytest.mark.parametrize(
    "paragraph",
    [
        "وقال المدير إن كلفة المشروع بلغت ©2025 ريال عماني وإن العمل بدأ قبل ثلاثة أعوام.",
        "©2025 ريال هي كلفة المشروع كما قال المدير في كلمته أمام الحضور الذين تجاوزوا المئة.",
        "وبدأ العمل في المشروع عام © 2023 بعد توقيع العقد.",
        "وقال المدير إن الكلفة بلغت\n©15 مليون ريال وإن العمل بدأ\nفي العام ©2023 أي قبل أعوام.",
    ],
)
def test_a_paragraph_with_a_misread_sign_stays(paragraph):
    text = _PAGE.format(paragraph=paragraph)
    article = extract(RawDocument("page.txt", text.encode(), "text/plain", text))
    words = article.body.split()
    assert set(paragraph.split()) <= set(words)
    assert words[-1] == "التجهيزات."
    assert "الأفق" not in words


@pytest.mark.parametrize(
    "line",
    [
        "© 2025 صحيفة الأفق",
        "صحيفة الأفق © 2025",
        "الأفق نيوز © 2025",
        "© 2014-2025 الأفق نيوز",
        "جميع الحقوق محفوظة © 2025 لموقع البلد",
        "Copyright © 2025 Al Ofoq. All rights reserved.",
        "© 2025 الأفق. تصميم وتطوير شركة المدى لحلول الإنترنت والنشر الرقمي في مسقط.",
    ],
)
def test_the_line_of_a_page_that_says_whose_it_is(line):
    (one,) = split_lines(line)
    assert read_line(one).furniture == "copyright"


@pytest.mark.parametrize("line", ["© رويترز", "عامل في المصنع © أ ف ب", "(تصوير © AFP)"])
def test_a_credit_is_a_caption(line):
    (one,) = split_lines(line)
    assert read_line(one).kind is Kind.CAPTION
