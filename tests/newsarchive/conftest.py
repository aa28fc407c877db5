import pytest


@pytest.fixture(autouse=True)
def cache_of_its_own(tmp_path, monkeypatch):
    """Indexes of a test's archives go away with the test."""
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
