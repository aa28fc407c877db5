"""Colours, fonts and sizes: tokens of ``resources/styles`` made into palette, style and fonts.

``light.json`` and ``dark.json`` give colours: every pair that meets on screen keeps WCAG AA. In
``type.json`` stand, in device-independent pixels at 100 % text size and on a grid of 4, the sizes
of parts; ``families``, of which the first that is installed is used and the rest fill in letters
it lacks; and ``roles``, each a family, its pixels, the pixels of a line, the weight. All three are
read before the first paint, so they are in a format that is read at once.
"""

import json
import string
from dataclasses import dataclass, fields
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from gui.settings import Settings
from resources import resource

SMALLEST, LARGEST, STEP = 80, 200, 10


@dataclass(frozen=True, slots=True)
class Colours:
    """The colour tokens of one theme, as ``#RRGGBB``."""

    window: str
    surface: str
    page: str
    ink: str
    muted: str
    hairline: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    highlight: str
    on_highlight: str
    include: str
    exclude: str
    bar: str
    bar_ground: str
    share: str


def read_colours(theme: str) -> Colours:
    """The tokens of "light" or "dark"."""
    return Colours(**_tokens(theme))


def installed_families(name: str) -> list[str]:
    """The families of ``type.json`` under a name that this machine has, the first choice first."""
    families: list[str] = _tokens("type")["families"][name]
    installed = set(QFontDatabase.families())
    return [family for family in families if family in installed]


def _tokens(name: str) -> dict[str, Any]:
    text = resource("styles", f"{name}.json").read_text(encoding="utf-8")
    tokens: dict[str, Any] = json.loads(text)
    return tokens


class Appearance(QObject):
    """What the window looks like now; ``changed`` asks everything drawn by hand to draw again."""

    changed = Signal()

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        type_tokens = _tokens("type")
        self._roles: dict[str, list[Any]] = type_tokens["roles"]
        self._measures: dict[str, int] = type_tokens["measures"]
        self._families: dict[str, list[str]] = {}
        self._fonts: dict[str, QFont] = {}
        self._inks: dict[str, QColor] = {}
        self.scale = 1.0
        self.colours = read_colours("light")
        self.apply()
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        settings.changed.connect(self._follow_setting)

    @property
    def dark(self) -> bool:
        """Whether the window is dark now."""
        theme = self._settings.text("theme")
        if theme == "system":
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return theme == "dark"

    def apply(self) -> None:
        """Read the settings and dress the whole application."""
        self.colours = read_colours("dark" if self.dark else "light")
        self.scale = min(LARGEST, max(SMALLEST, self._settings.number("text_size"))) / 100
        self._fonts.clear()
        self._inks.clear()
        self._application.setFont(self.font("interface"))
        self._application.setPalette(self._palette())
        self._application.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def colour(self, token: str) -> QColor:
        """The colour of a token, to paint with."""
        colour = self._inks.get(token)
        if colour is None:
            colour = self._inks[token] = QColor(getattr(self.colours, token))
        return QColor(colour)

    def font(self, role: str) -> QFont:
        """The font of a role of ``type.json`` at the reader's text size."""
        font = self._fonts.get(role)
        if font is None:
            family, pixels, _, weight = self._roles[role]
            font = QFont()
            if family not in self._families:
                chosen = self._settings.text(f"{family}_font")
                installed = installed_families(family)
                self._families[family] = [chosen, *installed] if chosen else installed
            if self._families[family]:
                font.setFamilies(self._families[family])
            font.setPixelSize(round(pixels * self.scale))
            font.setWeight(QFont.Weight(weight))
            self._fonts[role] = font
        return font

    def line_height(self, role: str) -> int:
        """The distance of two base lines of a role, in pixels at the reader's text size."""
        return round(float(self._roles[role][2]) * self.scale)

    def measure(self, name: str) -> int:
        """A measure of ``type.json`` at the reader's text size."""
        return round(self._measures[name] * self.scale)

    def px(self, pixels: float) -> int:
        """``pixels`` at the reader's text size."""
        return round(pixels * self.scale)

    def larger(self, steps: int) -> None:
        """Make all text larger, with negative ``steps`` smaller, with 0 as at first."""
        size = 100 if steps == 0 else self._settings.number("text_size") + steps * STEP
        self._settings.set("text_size", min(LARGEST, max(SMALLEST, size)))

    def _follow_system(self) -> None:
        if self._settings.text("theme") == "system":
            self.apply()

    def _follow_setting(self, key: str) -> None:
        if key in {"interface_font", "reading_font"}:
            self._families.clear()
        if key in {"theme", "text_size", "interface_font", "reading_font"}:
            self.apply()

    def _style_sheet(self) -> str:
        template = string.Template(resource("styles", "window.qss").read_text(encoding="utf-8"))
        return template.substitute({f.name: getattr(self.colours, f.name) for f in fields(Colours)})

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        tokens = {
            role.Window: "window", role.WindowText: "ink", role.Base: "surface",
            role.AlternateBase: "hover", role.Text: "ink", role.Button: "surface",
            role.ButtonText: "ink", role.Highlight: "accent", role.HighlightedText: "on_accent",
            role.PlaceholderText: "muted", role.ToolTipBase: "surface", role.ToolTipText: "ink",
            role.Link: "accent", role.LinkVisited: "accent", role.Mid: "hairline",
            role.Midlight: "hairline", role.Dark: "bar", role.Light: "surface",
            role.Accent: "accent",
        }  # fmt: skip
        palette = QPalette()
        for where, token in tokens.items():
            palette.setColor(where, self.colour(token))
        for where in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, where, self.colour("muted"))
        return palette
