import pytest

from newsarchive.article import RawDocument
from newsarchive.extract import extract
from newsarchive.readers.html_title import headline

PARAGRAPHS = [
    "قال المهندس سالم بن ناصر العامري إن السد الجديد سيخدم سكان الولاية ويوفر فرص عمل للشباب.",
    "وأضاف أن المرحلة الثانية من المشروع ستبدأ مطلع العام المقبل بعد استكمال الدراسات الفنية.",
    "ويبلغ ارتفاع السد ثلاثين مترًا، ويتسع لأكثر من مليوني متر مكعب من مياه الأمطار والأودية.",
]
LD = """<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"WebSite","name":"موقع"},
{"@type":["NewsArticle"],"headline":"سد جديد &quot;كبير&quot;",
"datePublished":"2025-12-15T10:00:00+04:00",
"dateModified":"2025-12-20","author":[{"@type":"Person","name":"هدى عبد الستار"}],
"publisher":{"name":"صحيفة المثال"},"articleSection":["محليات","أخبار"],
"mainEntityOfPage":{"@id":"https://example.com/1"}}]}</script>"""


def page(head: str = "", charset: str = "utf-8") -> str:
    body = "".join(f"<p>{one}</p>\n" for one in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="ar-OM" dir="rtl"><head><meta charset="{charset}">
<title>سد جديد كبير - صحيفة المثال</title>{head}</head><body>
<header><nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav></header>
<article><h1>سد جديد "كبير"</h1>{body}</article>
<footer>جميع الحقوق محفوظة</footer><script>alert("لا")</script></body></html>"""


def understood(document: RawDocument) -> tuple[str, str, str, str]:
    """Title, section, day and byline of an article whose body is the paragraphs alone."""
    article = extract(document)
    assert article.body.split("\n\n") == PARAGRAPHS
    day = str(article.published.date) if article.published else ""
    return article.title, article.section, day, article.author


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "a"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
def test_a_page_by_name_and_encoding(given, name: str, encoding: str):
    charset = {"cp1256": "windows-1256"}.get(encoding, "utf-8")
    documents, errors = given(name, page(LD, charset).encode(encoding))
    assert errors == []
    assert documents[0].text.split("\n\n") == PARAGRAPHS
    assert documents[0].body_only
    assert documents[0].fields == {
        "title": 'سد جديد "كبير"', "date": "2025-12-15T10:00:00+04:00", "author": "هدى عبد الستار",
        "outlet": "صحيفة المثال", "section": "محليات", "url": "https://example.com/1",
        "language": "ar",
    }  # fmt: skip
    assert documents[0].origins == {
        "title": "headline", "date": "datePublished", "author": "author", "outlet": "publisher",
        "section": "articleSection", "url": "mainEntityOfPage", "language": "lang",
    }  # fmt: skip


def test_meta_tags_serve_where_there_is_no_json_ld(given):
    head = """<meta property="og:title" content="سد &quot;جديد&quot;">
    <meta property="og:site_name" content="صحيفة المثال"><meta name="author" content="هدى">
    <meta property="article:published_time" content="2025-12-15"><link rel="canonical" href="http://x/2">
    <meta property="article:section" content="محليات">
    <script type="application/ld+json">{broken</script>"""
    documents, _ = given("a.html", page(head))
    assert documents[0].fields == {
        "title": 'سد "جديد"', "outlet": "صحيفة المثال", "author": "هدى", "date": "2025-12-15",
        "url": "http://x/2", "section": "محليات", "language": "ar",
    }  # fmt: skip
    assert documents[0].origins == {
        "title": "og:title", "outlet": "og:site_name", "author": "author",
        "date": "article:published_time", "url": "canonical", "section": "article:section",
        "language": "lang",
    }  # fmt: skip


def test_a_link_to_an_author_is_not_a_name(given):
    head = '<meta property="article:author" content="https://facebook.com/someone">'
    assert "author" not in given("a.html", page(head))[0][0].fields


def test_a_page_without_main_text_gives_what_is_visible(given):
    documents, errors = given(
        "a.html", "<html><body><div>خبر عاجل</div><div>تفاصيل<br>قليلة</div></body></html>"
    )
    assert errors == []
    assert (documents[0].text, documents[0].body_only) == ("خبر عاجل\nتفاصيل\nقليلة", False)


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("<html></html>", "reader-no-text"),
        ("<html><body><script>x()</script></body></html>", "reader-no-text"),
        ("<!doctype html>", "reader-no-text"),
    ],
)
def test_pages_with_nothing_in_them(given, markup: str, code: str):
    documents, errors = given("a.html", markup)
    assert (documents, [e.code for e in errors]) == ([], [code])


def test_text_named_html_is_read_as_text(given):
    documents, _ = given("a.html", "خبر من سطر واحد\nوآخر")
    assert documents[0].media_type == "text/plain"


def test_a_page_of_deep_nesting_is_borne(given):
    documents, errors = given("a.html", "<html><body>" + "<div>" * 5000 + "نص")
    assert len(documents) + len(errors) == 1


def test_a_page_that_states_nothing_keeps_the_lines_that_lead_to_the_text(given):
    body = "".join(f"<div>{one}</div>" for one in PARAGRAPHS)
    documents, _ = given(
        "a.html",
        f"""<html><head><title>سد جديد في وادي العين | الميناء نيوز</title></head><body>
        <div>الميناء نيوز - الأحد 21 ديسمبر 2025</div><div>محليات</div>
        <h1>سد جديد في وادي العين</h1><div>الإثنين، 15 ديسمبر 2025 - 10:30 ص</div>{body}
        <div><h3>أحدث الأخبار</h3><div><a>خبر آخر لا علاقة له</a> 3 مايو 2025</div></div>""",
    )
    assert not documents[0].body_only
    assert documents[0].fields == {"title": "سد جديد في وادي العين"}
    assert understood(documents[0]) == ("سد جديد في وادي العين", "محليات", "2025-12-15", "")


def test_a_section_above_the_title_stays_above_it(given):
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    markup = f"<html><body><p>محليات</p><h1>سد جديد في الوادي</h1><p>15 ديسمبر 2025</p>{text}"
    documents, _ = given("a.html", markup)
    lines = ["محليات", "سد جديد في الوادي", "15 ديسمبر 2025", *PARAGRAPHS]
    assert documents[0].text.split("\n") == lines
    assert not documents[0].body_only
    assert understood(documents[0]) == (lines[1], "محليات", "2025-12-15", "")


def test_what_the_markup_sets_apart_is_left_out(given):
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    links = "".join(f"<a>باب {n}</a>" for n in range(9))
    markup = f"""<html><body><header>الوادي نيوز<nav>{links}</nav></header>
    <nav><a>الرئيسية</a> &gt; <a>محليات</a></nav><main><header><h1>سد جديد في الوادي</h1></header>
    {text}<aside><p>الأكثر قراءة</p></aside><footer>وسوم</footer></main><footer>من نحن</footer>"""
    documents, _ = given("a.html", markup)
    lines = ["الرئيسية > محليات", "سد جديد في الوادي", *PARAGRAPHS, "وسوم"]
    assert documents[0].text.split("\n") == lines
    assert understood(documents[0]) == ("سد جديد في الوادي", "محليات", "", "")


def test_a_page_laid_out_in_tables(given):
    body = "<br><br>".join(PARAGRAPHS)
    markup = f"""<html dir=rtl><head><meta http-equiv=Content-Type content="text/html;
    charset=windows-1256"><title>جريدة الميناء - سد جديد في وادي العين</title></head><body>
    <table><tr><td colspan=3>جريدة الميناء العدد 4512</td></tr>
    <tr><td><a>الرئيسية</a><br><a>رياضة</a>
    </td><td><font>محليات</font><br><b>سد جديد في وادي العين</b><br><br>كتب - علي المنذري:<br><br>
    {body}</td><td><b>في هذا العدد</b><br><a>ازدحام على الجسر</a></td></tr></table></body></html>"""
    documents, _ = given("a.htm", markup.encode("cp1256"))
    assert documents[0].fields == {"title": "سد جديد في وادي العين"}
    assert not documents[0].body_only
    title = "سد جديد في وادي العين"
    assert understood(documents[0]) == (title, "محليات", "", "علي المنذري")


def test_a_table_of_figures_stays_a_table(given):
    rows = "".join(f"<tr><td>مدينة {n}</td><td>{n}00</td></tr>" for n in range(4))
    markup = page(LD).replace("</article>", f"<table>{rows}</table></article>")
    assert "مدينة 2 | 200" in given("a.html", markup)[0][0].text


@pytest.mark.parametrize(
    ("mark", "date"),
    [
        ('<time datetime="2025-12-15" class="published">أمس</time>', "2025-12-15"),
        ('<time datetime="2026-01-01" class="updated">اليوم</time>', None),
        ('<span itemprop="datePublished">15 ديسمبر 2025</span>', "15 ديسمبر 2025"),
        ('<ul><li><time datetime="2020-01-01">خبر قديم</time></li></ul>', None),
    ],
)
def test_dates_that_the_markup_marks(given, mark: str, date: str | None):
    markup = page().replace("<article>", f"<article>{mark}")
    assert given("a.html", markup)[0][0].fields.get("date") == date


@pytest.mark.parametrize(
    ("stated", "page_title", "headings", "outlet", "expected"),
    [
        ("", "سد جديد في واد | الميناء", ["الميناء", "سد جديد في واد"], "", "سد جديد في واد"),
        ("سد جديد - الميناء نيوز", "x", [], "الميناء نيوز", "سد جديد"),
        ("", "الميناء نيوز » سد جديد في الوادي", [], "الميناء نيوز", "سد جديد في الوادي"),
        ("", "الميناء نيوز", ["الميناء نيوز", "سد جديد في وادي العين"], "", "الميناء نيوز"),
        ("", "الرئيسية", ["سد جديد في وادي العين"], "", "سد جديد في وادي العين"),
        ("", "السعودية - اليمن: اتفاق جديد", [], "", "السعودية - اليمن: اتفاق جديد"),
        ("عنوان مذكور", "x", ["عنوان آخر في الصفحة"], "", "عنوان مذكور"),
        ("", "", [], "", ""),
    ],
)  # fmt: skip
def test_headlines(stated: str, page_title: str, headings: list[str], outlet: str, expected: str):
    assert headline(stated, page_title, headings, outlet) == expected


@pytest.mark.parametrize(
    ("stamp", "saved", "url"),
    [
        (
            "<!--\n Page saved with SingleFile \n url: https://x.example/1 \n saved date: "
            "Mon Dec 15 2025 20:45:12 GMT+0400 (Gulf Standard Time)\n-->",
            "Mon Dec 15 2025 20:45:12 GMT+0400 (Gulf Standard Time)",
            "https://x.example/1",
        ),
        (
            "<!-- Mirrored from x.example/1 by HTTrack Website Copier/3.x [XR&CO'2014], "
            "Mon, 15 Dec 2025 16:45:12 GMT -->",
            "Mon, 15 Dec 2025 16:45:12 GMT",
            "http://x.example/1",
        ),
        (
            "<!-- Saved from https://x.example/1 at 2025-12-15T16:45:12Z using monolith v2.8.3 -->",
            "2025-12-15T16:45:12Z",
            "https://x.example/1",
        ),
        (
            "<!--\n FILE ARCHIVED ON 16:45:12 Dec 15, 2025 AND RETRIEVED FROM THE\n"
            " INTERNET ARCHIVE ON 17:20:33 Jan 12, 2026.\n-->",
            "16:45:12 Dec 15, 2025",
            None,
        ),
        ("<!-- saved from url=(0019)https://x.example/1 -->", None, "https://x.example/1"),
        (
            '<meta name="savepage-url" content="https://x.example/1"><meta name="savepage-date" '
            'content="Mon Dec 15 2025 20:45:12 GMT+0300">',
            "Mon Dec 15 2025 20:45:12 GMT+0300",
            "https://x.example/1",
        ),
    ],
)
def test_the_moment_of_saving_by_the_stamp_in_the_page(given, stamp, saved, url):
    for markup in (page(stamp), page(stamp + f"<script>{'x' * 20_000}</script>")):
        documents, _ = given("a.html", markup)
        assert documents[0].fields.get("saved") == saved
        assert documents[0].fields.get("url") == url


def test_the_moment_of_saving_by_an_attribute_of_the_root(given):
    root = (
        '<html data-scrapbook-source="https://x.example/1" data-scrapbook-create="20251215204512"'
    )
    documents, _ = given("a.html", page().replace("<html", root))
    assert documents[0].fields["saved"] == "20251215204512"
    assert documents[0].fields["url"] == "https://x.example/1"
    assert documents[0].origins["saved"] == "data-scrapbook-create"


def test_a_page_that_states_its_address_keeps_it(given):
    stamp = "<!-- saved from url=(0019)https://x.example/copy -->"
    documents, _ = given(
        "a.html", page(stamp + '<link rel="canonical" href="https://x.example/1">')
    )
    assert documents[0].fields["url"] == "https://x.example/1"
