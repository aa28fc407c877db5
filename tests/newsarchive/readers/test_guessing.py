"""Which column is what, told by names, by content and by the user."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.columns import ColumnMapping, KeptMapping, MappedPart, fitting
from newsarchive.readers.guessing import Rows, look_at
from newsarchive.readers.nested import columns_of, value_at

ARTICLES = json.loads(
    (Path(__file__).parents[2] / "gui" / "fake_articles.json").read_text(encoding="utf-8")
)
PARTS = ("title", "body", "section", "author", "outlet", "date")
NAMELESS = ("م", "col2", "field_7", "Unnamed: 3", "خ", "#6", "zzz", "c8")


def table(*columns, count=30, names=NAMELESS):
    """Articles under names that say nothing; a column is a part, or a function of the row."""
    rows = []
    for number, article in enumerate(ARTICLES[:count]):
        values = [c(number, article) if callable(c) else article[c] or "" for c in columns]
        rows.append(dict(zip(names, values, strict=False)))
    return rows


def looked(rows, choices=None, named=True):
    names = tuple(rows[0]) if named else ()
    return look_at(Rows("t", names, rows), choices or {}, samples=3)


def address(number, article):
    return f"https://paper.example/news/{number}"


def picture(number, article):
    return f"https://paper.example/{number}.jpg"


def views(number, article):
    return str(number * 37)


@pytest.mark.parametrize("seed", range(6))
def test_content_tells_what_names_do_not_in_any_order(seed):
    columns = [*PARTS, address, picture, views]
    random.Random(seed).shuffle(columns)
    names = [f"col{n}" for n in range(len(columns))]
    found = looked(table(*columns, names=names))
    told = {
        name: c if isinstance(c, str) else "url" for name, c in zip(names, columns, strict=True)
    }
    told = {n: p for n, p in told.items() if columns[names.index(n)] not in (picture, views)}
    assert {one.column: one.part for one in found.mapping.parts} == told
    assert {one.why for one in found.mapping.parts} == {"content"}
    assert found.is_sure


def test_a_known_name_wins_over_content():
    rows = table("body", "title", names=("title", "عمود"))
    mapping = looked(rows).mapping
    assert (mapping.column("title"), mapping.why("title")) == ("title", "name")


@pytest.mark.parametrize(
    ("columns", "absent"),
    [
        ((views, picture), ("title", "body", "url", "date")),
        (("author", views), ("title", "body", "section")),
        (("section",), ("title", "body", "outlet")),
        ((lambda n, a: f"20{n % 30:02}", "body"), ("date",)),
        ((lambda n, a: "عُمان، مسقط، ميناء", "body"), ("title",)),
    ],
)
def test_below_the_threshold_nothing_is_guessed(columns, absent):
    mapping = looked(table(*columns)).mapping
    assert [part for part in absent if mapping.column(part)] == []


@pytest.mark.parametrize(
    "name", ["image_url", "updatedAt", "data.photo.link", "صورة الخبر", "تاريخ التعديل"]
)
def test_names_of_other_things_are_left_alone(name):
    rows = [row | {name: address(n, row)} for n, row in enumerate(table("title", "body"))]
    assert looked(rows).mapping.column("url") == ""


def test_of_two_dates_the_earlier_is_that_of_publication():
    rows = table(
        lambda n, a: f"2025-12-{n % 20 + 2:02}T09:00:00",
        "body",
        lambda n, a: f"{n % 20 + 1}/12/2025",
    )
    assert looked(rows).mapping.column("date") == "field_7"


@pytest.mark.parametrize(
    "values",
    [
        ["15 ديسمبر 2025", "3 نوفمبر 2025"],
        ["٢٤/٦/١٤٤٧هـ", "٢٥/٦/١٤٤٧هـ"],
        ["1437447112", "1437447199"],
        ["Mon, 15 Dec 2025 18:30:00 GMT", "Tue, 16 Dec 2025 18:30:00 GMT"],
    ],
)
def test_dates_in_any_form(values):
    rows = table(lambda n, a: values[n % 2], "body")
    assert looked(rows).mapping.column("date") == "م"


@pytest.mark.parametrize("count", [1, 2])
def test_a_single_record_is_guessed_but_not_trusted(count):
    found = looked(table("body", "title", count=count), named=False)
    assert (found.mapping.column("body"), found.mapping.column("title")) == ("م", "col2")
    assert not found.is_sure


def test_two_columns_alike_leave_a_doubt():
    found = looked(table("body", "title", lambda n, a: a["title"][::-1] and a["title"] + " اليوم"))
    assert found.mapping.column("title") == "col2"
    assert not found.is_sure


def test_the_text_is_the_longest_whatever_its_markup():
    rows = table("title", lambda n, a: f"<p>{a['body']}</p>", lambda n, a: a["body"][:90] + "…")
    found = looked(rows)
    assert found.mapping.column("body") == "col2"
    assert "<p>" not in found.samples("body")[0]


def test_a_slug_of_the_address_is_the_outlet():
    rows = table(lambda n, a: "paper", address, "body", "title")
    assert looked(rows).mapping.column("outlet") == "م"


def test_what_the_user_chose_stands_and_the_rest_is_guessed():
    rows = table("title", "body", "section")
    found = looked(rows, {"body": "م", "section": ""})
    assert found.mapping.column("body") == "م"
    assert found.mapping.by("user") == {"body": "م", "section": ""}
    assert found.is_sure


def test_names_deep_inside_are_found():
    rows = [
        {"id": n, "data": {"article": {"headline": a["title"], "text": a["body"], "author": "ك"}}}
        for n, a in enumerate(ARTICLES[:5])
    ]
    mapping = looked(rows, named=False).mapping
    assert mapping.by("name") == {
        "title": "data.article.headline", "body": "data.article.text",
        "author": "data.article.author",
    }  # fmt: skip


def test_samples_stand_row_by_row():
    found = looked(table("title", lambda n, a: "" if n == 1 else a["body"]))
    assert [len(column.samples) for column in found.columns] == [3, 3]
    assert found.columns[1].samples[1] == ""
    assert found.samples("author") == ()


def test_columns_of_nested_records():
    record = {
        "title": {"rendered": "ع", "protected": False},
        "a": {"b": [{"c": 1}, {"c": 2}, "x"], "d": {"$date": "2020-01-01"}},
        "e.f": "ن",
        "tags": ["س", "ص"],
    }
    assert columns_of(record) == {
        "title": record["title"], "a.b.c": [1, 2], "a.d": {"$date": "2020-01-01"}, "e.f": "ن",
        "tags": ["س", "ص"],
    }  # fmt: skip
    assert value_at({"e": {"f.g": {"h": 3}}}, "e.f.g.h") == 3
    assert value_at(record, "a.x") is None
    assert value_at("text", "a") is None


def test_endless_columns_are_cut():
    assert len(columns_of({f"k{n}": {"x": n} for n in range(1000)})) == 200


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["title", "م", "data", "a.b", ""]), inner, max_size=4),
    max_leaves=12,
).filter(lambda value: isinstance(value, dict)))  # fmt: skip
def test_any_record_is_borne(record):
    found = look_at(Rows("t", (), [record, record]), {})
    assert set(found.mapping.by("content").values()) <= set(found.names)


KEPT = (
    KeptMapping(("a", "b", "c", "d", "e"), {"title": "a"}, 1),
    KeptMapping(("a", "b", "c", "d"), {"title": "b"}, 2),
)


@pytest.mark.parametrize(
    ("columns", "is_loose", "number"),
    [
        ("abcde", False, 1),
        ("dcba", False, 2),
        ("abcd", True, 2),
        ("abcdef", True, 1),
        ("abcdef", False, None),
        ("acdef", True, None),
        ("bcde", True, None),
        ("xyz", True, None),
    ],
)
def test_which_kept_mapping_fits(columns, is_loose, number):
    found = fitting(KEPT, tuple(columns), is_loose=is_loose)
    assert (found.number if found else None) == number


def test_a_mapping_holds_articles_when_it_has_title_or_text():
    assert not ColumnMapping((MappedPart("date", "a", "content"),)).holds_articles
    assert not ColumnMapping((MappedPart("title", "", "user"),)).holds_articles
    assert ColumnMapping((MappedPart("summary", "a", "name"),)).holds_articles
