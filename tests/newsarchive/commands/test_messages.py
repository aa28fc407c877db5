import re
import string
import tomllib
from pathlib import Path

import pytest

from newsarchive.article import Evidence, Reason
from resources import resource

CATALOGUE = tomllib.loads(resource("translations", "engine.toml").read_text(encoding="utf-8"))
ENGINE = Path(__file__).resolve().parents[3] / "newsarchive"
CODE = re.compile(
    r"""["']((?:store|ingest|check|reader|query|index|map|cli|part)-[a-z][a-z-]+)["']"""
)


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_sentence_says_the_same_in_both_languages(code):
    sentences = CATALOGUE[code]
    assert set(sentences) == {"ar", "en"}
    assert all(sentences.values())
    assert fields(sentences["ar"]) == fields(sentences["en"])


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_says_where_and_why(reason):
    for language in ("ar", "en"):
        sentence = Evidence("date", 5, 9, reason, 7, "pubDate").sentence(language)
        fields_filled = [value for value in ("7", "pubDate") if value in sentence]
        assert "{" not in sentence
        assert len(fields_filled) == (0 if reason in (Reason.NOTED, Reason.ADDRESS) else 1)


def test_every_code_has_its_sentence():
    used = {
        code
        for path in ENGINE.rglob("*.py")
        for code in CODE.findall(path.read_text(encoding="utf-8"))
    }
    assert used
    assert used - set(CATALOGUE) == set()
