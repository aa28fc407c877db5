"""Where the reader is."""

import datetime as dt

import pytest

from gui.navigation import Navigation
from newsarchive.search.query import Choice, Facet, Query, Sort


@pytest.fixture
def navigation(qapp):
    return Navigation()


def test_letters_typed_in_a_row_are_one_step(navigation):
    for text in ("ا", "ال", "الش", "الشرطة"):
        navigation.type(text)
    navigation.back()
    assert navigation.query == Query()
    navigation.forward()
    assert navigation.query.text == "الشرطة"


def test_a_value_goes_from_off_to_included_to_excluded_to_off(navigation):
    seen = []
    for _ in range(3):
        navigation.cycle(Facet.PERSON, "علي")
        seen.append(navigation.query.choices)
    assert seen == [
        (Choice(Facet.PERSON, "علي"),),
        (Choice(Facet.PERSON, "علي", exclude=True),),
        (),
    ]


def test_values_of_one_name_in_two_facets_stay_apart(navigation):
    navigation.choose(Facet.PERSON, "مسقط")
    navigation.choose(Facet.PLACE, "مسقط")
    navigation.unchoose(Facet.PERSON, "مسقط")
    assert navigation.query.choices == (Choice(Facet.PLACE, "مسقط"),)


def test_clearing_the_choices_leaves_the_words(navigation):
    navigation.type("نفط")
    navigation.choose(Facet.SECTION, "اقتصاد")
    navigation.between(dt.date(2025, 1, 1), None)
    navigation.clear_choices()
    assert navigation.query == Query("نفط")
    navigation.clear()
    assert navigation.query == Query()


def test_following_the_list_makes_no_step(navigation):
    navigation.type("نفط")
    navigation.follow(3)
    navigation.follow(4)
    navigation.back()
    assert navigation.article is None
    navigation.forward()
    assert navigation.article == 4


def test_opening_an_article_makes_one(navigation):
    told = []
    navigation.articleChanged.connect(told.append)
    navigation.order(Sort.OLDEST)
    navigation.open_article(7)
    navigation.back()
    assert told == [7, None]
    assert navigation.can_go_forward
    assert navigation.returned


def test_a_new_way_forgets_the_old_one(navigation):
    navigation.order(Sort.OLDEST)
    navigation.back()
    navigation.order(Sort.NEWEST)
    assert not navigation.can_go_forward
    navigation.forward()
    assert navigation.query.sort is Sort.NEWEST


def test_nothing_is_told_when_nothing_changed(navigation):
    told = []
    navigation.queryChanged.connect(told.append)
    navigation.type("")
    navigation.follow(1)
    navigation.back()
    assert told == []


def test_a_picture_begins_at_its_article(navigation):
    navigation.stay(9)
    assert navigation.article == 9
    assert navigation.returned
