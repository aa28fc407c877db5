"""A token classifier small enough to be made in a test: a label for each word piece it knows."""

import json

import onnx
from onnx import TensorProto, helper

LABELS = ("O", "B-PERS", "I-PERS", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC")
_NONE = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def make_network(folder, pieces, *, labels=LABELS, length=64, inputs=("input_ids",), **settings):
    """Write a model that gives each piece (piece: label) its label, and all others the first."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = [*_NONE, *pieces]
    scores = [
        float(label == pieces.get(piece, labels[0])) for piece in vocabulary for label in labels
    ]
    shape = [len(vocabulary), len(labels)]
    table = helper.make_tensor("table", TensorProto.FLOAT, shape, scores)
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", inputs[0]], ["scores"])],
        "words",
        [helper.make_tensor_value_info(name, TensorProto.INT64, [1, None]) for name in inputs],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, None, len(labels)])],
        [table],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(folder / "model.onnx"))
    config = {
        "id2label": {str(number): label for number, label in enumerate(labels)},
        "max_position_embeddings": length,
        **settings,
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    return folder
