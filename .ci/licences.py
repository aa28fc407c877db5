"""Name the licences of all that ships with Qusasat, as pip-licenses reads them.

``python .ci/licences.py NOTICE`` writes the table that is kept in the repository;
``python .ci/licences.py --texts FILE`` the licences' whole texts, which go into the bundle.
"""

import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HEAD = """\
Qusasat ships with these packages, each under its own licence. Their whole texts are in
licences.txt beside the program. Made by `make notice`; versions as pinned or resolved then.

"""
WITHIN = """
Within them: Qt 6 (LGPL-3.0) in PySide6-Essentials and shiboken6, loaded as shared libraries that
may be replaced; PDFium (BSD-3-Clause) in pypdfium2; libxml2 and libxslt (MIT) in lxml; CRFsuite
(BSD-3-Clause) in python-crfsuite; CRoaring (Apache-2.0) in pyroaring; Zstandard (BSD-3-Clause) in
zstandard; Python itself (PSF-2.0).

resources/models/entities.crf is under CC BY-SA 4.0; its sources are named in
resources/models/entities.md.
"""


def shipped(package: str = "qusasat") -> set[str]:
    """The names of all packages that ``package`` needs here, and theirs; itself left out."""
    known: set[str] = set()
    open_ = [package]
    while open_:
        name = open_.pop()
        if name in known:
            continue
        try:
            needed = requires(name) or []
        except PackageNotFoundError:
            continue
        known.add(name)
        for line in needed:
            one = Requirement(line)
            if one.marker is None or one.marker.evaluate({"extra": ""}):
                open_.append(canonicalize_name(one.name))
    return known - {package}


def read(names: set[str], *options: str) -> list[dict[str, str]]:
    """What pip-licenses knows of the packages, by name."""
    line = [sys.executable, "-m", "piplicenses", "--format=json", *options]
    told = subprocess.run([*line, "--packages", *sorted(names)], check=True, capture_output=True)
    return sorted(json.loads(told.stdout), key=lambda one: one["Name"].casefold())


def table(found: list[dict[str, str]]) -> str:
    """A line each: name, version, licence, address."""
    rows = [(one["Name"], one["Version"], one["URL"], one["License"]) for one in found]
    widths = [max(len(row[place]) for row in rows) for place in range(3)]
    lines = (
        f"{name:<{widths[0]}}  {version:<{widths[1]}}  {url:<{widths[2]}}  {licence}"
        for name, version, url, licence in rows
    )
    return HEAD + "\n".join(lines) + "\n" + WITHIN


def texts(found: list[dict[str, str]]) -> str:
    """Every package's licence as it was delivered."""
    line = "=" * 78
    return "\n".join(
        f"{line}\n{one['Name']} {one['Version']}: {one['License']}\n{line}\n{one['LicenseText']}\n"
        for one in found
    )


def main() -> None:
    """Write the table, or the texts."""
    *option, path = sys.argv[1:]
    if option == ["--texts"]:
        wanted = read(shipped(), "--with-license-file", "--no-license-path")
        Path(path).write_text(texts(wanted), encoding="utf-8")
    else:
        Path(path).write_text(table(read(shipped(), "--with-urls")), encoding="utf-8")


if __name__ == "__main__":
    main()
