import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.sentences import sentences
from newsarchive.families import differences as module
from newsarchive.families.differences import differences
from tests.newsarchive.families.reports import AGENCY, CUT, NEW_LEAD, TOLL


def kinds(one, other):
    return [difference.kind for difference in differences(one, other)]


def test_a_copy_differs_in_nothing_but_spelling():
    assert set(kinds(AGENCY, AGENCY.replace("إ", "ا").replace("،", ""))) == {"same"}
    (same,) = differences("قالَ: نعم.", "قال، نعم!")
    assert (same.kind, same.first, same.second) == ("same", "قالَ: نعم.", "قال، نعم!")


def test_a_copy_cut_short_lacks_the_last_sentences():
    assert kinds(AGENCY, CUT) == ["same"] * 3 + ["first"] * 3
    assert kinds(CUT, AGENCY) == ["same"] * 3 + ["second"] * 3


def test_another_first_sentence_stands_beside_nothing():
    assert kinds(AGENCY, NEW_LEAD)[:3] == ["first", "second", "same"]


def test_a_changed_sentence_shows_the_words_that_changed():
    changed, *rest = differences(TOLL.format(dead=14, hurt=40), TOLL.format(dead=21, hurt=40))
    assert changed.kind == "changed"
    assert [changed.first[slice(*span)] for span in changed.first_spans] == ["14"]
    assert [changed.second[slice(*span)] for span in changed.second_spans] == ["21"]
    assert {difference.kind for difference in rest} == {"same"}


def test_words_added_and_dropped():
    (changed,) = differences("زار الوزير أمس مدينة صور.", "زار معالي الوزير مدينة صور.")
    assert [changed.first[slice(*span)] for span in changed.first_spans] == ["أمس"]
    assert [changed.second[slice(*span)] for span in changed.second_spans] == ["معالي"]


def test_of_several_changed_sentences_each_stands_beside_its_own():
    one = "وصل الوزير إلى صحار صباح أمس. سجل المؤشر ارتفاعا كبيرا. قال المدير إن العمل مستمر."
    other = "كلام جديد تماما هنا. وصل الوزير إلى صحار مساء أمس. قال المدير إن العمل متواصل."
    assert kinds(one, other) == ["second", "changed", "first", "changed"]


def test_nothing_against_nothing_and_something():
    assert differences("", "") == ()
    assert kinds("", "جملة.") == ["second"]
    assert kinds("- - -", "* * *") == ["same"]


def test_texts_too_long_to_align_are_shown_one_after_the_other(monkeypatch):
    monkeypatch.setattr(module, "MOST_PAIRS", 3)
    shown = kinds("سافر زيد.\nعاد بكر.", "سافر زيد أمس.\nعاد بكر أمس.")
    assert shown == ["first", "first", "second", "second"]


pieces = st.lists(st.sampled_from(["سافر زيد أمس.", "سافر زيد غدا.", "عاد عمرو!", "لا شيء", "12"]))
texts = pieces.map("\n".join)


@given(texts, texts)
def test_every_sentence_of_both_is_shown_once_in_its_order(one, other):
    found = differences(one, other)
    assert [d.first for d in found if d.kind != "second"] == [s.text for s in sentences(one)]
    assert [d.second for d in found if d.kind != "first"] == [s.text for s in sentences(other)]


@pytest.mark.parametrize("text", [AGENCY, TOLL])
def test_a_text_is_the_same_as_itself(text):
    assert set(kinds(text, text)) == {"same"}
