"""Titles of strangers as names of files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.file_names import LONGEST, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("افتتاح الميناء", "افتتاح الميناء.pdf"),
        ('ما قاله: "نعم" / لا?', "ما قاله نعم لا.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("C:\\Windows\\x", "C Windows x.pdf"),
        ("fdp.\u202eexe", "fdp.exe.pdf"),
        ("می\u200cشود", "می\u200cشود.pdf"),
        ("-rf", "rf.pdf"),
        (".bashrc", "bashrc.pdf"),
        ("CON", "7.pdf"),
        ("nul.txt", "7.pdf"),
        ("...", "7.pdf"),
        ("", "7.pdf"),
        ("م" * 300, "م" * LONGEST + ".pdf"),
    ],
)
def test_a_title_as_a_name(title, name):
    assert file_name(title, ".pdf", "7") == name


@given(st.text())
def test_no_title_leads_elsewhere(title):
    name = file_name(title, ".pdf", "7")
    assert name.endswith(".pdf")
    assert not set(name) & set('/\\:*?"<>|\0\n\u202e\u2066')
    assert name[0] not in ".- "
