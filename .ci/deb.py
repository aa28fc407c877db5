"""Lay the bundle out as a Debian package: ``python .ci/deb.py BUNDLE ICONS OUT``.

Icons, MIME type and desktop entry are announced by the triggers of the packages that own them
(hicolor-icon-theme, shared-mime-info, desktop-file-utils), so there are no maintainer scripts.
"""

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "resources" / "desktop"

CONTROL = """\
Package: qusasat
Version: {version}
Section: misc
Priority: optional
Architecture: {architecture}
Maintainer: Qusasat <qusasat@users.noreply.github.com>
Installed-Size: {size}
Depends: libc6 (>= {glibc}), libegl1, libgl1, libfontconfig1, libx11-6, libxkbcommon0,
 libxkbcommon-x11-0, fonts-noto-core, hicolor-icon-theme, shared-mime-info, desktop-file-utils
Suggests: tesseract-ocr, tesseract-ocr-ara
Description: desktop archive of Arabic news
 Qusasat keeps saved news articles in one file, reads title, section, date,
 persons with rank and office, and organisations, and finds any of it as one
 types, whatever the spelling. It works offline.
 .
 قصاصات أرشيف مكتبي للأخبار العربية: يقرأ من كل خبر عنوانه وقسمه وتاريخه ومن ورد
 فيه من أشخاص ومؤسسات، ويجد ما تريد وأنت تكتب، بلا اتصال.
"""

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Qusasat

Files: *
Copyright: the authors of Qusasat
License: Expat
Comment:
 The tagger's model is under CC BY-SA 4.0, see entities.md beside it. Libraries
 that come along have licences of their own, all of them in
 /usr/lib/qusasat/_internal/licences.txt.

"""


def version() -> str:
    """The version of the project."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)["project"]["version"])


def moment() -> datetime:
    """When this version was made: of the last change where that is known, so that builds agree."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(stamp), UTC) if stamp else datetime.now(UTC)


def lay_out(bundle: Path, icons: Path, root: Path) -> None:
    """All files of the package below ``root``."""
    share = root / "usr" / "share"
    shutil.copytree(bundle, root / "usr" / "lib" / "qusasat", symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "qusasat").symlink_to("../lib/qusasat/qusasat")
    _put(DESKTOP / "qusasat.desktop", share / "applications" / "qusasat.desktop")
    _put(DESKTOP / "qusasat.mime.xml", share / "mime" / "packages" / "qusasat.xml")
    metainfo = (DESKTOP / "qusasat.metainfo.xml").read_text(encoding="utf-8")
    metainfo = metainfo.replace("@VERSION@", version()).replace("@DATE@", f"{moment():%Y-%m-%d}")
    _write(share / "metainfo" / "io.github.qusasat.Qusasat.metainfo.xml", metainfo)
    for path in icons.rglob("*.png"):
        _put(path, share / "icons" / "hicolor" / path.relative_to(icons))
    scalable = share / "icons" / "hicolor" / "scalable"
    _put(ROOT / "resources" / "icons" / "qusasat.svg", scalable / "apps" / "qusasat.svg")
    _zip(share / "man" / "man1" / "qusasat.1.gz", manual_page().encode())
    documents = share / "doc" / "qusasat"
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    body = "\n".join(f" {line}" if line else " ." for line in licence.splitlines())
    _write(documents / "copyright", f"{COPYRIGHT}License: Expat\n{body}\n")
    told = f"qusasat ({version()}) unstable; urgency=low\n\n  * See CHANGELOG.md.\n\n"
    told += f" -- Qusasat <qusasat@users.noreply.github.com>  {format_datetime(moment())}\n"
    _zip(documents / "changelog.gz", told.encode())


def manual_page() -> str:
    """The manual page, with the commands as ``--help`` tells them."""
    from newsarchive.commands import COMMANDS
    from resources import message

    told = "\n".join(f".It Cm {name}\n{message(f'cli-{name}', 'en')}" for name in COMMANDS)
    page = (DESKTOP / "qusasat.1").read_text(encoding="utf-8")
    return page.replace("@COMMANDS@", told)


def build(root: Path, out: Path) -> Path:
    """Write the control file and pack ``root`` into ``out``; gives the package's path."""
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file())
    architecture = _said("dpkg", "--print-architecture")
    glibc = os.confstr("CS_GNU_LIBC_VERSION").split()[-1]
    control = CONTROL.format(
        version=version(), architecture=architecture, size=size // 1024, glibc=glibc
    )
    _write(root / "DEBIAN" / "control", control)
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            executable = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if executable else 0o644)
    out.mkdir(parents=True, exist_ok=True)
    package = out / f"qusasat_{version()}_{architecture}.deb"
    packed = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(root), str(package)]
    subprocess.run(packed, check=True, stdout=subprocess.DEVNULL)
    return package


def _said(*line: str) -> str:
    return subprocess.run(line, check=True, capture_output=True, text=True).stdout.strip()


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _zip(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(data, mtime=int(moment().timestamp())))


def main() -> None:
    """Build the package and print its path."""
    bundle, icons, out = (Path(word) for word in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "qusasat"
        lay_out(bundle, icons, root)
        print(build(root, out))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
