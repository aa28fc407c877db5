import pytest

from newsarchive.arabic.synonyms import synonyms
from newsarchive.arabic.terms import folded_words


@pytest.mark.parametrize(
    ("word", "other"),
    [("شمندر", "بنجر"), ("الباصات", "حافلة"), ("فيزا", "تأشيرة"), ("وبالمشفى", "مستشفى")],
)
def test_what_is_said_in_place_of_a_word_in_whatever_form_it_stands(word, other):
    assert other in synonyms(*folded_words(word))


@pytest.mark.parametrize("word", ["مسقط", "الحارثي", ""])
def test_most_words_have_no_synonyms(word):
    assert synonyms(word) == ()
