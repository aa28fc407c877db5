import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # the first case compiles and loads word lists
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path, monkeypatch):
    """Indexes of a test's archives go away with the test."""
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
