"""Which shorter chains agree with a fuller one, and which offices tell a person from others."""

import pytest

from newsarchive.arabic.chains import (
    ends_in_father,
    is_lone,
    office_key,
    ruler_word,
    same_office,
    shorter_chains,
)
from newsarchive.arabic.names import name_words

AGREEING = [
    ("محمد بن نايف بن عبدالعزيز", "محمد بن نايف", True),
    ("فيصل بن مساعد بن فهد", "فيصل بن فهد", False),
    ("محمد بن فيصل بن بندر", "فيصل بن بندر", False),
    ("عادل بن أحمد الجبير", "عادل الجبير", True),
    ("صالح بن عبد الله بن صالح القاضي", "صالح بن صالح القاضي", False),
    ("صالح بن عبد الله بن صالح القاضي", "صالح بن عبد الله القاضي", True),
    ("صالح بن عبد الله القاضي", "صالح القاضي", True),
    ("أحمد داود أوغلو", "داود أوغلو", True),
    ("سعود بن خالد الفيصل", "خالد الفيصل", False),
    ("علي عبد الله صالح", "علي صالح", True),
    ("علي عبد الله صالح", "على صالح", False),
    ("عادل الجبير", "عادل", False),
    ("أ ب ج د ه و ز ح", "أ ب", False),
]


@pytest.mark.parametrize(("full", "short", "agrees"), AGREEING)
def test_chains_that_agree_with_a_fuller_one(full, short, agrees):
    assert (name_words(short) in set(shorter_chains(full, name_words(full)))) is agrees


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("محمد بن نايف", True),
        ("سلطان بن عبد العزيز", True),
        ("هند بنت عتبة", True),
        ("محمد بِن نايف", True),
        ("خالد البنيان", False),
        ("بن علي", True),
        ("عبد بنان", False),
        ("عادل بن أحمد الجبير", False),
        ("خالد عبد العزيز", False),
        ("محمد", False),
    ],
)
def test_a_name_that_ends_in_a_father(name, ends):
    assert ends_in_father(name) is ends


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("وزير التعليم", "وزير التعليم", True),
        ("ولي العهد", "ولي العهد وزير الداخلية", True),
        ("وزير الخارجية", "وزير التعليم", False),
        ("المدير العام", "المدير العام", False),
        ("المتحدث الرسمي للمركز", "المتحدث الرسمي للمركز", False),
        ("الرئيس", "الرئيس", False),
    ],
)
def test_offices_that_tell_a_person_from_others(one, other, same):
    assert same_office(office_key(one), office_key(other)) is same


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("خادم الحرمين الشريفين الملك", "الملك"),
        ("للأمير", "الأمير"),
        ("الشيخ", "الشيخ"),
        ("الدكتور", ""),
        ("", ""),
    ],
)
def test_titles_that_go_with_a_first_name(title, word):
    assert ruler_word(title) == word


def test_a_name_of_one_word_stands_alone():
    assert [is_lone(name) for name in ("سلمان", "عبد الله", "سلمان العودة")] == [True, True, False]
