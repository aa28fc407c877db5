"""Which words of a stem are kin of a word, and which are other words that only share it."""

from itertools import chain

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarchive.arabic.apart import apart
from newsarchive.arabic.clitics import spellings
from newsarchive.arabic.families import own_forms
from newsarchive.arabic.fold import fold
from newsarchive.arabic.own_letters import has_own_article, has_own_letter
from newsarchive.arabic.relatives import kin
from newsarchive.arabic.stem import light_stem
from newsarchive.arabic.words import particles, stop_words
from resources import lines


def is_kin(word, form):
    word, form = fold(word), fold(form)
    stems = {one.stem: one for one in kin(word)}
    return form in spellings(word) or (
        light_stem(form) in stems and stems[light_stem(form)].has(form)
    )


KIN = [
    ("جامعة", "والجامعات"),
    ("جامع", "بالجامع"),
    ("ثلاثة", "الثلاث"),
    ("مستوى", "مستواها"),
    ("وزير", "وزرائها"),
    ("مدرسة", "بمدرستهم"),
    ("بمدرستهم", "مدرسة"),
    ("فبمساعدتهم", "مساعدة"),
    ("سيارتي", "سيارة"),
    ("يد", "بيده"),
    ("ماء", "ومائها"),
    ("جزء", "جزئها"),
    ("دولة", "دولتا"),
    ("محامي", "محاميان"),
    ("لاعب", "للاعبين"),
    ("للاعبيه", "لاعب"),
    ("يدعو", "سيدعوهم"),
    ("سيكتبونها", "كتب"),
    ("أعطى", "أعطاها"),
    ("قانون", "بقانونه"),
    ("إسحاق", "إسحق"),
    ("كتب", "مكتوب"),
    ("يبدأ", "سيبدأون"),
    ("بألعاب", "الألعاب"),
    ("قانون", "القانونية"),
    ("تأتي", "أتى"),
    ("تتجه", "اتجه"),
    ("يواجهون", "مواجهة"),
    ("يواجه", "سيواجهون"),
    ("سيؤدي", "أدى"),
    ("يوقع", "سيوقعون"),
    ("للاعبيه", "لاعبون"),
    ("قانونية", "قانون"),
    ("توجيه", "توجيهات"),
    ("توجيهات", "توجيه"),
    ("ذئب", "ذئاب"),
]
STRANGERS = [
    ("جامعة", "الجامع"),
    ("جامع", "جامعات"),
    ("ثلاثة", "ثلاثين"),
    ("الولايات", "ولا"),
    ("وقت", "أوقية"),
    ("تحسين", "تحس"),
    ("أعلى", "إعلان"),
    ("سعد", "سعيد"),
    ("ناصر", "نصر"),
    ("مصر", "إصرار"),
    ("تأمين", "الأمن"),
    ("تفعيل", "بالفعل"),
    ("زياد", "زيادة"),
    ("يبدأ", "يبدي"),
    ("مشروع", "شرع"),
    ("بجميع", "بجامعة"),
    ("خط", "لخطه"),
    ("إدارة", "دار"),
    ("كرة", "فكرة"),
    ("بطاقة", "طاقة"),
    ("ألعاب", "عاب"),
    ("إيجابي", "بموجب"),
    ("حالة", "حالي"),
    ("اليمنية", "أيمن"),
    ("دولة", "ديلي"),
    ("إسكان", "ألاسكا"),
    ("آية", "ولاية"),
    ("توجه", "توج"),
    ("شك", "كشك"),
]


@pytest.mark.parametrize(("word", "form"), KIN)
def test_forms_of_a_word_are_kin(word, form):
    assert is_kin(word, form)


@pytest.mark.parametrize(("word", "form"), STRANGERS)
def test_words_that_only_share_a_stem_are_not(word, form):
    assert not is_kin(word, form)


@given(st.text(alphabet="ابتجدرسعفقكلمنهويء", min_size=1, max_size=9))
@example("بقه")
def test_no_stem_is_told_twice_and_the_own_one_first(word):
    stems = [one.stem for one in kin(word)]
    assert stems[0] == light_stem(word)
    assert len(set(stems)) == len(stems)


@pytest.mark.parametrize("line", lines("lexicon", "language", "apart.txt"))
def test_words_told_apart_have_one_stem_and_the_first_form_finds_the_others_of_its_word(line):
    groups = [[fold(word) for word in group.split()] for group in line.split("|")]
    assert len({light_stem(word) for group in groups for word in group}) == 1
    for group in groups:
        for word in group:
            own = [other for other in chain(*groups) if kin(word)[0].has(other)]
            assert set(group if word == group[0] else [word]) <= set(own)
            assert apart(word) or own_forms(word)


OWN_LETTERS = ["فكرة", "فنادقها", "لجان", "وزارته", "كمال", "ليبيا"]
PUT_ON = ["بكرة", "لمدرسة", "باسم", "وقال", "بقوله"]


@pytest.mark.parametrize("word", OWN_LETTERS)
def test_a_first_letter_may_be_the_words_own(word):
    assert has_own_letter(fold(word))


@pytest.mark.parametrize("word", PUT_ON)
def test_or_written_onto_it(word):
    assert not has_own_letter(fold(word))


@pytest.mark.parametrize(
    ("word", "is_own"),
    [("ألعاب", True), ("ألبوم", True), ("المدرسة", False), ("الهام", False), ("ألمانيا", True)],
)
def test_an_article_may_be_the_words_own(word, is_own):
    assert has_own_article(fold(word)) is is_own


def test_particles_are_stop_words_and_verbs_are_none():
    assert particles() < stop_words()
    assert "ولا" in particles()
    assert "قال" not in particles()
