"""Leaving the processor to others: what nobody waits for, and what somebody reads on beside."""

import os
import sys

NICENESS = 10
_BELOW_NORMAL = 0x4000  # BELOW_NORMAL_PRIORITY_CLASS, which processes started from now on inherit


def give_way() -> None:
    """Let every other program go first on the processor from now on.

    On Linux it also tells that this process calculates, so that the system lets others break in at
    once. What was given up cannot be taken back.
    """
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
        return
    os.nice(NICENESS)
    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
