"""Tokens, fonts and text size."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from gui.appearance import Colours, read_colours
from gui.icons import icon
from resources import resource

# ink on ground, wherever the two meet on screen
TEXT = [
    *((ink, ground) for ink in ("ink", "muted") for ground in ("window", "surface", "page")),
    *((ink, ground) for ink in ("ink", "muted") for ground in ("selection", "hover", "share")),
    *(("accent", ground) for ground in ("window", "surface", "page", "hover")),
    *(("exclude", ground) for ground in ("window", "surface", "share", "hover")),
    ("on_accent", "accent"),
    ("on_accent", "include"),
    ("on_accent", "exclude"),
    ("on_highlight", "highlight"),
    ("ink", "highlight"),
]
# shapes that mean something: 3 to 1 is asked of them
SHAPES = [
    *((shape, "surface") for shape in ("bar", "accent", "include", "exclude")),
    ("accent", "selection"),
    ("bar", "page"),
    ("accent", "bar_ground"),
]


def luminance(colour):
    def part(value):
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (part(int(colour[n : n + 2], 16)) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_is_readable(theme, ink, ground):
    colours = read_colours(theme)
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_are_visible(theme, shape, ground):
    colours = read_colours(theme)
    assert contrast(getattr(colours, shape), getattr(colours, ground)) >= 3


def test_both_themes_have_every_token():
    for theme in ("light", "dark"):
        colours = read_colours(theme)
        assert all(QColor(getattr(colours, f.name)).isValid() for f in fields(Colours))


def test_the_style_sheet_knows_no_colour_of_its_own():
    text = resource("styles", "window.qss").read_text("utf-8")
    assert "rgb" not in text
    assert not [word for word in text.split() if word.startswith("#") and word[1:2].isdigit()]


def test_text_grows_everywhere_and_not_for_ever(appearance):
    before = appearance.font("title").pixelSize(), appearance.measure("list_row")
    for _ in range(30):
        appearance.larger(1)
    assert appearance.scale == 2.0
    assert (appearance.font("title").pixelSize(), appearance.measure("list_row")) == tuple(
        2 * n for n in before
    )
    for _ in range(30):
        appearance.larger(-1)
    assert appearance.scale == 0.8
    appearance.larger(0)
    assert appearance.font("title").pixelSize() == before[0]


def test_dark_and_light(appearance, settings, qapp):
    settings.set("theme", "dark")
    assert appearance.dark
    assert qapp.palette().window().color() == QColor(read_colours("dark").window)
    settings.set("theme", "light")
    assert not appearance.dark


def test_the_system_is_followed_only_when_asked(appearance, settings, qtbot):
    told = []
    appearance.changed.connect(lambda: told.append(1))
    appearance._follow_system()
    assert told == []
    settings.set("theme", "system")
    appearance._follow_system()
    assert len(told) == 2


@pytest.mark.parametrize(
    "name", [entry.name for entry in resource("icons").iterdir() if entry.name.endswith(".svg")]
)
def test_every_drawing_can_be_drawn(qapp, name):
    drawn = icon(name.removesuffix(".svg"), QColor("#0F6B66")).pixmap(20, 20).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(20) for y in range(20))


def test_the_reading_font_is_not_that_of_the_window(appearance):
    assert QApplication.font().pixelSize() == appearance.font("interface").pixelSize()
    assert appearance.line_height("reading") >= appearance.font("reading").pixelSize() * 1.7
