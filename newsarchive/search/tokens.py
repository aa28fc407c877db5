"""What a typed line is made of: words, phrases, names of fields, and the words that join them."""

import re

from newsarchive.arabic.fold import fold
from newsarchive.search.query import NOTE_FIELDS, STAR_FIELDS, TAG_FIELDS, Facet

_FACETS = {
    Facet.PERSON: "person شخص شخصية",
    Facet.ORGANISATION: "org organisation organization جهة مؤسسة منظمة هيئة",
    Facet.PLACE: "place مكان",
    Facet.SECTION: "section قسم",
    Facet.SOURCE: "source outlet مصدر صحيفة",
    Facet.TAG: " ".join(TAG_FIELDS),
}
FIELDS = {fold(name): facet for facet, names in _FACETS.items() for name in names.split()}
DATE_FIELDS = {fold(name) for name in ("date", "تاريخ")}
STARS, NOTES = {fold(name) for name in STAR_FIELDS}, {fold(name) for name in NOTE_FIELDS}
YES, NO = {fold("نعم"), "yes"}, {fold("لا"), fold("بلا"), "no"}
OR = {"OR", "|", "أو", "||"}
AND = {"AND", "&&", "&", "و"}
NOT = {"NOT"}
NOT_BEFORE_A_GROUP = {"ليس", "وليس", "وليست"}
_BEFORE_A_BLANK = "person|place|section|date|tag|شخص|قسم|وسم|تاريخ|مكان"
"""Names of fields that hardly stand before a colon in what papers print, as «مصدر:» does."""
TOKEN = re.compile(
    rf"""(?P<phrase>[«"“„”](?P<inside>[^«»"“”]*)(?P<end>[»"“”](?:~(?P<gap>\d{{1,2}}))?)?)
      | (?P<open>\()
      | (?P<close>\))
      | (?P<not>(?<!\S)[-−–—‑](?=\S))
      | (?P<field>(?:star|starred|note|نجمة|ملاحظة)(?=:)
          |(?<!\S)(?i:ال)?(?i:{_BEFORE_A_BLANK})(?=:)|[^\W\d_]+(?=:(?:\S|$))):
      | (?P<word>[^\s«»"“”()]+)""",
    re.VERBOSE,
)
INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")

_QUOTES = str.maketrans({"‹": "«", "›": "»", "〝": '"', "〞": '"', "＂": '"'})
_EXCHANGED = str.maketrans("«»", "»«")
_TURNED = re.compile("^[^«]*»[^«»]*«")
_OF_TWO_SIGNS = (
    (re.compile(r"(?<!\S)(?:''|<<)(?=\S)"), ' "'),
    (re.compile(r"(?<=\S)(?:''|>>)(?!\S)"), '" '),
)
_SINGLE = re.compile(r"(?<!\S)['‘]([^'‘’]*\s[^'‘’]*)['’](?!\S)")
_JOINING = re.compile(r"(?<!\S)(?:or|and|not)(?!\S)", re.IGNORECASE)
_ARABIC = re.compile("[ء-ي]")


def with_plain_signs(line: str) -> str:
    """The line, as long as it is, with the usual quotes for all that quote several words.

    Beside Arabic, English words that join are those of the query in small letters too.
    """
    line = line.translate(_QUOTES)
    if _TURNED.match(line):
        line = line.translate(_EXCHANGED)
    for signs, quote in _OF_TWO_SIGNS:
        line = signs.sub(quote, line)
    line = _SINGLE.sub(r'"\1"', line)
    if _ARABIC.search(line):
        line = _JOINING.sub(lambda word: word.group().upper(), line)
    return line
