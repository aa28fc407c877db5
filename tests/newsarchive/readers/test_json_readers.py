import json

import pytest

from newsarchive.readers import Limits

RECORD = {"title": "عنوان الخبر", "content": "نص الخبر الأول.\n\nفقرة ثانية.", "source": "الصحيفة"}


def test_an_array_keeps_the_exact_source_of_each_record(given):
    text = '[\n {"title": "أ",  "content": "ب"} ,\n {"title":"\\u062c","content":"د"}\n]\n'
    documents, errors = given("day.json", text)
    assert errors == []
    assert [d.source.decode() for d in documents] == [
        '{"title": "أ",  "content": "ب"}', '{"title":"\\u062c","content":"د"}',
    ]  # fmt: skip
    assert [d.name.rsplit("/")[-1] for d in documents] == ["day.json#1", "day.json#2"]
    assert documents[1].fields == {"title": "ج"}
    assert (documents[0].text, documents[0].body_only) == ("ب", True)
    assert documents[0].media_type == "application/json"


@pytest.mark.parametrize(
    "wrap",
    [
        lambda r: r,
        lambda r: [r],
        lambda r: {"status": "ok", "articles": [r]},
        lambda r: {"response": {"docs": [r], "numFound": 1}},
        lambda r: {"hits": {"hits": [{"_id": "1", "_source": r}]}},
        lambda r: {"data": r},
    ],
)
def test_the_usual_wrappings_are_opened(given, wrap):
    documents, errors = given("a.json", json.dumps(wrap(RECORD), ensure_ascii=False))
    assert errors == []
    assert [d.text for d in documents] == [RECORD["content"]]
    assert documents[0].fields == {"title": "عنوان الخبر", "outlet": "الصحيفة"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt", "a"])
def test_encodings_and_extensions(given, encoding: str, name: str):
    lines = "\n".join(json.dumps(RECORD, ensure_ascii=False) for _ in range(3)) + "\n"
    documents, errors = given(name, lines.encode(encoding))
    assert errors == []
    assert [d.text for d in documents] == [RECORD["content"]] * 3
    assert documents[0].source.decode() == lines.splitlines()[0]


def test_what_stands_before_a_break_is_given_and_the_line_named(given):
    documents, errors = given(
        "a.json", '[{"title":"1","text":"a"},\n{"title":"2","text":"b"},\n{"title": oops}]'
    )
    assert [d.fields["title"] for d in documents] == ["1", "2"]
    assert [(e.code, e.values["line"], e.values["read"]) for e in errors] == [
        ("reader-json-broken", 3, 2)
    ]


@pytest.mark.parametrize("text", ['[{"title":"1","text":"a"}', '[{"title":"1","text":"a"}, '])
def test_a_truncated_array_is_named(given, text: str):
    documents, errors = given("a.json", text)
    assert len(documents) == 1
    assert [e.code for e in errors] == ["reader-json-broken"]


def test_a_comma_too_many_is_forgiven(given):
    documents, errors = given("a.json", '[{"title":"1","text":"a"},]')
    assert (len(documents), errors) == (1, [])


def test_a_broken_line_does_not_stop_the_others(given):
    lines = ['{"title":"1","text":"a"}', '{"title": oops', "[1]", "", '{"title":"4","text":"d"}']
    documents, errors = given("a.jsonl", "\n".join(lines))
    assert [d.name.rsplit("#")[-1] for d in documents] == ["1", "5"]
    assert [e.values["line"] for e in errors] == [2, 3]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[]", "reader-no-records"),
        ("{}", "reader-record-without-text"),
        ('[{"id": 1}]', "reader-no-columns"),
        ("[1, 2, 3]", "reader-no-records"),
        ("[" * 200_000, "reader-json-broken"),
        ('{"a":' * 200_000, "reader-json-broken"),
        ('[{"text": ' + "9" * 5000 + "}]", "reader-json-broken"),
        ('"text"', "reader-json-broken"),
        ("no json", "reader-json-broken"),
    ],
)
def test_json_without_articles(given, text: str, code: str):
    documents, errors = given("a.json", text)
    assert documents == []
    assert [e.code for e in errors] == [code]


def test_a_title_alone_is_an_article_with_an_empty_body(given):
    documents, errors = given("a.json", '[{"title": "قصة مصورة", "content": " "}]')
    assert (documents[0].fields, documents[0].text, errors) == ({"title": "قصة مصورة"}, "", [])


def test_lone_surrogates_and_nuls_in_strings(given):
    documents, _ = given("a.json", '[{"title": "\\ud83d خبر\\u0000", "text": "نص \\udc00"}]')
    assert documents[0].fields["title"] == "\ufffd خبر"
    documents[0].text.encode("utf-8")
    assert b"\\ud83d" in documents[0].source


def test_limits_of_a_record_and_a_line(given):
    limits = Limits(document_bytes=1000)
    records = [{"title": "1", "text": "x" * 2000}, {"title": "2", "text": "b"}]
    documents, errors = given("a.json", json.dumps(records), limits)
    assert [d.fields["title"] for d in documents] == ["2"]
    assert [e.code for e in errors] == ["reader-too-large"]
    lines = "\n".join(map(json.dumps, records))
    for encoding in ("utf-8", "utf-16"):
        documents, errors = given("a.jsonl", lines.encode(encoding), limits)
        assert [d.fields["title"] for d in documents] == ["2"]
        assert [e.code for e in errors] == ["reader-over-limit"]
