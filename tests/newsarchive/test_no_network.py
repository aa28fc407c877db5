"""The program goes on line for nobody: pages full of remote references are imported in silence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.posix

ROOT = Path(__file__).resolve().parents[2]
PAGE = """<html><head><title>حريق في صحار</title><base href="http://remote.example/">
<link rel="stylesheet" href="http://remote.example/a.css">
<link rel="dns-prefetch" href="//remote.example"><link rel="preload" href="http://remote.example/f.woff">
<meta http-equiv="refresh" content="0;url=http://remote.example/">
<script src="http://remote.example/a.js">fetch("http://remote.example/x")</script>
<style>@import url(http://remote.example/b.css);
body { background: url(http://remote.example/b.png) }</style></head>
<body onload="fetch('http://remote.example/')"><h1>حريق في صحار</h1>
<img src="http://remote.example/p.png" srcset="http://remote.example/q.png 2x"><p>أخمد الدفاع المدني
حريقا شب في مستودع بولاية صحار أمس، ولم تقع إصابات بين العاملين في المكان.</p>
<iframe src="http://remote.example/frame"></iframe><video src="http://remote.example/v.mp4"></video>
<object data="http://remote.example/o"></object><a href="http://remote.example/more">المزيد</a>
<svg><image href="http://remote.example/s.svg"/></svg></body></html>"""
FEED = """<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://remote.example/rss.dtd">
<?xml-stylesheet href="http://remote.example/a.xsl"?><rss version="2.0"><channel>
<link>http://remote.example/</link><item><title>خبر من بعيد</title>
<enclosure url="http://remote.example/a.mp3" type="audio/mpeg" length="1"/>
<link>http://remote.example/1</link><description>نص الخبر الذي جاء من بعيد.</description></item>
</channel></rss>"""
WATCH = """
import os, sys

def _told(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
                 "urllib.Request", "http.client.connect"):
        if event == "socket.connect" and isinstance(arguments[1], (str, bytes)):
            return
        with open(os.environ["WATCHED"], "a") as file:
            file.write(f"{event} {arguments[1:]}\\n")

sys.addaudithook(_told)
"""


@pytest.fixture
def alone(tmp_path):
    """Runs the program where every way to the network is watched, and shut where it can be."""
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH)
    environment = {
        **os.environ,
        "PYTHONPATH": f"{tmp_path / 'watch'}{os.pathsep}{ROOT}",
        "WATCHED": str(tmp_path / "watched"),
        "QUSASAT_CACHE": str(tmp_path / "cache"),
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "en_GB.UTF-8",
    }
    shut = ["unshare", "-rn"] if _can_be_shut() else []

    def run(*line):
        return subprocess.run(
            [*shut, sys.executable, str(ROOT / "main.py"), *map(str, line)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def _can_be_shut():
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    return (
        subprocess.run([unshare, "-rn", "true"], check=False, capture_output=True).returncode == 0
    )


def test_import_search_and_window_need_no_network_and_ask_for_none(alone, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "in" / "b.xml").write_text(FEED, encoding="utf-8")
    archive = tmp_path / "a.qusasat"
    told = alone("import", tmp_path / "in", "--archive", archive, "--jobs", "1")
    assert "2 " in told.stdout, told.stderr
    found = alone("search", "حريق", "--archive", archive)
    assert "صحار" in found.stdout, found.stderr
    drawn = alone("screenshot", tmp_path / "a.png", "--archive", archive, "--article", "1")
    assert drawn.returncode == 0, drawn.stderr
    assert (tmp_path / "a.png").exists()
    out = tmp_path / "out.html"
    assert alone("export", "", "--archive", archive, "--format", "html", "-o", out).returncode == 0
    text = out.read_text("utf-8")
    assert not any(tag in text for tag in ("<script", "<img", "<iframe", "<link", "<object"))
    assert not (tmp_path / "watched").exists(), (tmp_path / "watched").read_text()


def test_the_watch_would_have_told(tmp_path, alone):
    environment = {
        **os.environ,
        "PYTHONPATH": str(tmp_path / "watch"),
        "WATCHED": str(tmp_path / "watched"),
    }
    script = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)
    assert "127.0.0.1" in (tmp_path / "watched").read_text()
