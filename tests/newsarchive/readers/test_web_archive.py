import gzip
import io
import zipfile

import pytest

TEXT = "قال المهندس سالم العامري إن السد الجديد سيخدم سكان الولاية كلها في العام {}."
PARAGRAPHS = [TEXT.format(year) for year in (2026, 2027, 2028)]
PAGE = (
    "<!doctype html><html><head><title>سد جديد</title></head><body><article><h1>سد جديد</h1>"
    + "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    + "</article>"
)


def warc(packed: bool) -> bytes:
    records = []
    for address, status, kind, body in [
        ("http://x/1", "200 OK", "text/html; charset=windows-1256", PAGE.encode("cp1256")),
        ("http://x/2", "404 Not Found", "text/html", PAGE.encode()),
        ("http://x/3.png", "200 OK", "image/png", b"\x89PNG"),
        ("http://x/4", "200 OK", "text/html", b"<html><body>x</body></html>"),
        ("http://x/5", "200 OK", "text/html", PAGE.encode()),
    ]:
        block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"WARC-Target-URI: {address}\r\nWARC-Date: 2025-12-15T00:00:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        records.append(gzip.compress(record) if packed else record)
    return b"".join(records)


def wacz() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("archive/data.warc.gz", warc(packed=True))
        archive.writestr("datapackage.json", '{"title": "x"}')
        archive.writestr("pages/pages.jsonl", '{"url": "http://x/1"}\n')
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.warc", warc(False)), ("a.warc.gz", warc(True)), ("a.wacz", wacz()), ("a", warc(True))],
    ids=["warc", "warc.gz", "wacz", "unnamed"],
)
def test_the_pages_of_a_web_archive(given, name: str, data: bytes):
    documents, errors = given(name, data)
    assert errors == []
    assert [d.fields for d in documents] == [
        {"title": "سد جديد", "url": f"http://x/{number}", "saved": "2025-12-15T00:00:00Z"}
        for number in (1, 5)
    ]
    assert documents[0].text.split("\n")[-3:] == PARAGRAPHS
    assert documents[0].encoding == "windows-1256"
    assert documents[1].source == PAGE.encode()


def test_damaged_web_archives(given):
    data = warc(False)
    documents, _ = given("a.warc", data[: len(data) // 2])
    assert len(documents) >= 1
    assert len(given("b.warc", b"WARC/1.0\r\n" + b"x" * 500)[1]) == 1
    assert given("c.warc.gz", gzip.compress(data)[:-900])[1]
