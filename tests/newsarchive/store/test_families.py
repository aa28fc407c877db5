import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.article import EntityKind, Mention
from newsarchive.families.fingerprints import signature
from newsarchive.store import families
from newsarchive.store.articles import Incoming, add_articles, rows_for
from newsarchive.store.changes import iterate_for_index, set_deleted, stamp
from newsarchive.store.connection import open_store, transaction
from newsarchive.store.families import Kin
from tests.newsarchive.builders import article
from tests.newsarchive.families.reports import AGENCY, CABLE, CUT, EDITED, SOHAR, SUR, TOLL

NAMES = re.compile("سالم بن خلفان البوسعيدي|صحار|النهضة|صور|عبري|علييف|أذربيجان|ماهاما|غانا")


def item(body, title="خبر", *, outlet="الأيام", date="2025-12-15", signed=True):
    made = article(title, body, outlet=outlet, date=date)
    found = tuple(
        Mention(EntityKind.PERSON, m.group(), "body", *m.span(), m.group())
        for m in NAMES.finditer(body)
    )
    object.__setattr__(made, "mentions", found)
    known = signature(body) if signed else None
    return Incoming(made, made.sha256.encode(), "text/plain", "utf-8", known)


NEWS = [
    item(AGENCY, outlet="الأيام"),
    item(CABLE.format(president="إلهام علييف", country="أذربيجان"), outlet="الأيام"),
    item(EDITED, outlet="الخليج"),
    item(SOHAR, outlet="الملعب"),
    item(CUT, outlet="الساحل"),
    item(CABLE.format(president="جون ماهاما", country="غانا"), outlet="الخليج"),
    item(SUR, outlet="الملعب"),
    item(TOLL.format(dead=14, hurt=40), outlet="الأيام"),
    item(TOLL.format(dead=21, hurt=52), "ارتفاع الحصيلة", outlet="الخليج"),
]
FAMILIES = {frozenset({0, 2, 4}), frozenset({7, 8})}


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "a.qusasat", create=True) as opened:
        yield opened


def found(store):
    """The families by the places in NEWS of their members."""
    places = {one.article.sha256: place for place, one in enumerate(NEWS)}
    rows = store.database.execute("SELECT family, sha256 FROM articles WHERE family IS NOT NULL")
    members = {}
    for family, sha256 in rows:
        members.setdefault(family, set()).add(places[sha256])
    return {frozenset(some) for some in members.values()}


def test_copies_are_one_family_and_texts_of_one_formula_none(store):
    add_articles(store, NEWS)
    assert found(store) == FAMILIES
    others = families.family(store, 1)
    assert [(copy.id, copy.outlet) for copy in others] == [(3, "الخليج"), (5, "الساحل")]
    assert others[0].published.date.isoformat() == "2025-12-15"
    assert families.family(store, 2) == families.family(store, 99) == ()


@given(st.permutations(range(len(NEWS))), st.integers(1, len(NEWS)), st.booleans())
@settings(max_examples=12, deadline=None)
def test_neither_the_order_nor_the_batches_matter(tmp_path_factory, order, size, late):
    path = tmp_path_factory.mktemp("archive") / "a.qusasat"
    with open_store(path, create=True) as store:
        for first in range(0, len(order), size):
            add_articles(store, [NEWS[place] for place in order[first : first + size]])
        if late:
            families.forget(store)
            assert found(store) == set()
            assert list(families.catch_up(store)) == [len(NEWS)]
        assert found(store) == FAMILIES
        assert families.uncompared(store) == 0


def test_articles_of_an_older_archive_are_compared_when_asked(store):
    add_articles(store, NEWS[:3])
    families.forget(store)
    assert families.uncompared(store) == 3
    add_articles(store, NEWS[3:])
    before = stamp(store)
    assert found(store) == {frozenset({7, 8})}
    assert list(families.catch_up(store)) == [3]
    assert found(store) == FAMILIES
    assert list(families.catch_up(store)) == []
    changed = [row for chunk in iterate_for_index(store, before) for row in chunk]
    assert {row.id: row.family for row in changed} == {1: 1, 3: 1, 5: 1}


def test_a_long_catching_up_goes_in_steps(store, monkeypatch):
    monkeypatch.setattr(families, "_CHUNK", 4)
    add_articles(store, NEWS)
    families.forget(store)
    assert list(families.catch_up(store)) == [4, 8, 9]
    assert found(store) == FAMILIES


def test_the_index_hears_of_an_old_article_that_got_a_family(store):
    add_articles(store, NEWS[:1])
    before = stamp(store)
    add_articles(store, NEWS[2:3])
    changed = [row for chunk in iterate_for_index(store, before) for row in chunk]
    assert [(row.id, row.family) for row in changed] == [(1, 1), (2, 1)]


def test_what_is_in_the_trash_is_not_counted_and_comes_back(store):
    add_articles(store, NEWS)
    set_deleted(store, [1], "2025-12-20T00:00:00+00:00")
    assert [copy.id for copy in families.family(store, 3)] == [5]
    assert rows_for(store, [3])[0].kin == Kin(2, 2)
    set_deleted(store, [3], "2025-12-20T00:00:00+00:00")
    assert families.family(store, 5) == ()
    assert rows_for(store, [5])[0].kin == Kin(1, 1)
    set_deleted(store, [1, 3], None)
    assert [copy.id for copy in families.family(store, 5)] == [1, 3]


def test_a_copy_of_what_is_in_the_trash_is_of_its_family(store):
    add_articles(store, NEWS[:1])
    set_deleted(store, [1], "2025-12-20T00:00:00+00:00")
    add_articles(store, NEWS[2:3])
    set_deleted(store, [1], None)
    assert [copy.id for copy in families.family(store, 2)] == [1]


def test_a_row_of_the_list_tells_how_many_copies_in_how_many_papers(store):
    add_articles(store, [*NEWS, item(AGENCY + " ", "طبعة ثانية", outlet="الأيام")])
    kin = {row.id: row.kin for row in rows_for(store, range(1, 11))}
    assert kin[1] == kin[3] == kin[10] == Kin(4, 3)
    assert kin[2] == Kin(1, 1)


def test_an_article_that_is_gone_is_passed_over(store):
    add_articles(store, NEWS[:1])
    with transaction(store) as connection:
        connection.execute("DELETE FROM articles WHERE id = 1")
    store.reports.clear()
    add_articles(store, NEWS[2:3])
    assert found(store) == set()


def test_a_reader_of_many_articles_remembers_the_last(store, monkeypatch):
    monkeypatch.setattr(families, "_REMEMBERED", 2)
    for one in NEWS:
        add_articles(store, [one])
    assert len(store.reports) == 2
    assert found(store) == FAMILIES


def test_signatures_are_worked_out_where_none_came_along(store):
    add_articles(store, [item(AGENCY, signed=False), item(EDITED, outlet="الخليج", signed=False)])
    assert [copy.id for copy in families.family(store, 1)] == [2]


def test_of_many_articles_with_one_formula_only_the_first_are_compared(store, monkeypatch):
    monkeypatch.setattr(families, "_HOLDERS", 3)
    names = random.Random(1)
    countries = ["".join(names.choices("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", k=7)) for _ in range(12)]
    cables = [
        item(CABLE.format(president=f"{name}ون {name}", country=name), outlet=f"صحيفة {n}")
        for n, name in enumerate(countries)
    ]
    add_articles(store, [*cables, NEWS[0], NEWS[2]])
    assert [copy.id for copy in families.family(store, 13)] == [14]
