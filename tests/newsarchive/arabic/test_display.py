import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.arabic.display import (
    base_direction,
    has_right_to_left,
    logical,
    needs_shaping,
    shaped,
)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("قصاصات", "rtl"),
        ("Press cuttings", "ltr"),
        ("BBC عربي", "rtl"),
        ("قال Reuters News Agency اليوم", "ltr"),
        ("أب ab", "rtl"),
        ("ab أب", "ltr"),
        ("2025", "rtl"),
        ("١٥/١٢/٢٠٢٥", "rtl"),
        ("", "rtl"),
    ],
)
def test_the_direction_of_a_paragraph(text, direction):
    assert base_direction(text) == direction


def test_a_text_without_letters_goes_with_its_surroundings():
    assert base_direction("(15)", "ltr") == "ltr"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("abc", "abc"),
        ("سلام", "ﻡﻼﺳ"),
        ("سَلَام", "ﻡﻼﺳ"),
        ("15 كتب", "ﺐﺘﻛ 15"),
        ("كتب ABC", "ABC ﺐﺘﻛ"),
        ("(كتب)", "(ﺐﺘﻛ)"),
        ("كتب\nabc", "ﺐﺘﻛ\nabc"),
        ("\u2068كتب\u2069", "ﺐﺘﻛ"),
        ("the word كتب here", "the word ﺐﺘﻛ here"),
        ("كتب \U00018d09", "\U00018d09 ﺐﺘﻛ"),
    ],
)
def test_text_for_a_terminal_without_bidi(text, seen):
    assert shaped(text) == seen


def test_marks_are_kept_on_demand():
    assert "\u064e" in shaped("كَتب", keep_marks=True)
    assert "\u064e" not in shaped("كَتب")


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("abc", "abc"),
        ("كتب", "كتب"),
        ("ﺐﺘﻛ", "كتب"),
        ("ﻛﺘﺐ", "كتب"),
        ("ﻡﻼﺳ", "سلام"),
        ("2025 ﻡﺎﻋ ﺔﻟﻭﺪﻟﺍ ﺖﻣﺪﻗ", "قدمت الدولة عام 2025"),
        ("ﺐﺘﻛ\nabc", "كتب\nabc"),
        ("ﷺ", "ﷺ"[:0] + unicodedata.normalize("NFKC", "ﷺ")),
    ],
)
def test_text_as_pdf_files_give_it(found, meant):
    assert logical(found) == meant


WORDS = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=4, max_size=9)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_what_was_shaped_can_be_read_back(words):
    text = " ".join(words)
    visual = shaped(text)
    if any("<medial>" in unicodedata.decomposition(c) for c in visual):
        assert logical(visual) == text


@given(st.text())
def test_no_text_makes_it_fail(text):
    shaped(text)
    logical(text)
    base_direction(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_text_from_left_to_right_is_left_alone(text):
    assert not has_right_to_left(text)
    assert shaped(text) == text == logical(text)


@pytest.mark.parametrize(
    ("environment", "shapes"),
    [
        ({"TERM": "linux"}, True),
        ({"TERM": "alacritty"}, True),
        ({"TERM": "foot-extra"}, True),
        ({"TERM": "rxvt-unicode-256color"}, True),
        ({"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7006"}, False),
        ({"TERM": "linux", "VTE_VERSION": "5202"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "rxvt", "MLTERM": "3.9"}, False),
        ({"TERM": "xterm", "KONSOLE_VERSION": "230800", "XTERM_VERSION": "x"}, False),
        ({}, False),
    ],
)
def test_only_terminals_known_to_need_it_are_given_shaped_text(environment, shapes):
    assert needs_shaping("auto", is_terminal=True, environment=environment) is shapes
    assert not needs_shaping("auto", is_terminal=False, environment=environment)
    assert needs_shaping("always", is_terminal=False, environment=environment)
    assert not needs_shaping("never", is_terminal=True, environment=environment)
