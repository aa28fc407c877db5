"""Counting through what is not in a set gives what intersecting gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from newsarchive.index.counting import Counted

NUMBERS = st.sets(st.one_of(st.integers(0, 60), st.integers(65_500, 65_600)))


@given(NUMBERS, NUMBERS, st.lists(NUMBERS))
def test_counts_are_those_of_intersections(articles, every, others):
    counted = Counted(BitMap(articles), BitMap(every))
    for other in others:
        assert counted.within(BitMap(other)) == len(articles & other)


@pytest.mark.parametrize("step", [1, 15, 16, 17, 1_000])
def test_sets_of_any_density_are_counted(step):
    every = BitMap(range(200_000))
    articles, other = BitMap(range(0, 200_000, step)), BitMap(range(0, 200_000, 7))
    assert Counted(articles, every).within(other) == len(articles & other)
