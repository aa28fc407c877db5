"""Tables of every format whose columns have strange names, or names the user has to tell."""

import csv
import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
import sqlite_utils

from newsarchive.columns import KeptMapping
from newsarchive.errors import ReaderError
from newsarchive.readers import TableRules, find_files, look, read
from newsarchive.store.connection import open_store
from tests.newsarchive.readers.conftest import parted

ARTICLES = json.loads(
    (Path(__file__).parents[2] / "gui" / "fake_articles.json").read_text(encoding="utf-8")
)[:12]
STRANGE = ("م", "خ", "zz")
ROWS = [(a["title"], a["body"], a["date"]) for a in ARTICLES]


def as_csv(names, rows, delimiter=","):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([names, *rows] if names else rows)
    return text.getvalue().encode()


def as_json(names, rows):
    return json.dumps([dict(zip(names, row, strict=True)) for row in rows]).encode()


def as_wrapped_json(names, rows):
    records = [dict(zip(names, row, strict=True)) for row in rows]
    return json.dumps({"ok": True, "rows": records, "by": [{"n": 1}]}).encode()


def as_lines(names, rows):
    return b"\n".join(json.dumps(dict(zip(names, row, strict=True))).encode() for row in rows)


def as_workbook(names, rows, *, notes=()):
    book = openpyxl.Workbook()
    for row in [("تقرير الرصد",), names, *rows]:
        book.active.append(row)
    if notes:
        sheet = book.create_sheet("ملاحظات")
        for row in notes:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def as_database(names, rows, *, notes=()):
    database = sqlite_utils.Database(memory=True)
    database["t"].insert_all(dict(zip(names, row, strict=True)) for row in rows)
    if notes:
        database["remarks"].insert_all(dict(zip(("id", "x"), row, strict=True)) for row in notes)
    return database.conn.serialize()


FORMATS = {
    "a.csv": as_csv,
    "a.tsv": lambda names, rows: as_csv(names, rows, "\t"),
    "a.json": as_json,
    "b.json": as_wrapped_json,
    "a.jsonl": as_lines,
    "a.xlsx": as_workbook,
    "a.db": as_database,
}


@pytest.fixture
def write(tmp_path):
    def write_bytes(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write_bytes


def articles(path, **rules):
    return parted(list(read(path, tables=TableRules(**rules))))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_read_by_content(write, name):
    documents, errors = articles(write(name, FORMATS[name](STRANGE, ROWS)))
    assert errors == []
    assert [d.fields["title"] for d in documents] == [title for title, _, _ in ROWS]
    assert [d.text.split()[0] for d in documents] == [body.split()[0] for _, body, _ in ROWS]
    assert documents[0].fields["date"] == ROWS[0][2]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_read_as_the_user_chose(write, name):
    kept = (KeptMapping(tuple(sorted(STRANGE)), {"title": "zz", "body": "م", "date": ""}),)
    documents, errors = articles(write(name, FORMATS[name](STRANGE, ROWS)), kept=kept)
    assert errors == []
    assert documents[0].fields == {"title": ROWS[0][2]}
    assert documents[0].text == ROWS[0][0]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_looked_at_without_being_read(write, name):
    (found,) = look(write(name, FORMATS[name](STRANGE, ROWS)), samples=2)
    assert set(found.names) == set(STRANGE)
    assert found.mapping.by("content") == {"title": "م", "body": "خ", "date": "zz"}
    assert found.samples("title") == (ROWS[0][0], ROWS[1][0])
    assert found.is_sure


@pytest.mark.parametrize("name", FORMATS)
def test_no_usable_column_is_one_failure_that_names_them(write, name):
    rows = [(n, n * n, "x") for n in range(70)]
    documents, errors = articles(write(name, FORMATS[name](STRANGE, rows)))
    assert documents == []
    (error,) = errors
    assert error.code in ("reader-no-columns", "reader-no-tables")
    for language in ("ar", "en"):
        assert all(column in error.sentence(language) for column in STRANGE)


@pytest.mark.parametrize("name", FORMATS)
def test_a_doubtful_table_can_be_refused_until_the_user_has_chosen(write, name):
    rows = ROWS[:1]
    path = write(name, FORMATS[name](STRANGE, rows))
    documents, errors = articles(path, asks=True)
    assert (documents, [e.code for e in errors]) == ([], ["reader-columns-unsure"])
    kept = (KeptMapping(tuple(sorted(STRANGE)), {"title": "م"}),)
    documents, errors = articles(path, asks=True, kept=kept)
    assert (len(documents), errors) == (1, [])


def test_a_table_without_a_head_is_read_from_its_first_row(write):
    documents, errors = articles(write("a.csv", as_csv((), ROWS)))
    assert errors == []
    assert [d.fields["title"] for d in documents] == [title for title, _, _ in ROWS]
    (found,) = look(write("b.csv", as_csv((), ROWS)))
    assert found.names == ("#1", "#2", "#3")


def test_unnamed_and_repeated_columns_are_kept_apart(write):
    (found,) = look(write("a.csv", b"title,,title,\n1,2,3,4\n"))
    assert found.names == ("title", "#2", "title#2", "#4")


@pytest.mark.parametrize("head", [(), ("", "العنوان", "")])
def test_a_sheet_without_names(write, head):
    book = openpyxl.Workbook()
    for row in [head, *[(body, title, day) for title, body, day in ROWS]]:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    documents, errors = articles(write("a.xlsx", buffer.getvalue()))
    assert errors == []
    assert [d.fields["title"] for d in documents] == [title for title, _, _ in ROWS]
    assert documents[0].text


@pytest.mark.parametrize(("name", "make"), [("a.xlsx", as_workbook), ("a.db", as_database)])
def test_notes_beside_a_table_of_articles_are_no_articles(write, name, make):
    notes = [(str(n), body) for n, (_, body, _) in enumerate(ROWS)]
    path = write(name, make(("title", "text", "date"), ROWS, notes=notes))
    documents, errors = articles(path)
    assert (len(documents), errors) == (len(ROWS), [])
    assert len(list(look(path))) == 2


def test_records_that_have_text_only_later_on_are_read(write):
    records = [{"id": n} for n in range(80)] + [{"title": "ع", "text": "ن"}, {"id": 1}]
    documents, errors = articles(write("a.json", json.dumps(records).encode()))
    assert [d.name.rpartition("#")[2] for d in documents] == ["81"]
    assert [e.code for e in errors] == ["reader-record-without-text"] * 81


def test_tables_inside_archives_are_looked_at_and_other_files_passed_over(write, tmp_path):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", as_csv(STRANGE, ROWS))
        archive.writestr("b.txt", "صفحة محفوظة\n\nنصها.")
        archive.writestr("c.json", b"{ broken")
    found = list(look(path))
    assert [one.code for one in found if isinstance(one, ReaderError)] == ["reader-json-broken"]
    assert [one.name for one in found if not isinstance(one, ReaderError)] == [f"{path}/a.csv"]


def test_a_name_that_fails_in_a_record_gives_way_to_the_next(write):
    records = [{"title": "", "headline": "ع", "م": ROWS[0][1]}, {"title": "س", "م": ROWS[1][1]}]
    documents, _ = articles(write("a.json", json.dumps(records).encode()))
    assert [d.fields["title"] for d in documents] == ["ع", "س"]
    assert all(d.text for d in documents)


def test_an_archive_is_never_read_as_a_table_of_news(tmp_path):
    path = tmp_path / "moved.db"
    open_store(path, create=True).close()
    documents, errors = articles(path)
    assert (documents, [e.code for e in errors]) == ([], ["reader-own-archive"])


def test_archives_and_what_lies_beside_databases_are_passed_over_in_folders(tmp_path):
    for name in ("a.qusasat", "a.qusasat-wal", "b.db-shm", "c.sqlite-journal", "d.txt.partial"):
        (tmp_path / name).write_text("نص")
    kept = [tmp_path / "e-journal.txt", tmp_path / "f-wal"]
    for path in kept:
        path.write_text("نص")
    assert list(find_files([tmp_path])) == kept
