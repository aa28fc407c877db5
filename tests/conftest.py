"""What holds for every test."""

import os

from hypothesis import settings

# The same examples at every run, so that a change is judged by what it changes; EXPLORE=1 makes new
# ones, and more of them.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("explore" if os.environ.get("EXPLORE") else "same")
