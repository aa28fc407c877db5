"""The piece of an article that is shown is its earliest best one."""

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.search.finder import Found
from newsarchive.search.snippet import snippet

TEXT = " ".join(f"كلمة{n:02}" for n in range(60))
WIDTH = 7


def matches(places):
    return [Found(n * WIDTH, n * WIDTH + 6, sought, "folded") for n, sought in places]


def worth(found, first, length):
    inside = [one for one in found if first.start <= one.start]
    inside = [one for one in inside if one.end - first.start <= length * 4 // 5]
    return len({one.sought for one in inside}), min(len(inside), 9)


@given(st.dictionaries(st.integers(0, 59), st.integers(0, 3), min_size=1))
def test_it_holds_most_of_the_words_sought_and_is_the_earliest(places):
    found = matches(sorted(places.items()))
    best = max(found, key=lambda one: worth(found, one, 100))
    shown = snippet(TEXT, found, 100)
    highlights = [shown.text[start:end] for start, end in shown.highlights]
    assert TEXT[best.start : best.end] in highlights
