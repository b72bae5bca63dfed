"""What the rules of resolution look at: the document's references in order, its organ and its symbol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.authority import Authority, Entry
from kg.language import Rules
from kg.model import Document, Entity, Kind, Mention, Part, PartKind, Reference


@dataclass
class Context:
    """A document under resolution. ``references`` grows as kinds are resolved, always in document order."""

    document: Document
    rules: Rules
    authority: Authority
    mentions: Sequence[Mention]
    symbol: str = ""
    organ: Entity | None = None
    references: list[Reference] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.order = {part.name: index for index, part in enumerate(self.document.parts)}
        self.parts = {part.name: part for part in self.document.parts}

    def of(self, *kinds: Kind) -> list[Mention]:
        """Return the mentions of some kinds, in document order."""
        return [mention for mention in self.mentions if mention.kind in kinds]

    def place(self, mention: Mention) -> tuple[int, int, int]:
        """Return a key that sorts mentions as they stand in the document."""
        return (self.order[mention.part], mention.start, mention.end)

    def part(self, mention: Mention) -> Part:
        """Return the part that holds a mention."""
        return self.parts[mention.part]

    def add(self, mention: Mention, entity: Entity | None, how: str, about: str = "") -> None:
        """Record what a mention refers to."""
        self.references.append(Reference(mention, entity, how, about))

    def before(self, mention: Mention, *kinds: Kind) -> list[Reference]:
        """Return the resolved references of some kinds before a mention in its own part, the nearest first."""
        found = [
            r
            for r in self.references
            if r.mention.part == mention.part
            and r.mention.kind in kinds
            and r.entity
            and r.mention.end <= mention.start
        ]
        return sorted(found, key=lambda r: -r.mention.end)

    def series(self, entity: Entity | None) -> str:
        """Return the document series of a body (``A/HRC``), empty where it has none."""
        entry = self.authority.entries.get(entity.path) if entity else None
        return next(iter(entry.related("documentSeries")), "") if entry else ""


def entity_of(entry: Entry) -> Entity:
    """Return the entity of an authority entry."""
    return Entity(entry.path, entry.kind, entry.key, known=True)


def is_front(part: Part) -> bool:
    """Tell whether a part is front or end matter."""
    return part.kind in (PartKind.FRONT, PartKind.TITLE, PartKind.CLOSING)
