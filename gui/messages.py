"""An error to a sentence in the reader's language, and where to show it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from gui.wording import isolated, quoting
from newsarchive.errors import ArchiveError
from newsarchive.search.query import Reading

_READINGS = {
    "keyboard": QT_TRANSLATE_NOOP("messages", "كُتب «%1» بلوحة مفاتيح أخرى؛ بحثنا عن «%2»"),
    "near": QT_TRANSLATE_NOOP("messages", "لا مقال فيه «%1»؛ هذه كلمات قريبة منه"),
    "instead": QT_TRANSLATE_NOOP("messages", "لا مقال فيه «%1»؛ بحثنا عمّا يرادفه: «%2»"),
    "meant": QT_TRANSLATE_NOOP("messages", "لا مقال لما كُتب؛ بحثنا عن «%2» بدل «%1»"),
    "some": QT_TRANSLATE_NOOP(
        "messages", "لا مقال يجمع كل الكلمات؛ هذه مقالات فيها أكثرها أو ما يرادفها"
    ),
    "few": QT_TRANSLATE_NOOP(
        "messages", "مقالات قليلة تجمع كل الكلمات؛ بينها مقالات فيها أكثرها أو ما يرادفها"
    ),
    "name": QT_TRANSLATE_NOOP("messages", "«%1» من أسماء «%2»؛ مقالاته بينها"),
    "date": QT_TRANSLATE_NOOP("messages", "«%1» فترة أيضًا: %2"),
    "unclosed-quote": QT_TRANSLATE_NOOP("messages", "علامة تنصيص لم تُغلق: %1"),
    "unclosed": QT_TRANSLATE_NOOP("messages", "قوس لم يُغلق"),
    "unopened": QT_TRANSLATE_NOOP("messages", "قوس لم يُفتح"),
    "unknown-field": QT_TRANSLATE_NOOP("messages", "لا حقل باسم «%1»؛ بحثنا عنه كلمة"),
    "empty-field": QT_TRANSLATE_NOOP("messages", "الحقل «%1» بلا قيمة؛ تُرك"),
    "bad-date": QT_TRANSLATE_NOOP("messages", "«%1» ليس تاريخًا؛ بحثنا عنه كلمات"),
}


def sentence(error: Exception, language: str) -> str:
    """What went wrong, for a person: the engine's sentence, or that the program has a defect."""
    if isinstance(error, ArchiveError):
        return quoting(error.sentence(language))
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename or ''}".rstrip(": ")
    text = QCoreApplication.translate("messages", "خطأ في البرنامج لم نتوقعه: %1")
    return text.replace("%1", f"{type(error).__name__}: {error}")


def reading(taken: Reading) -> str:
    """In which way a typed line was not taken as it stands."""
    text = QCoreApplication.translate("messages", str(_READINGS[taken.kind]))
    return text.replace("%1", isolated(taken.typed)).replace("%2", isolated(taken.meant))


def show_error(parent: QWidget, error: Exception, language: str) -> None:
    """Tell ``error`` in a box over ``parent``; does not wait for the answer."""
    from PySide6.QtWidgets import QMessageBox  # not needed for the first look

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("messages", "قصاصات"))
    box.setText(sentence(error, language))
    box.setModal(True)
    box.show()
