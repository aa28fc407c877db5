"""A stronger tagger from the user's own disk: a token classifier of the BERT family, as ONNX.

    sentences ──wordpiece──▶ pieces ──windows──▶ network ──▶ a label a word ──tagger──▶ spans

The folder is what common exporters write: ``model.onnx`` (or ``onnx/model.onnx``), ``config.json``
with the labels, and ``vocab.txt`` or ``tokenizer.json``. Nothing is ever downloaded.
"""

from newsarchive.entities.classifier.tagger import ClassifierTagger, opened

__all__ = ["ClassifierTagger", "opened"]
