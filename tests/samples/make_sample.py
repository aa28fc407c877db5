"""Makes resources/sample from annotated articles: the marks taken off, all else kept.

    python tests/samples/make_sample.py FOLDER

FOLDER holds the annotated articles, ``*.jsonl``. The articles chosen name no one who is known to
the public; events, persons and the papers they stand in are invented.
"""

import json
import re
import sys
from pathlib import Path

OUT = Path(__file__).resolve().parents[2] / "resources" / "sample" / "articles.jsonl"

PAPERS = {
    "المرفأ": """a010 a018 a022 b003 b013 b021 b049 b063 c007 c011 c029 c032 c059 e005 e010 e062
        e064 e068 i004 i048 i053""",
    "الواحة": """a047 a051 a057 a060 a072 b016 b025 b034 b062 b070 b073 c054 e007 e025 e042 e045
        e072 e074 i001 i006 i008 i016 i033 i044 i055 l043""",
    "ضفاف النيل": """b005 b010 b027 b046 c039 f001 f015 f041 f052 f067 b019 c017""",
    "صدى الأطلس": """b015 b024 f006 f009 f011 f045 f048 f070 f074 l016""",
    "بيت الشام": """b007 b044 b048 c005 c068 f020 f031 f035 f039 f060 f077 f079 l007""",
}
_INNERMOST = re.compile(r"⟦\w+\|([^⟦⟧|]*)(?:\|[^⟦⟧|]*)?⟧")


def unmarked(text: str) -> str:
    """The text as it was before it was annotated; of «surface | plain form» the surface stays."""
    while "⟦" in text:
        text = _INNERMOST.sub(r"\1", text)
    return text


def rows(folder: Path) -> dict[str, dict[str, str]]:
    """Annotated articles by their id."""
    found = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row["id"]] = row
    return found


def main(folder: Path) -> None:
    """Write the sample."""
    annotated = rows(folder)
    with OUT.open("w", encoding="utf-8") as out:
        for paper, ids in PAPERS.items():
            for number in ids.split():
                row = annotated[number]
                article = {
                    "source": paper,
                    "section": row["section"],
                    "title": unmarked(row["title"]),
                    "date": row["date"],
                    "author": row["author"],
                    "content": unmarked(row["body"]),
                }
                out.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
