import pytest

from newsarchive.readers import Limits


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_delimiters_and_encodings(given, delimiter: str, encoding: str):
    rows = [
        ["title", "date", "content"],
        ["خبر أول في الصحيفة", "2020-01-01", '"نص ""مقتبس""\nسطر"'],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows) + "\r\n"
    documents, errors = given("a.csv", text.encode(encoding))
    assert errors == []
    assert documents[0].fields == {"title": "خبر أول في الصحيفة", "date": "2020-01-01"}
    assert documents[0].text == 'نص "مقتبس"\nسطر'
    assert documents[0].source.decode() == text
    assert documents[0].name.endswith("a.csv#1")


def test_arabic_columns_the_sep_line_and_blank_lines(given):
    text = "sep=;\n\nالعنوان;النص;المصدر\nأ;ب;ج\n;;\nد;ه;و\n"
    documents, errors = given("a.csv", text.replace("\n\n", "\n", 1))
    assert (errors, [d.text for d in documents]) == ([], ["ب", "ه"])
    assert [d.name.rsplit("#")[-1] for d in documents] == ["1", "2"]


def test_a_table_named_txt_is_known_by_its_header(given):
    documents, _ = given("a.txt", "title\tcontent\nأ\tب\n")
    assert documents[0].media_type == "text/csv"


def test_bad_rows_are_named_by_line_and_the_rest_is_read(given):
    text = 'title,text\nأ,ب\nج,د,زائد\n"مفتوح,ه\nو,ز\nح\nط,"ي" ك\nل,م\n'
    documents, errors = given("a.csv", text)
    assert [d.fields["title"] for d in documents] == ["أ", "و", "ح", "ل"]
    assert [(e.code, e.values["line"]) for e in errors] == [
        ("reader-bad-row", 3), ("reader-bad-row", 4), ("reader-bad-row", 7),
    ]  # fmt: skip


def test_a_file_of_open_quotes_comes_to_an_end(given):
    documents, errors = given("a.csv", "title,text\n" + '"أ,ب\n' * 1001)
    assert errors[-1].code == "reader-too-many-bad-rows"
    assert len(documents) + len(errors) < 100


def test_huge_fields_nuls_and_repeated_columns(given):
    text = "title,text,text\nأ,\0" + "ب" * 200_000 + ",ج\n"
    documents, errors = given("a.csv", text)
    assert (len(documents[0].text), errors) == (200_000, [])
    documents, errors = given("b.csv", text, Limits(document_bytes=1000, table_bytes=10**7))
    assert (documents, [e.code for e in errors]) == ([], ["reader-bad-row"])


def test_a_table_without_known_columns_says_which_it_has(given):
    documents, errors = given("a.csv", "x,y\n1,2\n")
    assert documents == []
    assert errors[0].code == "reader-no-columns"
    assert "x، y" in errors[0].sentence("ar")
