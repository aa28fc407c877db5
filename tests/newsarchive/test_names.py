"""Corrections at the door: what articles and facets show after them, and after undo."""

import dataclasses
import hashlib
import json
import sqlite3
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.archive import Archive
from newsarchive.article import EntityKind, Mention, Person
from newsarchive.correction import Correction, Span, What
from newsarchive.errors import ReaderError, StoreError
from newsarchive.search.query import Choice, Facet, Query
from newsarchive.store import schema
from tests.newsarchive.builders import add, archive_of, article

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


def facet(archive, which=Facet.PERSON):
    for _ in archive.refresh():
        pass
    return {value.name: value.count for value in archive.facets(Query(), 50).values[which]}


def report(number, *persons, day="2025-01-01", **more):
    return article(f"خبر {number}", "نص", date=day, persons=persons, **more)


SPELLINGS = [
    (PERSON, "عبدالله بن علي الحارثي", "عبد الله علي الحارثي", True),
    (PERSON, "أحمد إبراهيم", "احمد ابراهيم", True),
    (PERSON, "مُحمّد العلي", "محمد العلي", True),
    (PERSON, "مصطفى كامل", "مصطفي كامل", True),
    (PERSON, "على حسن", "علي حسن", False),
    (PERSON, "سالم الحارثي", "الحارثي", False),
    (PERSON, "حسن علي", "حسين علي", False),
    (BODY, "وزارة الصحة", "وزاره الصحه", True),
    (BODY, "الهيئة العامة للرياضة", "الهيئة العامه للرياضة", True),
    (BODY, "وزارة الصحة", "وزارة الصحة السعودية", False),
    (PLACE, "القاهرة", "القاهره", True),
]


@pytest.mark.parametrize(("kind", "one", "other", "is_same"), SPELLINGS)
def test_spellings_of_one_name_are_one_entity(tmp_path, kind, one, other, is_same):
    field = {PERSON: "persons", BODY: "organisations", PLACE: "places"}[kind]
    which = {PERSON: Facet.PERSON, BODY: Facet.ORGANISATION, PLACE: Facet.PLACE}[kind]
    both = [article("خبر أ", "نص", **{field: [one]}), article("خبر ب", "نص", **{field: [other]})]
    with archive_of(tmp_path, *both) as archive:
        counts = facet(archive, which)
    assert counts == ({one: 2} if is_same else {one: 1, other: 1})


def test_an_entity_is_called_by_the_spelling_most_articles_use(tmp_path):
    few, many = "احمد ابراهيم", "أحمد إبراهيم"
    with archive_of(tmp_path, report(0, few)) as archive:
        assert facet(archive) == {few: 1}
        add(archive, *(report(n, many) for n in range(1, 5)))
        assert facet(archive) == {many: 5}
        (person,) = archive.article(1).article.persons
        assert person == Person(many, (few,))
        chosen = Query(choices=(Choice(Facet.PERSON, many),))
        assert archive.search(chosen).total == 5


@pytest.fixture
def archive(tmp_path):
    made = [
        report(1, "جمال القريشي", "سالم الحارثي", day="2024-03-01"),
        report(2, "جمال القريشي", day="2025-04-01"),
        report(3, "جمال بن حمد القريشي", day="2025-05-01"),
        report(4, "مدى", organisations=["الرياض"]),
    ]
    with archive_of(tmp_path, *made) as opened:
        yield opened


BEFORE = {"جمال القريشي": 2, "سالم الحارثي": 1, "جمال بن حمد القريشي": 1, "مدى": 1}
FULL = "جمال بن حمد القريشي"
CHANGES = [
    (
        Correction(What.MERGE, PERSON, "جمال القريشي", FULL),
        {FULL: 3, "سالم الحارثي": 1, "مدى": 1},
    ),
    (
        Correction(What.RENAME, PERSON, "سالم الحارثي", "سالم بن سيف الحارثي"),
        {"جمال القريشي": 2, "سالم بن سيف الحارثي": 1, FULL: 1, "مدى": 1},
    ),
    (
        Correction(What.RENAME, PERSON, "جمال القريشي", "جمال القُريشي"),
        {"جمال القُريشي": 2, "سالم الحارثي": 1, FULL: 1, "مدى": 1},
    ),
    (Correction(What.HIDE, PERSON, "مدى"), {k: v for k, v in BEFORE.items() if k != "مدى"}),
    (Correction(What.REJECT, PERSON, "مدى"), {k: v for k, v in BEFORE.items() if k != "مدى"}),
    (
        Correction(What.KIND, PERSON, "مدى", "organisation"),
        {k: v for k, v in BEFORE.items() if k != "مدى"},
    ),
    (Correction(What.DISTINCT, PERSON, "جمال القريشي", FULL), BEFORE),
]


@pytest.mark.parametrize(("correction", "after"), CHANGES)
def test_a_correction_shows_at_once_and_is_undone_whole(archive, correction, after):
    untouched = [archive.article(n).article for n in (1, 2, 3, 4)]
    assert facet(archive) == BEFORE
    (number,) = archive.names.correct([correction], "ليلى")
    assert facet(archive) == after
    archive.names.undo(number)
    assert facet(archive) == BEFORE
    assert [archive.article(n).article for n in (1, 2, 3, 4)] == untouched


def test_a_correction_holds_for_articles_that_come_later(archive):
    archive.names.correct([Correction(What.MERGE, PERSON, "جمال القريشي", FULL)])
    archive.names.correct([Correction(What.REJECT, PERSON, "مدى")])
    add(archive, report(9, "جمال القريشي", "مدى"))
    assert facet(archive) == {FULL: 4, "سالم الحارثي": 1}
    (person,) = archive.article(5).article.persons
    assert (person.name, person.aliases) == (FULL, ("جمال القريشي",))


def test_a_merged_name_can_be_merged_on_and_back(archive):
    make = archive.names.correct
    make([Correction(What.MERGE, PERSON, "جمال القريشي", FULL)])
    make([Correction(What.MERGE, PERSON, FULL, "سالم الحارثي")])
    assert facet(archive) == {"سالم الحارثي": 3, "مدى": 1}
    make([Correction(What.RENAME, PERSON, "سالم الحارثي", FULL)])
    assert facet(archive) == {FULL: 3, "مدى": 1}


def test_what_is_an_organisation_joins_the_organisations(archive):
    archive.names.correct([Correction(What.KIND, PERSON, "مدى", "organisation")])
    assert facet(archive, Facet.ORGANISATION) == {"الرياض": 1, "مدى": 1}


def test_two_of_one_name_are_told_apart_by_article(archive):
    second = archive.article(2).article.sha256
    split = Correction(What.SPLIT, PERSON, "جمال القريشي", "جمال القريشي (الشاعر)", (second,))
    preview = archive.names.preview(split)
    assert (preview.articles, preview.examples) == (1, ((2, "خبر 2"),))
    (number,) = archive.names.correct([split])
    assert facet(archive) == BEFORE | {"جمال القريشي": 1, "جمال القريشي (الشاعر)": 1}
    archive.names.undo(number)
    assert facet(archive) == BEFORE


def test_a_split_is_replayed_when_its_article_comes_to_another_archive(archive, tmp_path):
    second = archive.article(2).article
    archive.names.correct(
        [Correction(What.SPLIT, PERSON, "جمال القريشي", "جمال الآخر", (second.sha256,))]
    )
    shared = tmp_path / "shared.jsonl"
    assert archive.names.export_file(shared) == 1
    (tmp_path / "other").mkdir()
    with archive_of(tmp_path / "other") as other:
        assert other.names.import_file(shared) == 1
        assert other.names.import_file(shared) == 0
        add(other, report(1, "جمال القريشي", "سالم الحارثي", day="2024-03-01"))
        add(other, report(2, "جمال القريشي", day="2025-04-01"))
        assert facet(other) == {"جمال القريشي": 1, "سالم الحارثي": 1, "جمال الآخر": 1}


BODY_TEXT = "زار ماجد القحطاني هيئة التراث في نزوى."


def marked_archive(tmp_path):
    one = article("خبر", BODY_TEXT, persons=["ماجد"], places=["نزوى"])
    start = BODY_TEXT.index("ماجد")
    mention = Mention(PERSON, "ماجد", "body", start, start + 4, "ماجد")
    return archive_of(tmp_path, dataclasses.replace(one, mentions=(mention,)))


def mark(archive, text, kind, after=""):
    start = BODY_TEXT.index(text)
    span = Span("body", start, start + len(text))
    return Correction(What.MARK, kind, text, after, (archive.article(1).article.sha256,), span)


def test_missed_text_is_marked_and_replaces_what_it_covers(tmp_path):
    with marked_archive(tmp_path) as archive:
        before = archive.article(1).article
        made = archive.names.correct(
            [mark(archive, "ماجد القحطاني", PERSON), mark(archive, "هيئة التراث", BODY)]
        )
        now = archive.article(1).article
        assert [person.name for person in now.persons] == ["ماجد القحطاني"]
        assert [body.name for body in now.organisations] == ["هيئة التراث"]
        assert [BODY_TEXT[m.start : m.end] for m in now.mentions] == [
            "ماجد القحطاني",
            "هيئة التراث",
        ]
        assert facet(archive) == {"ماجد القحطاني": 1}
        for number in reversed(made):
            archive.names.undo(number)
        assert archive.article(1).article == before
        assert facet(archive) == {"ماجد": 1}


def test_a_mark_of_text_that_is_not_there_changes_nothing(tmp_path):
    with marked_archive(tmp_path) as archive:
        before = archive.article(1).article
        wrong = dataclasses.replace(mark(archive, "نزوى", PLACE), name="صحار")
        archive.names.correct([wrong])
        assert archive.article(1).article == before


SENSELESS = [
    (Correction(What.MERGE, PERSON, "", "س"), "correction-empty"),
    (Correction(What.MERGE, PERSON, "س", ""), "correction-empty"),
    (Correction(What.RENAME, PERSON, "س", "س"), "correction-same"),
    (Correction(What.KIND, PERSON, "س", "person"), "correction-kind"),
    (Correction(What.KIND, PERSON, "س", "animal"), "correction-kind"),
    (Correction(What.SPLIT, PERSON, "س", "ص"), "correction-empty"),
]


@pytest.mark.parametrize(("correction", "code"), SENSELESS)
def test_senseless_corrections_are_refused_and_nothing_is_made(archive, correction, code):
    good = Correction(What.HIDE, PERSON, "مدى")
    with pytest.raises(StoreError) as refused:
        archive.names.correct([good, correction])
    assert refused.value.code == code
    assert archive.names.history() == ()
    assert facet(archive) == BEFORE


def test_the_same_correction_is_made_once(archive):
    hide = Correction(What.HIDE, PERSON, "مدى")
    assert len(archive.names.correct([hide, hide])) == 1
    assert archive.names.correct([hide]) == ()
    (made,) = archive.names.history()
    assert (made.correction, made.undone_at) == (hide, None)
    archive.names.undo(made.number)
    with pytest.raises(StoreError, match=r"No correction"):
        archive.names.undo(made.number)
    assert archive.names.history()[0].undone_at is not None


def test_a_preview_tells_how_far_a_correction_reaches(archive):
    preview = archive.names.preview(Correction(What.MERGE, PERSON, "جمال القريشي", FULL))
    assert (preview.articles, preview.joins) == (2, 1)
    assert [number for number, _ in preview.examples] == [2, 1]
    unknown = archive.names.preview(Correction(What.RENAME, PERSON, "لا أحد", "أحد"))
    assert (unknown.articles, unknown.joins) == (0, 0)
    kind = archive.names.preview(Correction(What.KIND, BODY, "الرياض", "place"))
    assert (kind.articles, kind.joins) == (1, 0)


BAD_FILES = [
    b"",
    b"\xff\xfe",
    b"[]",
    b'{"qusasat": "corrections", "version": 2}\n',
    b'{"qusasat": "corrections", "version": 1}\n{"what": "merge"}\n',
    b'{"qusasat": "corrections", "version": 1}\n{"what": "eat", "kind": "person", "name": "a"}\n',
    b'{"qusasat": "corrections", "version": 1}\n{"what": "hide", "kind": "person", "name": 7}\n',
    b'{"qusasat": "corrections", "version": 1}\n[1, 2]\n',
    b'{"qusasat": "corrections", "version": 1}\n{"what": "mark", "kind": "person", "name": "a",'
    b' "articles": ["x"], "span": ["body", 5, 2]}\n',
    b"[" * 100_000,
]


@pytest.mark.parametrize("content", BAD_FILES)
def test_a_file_that_is_none_of_corrections_changes_nothing(archive, tmp_path, content):
    path = tmp_path / "bad.jsonl"
    path.write_bytes(content)
    with pytest.raises(ReaderError, match=r"bad\.jsonl"):
        archive.names.import_file(path)
    assert archive.names.history() == ()


def test_a_shared_file_is_lines_that_a_person_can_read(archive, tmp_path):
    archive.names.correct([Correction(What.MERGE, PERSON, "جمال القريشي", FULL)])
    path = tmp_path / "shared.jsonl"
    archive.names.export_file(path)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    merge = {"what": "merge", "kind": "person", "name": "جمال القريشي", "after": FULL}
    assert rows == [{"qusasat": "corrections", "version": 1}, merge]


def test_a_card_tells_names_offices_by_date_and_company(tmp_path):
    def at(number, day, role):
        one = report(number, day=day, organisations=["شرطة عمان"])
        person = Person("جمال القريشي", ("القريشي",), ("اللواء",), (role,))
        return dataclasses.replace(one, persons=(person,))

    made = [
        at(1, "2023-01-05", "مدير الشرطة"),
        at(2, "2024-01-05", "مدير الشرطة"),
        at(3, "2025-02-01", "وكيل الوزارة"),
    ]
    with archive_of(tmp_path, *made) as archive:
        card = archive.names.card(PERSON, "جمال القريشي")
        with pytest.raises(StoreError, match="names no"):
            archive.names.card(PERSON, "لا أحد")
    told = [(o.text, str(o.first), str(o.last), o.articles, o.examples) for o in card.offices]
    assert told == [
        ("وكيل الوزارة", "2025-02-01", "2025-02-01", 1, (3,)),
        ("مدير الشرطة", "2023-01-05", "2024-01-05", 2, (1, 2)),
        ("اللواء", "2023-01-05", "2025-02-01", 3, (1, 3)),
    ]
    assert card.articles == 3
    assert card.names == (("جمال القريشي", 3), ("القريشي", 0))
    assert card.months == (("2023-01", 1), ("2024-01", 1), ("2025-02", 1))
    assert [(one.name, one.articles) for one in card.beside] == [("شرطة عمان", 3)]


def test_a_card_is_of_the_kind_that_an_entity_has_become(archive):
    archive.names.correct([Correction(What.KIND, PERSON, "مدى", "organisation")])
    for kind in (PERSON, BODY):
        card = archive.names.card(kind, "مدى")
        assert (card.kind, card.name, card.articles) == (BODY, "مدى", 1)


def test_of_some_articles_those_that_name_an_entity_are_told_by_their_sources(archive):
    archive.names.correct([Correction(What.MERGE, PERSON, "جمال القريشي", FULL)])
    hashes = {n: archive.article(n).article.sha256 for n in (1, 2, 3, 4)}
    named = archive.names.naming(PERSON, FULL, [4, 3, 1, 1])
    assert named == (hashes[1], hashes[3])
    assert archive.names.naming(PERSON, "لا أحد", [1, 2]) == ()


NAMES = ["سالم الحارثي", "جمال القريشي", "ليلى الهنائية", "ماجد"]
MADE = st.one_of(
    st.builds(
        Correction,
        st.sampled_from([What.MERGE, What.RENAME]),
        st.just(PERSON),
        st.sampled_from(NAMES),
        st.sampled_from([*NAMES, "اسم جديد"]),
    ).filter(lambda one: one.name != one.after),
    st.builds(
        Correction,
        st.sampled_from([What.HIDE, What.REJECT]),
        st.just(PERSON),
        st.sampled_from(NAMES),
    ),
)


@settings(max_examples=15, deadline=None)
@given(made=st.lists(MADE, max_size=5, unique=True), data=st.data())
def test_undone_in_any_order_nothing_is_left_of_corrections(tmp_path_factory, made, data):
    folder = tmp_path_factory.mktemp("undo")
    with archive_of(folder, *(report(n, name) for n, name in enumerate(NAMES))) as archive:
        before = facet(archive)
        numbers = archive.names.correct(made)
        during = facet(archive)
        assert sum(during.values()) <= len(NAMES)
        for number in data.draw(st.permutations(numbers)):
            archive.names.undo(number)
        assert facet(archive) == before


def test_an_archive_of_before_is_joined_when_it_is_opened(tmp_path, monkeypatch):
    path = tmp_path / "old.qusasat"
    old = schema.MIGRATIONS[: schema.MIGRATIONS.index(schema.join_spellings)]
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", old)
        Archive.open(path, create=True).close()
    fill_as_before(path, ["عبد الله علي", "عبدالله علي", "عبدالله علي"])
    with Archive.open(path) as archive:
        assert facet(archive) == {"عبدالله علي": 3}
        assert archive.check().problems == ()


def fill_as_before(path, names):
    with sqlite3.connect(path) as database:
        for number, name in enumerate(names, 1):
            source = str(number).encode()
            columns = [number, hashlib.sha256(source).hexdigest(), "f", "t", *[""] * 5, "ar"]
            stored = ["2025-01-01", None, None, "text/plain", "utf-8", "[]", "b"]
            row = [*columns, *[None] * 4, *stored]
            marks = ",".join("?" * len(row))
            database.execute(f"INSERT INTO articles VALUES ({marks})", row)  # noqa: S608 - marks
            original = (number, len(source), zlib.compress(source))
            database.execute("INSERT INTO originals VALUES (?, ?, ?)", original)
            database.execute(
                "INSERT OR IGNORE INTO entities (kind, name) VALUES ('person', ?)", (name,)
            )
            database.execute(
                "INSERT INTO article_entities SELECT ?, 0, id, name, NULL, NULL, NULL"
                " FROM entities WHERE name = ?",
                (number, name),
            )
