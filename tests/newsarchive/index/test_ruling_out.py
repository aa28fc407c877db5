"""Values that are passed together are those that cannot be among the commonest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from newsarchive.index import ruling_out
from newsarchive.index.facet_index import FacetIndex
from newsarchive.index.facet_writing import Additions
from newsarchive.index.ruling_out import Groups, Value

CARRIED = st.lists(st.sets(st.integers(1, 60), min_size=1), max_size=30)


def walked(carried):
    sets = sorted(map(BitMap, carried), key=len, reverse=True)
    return [Value(n, str(n), len(some), some) for n, some in enumerate(sets)]


@given(CARRIED)
def test_every_value_is_in_one_group_in_its_order(carried):
    values, live = walked(carried), BitMap(range(1, 61))
    groups = Groups(lambda: iter(values), live)
    next(iter(groups), None)
    for _ in range(2):
        assert [value for group in groups for value in group.values] == values
    for values, others in groups:
        carried = BitMap.union(*(value.articles for value in values))
        assert others == (live - carried if len(values) > 1 else None)


def test_common_values_stand_alone_and_rare_ones_together():
    values = walked([range(1, 1 + size) for size in [60] * 9 + [40] * 2 + [9] * 5])
    sizes = [len(group.values) for group in Groups(lambda: iter(values), BitMap(range(61)))]
    assert sizes == [1] * 11 + [3, 2]


def test_beyond_many_groups_values_stand_alone(monkeypatch):
    monkeypatch.setattr(ruling_out, "_MOST_GROUPS", 1)
    values = walked([range(1, 1 + size) for size in [60] * 9 + [40] * 2 + [9] * 5])
    sizes = [len(group.values) for group in Groups(lambda: iter(values), BitMap(range(61)))]
    assert sizes == [1] * 11 + [3, 1, 1]


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """Articles 1 to 800; the nth value is carried by those that n divides."""
    made = FacetIndex(tmp_path_factory.mktemp("index") / "facets.sqlite")
    values = {n: [("person", str(m)) for m in range(1, 200) if n % m == 0] for n in range(1, 801)}
    made.add(Additions(values.items(), families={n: n // 8 for n in range(1, 801, 3)}))
    made.refresh()
    yield made
    made.close()


@given(
    st.sets(st.integers(1, 800))
    | st.builds(range, st.integers(1, 400), st.just(801), st.integers(1, 60)),
    st.sampled_from([1, 3, 10, 30]),
)
def test_the_commonest_are_those_counted_article_by_article(index, numbers, k):
    scope = BitMap(numbers)
    tally = index.forward(scope, ["person"])["person"]
    assert index.top("person", scope, k) == tally.top(k)
    once = index.forward(scope, ["person"], once=True)["person"]
    assert index.top("person", scope, k, index.families.within(scope)) == once.top(k)
