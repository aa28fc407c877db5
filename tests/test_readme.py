"""What README says holds: its keys, its commands, its pictures."""

import re
import shlex
from pathlib import Path

import pytest

from gui.actions import COMMANDS as ACTIONS
from newsarchive.commands import COMMANDS
from newsarchive.commands.parser import parser
from newsarchive.search.parse import EVERYTHING, parse

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = list(re.findall(r"^    python main\.py (.+?)(?:  .*)?$", README, re.MULTILINE))
VALUES = {"F": "a.qusasat", "OUT": "out.csv", "ID": "1", "QUERY": "مسقط", "Q": "مسقط", "N": "2",
          "OTHER": "2", "FILE": "b.qusasat", "WHAT": "merge"}  # fmt: skip


def test_every_key_stands_in_the_table():
    rows = dict(re.findall(r"^\| (`.+`) \| .+ · (.+) \|$", README, re.MULTILINE))
    told = {text: keys for keys, text in rows.items()}
    wanted = {
        action.text.rstrip("…"): " ".join(f"`{key}`" for key in action.keys)
        for action in ACTIONS
        if action.keys
    }
    assert told == wanted


@pytest.mark.parametrize("line", [line for line in LINES if line.split()[0] in COMMANDS])
def test_every_command_line_can_be_typed(line):
    plain = (
        re.sub(r"[\[\]…]", "", line)
        .replace("PATH", "news")
        .replace("TABLE", "news.csv")
        .replace("OUT.png", "out.png")
    )
    words = [VALUES.get(word, word.split("|")[0]) for word in shlex.split(plain)]
    asked = parser("en").parse_args(words)
    assert asked.command == words[0]


def test_every_command_is_told():
    assert {line.split()[0] for line in LINES} >= set(COMMANDS)


def test_every_query_shown_means_something():
    typed = re.findall(r"^\| `([^`]+)`", README.partition("## Keys")[0], re.MULTILINE)
    assert len(typed) > 5
    assert all(parse(line.replace("\\|", "|")) != EVERYTHING for line in typed)


def test_every_picture_is_there():
    pictures = re.findall(r"\(([^)]+\.png)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
