import pytest

from newsarchive.readers import tesseract
from newsarchive.readers.tesseract import RecognitionError
from tests.newsarchive.formats import recogniser
from tests.newsarchive.formats.recogniser import EATS, FAILS, LOOPS, install, program, table

pytestmark = pytest.mark.posix

PICTURE = b"P5 1 1 255\n\x07"


def read(tmp_path, alone, both="", **how):
    path = install(tmp_path, {"7 ara": alone, "7 ara+eng": both or alone}, **how)
    return [word.text for word in tesseract.words(program(path), PICTURE)]


def test_words_come_as_the_program_orders_them(tmp_path):
    answer = table(["قال الوزير أمس", "في 12 مدينة."], ["سطر آخر"])
    assert read(tmp_path, answer) == ["قال", "الوزير", "أمس", "في", "12", "مدينة.", "سطر", "آخر"]
    (call,) = recogniser.calls(tmp_path)
    assert call == ["stdin", "stdout", "-l", "ara", "tsv"]


def test_a_resolution_that_is_known_is_told(tmp_path):
    path = install(tmp_path, {"7": table(["خبر"])})
    tesseract.words(program(path), PICTURE, 300)
    assert recogniser.calls(tmp_path)[0][4:] == ["--dpi", "300", "tsv"]


@pytest.mark.parametrize(
    ("alone", "both", "expected"),
    [
        ("قالت قناة 886|26 عربي", "قالت قناة BBC|95 عربي", "قالت قناة BBC عربي"),
        ("قالت ©0886|83 إنها", "قالت OPEC|96 إنها", "قالت OPEC إنها"),
        ("قالت 5/اع|40 إنها", "قالت Re|30 إنها", "قالت 5/اع إنها"),
        ("قالت ريالء|30 إنها", "قالت Sly|45 إنها", "قالت ريالء إنها"),
        ("قالت 12|20 إنها", "قالت 12|20 إنها", "قالت 12 إنها"),
        ("قالت 12|80 إنها", "قالت IZ|95 إنها", "قالت 12 إنها"),
    ],
)
def test_both_languages_are_asked_for_what_is_no_arabic_word(tmp_path, alone, both, expected):
    assert read(tmp_path, table([alone]), table([both])) == expected.split()


def test_words_of_another_script_follow_each_other_from_the_left(tmp_path):
    alone = table(["قالت 1/1/|10 5/5|10 أمس"])
    both = table(["قالت York|90 New|90 أمس"])
    assert read(tmp_path, alone, both) == ["قالت", "New", "York", "أمس"]


def test_with_arabic_alone_there_is_no_second_reading(tmp_path, monkeypatch):
    install(tmp_path, {"7": table(["قناة 886|26"])}, languages="ara\\nosd")
    monkeypatch.setenv("PATH", str(tmp_path))
    found = tesseract.installed()
    assert found is not None
    assert [word.text for word in tesseract.words(found, PICTURE)] == ["قناة", "886"]
    assert len(recogniser.calls(tmp_path)) == 1


def test_rows_that_are_no_words_are_passed_over(tmp_path):
    odd = "5\t1\t1\t1\t1\t1\tx\t0\t0\t0\t90\tخبر\n4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\nshort"
    assert read(tmp_path, f"{odd}\n{table(['نص'])}\n5{chr(9) * 10}90\t \n") == ["نص"]


@pytest.mark.parametrize("languages", ["eng\\nosd", ""])
def test_without_arabic_it_is_of_no_use(tmp_path, monkeypatch, languages):
    install(tmp_path / languages[:3], {}, languages=languages)
    monkeypatch.setenv("PATH", str(tmp_path / languages[:3]))
    assert tesseract.installed() is None


def test_without_the_program_there_is_none(tmp_path, monkeypatch):
    monkeypatch.setattr(tesseract, "_ELSEWHERE", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tesseract.installed() is None
    (tmp_path / "tesseract").write_text("#!/no/such/interpreter\n")
    (tmp_path / "tesseract").chmod(0o755)
    tesseract._found.cache_clear()
    assert tesseract.installed() is None


@pytest.mark.parametrize(
    ("act", "seconds", "memory"),
    [(LOOPS, 1, 2 << 30), (EATS, 30, 1 << 30), (FAILS, 30, 2 << 30)],
    ids=["hangs", "eats memory", "gives up"],
)
def test_a_reading_that_goes_wrong_is_stopped(tmp_path, act, seconds, memory):
    path = install(tmp_path, {"7": table(["خبر"])}, act=act)
    with pytest.raises(RecognitionError):
        tesseract.words(program(path, seconds, memory), PICTURE)


def test_a_program_that_vanished_is_no_crash(tmp_path):
    with pytest.raises(RecognitionError):
        tesseract.words(program(tmp_path / "gone"), PICTURE)


@pytest.mark.parametrize("before", ["", "/opt/lib"])
def test_started_from_a_bundle_it_loads_the_systems_libraries(monkeypatch, tmp_path, before):
    seen = []
    path = install(tmp_path, {"7": table(["خبر"])})
    started = tesseract.subprocess.Popen
    monkeypatch.setattr(
        tesseract.subprocess,
        "Popen",
        lambda *line, **how: (seen.append(how), started(*line, **how))[1],
    )
    monkeypatch.setattr(tesseract.sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path / "bundle"))
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    tesseract.words(program(path), PICTURE)
    assert seen[0]["env"].get("LD_LIBRARY_PATH", "") == before
