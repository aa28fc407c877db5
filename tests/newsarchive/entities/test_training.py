"""What the tagger is trained on and measured on: annotated articles, and lexicons as they were."""

from collections import Counter
from itertools import islice

import pytest

from newsarchive.entities.lexicon import NAME, lexicon
from newsarchive.entities.training.__main__ import main
from newsarchive.entities.training.annotated import articles, held_out, read_marks
from newsarchive.entities.training.corpora import (
    anercorp,
    document,
    without_bodies,
)
from newsarchive.entities.training.fit import fit
from newsarchive.entities.training.kept import keep, kept_lexicon, read_kept

_CORPUS = """
قال O
سالم B-PERS
في O
مسقط B-LOC
. O
عادت O
فرقة B-ORG
رضوى B-MISC
. O
وصل O
"""


def test_what_is_learnt_with_is_what_was_kept(tmp_path):
    kept = tmp_path / "lexicons.zip"
    assert main(["keep", str(kept)]) == 0
    found, shipped = read_kept(kept), lexicon()
    assert found.flags == shipped.flags
    assert found.classes == shipped.classes
    assert (found.bodies, found.places, found.titles) == (
        shipped.bodies,
        shipped.places,
        shipped.titles,
    )


def test_keeping_the_same_lexicons_gives_the_same_file(tmp_path):
    one, other = tmp_path / "one.zip", tmp_path / "other.zip"
    keep(one)
    keep(other)
    assert one.read_bytes() == other.read_bytes()


def test_names_that_the_program_knows_are_unknown_where_it_learns():
    learnt, shipped = (
        {key for key, flags in lex.flags.items() if flags & NAME}
        for lex in (kept_lexicon(), lexicon())
    )
    assert 0.1 < len(shipped - learnt) / len(shipped) < 0.4


def test_what_is_held_out_is_not_learnt_from():
    assert {one.body for one in held_out()}.isdisjoint({one.body for one in articles()})


def test_marks_are_read_off_the_text():
    text, marks = read_marks("قال ⟦ROLE|وزير ⟦ORG|للصحة|الصحة⟧⟧ ⟦PER|سالم⟧")
    assert text == "قال وزير للصحة سالم"
    assert [(m.label, text[m.start : m.end], m.plain) for m in marks] == [
        ("ORG", "للصحة", "الصحة"),
        ("ROLE", "وزير للصحة", ""),
        ("PER", "سالم", ""),
    ]


def test_no_name_marked_in_the_annotated_articles_is_lost():
    lex = lexicon()
    for article in (*articles(), *held_out()):
        marks = [*article.title_marks, *article.body_marks]
        begun = Counter(
            label[2:] for _, labels in document(article, lex) for label in labels if label[0] == "B"
        )
        for kind in ("PER", "ORG", "LOC"):
            marked = sum(mark.label == kind for mark in marks)
            assert begun[kind] >= marked, (article.name, kind)


@pytest.fixture
def corpus(tmp_path):
    """A few lines in the manner of ANERCorp."""
    path = tmp_path / "corpus.txt"
    path.write_text(_CORPUS, encoding="utf-8")
    return path


def test_anercorp_is_read_with_our_labels(corpus):
    (one,) = anercorp(corpus, lexicon())
    assert [labels for _, labels in one] == [
        ["O", "B-PER", "O", "B-LOC", "O"],
        ["O", "B-ORG", "O", "O"],
        ["O"],
    ]
    (whole,) = anercorp(corpus, lexicon(), miscellaneous=True)
    assert whole[1][1] == ["O", "B-ORG", "B-MISC", "O"]
    (kept,) = without_bodies([one])
    assert kept == [one[0], one[2]]


def test_training_twice_gives_the_same_file(tmp_path, corpus):
    lex = lexicon()
    documents = [document(article, lex) for article in islice(articles(), 3)]
    other = without_bodies(anercorp(corpus, lex))
    for name in ("one.crf", "two.crf"):
        fit(documents, lex, tmp_path / name, repeats=[1, 2, 1], other=other)
    assert (tmp_path / "one.crf").read_bytes() == (tmp_path / "two.crf").read_bytes()
