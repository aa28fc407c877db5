"""Sets come back as they were, and take few bytes."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from newsarchive.index.packing import chunks, packed, unpacked

NUMBERS = st.sets(st.one_of(st.integers(0, 300_000), st.integers(0, 2**32 - 1)), max_size=40)


@given(NUMBERS)
def test_a_set_comes_back_from_its_chunks(numbers):
    blobs = [(chunk, packed(some)) for chunk, some in chunks(BitMap(numbers))]
    assert [chunk for chunk, _ in blobs] == sorted({number >> 16 for number in numbers})
    assert BitMap.union(BitMap(), *(unpacked(b, c) for c, b in blobs)) == BitMap(numbers)


@pytest.mark.parametrize(("share", "bits"), [(0.01, 11), (0.05, 7), (0.2, 5), (0.9, 1)])
def test_a_set_drawn_by_chance_takes_few_bits_a_number(share, bits):
    chance = random.Random(5)
    numbers = BitMap(n for n in range(65_536, 131_072) if chance.random() < share)
    blob = packed(numbers)
    assert unpacked(blob, 1) == numbers
    assert len(blob) * 8 < len(numbers) * bits
