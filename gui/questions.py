"""What a dialog asks before each kind of correction, and the correction it makes of the answer."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.dialogs.correction import Build, Question
from gui.language import QT_TRANSLATE_NOOP
from gui.subject import Subject
from gui.wording import isolated
from newsarchive.article import EntityKind
from newsarchive.correction import Correction, Span, What

HOLDS = QT_TRANSLATE_NOOP(
    "questions", "يسري على كل ما في الأرشيف وما يُستورد لاحقًا، ويمكن التراجع عنه."
)
QUESTIONS = {
    (What.MERGE, ""): (
        QT_TRANSLATE_NOOP("questions", "دمج"),
        QT_TRANSLATE_NOOP("questions", "في أي اسم يُدمج «%1»؟"),
        HOLDS,
    ),
    (What.RENAME, ""): (
        QT_TRANSLATE_NOOP("questions", "تغيير الاسم"),
        QT_TRANSLATE_NOOP("questions", "ما الاسم الصحيح بدل «%1»؟"),
        HOLDS,
    ),
    (What.HIDE, ""): (
        QT_TRANSLATE_NOOP("questions", "إخفاء"),
        QT_TRANSLATE_NOOP("questions", "إخفاء «%1» من المرشحات؟"),
        QT_TRANSLATE_NOOP("questions", "يبقى مذكورًا في مقالاته، ولا يظهر بين قيم المرشحات."),
    ),
    (What.REJECT, "person"): (
        QT_TRANSLATE_NOOP("questions", "ليس شخصًا"),
        QT_TRANSLATE_NOOP("questions", "«%1» ليس شخصًا؟"),
        QT_TRANSLATE_NOOP("questions", "لن يُعدّ اسمًا في المرشحات ولا في المقالات."),
    ),
    (What.REJECT, "organisation"): (
        QT_TRANSLATE_NOOP("questions", "ليس مؤسسة"),
        QT_TRANSLATE_NOOP("questions", "«%1» ليس مؤسسة؟"),
        QT_TRANSLATE_NOOP("questions", "لن يُعدّ اسمًا في المرشحات ولا في المقالات."),
    ),
    (What.REJECT, "place"): (
        QT_TRANSLATE_NOOP("questions", "ليس مكانًا"),
        QT_TRANSLATE_NOOP("questions", "«%1» ليس مكانًا؟"),
        QT_TRANSLATE_NOOP("questions", "لن يُعدّ اسمًا في المرشحات ولا في المقالات."),
    ),
    (What.KIND, "person"): (
        QT_TRANSLATE_NOOP("questions", "هو شخص"),
        QT_TRANSLATE_NOOP("questions", "«%1» شخص؟"),
        HOLDS,
    ),
    (What.KIND, "organisation"): (
        QT_TRANSLATE_NOOP("questions", "هو مؤسسة"),
        QT_TRANSLATE_NOOP("questions", "«%1» مؤسسة؟"),
        HOLDS,
    ),
    (What.KIND, "place"): (
        QT_TRANSLATE_NOOP("questions", "هو مكان"),
        QT_TRANSLATE_NOOP("questions", "«%1» مكان؟"),
        HOLDS,
    ),
    (What.SPLIT, ""): (
        QT_TRANSLATE_NOOP("questions", "فصل"),
        QT_TRANSLATE_NOOP("questions", "بأي اسم يُميَّز هذا عن «%1»؟"),
        QT_TRANSLATE_NOOP("questions", "اكتب ما يفرّقه، مثل «محمد الحربي (اللاعب)»."),
    ),
    (What.MARK, "person"): (
        QT_TRANSLATE_NOOP("questions", "تعليم شخص"),
        QT_TRANSLATE_NOOP("questions", "باسم أي شخص يُعدّ «%1»؟"),
        QT_TRANSLATE_NOOP("questions", "يسري على هذا الموضع من المقال وحده."),
    ),
    (What.MARK, "organisation"): (
        QT_TRANSLATE_NOOP("questions", "تعليم مؤسسة"),
        QT_TRANSLATE_NOOP("questions", "باسم أي مؤسسة يُعدّ «%1»؟"),
        QT_TRANSLATE_NOOP("questions", "يسري على هذا الموضع من المقال وحده."),
    ),
    (What.MARK, "place"): (
        QT_TRANSLATE_NOOP("questions", "تعليم مكان"),
        QT_TRANSLATE_NOOP("questions", "باسم أي مكان يُعدّ «%1»؟"),
        QT_TRANSLATE_NOOP("questions", "يسري على هذا الموضع من المقال وحده."),
    ),
}


@dataclass(frozen=True, slots=True)
class Marking:
    """Text of one article that names something.

    Attributes:
        source: sha256 of the article's source.
    """

    text: str
    span: Span
    source: str


def question(what: What, name: str, kind: EntityKind) -> Question:
    """What is asked; ``kind`` is what it is before, or for KIND after, the correction."""
    title, text, note = QUESTIONS.get((what, "")) or QUESTIONS[what, kind.value]
    said = [QCoreApplication.translate("questions", one) for one in (title, text, note)]
    return Question(said[0], said[1].replace("%1", isolated(name)), said[0], said[2])


def renaming(what: What, subject: Subject) -> Build:
    """Makes MERGE or RENAME of the name it is given; nothing of none, or of the same."""

    def build(name: str) -> Correction | None:
        if not name or name == subject.name:
            return None
        return Correction(what, subject.kind, subject.name, name)

    return build


def plain(what: What, subject: Subject, after: str = "") -> Build:
    """Makes a correction that needs no answer."""
    correction = Correction(what, subject.kind, subject.name, after)
    return lambda _: correction


def splitting(subject: Subject, sources: Callable[[], tuple[str, ...]]) -> Build:
    """Makes SPLIT of the distinguishing name it is given, in the articles meant then."""

    def build(name: str) -> Correction | None:
        articles = sources()
        if not name or name == subject.name or not articles:
            return None
        return Correction(What.SPLIT, subject.kind, subject.name, name, articles)

    return build


def marking(kind: EntityKind, marked: Marking) -> Build:
    """Makes MARK of the name it is given."""

    def build(name: str) -> Correction | None:
        if not name:
            return None
        return Correction(What.MARK, kind, marked.text, name, (marked.source,), marked.span)

    return build
