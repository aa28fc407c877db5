"""Text as a person reads it: one kind of line end, and nothing that cannot be seen.

Only the text is cleaned; a document's source bytes stay as they were.
"""

import re

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb]"
)
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_PERSIAN = re.compile("[پچژگکی]")
_NON_JOINER = "\u200c"


def clean(text: str) -> str:
    """``text`` without controls, zero-width and bidi characters, its lines ended by a line feed.

    The zero-width non-joiner stays in text with letters of Persian, where it is spelling.
    """
    if text.replace("\n", "").replace("\xa0", "").isprintable():
        return text
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    if _NON_JOINER in text and not _PERSIAN.search(text):
        text = text.replace(_NON_JOINER, "")
    return _LONE_SURROGATES.sub("\ufffd", text)
