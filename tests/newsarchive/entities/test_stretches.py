"""Texts as long as books are gone through in stretches, and nothing is lost between them."""

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.article import Article, Mention, Organisation, Person, Place
from newsarchive.entities import find_entities, find_entities_in_stretches
from newsarchive.entities.stretches import joined, stretches

_NAMED = "قال وزير الصحة أحمد بن سالم الكندي في مسقط إن العمل مستمر في المستشفيات كلها.\n\n"
_LAST = "وحضر اللقاء مدير الجامعة سعيد بن ناصر الراشدي في نزوى."


@given(st.lists(st.integers(0, 9)), st.integers(1, 20))
def test_stretches_hold_every_item_once_and_no_more_than_they_may(sizes, longest):
    found = [*stretches(sizes, int, longest)]
    assert [size for stretch in found for size in stretch] == sizes
    assert all(sum(stretch) <= longest or len(stretch) == 1 for stretch in found)
    assert len(found) >= 1


def test_a_long_text_gives_signs_of_life_and_all_its_names():
    body = _NAMED * 1500 + _LAST
    article = Article("book.txt", "", "وزير الصحة أحمد الكندي يزور نزوى", body)
    *signs, whole = find_entities_in_stretches(article)
    assert len(signs) >= 2
    assert set(signs) == {None}
    names = [person.name for person in whole.persons]
    assert len(names) == len(set(names))
    assert {"أحمد بن سالم الكندي", "سعيد بن ناصر الراشدي"} <= set(names)
    found = [one for one in whole.mentions if one.entity == "أحمد بن سالم الكندي"]
    assert len(found) >= 1500
    for mention in whole.mentions:
        text = article.title if mention.part == "title" else body
        assert text[mention.start : mention.end] == mention.surface


def test_a_short_text_is_one_stretch():
    article = Article("page.txt", "", "", _NAMED)
    sign, whole = find_entities_in_stretches(article)
    assert sign is None
    assert whole == find_entities(article)


def test_one_name_in_two_stretches_is_one_entity():
    article = Article("book.txt", "", "", "…")
    stretch = Article(
        "book.txt", "", "", "…",
        persons=(Person("هدى الكندية", ("الكندية",), ("الدكتورة",), ("مديرة",)),),
        organisations=(Organisation("نادي الهلال", ("الهلال",)),),
        places=(Place("مسقط"),),
        mentions=(Mention("person", "هدى الكندية", "body", 0, 1, "…"),),
    )  # fmt: skip
    other = Article(
        "book.txt", "", "", "…",
        persons=(Person("هدى الكندية", ("هدى",), (), ("وزيرة",)), Person("سالم الراشدي")),
        organisations=(Organisation("نادي الهلال"),),
        places=(Place("مسقط", ("العاصمة",)), Place("نزوى")),
    )  # fmt: skip
    whole = joined(article, [stretch, other])
    assert whole.persons == (
        Person("هدى الكندية", ("الكندية", "هدى"), ("الدكتورة",), ("مديرة", "وزيرة")),
        Person("سالم الراشدي"),
    )
    assert whole.organisations == (Organisation("نادي الهلال", ("الهلال",)),)
    assert whole.places == (Place("مسقط", ("العاصمة",)), Place("نزوى"))
    assert whole.mentions == stretch.mentions
