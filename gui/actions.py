"""Every command in one table: words, keys, help; menus, tool tips and shortcuts sheet read it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gui.language import QT_TRANSLATE_NOOP

# The Arabic letter on the same key of the common (101) Arabic layout.
ARABIC_KEYS = dict(zip("QWERTYUIOPASDFGHJKLZXCVNM/?", "ضصثقفغعهخحشسيبلاتنمئءؤرىةظ؟", strict=True))


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table.

    Attributes:
        id: the name the window connects a handler to.
        menu: the menu it stands in; "" for none.
        text: as the menu shows it, untranslated.
        keys: the first is shown in menus; each letter also works on its key of an Arabic keyboard.
        help: a sentence more for tool tip and shortcuts sheet, untranslated.
        mirrored: Left and Right change places in a right-to-left window.
        after_separator: a line stands above it in its menu.
        is_switch: it is on or off, and its menu shows which.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    help: str = ""
    mirrored: bool = False
    after_separator: bool = False
    is_switch: bool = False


MENUS = (
    ("file", QT_TRANSLATE_NOOP("actions", "ملف")),
    ("edit", QT_TRANSLATE_NOOP("actions", "تحرير")),
    ("view", QT_TRANSLATE_NOOP("actions", "عرض")),
    ("go", QT_TRANSLATE_NOOP("actions", "انتقال")),
    ("search", QT_TRANSLATE_NOOP("actions", "بحث")),
    ("article", QT_TRANSLATE_NOOP("actions", "المقال")),
    ("names", QT_TRANSLATE_NOOP("actions", "الأسماء")),
    ("help", QT_TRANSLATE_NOOP("actions", "مساعدة")),
)

COMMANDS = (
    Command("new_archive", "file", QT_TRANSLATE_NOOP("actions", "أرشيف جديد…"), ("Ctrl+N",)),
    Command("open_archive", "file", QT_TRANSLATE_NOOP("actions", "فتح أرشيف…"), ("Ctrl+O",)),
    Command(
        "open_recent", "file", QT_TRANSLATE_NOOP("actions", "فتح أرشيف حديث…"), ("Ctrl+R",),
        QT_TRANSLATE_NOOP("actions", "ما فُتح أخيرًا، يُختار ببعض اسمه"),
    ),
    Command(
        "new_window", "file", QT_TRANSLATE_NOOP("actions", "نافذة أخرى"), ("Ctrl+Shift+N",),
        QT_TRANSLATE_NOOP("actions", "على الأرشيف نفسه"),
    ),
    Command(
        "restore_backup", "file", QT_TRANSLATE_NOOP("actions", "استعادة نسخة احتياطية…"), (),
        QT_TRANSLATE_NOOP("actions", "تأخذ مكان الأرشيف المفتوح، ويبقى ملفه باسم آخر"),
    ),
    Command(
        "import_files", "file", QT_TRANSLATE_NOOP("actions", "استيراد ملفات…"), ("Ctrl+I",),
        QT_TRANSLATE_NOOP("actions", "أو اسحب الملفات والمجلدات إلى النافذة"), after_separator=True,
    ),
    Command(
        "import_folder", "file", QT_TRANSLATE_NOOP("actions", "استيراد مجلد…"), ("Ctrl+Shift+I",),
    ),
    Command(
        "import_table", "file", QT_TRANSLATE_NOOP("actions", "استيراد جدول…"), ("Ctrl+T",),
        QT_TRANSLATE_NOOP("actions", "بعد اختيار أعمدته"),
    ),
    Command(
        "watch_folders", "file", QT_TRANSLATE_NOOP("actions", "المجلدات المراقبة…"),
        ("Ctrl+Shift+W",),
        QT_TRANSLATE_NOOP("actions", "ما يصل إليها يُستورد من تلقائه"),
    ),
    Command(
        "export", "file", QT_TRANSLATE_NOOP("actions", "تصدير…"), ("Ctrl+Shift+E",),
        QT_TRANSLATE_NOOP("actions", "المقالات المحددة، أو كل ما في القائمة إذا لم يُحدد إلا واحد"),
        after_separator=True,
    ),
    Command(
        "save_pdf", "file", QT_TRANSLATE_NOOP("actions", "حفظ بصيغة PDF…"), ("Ctrl+Shift+S",),
        QT_TRANSLATE_NOOP("actions", "المقال المفتوح، أو المقالات المحددة، كقصاصات"),
    ),
    Command("print", "file", QT_TRANSLATE_NOOP("actions", "طباعة…"), ("Ctrl+P",)),
    Command(
        "quit", "file", QT_TRANSLATE_NOOP("actions", "خروج"), ("Ctrl+Q",), after_separator=True,
    ),
    Command(
        "undo", "edit", QT_TRANSLATE_NOOP("actions", "تراجع"), ("Ctrl+Z",),
        QT_TRANSLATE_NOOP("actions", "عن آخر ما غيّرته في الأرشيف"),
    ),
    Command("redo", "edit", QT_TRANSLATE_NOOP("actions", "إعادة"), ("Ctrl+Shift+Z",)),
    Command(
        "copy", "edit", QT_TRANSLATE_NOOP("actions", "نسخ"), ("Ctrl+C",), after_separator=True,
    ),
    Command(
        "copy_citation", "edit", QT_TRANSLATE_NOOP("actions", "نسخ كإشارة مرجعية"),
        ("Ctrl+Shift+C",),
        QT_TRANSLATE_NOOP("actions", "العنوان والصحيفة والتاريخ ورابط المقال المفتوح"),
    ),
    Command(
        "copy_shaped", "edit", QT_TRANSLATE_NOOP("actions", "نسخ لبرامج لا تعرف العربية"),
        ("Ctrl+Shift+X",),
        QT_TRANSLATE_NOOP("actions", "حروف موصولة بترتيب رؤيتها، لبرامج التصميم والترجمة المرئية"),
    ),
    Command(
        "clear_choices", "edit", QT_TRANSLATE_NOOP("actions", "إزالة كل المرشحات"),
        ("Ctrl+Backspace",), QT_TRANSLATE_NOOP("actions", "تبقى كلمات البحث"), after_separator=True,
    ),
    Command(
        "preferences", "edit", QT_TRANSLATE_NOOP("actions", "التفضيلات…"), ("Ctrl+,",),
        after_separator=True,
    ),
    Command(
        "toggle_facets", "view", QT_TRANSLATE_NOOP("actions", "إظهار المرشحات أو إخفاؤها"), ("F9",),
    ),
    Command(
        "count_once", "view", QT_TRANSLATE_NOOP("actions", "النسخ مرة واحدة"), ("Ctrl+D",),
        QT_TRANSLATE_NOOP("actions", "الخبر المنشور في عدة صحف مقال واحد في القائمة والأعداد"),
        is_switch=True,
    ),
    Command(
        "exactly", "view", QT_TRANSLATE_NOOP("actions", "تمامًا كما كُتب"), ("Ctrl+E",),
        QT_TRANSLATE_NOOP("actions", "الكلمات بحروفها، بلا تصريف ولا تقريب"), is_switch=True,
    ),
    Command(
        "compare", "view", QT_TRANSLATE_NOOP("actions", "مقارنة النسخ…"), ("C",),
        QT_TRANSLATE_NOOP("actions", "المقال المفتوح ونسخه في صحف أخرى، جملةً جملة"),
    ),
    Command(
        "larger", "view", QT_TRANSLATE_NOOP("actions", "تكبير النص"), ("Ctrl++", "Ctrl+="),
        after_separator=True,
    ),
    Command("smaller", "view", QT_TRANSLATE_NOOP("actions", "تصغير النص"), ("Ctrl+-",)),
    Command("normal_size", "view", QT_TRANSLATE_NOOP("actions", "الحجم الأصلي"), ("Ctrl+0",)),
    Command(
        "palette", "go", QT_TRANSLATE_NOOP("actions", "كل الأوامر…"),
        ("Ctrl+Shift+P", "Ctrl+Shift+K"),
        QT_TRANSLATE_NOOP("actions", "يُكتب اسم الأمر أو بعضه، بالعربية أو الإنجليزية"),
    ),
    Command(
        "focus_search", "go", QT_TRANSLATE_NOOP("actions", "البحث"), ("Ctrl+K", "/", "F6"),
    ),
    Command("focus_facets", "go", QT_TRANSLATE_NOOP("actions", "المرشحات"), ("F", "F7")),
    Command("focus_list", "go", QT_TRANSLATE_NOOP("actions", "قائمة المقالات"), ("L", "F8")),
    Command(
        "focus_article", "go", QT_TRANSLATE_NOOP("actions", "نص المقال"), ("R",),
        QT_TRANSLATE_NOOP("actions", "أو اضغط مفتاح الإدخال في القائمة"),
    ),
    Command(
        "caret", "go", QT_TRANSLATE_NOOP("actions", "مؤشر في نص المقال"), ("V",),
        QT_TRANSLATE_NOOP("actions", "تحركه الأسهم، ومع Shift تحدد النص"),
    ),
    Command(
        "find", "article", QT_TRANSLATE_NOOP("actions", "البحث في المقال…"), ("Ctrl+F",),
        QT_TRANSLATE_NOOP("actions", "بأي رسم للكلمة"),
    ),
    Command("find_next", "article", QT_TRANSLATE_NOOP("actions", "الموضع التالي"), ("F3",)),
    Command(
        "find_previous", "article", QT_TRANSLATE_NOOP("actions", "الموضع السابق"), ("Shift+F3",),
    ),
    Command(
        "next_article", "go", QT_TRANSLATE_NOOP("actions", "المقال التالي"), ("J",),
        after_separator=True,
    ),
    Command("previous_article", "go", QT_TRANSLATE_NOOP("actions", "المقال السابق"), ("K",)),
    Command(
        "back", "go", QT_TRANSLATE_NOOP("actions", "رجوع"), ("Alt+Left",),
        QT_TRANSLATE_NOOP("actions", "إلى البحث أو المقال الذي قبله"), mirrored=True,
        after_separator=True,
    ),
    Command(
        "forward", "go", QT_TRANSLATE_NOOP("actions", "تقدم"), ("Alt+Right",), mirrored=True,
    ),
    Command(
        "save_search", "search", QT_TRANSLATE_NOOP("actions", "حفظ البحث…"), ("Ctrl+S",),
        QT_TRANSLATE_NOOP("actions", "الكلمات والمرشحات والترتيب، باسم"),
    ),
    Command(
        "saved_searches", "search", QT_TRANSLATE_NOOP("actions", "عمليات البحث المحفوظة"),
        ("G",), QT_TRANSLATE_NOOP("actions", "وما جدّ في كل منها؛ F2 للتسمية وDelete للحذف"),
    ),
    Command(
        "star", "article", QT_TRANSLATE_NOOP("actions", "نجمة"), ("*",),
        QT_TRANSLATE_NOOP("actions", "على المقالات المحددة في القائمة، أو إزالتها؛ أو انقر النجمة"),
    ),
    Command(
        "tag", "article", QT_TRANSLATE_NOOP("actions", "وسوم…"), ("T",),
        QT_TRANSLATE_NOOP("actions", "للمقالات المحددة في القائمة، أو للمقال المفتوح"),
    ),
    Command(
        "rename_tag", "article", QT_TRANSLATE_NOOP("actions", "تغيير اسم وسم…"), ("Ctrl+Shift+T",),
        QT_TRANSLATE_NOOP("actions", "وباسم وسم آخر يصيران واحدًا؛ أو F2 على وسم في المرشحات"),
    ),
    Command(
        "note", "article", QT_TRANSLATE_NOOP("actions", "ملاحظة"), ("N",),
        QT_TRANSLATE_NOOP("actions", "على المقال المفتوح؛ تُحفظ من تلقائها"),
    ),
    Command(
        "source", "article", QT_TRANSLATE_NOOP("actions", "الأصل"), ("O",),
        QT_TRANSLATE_NOOP("actions", "أين قُرئ كل حقل، وأين كُتب الاسم أو النص المحدد"),
        after_separator=True,
    ),
    Command(
        "open_original", "article", QT_TRANSLATE_NOOP("actions", "فتح الأصل"), ("Ctrl+Shift+O",),
        QT_TRANSLATE_NOOP("actions", "بالبرنامج الذي يفتح نوعه في النظام"),
    ),
    Command("save_original", "article", QT_TRANSLATE_NOOP("actions", "حفظ الأصل…"), ("F12",)),
    Command(
        "open_link", "article", QT_TRANSLATE_NOOP("actions", "الرابط…"), ("Ctrl+L",),
        QT_TRANSLATE_NOOP("actions", "يُعرض كاملًا، ثم يُفتح في متصفح النظام إن شئت"),
    ),
    Command(
        "starred", "article", QT_TRANSLATE_NOOP("actions", "ما عليه نجمة"), ("Ctrl+8",),
        QT_TRANSLATE_NOOP("actions", "حصر البحث فيه، ثم ما ليست عليه، ثم الكل"),
        after_separator=True,
    ),
    Command(
        "delete", "article", QT_TRANSLATE_NOOP("actions", "نقل إلى سلة المحذوفات"), (),
        QT_TRANSLATE_NOOP("actions", "مفتاح Delete في القائمة؛ تبقى فيها ثلاثين يومًا"),
        after_separator=True,
    ),
    Command("trash", "article", QT_TRANSLATE_NOOP("actions", "سلة المحذوفات…"), ("Ctrl+Shift+D",)),
    Command(
        "entity_page", "names", QT_TRANSLATE_NOOP("actions", "صفحة الاسم"), ("P",),
        QT_TRANSLATE_NOOP("actions", "للقيمة المحددة في المرشحات أو الاسم المحدد في المقال"),
    ),
    Command(
        "merge", "names", QT_TRANSLATE_NOOP("actions", "دمج في اسم آخر…"), ("M",),
        QT_TRANSLATE_NOOP("actions", "اسمان لواحد"), after_separator=True,
    ),
    Command("rename", "names", QT_TRANSLATE_NOOP("actions", "تغيير الاسم…"), ("F2",)),
    Command(
        "split", "names", QT_TRANSLATE_NOOP("actions", "فصل اسم لاثنين…"), ("S",),
        QT_TRANSLATE_NOOP("actions", "في المقال المفتوح، أو في المقالات المحددة في القائمة"),
    ),
    Command(
        "make_person", "names", QT_TRANSLATE_NOOP("actions", "هذا شخص…"), ("Ctrl+1",),
        QT_TRANSLATE_NOOP("actions", "للنص المحدد في المقال، أو للاسم كله"),
        after_separator=True,
    ),
    Command(
        "make_organisation", "names", QT_TRANSLATE_NOOP("actions", "هذه مؤسسة…"), ("Ctrl+2",),
    ),
    Command("make_place", "names", QT_TRANSLATE_NOOP("actions", "هذا مكان…"), ("Ctrl+3",)),
    Command(
        "reject", "names", QT_TRANSLATE_NOOP("actions", "ليس اسمًا من هذا النوع…"), ("X",),
    ),
    Command("hide", "names", QT_TRANSLATE_NOOP("actions", "إخفاء من المرشحات…"), ("H",)),
    Command(
        "proposals", "names", QT_TRANSLATE_NOOP("actions", "أسماء قد تكون واحدة…"), ("Ctrl+M",),
        after_separator=True,
    ),
    Command(
        "corrections", "names", QT_TRANSLATE_NOOP("actions", "تصحيحات الأسماء…"), ("Ctrl+H",),
        QT_TRANSLATE_NOOP("actions", "كلها: مراجعة وتراجع وتصدير واستيراد"),
    ),
    Command(
        "escape", "", QT_TRANSLATE_NOOP("actions", "مسح البحث، ثم العودة إلى القائمة"), ("Esc",),
    ),
    Command("manual", "help", QT_TRANSLATE_NOOP("actions", "دليل الاستعمال"), ("F1",)),
    Command(
        "shortcuts", "help", QT_TRANSLATE_NOOP("actions", "اختصارات لوحة المفاتيح"), ("?",),
    ),
    Command("about", "help", QT_TRANSLATE_NOOP("actions", "عن قصاصات")),
)  # fmt: skip

# Keys that a pane reads itself, for the shortcuts sheet.
PANE_KEYS = (
    (
        QT_TRANSLATE_NOOP("actions", "مسافة"),
        QT_TRANSLATE_NOOP("actions", "في القائمة: صفحة من المقال"),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "مسافة"),
        QT_TRANSLATE_NOOP("actions", "في المرشحات: اختيار القيمة، ثم استبعادها، ثم تركها"),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "إدخال"),
        QT_TRANSLATE_NOOP("actions", "في القائمة: قراءة المقال"),
    ),
    (
        "Delete",
        QT_TRANSLATE_NOOP("actions", "في القائمة: نقل المحدد إلى سلة المحذوفات"),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "زر القائمة"),
        QT_TRANSLATE_NOOP("actions", "في المرشحات وفي المقال: كل ما يُفعل بالاسم"),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "السهمان"),
        QT_TRANSLATE_NOOP("actions", "في المدرج الزمني: تحريك المدة، ومع Shift توسيعها"),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "+ و −"),
        QT_TRANSLATE_NOOP("actions", "في المدرج الزمني: تقريب إلى أشهر السنة ثم أيام الشهر"),
    ),
)


def translated(text: str) -> str:
    """A text of the table in the language of the window."""
    return QCoreApplication.translate("actions", text)


def key_sequences(command: Command, *, right_to_left: bool) -> list[QKeySequence]:
    """The keys of a command, each Latin letter followed by its twin of the Arabic keyboard."""
    keys: list[str] = []
    for key in command.keys:
        keys.append(_mirrored(key) if command.mirrored and right_to_left else key)
        before, plus, letter = key.rpartition("+")
        if letter in ARABIC_KEYS and len(letter) == 1:
            keys.append(f"{before}{plus}{ARABIC_KEYS[letter]}")
    return [QKeySequence(key) for key in keys]


def shown_keys(command: Command, *, right_to_left: bool) -> str:
    """The keys of a command as a person reads them, without the Arabic twins."""
    keys = [_mirrored(k) if command.mirrored and right_to_left else k for k in command.keys]
    return "   ".join(
        QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys
    )


def _mirrored(key: str) -> str:
    swapped = {"Left": "Right", "Right": "Left"}
    before, plus, name = key.rpartition("+")
    return f"{before}{plus}{swapped.get(name, name)}"


def build(window: QWidget, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """The actions of ``window`` by id, each doing what the handler of its id does.

    Raises:
        KeyError: a command has no handler; a defect, found by the tests.
    """
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(translated(command.text), window)
        action.setShortcuts(key_sequences(command, right_to_left=window.isRightToLeft()))
        action.setCheckable(command.is_switch)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        keys = shown_keys(command, right_to_left=window.isRightToLeft())
        tip = f"{action.text()} ({keys})" if keys else action.text()
        action.setToolTip(f"{tip}\n{translated(command.help)}" if command.help else tip)
        handler = handlers[command.id]
        action.triggered.connect(lambda _=False, handler=handler: handler())
        window.addAction(action)
        actions[command.id] = action
    return actions
