import sqlite3

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


def test_the_family_of_one_article_is_told_without_reading_all():
    families = families_of({1: 1, 2: 1, 3: 7})
    assert [families.one_of(article) for article in (1, 2, 3, 4)] == [1, 1, 7, None]
    families.take_out([3])
    assert families.one_of(3) is None
