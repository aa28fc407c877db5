"""Train the shipped model, or measure what training gives.

python -m newsarchive.entities.training fit resources/models/entities.crf --anercorp FILE
python -m newsarchive.entities.training measure [--anercorp FILE [--test FILE]]
"""

import argparse
import sys
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
    report,
)
from newsarchive.entities.training.fit import fit


def main(arguments: list[str]) -> int:
    """Read the command line and do one of the two."""
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
    chosen = parser.parse_args(arguments)
    lex = lexicon()
    if chosen.command == "fit":
        other = without_bodies(anercorp(chosen.anercorp)) if chosen.anercorp else []
        fit(annotated_documents(), lex, chosen.out, repeats=weights(), other=other)
        return 0
    if chosen.anercorp and chosen.test:
        tallies = anercorp_test(lex, chosen.anercorp, chosen.test)
        sys.stdout.write("ANERCorp, test part\n" + report(tallies) + "\n")
        return 0
    tallies = annotated_folds(lex)
    sys.stdout.write("Annotated articles\n" + report(tallies) + "\n")
    if chosen.anercorp:
        sys.stdout.write("ANERCorp\n" + report(anercorp_folds(lex, chosen.anercorp)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
