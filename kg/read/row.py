"""Rows: glyphs that stand on one printed line, put in order across fonts, sizes and baselines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from kg.model import Box
from kg.read.fold import fold
from kg.read.glyph import Page, Span
from kg.read.overprint import collapse, overlap

SAME_LINE = 0.25  # baselines that differ by less, in ems of the smaller font, are one line's
RAISED = 0.12  # a smaller glyph this far above the baseline, in ems of the line's font, is a superscript
SMALL = 0.8  # ... if its size is at most this share of the line's
REACH = 0.75  # how far above the baseline a superscript's may be
SUNK = 0.35  # how far below the baseline a subscript's may be
COLUMN_GAP = 4.0  # a gap so wide, in ems, parts what stands left and right in the masthead or a table
LABEL_GAP = 8.0  # but not a label from its text, up to this width
WORD_GAP = 0.17  # a gap so wide, in ems, parts words where no space is printed
_LABEL = re.compile(r"[\[(（]?\w{1,5}[\])）.、:：/]{0,2}")


@dataclass(slots=True)
class Row:
    """One printed line while it is read: folded text, and for each character the glyph that it came from.

    ``glyphs`` holds for each character of ``text`` its place in the lists that follow (left and right edge, index in
    the reader's order, printed bold or italic or more than once, raised and small); -1 for a space that was not
    printed. ``size`` and ``baseline`` are those of most glyphs.
    """

    page: int
    text: str
    glyphs: list[int]
    lefts: list[float]
    rights: list[float]
    indexes: list[int]
    emphatic: list[bool]
    raised: list[bool]
    size: float
    baseline: float
    top: float
    bottom: float
    fonts: tuple[str, ...] = ()
    solid: str = field(init=False)

    def __post_init__(self) -> None:
        """Keep the text without spaces, by which rows of several pages are compared."""
        self.solid = self.text.replace(" ", "")

    @property
    def left(self) -> float:
        """The left edge of the first printed character."""
        return self.lefts[self.glyphs[0]]

    @property
    def right(self) -> float:
        """The right edge of the last printed character."""
        return self.rights[self.glyphs[-1]]

    @property
    def box(self) -> Box:
        """The rectangle around the row."""
        return Box(self.left, self.top, self.right, self.bottom)


class _Cluster:
    """Spans with about one baseline."""

    __slots__ = ("baseline", "size", "spans")

    def __init__(self, span: Span) -> None:
        self.spans = [span]
        self.baseline = span.baseline
        self.size = span.style.size

    def settle(self) -> None:
        """Take baseline and size from the style that most glyphs have."""
        if len(self.spans) > 1:
            votes: Counter[tuple[float, float]] = Counter()
            for span in self.spans:
                votes[span.baseline, span.style.size] += len(span.texts)
            self.baseline, self.size = max(votes, key=lambda key: (votes[key], key))


def rows(page: Page, plain: frozenset[str] = frozenset()) -> list[Row]:
    """Return the page's rows from top to bottom, and from left to right where a wide gap parts them.

    ``plain`` names the fonts that stress nothing though they are bold or italic, since the document is set in them.
    """
    clusters = _clusters(page.spans)
    return [row for cluster in clusters for spans in _columns(cluster.spans) for row in _row(page.number, spans, plain)]


def plain_fonts(pages: Iterable[Page]) -> frozenset[str]:
    """Return the fonts in which most of a document is set."""
    votes: Counter[str] = Counter()
    for page in pages:
        for span in page.spans:
            votes[span.style.font] += len(span.texts)
    return frozenset(font for font, count in votes.items() if 2 * count > votes.total())


def _clusters(spans: Sequence[Span]) -> list[_Cluster]:
    printed = [part for span in _joined_spaces(spans) for part in _unbroken(span)]
    clusters: list[_Cluster] = []
    for span in sorted(printed, key=attrgetter("baseline")):
        last = clusters[-1] if clusters else None
        if last is not None and span.baseline - last.baseline <= SAME_LINE * min(span.style.size, last.size):
            last.spans.append(span)
        else:
            clusters.append(_Cluster(span))
    for cluster in clusters:
        cluster.settle()
    return _attach_scripts(clusters)


def _joined_spaces(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans that print something; spaces that follow one in a span of their own are joined to it."""
    last: Span | None = None
    for span in spans:
        if not "".join(span.texts).isspace():
            if last is not None:
                yield last
            last = span
        elif last is not None and _continues(last, span):
            texts, lefts, rights = last.texts + span.texts, last.lefts + span.lefts, last.rights + span.rights
            last = last._replace(texts=texts, lefts=lefts, rights=rights)
    if last is not None:
        yield last


def _continues(last: Span, span: Span) -> bool:
    """Tell whether a span of spaces goes on where the last one ends, so that its indexes can follow, too."""
    size = last.style.size
    return (
        span.start == last.start + len(last.texts)
        and abs(span.baseline - last.baseline) <= SAME_LINE * size
        and abs(span.lefts[0] - last.rights[-1]) <= 0.3 * size
    )


def _unbroken(span: Span) -> Iterator[Span]:
    """Yield the span in parts where a jump inside it leaves room for other text, or goes back."""
    size = span.style.size
    lefts, rights = span.lefts, span.rights
    start = 0
    for index in range(1, len(lefts)):
        jump = lefts[index] - rights[index - 1]
        if jump > 1.5 * size or jump < -0.5 * size:
            yield _part(span, start, index)
            start = index
    yield span if start == 0 else _part(span, start, len(lefts))


def _part(span: Span, start: int, end: int) -> Span:
    return span._replace(
        start=span.start + start,
        texts=span.texts[start:end],
        lefts=span.lefts[start:end],
        rights=span.rights[start:end],
    )


def _attach_scripts(clusters: list[_Cluster]) -> list[_Cluster]:
    """Give superscripts and subscripts that stand on a baseline of their own to the line that they belong to."""
    kept: list[_Cluster] = []
    for index, cluster in enumerate(clusters):
        below = clusters[index + 1] if index + 1 < len(clusters) else None
        above = kept[-1] if kept else None
        rest = []
        for span in cluster.spans:
            if below is not None and _scripts(span, below, REACH):
                below.spans.append(span)
            elif above is not None and above is not cluster and _scripts(span, above, SUNK):
                above.spans.append(span)
            else:
                rest.append(span)
        if rest:
            cluster.spans = rest
            kept.append(cluster)
    return kept


def _scripts(span: Span, line: _Cluster, reach: float) -> bool:
    """Tell whether a span is a super- or subscript of a line: smaller, within reach, and beside its text."""
    if span.style.size > SMALL * line.size or abs(line.baseline - span.baseline) > reach * line.size:
        return False
    left, right, room = span.lefts[0], span.rights[-1], line.size
    return any(other.lefts[0] - room <= right and left <= other.rights[-1] + room for other in line.spans)


def _columns(spans: list[Span]) -> Iterator[list[Span]]:
    """Yield the spans of a line in order, parted where a gap is too wide for running text."""
    spans.sort(key=lambda span: span.lefts[0])
    column: list[Span] = []
    edge = 0.0
    for span in spans:
        left, right = _ink(span)
        if column:
            gap = (left - edge) / max(span.style.size, column[-1].style.size)
            if gap > COLUMN_GAP and (gap > LABEL_GAP or not _LABEL.fullmatch(_plain(column))):
                yield column
                column = []
        column.append(span)
        edge = right if len(column) == 1 else max(edge, right)
    yield column


def _ink(span: Span) -> tuple[float, float]:
    """Return the edges of a span's first and last glyph that is no space."""
    first = next(index for index, text in enumerate(span.texts) if not text.isspace())
    last = next(index for index in range(len(span.texts) - 1, -1, -1) if not span.texts[index].isspace())
    return span.lefts[first], span.rights[last]


def _plain(spans: Iterable[Span]) -> str:
    return "".join("".join(span.texts) for span in spans).strip()


def _row(number: int, spans: list[Span], plain: frozenset[str]) -> Iterator[Row]:
    """Yield the row of the spans; none where nothing is left of their text."""
    cluster = _Cluster(spans[0])
    cluster.spans = spans
    cluster.settle()
    size, baseline = cluster.size, cluster.baseline
    texts: list[str] = []
    lefts: list[float] = []
    rights: list[float] = []
    indexes: list[int] = []
    emphatic: list[bool] = []
    raised: list[bool] = []
    for span in spans:
        count = len(span.texts)
        texts += span.texts
        lefts += span.lefts
        rights += span.rights
        indexes += range(span.start, span.start + count)
        stressed = (span.style.bold or span.style.italic) and span.style.font not in plain
        emphatic += [span.overprinted or stressed] * count
        raised += [span.style.size <= SMALL * size and baseline - span.baseline >= RAISED * size] * count
    if len(spans) > 1 and overlap(lefts, rights, size):
        kept = collapse(texts, lefts, rights, emphatic, size)
        texts, lefts, rights = [texts[i] for i in kept], [lefts[i] for i in kept], [rights[i] for i in kept]
        indexes, emphatic, raised = (
            [indexes[i] for i in kept],
            [emphatic[i] for i in kept],
            [raised[i] for i in kept],
        )
    text, glyphs = _text(texts, lefts, rights, size)
    if text:
        yield Row(
            number, text, glyphs, lefts, rights, indexes, emphatic, raised, size, baseline,
            min(span.top for span in spans), max(span.bottom for span in spans),
            tuple({span.style.font for span in spans}),
        )  # fmt: skip


def _text(texts: list[str], lefts: list[float], rights: list[float], size: float) -> tuple[str, list[int]]:
    """Return the folded text and the glyph of each of its characters, with spaces where gaps tell of them."""
    wide = WORD_GAP * size
    chars: list[str] = []
    places: list[int] = []
    edge = lefts[0]
    last = " "
    for place, text in enumerate(texts):
        left = lefts[place]
        if left - edge > wide and last != " " and text != " ":
            chars.append(" ")
            places.append(-1)
        if len(text) == 1:
            if text != " " or last != " ":
                chars.append(text)
                places.append(place)
        else:
            chars.extend(text)
            places.extend([place] * len(text))
        edge = rights[place]
        last = text
    if last == " " and chars:
        del chars[-1], places[-1]
    folded = fold("".join(chars))
    return folded.text, [places[index] for index in folded.source]
