"""Arabic for places that neither join letters nor order them: some terminals, some design programs.

A window needs none of this: Qt joins and orders by itself. Here stand the three true needs: text
prepared for a terminal without bidi, text taken from a page in the order it is seen, and the
direction of a paragraph. After the Unicode Bidirectional Algorithm (UAX 9).
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

Direction = Literal["rtl", "ltr"]
Shape = Literal["auto", "always", "never"]

_WITH_BIDI = ("KONSOLE_VERSION", "MLTERM")
_PROGRAMS_WITH_BIDI = {"Apple_Terminal", "mintty"}
_VTE_WITH_BIDI = 5800
_PROGRAMS_WITHOUT_BIDI = {"vscode", "WezTerm", "Hyper", "Tabby"}
_TERMS_WITHOUT_BIDI = ("linux", "rxvt", "alacritty", "foot", "st-", "eterm")
_CONTROLS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_JOINED_BEFORE = {"<medial>", "<final>"}
_JOINED_AFTER = {"<initial>", "<medial>"}


def base_direction(text: str, default: Direction = "rtl") -> Direction:
    """The direction most of the paragraph's letters have.

    The first strong letter decides only between equals: «BBC عربي» is Arabic. Without any letter,
    as in «2025», the direction is that of the surroundings, ``default``.
    """
    right = left = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        right += kind in ("R", "AL")
        left += kind == "L"
    if right == left == 0:
        return default
    if right != left:
        return "rtl" if right > left else "ltr"
    from bidi import get_base_level

    return "rtl" if get_base_level(text) else "ltr"


def has_right_to_left(text: str) -> bool:
    """Whether anything in the text runs from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def shaped(text: str, *, keep_marks: bool = False) -> str:
    """The text joined and put in the order it is seen, line by line.

    For what draws characters one by one from left to right. It can be neither searched nor edited
    afterwards. Tashkeel is taken off unless ``keep_marks``: most such programs misplace it.
    """
    return "\n".join(_shaped_line(line, keep_marks) for line in text.split("\n"))


def _shaped_line(line: str, keep_marks: bool) -> str:
    if not has_right_to_left(line):
        return line
    direction: Direction = base_direction(line)
    joined = _reshaper(keep_marks).reshape(line)
    return reordered(joined, direction)


def reordered(line: str, direction: Direction) -> str:
    """The line in the order it is seen, or back: the reordering undoes itself.

    Of python-bidi's two algorithms only the older one turns brackets round; it stops at characters
    that Unicode has not assigned, so lines that hold any are given to the newer one.
    """
    base = "R" if direction == "rtl" else "L"
    line = line.translate(_CONTROLS)
    if all(map(unicodedata.bidirectional, line)):
        from bidi.algorithm import get_display

        return str(get_display(line, base_dir=base))
    from bidi import get_display as get_display_unmirrored

    return str(get_display_unmirrored(line, base_dir=base))


@cache
def _reshaper(keep_marks: bool) -> "ArabicReshaper":
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"delete_harakat": not keep_marks, "support_ligatures": True})


def logical(text: str) -> str:
    """Text with presentation forms as it would be typed: in reading order, in plain letters.

    PDF files often give the shapes of letters («ﺐﺘﻛ») instead of letters, some of them in the order
    they are seen. The order is turned only where the shapes themselves prove that it is reversed.
    Text without presentation forms is returned as it is.
    """
    lines = text.split("\n")
    joined = [line for line in lines if any(map(_shape_of, line))]
    if not joined:
        return text
    if _are_reversed(joined):
        turn = set(joined)
        lines = [reordered(one, "rtl") if one in turn else one for one in lines]
    return "\n".join("".join(map(_plain, line)) for line in lines)


def _are_reversed(lines: Iterable[str]) -> bool:
    """Whether the shapes make sense as joined words more often from the end than from the start."""
    forwards = backwards = 0
    for word in (word for line in lines for word in line.split()):
        shapes = [shape for shape in map(_shape_of, word) if shape]
        forwards += _misfits(shapes)
        backwards += _misfits(shapes[::-1])
    return forwards > backwards


def _misfits(shapes: Sequence[str]) -> int:
    """How often a joining shape meets one that does not join, or the reverse."""
    apart = ["", *shapes, ""]
    return sum(
        (before in _JOINED_AFTER) != (after in _JOINED_BEFORE) for before, after in pairwise(apart)
    )


def _shape_of(character: str) -> str:
    """Which place in a word this presentation form is for, "" for all other characters."""
    if not ("\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc"):
        return ""
    shape = unicodedata.decomposition(character).partition(" ")[0]
    return shape if shape in _JOINED_BEFORE | _JOINED_AFTER | {"<isolated>"} else ""


def _plain(character: str) -> str:
    return unicodedata.normalize("NFKC", character) if _shape_of(character) else character


def needs_shaping(mode: Shape, *, is_terminal: bool, environment: Mapping[str, str]) -> bool:
    """Whether output should be shaped: "auto" for terminals known to have no bidi, never in a pipe.

    Known with bidi: VTE from 0.58 (GNOME Terminal and its kin), Konsole, mlterm, mintty, Apple's
    Terminal. Known without: the Linux console, xterm, rxvt, Alacritty, foot, st, xterm.js. Of an
    unknown terminal nothing is assumed, and its text stays whole.
    """
    if mode != "auto":
        return mode == "always"
    return is_terminal and not _has_bidi(environment) and _lacks_bidi(environment)


def _has_bidi(environment: Mapping[str, str]) -> bool:
    vte = environment.get("VTE_VERSION", "")
    if vte.isdecimal() and int(vte) >= _VTE_WITH_BIDI:
        return True
    if environment.get("TERM_PROGRAM") in _PROGRAMS_WITH_BIDI:
        return True
    return any(name in environment for name in _WITH_BIDI)


def _lacks_bidi(environment: Mapping[str, str]) -> bool:
    if environment.get("TERM_PROGRAM") in _PROGRAMS_WITHOUT_BIDI:
        return True
    return "XTERM_VERSION" in environment or environment.get("TERM", "").startswith(
        _TERMS_WITHOUT_BIDI
    )
