import pytest

from newsarchive.commands import COMMANDS, is_command
from newsarchive.commands.parser import language_of, parser


@pytest.mark.parametrize(
    ("line", "environment", "language"),
    [
        ([], {}, "ar"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "C.UTF-8"}, "ar"),
        ([], {"LANG": "fr_FR.UTF-8"}, "ar"),
        ([], {"LANG": "ar_OM.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        (["search", "--language", "en"], {"LANG": "ar_OM"}, "en"),
        (["--language=ar", "search"], {"LANG": "en_US"}, "ar"),
        (["--language"], {"LANG": "en_US"}, "en"),
        (["--language", "de"], {}, "ar"),
        (["search", "--", "--language=en"], {}, "ar"),
    ],
)
def test_the_language_of_messages(monkeypatch, line, environment, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language_of(line) == language


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ([], False),
        (["a.qusasat"], False),
        (["--quit"], False),
        (["./search"], False),
        (["search", "x"], True),
        (["--help"], True),
        (["a.qusasat", "-h"], True),
        (["--version"], True),
        (["--language", "en", "import", "x"], True),
        (["--shape", "never", "a.qusasat"], False),
    ],
)
def test_what_is_a_command(line, command):
    assert is_command(line) is command


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(capsys, language, command):
    with pytest.raises(SystemExit) as end:
        parser(language).parse_args([command, "--help"])
    assert end.value.code == 0
    text = capsys.readouterr().out
    assert ("usage:" in text) is (language == "en")
    assert ("الاستعمال:" in text) is (language == "ar")
    assert "positional" not in text


def test_the_help_names_every_command(capsys):
    with pytest.raises(SystemExit):
        parser("en").parse_args(["--help"])
    text = capsys.readouterr().out
    assert all(f"\n    {command} " in text for command in COMMANDS)


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["dance"],
        ["search", "x"],
        ["search", "x", "--archive", "f", "--limit", "-1"],
        ["search", "x", "--archive", "f", "--sort", "size"],
        ["search", "-x", "--archive", "f"],
        ["export", "x", "--archive", "f", "--format", "doc", "-o", "o"],
        ["screenshot", "o.png", "--size", "10x10"],
        ["screenshot", "o.png", "--size", "wide"],
        ["screenshot", "o.png", "--scale", "9"],
    ],
)
def test_wrong_use_is_refused(capsys, line):
    with pytest.raises(SystemExit) as end:
        parser("en").parse_args(line)
    assert end.value.code == 2
    assert capsys.readouterr().out == ""


def test_a_query_may_begin_with_a_hyphen():
    asked = parser("en").parse_args(["search", "--archive", "f", "--", "-رويترز"])
    assert asked.query == "-رويترز"


def test_a_picture_has_a_size():
    asked = parser("en").parse_args(["screenshot", "o.png", "--size", "1000×700", "--scale", "2"])
    assert (asked.size, asked.scale, asked.archive) == ((1000, 700), 2.0, None)
