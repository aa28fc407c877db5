import io
import zipfile
from email.message import EmailMessage

import pytest

from newsarchive.readers import Limits

TEXT = "قال المهندس سالم العامري إن السد الجديد سيخدم سكان الولاية كلها هذا العام.\n" * 3
PAGE = f"""<!doctype html><html><head><title>سد جديد</title></head><body><article><h1>سد جديد</h1>
{"".join(f"<p>{line}</p>" for line in TEXT.splitlines())}</article></body></html>"""


def message(**headers: str) -> EmailMessage:
    built = EmailMessage()
    built["From"] = headers.get("sender", "وكالة الميناء <news@example.com>")
    built["To"] = "a@example.com"
    built["Subject"] = headers.get("subject", "خبر عاجل من الميناء")
    built["Date"] = "Mon, 15 Dec 2025 10:00:00 +0400"
    return built


def test_plain_text_wins_and_headers_become_fields(given):
    mail = message()
    mail.set_content(TEXT)
    mail.add_alternative(PAGE, subtype="html")
    documents, errors = given("a.eml", mail.as_bytes())
    assert errors == []
    assert documents[0].text == TEXT.strip()
    assert documents[0].fields == {
        "title": "خبر عاجل من الميناء", "author": "وكالة الميناء",
        "date": "Mon, 15 Dec 2025 10:00:00 +0400", "saved": "Mon, 15 Dec 2025 10:00:00 +0400",
    }  # fmt: skip
    assert documents[0].media_type == "message/rfc822"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
def test_html_alone_in_any_encoding(given, charset: str):
    mail = message()
    mail.set_content(PAGE, subtype="html", charset=charset, cte="base64")
    documents, _ = given("a.eml", mail.as_bytes())
    assert documents[0].text.split("\n")[-1] == TEXT.splitlines()[0]
    assert documents[0].fields["title"] == "خبر عاجل من الميناء"


def test_raw_headers_of_old_programs(given):
    data = "From: x@example.com\nSubject: خبر عاجل من الميناء\n\nنص الخبر هنا\n".encode("cp1256")
    documents, _ = given("a.eml", data)
    assert documents[0].fields["title"] == "خبر عاجل من الميناء"
    assert documents[0].text == "نص الخبر هنا"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("=?utf-8?b?2K7YqNix?=\r\n 74 =?utf-8?b?2KzYr9mK2K8=?=", "خبر 74 جديد"),
        ("=?utf-8?b?2K7YqNix?=\r\n =?utf-8?b?INis2K/ZitivIA==?=", "خبر جديد"),
        ("=?UTF-8?Q?=D8=AE=D8=A8?= =?utf-8?q?=D8=B1_=D8=AC=D8?= =?utf-8?q?=AF?=", "خبر جد"),
        ("=?windows-1256?Q?=CE=C8=D1?= one", "خبر one"),
        ("=?iso-8859-6*ar?b?zsjR?=", "خبر"),
        ("=?utf-8?b?2K7YqNi?=", "خب"),
        ("=?no?x?broken?= =?utf-8?b?a?=", "=?no?x?broken?= =?utf-8?b?a?="),
    ],
)
def test_encoded_headers(given, subject: str, expected: str):
    data = f"From: a@example.com\r\nSubject: {subject}\r\nDate: x\r\n\r\n{TEXT}"
    title = given("a.eml", data)[0][0].fields["title"]
    assert title.rstrip("\ufffd") == expected


def test_attachments_are_read_and_pictures_are_not(given):
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr("in.txt", "نص في أرشيف")
    mail = message()
    mail.set_content("مرفق الخبر")
    mail.add_attachment("نص المرفق".encode(), "text", "plain", filename="../خبر.txt")
    mail.add_attachment(b"\x89PNG", "image", "png", filename="a.png")
    mail.add_attachment(box.getvalue(), "application", "zip", filename="b.zip")
    documents, errors = given("a.eml", mail.as_bytes())
    assert errors == []
    assert [d.name.split("a.eml", 1)[1] for d in documents] == ["", "/خبر.txt", "/b.zip/in.txt"]


def test_an_mbox_gives_an_article_a_message(given):
    first, second = message(subject="الأول"), message(subject="الثاني")
    first.set_content("نص أول\n\nFrom هنا يبدأ السطر")
    second.set_content("نص ثان")
    data = b"".join(
        b"From a@b Mon Dec 15 10:00:00 2025\n" + m.as_bytes(unixfrom=False) + b"\n\n"
        for m in (first, second)
    ).replace(b"\nFrom ", b"\n>From ", 1)
    documents, errors = given("a.mbox", data)
    assert errors == []
    assert [d.fields["title"] for d in documents][-1] == "الثاني"
    assert documents[-1].source.startswith(b"From: ")
    _, errors = given("b.mbox", data, Limits(document_bytes=10))
    assert {e.code for e in errors} == {"reader-over-limit"}


def mhtml(root: str = PAGE) -> bytes:
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.com/a/1\r\n"
        "Subject: x\r\nDate: Mon, 15 Dec 2025 20:45:12 -0000\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html";\r\n\tboundary="--b"\r\n\r\n----b\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.com/a/1\r\n"
        "\r\n" + _quoted(root) + "\r\n----b\r\nContent-Type: text/html\r\n\r\n<p>إعلان</p>\r\n"
        "----b\r\nContent-Type: image/png\r\n\r\niVBO\r\n----b--\r\n"
    ).encode()


def _quoted(text: str) -> str:
    return "".join(
        f"={byte:02X}" if byte > 126 or byte == 61 else chr(byte) for byte in text.encode()
    )


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.eml", "a.html", "a"])
def test_a_page_saved_as_mhtml(given, name: str):
    documents, errors = given(name, mhtml())
    assert errors == []
    assert len(documents) == 1
    assert documents[0].fields == {
        "url": "https://example.com/a/1", "title": "سد جديد",
        "saved": "Mon, 15 Dec 2025 20:45:12 -0000",
    }  # fmt: skip
    assert documents[0].origins["saved"] == "Date"
    assert documents[0].text.split("\n")[-1] == TEXT.splitlines()[0]
    assert documents[0].media_type == "multipart/related"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.eml", b"From: a@b\nSubject: =?x?=\n\n"),
        ("a.mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--"),
    ],
)
def test_messages_without_text_are_named(given, name: str, data: bytes):
    documents, errors = given(name, data)
    assert (documents, [e.code for e in errors]) == ([], ["reader-no-text"])


def test_a_damaged_message_gives_what_it_can(given):
    documents, errors = given("a.mhtml", mhtml()[:1500])
    assert len(documents) + len(errors) == 1


def test_a_page_copy_that_begins_like_a_header_is_text(given):
    documents, _ = given("a.txt", "From: لندن\nخبر من سطرين\nوآخر")
    assert documents[0].media_type == "text/plain"
