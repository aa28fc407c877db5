"""Originals read again: the same article comes of them, or the one without a repair."""

import arabic_reshaper
import pytest
from bidi import get_display

from newsarchive.archive import Archive
from newsarchive.errors import ReaderError, StoreError
from newsarchive.ingest.flow import understand
from newsarchive.readers import read
from newsarchive.readers.originals import Original, read_again
from newsarchive.repairs import Noted, Repair, is_unread
from newsarchive.search.query import Query
from newsarchive.store.adding import Incoming
from tests.newsarchive.formats.encodings import misread
from tests.newsarchive.formats.folder import PNG, every_format
from tests.newsarchive.formats.stories import story

TEXT = (
    "أعلنت الوزارة (أمس) عن 25 مشروعًا في المحافظات، وقال الوزير إن العمل يبدأ عام 2026.\n\n"
    "وأكد المدير العام أن الشركات المنفذة ستلتزم بالمواصفات المعتمدة لدى الجهات المختصة."
)
SHAPED = "\n".join(map(arabic_reshaper.reshape, TEXT.split("\n")))
SEEN = "\n".join(get_display(line, base_dir="R") for line in TEXT.split("\n"))
MISREAD = misread(story(5).page, "utf-8", "cp1252")
EVERYTHING = every_format()
TYPES = (
    "web/stated.html", "web/shown.html", "web/one.mhtml", "documents/letters.pdf",
    "documents/ممسوحة.pdf", "documents/word.docx", "documents/writer.odt", "documents/word.rtf",
    "documents/magazine.epub", "mail/letter.eml", "mail/letters.mbox", "feeds/news.rss",
    "feeds/news.atom", "feeds/old.xml", "crawls/plain.warc", "data/news.json", "data/news.jsonl",
    "data/news.csv", "data/old.csv", "data/news.xlsx", "data/utils.sqlite", "zotero/export.ris",
    "zotero/export.bib", "zotero/export.json", "text/cp1256.txt", "text/utf-16-le.txt",
)  # fmt: skip


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    with Archive.open(tmp_path / "a.qusasat", create=True) as one:
        yield one


def incoming(path, name, data):
    place = path / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data.encode() if isinstance(data, str) else data)
    return [
        Incoming(understand(one), one.source, one.media_type, one.encoding) for one in read(place)
    ]


def add(archive, path, name, data):
    (number, *_) = archive.add(incoming(path, name, data)).ids
    for _ in archive.refresh():
        pass
    return number


@pytest.mark.parametrize("name", TYPES)
def test_the_same_article_comes_of_each_kind_of_original(archive, tmp_path, name):
    archive.add(incoming(tmp_path, name, EVERYTHING.files[name]))
    for number in range(1, archive.count() + 1):
        before = archive.article(number)
        assert archive.originals.reread(number) == before


@pytest.mark.parametrize("name", TYPES)
def test_what_an_original_is_is_told_by_its_content_where_that_is_lost(tmp_path, name):
    for item in incoming(tmp_path, name, EVERYTHING.files[name]):
        told = read_again(Original("a", item.media_type, item.source))
        found = read_again(Original("a", "", item.source))
        assert (found.text, found.encoding) == (told.text, told.encoding)


@pytest.mark.parametrize("source", [b"", b"\0\1\2\3" * 99])
def test_an_original_that_is_like_nothing_is_told(source):
    with pytest.raises(ReaderError) as caught:
        read_again(Original("a", "", source))
    assert caught.value.code == "reread-impossible"


def test_a_picture_is_known_by_its_content():
    found = read_again(Original("a", "", PNG))
    assert (found.media_type, is_unread(found.encoding)) == ("image/png", True)


@pytest.mark.parametrize(
    ("data", "repair", "left"),
    [
        (MISREAD, Repair.MOJIBAKE, "Ø§"),
        (SHAPED, Repair.LETTERS, "ﻋﻠﻨﺖ"),
        (SEEN, Repair.ORDER, SEEN.split("\n", maxsplit=1)[0]),
    ],
)
def test_a_repair_is_undone_for_one_article_and_made_again(archive, tmp_path, data, repair, left):
    number = add(archive, tmp_path, "a.txt", data)
    before = archive.article(number)
    assert before.repairs == (Noted(repair),)
    assert left not in before.article.body
    after = archive.originals.reread(number, {repair})
    assert left in after.article.title + after.article.body
    assert after.repairs == ()
    assert archive.originals.unwanted(number) == {repair}
    assert archive.original(number) == data.encode()
    assert archive.originals.reread(number) == before
    assert archive.originals.unwanted(number) == frozenset()


def test_searches_see_what_is_read_now(archive, tmp_path):
    number = add(archive, tmp_path, "a.txt", MISREAD)
    assert archive.search(Query("افتتاح")).total == 1
    archive.originals.reread(number, {Repair.MOJIBAKE})
    for _ in archive.refresh():
        pass
    assert archive.search(Query("افتتاح")).total == 0


def test_what_is_not_wanted_holds_when_the_source_comes_again(archive, tmp_path):
    number = add(archive, tmp_path, "a.txt", SHAPED)
    archive.originals.reread(number, {Repair.LETTERS})
    unrepaired = archive.article(number).article
    again = incoming(tmp_path, "a.txt", SHAPED)
    assert archive.add(again).duplicates == 1
    assert archive.add(again, renews=True).renewed == ()
    assert archive.article(number).article == unrepaired
    archive._store.database.execute("DELETE FROM articles")
    (fresh,) = archive.add(again).ids
    assert archive.article(fresh).article.body == unrepaired.body
    other = add(archive, tmp_path, "b.txt", SHAPED.replace("25", "26"))
    assert archive.article(other).repairs == (Noted(Repair.LETTERS),)


def test_corrections_and_what_others_say_of_the_article_stay(archive, tmp_path):
    number = add(archive, tmp_path, "news.rss", EVERYTHING.files["feeds/news.rss"])
    before = archive.article(number)
    assert before.article.outlet
    assert before.article.url
    after = archive.originals.reread(number, {Repair.ORDER})
    assert (after.article, after.imported_at) == (before.article, before.imported_at)


def test_an_original_of_which_nothing_comes_leaves_the_article_as_it_was(archive, tmp_path):
    (item,) = incoming(tmp_path, "a.txt", TEXT)
    bare = item._replace(media_type="application/json")
    odd = item._replace(media_type="application/x-odd", article=understand_other(tmp_path))
    numbers = archive.add([bare, odd]).ids
    for number in numbers:
        before = archive.article(number)
        with pytest.raises(ReaderError):
            archive.originals.reread(number)
        assert archive.article(number) == before


def understand_other(path):
    (item,) = incoming(path, "b.txt", TEXT.replace("25", "27"))
    return item.article


def test_another_source_is_never_taken(archive, tmp_path):
    number = add(archive, tmp_path, "a.txt", TEXT)
    (other,) = incoming(tmp_path, "b.txt", TEXT.replace("25", "28"))
    with pytest.raises(ReaderError):
        archive.originals.take(number, other)
    with pytest.raises(StoreError):
        archive.originals.reread(99)
