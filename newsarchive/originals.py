"""The originals of an archive's articles: read again, with or without a repair.

An Originals is reached through ``Archive.originals`` and lives as long as the archive is open.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsarchive.article import Article, RawDocument, StoredArticle
from newsarchive.errors import ReaderError
from newsarchive.repairs import Repair

if TYPE_CHECKING:
    from newsarchive.source_text import SourceText
    from newsarchive.store.articles import Incoming
    from newsarchive.store.connection import Store

_AROUND = {"outlet": "outlet", "url": "url", "published": "date"}


@dataclass(frozen=True, slots=True)
class Originals:
    """What articles were read from."""

    _store: "Store"

    def unwanted(self, number: int) -> frozenset[Repair]:
        """The repairs that the user does not want for an article."""
        from newsarchive.store.articles import article
        from newsarchive.store.readings import unwanted

        sha256 = article(self._store, number).article.sha256
        return unwanted(self._store, [sha256]).get(sha256, frozenset())

    def document(self, number: int, without: Collection[Repair] | None = None) -> RawDocument:
        """An article's original, read again; its pictures are not.

        Args:
            number: of the article.
            without: repairs that are not to be made; those kept for the article where None.

        Raises:
            StoreError: there is no such article.
            ReaderError: nothing comes of the original alone.
        """
        from newsarchive.readers.originals import Original, read_again
        from newsarchive.store.articles import article, original
        from newsarchive.store.mappings import mappings

        stored = article(self._store, number)
        left = self.unwanted(number) if without is None else without
        source = Original(stored.file, stored.media_type, original(self._store, number))
        return read_again(source, left, mappings(self._store))

    def text(self, number: int) -> "SourceText":
        """What an article's original reads as, with the places of its fields that hold in it.

        Raises:
            StoreError: there is no such article.
        """
        from newsarchive.extract import extract
        from newsarchive.source_text import source_text, unreadable
        from newsarchive.store.articles import article

        stored = article(self._store, number)
        try:
            document = self.document(number)
        except ReaderError:
            return unreadable(stored)
        return source_text(stored, document, extract(document))

    def reread(self, number: int, without: Collection[Repair] = ()) -> StoredArticle:
        """Read an article's original again, without these repairs from now on, and keep it so.

        The index is told: ``Archive.refresh`` then lets searches see it.

        Raises:
            StoreError: there is no such article, or the archive cannot be written.
            ReaderError: nothing comes of the original alone; the article is as it was.
        """
        from newsarchive.store.articles import article

        found = _understood(self.document(number, without))
        self.take(number, found, without)
        return article(self._store, number)

    def take(
        self, number: int, found: "Incoming", without: Collection[Repair] | None = None
    ) -> None:
        """Let an article read as its original was understood now.

        Args:
            number: of the article.
            found: its original, understood.
            without: repairs that were not made and are not wanted from now on; None where this is
                not for the user to say again.
        """
        from newsarchive.store.articles import add_articles, article
        from newsarchive.store.readings import set_unwanted

        stored = article(self._store, number, as_found=True)
        settled = replace(_with_surroundings(found.article, stored.article), name=stored.file)
        if settled.sha256 != stored.article.sha256:
            raise ReaderError("reread-impossible", file=stored.file)
        known = stored.media_type or found.media_type
        kept = found._replace(article=settled, media_type=known)
        add_articles(self._store, [kept], renews=True)
        if without is not None:
            set_unwanted(self._store, stored.article.sha256, without)

    def as_wanted(self, batch: "Sequence[Incoming]") -> "Sequence[Incoming]":
        """Articles on their way in, those without a repair that the user does not want so read."""
        from newsarchive.store.readings import unwanted

        left = unwanted(self._store, (item.article.sha256 for item in batch))
        return [self._as_wanted(item, left) for item in batch] if left else batch

    def _as_wanted(self, item: "Incoming", unwanted: dict[str, frozenset[Repair]]) -> "Incoming":
        from newsarchive.readers.originals import Original, read_again
        from newsarchive.store.mappings import mappings

        without = unwanted.get(item.article.sha256)
        if without is None:
            return item
        source = Original(item.article.name, item.media_type, item.source)
        try:
            found = _understood(read_again(source, without, mappings(self._store)))
        except ReaderError:
            return item
        return found._replace(article=_with_surroundings(found.article, item.article))


def _understood(document: RawDocument) -> "Incoming":
    from newsarchive.entities import find_entities
    from newsarchive.extract import extract
    from newsarchive.store.articles import Incoming

    article = find_entities(extract(document))
    return Incoming(article, document.source, document.media_type, document.encoding)


def _with_surroundings(article: Article, before: Article) -> Article:
    """The article with what only the file around its original stated: its outlet, address, day."""
    stated = {one.field: one for one in before.evidence if not one.end}
    missing = {
        part: getattr(before, part)
        for part, field in _AROUND.items()
        if field in stated and not getattr(article, part)
    }
    evidence = (stated[_AROUND[part]] for part in missing)
    return replace(article, **missing, evidence=(*article.evidence, *evidence))
