import dataclasses
from pathlib import Path

import pytest

from newsarchive.article import Article, EntityKind, Evidence, Reason
from newsarchive.errors import DamagedError, StoreError
from newsarchive.store import articles, changes, entities, imports
from newsarchive.store.connection import open_store
from tests.newsarchive.store.making import incoming


@pytest.fixture
def store(tmp_path: Path):
    with open_store(tmp_path / "a.qusasat", create=True) as opened:
        yield opened


def test_an_article_comes_back_as_it_went_in(store):
    item = incoming("أول")
    result = articles.add_articles(store, [item])
    stored = articles.article(store, result.ids[0])
    assert stored.article == item.article
    assert (stored.media_type, stored.encoding, stored.file) == ("text/plain", "utf-8", "a.txt")
    assert stored.imported_at.tzinfo is not None
    assert articles.original(store, stored.id) == item.source


def test_an_article_without_anything_but_text(store):
    bare = Article(name="b.txt", sha256="0" * 64, title="", body="نص")
    (number,) = articles.add_articles(
        store, [articles.Incoming(bare, b"", "text/plain", "utf-8")]
    ).ids
    assert articles.article(store, number).article == bare
    assert articles.original(store, number) == b""


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence("title", 0, 4),
        Evidence("title", 0, 4, Reason.HEADLINE, 3),
        Evidence("url", reason=Reason.STATED, name="og:url"),
        Evidence("date", reason=Reason.ADDRESS),
    ],
)
def test_evidence_comes_back_with_its_reason(store, evidence):
    item = incoming("أول")
    told = dataclasses.replace(item.article, evidence=(evidence,))
    (number,) = articles.add_articles(store, [item._replace(article=told)]).ids
    assert articles.article(store, number).article.evidence == (evidence,)


def test_evidence_of_older_and_newer_programs_keeps_its_place(store):
    (number,) = articles.add_articles(store, [incoming("أول")]).ids
    store.database.execute(
        """UPDATE articles SET evidence = '[["title", 0, 4], ["date", 5, 9, "moonlight", 2, ""]]'"""
    )
    read = articles.article(store, number).article.evidence
    assert read == (Evidence("title", 0, 4), Evidence("date", 5, 9, Reason.NOTED, 2))


def test_the_same_source_is_stored_once(store):
    first = articles.add_articles(store, [incoming("أول"), incoming("أول", name="copy.txt")])
    again = articles.add_articles(store, [incoming("أول"), incoming("ثان")])
    assert (len(first.ids), first.duplicates) == (1, 1)
    assert (len(again.ids), again.duplicates) == (1, 1)
    assert articles.count(store) == 2


def test_entities_are_shared_between_articles_and_writers(store, tmp_path):
    articles.add_articles(store, [incoming("أول")])
    with open_store(tmp_path / "a.qusasat") as other:
        articles.add_articles(other, [incoming("ثان"), incoming("ثالث", person="هدى الكندية")])
    articles.add_articles(store, [incoming("رابع", person="هدى الكندية")])
    found = entities.all_entities(store)
    assert sorted(one.name for one in found if one.kind == "person") == [
        "سالم بن حمد الريامي",
        "هدى الكندية",
    ]
    person = next(one.id for one in found if one.name.startswith("سالم"))
    assert entities.names(store, [person, 999]) == {person: "سالم بن حمد الريامي"}
    assert entities.other_names(store, person) == ("الريامي", "سالم بن حمد الريامي")
    assert entities.ids_named(store, EntityKind.PERSON, "الريامي")[0] == person


def test_rows_keep_the_order_asked_for(store):
    ids = articles.add_articles(store, [incoming(str(n)) for n in range(5)]).ids
    rows = articles.rows_for(store, [ids[3], 77, ids[0]], body_characters=6)
    assert [row.id for row in rows] == [ids[3], ids[0]]
    assert rows[0].body == "التقى "
    assert rows[0].published.text == "15 ديسمبر 2025"
    assert articles.rows_for(store, ids)[4].body.endswith("\n\n4")


def test_lone_surrogates_are_stored_as_replacement_characters(store):
    item = incoming("أول")
    broken = dataclasses.replace(item.article, title="أ\ud800ب")
    (number,) = articles.add_articles(store, [item._replace(article=broken)]).ids
    assert articles.article(store, number).article.title == "أ\ufffdب"


def test_what_is_not_there_is_said(store):
    for ask in (articles.article, articles.original):
        with pytest.raises(StoreError) as caught:
            ask(store, 5)
        assert caught.value.code == "store-no-article"


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE originals SET bytes = x'0102'",
        "UPDATE originals SET size = 3",
        "UPDATE articles SET published_date = 'gestern'",
        "UPDATE articles SET evidence = '[1]'",
    ],
)
def test_values_of_another_hand_are_damage(store, harm):
    (number,) = articles.add_articles(store, [incoming("أول")]).ids
    store.database.execute(harm)
    with pytest.raises(DamagedError):
        (articles.original if "originals" in harm else articles.article)(store, number)


def test_numbers_of_removed_articles_never_come_back(store):
    (number,) = articles.add_articles(store, [incoming("أول")]).ids
    store.database.execute("DELETE FROM articles")
    assert articles.add_articles(store, [incoming("أول")]).ids == (number + 1,)


class TestChanges:
    def test_only_what_is_new_is_given_to_the_index(self, store):
        first = articles.add_articles(store, [incoming("أول"), incoming("ثان")])
        seen = changes.stamp(store)
        assert [r.id for chunk in changes.iterate_for_index(store) for r in chunk] == [*first.ids]
        assert list(changes.iterate_for_index(store, seen)) == []
        later = articles.add_articles(store, [incoming("ثالث")])
        (chunk,) = changes.iterate_for_index(store, seen)
        assert [row.id for row in chunk] == [*later.ids]
        assert entities.names(store, chunk[0].persons) == {
            chunk[0].persons[0]: "سالم بن حمد الريامي"
        }
        assert len(chunk[0].organisations) == len(chunk[0].places) == 1

    def test_deleted_and_removed_articles_are_told(self, store):
        ids = articles.add_articles(store, [incoming(str(n)) for n in range(3)]).ids
        seen = changes.stamp(store)
        changes.set_deleted(store, ids[:2], "2025-01-01T00:00:00+00:00")
        store.database.execute("DELETE FROM articles WHERE id = ?", (ids[0],))
        (chunk,) = changes.iterate_for_index(store, seen)
        assert [(row.id, row.deleted) for row in chunk] == [(ids[0], True), (ids[1], True)]
        assert [r.id for c in changes.iterate_for_index(store) for r in c] == [ids[2]]
        assert articles.count(store) == 1
        deleted = changes.stamp(store)
        changes.set_deleted(store, ids[1:2], None)
        (chunk,) = changes.iterate_for_index(store, deleted)
        assert [(row.id, row.deleted) for row in chunk] == [(ids[1], False)]

    def test_a_state_the_archive_was_never_in_is_known(self, store):
        articles.add_articles(store, [incoming("أول")])
        present = changes.stamp(store)
        assert changes.follows(store, present)
        assert changes.follows(store, changes.Stamp(store.archive_id))
        for other in (
            dataclasses.replace(present, archive_id="x"),
            dataclasses.replace(present, article=2),
            dataclasses.replace(present, change=1),
        ):
            assert not changes.follows(store, other)
            assert sum(len(c) for c in changes.iterate_for_index(store, other)) == 1


class TestDiary:
    def test_a_file_is_noted_with_its_articles_or_alone(self, store):
        done = imports.FileNote("a.txt", "f1", "done", 1)
        failed = imports.FileNote("\udce9.txt", "f2", "failed", reason="empty")
        articles.add_articles(store, [incoming("أول")], [done])
        imports.note_imports(store, [failed])
        assert imports.unchanged(store, ["f1", "f2", "f3"]) == {"f1": imports.Seen(1)}
        assert [(n.file, n.state) for n in imports.diary(store)] == [
            ("?.txt", "failed"),
            ("a.txt", "done"),
        ]
