from hypothesis import given
from hypothesis import strategies as st

from newsarchive.ingest.ahead import Ahead


@given(st.lists(st.integers()), st.lists(st.booleans()))
def test_what_is_looked_at_ahead_comes_in_its_turn(items, looks):
    ahead, got = Ahead(iter(items)), []
    for looks_now in looks:
        if looks_now:
            ahead.look(60)
            assert ahead.count == len(items)
        else:
            got += [one for _, one in zip(range(1), ahead, strict=False)]
    assert got + list(ahead) == items
    assert ahead.count == len(items)


def test_no_more_are_kept_than_there_is_room_for():
    ahead = Ahead(iter(range(10)), most=3)
    ahead.look(60)
    assert ahead.count == 3
    assert next(ahead) == 0
    ahead.look(60)
    assert ahead.count == 4
    assert list(ahead) == [*range(1, 10)]


def test_without_time_nothing_is_looked_for():
    ahead = Ahead(iter(range(10)))
    ahead.look(0)
    assert ahead.count == 0
