"""Train the shipped model, or measure what training gives.

python -m newsarchive.entities.training fit resources/models/entities.crf --anercorp FILE
python -m newsarchive.entities.training measure [--anercorp FILE [--test FILE]]
python -m newsarchive.entities.training measure --held-out
python -m newsarchive.entities.training keep newsarchive/entities/training/lexicons.zip
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from newsarchive.entities.lexicon import lexicon
from newsarchive.entities.training.corpora import (
    anercorp,
    annotated_documents,
    weights,
    without_bodies,
)
from newsarchive.entities.training.evaluate import (
    anercorp_folds,
    anercorp_test,
    annotated_folds,
    held_out_articles,
    report,
)
from newsarchive.entities.training.fit import fit
from newsarchive.entities.training.kept import keep, kept_lexicon


def main(arguments: list[str]) -> int:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    fitting = commands.add_parser("fit", help="train on the annotated articles")
    fitting.add_argument("out", type=Path, help="the model file to write")
    fitting.add_argument("--anercorp", type=Path, help="its training part, learnt from as well")
    measuring = commands.add_parser("measure", help="five-fold cross-validation")
    measuring.add_argument("--anercorp", type=Path, help="measure on this file of ANERCorp too")
    measuring.add_argument(
        "--test", type=Path, help="learn all of --anercorp instead, and measure on this file alone"
    )
    measuring.add_argument(
        "--held-out", action="store_true", help="the shipped model alone, on articles held out"
    )
    keeping = commands.add_parser("keep", help="learn with the lexicons as they are now")
    keeping.add_argument("lexicons", type=Path, help="the file to keep them in")
    chosen = parser.parse_args(arguments)
    if chosen.command == "fit":
        known = kept_lexicon()
        other = without_bodies(anercorp(chosen.anercorp, known)) if chosen.anercorp else []
        fit(annotated_documents(known), known, chosen.out, repeats=weights(), other=other)
    elif chosen.command == "keep":
        keep(chosen.lexicons)
    else:
        for part in _measured(chosen):
            sys.stdout.write(part + "\n")
    return 0


def _measured(chosen: argparse.Namespace) -> Iterator[str]:
    """The tables asked for, each when it is made."""
    lex = lexicon()
    if chosen.held_out:
        yield "Articles held out\n" + report(held_out_articles(lex))
    elif chosen.anercorp and chosen.test:
        yield "ANERCorp, test part\n" + report(anercorp_test(lex, chosen.anercorp, chosen.test))
    else:
        yield "Annotated articles\n" + report(annotated_folds(lex))
        if chosen.anercorp:
            yield "ANERCorp\n" + report(anercorp_folds(lex, chosen.anercorp))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
