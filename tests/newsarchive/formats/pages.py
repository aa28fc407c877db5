"""Web pages as browsers, crawlers and feeds save them."""

import datetime as dt
import gzip
import io
import json
import zipfile
from email.charset import QP, Charset
from email.header import Header
from email.message import Message
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr
from html import escape
from mailbox import mbox
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.newsarchive.formats.stories import OUTLET, Story

_SCRIPT = 'document.write("<p>نص كتبه برنامج ولم يكتبه صحفي</p>"); alert("!");'
_MENU = "".join(f'<li><a href="/{n}">{n}</a></li>' for n in ("الرئيسية", "محليات", "اقتصاد"))
_ASIDE = "".join(
    f'<li><a href="/n/{n}">{title}</a></li>'
    for n, title in enumerate(("أسعار الذهب اليوم", "حالة الطقس", "مواقيت الصلاة"))
)


def address(number: int) -> str:
    """Where the article with this number was published."""
    return f"https://marfa.example/news/{number}"


def html(story: Story, number: int, charset: str = "utf-8", *, stated: bool = True) -> str:
    """A page of a paper's site; ``stated`` gives it metadata, else all stands in the text."""
    head = _metadata(story, number) if stated else f"<title>{escape(story.title)}</title>"
    above = "" if stated else f'<div class="category">{story.section}</div>'
    below = "" if stated else f'<div class="meta">{story.day}</div><div>كتب: {story.author}</div>'
    text = "".join(f"<p>{escape(one)}</p>\n" for one in story.paragraphs)
    return (
        f'<!DOCTYPE html>\n<html lang="ar" dir="rtl"><head><meta charset="{charset}">{head}'
        f"<style>p {{ margin: 0 }}</style><script>{_SCRIPT}</script></head>\n"
        f"<body><nav><ul>{_MENU}</ul></nav><article>{above}<h1>{escape(story.title)}</h1>{below}\n"
        f'<div class="article-body">{text}</div></article>'
        f"<aside><h3>الأكثر قراءة</h3><ul>{_ASIDE}</ul></aside>"
        f"<footer>جميع الحقوق محفوظة © {OUTLET} 2025</footer></body></html>\n"
    )


def _metadata(story: Story, number: int) -> str:
    assert story.date is not None
    stated = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": f"{story.date}T08:30:00+04:00",
        "author": {"@type": "Person", "name": story.author},
        "articleSection": story.section,
        "publisher": {"@type": "Organization", "name": OUTLET},
    }
    return (
        f"<title>{escape(story.title)} | {OUTLET}</title>"
        f'<meta property="og:title" content="{escape(story.title)}">'
        f'<meta property="og:site_name" content="{OUTLET}">'
        f'<meta property="og:url" content="{address(number)}">'
        f'<script type="application/ld+json">{json.dumps(stated, ensure_ascii=False)}</script>'
    )


def frame(text: str) -> str:
    """What a browser keeps beside a page: an advertisement in a frame of its own."""
    return f"<html><body><h1>إعلان</h1><p>{text} {'عرض خاص لا يفوت اليوم فقط. ' * 20}</p></body>"


def mhtml(story: Story, number: int) -> bytes:
    """As Chromium saves a page in one file: quoted-printable, its frame and picture beside it."""
    whole = MIMEMultipart("related", type="text/html", boundary="----MultipartBoundary--a1b2c3----")
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = address(number)
    whole["Subject"] = story.title
    whole["Date"] = "Tue, 3 Feb 2026 10:00:00 +0400"
    for location, markup in (
        (address(number), html(story, number)),
        ("cid:frame@mhtml.blink", frame("إعلان في إطار")),
    ):
        part = MIMEText(markup, "html", "utf-8")
        part["Content-Location"] = location
        whole.attach(part)
    return whole.as_bytes()


def letter(story: Story, *, attached: tuple[str, bytes] | None = None) -> MIMEMultipart:
    """A message that carries an article in its text, and perhaps another one as a file."""
    message = _addressed(story)
    message.attach(MIMEText("\n\n".join(story.paragraphs) + "\n", "plain", "utf-8"))
    if attached:
        name, data = attached
        file = MIMEApplication(data)
        file.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
        message.attach(file)
    return message


def page_letter(story: Story, markup: str, charset: str) -> MIMEMultipart:
    """A message that is a web page in an old encoding, as "send this page" made it."""
    message = _addressed(story)
    part = Charset(charset)
    part.body_encoding = QP
    message.attach(MIMEText(markup, "html", part))
    return message


def _addressed(story: Story) -> MIMEMultipart:
    message = MIMEMultipart()
    message["From"] = formataddr((story.author or "", "desk@marfa.example"), "utf-8")
    message["To"] = "archive@marfa.example"
    message["Subject"] = Header(story.title, "utf-8")
    message["Date"] = format_datetime(_noon(story))
    message["Message-ID"] = f"<{story.date}@marfa.example>"
    return message


def _noon(story: Story) -> dt.datetime:
    assert story.date is not None
    return dt.datetime.combine(story.date, dt.time(12), dt.UTC)


def mailbox_of(*letters: Message) -> bytes:
    """An mbox file as Thunderbird and Gmail's export keep one."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "letters.mbox"
        box = mbox(path)
        for one in letters:
            box.add(one)
        box.close()
        return path.read_bytes()


def rss(stories: dict[int, Story]) -> str:
    """RSS 2.0 with whole articles, as WordPress writes it."""
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>{address(number)}</link>"
        f"<dc:creator><![CDATA[{one.author}]]></dc:creator>"
        f"<pubDate>{format_datetime(_noon(one))}</pubDate>"
        f"<category><![CDATA[{one.section}]]></category>"
        f"<description><![CDATA[{one.paragraphs[0][:60]} …]]></description>"
        f"<content:encoded><![CDATA[{_paragraphs(one)}]]></content:encoded></item>\n"
        for number, one in stories.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f"<channel><title>{OUTLET}</title><link>https://marfa.example</link>"
        f"<description>أخبار</description><language>ar</language>\n{items}</channel></rss>\n"
    )


def atom(stories: dict[int, Story]) -> str:
    """Atom with the articles as escaped HTML."""
    entries = "".join(
        f"<entry><title>{escape(one.title)}</title>"
        f'<link rel="self" href="{address(number)}.xml"/>'
        f'<link rel="alternate" href="{address(number)}"/><id>{address(number)}</id>'
        f"<published>{one.date}T06:00:00Z</published><updated>2026-02-03T06:00:00Z</updated>"
        f"<author><name>{one.author}</name></author><category term={json_quote(one.section)}/>"
        f'<content type="html">{escape(_paragraphs(one))}</content></entry>\n'
        for number, one in stories.items()
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar">'
        f"<title>{OUTLET}</title><id>https://marfa.example/</id>"
        f"<updated>2026-02-03T06:00:00Z</updated>\n{entries}</feed>\n"
    )


def json_quote(text: str | None) -> str:
    """``text`` as an attribute's value."""
    return f'"{escape(text or "")}"'


def _paragraphs(story: Story) -> str:
    return "".join(f"<p>{escape(one)}</p>" for one in story.paragraphs)


def warc(stories: dict[int, Story], *, packed: bool = False) -> bytes:
    """A crawl: the pages, and what was fetched beside them (a request, a script, a lost page)."""
    from warcio.recordloader import ArcWarcRecord
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)

    def keep(url: str, status: str, kind: str, body: bytes) -> None:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        write(writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=headers))

    def write(record: ArcWarcRecord) -> None:
        writer.write_record(record)
        record.raw_stream.close()

    write(writer.create_warcinfo_record("crawl.warc", {"software": "test"}))
    keep("https://marfa.example/a.js", "200 OK", "text/javascript", b"alert(1)")
    lost = frame("الصفحة غير موجودة").encode()
    keep("https://marfa.example/lost", "404 Not Found", "text/html", lost)
    for number, one in stories.items():
        page = html(one, number).encode()
        keep(address(number), "200 OK", "text/html; charset=UTF-8", page)
    return buffer.getvalue()


def wacz(stories: dict[int, Story]) -> bytes:
    """A WACZ as ReplayWeb.page and Browsertrix write it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("archive/data.warc.gz", warc(stories, packed=True))
        archive.writestr("indexes/index.cdx.gz", gzip.compress(b"com,example)/ 2026 {}"))
        pages = '{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n'
        archive.writestr("pages/pages.jsonl", pages)
        archive.writestr("datapackage.json", '{"profile": "data-package", "wacz_version": "1.1.1"}')
    return buffer.getvalue()
