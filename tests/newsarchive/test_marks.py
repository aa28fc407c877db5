"""Stars, tags and notes: put on, taken off, found at once and counted with everything else."""

import pytest

from newsarchive.archive import Archive
from newsarchive.article import STAR, Marks
from newsarchive.errors import StoreError
from newsarchive.saved import SavedSearch
from newsarchive.search.query import Choice, Facet, Query, Sort, heeds_marks
from tests.newsarchive.builders import archive_of, article

PAPERS = [
    article("ميناء المرسى", "افتتح الوزير الميناء", date="2025-03-01", section="اقتصاد"),
    article("مدرسة السهل", "افتتحت المدرسة", date="2025-02-01", section="محليات"),
    article("فوز النورس", "فاز الفريق في الميناء", date="2025-01-01", section="رياضة"),
]


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    with archive_of(tmp_path, *PAPERS) as opened:
        yield opened


def found(archive, line, **more):
    query = Query(line, sort=Sort.NEWEST, **more)
    numbers = [hit.id for hit in archive.search(query).hits]
    assert archive.total(query) == len(numbers) == archive.facets(query).total
    assert archive.numbers(query, 0, 99) == numbers
    return numbers


def tags(archive, line="", **more):
    return {v.name: v.count for v in archive.facets(Query(line, **more)).values[Facet.TAG]}


def test_a_star_is_put_on_and_taken_off_and_tells_what_it_changed(archive):
    assert archive.marks.star((1, 3, 99)) == (1, 3)
    assert archive.marks.star((1, 2)) == (2,)
    assert archive.marks.star((2, 3), on=False) == (2, 3)
    assert archive.marks.of(1) == Marks(starred=True)
    assert archive.article(1).marks.starred
    assert not archive.article(2).marks.starred
    assert [hit.marks.starred for hit in archive.rows(Query(sort=Sort.NEWEST), 0, 3)] == [
        True,
        False,
        False,
    ]


def test_tags_are_told_from_each_other_and_kept_by_name(archive):
    assert archive.marks.tag((1, 2), " للنشر  غدًا ") == (1, 2)
    assert archive.marks.tag((2, 3), "أرشيف") == (2, 3)
    assert archive.article(2).marks.tags == ("أرشيف", "للنشر غدًا")
    assert archive.marks.tags() == (("أرشيف", 2), ("للنشر غدًا", 2))


def test_how_many_of_some_articles_have_each_tag(archive):
    archive.marks.star((1,))
    archive.marks.tag((1, 2), "أ")
    archive.marks.tag((3,), "ب")
    assert archive.marks.tags_on((1, 3)) == (("أ", 2, 1), ("ب", 1, 1))


def test_a_tag_in_another_spelling_is_the_same_tag(archive):
    archive.marks.tag((1,), "رياضة")
    assert archive.marks.tag((1, 2), "رياضه") == (2,)
    assert archive.marks.tags() == (("رياضة", 2),)
    assert archive.marks.tag((1, 2), "ريَاضة", on=False) == (1, 2)


def test_a_tag_that_no_article_has_is_gone(archive):
    archive.marks.tag((1,), "مؤقت")
    archive.marks.tag((1,), "مؤقت", on=False)
    assert archive.marks.tags() == ()
    assert archive.marks.tag((1,), "لم يكن", on=False) == ()


@pytest.mark.parametrize("name", ["", "  ", STAR])
def test_a_tag_needs_a_name_of_its_own(archive, name):
    with pytest.raises(StoreError) as refused:
        archive.marks.tag((1,), name)
    assert refused.value.code == "tag-unnamed"


def test_a_note_is_written_changed_and_removed(archive):
    assert archive.marks.note(2, "راجع المصدر\nقبل النشر") == ""
    assert archive.marks.note(2, "رُوجع") == "راجع المصدر\nقبل النشر"
    assert archive.article(2).marks.note == "رُوجع"
    assert archive.marks.note(2, "  ") == "رُوجع"
    assert archive.marks.of(2) == Marks()
    with pytest.raises(StoreError) as refused:
        archive.marks.note(99, "نص")
    assert refused.value.code == "store-no-article"


@pytest.fixture
def marked(archive):
    archive.marks.star((1, 2))
    archive.marks.tag((2, 3), "للنشر")
    archive.marks.note(3, "سأل المحرر عن الصورة")
    return archive


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("نجمة:", [1, 2]),
        ("starred:yes", [1, 2]),
        ("نجمة:لا", [3]),
        ("-نجمة:", [3]),
        ("نجمة: الميناء", [1]),
        (f"وسم:{STAR}", [1, 2]),
        ("وسم:للنشر", [2, 3]),
        ("tag:«للنشر» نجمة:", [2]),
        ("وسم:غيره", []),
        ("ملاحظة:المحرر", [3]),
        ("note:محرر", [3]),
        ("note:«الصورة محرر»", [3]),
        ("note:مخرج", []),
        ("note:", [3]),
        ("-note:", [1, 2]),
        ("ملاحظة:المحرر الميناء", [3]),
    ],
)
def test_what_readers_put_on_articles_is_found(marked, line, numbers):
    assert found(marked, line) == numbers
    assert sorted(found(marked, f"( {line} ) | وسم:غيره")) == numbers
    assert sorted(hit.id for hit in marked.search(Query(line)).hits) == numbers


def test_tags_are_a_facet_with_the_star_among_them(marked):
    assert tags(marked) == {STAR: 2, "للنشر": 2}
    assert tags(marked, "الميناء") == {STAR: 1, "للنشر": 1}
    assert tags(marked, once=True) == {STAR: 2, "للنشر": 2}
    assert marked.facets(Query()).distinct[Facet.TAG] == 2
    assert marked.facets(Query("الميناء")).distinct[Facet.TAG] == 2
    assert found(marked, "", choices=(Choice(Facet.TAG, STAR),)) == [1, 2]
    both = (Choice(Facet.TAG, "للنشر"), Choice(Facet.TAG, STAR, exclude=True))
    assert found(marked, "", choices=both) == [3]
    assert found(marked, "الميناء", choices=(Choice(Facet.TAG, "للنشر"),)) == [3]
    assert [v.name for v in marked.facet_values(Query(), Facet.TAG, "نشر")] == ["للنشر"]


@pytest.mark.parametrize(
    ("query", "heeds"),
    [
        (Query("ميناء شخص:علي"), False),
        (Query("Note:x"), True),
        (Query("ميناء -وسم:للنشر"), True),
        (Query("", (Choice(Facet.TAG, STAR),)), True),
        (Query("", (Choice(Facet.PERSON, "علي"),)), False),
    ],
)
def test_it_is_known_which_queries_hang_on_marks(query, heeds):
    assert heeds_marks(query) is heeds


def test_what_another_program_puts_on_is_found_without_an_index(marked):
    assert found(marked, "نجمة: ميناء") == [1]
    with Archive.open(marked.path) as other:
        other.marks.star((1,), on=False)
        other.marks.star((3,))
    assert found(marked, "نجمة:") == [2, 3]
    assert tags(marked)[STAR] == 2
    assert tags(marked, once=True)[STAR] == 2
    assert marked.is_current()


def test_a_note_that_changed_is_found_by_its_new_words(marked):
    assert found(marked, "note:المحرر") == [3]
    marked.marks.note(3, "نُشرت الصورة")
    assert found(marked, "note:المحرر") == []
    assert found(marked, "note:الصورة") == [3]


def test_tags_are_proposed(marked):
    proposed = [one.name for one in marked.complete("وسم:لل")]
    assert proposed == ["للنشر"]
    assert "للنشر" in [one.name for one in marked.complete("للن")]


def tagged(archive):
    return {n: archive.marks.of(n).tags for n in (1, 2, 3)}


def test_a_tag_is_called_otherwise_and_as_before(archive):
    archive.marks.tag((1, 2), "للنشر")
    before = tagged(archive)
    done = archive.marks.rename_tag("للنشر", "  للنشر   غدًا ")
    assert tagged(archive) == {1: ("للنشر غدًا",), 2: ("للنشر غدًا",), 3: ()}
    assert tags(archive) == {"للنشر غدًا": 2}
    archive.marks.part_tags(done)
    assert tagged(archive) == before


def test_a_tag_made_one_with_another_is_taken_apart_as_it_was(archive):
    archive.marks.tag((1, 2), "مدرسه")
    archive.marks.tag((2, 3), "تعليم")
    before = tagged(archive)
    done = archive.marks.rename_tag("تعليم", "مدرسة")
    assert (done.after, done.numbers, done.gained) == ("مدرسه", (2, 3), (3,))
    assert archive.marks.tags() == (("مدرسه", 3),)
    archive.marks.part_tags(done)
    assert tagged(archive) == before


def test_what_was_tagged_since_keeps_its_tag_when_a_renaming_is_taken_back(archive):
    archive.marks.tag((1,), "أول")
    done = archive.marks.rename_tag("أول", "ثان")
    archive.marks.tag((3,), "ثان")
    archive.marks.part_tags(done)
    assert tagged(archive) == {1: ("أول",), 2: (), 3: ("ثان",)}


def test_only_the_spelling_of_a_tag_is_changed(archive):
    archive.marks.tag((1,), "مدرسه")
    done = archive.marks.rename_tag("مدرسه", "مدرسة")
    assert tagged(archive)[1] == ("مدرسة",)
    archive.marks.part_tags(done)
    assert tagged(archive)[1] == ("مدرسه",)


def test_a_tag_that_is_not_there_or_keeps_its_name_is_left(archive):
    archive.marks.tag((1,), "أول")
    for name, after in (("لا أحد", "ثان"), ("أول", "أول")):
        assert archive.marks.rename_tag(name, after).numbers == ()
    for name in (" ", STAR):
        with pytest.raises(StoreError) as refused:
            archive.marks.rename_tag("أول", name)
        assert refused.value.code == "tag-unnamed"
    assert archive.marks.tags() == (("أول", 1),)


def test_saved_searches_follow_a_tag_and_come_back(archive):
    archive.marks.tag((1,), "أول")
    archive.marks.tag((2,), "ثان")
    chosen = {
        "به": (Choice(Facet.TAG, "أول"), Choice(Facet.SECTION, "أول")),
        "دونه": (Choice(Facet.TAG, "أول", exclude=True),),
        "بهما": (Choice(Facet.TAG, "أول"), Choice(Facet.TAG, "ثان")),
        "غيره": (Choice(Facet.TAG, "ثان"),),
    }
    for name, choices in chosen.items():
        archive.saved.change(None, SavedSearch(name, Query(choices=choices)))
    done = archive.marks.rename_tag("أول", "ثان")
    assert {name for name, _, _ in done.searches} == {"به", "دونه", "بهما"}
    now = {one.name: one.query.choices for one in archive.saved.all()}
    assert now["به"] == (Choice(Facet.TAG, "ثان"), Choice(Facet.SECTION, "أول"))
    assert now["بهما"] == (Choice(Facet.TAG, "ثان"),)
    archive.saved.change(SavedSearch("دونه", Query()), SavedSearch("دونه", Query("غيّره أحد")))
    archive.marks.part_tags(done)
    now = {one.name: one.query.choices for one in archive.saved.all()}
    assert now == {**chosen, "دونه": ()}


def test_lines_of_saved_searches_follow_a_tag_and_come_back(archive):
    archive.marks.tag((1,), "أول")
    lines = {"بلفظه": "عمان وسم:أول", "بقوسين": "-وسم:«أول»", "بلا حقل": "أول"}
    for name, line in lines.items():
        archive.saved.change(None, SavedSearch(name, Query(line)))
    done = archive.marks.rename_tag("أول", "ثان وثالث")
    now = {one.name: one.query.text for one in archive.saved.all()}
    assert now == {
        "بلفظه": 'عمان وسم:"ثان وثالث"', "بقوسين": "-وسم:«ثان وثالث»", "بلا حقل": "أول"
    }  # fmt: skip
    archive.marks.part_tags(done)
    assert {one.name: one.query.text for one in archive.saved.all()} == lines


def test_another_program_that_puts_a_mark_is_noticed(archive):
    before = archive.marks.version
    with Archive.open(archive.path) as other:
        other.marks.star([1])
    assert archive.marks.version != before
