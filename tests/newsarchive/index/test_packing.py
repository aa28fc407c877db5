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
    assert unpacked(blobs) == BitMap(numbers)


RUNS = [(0, 10), (5, 300), (100, 1_024), (0, 4_096), (3, 4_100), (0, 65_536), (65_000, 65_536)]


@pytest.mark.parametrize(("first", "end"), RUNS)
@pytest.mark.parametrize("chunk", [0, 1, 65_535])
def test_numbers_in_a_row_come_back_and_take_few_bytes(first, end, chunk):
    numbers = BitMap(range((chunk << 16) + first, (chunk << 16) + end))
    blob = packed(BitMap(numbers))
    assert unpacked([(chunk, blob)]) == numbers
    assert len(blob) < 1_100


@pytest.mark.parametrize("size", [1, 2, 1_023, 1_024, 1_025, 4_095, 4_096, 4_097, 65_535])
def test_as_many_numbers_as_a_form_just_holds_come_back(size):
    numbers = BitMap(random.Random(size).sample(range(65_536, 131_072), size))
    assert unpacked([(1, packed(BitMap(numbers)))]) == numbers


@pytest.mark.parametrize(("share", "bits"), [(0.01, 11), (0.05, 7), (0.2, 5), (0.9, 1)])
def test_a_set_drawn_by_chance_takes_few_bits_a_number(share, bits):
    chance = random.Random(5)
    numbers = BitMap(n for n in range(65_536, 131_072) if chance.random() < share)
    blob = packed(numbers)
    assert unpacked([(1, blob)]) == numbers
    assert len(blob) * 8 < len(numbers) * bits


@given(NUMBERS, st.integers(0, 5_000))
def test_a_chunk_that_grows_comes_back_too(numbers, more):
    held = BitMap(numbers) | BitMap(range(70_000, 70_000 + 3 * more, 3))
    blobs = [(chunk, packed(some, grows=True)) for chunk, some in chunks(held)]
    assert unpacked(blobs) == held
