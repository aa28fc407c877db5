import pytest

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>الميناء نيوز</title><language>ar</language>
<item><title>سد جديد &amp; كبير</title><link>http://x/1</link>
<pubDate>Mon, 15 Dec 2025 10:00:00 +0400</pubDate>
<dc:creator>هدى</dc:creator><category>محليات</category><category>مياه</category>
<description>ملخص</description>
<content:encoded><![CDATA[<p>فقرة أولى</p><p>فقرة ثانية</p>]]></content:encoded>
</item>
<item><title>خبر آخر</title><description>&lt;p&gt;نص قصير&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">
<title>الميناء نيوز</title><updated>x</updated>
<entry><title>سد جديد</title><link rel="self" href="http://x/self"/><link href="http://x/1"/>
<published>2025-12-15T10:00:00Z</published><updated>2026-01-01T00:00:00Z</updated>
<author><name>هدى</name></author><category term="محليات"/><summary>ملخص</summary>
<content type="html">&lt;p&gt;فقرة أولى&lt;/p&gt;</content></entry>
<entry><title>خبر آخر</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>فقرة</p><p>ثانية</p>
</div></content></entry></feed>"""


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a.txt", "a"])
def test_rss(given, name: str):
    documents, errors = given(name, RSS)
    assert errors == []
    assert [d.text for d in documents] == ["فقرة أولى\n\nفقرة ثانية", "نص قصير"]
    assert documents[0].fields == {
        "title": "سد جديد & كبير", "url": "http://x/1", "date": "Mon, 15 Dec 2025 10:00:00 +0400",
        "author": "هدى", "section": "محليات", "outlet": "الميناء نيوز", "language": "ar",
    }  # fmt: skip
    assert documents[1].source.decode().startswith("<item><title>خبر آخر")


def test_rss_in_windows_1256(given):
    documents, _ = given("a.rss", RSS.replace("utf-8", "windows-1256").encode("cp1256"))
    assert documents[0].fields["title"] == "سد جديد & كبير"


def test_atom(given):
    documents, errors = given("a.atom", ATOM)
    assert errors == []
    assert [d.text for d in documents] == ["فقرة أولى", "فقرة\n\nثانية"]
    assert documents[0].fields == {
        "title": "سد جديد", "url": "http://x/1", "date": "2025-12-15T10:00:00Z", "author": "هدى",
        "section": "محليات", "outlet": "الميناء نيوز", "language": "ar",
    }  # fmt: skip


def test_a_broken_feed_gives_what_it_can(given):
    documents, errors = given("a.rss", RSS.replace("<dc:creator>", "<br>& <dc:creator>"))
    assert documents[0].fields["title"] == "سد جديد & كبير"
    assert [e.code for e in errors] == ["reader-feed-broken"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>', "reader-xml-entities"),
        ("<rss><channel></channel></rss>", "reader-no-records"),
    ],
)  # fmt: skip
def test_bad_feeds_are_named(given, text: str, code: str):
    documents, errors = given("a.rss", text)
    assert (documents, [e.code for e in errors]) == ([], [code])
