import pytest

from newsarchive.arabic.variants import parted_otherwise, spelt_in_many_ways


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("فيسبوك", "فيس بوك"),
        ("هونج كونج", "هونغ كونغ"),
        ("كوالا لمبور", "كوالالمبور"),
        ("دياربكر", "ديار بكر"),
    ],
)
def test_a_name_in_one_word_and_in_several(one, other):
    assert tuple(other.split()) in parted_otherwise(tuple(one.split()))
    assert tuple(one.split()) in parted_otherwise(tuple(other.split()))


@pytest.mark.parametrize("words", ["غوغل", "كتاب", "وزارة الصحة"])
def test_what_is_not_parted_has_no_other_parts(words):
    assert parted_otherwise(tuple(words.split())) == ()


def test_the_ways_to_write_one_word_differ():
    assert all(len(set(ways)) == len(ways) > 1 for ways in spelt_in_many_ways())
