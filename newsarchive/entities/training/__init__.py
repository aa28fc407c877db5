"""How the shipped tagger is made: annotated articles in, a model file out."""
