"""Draw the program's and the archive file's icons in every size: ``python .ci/icons.py FOLDER``.

Writes ``FOLDER/SIZExSIZE/{apps,mimetypes}/*.png`` in pixels, and ``qusasat.ico`` and
``qusasat.icns``, the containers Windows and macOS ask for, made of the same PNG files.
"""

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
PLACES = {"qusasat": "apps/qusasat", "archive-file": "mimetypes/application-vnd.qusasat.archive"}
# Types of PNG entries by size: developer.apple.com, "Icon Services"; icns keeps 24 for nothing.
_ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def draw(folder: Path) -> dict[int, bytes]:
    """Every PNG file below ``folder``; gives those of the program itself by size."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QColor, QGuiApplication

    from gui.icons import pixmap

    application = QGuiApplication.instance() or QGuiApplication(["icons"])
    drawn: dict[int, bytes] = {}
    for size in SIZES:
        for name, place in PLACES.items():
            path = folder / f"{size}x{size}" / f"{place}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            if not pixmap(name, QColor("black"), QSize(size, size)).save(str(path)):
                raise SystemExit(f"{path} could not be written")
            if name == "qusasat":
                drawn[size] = path.read_bytes()
    del application
    return drawn


def ico(drawn: dict[int, bytes]) -> bytes:
    """A Windows icon of PNG entries, up to 256 pixels."""
    entries = [(size, data) for size, data in drawn.items() if size <= 256]
    head = struct.pack("<HHH", 0, 1, len(entries))
    at = len(head) + 16 * len(entries)
    index = b""
    for size, data in entries:
        index += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + index + b"".join(data for _, data in entries)


def icns(drawn: dict[int, bytes]) -> bytes:
    """A macOS icon of PNG entries."""
    entries = b"".join(
        kind + struct.pack(">I", 8 + len(drawn[size])) + drawn[size] for size, kind in _ICNS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(entries)) + entries


def main() -> None:
    """Write all icons."""
    folder = Path(sys.argv[1])
    drawn = draw(folder)
    (folder / "qusasat.ico").write_bytes(ico(drawn))
    (folder / "qusasat.icns").write_bytes(icns(drawn))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main()
