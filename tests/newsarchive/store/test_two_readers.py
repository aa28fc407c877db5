"""Several connections of one process beside another process that writes and ends."""

import subprocess
import sys
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.search.query import Query

ROOT = Path(__file__).resolve().parents[3]


def test_what_another_process_adds_is_read_though_this_one_opened_the_file_twice(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "أرشيف.qusasat"
    Archive.open(path, create=True).close()
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(40):
        text = f"محليات\n\nخبر رقم {number}\n\n{'افتتحت الوزارة المدرسة. ' * 60}\n"
        (pages / f"{number}.txt").write_text(text, encoding="utf-8")
    with Archive.open(path, read_only=True) as first:
        assert first.search(Query()).total == 0
        Archive.open(path, read_only=True).close()
        command = [sys.executable, str(ROOT / "main.py"), "import", str(pages), "--archive"]
        subprocess.run([*command, str(path)], check=True, capture_output=True)
        first.reload()
        assert len(first.search(Query(), 40).hits) == 40
