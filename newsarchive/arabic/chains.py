"""Chains of a person's names: which shorter ones agree with a fuller one; offices that tell."""

import re
from collections.abc import Iterator, Sequence

from newsarchive.arabic.names import SON_OF, body_words, name_words, word_key
from newsarchive.arabic.words import WORD

_LONGEST = 7
_RULERS = frozenset({"الملك", "السلطان", "الامير", "الاميره", "الشيخ", "الملكه", "الشيخه"})
_ORDINARY = (
    "عام رسمي تنفيذي اول ثاني ثالث مساعد مكلف سابق حالي جديد اسبق راحل وطني اعلامي اداري فني قانوني"
    " علي اعلي مشرف متحدث مدير رييس نايب عضو امين مسوول مستشار وكيل ممثل قايد ناطق خبير باحث استاذ"
    " مجلس اداره لجنه قسم نادي جمعيه مركز فريق جامعه كليه هييه موسسه شركه مكتب فرع بلديه محافظه"
    " منطقه مدينه مدرسه مستشفي جهه ذاته نفسه على باسم قال امام خلال"
)
_MAY_TELL = re.compile(r"ب\W*ن")
_COMMON = frozenset(_ORDINARY.split())


def shorter_chains(name: str, key: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The chains of two names and more that agree with a fuller one.

    They leave off the end («محمد بن نايف»), or what stands before a family («عادل الجبير»), or the
    beginning of a name that tells no father («داود أوغلو»): with بن that would be the father.

    Args:
        name: the fuller name as it is written.
        key: its words as ``name_key`` gives them.
    """
    if not 2 < len(key) <= _LONGEST:
        return
    for end in range(2, len(key)):
        yield tuple(key[:end])
    if not ends_in_father(name):
        for end in range(1, len(key) - 1):
            yield *key[:end], key[-1]
    if not tells_father(name):
        for start in range(1, len(key) - 1):
            yield tuple(key[start:])


def tells_father(name: str) -> bool:
    """Whether a name has بن in it."""
    return _MAY_TELL.search(name) is not None and not SON_OF.isdisjoint(_keys(name))


def ends_in_father(name: str) -> bool:
    """Whether the last word is a father's («محمد بن نايف»), not a family («عادل الجبير»)."""
    if _MAY_TELL.search(name) is None:
        return False
    keys = _keys(name)
    place = -3 if keys[-2:-1] in (["عبد"], ["ابو"]) else -2
    return len(keys) >= -place and keys[place] in SON_OF


def _keys(name: str) -> list[str]:
    return [*map(word_key, WORD.findall(name))]


def office_key(office: str) -> tuple[str, ...]:
    """The words by which an office is known again; () where it tells nobody from others.

    «وزير التعليم» and «ولي العهد» tell, «المدير العام» and «المتحدث الرسمي للمركز» do not.
    """
    keys = tuple(word.removeprefix("لل") for word in body_words(office))
    return keys if any(word not in _COMMON and len(word) > 2 for word in keys[1:]) else ()


def same_office(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one is the other, or how it begins («ولي العهد وزير الداخلية»)."""
    size = min(len(one), len(other))
    return size > 0 and one[:size] == other[:size] and bool(office_key(" ".join(one[:size])))


def ruler_word(title: str) -> str:
    """The word of a title that goes with a first name («خادم الحرمين الشريفين الملك»), or ""."""
    last = title.split()[-1:] or [""]
    plain = last[0].removeprefix("لل")
    plain = f"ال{plain}" if plain != last[0] else plain
    return plain if word_key(plain) in _RULERS else ""


def is_lone(name: str) -> bool:
    """Whether a name is one word: a first name, or a surname."""
    return len(name_words(name)) == 1
