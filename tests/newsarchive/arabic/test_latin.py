import re

import pytest

from newsarchive.arabic.fold import fold
from newsarchive.arabic.known_names import (
    given_names,
    is_name_word,
    is_ordinary,
    places_like_plurals,
)
from newsarchive.arabic.latin import latin_pattern, with_letters
from newsarchive.arabic.terms import term

NAMES = """harthi = حارثي · muhammad = محمد · mohamed = محمد · riyadh = رياض · 3abdallah = عبدالله ·
    m7md = محمد · jeddah = جدة · ahmed = أحمد · khalid = خالد · faisal = فيصل · makkah = مكة ·
    abdulaziz = عبدالعزيز · abdullah = عبدالله · hussein = حسين · dubai = دبي · omar = عمر ·
    mustafa = مصطفى · yousef = يوسف · sa3oodi = سعودي · saudi = سعودي · nayef = نايف ·
    ghamdi = غامدي ·
    qahtani = قحطاني · otaibi = عتيبي · khartoum = خرطوم · ra2ees = رئيس · assad = أسد ·
    obama = أوباما · iran = إيران · icom = إيكوم · edison = إديسون ·
    fa6ma = فاطمة · zahra = زهراء · xanadu = كسانادو"""
NAMES = [pair.split(" = ") for pair in " ".join(NAMES.split()).split(" · ")]


@pytest.mark.parametrize(("latin", "arabic"), NAMES)
def test_latin_letters_stand_for_arabic_ones(latin, arabic):
    assert re.fullmatch(latin_pattern(fold(with_letters(latin))) or "", fold(arabic))


@pytest.mark.parametrize("latin", ["ab", "no", "aa"])
def test_too_few_letters_stand_for_nothing(latin):
    assert latin_pattern(latin) is None


@pytest.mark.parametrize("line", ["G20", "2025", "covid19", "f-16 b", "7"])
def test_what_is_no_chat_word_stays(line):
    assert with_letters(line) == line


TERMS = [
    ("على", "على"),
    ("عَلى", "على"),
    ("وعلى", "وعلى"),
    ("علي", "علي"),
    ("إلى", "الي"),
    ("4,326", "4326"),
    ("٤٬٣٢٦", "4326"),
    ("٣٫٥", "3.5"),
    ("1,234.5", "1234.5"),
    ("12,34", "12,34"),
    ("2025", "2025"),
    ("ـ", ""),
]


@pytest.mark.parametrize(("word", "expected"), TERMS)
def test_the_form_in_which_a_word_is_indexed(word, expected):
    assert term(word) == expected


def test_names_and_ordinary_words_are_told_apart():
    assert {"فتحي", "حمدان"} <= given_names()
    assert {"بحرين", "لبنان", "سودان"} <= places_like_plurals()
    assert all(map(is_name_word, ["سالم", "بن", "الحارثي"]))
    assert not is_name_word("الرقاب")
    assert is_ordinary("وزاره")
    assert not is_ordinary("فيفا")


@pytest.mark.parametrize("typed", ["al-Harthi", "El-Harthi", "HARTHI"])
def test_an_article_before_a_hyphen_is_left_out(typed):
    assert with_letters(typed).lower() == "harthi"
