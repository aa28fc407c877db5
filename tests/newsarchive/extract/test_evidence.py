"""Each field of an article says where it was read, and why there."""

import pytest

from newsarchive.article import Article, RawDocument, Reason
from newsarchive.extract import extract

TITLE = "متحف صغير للفخار يفتح أبوابه في ولاية الظاهر"
BODY = (
    "افتتحت دائرة الآثار في ولاية الظاهر صباح أمس متحفًا صغيرًا للفخار، يضم مائتي قطعة جمعها "
    "الأهالي خلال عشرين عامًا، بحضور عدد من المهتمين بالتراث.\n\n"
    "وقال مدير الدائرة إن المتحف سيفتح أبوابه ثلاثة أيام في الأسبوع، وإن الدخول سيكون مجانيًا "
    "لطلبة المدارس حتى نهاية العام."
)


def told(article: Article) -> dict[str, tuple[Reason, int, str]]:
    return {one.field: (one.reason, one.line, one.name) for one in article.evidence}


def page(text: str, fields: dict[str, str] | None = None, **origins: str) -> Article:
    document = RawDocument("a", text.encode(), "text/plain", text, fields or {}, origins=origins)
    return extract(document)


@pytest.mark.parametrize(
    ("above", "below", "field", "reason", "line"),
    [
        ("{t}", "", "title", Reason.HEADLINE, 1),
        ("محليات\n{t}", "", "title", Reason.HEADLINE, 2),
        ("{t} | صحيفة الوادي\n\n{t}", "", "title", Reason.REPEATED, 3),
        ("العنوان: {t}", "", "title", Reason.LABEL, 1),
        ("رغيف الجيران\nكتب: سالم الحارثي", "", "title", Reason.LIKELIEST, 1),
        ("{t}\nالدخول مجاني ثلاثة أيام في الأسبوع", "", "subtitle", Reason.UNDER_TITLE, 2),
        ("محليات\n{t}", "", "section", Reason.KNOWN_SECTION, 1),
        ("القسم: متاحف ومعارض\n{t}", "", "section", Reason.LABEL, 1),
        ("الرئيسية > محليات\n{t}", "", "section", Reason.BREADCRUMB, 1),
        ("اجتماعي / {t}", "", "section", Reason.BEFORE_TITLE, 1),
        ("حكايات المكان\n{t}", "", "section", Reason.OVER_TITLE, 1),
        ("{t}\n15 ديسمبر 2025", "", "date", Reason.UNDER_TITLE, 2),
        ("15 ديسمبر 2025\n{t}", "", "date", Reason.OVER_TITLE, 1),
        ("{t}\nنشر في: 15 ديسمبر 2025", "", "date", Reason.LABEL, 2),
        ("{t}", "15 ديسمبر 2025", "date", Reason.BELOW_TEXT, 5),
        ("{t}\nسالم الحارثي - نزوى", "", "author", Reason.UNDER_TITLE, 2),
        ("{t}\nكتب: سالم الحارثي", "", "author", Reason.LABEL, 2),
        ("{t}", "سالم الحارثي", "author", Reason.BELOW_TEXT, 5),
        ("صحيفة الوادي\nمحليات\n{t}", "", "outlet", Reason.PAPER, 1),
        ("{t}", "", "body", Reason.PARAGRAPHS, 2),
    ],
)
def test_lines_of_a_page(above, below, field, reason, line):
    article = page(f"{above.format(t=TITLE)}\n{BODY}\n{below}")
    assert told(article)[field] == (reason, line, "")


def test_the_words_that_open_the_text():
    article = page(f"{TITLE}\n\nنزوى 3-11-2025 العمانية - {BODY}")
    assert told(article)["author"] == (Reason.DATELINE, 3, "")
    assert told(article)["date"] == (Reason.DATELINE, 3, "")


def test_a_title_over_two_lines_is_lit_up_whole():
    article = page(f"محليات\nمتحف صغير للفخار يفتح أبوابه في\nولاية الظاهر\n\n{BODY}")
    (evidence,) = (one for one in article.evidence if one.field == "title")
    assert article.title == TITLE
    assert (evidence.start, evidence.end) == (7, 7 + len(TITLE))


def test_what_the_file_states_is_named_as_the_file_names_it():
    fields = {
        "title": TITLE,
        "section": "محليات",
        "date": "2025-12-15",
        "url": "https://x.example/1",
    }
    text = f"الرئيسية\nمحليات\n{TITLE}\n{BODY}"
    article = page(text, fields, title="headline", date="pubDate", url="canonical")
    assert told(article) == {
        "title": (Reason.STATED, 3, "headline"),
        "section": (Reason.STATED, 2, "section"),
        "url": (Reason.STATED, 0, "canonical"),
        "date": (Reason.STATED, 0, "pubDate"),
        "body": (Reason.PARAGRAPHS, 4, ""),
    }
    spans = {one.field: text[one.start : one.end] for one in article.evidence}
    assert (spans["title"], spans["section"], spans["url"]) == (TITLE, "محليات", "")


def test_a_value_inside_a_word_is_not_where_it_was_read():
    article = page(f"{TITLE}\n{BODY}", {"title": TITLE, "author": "لدائرة"})
    assert told(article)["author"] == (Reason.STATED, 0, "author")


def test_the_day_in_the_address():
    url = "https://paper.example/2025/12/15/1.html"
    article = page(f"{TITLE}\n{BODY}", {"title": TITLE, "url": url})
    assert told(article)["date"] == (Reason.ADDRESS, 0, "")


def test_records():
    fields = {"title": TITLE, "date_extracted": "2025-12-16"}
    text = f"كتب: سالم الحارثي\n{BODY}"
    document = RawDocument(
        "a#1", b"", "application/json", text, fields, body_only=True, origins={"title": "العنوان"}
    )
    assert told(extract(document)) == {
        "title": (Reason.STATED, 0, "العنوان"),
        "date": (Reason.STATED, 0, "date_extracted"),
        "author": (Reason.LABEL, 1, ""),
        "body": (Reason.WHOLE_TEXT, 2, ""),
    }


@pytest.mark.parametrize(
    ("text", "field", "reason", "line"),
    [
        (f"15 ديسمبر 2025\n{BODY}", "date", Reason.OVER_TEXT, 1),
        (f"{BODY}\n15 ديسمبر 2025", "date", Reason.BELOW_TEXT, 4),
        (f"سالم الحارثي\n{BODY}", "author", Reason.OVER_TEXT, 1),
        (f"نزوى - العمانية - {BODY}", "author", Reason.DATELINE, 1),
    ],
)
def test_labels_of_records(text, field, reason, line):
    document = RawDocument("a#1", b"", "application/json", text, {"title": TITLE}, body_only=True)
    assert told(extract(document))[field] == (reason, line, "")
