"""Text as programs spoil it."""


def misread(text: str, written: str, read: str) -> str:
    """As a program that follows the WHATWG tables shows bytes that it decodes wrongly."""
    return "".join(
        bytes([byte]).decode(read, "replace").replace("\ufffd", chr(byte))
        for byte in text.encode(written)
    )
