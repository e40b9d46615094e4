"""What stands in an .xlsx file, taken from its parts and not through any library that writes them."""

import posixpath
import re
import zipfile
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Node = ElementTree.Element


class Parts:
    """The parts of a file by name, and its sheets by theirs."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            assert len(set(names)) == len(names), "no part is there twice"
            self.parts = {name: archive.read(name) for name in names}

    def xml(self, part: str) -> Node:
        return ElementTree.fromstring(self.parts[part])  # noqa: S314 -- files that the tests wrote

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Last word of the type and target part, by id."""
        folder, name = posixpath.split(part)
        file = f"{folder}/_rels/{name}.rels"
        if file not in self.parts:
            return {}
        return {
            tag.attrib["Id"]: (
                tag.attrib["Type"].rpartition("/")[2],
                posixpath.normpath(posixpath.join(folder, tag.attrib["Target"])).lstrip("/"),
            )
            for tag in self.xml(file)
        }

    def related(self, part: str, kind: str) -> str | None:
        return next((target for type_, target in self.relations(part).values() if type_ == kind), None)

    @cached_property
    def sheets(self) -> dict[str, str]:
        """Part by name of the sheet, in their order."""
        targets = self.relations("xl/workbook.xml")
        tags = self.xml("xl/workbook.xml").iter(f"{MAIN}sheet")
        return {tag.attrib["name"]: targets[tag.attrib[RELATION]][1] for tag in tags}

    @property
    def view(self) -> Node:
        (view,) = self.xml("xl/workbook.xml").iter(f"{MAIN}workbookView")
        return view

    @property
    def selected(self) -> list[str]:
        """Sheets that are selected when the workbook is opened."""
        return [
            name
            for name, part in self.sheets.items()
            for view in self.xml(part).iter(f"{MAIN}sheetView")
            if view.attrib.get("tabSelected") == "1"
        ]

    @property
    def defined_names(self) -> dict[str, tuple[str | None, str | None]]:
        """Place of the sheet they belong to, and what they name."""
        tags = self.xml("xl/workbook.xml").iter(f"{MAIN}definedName")
        return {tag.attrib["name"]: (tag.attrib.get("localSheetId"), tag.text) for tag in tags}

    def cells(self, sheet: str) -> dict[str, Node]:
        return {cell.attrib["r"]: cell for cell in self.xml(self.sheets[sheet]).iter(f"{MAIN}c")}

    def texts(self, sheet: str) -> dict[str, str]:
        """What stands in the cells, shared texts resolved, numbers as written."""
        shared = [_text_of(entry) for entry in self.xml("xl/sharedStrings.xml")] if self.has_shared_texts else []
        found = {}
        for reference, cell in self.cells(sheet).items():
            value = cell.find(f"{MAIN}v")
            if cell.attrib.get("t") == "inlineStr":
                found[reference] = _text_of(cell)
            elif value is not None and value.text is not None:
                found[reference] = shared[int(value.text)] if cell.attrib.get("t") == "s" else value.text
        return found

    @property
    def has_shared_texts(self) -> bool:
        return "xl/sharedStrings.xml" in self.parts

    def format_of(self, sheet: str, cell: str) -> dict[str, str]:
        """The format of a cell without its fill, and ``fill`` as ARGB (empty: none)."""
        styles = self.xml(str(self.related("xl/workbook.xml", "styles")))
        place = int(self.cells(sheet)[cell].attrib.get("s", "0"))
        chosen = styles.findall(f"{MAIN}cellXfs/{MAIN}xf")[place]
        fill = styles.findall(f"{MAIN}fills/{MAIN}fill")[int(chosen.attrib["fillId"])]
        colour = fill.find(f"{MAIN}patternFill/{MAIN}fgColor")
        kept = {name: value for name, value in chosen.attrib.items() if name not in ("fillId", "applyFill")}
        return {**kept, "fill": "" if colour is None else colour.attrib.get("rgb", "")}

    def comments(self, sheet: str) -> dict[str, str]:
        part = self.related(self.sheets[sheet], "comments")
        if part is None:
            return {}
        return {tag.attrib["ref"]: _text_of(tag) for tag in self.xml(part).iter(f"{MAIN}comment")}

    def drawing_of_comments(self, sheet: str) -> str | None:
        tag = self.xml(self.sheets[sheet]).find(f"{MAIN}legacyDrawing")
        return None if tag is None else self.relations(self.sheets[sheet])[tag.attrib[RELATION]][1]

    def boxes(self, sheet: str) -> dict[tuple[int, int], str]:
        """Shape id by row and column of the comment that a box shows."""
        part = self.drawing_of_comments(sheet)
        shapes = re.findall(rb"<v:shape\s.*?</v:shape>", self.parts[part], re.DOTALL) if part else []
        found = {}
        for shape in shapes:
            place = [re.search(rb"<x:%s>(\d+)<" % name, shape) for name in (b"Row", b"Column")]
            assert all(place)
            found[tuple(int(number[1]) for number in place if number)] = _shape_id(shape)
        assert len(found) == len(shapes), "one box a comment"
        return found  # type: ignore[return-value]

    def links(self, sheet: str) -> dict[str, str]:
        tags = self.xml(self.sheets[sheet]).iter(f"{MAIN}hyperlink")
        return {tag.attrib["ref"]: tag.attrib["location"] for tag in tags if "location" in tag.attrib}


def _shape_id(shape: bytes) -> str:
    found = re.search(rb'\bid="([^"]+)"', shape)
    assert found
    return found[1].decode()


def _text_of(node: Node) -> str:
    return "".join(text.text or "" for text in node.iter(f"{MAIN}t"))
