"""XML without entities, document types or anything from elsewhere, through defusedxml."""

from xml.etree.ElementTree import Element, ParseError

from newsarchive.errors import ReaderError


def parse(data: bytes, name: str) -> Element:
    """The root of an XML file.

    Raises:
        ReaderError: it declares entities, or is no well-formed XML.
    """
    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    try:
        root: Element = fromstring(data, forbid_dtd=False)
    except DefusedXmlException:
        raise ReaderError("reader-xml-entities", file=name) from None
    except (ParseError, ValueError, LookupError) as error:
        line = error.position[0] if isinstance(error, ParseError) else 1
        raise ReaderError("reader-xml-broken", file=name, line=line) from None
    return root


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
