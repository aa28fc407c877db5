"""What the packages are made of: entry, type, icons, manual, licences, in step with the program."""

import configparser
import importlib.util
import re
import tomllib
from pathlib import Path

import pytest
from defusedxml.ElementTree import parse

from newsarchive.commands import COMMANDS
from resources import resource

ROOT = Path(__file__).parents[1]
DESKTOP = ROOT / "resources" / "desktop"
MIME = "application/vnd.qusasat.archive"
ARABIC = re.compile("[\u0621-\u064a]")


def recipe(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entry() -> configparser.SectionProxy:
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str
    read.read(DESKTOP / "qusasat.desktop", encoding="utf-8")
    return read["Desktop Entry"]


def test_the_entry_opens_the_archive_it_is_given():
    assert entry()["Exec"] == "qusasat %f"
    assert MIME in entry()["MimeType"].split(";")
    assert resource("icons", f"{entry()['Icon']}.svg").is_file()


@pytest.mark.parametrize("key", ["Name", "GenericName", "Comment", "Keywords"])
def test_the_entry_speaks_both_languages(key):
    assert ARABIC.search(entry()[f"{key}[ar]"])
    assert not ARABIC.search(entry()[key])


def test_archives_have_a_type_of_their_own():
    kind = parse(DESKTOP / "qusasat.mime.xml").getroot()[0]
    assert kind.get("type") == MIME
    globs = [part.get("pattern") for part in kind if part.tag.endswith("glob")]
    assert globs == ["*.qusasat"]


def test_the_shops_description_names_the_same_entry_and_type():
    told = parse(DESKTOP / "qusasat.metainfo.xml").getroot()
    assert told.findtext("launchable") == "qusasat.desktop"
    assert told.findtext("provides/mediatype") == MIME


def test_the_manual_page_tells_every_command():
    page = recipe("deb").manual_page()
    told = re.findall(r"^\.It Cm ([\w-]+)\n\w", page, re.MULTILINE)
    assert told == list(COMMANDS)


def test_every_package_that_ships_has_its_licence_named():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    listed = {line.split()[0].lower().replace("_", "-") for line in notice.splitlines() if line}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split("[=;]", line)[0].strip().lower() for line in project["dependencies"]}
    assert needed <= listed


def test_the_program_is_called_by_the_name_it_goes_by(monkeypatch):
    from resources import program

    monkeypatch.setattr("sys.argv", ["/usr/bin/qusasat"])
    assert program() == "qusasat"
    monkeypatch.setattr("sys.argv", ["main.py"])
    assert program() == "python main.py"


SOUND = {"name": "lxml", "version": "6.1.3", "vulns": []}
WEAK = {"name": "lxml", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}
NOT_ASKED = {"name": "lxml", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("told", "code", "says"),
    [
        ([SOUND, NOT_ASKED], 0, "1 packages, no known"),
        ([SOUND, WEAK], 1, "CVE-1, mended in 2"),
        ([NOT_ASKED], 0, "did not answer"),
        (None, 0, "did not answer"),
    ],
    ids=["sound", "weak", "nothing known of it", "no answer"],
)
def test_a_known_vulnerability_fails_the_check_and_no_answer_does_not(
    monkeypatch, capsys, told, code, says
):
    audit = recipe("audit")
    monkeypatch.setattr(audit, "ask", lambda: told)
    assert audit.main() == code
    assert says in capsys.readouterr().out


def test_icons_for_windows_and_macos_hold_every_size():
    icons = recipe("icons")
    drawn = {size: b"png%d" % size for size in icons.SIZES}
    ico, icns = icons.ico(drawn), icons.icns(drawn)
    assert ico[:4] == b"\0\0\1\0"
    assert all(drawn[size] in ico for size in icons.SIZES if size <= 256)
    assert int.from_bytes(icns[4:8], "big") == len(icns)
    assert all(
        kind + (8 + len(drawn[size])).to_bytes(4, "big") in icns
        for size, kind in icons._ICNS.items()
    )


def test_only_single_characters_are_repeated_possessively():
    """Groups repeated so match wrongly before Python 3.11.5, which Debian 12 does not have."""
    sources = [*ROOT.glob("newsarchive/**/*.py"), *ROOT.glob("gui/**/*.py")]
    assert sources
    found = [path.name for path in sources if re.search(r"\)[*+?]\+", path.read_text("utf-8"))]
    assert found == []
