"""Light stemming of folded words: clitics off, then endings off. No dictionary, no roots.

The clitics are the closed set of written Arabic: the conjunctions و ف, the prepositions ب ك ل, the
article ال and its contraction لل. The endings are those of number, gender, nisba and the attached
pronouns. What is taken off always leaves a word of at least three letters (two after the article).
"""

from functools import cache, lru_cache

ARTICLE_FORMS = ("ال", "وال", "فال", "بال", "كال", "لل", "وبال", "فبال", "وكال", "ولل", "فلل")
SINGLE_FORMS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")

_ARTICLES = tuple(sorted(ARTICLE_FORMS, key=len, reverse=True))
_ENDINGS = (
    "اتهم", "اتها", "اتنا", "ياته", "تين", "تان", "يين", "يون", "يات", "وها", "وهم",
    "ات", "ون", "ين", "ان", "وا", "هم", "ها", "هن", "نا", "كم", "يه", "ته", "ه", "ي", "ا",
)  # fmt: skip
_LEXICONS = (
    ("language", "broken_plurals.txt"),
    ("language", "verbs_nouns.txt"),
    ("language", "places.txt"),
    ("persons", "given_names.txt"),
    ("persons", "family_names.txt"),
)
_PROTECTED = {"الله", "لله", "والله", "بالله", "اله", "علي", "الي", "حتي", "متي", "موسي", "عيسي"}
_PROTECTED |= {"يحيي", "مصطفي", "مرتضي", "هاني", "سامي", "رامي", "فادي", "شادي", "مهدي", "هادي"}
_PROTECTED |= {"عمان", "لبنان", "ايران", "السودان", "سودان", "اليابان", "يابان", "الوطن", "انا"}
_PROTECTED |= {"سلطان", "سليمان", "عثمان", "رمضان", "شعبان", "مروان", "عدنان", "حسين", "ياسين"}


@lru_cache(maxsize=200_000)
def bare(word: str) -> str:
    """The folded word without the article and what is written onto it: «وبالمدرسه» → «مدرسه».

    A single و ف ب ك ل is left on, for without a dictionary it may be the word's own letter.
    """
    if word in _PROTECTED:
        return "الله" if word in {"لله", "والله", "بالله"} else word
    for form in _ARTICLES:
        if word.startswith(form) and len(word) - len(form) >= 3:
            return word[len(form) :]
    if word.startswith("ال") and len(word) == 4:
        return word[2:]
    return word


@lru_cache(maxsize=200_000)
def light_stem(word: str) -> str:
    """The folded word without clitics and endings: «والمدرسات» → «مدرس».

    A leading و of a longer word is «and», unless a lexicon knows the word with it: «وزراء».
    """
    if word in _PROTECTED:
        return bare(word)
    stem = bare(word)
    if stem == word and len(word) >= 5 and word[0] == "و" and not _is_own_letter(word):
        stem = word[1:]
    return stem if stem in _PROTECTED else _without_ending(stem)


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _is_own_letter(word: str) -> bool:
    """Whether the first و belongs to the word."""
    return word in _words_in_waw() or _without_ending(word) in _words_in_waw()


@cache
def _words_in_waw() -> frozenset[str]:
    """Folded words of the lexicons that begin with و of their own, with and without endings."""
    from newsarchive.arabic.fold import fold
    from resources import lines

    known: set[str] = set()
    for path in _LEXICONS:
        for line in lines("lexicon", *path):
            for word in line.replace("|", "\t").split("\t"):
                core = bare(fold(word))
                if core.startswith("و") and " " not in core:
                    known |= {core, _without_ending(core)}
    return frozenset(known)


def spellings(word: str) -> tuple[str, ...]:
    """The folded word with each clitic put on and taken off, itself first.

    A word typed with a leading single letter is also tried without it when four letters stay.
    """
    cores = [bare(word)]
    if cores[0] == word and len(word) >= 5 and word[0] in "وفبلك" and word not in _PROTECTED:
        cores.append(word[1:])
    forms = [word]
    for core in cores:
        forms += [core, *(form + core for form in (*ARTICLE_FORMS, *SINGLE_FORMS))]
        if core.startswith("ل"):
            forms.append("ل" + core)
    return tuple(dict.fromkeys(forms))
