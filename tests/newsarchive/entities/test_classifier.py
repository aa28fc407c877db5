"""A token classifier of the user's own finds the names in place of the shipped tagger."""

import json
import sys

import pytest

from newsarchive.article import Article
from newsarchive.entities import find_entities
from newsarchive.entities.classifier.network import Network, our_label
from newsarchive.entities.classifier.wordpiece import WordPieces
from newsarchive.entities.lexicon import lexicon
from newsarchive.entities.tokens import sentences
from newsarchive.errors import TaggerError
from tests.newsarchive.entities.networks import LABELS, make_network

PIECES = {
    "زرقم": "B-PERS",
    "##اوي": "I-PERS",
    "بن": "I-PERS",
    "طرفش": "I-PERS",
    "هيئة": "B-ORG",
    "النخيل": "I-ORG",
    "بهلوان": "B-LOC",
    "كأس": "B-MISC",
    "قال": "O",
}


def read(folder, body, title="خبر"):
    return find_entities(Article("a.txt", "0", title, body), folder)


def test_names_are_those_of_the_network_at_their_places_in_the_text(tmp_path):
    folder = make_network(tmp_path / "model", PIECES)
    body = "قال الدكتور زَرقماوي بن طرفش من هيئة النخيل في بهلوان إن كأس العالم لنا."
    article = read(folder, body)
    assert [(p.name, p.titles) for p in article.persons] == [("زرقماوي بن طرفش", ("الدكتور",))]
    assert [one.name for one in article.organisations] == ["هيئة النخيل"]
    assert [one.name for one in article.places] == ["بهلوان"]
    assert [body[m.start : m.end] for m in article.mentions] == [
        "زَرقماوي بن طرفش",
        "هيئة النخيل",
        "بهلوان",
    ]


def test_a_title_that_the_network_holds_to_be_of_the_name_is_cut_off(tmp_path):
    folder = make_network(tmp_path / "model", PIECES | {"الدكتور": "B-PERS", "زرقم": "I-PERS"})
    (person,) = read(folder, "حضر الدكتور زرقم بن طرفش.").persons
    assert (person.name, person.titles) == ("زرقم بن طرفش", ("الدكتور",))


@pytest.mark.parametrize("length", [6, 8, 24])
def test_an_article_longer_than_the_network_takes_is_read_in_windows(tmp_path, length):
    folder = make_network(tmp_path / "model", PIECES, length=length)
    text = "حضر زرقم بن طرفش الحفل. " * 9 + "ثم قال كثيرا " * 70 + "زرقم بن طرفش"
    network = Network.of(folder)
    listed = sentences(text, lexicon().words)
    labels = network.label(listed)
    assert [len(one) for one in labels] == [len(one) for one in listed]
    names = [
        (token.text, label)
        for sentence, some in zip(listed, labels, strict=True)
        for token, label in zip(sentence, some, strict=True)
        if label != "O"
    ]
    assert names == [("زرقم", "B-PER"), ("بن", "I-PER"), ("طرفش", "I-PER")] * 10


def test_networks_that_take_a_mask_and_segments_are_given_them(tmp_path):
    wanted = ("input_ids", "attention_mask", "token_type_ids")
    folder = make_network(tmp_path / "model", PIECES, inputs=wanted)
    assert [one.name for one in read(folder, "حضر زرقم بن طرفش.").persons] == ["زرقم بن طرفش"]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("B-PERS", "B-PER"),
        ("I-PER", "I-PER"),
        ("B-PERSON", "B-PER"),
        ("S-ORG", "B-ORG"),
        ("E_LOC", "I-LOC"),
        ("B-GPE", "B-LOC"),
        ("PERS", "I-PER"),
        ("b-loc", "B-LOC"),
        ("B-MISC", "O"),
        ("X-PER", "O"),
        ("O", "O"),
        ("LABEL_0", "O"),
    ],
)
def test_labels_of_the_usual_schemes_are_known(theirs, ours):
    assert our_label(theirs) == ours


@pytest.mark.parametrize(
    ("word", "lower", "pieces"),
    [
        ("كتاب", False, ["كتاب"]),
        ("كِتَابنا", False, ["كتاب", "##نا"]),
        ("كتب", False, ["[UNK]"]),
        ("Été", False, ["[UNK]"]),
        ("Été", True, ["ete"]),
        ("كتاب-كتاب", False, ["كتاب", "-", "كتاب"]),
        ("ك" * 101, False, ["[UNK]"]),
    ],
)
def test_words_are_cut_into_the_longest_known_pieces(word, lower, pieces):
    known = ["[UNK]", "[CLS]", "[SEP]", "كتاب", "##نا", "ete", "-"]
    cut = WordPieces({piece: number for number, piece in enumerate(known)}, lower).split(word)
    assert [known[number] for number in cut] == pieces


def test_pieces_are_read_from_either_file_of_a_vocabulary(tmp_path):
    folder = make_network(tmp_path / "model", PIECES)
    plain = WordPieces.of(folder)
    (folder / "vocab.txt").unlink()
    whole = {"model": {"type": "WordPiece", "vocab": dict(plain.numbers)}}
    (folder / "tokenizer.json").write_text(json.dumps(whole), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text('{"do_lower_case": true}', encoding="utf-8")
    assert WordPieces.of(folder) == WordPieces(plain.numbers, lower=True)


def _without(name):
    return lambda folder: (folder / name).unlink()


def _saying(name, text):
    return lambda folder: (folder / name).write_text(text, encoding="utf-8")


SPOILT = [
    (_without("model.onnx"), "tagger-missing"),
    (_saying("model.onnx", "no model"), "tagger-unreadable"),
    (lambda f: make_network(f, PIECES, inputs=("pixels",)), "tagger-unreadable"),
    (_without("config.json"), "tagger-missing"),
    (_saying("config.json", "{"), "tagger-unreadable"),
    (_saying("config.json", "[]"), "tagger-unreadable"),
    (_saying("config.json", "{}"), "tagger-labels"),
    (lambda f: make_network(f, PIECES, labels=("LABEL_0", "LABEL_1")), "tagger-labels"),
    (_without("vocab.txt"), "tagger-missing"),
    (lambda f: (f / "vocab.txt").write_bytes(b"\xff\xfe"), "tagger-unreadable"),
    (_saying("vocab.txt", "كتاب"), "tagger-pieces"),
]


@pytest.mark.parametrize(("spoil", "code"), SPOILT)
def test_a_folder_that_holds_no_such_model_is_refused_with_a_sentence(tmp_path, spoil, code):
    folder = make_network(tmp_path / "model", PIECES)
    spoil(folder)
    with pytest.raises(TaggerError) as refused:
        read(folder, "خبر")
    assert refused.value.code == code
    assert "model" in refused.value.sentence("en")


def test_a_vocabulary_of_another_kind_is_refused(tmp_path):
    folder = make_network(tmp_path / "model", PIECES)
    (folder / "vocab.txt").unlink()
    other = {"model": {"type": "Unigram", "vocab": [["▁كتاب", -1.0]]}}
    (folder / "tokenizer.json").write_text(json.dumps(other), encoding="utf-8")
    with pytest.raises(TaggerError, match="WordPiece"):
        read(folder, "خبر")


def test_a_folder_that_is_not_there_and_a_runtime_that_is_not_installed(tmp_path, monkeypatch):
    with pytest.raises(TaggerError, match="no folder"):
        read(tmp_path / "nowhere", "خبر")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(TaggerError, match=r"qusasat\[onnx\]"):
        read(make_network(tmp_path / "model", PIECES), "خبر")


def test_the_labels_of_the_test_are_those_of_a_common_corpus():
    assert {our_label(label) for label in LABELS} == {
        "O",
        *(f"{place}-{kind}" for place in "BI" for kind in ("PER", "ORG", "LOC")),
    }
