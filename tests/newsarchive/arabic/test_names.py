import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.names import body_words, name_key, name_words, without_article, word_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبد الله بن علي الحارثي", "عبدالله علي الحارثي"),
        ("أبو بكر الصديق", "ابوبكر الصديق"),
        ("محمد بن راشد آل مكتوم", "محمد بن راشد ال مكتوم"),
        ("أبي حسن", "أبو حسن"),
        ("عُمَر بنُ حمد", "عمر حمد"),
        ("يحيى", "يحيي"),
        ("سلمان بن عبدالعزيز آل سعود", "سلمان بن عبدالعزيز"),
    ],
)
def test_spellings_of_one_name_share_a_key(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("على محمد", "علي محمد"),
        ("بن علي", "علي"),
        ("محمد علي", "علي محمد"),
        ("محمد آل سعود", "محمد"),
        ("محمد عبدالله آل سعود", "محمد عبدالله"),
        ("محمد بن علي آل مشاوي", "محمد بن علي"),
        ("محمد بن سلمان السعود", "محمد بن سلمان"),
    ],
)
def test_different_names_keep_apart(one, other):
    assert name_key(one) != name_key(other)


def test_a_name_that_ends_in_a_particle_keeps_it():
    assert name_words("محمد عبد") == ("محمد", "عبد")


def test_the_preposition_never_becomes_the_name():
    assert word_key("على") != word_key("علي")
    assert word_key("وعلَى") != word_key("وعلي")


def test_bodies_are_compared_without_the_article():
    assert body_words("الهيئة العامة لسوق المال") == ("هييه", "عامه", "لسوق", "مال")
    assert without_article("ال") == "ال"


@given(st.text(alphabet="ابتعليدمنحورو ةىأإ ً", max_size=40))
def test_any_text_has_a_key(text):
    assert " ".join(name_words(text)).startswith(name_key(text))
