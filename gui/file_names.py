"""Names for files made of titles, which come from strangers: safe and alike on every system."""

import re
import unicodedata

LONGEST = 60
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_JOINERS = "\u200c\u200d"
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)


def file_name(title: str, suffix: str, otherwise: str) -> str:
    """A name of at most LONGEST letters before its suffix, or ``otherwise`` where none is left.

    What turns the direction of letters goes, so that no suffix is shown where none is; so do names
    that Windows gives to devices (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
    """
    visible = "".join(one for one in title if one in _JOINERS or unicodedata.category(one) != "Cf")
    stem = " ".join(_UNFIT.sub(" ", visible).split())[:LONGEST].strip(" .-")
    if not stem or _RESERVED.match(stem):
        stem = otherwise
    return f"{stem}{suffix}"
