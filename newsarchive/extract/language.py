"""Which language a text is in, as far as the archive must tell them apart."""

import re

_SAMPLE = 300
_OTHER_THAN_ARABIC = re.compile(r"[A-Za-zÀ-ÿپچژگکیٹڈڑےںہ]")
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3]+")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]+")
_PERSIAN = re.compile(r"[پچژگکی]")
_URDU = re.compile(r"[ٹڈڑےںہ]")
_FRENCH = re.compile(r"\b(?:le|la|les|des|une|dans|est|pour|que|du)\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|of|and|in|to|is|for|that|was|on)\b", re.IGNORECASE)


def language_of(text: str) -> str:
    """ISO 639-1 of ``text``: ar, fa, ur, en or fr; ar when nothing tells."""
    sample = text[:_SAMPLE]
    if not _OTHER_THAN_ARABIC.search(sample):
        return "ar"
    arabic = _letters(_ARABIC, sample)
    if _letters(_LATIN, sample) > arabic:
        french = len(_FRENCH.findall(sample)) > len(_ENGLISH.findall(sample))
        return "fr" if french else "en"
    if len(_URDU.findall(sample)) > arabic * 0.02:
        return "ur"
    if len(_PERSIAN.findall(sample)) > arabic * 0.04:
        return "fa"
    return "ar"


def _letters(runs: "re.Pattern[str]", text: str) -> int:
    return sum(map(len, runs.findall(text)))
