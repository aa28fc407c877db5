"""Everything the window can do, found by a few letters of its name in either language."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction, QGuiApplication

from gui.actions import COMMANDS, shown_keys, translated
from gui.menus import CHOICES
from gui.settings import Settings
from newsarchive.arabic.fold import fold
from newsarchive.arabic.stem import bare
from resources import resource


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done.

    Attributes:
        other: its name in the language that the window does not speak.
        keys: as a person reads them.
        is_ready: whether it can be done now.
    """

    name: str
    other: str
    act: Callable[[], object]
    keys: str = ""
    is_ready: bool = True


def entries(
    actions: Mapping[str, QAction], settings: Settings, more: Iterable[Entry] = ()
) -> tuple[Entry, ...]:
    """Every command, every value of the settings that menus hold, and ``more``."""
    other = _other_language(settings.text("language"))
    return (*_commands(actions, other), *more, *_choices(settings, other))


def found(every: Sequence[Entry], typed: str) -> list[Entry]:
    """Those whose names have what is typed, the closest first; all of them for nothing."""
    wanted = fold(" ".join(typed.split()))
    ranked = ((_distance(wanted, one), place, one) for place, one in enumerate(every))
    kept = [(distance, place, one) for distance, place, one in ranked if distance is not None]
    return [one for _, _, one in sorted(kept, key=lambda ranked: ranked[:2])]


def _distance(wanted: str, entry: Entry) -> int | None:
    distances = [_apart(wanted, fold(name)) for name in (entry.name, entry.other)]
    known = [distance for distance in distances if distance is not None]
    return min(known) if known else None


def _apart(wanted: str, name: str) -> int | None:
    """0 where a name begins so, then a word of it, its words in any order, its letters."""
    words, sought = name.split(), wanted.split()
    begun = (*words, *map(bare, words))
    if name.startswith(wanted):
        return 0
    if len(sought) == 1 and any(word.startswith(wanted) for word in begun):
        return 1
    if all(any(word.startswith(one) for word in begun) for one in sought):
        return 2
    if wanted in name:
        return 3
    letters = iter(name)
    return 4 if all(letter in letters for letter in wanted if letter != " ") else None


def _commands(actions: Mapping[str, QAction], other: Callable[[str, str], str]) -> Iterator[Entry]:
    right_to_left = QGuiApplication.isRightToLeft()
    for command in COMMANDS:
        if command.id == "palette":
            continue
        action = actions[command.id]
        keys = shown_keys(command, right_to_left=right_to_left).split("   ")[0]
        name, ready = translated(command.text), action.isEnabled()
        yield Entry(name, other("actions", command.text), action.trigger, keys, ready)


def _choices(settings: Settings, other: Callable[[str, str], str]) -> Iterator[Entry]:
    def said(text: str) -> str:
        return QCoreApplication.translate("menus", text)

    for key, title, values in CHOICES:
        for value, text in values:
            name = f"{said(title)}: {said(text)}"
            twin = f"{other('menus', title)}: {other('menus', text)}"
            yield Entry(name, twin, partial(settings.set, key, value))


def _other_language(language: str) -> Callable[[str, str], str]:
    """What gives a text of the tables, which are Arabic, in the language not spoken."""
    if language == "en":
        return lambda context, text: text.rstrip("…")
    english = QTranslator()
    english.load("qusasat_en", str(resource("translations")))
    return lambda context, text: (english.translate(context, text) or text).rstrip("…")
