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
    spec = importlib.util.spec_from_file_location("deb", ROOT / ".ci" / "deb.py")
    deb = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(deb)
    told = re.findall(r"^\.It Cm ([\w-]+)\n\w", deb.manual_page(), re.MULTILINE)
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
