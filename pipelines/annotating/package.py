"""The parts of an .xlsx file, and how they refer to each other (ECMA-376 part 2, Open Packaging Conventions)."""

import posixpath
import zipfile
from dataclasses import dataclass
from pathlib import Path

from pipelines.annotating.xml_places import Changes, Element, escaped, in_utf8, parsed

CONTENT_TYPES = "[Content_Types].xml"
WORKBOOK = "xl/workbook.xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_EMPTY_RELATIONS = f'{_DECLARATION}\n<Relationships xmlns="{_RELATIONS}"/>'.encode()


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another: an id, a type (its last word) and the part's name."""

    id: str
    type: str
    part: str


class Package:
    """All parts in memory. What is not changed is written again as it was."""

    def __init__(self, path: Path) -> None:
        """Raises what :mod:`zipfile` raises for a damaged archive."""
        with zipfile.ZipFile(path) as archive:
            self._entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            self.parts = {entry.filename: archive.read(entry) for entry in self._entries}

    def xml(self, part: str) -> bytes:
        """A part's XML in UTF-8; raises ``KeyError`` when there is none of this name."""
        return in_utf8(self.parts[part])

    def write(self, path: Path) -> None:
        """Writes the archive: the parts in their order, new ones last, with equal times for equal input."""
        dates = {entry.filename: entry.date_time for entry in self._entries}
        earliest = (1980, 1, 1, 0, 0, 0)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                entry = zipfile.ZipInfo(name, max(dates.get(name, earliest), earliest))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)

    def relations(self, part: str) -> list[Relation]:
        """What a part refers to inside the file."""
        relations = self.parts.get(_relations_of(part))
        if relations is None:
            return []
        return [
            Relation(tag.attributes["Id"], tag.attributes["Type"].rpartition("/")[2], _target(part, tag))
            for tag in parsed(in_utf8(relations)).children
            if tag.attributes.get("TargetMode") != "External"
        ]

    def relation(self, part: str, id_: str) -> Relation:
        """The relation of this id; raises ``KeyError`` when there is none."""
        return {relation.id: relation for relation in self.relations(part)}[id_]

    def related(self, part: str, type_: str) -> Relation | None:
        """The first relation of a part that is of this type and leads somewhere."""
        found = (relation for relation in self.relations(part) if relation.type == type_)
        return next((relation for relation in found if relation.part in self.parts), None)

    def relate(self, part: str, type_: str, other: str) -> str:
        """Lets a part refer to another by the full type; returns the relation's id."""
        name = _relations_of(part)
        xml = in_utf8(self.parts.get(name, _EMPTY_RELATIONS))
        root = parsed(xml)
        taken = {tag.attributes["Id"] for tag in root.children}
        id_ = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        target = posixpath.relpath(other, posixpath.dirname(part))
        changes = Changes(xml)
        tag = f"{root.prefix}Relationship".encode()
        changes.append(
            root, b'<%s Id="%s" Type="%s" Target="%s"/>' % (tag, id_.encode(), type_.encode(), escaped(target))
        )
        self.parts[name] = changes.applied()
        return id_

    def without_relations(self, part: str) -> None:
        """Forgets what a part refers to."""
        self.parts.pop(_relations_of(part), None)

    def add(self, pattern: str, content: bytes, content_type: str) -> str:
        """Adds a part under the first free name that ``pattern`` (with ``{}``) gives; returns the name."""
        xml = self.xml(CONTENT_TYPES)
        root = parsed(xml)
        declared = {tag.attributes.get("PartName", "").lstrip("/").lower() for tag in root.children}
        taken = declared | {name.lower() for name in self.parts}
        names = (pattern.format(number) for number in range(1, len(taken) + 2))
        name = next(name for name in names if name.lower() not in taken)
        self.parts[name] = content
        changes = Changes(xml)
        tag = f"{root.prefix}Override".encode()
        changes.append(
            root, b'<%s PartName="%s" ContentType="%s"/>' % (tag, escaped(f"/{name}"), content_type.encode())
        )
        self.parts[CONTENT_TYPES] = changes.applied()
        return name


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _target(part: str, tag: Element) -> str:
    target = tag.attributes["Target"]
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
