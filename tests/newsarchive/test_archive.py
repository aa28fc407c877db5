import shutil

import pytest

from newsarchive.archive import Archive
from newsarchive.errors import StoreError
from newsarchive.index.location import index_folder
from newsarchive.search.query import Choice, Facet, Query, Sort
from tests.newsarchive.builders import add, archive_of, article

PORT = article(
    "افتتاح رصيف جديد في ميناء صحار",
    "دشّنت وزارةُ النقل رصيفًا جديدًا.\n\nوقال المهندس سالم الحارثي إن الميناء سيستقبل السفن.",
    date="2025-12-15",
    section="اقتصاد",
    outlet="الأيام",
    persons=["سالم الحارثي"],
    organisations=["وزارة النقل"],
    places=["صحار"],
)
RAIN = article(
    "أمطار على محافظة ظفار",
    "هطلت أمطار غزيرة، وأكدت شرطة عمان السلطانية سلامة الطرق.",
    date="2025-11-02",
    section="محليات",
    outlet="الخليج",
    organisations=["شرطة عمان السلطانية"],
)
SCHOOL = article(
    "مدارس جديدة في صلالة", "قالت المعلمات إن المدرسة قريبة.", section="محليات", outlet="الأيام"
)


@pytest.fixture
def archive(tmp_path):
    with archive_of(tmp_path, PORT, RAIN, SCHOOL) as opened:
        yield opened


def found(archive, line, **more):
    return [hit.id for hit in archive.search(Query(line, **more)).hits]


FINDS = [
    ("ميناء", [1]),
    ("الميناء", [1]),
    ("الموانئ", [1]),
    ("مدن", []),
    ("بميناء ", [1]),
    ("صُحار", [1]),
    ("امطار ", [2]),
    ("أمط", [2]),
    ("شرطه عمان", [2]),
    ("«شرطة عمان»", [2]),
    ("«عمان شرطة»", []),
    ("معلمة ", [3]),
    ("جديد -مدارس", [1]),
    ("-صحار", [2, 3]),
    ("صحار OR ظفار", [1, 2]),
    ("قسم:محليات", [2, 3]),
    ("شخص:الحارثي", [1]),
    ("مكان:صحار", [1]),
    ("جهة:لاشيء", []),
    ("مصدر:الأيام جديدة", [1, 3]),
    ("تاريخ:2025-12", [1]),
    ("تاريخ:2025", [1, 2]),
    ("-تاريخ:2025-12", [2, 3]),
    ("-شخص:الحارثي -قسم:محليات", []),
    ("", [1, 2, 3]),
]


@pytest.mark.parametrize(("line", "ids"), FINDS)
def test_what_a_line_finds(archive, line, ids):
    assert sorted(found(archive, line)) == ids
    assert archive.search(Query(line)).total == len(ids)


def test_undated_articles_come_last_in_either_order(archive):
    assert found(archive, "", sort=Sort.NEWEST) == [1, 2, 3]
    assert found(archive, "", sort=Sort.OLDEST) == [2, 1, 3]
    assert found(archive, "قسم:محليات") == [2, 3]


def test_a_hit_shows_the_original_letters_and_where_they_matched(archive):
    (hit,) = archive.search(Query("«وزارة النقل»")).hits
    shown = [hit.snippet.text[start:end] for start, end in hit.snippet.highlights]
    assert shown == ["وزارةُ", "النقل"]
    assert (hit.rank, hit.section, hit.outlet, hit.why) == (1, "اقتصاد", "الأيام", "folded")
    assert hit.published == PORT.published


def test_a_snippet_is_cut_around_the_matches(tmp_path):
    body = "كلام " * 80 + "سوق مطرح القديم " + "حديث " * 80 + "سوق بعيدة"
    with archive_of(tmp_path, article("خبر", body)) as archive:
        (hit,) = archive.search(Query("سوق مطرح ")).hits
    assert hit.snippet.text.startswith("… ")
    assert hit.snippet.text.endswith(" …")
    assert [hit.snippet.text[slice(*span)] for span in hit.snippet.highlights] == ["سوق", "مطرح"]


def test_why_names_the_weakest_tier_needed(archive):
    whys = {line: archive.search(Query(line)).hits[0].why for line in ("معلمة ", "بميناء ", "أمط")}
    assert whys == {"معلمة ": "stem", "بميناء ": "clitics", "أمط": "prefix"}
    assert archive.search(Query("")).hits[0].why == ""


def test_the_word_itself_ranks_above_its_relatives(tmp_path):
    relative = article("معلمات معلمات", "معلمات ومعلمات وللمعلمات " * 5)
    itself = article("خبر", "زار الوزير أحد البيوت وسأل عن معلم فيها " + "كلام آخر " * 60)
    with archive_of(tmp_path, relative, itself) as archive:
        assert found(archive, "معلم ") == [2, 1]


def test_pages_join_without_gap_or_overlap(tmp_path):
    many = [article(f"خبر رقم {n}", "سوق", date="2025-01-01") for n in range(30)]
    with archive_of(tmp_path, *many) as archive:
        query = Query("سوق")
        pages = [archive.rows(query, first, 7) for first in range(0, 35, 7)]
        assert sorted(hit.id for page in pages for hit in page) == list(range(1, 31))
        assert [hit.rank for page in pages for hit in page] == list(range(1, 31))
        assert archive.rows(query, 0, 0) == ()


def test_choices_widen_their_own_facet_and_narrow_the_others(archive):
    query = Query("", (Choice(Facet.SECTION, "محليات"),))
    facets = archive.facets(query)
    assert facets.total == 2
    assert {v.name: v.count for v in facets.values[Facet.SECTION]} == {"محليات": 2, "اقتصاد": 1}
    assert {v.name: v.count for v in facets.values[Facet.SOURCE]} == {"الأيام": 1, "الخليج": 1}
    assert archive.search(query).total == 2
    assert found(archive, "", choices=(Choice(Facet.SOURCE, "الأيام", exclude=True),)) == [2]


def test_all_values_of_a_facet_by_page_and_by_text(archive):
    values = archive.facet_values(Query(""), Facet.ORGANISATION)
    assert [v.name for v in values] == ["وزارة النقل", "شرطة عمان السلطانية"]
    assert [v.name for v in archive.facet_values(Query(""), Facet.ORGANISATION, "وزاره")] == [
        "وزارة النقل"
    ]
    assert archive.facet_values(Query(""), Facet.ORGANISATION, first=1, count=1) == values[1:]


def test_highlights_of_a_whole_text(archive):
    spans = archive.highlights(Query("النقل مسقط "), "وزارة النَّقل وللنقل")
    assert ["وزارة النَّقل وللنقل"[slice(*span)] for span in spans] == ["النَّقل", "وللنقل"]
    assert archive.highlights(Query("-النقل"), "النقل") == ()


def test_the_same_bytes_are_stored_once(archive):
    add(archive, PORT, article("خبر آخر", "سوق"))
    assert archive.count() == 4
    assert archive.search(Query("")).total == 4


def test_an_article_and_its_original_come_back_as_they_went_in(archive):
    stored = archive.article(1)
    assert stored.article.title == PORT.title
    assert stored.article.persons == PORT.persons
    assert archive.original(1) == PORT.sha256.encode()
    with pytest.raises(StoreError, match="99"):
        archive.article(99)


def test_a_reader_sees_what_another_wrote_after_reload(archive):
    with Archive.open(archive.path, read_only=True) as reader:
        assert reader.search(Query("سوق ")).total == 0
        add(archive, article("سوق مطرح"))
        reader.reload()
        assert reader.search(Query("سوق ")).total == 1
        assert reader.is_current()


def test_a_lost_index_is_made_again_from_the_file(archive, tmp_path):
    path = archive.path
    folder = index_folder(path, archive._store.archive_id)
    archive.close()
    shutil.rmtree(folder)
    with Archive.open(path) as again:
        assert not again.is_current()
        assert list(again.refresh()) == [3]
        assert again.is_current()
        assert found(again, "ميناء") == [1]


@pytest.mark.parametrize("victim", ["facets.sqlite", "text/meta.json"])
def test_a_damaged_index_is_made_again(archive, victim):
    path, folder = archive.path, index_folder(archive.path, archive._store.archive_id)
    archive.close()
    (folder / victim).write_bytes(b"\x00garbage" * 100)
    with Archive.open(path) as again:
        list(again.refresh())
        assert again.search(Query("ميناء ")).total == 1
        assert again.facets(Query("ميناء ")).total == 1


def test_an_older_copy_put_back_is_indexed_anew(archive, tmp_path):
    older = tmp_path / "older.qusasat"
    archive._store.database.execute("VACUUM INTO ?", [str(older)])
    add(archive, article("سوق مطرح"))
    path = archive.path
    archive.close()
    for name in ("", "-wal", "-shm"):
        path.with_name(path.name + name).unlink(missing_ok=True)
    older.rename(path)
    with Archive.open(path) as again:
        assert not again.is_current()
        list(again.refresh())
        assert again.search(Query("سوق ")).total == 0
        assert again.search(Query("")).total == again.facets(Query("")).total == 3


def test_rebuilding_on_request_changes_nothing(archive):
    before = archive.search(Query("جديدة"))
    assert list(archive.refresh(rebuild=True)) == [3]
    assert archive.search(Query("جديدة")) == before
    assert list(archive.refresh()) == []


def test_a_crash_between_the_two_indexes_doubles_nothing(archive):
    indexes = archive._indexes
    writer = indexes.text.writer()
    from newsarchive.index.terms import TermTable
    from newsarchive.index.text_index import IndexedArticle

    writer.add(IndexedArticle(4, 0, ()), TermTable().of("سوق مطرح", ""))
    writer.commit()
    writer.close()
    add(archive, article("سوق مطرح"))
    assert archive.search(Query("سوق ")).total == 1
    assert archive.facets(Query("سوق ")).total == 1
