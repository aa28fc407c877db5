import datetime as dt
import hashlib

from newsarchive.article import RawDocument
from newsarchive.extract import extract

PARAGRAPHS = (
    "افتتحت دائرة الآثار في ولاية الظاهر صباح أمس متحفًا صغيرًا للفخار، يضم مائتي قطعة جمعها "
    "الأهالي خلال عشرين عامًا، بحضور عدد من المهتمين بالتراث.",
    "وقال مدير الدائرة ناصر بن حمد الغيثي إن المتحف سيفتح أبوابه ثلاثة أيام في الأسبوع، وإن "
    "الدخول سيكون مجانيًا لطلبة المدارس حتى نهاية العام.",
    "وأضاف أن المرحلة الثانية ستشمل ورشة لتعليم صناعة الفخار، يشرف عليها حرفيون من الولاية.",
)
TITLE = "متحف صغير للفخار يفتح أبوابه في ولاية الظاهر"


def page(text: str, **fields: str) -> RawDocument:
    return RawDocument("a.txt", text.encode(), "text/plain", text, fields)


def record(text: str, **fields: str) -> RawDocument:
    return RawDocument("a.json#1", text.encode(), "application/json", text, fields, body_only=True)


def test_page_copy_with_the_date_twice():
    body = "\n\n".join(PARAGRAPHS)
    text = f"No Image\nعمان اليوم\n\n{TITLE}\n\n15 ديسمبر 2025\n15 ديسمبر 2025\n\n{body}\n"
    article = extract(page(text))
    assert article.title == TITLE
    assert article.section == "عمان اليوم"
    assert article.author == ""
    assert article.published is not None
    assert article.published.date == dt.date(2025, 12, 15)
    assert article.published.text == "15 ديسمبر 2025"
    assert article.body == body
    assert article.language == "ar"
    assert article.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_evidence_points_at_the_source():
    text = f"محليات\n{TITLE}\nكتب: سالم الحارثي\n3/11/2025\n\n" + "\n".join(PARAGRAPHS)
    article = extract(page(text))
    read = {one.field: text[one.start : one.end] for one in article.evidence}
    assert read["title"] == TITLE
    assert read["section"] == "محليات"
    assert read["author"] == "كتب: سالم الحارثي"
    assert read["date"] == "3/11/2025"
    assert read["body"] == "\n".join(PARAGRAPHS)


def test_record_keeps_its_body():
    text = " " + "\n ".join(PARAGRAPHS) + "\u00a0"
    article = extract(
        record(text, title=TITLE, date="2015-07-21 02:51:32", author="صور: علي الراشدي")
    )
    assert article.title == TITLE
    assert article.body == "\n\n".join(PARAGRAPHS)
    assert article.author == "علي الراشدي"
    assert article.published is not None
    assert str(article.published.date) == "2015-07-21"
    assert article.published.text == "2015-07-21 02:51:32"


def test_day_in_the_address_comes_before_the_day_of_collection():
    for url in (
        "http://paper.example/2015/07/20/article_1.html",
        "http://paper.example/2015/20150720/fe1.htm",
        "http://paper.example/news/2015-07-20/title",
        "http://paper.example/2015/7/20/title",
    ):
        article = extract(record(PARAGRAPHS[0], title=TITLE, url=url, date="2015-07-21"))
        assert article.published is not None
        assert str(article.published.date) == "2015-07-20", url


def test_month_in_the_address_is_the_last_resort():
    url = "http://paper.example/2015/07/title"
    article = extract(record(PARAGRAPHS[0], title=TITLE, url=url))
    assert article.published is not None
    assert article.published.precision == "month"
    article = extract(record(PARAGRAPHS[0], title=TITLE, url="http://paper.example/1066713"))
    assert article.published is None
    article = extract(record(PARAGRAPHS[0], title=TITLE, url="http://paper.example/20159999/1"))
    assert article.published is None


def test_record_keeps_the_dateline_that_its_text_begins_with():
    article = extract(record(f"سالم الحارثي ـ مسقط\n{PARAGRAPHS[0]}", title=TITLE))
    assert article.body == f"سالم الحارثي ـ مسقط\n\n{PARAGRAPHS[0]}"
    assert article.author == "سالم الحارثي"


def test_record_loses_its_labels_only():
    above, below = f"{TITLE}\nكتب - سالم الحارثي:", "شارك الخبر"
    text = f"{above}\n{PARAGRAPHS[0]}\nاقرأ أيضًا: خبر آخر\n{PARAGRAPHS[1]}\n{below}"
    article = extract(record(text, title=TITLE))
    assert article.body == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"
    assert article.author == "سالم الحارثي"


def test_nothing_to_read():
    for text in ("", " \n\n", "12345", "طباعة | حفظ"):
        article = extract(page(text))
        assert (article.title, article.body, article.published) == ("", "", None)
    article = extract(record("", title=TITLE))
    assert (article.title, article.body) == (TITLE, "")


def test_languages():
    assert (
        extract(record("The council of the city met in the old hall.", title="x")).language == "en"
    )
    assert (
        extract(record("Le conseil de la ville est réuni dans la salle.", title="x")).language
        == "fr"
    )
    assert (
        extract(
            record("این گزارش دربارهٔ بازار کتاب و چاپ در ایران است که می‌گوید", title="x")
        ).language
        == "fa"
    )
    assert (
        extract(
            record("یہ خبر ہے کہ بازار میں نئی ٹرین چلے گی اور لوگ خوش ہیں", title="x")
        ).language
        == "ur"
    )
