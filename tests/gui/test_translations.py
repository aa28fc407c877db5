"""Every text of the window in both languages."""

import ast
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel

import gui
from gui.language import Language
from resources import resource

GUI = Path(gui.__file__).parent
MARKERS = {"tr", "translate", "QT_TRANSLATE_NOOP"}
ARABIC = re.compile(r"[\u0621-\u064a]")
# Tables of names that are not translated but chosen by a setting; keyboard letters.
UNTRANSLATED = {"wording.py", "actions.py:ARABIC_KEYS"}


def sources():
    """(file, line, text, has number) of each text marked for translation."""
    for path in sorted(GUI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in MARKERS:
                texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
                texts = [text for text in texts if isinstance(text, str) and ARABIC.search(text)]
                counted = _name(node.func) == "tr" and len(node.args) == 3
                for text in texts:
                    yield path.name, node.lineno, text, counted


def _name(function):
    return getattr(function, "attr", None) or getattr(function, "id", None)


def catalogue(language):
    """Source text to its translations, one for a plain message, several for a counted one."""
    root = ElementTree.fromstring(
        resource("translations", f"qusasat_{language}.ts").read_text("utf-8")
    )
    found = {}
    for message in root.iter("message"):
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.findall("numerusform")]
        found.setdefault(message.find("source").text, set()).add(
            (translation.get("type"), tuple(forms) or (translation.text or "",))
        )
    return found


def placeholders(text):
    return set(re.findall(r"%\d|%n", text))


def test_every_text_has_an_english_one():
    english = catalogue("en")
    missing = {text for _, _, text, _ in sources()} - set(english)
    assert missing == set()
    assert all(kind is None and all(forms) for e in english.values() for kind, forms in e)


def test_no_translation_is_left_over():
    assert set(catalogue("en")) - {text for _, _, text, _ in sources()} == set()


def test_placeholders_are_the_same():
    for source, translations in catalogue("en").items():
        for _, forms in translations:
            for form in forms:
                assert placeholders(form) == placeholders(source), source


def test_counted_texts_have_all_six_arabic_forms():
    arabic = catalogue("ar")
    counted = {text for _, _, text, is_counted in sources() if is_counted}
    assert counted == set(arabic)
    for source, translations in arabic.items():
        ((_, forms),) = translations
        assert len(forms) == 6
        assert placeholders(forms[5]) == placeholders(source)
        assert all(placeholders(form) <= placeholders(source) for form in forms)


def test_no_arabic_text_is_outside_the_translations():
    marked = {(file, text) for file, _, text, _ in sources()}
    for path in sorted(GUI.rglob("*.py")):
        if path.name in UNTRANSLATED:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        for text in _plain_texts(tree):
            if ARABIC.search(text) and len(text) > 1 and (path.name, text) not in marked:
                assert text in KEPT_IN_ARABIC, f"{path.name}: {text}"


KEPT_IN_ARABIC = {"العربية", "ضصثقفغعهخحشسيبلاتنمئءؤرىةظ؟"}


def _plain_texts(tree):
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ):
            yield node.value


def test_the_compiled_translations_are_those_of_the_text(qapp):
    language = Language(qapp)
    for code in ("en", "ar"):
        language.use(code)
        for source, translations in catalogue(code).items():
            contexts = _contexts(code, source)
            for _, forms in translations:
                if len(forms) == 1:
                    said = {qapp.translate(context, source) for context in contexts}
                else:
                    said = {qapp.translate(context, source, None, 5) for context in contexts}
                assert said & set(forms), source
    language.use("ar")
    language.leave()


def _contexts(code, source):
    root = ElementTree.fromstring(resource("translations", f"qusasat_{code}.ts").read_text("utf-8"))
    return [
        context.find("name").text
        for context in root.iter("context")
        if any(message.find("source").text == source for message in context.iter("message"))
    ]


def test_what_qt_asks_with_speaks_arabic_throughout(qapp, qtbot):
    language = Language(qapp)
    language.use("ar")
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    language.leave()
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert len(labels) > 2
    assert all(ARABIC.search(text) for text in labels)
    for message in ElementTree.fromstring(
        resource("translations", "qt_ar.ts").read_text("utf-8")
    ).iter("message"):
        source, said = message.find("source").text, message.find("translation").text
        assert placeholders(source) == placeholders(said)
