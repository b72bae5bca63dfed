"""Reads the glyphs of a PDF through PDFium: the fast reader, and the default.

A call across ctypes costs about half a microsecond, so what is the same for a whole text object (font, size, matrix,
baseline) is asked once for it, the text of the page in one call, and only the box for every glyph.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from kg.errors import DocumentError
from kg.model import Box
from kg.read.glyph import UNMAPPED, Page, Span, Style, is_rule, style

_PLAIN = str.maketrans("\x02\ufffe\xad\x00", "---" + UNMAPPED)  # PDFium's own signs for a hyphen at a line end
_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5  # kinds of page objects
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_FILL_AND_STROKE = 2  # text render mode by which producers imitate bold
_STRIDE = 16  # how far to look ahead for the end of a text object
_PASSWORD = 4  # FPDF_ERR_PASSWORD

_DEEPEST = 8  # forms inside forms are looked into so far
_SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]


class _Calls(NamedTuple):
    """PDFium's functions with bare pointers for arguments: ctypes builds no pointer objects for these."""

    object_of: Callable[[int, int], int | None]
    loose_box: Callable[[int, int, Any], int]
    type_of: Callable[[int], int]
    bounds: Callable[..., int]
    item: Callable[[int, int], int]
    matrix: Callable[[int, int, int], int]
    size: Callable[[int, int], float]
    origin: Callable[[int, int, int, int], int]
    font: Callable[[int], int | None]
    mode: Callable[[int], int]


def read(data: bytes, name: str) -> tuple[Page, ...]:
    """Return the pages of a PDF; DocumentError where it is encrypted, broken or has no pages."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error):
            raise DocumentError(name, "is encrypted", advice="save it without a password") from None
        raise DocumentError(name, "is damaged and cannot be read as PDF", advice="fetch it again") from None
    try:
        calls = _calls(raw)
        return tuple(_read_page(raw, calls, pdf, number, name) for number in range(1, len(pdf) + 1))
    finally:
        pdf.close()


def _calls(raw: Any) -> _Calls:
    pointer, integer = ctypes.c_void_p, ctypes.c_int

    def bare(name: str, result: Any, *arguments: Any) -> Any:
        return ctypes.CFUNCTYPE(result, *arguments)(_address(getattr(raw, name)))

    return _Calls(
        bare("FPDFText_GetTextObject", pointer, pointer, integer),
        bare("FPDFText_GetLooseCharBox", integer, pointer, integer, pointer),
        bare("FPDFPageObj_GetType", integer, pointer),
        bare("FPDFPageObj_GetBounds", integer, pointer, pointer, pointer, pointer, pointer),
        bare("FPDFPage_GetObject", pointer, pointer, integer),
        bare("FPDFText_GetMatrix", integer, pointer, integer, pointer),
        bare("FPDFText_GetFontSize", ctypes.c_double, pointer, integer),
        bare("FPDFText_GetCharOrigin", integer, pointer, integer, pointer, pointer),
        bare("FPDFTextObj_GetFont", pointer, pointer),
        bare("FPDFTextObj_GetTextRenderMode", integer, pointer),
    )


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _read_page(raw: Any, calls: _Calls, pdf: Any, number: int, name: str) -> Page:
    import pypdfium2

    try:
        page = pdf[number - 1]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        place = f"page {number}"
        raise DocumentError(name, "is damaged and cannot be read", place, "fetch the file again") from None
    try:
        view = _View(page)
        reading = _PageReading(raw, calls, _address(page.raw), _address(text.raw), text.raw, view)
        spans = list(reading.spans())
        rules, images, repeated = reading.drawn()
        if repeated:
            spans = [part for span in spans for part in _mark_overprinted(span, repeated)]
        return Page(number, view.width, view.height, tuple(spans), tuple(rules), images, reading.turned)
    finally:
        text.close()
        page.close()


class _View:
    """The page as shown: turns PDFium's coordinates (user space, y upwards) into points from the top left."""

    def __init__(self, page: Any) -> None:
        self.x0, self.y0, self.x1, self.y1 = page.get_cropbox()
        self.rotation = page.get_rotation()
        self.plain = self.rotation == 0
        width, height = self.x1 - self.x0, self.y1 - self.y0
        self.width, self.height = (width, height) if self.rotation in (0, 180) else (height, width)

    def point(self, x: float, y: float) -> Point:
        """Return the place of a point."""
        if self.rotation == 90:
            return y - self.y0, x - self.x0
        if self.rotation == 180:
            return self.x1 - x, y - self.y0
        if self.rotation == 270:
            return self.y1 - y, self.x1 - x
        return x - self.x0, self.y1 - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Return x0, top, x1, bottom of a rectangle."""
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def direction(self, a: float, b: float) -> Point:
        """Return the direction of a vector of user space, y upwards still, as shown."""
        turns = {90: (b, -a), 180: (-a, -b), 270: (-b, a)}
        return turns.get(self.rotation, (a, b))


class _PageReading:
    """One page while it is read."""

    def __init__(
        self,
        raw: Any,
        calls: _Calls,
        page: int,
        text: int,
        handle: Any,
        view: _View,
    ) -> None:
        self.raw, self.calls, self.page, self.text, self.handle = raw, calls, page, text, handle
        self.view = view
        self.styles: dict[tuple[Any, ...], Style] = {}  # by font's address among others, which holds for a page alone
        self.count = raw.FPDFText_CountChars(handle)
        self.box, self.matrix, self.origin = raw.FS_RECTF(), raw.FS_MATRIX(), (ctypes.c_double * 2)()
        self.box_at, self.matrix_at = ctypes.addressof(self.box), ctypes.addressof(self.matrix)
        self.origin_at = ctypes.addressof(self.origin)
        self.seen: set[int] = set()
        self.turned = 0

    def spans(self) -> Iterator[Span]:
        """Yield a span for each text object."""
        chars = self._chars()
        for start, end, item in self._objects():
            self.seen.add(item)
            span = self._span(item, start, end, chars)
            if span is None:
                self.turned += end - start
            else:
                yield span

    def _chars(self) -> str:
        """Return a character for each index of the page."""
        buffer = ctypes.create_string_buffer(2 * (self.count + 1))
        written = self.raw.FPDFText_GetText(
            self.handle, 0, self.count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        )
        text = buffer.raw[: 2 * (written - 1)].decode("utf-16-le", "replace") if written > 0 else ""
        if len(text) != self.count or written - 1 != self.count:
            codes = (self.raw.FPDFText_GetUnicode(self.handle, index) for index in range(self.count))
            text = "".join(UNMAPPED if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code) for code in codes)
        return text.translate(_PLAIN)

    def _objects(self) -> Iterator[tuple[int, int, int]]:
        """Yield (first index, end, object) for each stretch of glyphs of one text object.

        Characters that PDFium made up (spaces, line ends) belong to none. An object's glyphs are consecutive, so the
        end is found by looking ahead and halving.
        """
        object_of, text, count = self.calls.object_of, self.text, self.count
        start = 0
        while start < count:
            item = object_of(text, start)
            if not item:
                start += 1
                continue
            low, high = start, start + _STRIDE  # low is in the object, high is not known to be
            while high < count and object_of(text, high) == item:
                low, high = high, high + _STRIDE
            high = min(high, count)
            while high - low > 1:
                middle = (low + high) // 2
                if object_of(text, middle) == item:
                    low = middle
                else:
                    high = middle
            yield start, high, item
            start = high

    def _span(self, item: int, start: int, end: int, chars: str) -> Span | None:
        """Return the span of an object's glyphs, None where they are not upright."""
        shape = self._style(item, start)
        if shape is None:
            return None
        box, at = self.box, self.box_at
        lefts, rights = [], []
        loose, text, view = self.calls.loose_box, self.text, self.view
        if view.plain:
            shift = view.x0
            for index in range(start, end):
                loose(text, index, at)
                lefts.append(box.left - shift)
                rights.append(box.right - shift)
        else:
            for index in range(start, end):
                loose(text, index, at)
                x0, _, x1, _ = view.box(box.left, box.bottom, box.right, box.top)
                lefts.append(x0)
                rights.append(x1)
        _, top, _, bottom = view.box(box.left, box.bottom, box.right, box.top)
        self.calls.origin(text, start, self.origin_at, self.origin_at + 8)
        baseline = view.point(*self.origin)[1]
        _part_ligatures(lefts, rights)
        return Span(shape, baseline, top, bottom, start, list(chars[start:end]), lefts, rights)

    def _style(self, item: int, index: int) -> Style | None:
        """Return the style of a text object, None where it is not upright on the page."""
        calls, matrix = self.calls, self.matrix
        calls.matrix(self.text, index, self.matrix_at)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        if not self.view.plain:
            a, b = self.view.direction(a, b)
            c, d = self.view.direction(c, d)
        if abs(b) > 0.05 * abs(a) or a <= 0 or d <= 0:
            return None
        mode = calls.mode(item)
        size = round(calls.size(self.text, index) * d, 2)
        key = (calls.font(item), size, mode, c > 0.15 * d)
        known = self.styles.get(key)
        if known is None:
            name, flags = self._font(index)
            bold = bool(flags & _BOLD_FLAG) or mode == _FILL_AND_STROKE
            known = self.styles[key] = style(name, size, bold, key[3] or bool(flags & _ITALIC_FLAG))
        return known

    def _font(self, index: int) -> tuple[str, int]:
        buffer = ctypes.create_string_buffer(256)
        flags = ctypes.c_int()
        self.raw.FPDFText_GetFontInfo(self.handle, index, buffer, 256, flags)
        return buffer.value.decode("utf-8", "replace"), flags.value

    def drawn(self) -> tuple[list[Box], int, list[Box]]:
        """Return the horizontal rules, the count of images, and the text objects that PDFium left out as repeated."""
        rules: list[Box] = []
        images = 0
        repeated: list[Box] = []
        for item, kind, matrix in self._items():
            if kind == _PATH:
                box = self._bounds(item, matrix)
                if is_rule(box.x0, box.top, box.x1, box.bottom):
                    rules.append(box)
            elif kind == _TEXT and item not in self.seen:
                repeated.append(self._bounds(item, matrix))
            elif kind == _IMAGE:
                images += 1
        return rules, images, repeated

    def _items(self) -> Iterator[tuple[int, int, Matrix]]:
        """Yield the page's objects with their kind, those inside forms with the matrix of the form."""
        calls = self.calls
        count = self.raw.FPDFPage_CountObjects(ctypes.cast(self.page, self.raw.FPDF_PAGE))
        for index in range(count):
            item = calls.item(self.page, index)
            kind = calls.type_of(item)
            if kind == _FORM:
                yield from self._items_of_form(item, _SAME)
            else:
                yield item, kind, _SAME

    def _items_of_form(self, form: int, outer: Matrix, depth: int = 0) -> Iterator[tuple[int, int, Matrix]]:
        raw = self.raw
        handle = ctypes.cast(form, raw.FPDF_PAGEOBJECT)
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(handle, own)
        matrix = _product((own.a, own.b, own.c, own.d, own.e, own.f), outer)
        for index in range(raw.FPDFFormObj_CountObjects(handle)):
            item = _address(raw.FPDFFormObj_GetObject(handle, index))
            kind = self.calls.type_of(item)
            if kind != _FORM:
                yield item, kind, matrix
            elif depth < _DEEPEST:
                yield from self._items_of_form(item, matrix, depth + 1)

    def _bounds(self, item: int, matrix: Matrix) -> Box:
        edges = (ctypes.c_float * 4)()
        at = ctypes.addressof(edges)
        self.calls.bounds(item, at, at + 4, at + 8, at + 12)
        left, bottom, right, top = edges
        if matrix is not _SAME:
            a, b, c, d, e, f = matrix
            left, bottom, right, top = (
                a * left + c * bottom + e, b * left + d * bottom + f, a * right + c * top + e, b * right + d * top + f,
            )  # fmt: skip
        return Box(*self.view.box(left, bottom, right, top))


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that maps as ``inner`` does and then as ``outer``."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _part_ligatures(lefts: list[float], rights: list[float]) -> None:
    """Share the box of a ligature among the letters that PDFium makes of it: they come with one box."""
    start = 0
    count = len(lefts)
    for index in range(1, count + 1):
        if index < count and lefts[index] == lefts[start] and rights[index] == rights[start]:
            continue
        if index - start > 1 and rights[start] > lefts[start]:
            left, width = lefts[start], (rights[start] - lefts[start]) / (index - start)
            for offset in range(index - start):
                lefts[start + offset] = left + offset * width
                rights[start + offset] = left + (offset + 1) * width
        start = index


def _mark_overprinted(span: Span, repeated: list[Box]) -> Iterator[Span]:
    """Yield the span in parts, those marked that lie under a text object left out as repeated."""
    middle = (span.top + span.bottom) / 2
    boxes = [box for box in repeated if box.top <= middle <= box.bottom and box.x1 > box.x0]
    if not boxes:
        yield span
        return
    flags = [
        any(box.x0 <= (left + right) / 2 <= box.x1 for box in boxes)
        for left, right in zip(span.lefts, span.rights, strict=True)
    ]
    start = 0
    for index in range(1, len(flags) + 1):
        if index == len(flags) or flags[index] != flags[start]:
            part = slice(start, index)
            yield span._replace(
                start=span.start + start,
                texts=span.texts[part],
                lefts=span.lefts[part],
                rights=span.rights[part],
                overprinted=flags[start],
            )
            start = index
