import pytest

from newsarchive.article import Article, StoredArticle
from newsarchive.repairs import Noted, Repair, is_unread, noted, noted_in, without
from tests.newsarchive.builders import archive_of, article


def test_notes_stand_behind_the_encoding():
    encoding = noted(noted("windows-1256", Repair.MOJIBAKE), Repair.OCR, 91)
    assert encoding == "windows-1256+mojibake+ocr:91"
    assert noted_in(encoding) == (Noted(Repair.MOJIBAKE), Noted(Repair.OCR, 91))
    assert noted(encoding, Repair.OCR, 80) == "windows-1256+mojibake+ocr:80"
    assert without(encoding, Repair.MOJIBAKE) == "windows-1256+ocr:91"
    assert without("utf-8", Repair.ORDER) == "utf-8"


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", ()), ("utf-8+new:3+letters", (Noted(Repair.LETTERS),)),
     ("utf-8+ocr:x", (Noted(Repair.OCR),)), ("", ())],
)  # fmt: skip
def test_notes_of_other_programs_do_no_harm(encoding, expected):
    assert noted_in(encoding) == expected


@pytest.mark.parametrize("repair", list(Repair))
def test_each_is_a_sentence_in_both_languages(repair):
    sentences = {Noted(repair, 91).sentence(language) for language in ("ar", "en")}
    assert len(sentences) == 2
    assert ("91" in "".join(sentences)) == (repair is Repair.OCR)


def test_an_archive_tells_what_is_unread(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    with archive_of(tmp_path, article("خبر"), article("صورة")) as archive:
        assert archive.unread() == ()
        archive._store.database.execute("UPDATE articles SET encoding = 'utf-8+scan' WHERE id = 2")
        assert archive.unread() == (2,)
        hits = archive.search(_everything()).hits
        assert {hit.title.text: hit.unread for hit in hits} == {"خبر": False, "صورة": True}
        plan = archive._store.database.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM articles"
            " WHERE deleted_at IS NULL AND instr(encoding, '+scan') > 0 ORDER BY id"
        ).fetchall()
        assert "articles_unread" in str(plan)


def _everything():
    from newsarchive.search.query import Query

    return Query()


def test_a_stored_article_knows_its_repairs():
    import datetime as dt

    empty = Article("a", "0", "t", "b")
    stored = StoredArticle(1, empty, dt.datetime.now(dt.UTC), "application/pdf", "utf-8+scan")
    assert stored.repairs == (Noted(Repair.SCAN),)
    assert is_unread(stored.encoding)
