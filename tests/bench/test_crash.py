"""The crash test in its short form; ``make crash`` runs it for as long as one likes."""

from tests.bench.crash import crash


def test_killed_at_random_moments_nothing_told_is_lost(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    tally = crash(tmp_path, seed=3, rounds=3, seconds=600, files=12, records=8)
    assert tally.wrong == []
    assert tally.kills.total() == 3
