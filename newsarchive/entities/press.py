"""Papers that their readers call by one ordinary word: «الوطن», told apart from the homeland."""

import re

from newsarchive.arabic.names import word_key
from newsarchive.entities.lexicon import Lexicon
from newsarchive.entities.tokens import forms

PAPER = "صحيفة"
_BEFORE = re.compile(r"(\w+)\s*[«“\"'(]*\s*$")
_OPENED = re.compile(r"[«“\"(]\s*$")


def paper_name(lex: Lexicon, name: str, before: str) -> str:
    """«صحيفة الوطن» for «الوطن» where the text shows that a paper is meant, else ``name``.

    ``before``: the text up to the mention. It says «صحيفة» itself, or quotes the word and a known
    paper is called so. A club of the same name is meant as long as nothing says «صحيفة».
    """
    keys = name.split()
    if len(keys) != 1 or not name.startswith("ال"):
        return name
    word = _BEFORE.search(before)
    said = word is not None and any(form.key in _NOUNS for form in forms(word[1]))
    if said or (_OPENED.search(before) and is_paper(lex, word_key(name))):
        return f"{PAPER} {name}"
    return name


_NOUNS = frozenset(word_key(noun) for noun in (PAPER, "جريدة"))


def is_paper(lex: Lexicon, key: str) -> bool:
    """Whether a known paper's name begins so."""
    return any(key in lex.bodies.root.get(noun, {}) for noun in _NOUNS)
