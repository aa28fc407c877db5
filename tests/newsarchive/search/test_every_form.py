"""Every form of a word finds it, and only it: some thousand pairs, class by class.

They were written down before any was tried. An archive that holds each as a sentence of its own
is asked for all of them.
"""

import re
from pathlib import Path

import pytest

from newsarchive.search.query import Query
from tests.newsarchive.builders import archive_of, article

_UNSEEN = re.compile(r"\\u([0-9a-f]{4})")
_TYPED_ALONE = "* "


def _pairs():
    """For each class the (typed, written, whether one finds the other)."""
    classes: dict[str, list[tuple[str, str, bool]]] = {}
    text = Path(__file__).with_name("forms.txt").read_text(encoding="utf-8")
    kind = ""
    for line in text.splitlines()[2:]:
        if line.startswith("# "):
            kind = line.removeprefix("# ")
            continue
        for pair in line.split(" · "):
            typed, sign, written = re.split(r" (=|≠) ", _UNSEEN.sub(_character, pair), maxsplit=1)
            classes.setdefault(kind, []).append((typed, written, sign == "="))
    return classes


def _character(match):
    return chr(int(match[1], 16))


PAIRS = _pairs()


def _archive(folder, texts):
    numbered = enumerate(dict.fromkeys(texts), 900_001)
    return archive_of(folder, *(article(str(number), text) for number, text in numbered))


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """One archive that holds what is typed too, and one that does not, as if it were foreign."""
    of_all = [(kind, pair) for kind, pairs in PAIRS.items() for pair in pairs]
    known = [(q, w) for kind, (q, w, _) in of_all if not kind.startswith(_TYPED_ALONE)]
    alone = [w for kind, (_, w, _) in of_all if kind.startswith(_TYPED_ALONE)]
    with pytest.MonkeyPatch.context() as patch:
        first, second = tmp_path_factory.mktemp("known"), tmp_path_factory.mktemp("alone")
        patch.setenv("QUSASAT_CACHE", str(first / "cache"))
        with (
            _archive(first, [text for pair in known for text in pair]) as one,
            _archive(second, alone) as other,
        ):
            yield one, other


@pytest.mark.parametrize("kind", PAIRS)
def test_a_form_finds_its_word_and_only_its_word(archives, kind):
    archive = archives[kind.startswith(_TYPED_ALONE)]
    wrong = []
    for typed, written, is_found in PAIRS[kind]:
        hits = archive.search(Query(f"{typed} "), limit=2_000).hits
        if (written in {hit.snippet.text for hit in hits}) != is_found:
            wrong.append((typed, written, is_found))
    assert not wrong


def test_the_table_is_a_large_one():
    assert sum(map(len, PAIRS.values())) > 800
