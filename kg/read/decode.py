"""Bytes of a text file to characters: the encodings in which extractors and editors leave UN documents."""

from __future__ import annotations

import codecs

from kg.errors import DocumentError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, name: str) -> str:
    """Return the text of a file, line ends as they are; DocumentError where it is no text.

    A byte order mark decides; else UTF-8 where the bytes are valid UTF-8, else GB18030, which Chinese editors write.
    """
    if not data.strip():
        raise DocumentError(name, "the file is empty", advice="give a PDF or a text file")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode(data, encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode(data, "gb18030", name)
    if "\x00" in text:
        raise DocumentError(name, "this is no text file", advice="give a PDF or a text file")
    return text


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = "the text is neither UTF-8 nor GB18030" if encoding == "gb18030" else f"the text is broken {encoding}"
        raise DocumentError(name, reason, f"byte {error.start}", "save it as UTF-8") from error
