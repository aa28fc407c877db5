import datetime as dt
import io
import json
from pathlib import Path

import openpyxl
import pytest
import sqlite_utils

from newsarchive.readers import Limits

ROWS = [("سد جديد", "نص الخبر الأول", dt.date(2025, 12, 15)), ("خبر آخر", None, None)]


def workbook(rows: list[tuple], extra: bool = False) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "أخبار"
    for row in rows:
        sheet.append(row)
    if extra:
        book.create_sheet("ملاحظات").append(["x", "y"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["a.xlsx", "a.zip", "a"])
def test_a_workbook(given, name: str):
    rows = [("تقرير الرصد",), ("العنوان", "النص", "تاريخ النشر"), *ROWS, (None, None, None)]
    documents, errors = given(name, workbook(rows, extra=True))
    assert errors == []
    assert [d.name.rsplit("/", 1)[1] for d in documents] == ["أخبار#1", "أخبار#2"]
    assert documents[0].fields == {"title": "سد جديد", "date": "2025-12-15"}
    assert documents[0].text == "نص الخبر الأول"
    assert json.loads(documents[0].source)["النص"] == "نص الخبر الأول"


def test_workbooks_that_hold_no_articles(given):
    documents, errors = given("a.xlsx", workbook([("x", "y"), (1, 2)]))
    assert (documents, [e.code for e in errors]) == ([], ["reader-no-columns"])
    data = workbook([("title", "text"), ("أ", "ب")])
    _, errors = given("b.xlsx", data[: len(data) // 2])
    assert [e.code for e in errors] == ["reader-zip-damaged"]
    _, errors = given("c.xlsx", data, Limits(ratio=1, ratio_free_bytes=10))
    assert [e.code for e in errors] == ["reader-bomb"]


@pytest.fixture
def database(tmp_path: Path) -> bytes:
    db = sqlite_utils.Database(tmp_path / "made.db")
    db["articles"].insert_all(
        [
            {"id": n, "title": t, "body": b, "published": "2025-12-15"}
            for n, (t, b, _) in enumerate(ROWS)
        ]
    )
    db["articles"].enable_fts(["title", "body"])
    db["tags"].insert({"id": 1, "name": "x"})
    db.create_view("latest", "select title, body from articles")
    db.close()
    return (tmp_path / "made.db").read_bytes()


@pytest.mark.parametrize("name", ["a.db", "a.sqlite", "a.txt"])
def test_a_database(given, database: bytes, name: str):
    documents, errors = given(name, database)
    assert errors == []
    assert [d.name.rsplit("/", 1)[1] for d in documents] == ["articles#1", "articles#2"]
    assert documents[0].fields == {"title": "سد جديد", "date": "2025-12-15"}
    assert documents[1].text == ""


def test_a_database_whose_damage_is_told_in_letters_that_are_none(given, database: bytes):
    damaged = bytearray(database)
    place = damaged.index(b"TABLE", damaged.index(b"CREATE TABLE"))
    damaged[place : place + 2] = b"\xc1("
    documents, errors = given("a.db", bytes(damaged))
    assert (documents, [e.code for e in errors]) == ([], ["reader-database-damaged"])


def test_databases_that_hold_no_articles(given, database: bytes):
    _, errors = given("a.db", database[:5000])
    assert [e.code for e in errors] == ["reader-database-damaged"]
    _, errors = given("b.db", b"SQLite format 3\0" + bytes(500))
    assert [e.code for e in errors] == ["reader-database-damaged"]
