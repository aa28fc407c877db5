"""Leaving the processor to others; in a process of its own, for it cannot be taken back."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TELLS = """
import os, subprocess, sys
from newsarchive.priority import give_way

LOOK = "import ctypes; k = ctypes.windll.kernel32; print(k.GetPriorityClass(k.GetCurrentProcess()))"
if sys.platform != "win32":
    LOOK = "import os; print(os.nice(0))"

def standing():
    look = [sys.executable, "-c", LOOK]
    return int(subprocess.run(look, capture_output=True, text=True, check=True).stdout)

before = standing()
give_way()
print(standing() == 0x4000 if sys.platform == "win32" else standing() == min(19, before + 10))
print(sys.platform != "linux" or os.sched_getscheduler(0) == os.SCHED_BATCH)
"""


def test_what_a_process_starts_goes_after_others_too():
    told = subprocess.run(
        [sys.executable, "-c", TELLS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["True", "True"]
