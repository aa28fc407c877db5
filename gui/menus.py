"""The menu bar, built from the table of actions and the choices of the settings."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from gui.actions import COMMANDS, MENUS, Command, shown_keys, translated
from gui.language import QT_TRANSLATE_NOOP
from gui.settings import Settings
from gui.wording import isolated

# setting, its title, its values with their names
CHOICES = (
    (
        "theme",
        QT_TRANSLATE_NOOP("menus", "المظهر"),
        (
            ("system", QT_TRANSLATE_NOOP("menus", "كما في النظام")),
            ("light", QT_TRANSLATE_NOOP("menus", "نهاري")),
            ("dark", QT_TRANSLATE_NOOP("menus", "ليلي")),
        ),
    ),
    (
        "sort",
        QT_TRANSLATE_NOOP("menus", "ترتيب القائمة"),
        (
            ("relevance", QT_TRANSLATE_NOOP("menus", "الأوثق صلة")),
            ("newest", QT_TRANSLATE_NOOP("menus", "الأحدث")),
            ("oldest", QT_TRANSLATE_NOOP("menus", "الأقدم")),
        ),
    ),
    ("language", QT_TRANSLATE_NOOP("menus", "اللغة"), (("ar", "العربية"), ("en", "English"))),
    (
        "digits",
        QT_TRANSLATE_NOOP("menus", "الأرقام"),
        (("latin", "123"), ("arabic", "١٢٣")),
    ),
    (
        "months",
        QT_TRANSLATE_NOOP("menus", "أسماء الأشهر"),
        (
            ("gulf", QT_TRANSLATE_NOOP("menus", "يناير، فبراير (الخليج ومصر)")),
            ("levant", QT_TRANSLATE_NOOP("menus", "كانون الثاني، شباط (الشام والعراق)")),
            ("morocco", QT_TRANSLATE_NOOP("menus", "يوليوز، غشت (المغرب)")),
            ("algeria", QT_TRANSLATE_NOOP("menus", "جانفي، فيفري (الجزائر وتونس)")),
            ("both", QT_TRANSLATE_NOOP("menus", "يناير (كانون الثاني)")),
        ),
    ),
    (
        "calendar",
        QT_TRANSLATE_NOOP("menus", "التقويم"),
        (
            ("gregorian", QT_TRANSLATE_NOOP("menus", "الميلادي")),
            ("hijri", QT_TRANSLATE_NOOP("menus", "الهجري أولًا")),
            ("both", QT_TRANSLATE_NOOP("menus", "الميلادي ثم الهجري")),
        ),
    ),
)


def fill(bar: QMenuBar, actions: Mapping[str, QAction], settings: Settings) -> dict[str, QMenu]:
    """Put every action into its menu and the settings' choices under "view"."""
    menus: dict[str, QMenu] = {}
    for name, text in MENUS:
        menu = bar.addMenu(translated(text))
        menus[name] = menu
        for command in COMMANDS:
            if command.menu != name:
                continue
            if command.after_separator:
                menu.addSeparator()
            menu.addAction(actions[command.id])
            _keep_keys_whole(actions[command.id], command)
    menus["view"].addSeparator()
    for key, title, values in CHOICES:
        menus[key] = choice_menu(menus["view"], key, title, values, settings)
    return menus


def _keep_keys_whole(action: QAction, command: Command) -> None:
    """Write keys that end in a sign so that a menu from right to left does not turn them round."""
    keys = shown_keys(command, right_to_left=False).split("   ")[0]
    if len(keys) > 1 and not keys[-1].isalnum():
        action.setText(f"{action.text()}\t{isolated(keys)}")


def choice_menu(
    parent: QMenu, key: str, title: str, values: tuple[tuple[str, str], ...], settings: Settings
) -> QMenu:
    """A submenu in which one value of the setting ``key`` is ticked."""
    menu = parent.addMenu(QCoreApplication.translate("menus", title))
    group = QActionGroup(menu)
    actions: dict[str, QAction] = {}
    for value, text in values:
        action = actions[value] = QAction(QCoreApplication.translate("menus", text), menu)
        action.setCheckable(True)
        action.triggered.connect(lambda _=False, value=value: settings.set(key, value))
        group.addAction(action)
        menu.addAction(action)
    actions[settings.text(key)].setChecked(True)
    menu.aboutToShow.connect(lambda: actions[settings.text(key)].setChecked(True))
    return menu
