"""Look the installed packages up among known vulnerabilities, where the package index answers.

Ends with 1 when one is known; 0 when none is, or when nobody could be asked, and says which.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

LINE = (
    "-m",
    "pip_audit",
    "--local",
    "--skip-editable",
    "--timeout",
    "10",
    "--progress-spinner=off",
)
PATIENCE = 120  # seconds


def ask() -> list[dict] | None:
    """What pip-audit tells of each package; None when it got no answer at all."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        line = [sys.executable, *LINE, "--format", "json", "--output", str(told)]
        try:
            subprocess.run(line, check=False, capture_output=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return None
        return json.loads(told.read_text())["dependencies"] if told.exists() else None


def main() -> int:
    """Print what is known; the number is the exit code."""
    packages = ask() or []
    asked = [package for package in packages if "vulns" in package]
    known = [(package, found) for package in asked for found in package["vulns"]]
    for package, found in known:
        mended = ", ".join(found["fix_versions"]) or "no version yet"
        print(f"{package['name']} {package['version']}: {found['id']}, mended in {mended}")
    if not asked:
        print("The package index did not answer: nothing was audited.")
    elif not known:
        print(f"{len(asked)} packages, no known vulnerability.")
    return 1 if known else 0


if __name__ == "__main__":
    sys.exit(main())
