"""Words for kinds of entity, for corrections, and for why two names may be one."""

from PySide6.QtCore import QCoreApplication

from gui.correcting import Act
from gui.deeds import Deed
from gui.language import QT_TRANSLATE_NOOP
from gui.wording import isolated
from newsarchive.article import EntityKind
from newsarchive.correction import Correction, MadeCorrection, What

LONGEST = 40

KINDS = {
    EntityKind.PERSON: QT_TRANSLATE_NOOP("names", "شخص"),
    EntityKind.ORGANISATION: QT_TRANSLATE_NOOP("names", "مؤسسة"),
    EntityKind.PLACE: QT_TRANSLATE_NOOP("names", "مكان"),
}
CORRECTIONS = {
    (What.MERGE, ""): QT_TRANSLATE_NOOP("names", "دمج «%1» في «%2»"),
    (What.RENAME, ""): QT_TRANSLATE_NOOP("names", "تغيير «%1» إلى «%2»"),
    (What.KIND, "person"): QT_TRANSLATE_NOOP("names", "جعل «%1» شخصًا"),
    (What.KIND, "organisation"): QT_TRANSLATE_NOOP("names", "جعل «%1» مؤسسة"),
    (What.KIND, "place"): QT_TRANSLATE_NOOP("names", "جعل «%1» مكانًا"),
    (What.HIDE, ""): QT_TRANSLATE_NOOP("names", "إخفاء «%1»"),
    (What.REJECT, "person"): QT_TRANSLATE_NOOP("names", "«%1» ليس شخصًا"),
    (What.REJECT, "organisation"): QT_TRANSLATE_NOOP("names", "«%1» ليس مؤسسة"),
    (What.REJECT, "place"): QT_TRANSLATE_NOOP("names", "«%1» ليس مكانًا"),
    (What.SPLIT, ""): QT_TRANSLATE_NOOP("names", "فصل «%1» باسم «%2»"),
    (What.MARK, "person"): QT_TRANSLATE_NOOP("names", "تعليم «%1» شخصًا"),
    (What.MARK, "organisation"): QT_TRANSLATE_NOOP("names", "تعليم «%1» مؤسسة"),
    (What.MARK, "place"): QT_TRANSLATE_NOOP("names", "تعليم «%1» مكانًا"),
    (What.DISTINCT, ""): QT_TRANSLATE_NOOP("names", "«%1» و«%2» اسمان مختلفان"),
}
REASONS = {
    "shorter": QT_TRANSLATE_NOOP("names", "اسم مختصر من الآخر"),
    "sound": QT_TRANSLATE_NOOP("names", "اسم أجنبي واحد بحروف أخرى"),
    "alias": QT_TRANSLATE_NOOP("names", "تذكره مقالات اسمًا مختصرًا للآخر"),
    "letters": QT_TRANSLATE_NOOP("names", "بينهما حرف واحد"),
}
GROUNDS = {
    "chain": QT_TRANSLATE_NOOP("names", "وصله البرنامج: سلسلة واحدة توافقه"),
    "office": QT_TRANSLATE_NOOP("names", "وصله البرنامج: منصب واحد في زمن واحد"),
    "told": QT_TRANSLATE_NOOP("names", "وصله البرنامج: تذكره مقالات اسمًا مختصرًا له وحده"),
    "spelling": QT_TRANSLATE_NOOP("names", "وصله البرنامج: اسم أجنبي كُتب بصورة أخرى"),
    "known": QT_TRANSLATE_NOOP("names", "وصله البرنامج: جهة معروفة باسمين"),
    "title": QT_TRANSLATE_NOOP("names", "وصله البرنامج: واحد بهذا الاسم يحمل اللقب"),
    "lone": QT_TRANSLATE_NOOP(
        "names", "أخفاه البرنامج: اسم مفرد، وفي مقالات أخرى أسماء من يحملونه كاملة"
    ),
}


def kind_name(kind: EntityKind) -> str:
    """What one entity of a kind is called."""
    return QCoreApplication.translate("names", KINDS[kind])


def reason(code: str) -> str:
    """Why two names may be one."""
    return QCoreApplication.translate("names", REASONS[code]) if code in REASONS else ""


def author(made: MadeCorrection) -> str:
    """Who made a correction; of the program, on what ground."""
    if made.ground in GROUNDS:
        return QCoreApplication.translate("names", GROUNDS[made.ground])
    return made.made_by


def correction_text(correction: Correction) -> str:
    """A correction in words, long names cut."""
    after = correction.after if correction.what is What.KIND else correction.kind.value
    plain = CORRECTIONS.get((correction.what, ""))
    text = QCoreApplication.translate("names", plain or CORRECTIONS[correction.what, after])
    text = text.replace("%1", isolated(shortened(correction.name)))
    return text.replace("%2", isolated(shortened(correction.after)))


def act_text(act: Act | Deed) -> str:
    """What was done in one go, in words."""
    if not isinstance(act, Act):
        return act.text
    if act.file:
        text = QCoreApplication.translate("names", "تصحيحات %1")
        return text.replace("%1", isolated(act.file))
    texts = map(correction_text, act.corrections[:1])
    return next(texts, "")


def shortened(name: str) -> str:
    """A name short enough for a menu or a sentence."""
    line = " ".join(name.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
