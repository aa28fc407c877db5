"""Families: the copies of one report, however many papers printed it.

    fingerprints   a few numbers of a text by which its copies are found among a million
    likeness       whether two texts are one report: measured on all their words, never guessed
    stars          from pairs of copies to families, the same whatever order they came in
    differences    two copies side by side, sentence by sentence

Pure functions of text; the store keeps what they find.
"""
