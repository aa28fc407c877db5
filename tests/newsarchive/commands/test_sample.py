from newsarchive.commands.extracting import articles
from newsarchive.commands.sample import sample_archive
from resources import resource


def test_the_sample_is_at_least_sixty_whole_articles():
    found = list(articles([resource("sample")]))
    assert len(found) >= 60
    for item in found:
        article = item.article
        assert article.title
        assert article.body
        assert article.section
        assert article.outlet
        assert article.published is not None
        assert not set("⟦⟧") & set(article.title + article.body)


def test_the_sample_archive_is_made_once(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    path = sample_archive()
    assert path.is_relative_to(tmp_path)
    state = path.stat().st_mtime_ns
    assert sample_archive() == path
    assert path.stat().st_mtime_ns == state
