"""Data sets: the same articles as records of JSON, tables, databases and bibliographies."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.newsarchive.formats.pages import address
from tests.newsarchive.formats.stories import Story

Numbered = dict[int, Story]


def records(stories: Numbered) -> list[dict[str, Any]]:
    """A record an article, under the names that news data sets give their fields."""
    return [
        {
            "id": number,
            "title": one.title,
            "content": one.body,
            "category": one.section,
            "published_date": str(one.date),
            "author": one.author,
            "url": address(number),
        }
        for number, one in stories.items()
    ]


def json_file(stories: Numbered) -> str:
    """An array of records, indented."""
    return json.dumps(records(stories), ensure_ascii=False, indent=2)


def json_lines(stories: Numbered) -> str:
    """A record a line."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records(stories))


def separated(stories: Numbered, delimiter: str) -> str:
    """CSV or TSV as spreadsheets save it: quoted paragraphs, lines ended as in RFC 4180."""
    rows = records(stories)
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return table.getvalue()


def workbook(stories: Numbered) -> bytes:
    """A workbook with a title above the header row, true dates, and a sheet without articles."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "أخبار"
    sheet.append(["أرشيف الصحيفة"])
    sheet.append(["العنوان", "النص", "القسم", "التاريخ", "الكاتب"])
    for one in stories.values():
        sheet.append([one.title, one.body, one.section, one.date, one.author])
    book.create_sheet("ملاحظات").append(["لا شيء هنا"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _database(fill: Any) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        fill(path)
        return path.read_bytes()


def plain_database(stories: Numbered) -> bytes:
    """A database of a content system: articles, and a table of its users."""

    def fill(path: Path) -> None:
        database = sqlite3.connect(path)
        database.execute(
            "CREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT, body TEXT, section TEXT,"
            " author TEXT, published_at TEXT)"
        )
        database.executemany(
            "INSERT INTO posts VALUES (?, ?, ?, ?, ?, ?)",
            [
                (number, one.title, one.body, one.section, one.author, f"{one.date} 08:00:00")
                for number, one in stories.items()
            ],
        )
        database.execute("CREATE TABLE users (id INTEGER, email TEXT)")
        database.execute("INSERT INTO users VALUES (1, 'a@marfa.example')")
        database.commit()
        database.close()

    return _database(fill)


def utils_database(stories: Numbered) -> bytes:
    """A database that sqlite-utils made, with its full-text tables."""
    from sqlite_utils import Database

    def fill(path: Path) -> None:
        database = Database(path)
        database["news"].insert_all(records(stories), pk="id")
        database["news"].enable_fts(["title", "content"], create_triggers=True)
        database.close()

    return _database(fill)


def ris(stories: Numbered) -> str:
    """As Zotero exports newspaper articles."""
    return "\r\n".join(
        f"TY  - NEWS\r\nTI  - {one.title}\r\nAU  - {_turned(one.author)}\r\n"
        f"T2  - {one.outlet}\r\nDA  - {one.date:%Y/%m/%d}/\r\nPY  - {one.date:%Y}\r\n"
        f"SE  - {one.section}\r\nLA  - ar\r\nUR  - {address(number)}\r\n"
        f"AB  - {' '.join(one.paragraphs)}\r\nER  - \r\n"
        for number, one in stories.items()
    )


def bibtex(stories: Numbered) -> str:
    """As BibLaTeX files of Zotero have it."""
    return "\n".join(
        f"@article{{key{number},\n  title = {{{{{one.title}}}}},\n"
        f"  author = {{{_turned(one.author)}}},\n  date = {{{one.date}}},\n"
        f"  journaltitle = {{{one.outlet}}},\n  url = {{{address(number)}}},\n"
        f"  urldate = {{2026-02-03}},\n  langid = {{arabic}},\n"
        f"  abstract = {{{' '.join(one.paragraphs)}}}\n}}\n"
        for number, one in stories.items()
    )


def csl(stories: Numbered) -> str:
    """CSL JSON: the export that Zotero, Pandoc and citeproc share."""
    items = [
        {
            "id": f"http://zotero.example/items/{number}",
            "type": "article-newspaper",
            "title": one.title,
            "container-title": one.outlet,
            "section": one.section,
            "abstract": " ".join(one.paragraphs),
            "URL": address(number),
            "language": "ar",
            "author": [_name(one.author)],
            "issued": {"date-parts": [[one.date.year, one.date.month, one.date.day]]},
            "accessed": {"date-parts": [[2026, 2, 3]]},
        }
        for number, one in stories.items()
    ]
    return json.dumps(items, ensure_ascii=False, indent=2)


def _name(author: str | None) -> dict[str, str]:
    given, _, family = (author or "").partition(" ")
    return {"family": family, "given": given}


def _turned(author: str | None) -> str:
    given, _, family = (author or "").partition(" ")
    return f"{family}, {given}"


def abstracts(stories: Iterable[Story]) -> list[Story]:
    """The stories where a format keeps their text on one line."""
    from dataclasses import replace

    return [replace(one, paragraphs=(" ".join(one.paragraphs),)) for one in stories]
