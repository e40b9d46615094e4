"""The sheets of a workbook (``xl/workbook.xml``), and a new one before them all."""

from dataclasses import dataclass

from pipelines.annotating.package import WORKBOOK, Package
from pipelines.annotating.xml_places import Changes, Element, cell_text, parsed

_WORKSHEET = "worksheet"
_VIEWED = b"tabSelected"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet's name, its part, and whether it is a worksheet (and no chart or dialogue)."""

    name: str
    part: str
    is_worksheet: bool


def sheet_parts(package: Package) -> list[SheetPart]:
    """All sheets in their order."""
    relations = {relation.id: relation for relation in package.relations(WORKBOOK)}
    tags = _child(parsed(package.xml(WORKBOOK)), "sheets").children
    found = [(tag.attributes["name"], relations[tag.attributes["id"]]) for tag in tags]
    return [SheetPart(name, relation.part, relation.type == _WORKSHEET) for name, relation in found]


def insert_first(package: Package, name: str, part: str) -> None:
    """Puts a sheet before all others and shows it; what speaks of sheets by their place is moved on by one."""
    root_before = parsed(package.xml(WORKBOOK))
    base = relation_base(package)
    id_ = package.relate(WORKBOOK, f"{base}/worksheet", part)
    xml = package.xml(WORKBOOK)
    changes, sheets = Changes(xml), _child(root_before, "sheets")
    number = max((int(sheet.attributes["sheetId"]) for sheet in sheets.children), default=0) + 1
    tag = f"{sheets.prefix}sheet".encode()
    changes.prepend(
        sheets,
        b'<%s xmlns:r="%s" name="%s" sheetId="%d" r:id="%s"/>'
        % (tag, base.encode(), cell_text(name), number, id_.encode()),
    )
    for defined in root_before.all("definedName"):
        if "localSheetId" in defined.attributes:
            changes.set(defined, "localSheetId", str(int(defined.attributes["localSheetId"]) + 1))
    _look_at(root_before, changes, 0)
    package.parts[WORKBOOK] = changes.applied()


def show(package: Package, name: str) -> None:
    """Makes a sheet that is there the one that is seen when the workbook is opened."""
    xml = package.xml(WORKBOOK)
    root, changes = parsed(xml), Changes(xml)
    names = [sheet.attributes["name"] for sheet in _child(root, "sheets").children]
    _look_at(root, changes, names.index(name))
    package.parts[WORKBOOK] = changes.applied()


def deselect(package: Package, sheets: list[SheetPart]) -> None:
    """Leaves no other sheet selected: what is typed into one of several selected sheets goes into all of them."""
    for sheet in sheets:
        if _VIEWED not in package.parts[sheet.part]:
            continue
        xml = package.xml(sheet.part)
        changes = Changes(xml)
        for view in parsed(xml, without="sheetData").all("sheetView"):
            changes.set(view, "tabSelected", None)
        package.parts[sheet.part] = changes.applied()


def free_name(sheets: list[SheetPart], wanted: str) -> str:
    """The name, or with a number after it where a sheet has it already."""
    taken = {sheet.name.casefold() for sheet in sheets}
    candidates = [wanted, *(f"{wanted}({number})" for number in range(2, len(taken) + 3))]
    return next(name for name in candidates if name.casefold() not in taken)


def _look_at(root: Element, changes: Changes, place: int) -> None:
    for view in root.all("workbookView"):
        changes.set(view, "activeTab", str(place))
        changes.set(view, "firstSheet", None)


def _child(root: Element, name: str) -> Element:
    child = root.child(name)
    if child is None:
        raise ValueError(f"workbook.xml has no {name}")
    return child


def relation_base(package: Package) -> str:
    """The beginning of relation types: one in the transitional form of the standard, another in the strict."""
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main" in package.parts[WORKBOOK]
    return (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
        if strict
        else "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    )
