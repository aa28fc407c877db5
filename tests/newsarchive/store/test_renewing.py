"""Articles whose columns were told after they had come in."""

import dataclasses

import pytest

from newsarchive.article import EntityKind, Mention, Person
from newsarchive.correction import Correction, What
from newsarchive.store import articles, families
from newsarchive.store.changes import iterate_for_index, set_deleted, stamp
from newsarchive.store.check import check
from newsarchive.store.connection import open_store
from newsarchive.store.corrections import correct
from tests.newsarchive.store.making import incoming

LONG = " ".join(f"كلمة{n}" for n in range(80))


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "a.qusasat", create=True) as made:
        yield made


def otherwise(item, **changes):
    return item._replace(article=dataclasses.replace(item.article, **changes), signature=None)


def add(store, *items, renews=False):
    return articles.add_articles(store, list(items), renews=renews)


def test_an_article_takes_what_is_understood_of_it_now(store):
    first, other = incoming("أول"), incoming("ثان")
    add(store, first, other)
    before = stamp(store)
    name = "هدى بنت علي الكندية"
    body = f"قالت {name} إن الموسم جيد."
    mention = Mention(EntityKind.PERSON, name, "body", 5, 5 + len(name), name)
    better = otherwise(
        first, title="عنوان آخر", body=body, published=None, persons=(Person(name),),
        organisations=(), places=(), mentions=(mention,),
    )  # fmt: skip
    result = add(store, better, other, renews=True)
    assert (result.ids, result.repeated, result.renewed) == ((), (0, 1), (1,))
    found = articles.article(store, 1)
    assert (found.article.title, found.article.body, found.article.published) == (
        "عنوان آخر", body, None,
    )  # fmt: skip
    assert [person.name for person in found.article.persons] == [name]
    assert found.article.mentions == (mention,)
    assert articles.article(store, 2).article.title == "خبر ثان"
    (changed,) = iterate_for_index(store, before)
    assert [row.id for row in changed] == [1]
    assert check(store).problems == ()


def test_without_being_asked_nothing_is_renewed(store):
    item = incoming("أول")
    add(store, item)
    assert add(store, otherwise(item, title="عنوان آخر")).renewed == ()
    assert articles.article(store, 1).article.title == "خبر أول"


def test_what_reads_as_it_did_is_left_alone(store):
    item = incoming("أول")
    add(store, item)
    before = stamp(store)
    assert add(store, item, item, renews=True).renewed == ()
    assert stamp(store) == before


def test_names_are_counted_as_often_as_they_are_named(store):
    item = incoming("أول", person="سالم الريامي")
    add(store, item, incoming("ثان", person="سالم الريامي"))
    add(store, otherwise(item, title="آخر"), renews=True)
    add(store, otherwise(item, title="ثالث", persons=(), mentions=()), renews=True)
    uses = store.database.execute(
        "SELECT uses FROM entity_names WHERE name = 'سالم الريامي'"
    ).fetchall()
    assert uses == [(1,)]


def test_corrections_of_an_article_are_made_again(store):
    item = incoming("أول", person="سالم الريامي")
    add(store, item, incoming("ثان", person="سالم الريامي"))
    split = Correction(
        What.SPLIT, EntityKind.PERSON, "سالم الريامي", "سالم آخر", (item.article.sha256,)
    )
    correct(store, [split], "محرر")
    add(store, otherwise(item, title="آخر"), renews=True)
    assert [person.name for person in articles.article(store, 1).article.persons] == ["سالم آخر"]
    assert articles.article(store, 1).article.title == "آخر"


def test_an_article_leaves_its_copies_and_finds_others(store):
    one, copy, other = incoming(LONG), incoming(LONG + " أ"), incoming("شيء آخر")
    add(store, one, copy, other)
    assert [found.id for found in families.family(store, 1)] == [2]
    add(store, otherwise(copy, body="نص قصير لا يشبه شيئا."), renews=True)
    assert families.family(store, 1) == ()
    add(store, otherwise(other, body=one.article.body, mentions=one.article.mentions), renews=True)
    assert [found.id for found in families.family(store, 1)] == [3]
    assert families.uncompared(store) == 0


def test_what_lies_in_the_trash_stays_there(store):
    item = incoming("أول")
    add(store, item)
    set_deleted(store, [1], "2025-01-01T00:00:00+00:00")
    add(store, otherwise(item, title="آخر"), renews=True)
    found = articles.article(store, 1)
    assert (found.article.title, found.deleted_at is not None) == ("آخر", True)
