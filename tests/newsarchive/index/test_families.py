import sqlite3
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from newsarchive.index.families import SCHEMA, Families


def families_of(table):
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(SCHEMA)
    made = Families(database)
    made.put_in(table)
    return made


numbers = st.sets(st.integers(1, 200), max_size=200)


@given(st.dictionaries(st.integers(1, 200), st.integers(1, 40)), numbers, st.lists(numbers))
def test_counts_are_those_of_a_scan(table, result, values):
    families = families_of(table)
    within = families.within(BitMap(result))
    assert within.total == len({table.get(n, -n) for n in result})
    for _ in range(2):
        for place, carried in enumerate(values):
            expected = len({table.get(n, -n) for n in carried & result})
            assert within.count(("person", str(place)), BitMap(carried)) == expected


def test_what_was_read_is_kept_until_it_is_forgotten():
    families = families_of({1: 1, 2: 1, 3: 7})
    assert families.of == {1: 0, 2: 0, 3: 1}
    families.take_out([3])
    families.put_in({4: 1})
    assert families.within(BitMap([1, 2, 3, 4])).total == 3
    families.forget()
    assert families.within(BitMap([1, 2, 3, 4])).total == 2
    assert families.of == {1: 0, 2: 0, 4: 0}


tables = st.dictionaries(st.integers(1, 12), st.sampled_from([1, 2, 5, 9]))


@given(st.lists(tables, min_size=2, max_size=4), st.sets(st.integers(1, 12)))
def test_families_are_followed_through_the_articles_that_were_touched(states, result):
    followed = families_of(states[0])
    assert followed.of.keys() == states[0].keys()
    for before, after in pairwise(states):
        followed.take_out(before)
        followed.put_in(after)
        followed.forget(n for n in {*before, *after} if before.get(n) != after.get(n))
        fresh = families_of(after)
        for one in (followed, fresh):
            assert one.within(BitMap(result)).total == len({after.get(n, -n) for n in result})
        assert followed.of.keys() == fresh.of.keys()
        assert len({(followed.of[n], fresh.of[n]) for n in after}) == len(set(after.values()))


def test_the_family_of_one_article_is_told_without_reading_all():
    families = families_of({1: 1, 2: 1, 3: 7})
    assert [families.one_of(article) for article in (1, 2, 3, 4)] == [1, 1, 7, None]
    families.take_out([3])
    assert families.one_of(3) is None


@given(
    st.dictionaries(st.integers(1, 60), st.integers(1, 15)),
    st.dictionaries(st.integers(1, 60), st.sampled_from(["أ", "ب", "ج"])),
    st.lists(st.sets(st.integers(1, 60)), min_size=2, max_size=2),
)
def test_repeats_are_what_articles_are_more_than_families(table, values, results):
    families = families_of(table)
    carried = [(name, BitMap(n for n, value in values.items() if value == name)) for name in "أبج"]
    for result in map(BitMap, results):
        within = families.within(result)
        repeats = dict(within.repeats("month", carried))
        for name, articles in carried:
            assert len(articles & result) - repeats[name] == within.count(("m", name), articles)
    families.put_in({61: 1})
    families.forget([61])
    assert dict(families.within(BitMap([61])).repeats("month", carried)) == dict.fromkeys("أبج", 0)


def test_the_place_of_one_article_is_told():
    families = families_of({1: 5, 3: 7, 4: 5})
    assert [families.place(article) for article in (1, 2, 3, 4, 99)] == [0, None, 1, 0, None]
