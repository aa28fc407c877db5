import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.families.stars import component, stars


def tied(*pairs):
    copies = {}
    for one, other in pairs:
        copies.setdefault(one, set()).add(other)
        copies.setdefault(other, set()).add(one)
    return copies


def families(copies):
    return sorted(sorted(star) for star in stars(copies, lambda key: key))


FAMILIES = {
    "none": ((), []),
    "a pair": (("ab",), ["ab"]),
    "all of each other": (("ab", "bc", "ac"), ["abc"]),
    "a chain is cut": (("ab", "bc", "cd", "de"), ["abc", "de"]),
    "a long text and its parts": (("ab", "ac", "ad"), ["abcd"]),
    "what is left alone joins a copy": (("ab", "bc", "cd"), ["abcd"]),
    "and the most of its copies": (
        ("ab", "ac", "ad", "ae", "fg", "fh", "fi", "cx", "gx", "hx"),
        ["abcde", "fghix"],
    ),
    "two families": (("ab", "cd"), ["ab", "cd"]),
}


@pytest.mark.parametrize(("pairs", "expected"), FAMILIES.values(), ids=FAMILIES)
def test_families_of_pairs(pairs, expected):
    assert ["".join(star) for star in families(tied(*pairs))] == expected


pairs = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda p: p[0] != p[1]))


@given(pairs, st.randoms(use_true_random=False))
def test_every_member_is_like_one_of_them_and_the_order_makes_no_difference(some, chance):
    copies = tied(*some)
    found = families(copies)
    assert sorted(key for star in found for key in star) == sorted(copies)
    assert all(copies[key] & set(star) for star in found for key in star)
    assert all(any(set(star) <= within_two(copies, c) for c in star) for star in found)
    chance.shuffle(some)
    assert families(tied(*some)) == found


def test_an_article_without_copies_is_no_family():
    assert families({"a": set()}) == []


def within_two(copies, centre):
    return {centre}.union(copies[centre], *(copies[key] for key in copies[centre]))


def test_all_that_is_tied_together():
    copies = tied("ab", "bc", "de")
    assert component("a", copies.__getitem__) == {"a": {"b"}, "b": {"a", "c"}, "c": {"b"}}
