"""From what a reader found to an article: title, section, date, byline and body, with evidence.

    RawDocument ──lines──▶ lines ──wrapping──▶ paragraphs ──reading──▶ what each line is
        ──body──▶ where the article stands ──title, head, author──▶ its fields ──▶ Article

``record`` is the short way for documents whose text is known to be the body alone.
"""

from newsarchive.article import Article, RawDocument
from newsarchive.extract.page import extract_page
from newsarchive.extract.record import extract_record

__all__ = ["extract"]


def extract(document: RawDocument) -> Article:
    """The article of one document, as far as it can be told; what is not told stays empty."""
    if document.body_only and document.fields.get("title", "").strip():
        return extract_record(document)
    return extract_page(document)
