import json

from newsarchive.readers import read

RIS = """\
TY  - NEWS
TI  - سد جديد في وادي العين
AU  - الحارثي, عبدالله
AU  - القريشي, جمال
T2  - الميناء
DA  - 2025/12/15/
UR  - http://x/1
Y2  - 2026/01/02/
AB  - ملخص أول
 وتكملته
LA  - ar
ER  -

TY  - NEWS
TI  - خبر آخر
ER  -
"""
BIB = """@comment{x}
@article{haddad_2025,
  title = {{{سد}} جديد في {وادي} العين \\& غيره},
  author = {الحارثي, عبدالله and جمال القريشي},
  date = {2025-12-15}, year = 2024,
  journaltitle = "الميناء",
  url = {http://x/1}, urldate = {2026-01-02},
  abstract = {ملخص {أول}},
}
@online{b, title={خبر آخر}}
"""
FIELDS = {
    "title": "سد جديد في وادي العين", "author": "عبدالله الحارثي، جمال القريشي",
    "outlet": "الميناء", "url": "http://x/1",
}  # fmt: skip


def test_ris(given):
    documents, errors = given("a.ris", RIS.replace("\n", "\r\n"))
    assert errors == []
    assert documents[0].fields == FIELDS | {
        "date": "2025/12/15/", "date_extracted": "2026/01/02/", "language": "ar",
    }  # fmt: skip
    assert documents[0].text == "ملخص أول\nوتكملته"
    assert documents[1].source.decode() == "TY  - NEWS\nTI  - خبر آخر"


def test_bibtex(given):
    documents, errors = given("a.bib", BIB)
    assert errors == []
    assert documents[0].fields == FIELDS | {
        "title": "سد جديد في وادي العين & غيره", "date": "2025-12-15",
        "date_extracted": "2026-01-02",
    }  # fmt: skip
    assert documents[0].text == "ملخص أول"
    assert documents[1].fields == {"title": "خبر آخر"}
    assert documents[1].source.decode() == "@online{b, title={خبر آخر}}"


def test_csl_json(given):
    record = {
        "type": "article-newspaper", "title": FIELDS["title"], "container-title": "الميناء",
        "author": [{"family": "الحارثي", "given": "عبدالله"}, {"literal": "جمال القريشي"}],
        "URL": "http://x/1", "issued": {"date-parts": [["2025", 12, 5]]}, "abstract": "ملخص",
        "accessed": {"date-parts": [[2026, 1, 2]]},
    }  # fmt: skip
    documents, errors = given("a.json", json.dumps([record]))
    assert errors == []
    assert documents[0].fields == FIELDS | {
        "date": "2025-12-05", "date_extracted": "2026-01-02",
    }  # fmt: skip
    assert documents[0].text == "ملخص"


def test_damaged_exports(given):
    documents, _ = given("a.bib", BIB[:200])
    assert documents[0].fields["author"] == FIELDS["author"]
    assert [e.code for e in given("b.ris", "TY  - NEWS\n\nER  - \n")[1]] == [
        "reader-record-without-text"
    ]
    assert [e.code for e in given("b.bib", "@comment{x}")[1]] == ["reader-no-records"]


def test_a_field_holds_nothing_that_cannot_be_seen(tmp_path):
    path = tmp_path / "one.bib"
    path.write_text("@article{a, title = {خبر\x01 اليوم\u200f}, abstract = {نص}}", "utf-8")
    (found,) = read(path)
    assert found.fields["title"] == "خبر اليوم"
