"""Which of a page's dates is the day the article appeared.

In a page ``T`` stands for the title's line and ``B`` for the body's paragraphs, here and in
``dated_pages.jsonl``.
"""

import json
from pathlib import Path

import pytest

from newsarchive.article import Article, RawDocument, Reason
from newsarchive.extract import extract
from newsarchive.readers import read as read_file

HERE = Path(__file__).parent
TITLE = "متحف صغير للفخار يفتح أبوابه في ولاية الظاهر"
BODY = (
    "افتتحت دائرة الآثار في ولاية الظاهر متحفًا صغيرًا للفخار، يضم مائتي قطعة جمعها الأهالي خلال "
    "عشرين عامًا، بحضور عدد من المهتمين بالتراث.\n"
    "وقال مدير الدائرة ناصر بن حمد الغيثي إن المتحف سيفتح أبوابه ثلاثة أيام في الأسبوع، وإن "
    "الدخول سيكون مجانيًا لطلبة المدارس حتى نهاية العام.\n"
    "وأضاف أن المرحلة الثانية ستشمل ورشة لتعليم صناعة الفخار، يشرف عليها حرفيون من الولاية."
)


def read(page: str, **fields: str) -> Article:
    text = page.replace("T", TITLE, 1).replace("B", BODY, 1)
    return extract(RawDocument("a.txt", text.encode(), "text/plain", text, fields))


def told(article: Article) -> str:
    if article.published is None:
        return ""
    length = {"day": 10, "month": 7, "year": 4}[article.published.precision]
    return str(article.published.date)[:length]


AMBIGUOUS = [
    ("محليات\nT\n5/6/2025\nB", {}, "2025-06-05"),
    ("محليات\nT\nالثلاثاء 5/6/2025\nB", {}, "2025-05-06"),
    ("محليات\nT\nالخميس 5/6/2025\nB", {}, "2025-06-05"),
    ("محليات\nT\n5/6/2025\nB\nأخبار متعلقة\nسوق جديدة في المدينة\n5/14/2025", {}, "2025-05-06"),
    ("محليات\nT\n5/6/2025\nB\nأخبار متعلقة\nسوق جديدة في المدينة\n14/5/2025", {}, "2025-06-05"),
    ("محليات\nT\n5/6/2025\nB\nأخبار متعلقة\nسوق جديدة\n4 مايو 2025", {}, "2025-05-06"),
    ("محليات\nT\n5/6/2025\nB\nأخبار متعلقة\nسوق جديدة\n4 يونيو 2025", {}, "2025-06-05"),
    ("محليات\nT\n5/6/2025\nB\nأخبار متعلقة\nسوق جديدة\n4 مارس 2025", {}, "2025-06-05"),
    (
        "الثلاثاء 6 مايو 2025\nجريدة المسار\nالرئيسية | محليات | رياضة | اقتصاد\nمحليات\nT\n"
        "5/6/2025\nB",
        {},
        "2025-05-06",
    ),
    (
        "السبت 7 يونيو 2025\nجريدة المسار\nالرئيسية | محليات | رياضة | اقتصاد\nمحليات\nT\n"
        "5/6/2025\nB",
        {},
        "2025-06-05",
    ),
    ("محليات\nT\n5/6/2025\nB", {"url": "https://paper.example/2025/05/title"}, "2025-05-06"),
    ("محليات\nT\n5/6/2025\nB", {"url": "https://paper.example/2025/06/title"}, "2025-06-05"),
    ("محليات\nT\n5/6/2025\nB", {"saved": "Tue, 20 May 2025 10:00:00 +0300"}, "2025-05-06"),
    ("محليات\nT\n5/6/2025\nB", {"saved": "Tue, 24 Jun 2025 10:00:00 +0300"}, "2025-06-05"),
    ("محليات\nT\n5/6/2025 - 10 ذو القعدة 1446\nB", {}, "2025-05-06"),
    ("محليات\nT\n9 ذو الحجة 1446 - 5/6/2025\nB", {}, "2025-06-05"),
    (
        "محليات\nT\n5/6/2025\nB\nحقوق النشر 2025\nطبعت بتاريخ 12/31/2025",
        {},
        "2025-05-06",
    ),
]

CHOSEN = [
    ("محليات\nT\nنشر في: 14 ديسمبر 2025\nآخر تحديث: 15 ديسمبر 2025\nB", "2025-12-14"),
    ("محليات\nT\nآخر تحديث: 15 ديسمبر 2025\nنشر في: 14 ديسمبر 2025\nB", "2025-12-14"),
    ("محليات\nT\nآخر تحديث 15/12/2025 20:45 - نشر 14/12/2025 18:00\nB", "2025-12-14"),
    ("محليات\nT\nتاريخ النشر\n14 ديسمبر 2025\nتاريخ التحديث\n15 ديسمبر 2025\nB", "2025-12-14"),
    ("محليات\nT\nآخر تحديث\n15 ديسمبر 2025\nB", ""),
    ("محليات\nT\nآخر تحديث: الاثنين 15 ديسمبر 2025 - 24 جمادى الآخرة 1447\nB", ""),
    ("محليات\nT\n14 ديسمبر 2025 (تم التحديث: 15 ديسمبر 2025)\nB", "2025-12-14"),
    ("محليات\nT\nUpdated: 15 Dec 2025 | Published: 14 Dec 2025\nB", "2025-12-14"),
    ("محليات\nT\nMis à jour le 15/12/2025 à 10:00 - Publié le 14/12/2025 à 09:00\nB", "2025-12-14"),
    (
        "الاثنين 15 ديسمبر 2025\nجريدة المسار\nالرئيسية | محليات | رياضة\nمحليات\nT\n"
        "14 ديسمبر 2025\nB",
        "2025-12-14",
    ),
    ("الاثنين 15 ديسمبر 2025\nجريدة المسار\nالرئيسية | محليات | رياضة\nمحليات\nT\nB", ""),
    ("اليوم: الاثنين 15 ديسمبر 2025\nمحليات\nT\nB", ""),
    ("محليات\nT\n14 ديسمبر 2025\nB\nاقرأ أيضا\nسوق جديدة\n15 ديسمبر 2025", "2025-12-14"),
    ("محليات\nT\nB\nاقرأ أيضا\nسوق جديدة في المدينة\n15 ديسمبر 2025", ""),
    ("محليات\nT\nB\nالتعليقات\nسالم\n15 ديسمبر 2025\nشكرا لكم على الخبر", ""),
    ("محليات\nT\nB\nجميع الحقوق محفوظة © 15 ديسمبر 2025", ""),
    ("محليات\nT\nموعد الافتتاح: 20 ديسمبر 2025\nB", ""),
    ("محليات\nT\nموعد الافتتاح: 20 ديسمبر 2025\n14 ديسمبر 2025\nB", "2025-12-14"),
    ("محليات\nT\nصورة التقطت في 3 مايو 2020\n14 ديسمبر 2025\nB", "2025-12-14"),
    ("محليات\nT\nB\nصورة التقطت في 3 مايو 2020", ""),
    ("محليات\n14 ديسمبر 2025\nT\nB", "2025-12-14"),
    ("محليات\nT\nB\n14 ديسمبر 2025", "2025-12-14"),
    ("محليات\nT\nB\nنشر في 14 ديسمبر 2025", "2025-12-14"),
    ("محليات\nT\nB\nطبعت هذه الصفحة بتاريخ 19/12/2025", ""),
    ("محليات\nT\nكتب: سالم الحارثي | 14 ديسمبر 2025 | 1204 مشاهدة\nB", "2025-12-14"),
    ("محليات\nT\nالعدد 20123 - الأحد 14 ديسمبر 2025 الموافق 23 جمادى الآخرة 1447\nB", "2025-12-14"),
    ("محليات\nT\nالأحد 23 جمادى الآخرة 1447هـ\nB", "2025-12-14"),
    ("محليات\nT\nعدد ديسمبر 2025\nB", "2025-12"),
    ("محليات\nT\n14/12/25\nB", "2025-12-14"),
    ("محليات\nT\nالمجموعة الثانية 14/12/25\nB", ""),
    ("محليات\nT\nنشر في 14/12/25\nB", "2025-12-14"),
    ("محليات\nT\nينتهي في 31 ديسمبر 2025\nB", ""),
]

RELATIVE = [
    ("محليات\nT\nمنذ 3 ساعات\nB", "", ""),
    ("محليات\nT\nمنذ 3 ساعات\nB", "2025-12-15", "2025-12-15"),
    ("محليات\nT\nمنذ 3 ساعات\nB", "Mon, 15 Dec 2025 20:45:12 +0400", "2025-12-15"),
    ("محليات\nT\nمنذ 3 ساعات\nB", "Mon, 15 Dec 2025 01:45:12 +0400", "2025-12-14"),
    ("محليات\nT\nنشر قبل يومين\nB", "2025-12-15", "2025-12-13"),
    ("محليات\nT\nنُشر قبل ٣ أيام\nB", "2025-12-15", "2025-12-12"),
    ("محليات\nT\nأمس\nB", "2025-12-15", "2025-12-14"),
    ("محليات\nT\nأمس الساعة 10:30 م\nB", "2025-12-15", "2025-12-14"),
    ("محليات\nT\nأول أمس\nB", "2025-12-15", "2025-12-13"),
    ("محليات\nT\nمنذ يوم واحد\nB", "2025-12-15", "2025-12-14"),
    ("محليات\nT\nقبل 45 دقيقة\nB", "2025-12-15", "2025-12-15"),
    ("محليات\nT\nمنذ قليل\nB", "2025-12-15", "2025-12-15"),
    ("محليات\nT\nقبل ساعة واحدة\nB", "2025-12-15", "2025-12-15"),
    ("محليات\nT\nمنذ أسبوع\nB", "2025-12-15", "2025-12"),
    ("محليات\nT\nقبل شهرين\nB", "2025-12-15", "2025-10"),
    ("محليات\nT\nمنذ 3 أشهر\nB", "2025-03-31", "2024-12"),
    ("محليات\nT\nمنذ سنة\nB", "2025-12-15", "2024"),
    ("محليات\nT\nقبل عامين\nB", "2025-12-15", "2023"),
    ("محليات\nمنذ 45 دقيقة\nT\nB", "2025-12-15", "2025-12-15"),
    ("محليات\nT\nسالم الحارثي - منذ 3 أيام\nB", "2025-12-15", "2025-12-12"),
    ("محليات\nT\nمنذ 3 أيام | 1204 مشاهدة\nB", "2025-12-15", "2025-12-12"),
    ("محليات\nT\n3 days ago\nB", "2025-12-15", "2025-12-12"),
    ("محليات\nT\nil y a 3 jours\nB", "2025-12-15", "2025-12-12"),
    ("محليات\nT\nYesterday\nB", "2025-12-15", "2025-12-14"),
    ("محليات\nT\nآخر تحديث منذ 3 ساعات\nB", "2025-12-15", ""),
    ("محليات\nT\nآخر تحديث: منذ 3 ساعات\nB", "2025-12-15", ""),
    ("محليات\nT\nB\nالتعليقات\nسالم\nمنذ يومين\nشكرا لكم على الخبر", "2025-12-15", ""),
    ("محليات\nT\nB\nاقرأ أيضا\nسوق جديدة في المدينة\nمنذ يومين", "2025-12-15", ""),
    ("محليات\nT\n14 ديسمبر 2025\nمنذ 3 أشهر\nB", "2026-03-15", "2025-12-14"),
    (
        "الاثنين 15 ديسمبر 2025\nجريدة المسار\nالرئيسية | محليات | رياضة\nمحليات\nT\nمنذ يومين\nB",
        "",
        "2025-12-13",
    ),
    (
        "جريدة المسار\nالاثنين 15 ديسمبر 2025\nالرئيسية | محليات | رياضة\nمحليات\nT\n"
        "نشر قبل 3 ساعات\nB",
        "",
        "2025-12-15",
    ),
]


LAYOUTS = [
    json.loads(line) for line in (HERE / "dated_pages.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("row", LAYOUTS, ids=range(len(LAYOUTS)))
def test_layouts_of_dates(row):
    assert told(read(row["page"], **row["fields"])) == row["date"]


@pytest.mark.parametrize(("page", "fields", "answer"), AMBIGUOUS)
def test_two_readings_are_settled_by_evidence(page, fields, answer):
    assert told(read(page, **fields)) == answer


@pytest.mark.parametrize(("page", "answer"), CHOSEN)
def test_the_day_it_appeared_is_chosen(page, answer):
    assert told(read(page)) == answer


@pytest.mark.parametrize(("page", "saved", "answer"), RELATIVE)
def test_relative_dates_need_the_day_of_saving(page, saved, answer):
    assert told(read(page, **({"saved": saved} if saved else {}))) == answer


def test_the_words_that_tell_how_long_ago_are_kept_with_their_place():
    page = f"محليات\n{TITLE}\nسالم الحارثي - منذ 3 أيام\n{BODY}"
    article = extract(RawDocument("a", b"", "text/plain", page, {"saved": "2025-12-15"}))
    assert article.published is not None
    assert article.published.text == "منذ 3 أيام"
    (one,) = [one for one in article.evidence if one.field == "date"]
    assert page[one.start : one.end] == "سالم الحارثي - منذ 3 أيام"
    assert one.reason is Reason.UNDER_TITLE
    assert article.author == "سالم الحارثي"
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("fields", "answer", "reason"),
    [
        ({"date": "منذ 3 ساعات", "date_extracted": "2025-12-15 20:00"}, "2025-12-15", "stated"),
        ({"date": "قبل يومين", "date_extracted": "2025-12-15"}, "2025-12-13", "stated"),
        ({"date": "قبل يومين"}, "", ""),
        ({"date": "5/6/2025", "date_extracted": "2025-05-07"}, "2025-05-06", "stated"),
        ({"date": "5/6/2025", "date_extracted": "2025-07-07"}, "2025-06-05", "stated"),
        ({"date": "5/6/2025", "url": "https://x.example/2025/05/title"}, "2025-05-06", "stated"),
        ({"date": "5/6/2025", "date_order": "month-first"}, "2025-05-06", "stated"),
        ({"date": "15/6/2025", "date_order": "month-first"}, "2025-06-15", "stated"),
        ({"date_extracted": "2025-12-15"}, "2025-12-15", "stated"),
        ({"url": "https://x.example/2025/12/title"}, "2025-12", "address"),
    ],
)
def test_dates_that_a_record_states(fields, answer, reason):
    text = BODY.replace("\n", "\n\n")
    fields = {"title": TITLE, **fields}
    document = RawDocument("a", b"", "application/json", text, fields, body_only=True)
    article = extract(document)
    assert told(article) == answer
    assert [one.reason for one in article.evidence if one.field == "date"] == [reason] * bool(
        answer
    )


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("نشر في 14 ديسمبر 2025", "2025-12-14"),
        ("نشر قبل يومين", "2025-12-13"),
        ("آخر تحديث 14 ديسمبر 2025", "2025-12-15"),
    ],
)
def test_a_label_in_a_records_text_comes_before_the_day_of_its_collection(line, answer):
    text = f"{line}\n{BODY}"
    fields = {"title": TITLE, "date_extracted": "2025-12-15"}
    article = extract(RawDocument("a", b"", "application/json", text, fields, body_only=True))
    assert told(article) == answer
    assert article.body == BODY.replace("\n", "\n\n")


def test_a_message_is_of_the_day_it_was_sent_unless_its_text_prints_another():
    sent = "Mon, 15 Dec 2025 10:00:00 +0400"
    fields = {"date": sent, "saved": sent, "title": TITLE}
    for line, answer in (("14 ديسمبر 2025", "2025-12-14"), ("محليات", "2025-12-15")):
        page = f"محليات\n{TITLE}\n{line}\n{BODY}"
        article = extract(RawDocument("a", b"", "message/rfc822", page, fields))
        assert told(article) == answer


HTML = """<!DOCTYPE html><html><!--
 Page saved with SingleFile
 url: https://paper.example/culture/88213
 saved date: Mon Dec 15 2025 20:45:12 GMT+0400 (Gulf Standard Time)
--><head><meta charset="utf-8"><title>{title}</title></head><body><nav><a>الرئيسية</a></nav>
{over}<article><h1>{title}</h1><div>{under}</div>{body}</article></body></html>"""


@pytest.mark.parametrize(
    ("masthead", "under", "answer"),
    [
        ("الاثنين 15 ديسمبر 2025", "منذ يومين", "2025-12-13"),
        ("مسقط: الاثنين 15 ديسمبر 2025 - 24 جمادى الآخرة 1447", "أمس 10:30", "2025-12-14"),
        ("الاثنين 15 ديسمبر 2025", "سالم الحارثي", ""),
        ("أهلا بكم في موقعنا الذي افتتح في صيف الخامس عشر من ديسمبر 2025", "منذ يومين", ""),
        ("محليات", "منذ يومين", ""),
    ],
)
def test_a_page_cut_to_its_article_keeps_todays_date(tmp_path: Path, masthead, under, answer):
    body = "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
    path = tmp_path / "a.html"
    over = f"<header><p>{masthead}</p></header>"
    page = HTML.format(title=TITLE, over=over, under=under, body=body)
    path.write_text(page[: page.index("<!--")] + page[page.index("-->") + 3 :], "utf-8")
    (document,) = read_file(path)
    assert isinstance(document, RawDocument)
    assert told(extract(document)) == answer


@pytest.mark.parametrize(
    ("over", "under", "answer"),
    [
        ("", "منذ 3 ساعات", "2025-12-15"),
        ("", "نشر قبل يومين", "2025-12-13"),
        ("<div>منذ 4 أيام</div>", "سالم الحارثي", "2025-12-11"),
        ("", "محليات", ""),
    ],
)
def test_a_saved_page_tells_the_day_it_was_saved(tmp_path: Path, over, under, answer):
    body = "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
    path = tmp_path / "a.html"
    path.write_text(HTML.format(title=TITLE, over=over, under=under, body=body), "utf-8")
    (document,) = read_file(path)
    assert isinstance(document, RawDocument)
    assert told(extract(document)) == answer


def test_the_time_of_the_file_says_nothing(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text(f"محليات\n{TITLE}\nمنذ 3 ساعات\n{BODY}", "utf-8")
    (document,) = read_file(path)
    assert isinstance(document, RawDocument)
    assert extract(document).published is None


@pytest.mark.parametrize(
    ("dates", "answers"),
    [
        (("5/6/2025", "5/14/2025", "5/7/2025"), ("2025-05-06", "2025-05-14", "2025-05-07")),
        (("5/6/2025", "14/6/2025", "5/7/2025"), ("2025-06-05", "2025-06-14", "2025-07-05")),
        (("5/6/2025", "5/7/2025"), ("2025-06-05", "2025-07-05")),
    ],
)
def test_a_table_shows_how_its_dates_are_written(tmp_path: Path, dates, answers):
    rows = [f'"{TITLE} {number}","{BODY}",{date}' for number, date in enumerate(dates)]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(("title,content,date", *rows)), "utf-8")
    documents = [one for one in read_file(path) if isinstance(one, RawDocument)]
    assert tuple(told(extract(document)) for document in documents) == answers
