"""Cell formats (``xl/styles.xml``): to every format in use its like in the colours of the marks."""

from pipelines.annotating.marks import COLOURS
from pipelines.annotating.xml_places import Changes, Element, parsed
from pipelines.ledger import Severity

MINIMAL = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)
"""The formats of a workbook that has none of its own."""


class Styles:
    """The formats of one workbook, to which marked ones are added as they are asked for."""

    def __init__(self, xml: bytes) -> None:
        """Takes the part in UTF-8; raises ``ValueError`` when its tables are not all there."""
        self._xml = xml
        root = parsed(xml)
        tables = {name: root.child(name) for name in ("fonts", "fills", "cellXfs")}
        if None in tables.values():
            raise ValueError("styles.xml lacks a table of formats")
        self._tables: dict[str, Element] = {name: table for name, table in tables.items() if table is not None}
        self._added: dict[str, list[bytes]] = {name: [] for name in self._tables}
        self._ready: dict[tuple[int, Severity | None], int] = {}
        self._fills = {severity: self.add_fill(colour) for severity, colour in COLOURS.items()}
        self._earlier_fills = self._fills_of_marks()
        self.marked_before = frozenset(self._formats_of_marks())

    def marked(self, base: int, severity: Severity | None) -> int:
        """The index of the format ``base`` in the colour of the severity, or (``None``) without any."""
        if (base, severity) not in self._ready:
            fill = self._fills[severity] if severity else 0
            self._ready[base, severity] = self._add("cellXfs", self._like(base, fill))
        return self._ready[base, severity]

    def add_fill(self, colour: str) -> int:
        """The index of a new solid fill (ARGB)."""
        content = '<{0}fill><{0}patternFill patternType="solid"><{0}fgColor rgb="{1}"/></{0}patternFill></{0}fill>'
        return self._add("fills", content.format(self._prefix, colour).encode())

    def add_font(self, content: str) -> int:
        """The index of a new font; ``content`` with ``{0}`` for the prefix."""
        return self._add("fonts", f"<{{0}}font>{content}</{{0}}font>".format(self._prefix).encode())

    def add_format(self, font: int, fill: int, *, wraps: bool = False) -> int:
        """The index of a new cell format, aligned to the top left."""
        wrap = ' wrapText="1"' if wraps else ""
        content = (
            f'<{{0}}xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" '
            f'applyAlignment="1"><{{0}}alignment horizontal="left" vertical="top"{wrap}/></{{0}}xf>'
        )
        return self._add("cellXfs", content.format(self._prefix).encode())

    def applied(self) -> bytes:
        """The part with everything that was added."""
        changes = Changes(self._xml)
        for name, added in self._added.items():
            if added:
                table = self._tables[name]
                changes.set(table, "count", str(len(table.children) + len(added)))
                changes.append(table, b"".join(added))
        return changes.applied()

    @property
    def _prefix(self) -> str:
        return self._tables["cellXfs"].prefix

    def _add(self, table: str, content: bytes) -> int:
        self._added[table].append(content)
        return len(self._tables[table].children) + len(self._added[table]) - 1

    def _like(self, base: int, fill: int) -> bytes:
        """The element of the format ``base`` with another fill."""
        formats = self._tables["cellXfs"].children
        element = formats[base] if base < len(formats) else formats[0]
        xml = self._xml[element.start : element.end]
        changes, root = Changes(xml), _alone(element)
        changes.set(root, "fillId", str(fill))
        changes.set(root, "applyFill", "1")
        return changes.applied()

    def _fills_of_marks(self) -> set[int]:
        return {
            index
            for index, fill in enumerate(self._tables["fills"].children)
            if any(colour.attributes.get("rgb") in COLOURS.values() for colour in fill.all("fgColor"))
        }

    def _formats_of_marks(self) -> set[int]:
        return {
            index
            for index, xf in enumerate(self._tables["cellXfs"].children)
            if int(xf.attributes.get("fillId", "0")) in self._earlier_fills
        }


def _alone(element: Element) -> Element:
    """The element as it stands in a document that begins with it."""
    shift = element.start
    return Element(
        element.name,
        element.prefix,
        element.attributes,
        0,
        element.inner_start - shift,
        element.inner_end - shift,
        element.end - shift,
    )
