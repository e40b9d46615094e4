"""An .xlsx file with marks: coloured cells, comments and the list of problems; all else stays as it was."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from python_calamine import CalamineWorkbook

from pipelines.annotating.comment_shapes import block_numbers, with_shapes
from pipelines.annotating.comments import EMPTY, with_comments
from pipelines.annotating.marks import RULE_OFF, Cell
from pipelines.annotating.package import WORKBOOK, Package
from pipelines.annotating.remarks import Remark, comments_of, marks_of, moved
from pipelines.annotating.result_sheet import CONTENT_TYPE, result_sheet
from pipelines.annotating.sheet_cells import name_of, visible_cells, with_marks
from pipelines.annotating.styles import MINIMAL, Styles
from pipelines.annotating.workbook_sheets import (
    SheetPart,
    deselect,
    free_name,
    insert_first,
    relation_base,
    sheet_parts,
    show,
)
from pipelines.annotating.xml_places import Changes, parsed
from pipelines.reading.identity import name_to_tell
from pipelines.reading.own_sheets import MARKS, RESULTS

_TRANSITIONAL = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BEFORE_LEGACY_DRAWING = {
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
    *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
    *("phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors"),
    *("smartTags", "drawing"),
}
"""What comes before ``legacyDrawing`` in a worksheet (ECMA-376 part 1, CT_Worksheet)."""


def write_marked(path: Path, remarks: Sequence[Remark], out: Path, notes: Sequence[str] = ()) -> None:
    """Writes a copy of the .xlsx (or .xlsm) at ``path`` with marks to ``out``.

    Marks of an earlier copy are taken out. ``notes`` are told above the list. Raises what
    ``zipfile``, ``expat``, ``KeyError`` and ``ValueError`` say of a file that is built in another way
    than workbooks are.
    """
    workbook = _Workbook(Package(path), path)
    workbook.mark(remarks, notes)
    workbook.package.write(out)


class _Workbook:
    def __init__(self, package: Package, path: Path) -> None:
        self.package = package
        self.base = relation_base(package)
        self.sheets = sheet_parts(package)
        self.list_before = _list_of_earlier_copy(path, self.sheets)
        self.styles_part = self._styles_part()
        self.styles = Styles(package.xml(self.styles_part))
        drawings = (content for name, content in package.parts.items() if name.lower().endswith(".vml"))
        self.blocks = block_numbers(list(drawings))

    def mark(self, remarks: Sequence[Remark], notes: Sequence[str]) -> None:
        by_sheet: dict[str, list[Remark]] = {}
        for remark in self._renamed(remarks):
            by_sheet.setdefault(remark.sheet, []).append(remark)
        seen = dict(by_sheet)
        for sheet in self.sheets:
            is_ledger = sheet.is_worksheet and sheet != self.list_before
            if is_ledger and (sheet.name in by_sheet or self.list_before):
                seen[sheet.name] = self._mark_sheet(sheet, by_sheet.get(sheet.name, []))
        listed = [remark for name in by_sheet for remark in seen[name]]
        names = {sheet.name for sheet in self.sheets}
        self._put_first(self._native(result_sheet(listed, names, self.styles, notes)))
        self.package.parts[self.styles_part] = self.styles.applied()

    def _renamed(self, remarks: Sequence[Remark]) -> list[Remark]:
        """The remarks with their sheets called as the workbook does: reading masks personal numbers in names."""
        names: dict[str, str] = {}
        for sheet in self.sheets:
            names[name_to_tell(sheet.name, names)] = sheet.name
        return [replace(remark, sheet=names.get(remark.sheet, remark.sheet)) for remark in remarks]

    def _mark_sheet(self, sheet: SheetPart, remarks: Sequence[Remark]) -> list[Remark]:
        """Colours and comments of one sheet; returns the remarks at the cells that are seen."""
        xml = self.package.xml(sheet.part)
        cells = (cell for remark in remarks for cell in remark.cells)
        shown = visible_cells(parsed(xml, without="sheetData"), cells)
        seen = [moved(remark, shown) for remark in remarks]
        before = self.styles.marked_before if self.list_before else frozenset()
        self.package.parts[sheet.part] = with_marks(xml, marks_of(seen), self.styles.marked, before)
        self._comment(sheet, comments_of(seen))
        return seen

    def _comment(self, sheet: SheetPart, texts: Mapping[Cell, str]) -> None:
        there = self.package.related(sheet.part, "comments")
        if there is None and not texts:
            return
        xml = self.package.xml(there.part) if there else self._native(EMPTY)
        comments = with_comments(xml, texts)
        if there:
            self.package.parts[there.part] = comments.xml
        else:
            part = self.package.add("xl/comments{}.xml", comments.xml, _COMMENTS_TYPE)
            self.package.relate(sheet.part, f"{self.base}/comments", part)
        self._draw(sheet, comments.texts, comments.removed)
        self._unthread(sheet, {cell for cell, text in comments.texts.items() if not text.startswith(RULE_OFF)})

    def _draw(self, sheet: SheetPart, texts: Mapping[Cell, str], removed: set[Cell]) -> None:
        """Boxes for the comments; the drawing of the same kind for pictures of header and footer is left alone."""
        xml = self.package.xml(sheet.part)
        root = parsed(xml, without="sheetData")
        there = root.child("legacyDrawing")
        if there:
            part = self.package.relation(sheet.part, there.attributes["id"]).part
            drawing = self.package.parts[part]
            self.package.parts[part] = with_shapes(drawing, texts, removed, self.blocks)
            return
        if not texts:
            return
        drawing = with_shapes(None, texts, removed, self.blocks)
        part = self.package.add("xl/drawings/vmlDrawing{}.vml", drawing, _DRAWING_TYPE)
        id_ = self.package.relate(sheet.part, f"{self.base}/vmlDrawing", part)
        last = [child for child in root.children if child.name in _BEFORE_LEGACY_DRAWING][-1]
        tag, changes = f"{root.prefix}legacyDrawing".encode(), Changes(xml)
        changes.replace(last.end, last.end, b'<%s xmlns:r="%s" r:id="%s"/>' % (tag, self.base.encode(), id_.encode()))
        self.package.parts[sheet.part] = changes.applied()

    def _unthread(self, sheet: SheetPart, cells: Collection[Cell]) -> None:
        """A thread hides the comment of its cell, which holds its text: the comment stays, the thread goes."""
        thread = self.package.related(sheet.part, "threadedComment")
        if thread is None:
            return
        xml = self.package.xml(thread.part)
        changes, names = Changes(xml), {name_of(cell) for cell in cells}
        for entry in parsed(xml).children:
            if entry.attributes.get("ref") in names:
                changes.replace(entry.start, entry.end, b"")
        self.package.parts[thread.part] = changes.applied()

    def _put_first(self, content: bytes) -> None:
        deselect(self.package, self.sheets)
        if self.list_before:
            self.package.without_relations(self.list_before.part)
            self.package.parts[self.list_before.part] = content
            show(self.package, self.list_before.name)
            return
        part = self.package.add("xl/worksheets/sheet{}.xml", content, CONTENT_TYPE)
        insert_first(self.package, free_name(self.sheets, RESULTS), part)

    def _styles_part(self) -> str:
        there = self.package.related(WORKBOOK, "styles")
        if there:
            return there.part
        part = self.package.add("xl/styles{}.xml", self._native(MINIMAL), _STYLES_TYPE)
        self.package.relate(WORKBOOK, f"{self.base}/styles", part)
        return part

    def _native(self, xml: bytes) -> bytes:
        """A part of ours in the form of the standard that the workbook is in."""
        is_strict = _STRICT in self.package.parts[WORKBOOK]
        return xml.replace(_TRANSITIONAL, _STRICT, 1) if is_strict else xml


def _list_of_earlier_copy(path: Path, sheets: Sequence[SheetPart]) -> SheetPart | None:
    """The list of problems that a copy of ours brought along, if the file is one."""
    named = [sheet for sheet in sheets if sheet.is_worksheet and sheet.name.startswith(RESULTS)]
    if not named:
        return None
    workbook = CalamineWorkbook.from_path(path)
    for sheet in named:
        rows = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False, nrows=1)
        if rows and rows[0] and rows[0][0] == MARKS[RESULTS]:
            return sheet
    return None
