"""The boxes in which comments are shown (VML drawing of a worksheet).

Office writes VML that is not always well-formed, so boxes are found by their text and not by a parser.
"""

import re
from collections.abc import Collection, Mapping
from math import ceil

from pipelines.annotating.marks import Cell

_BLOCK = 1024
"""Shapes whose numbers share a block; a drawing owns whole blocks."""

_EMPTY = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    b'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout></xml>'
)
_TYPE = (
    b'<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202" '
    'style="position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:{height}pt;z-index:{order};'
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_OLD_SHAPE = re.compile(rb"<(?:\w+:)?shape\s.*?</(?:\w+:)?shape>", re.DOTALL)
_ROW, _COLUMN = (re.compile(rb"<(?:\w+:)?" + name + rb">\s*(\d+)\s*<") for name in (b"Row", b"Column"))
_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor>)[^<]*(<)")
_ID_MAP = re.compile(rb"(<(?:\w+:)?idmap\b[^>]*?\bdata=)([\"'])([0-9,\s]*)\2")
_CHARACTERS_A_LINE, _COLUMNS_WIDE = 22, 4
_LINE_HEIGHT = 15


def block_numbers(drawings: Collection[bytes]) -> set[int]:
    """The blocks of shape numbers that drawings own."""
    found = (entry[3] for drawing in drawings for entry in _ID_MAP.finditer(drawing))
    return {int(number) for numbers in found for number in numbers.replace(b",", b" ").split()}


def with_shapes(drawing: bytes | None, texts: Mapping[Cell, str], removed: Collection[Cell], taken: set[int]) -> bytes:
    """The drawing with a box for every comment in ``texts``, large enough for it, and none for those ``removed``.

    ``taken`` are the blocks of numbers in use in the workbook; new ones are added to it. Raises
    ``ValueError`` when the drawing has no end to add to.
    """
    xml = drawing or _EMPTY
    if b"</xml>" not in xml:
        raise ValueError("a drawing without an end")
    boxed: set[Cell] = set()

    def fitted(found: re.Match[bytes]) -> bytes:
        row, column = _ROW.search(found[0]), _COLUMN.search(found[0])
        if not (row and column) or b'"Note"' not in found[0]:
            return found[0]
        cell = int(row[1]), int(column[1])
        if cell in removed:
            return b""
        if cell not in texts:
            return found[0]
        boxed.add(cell)
        anchor = _anchor(cell, texts[cell]).encode()
        return _ANCHOR.sub(lambda old: old[1] + anchor + old[2], found[0])

    xml = _OLD_SHAPE.sub(fitted, xml)
    new = sorted(set(texts) - boxed)
    if not new:
        return xml
    blocks = _new_blocks(ceil(len(new) / (_BLOCK - 1)), taken)
    shapes = [] if b'id="_x0000_t202"' in xml else [_TYPE]
    for order, cell in enumerate(new):
        block, place = divmod(order, _BLOCK - 1)
        shapes.append(_shape(cell, texts[cell], blocks[block] * _BLOCK + place + 1, order + 1))
    before, end, after = _with_blocks(xml, blocks).rpartition(b"</xml>")
    return before + b"".join(shapes) + end + after


def _new_blocks(count: int, taken: set[int]) -> list[int]:
    first = max(taken, default=0) + 1
    blocks = list(range(first, first + count))
    taken.update(blocks)
    return blocks


def _with_blocks(xml: bytes, blocks: list[int]) -> bytes:
    def extended(found: re.Match[bytes]) -> bytes:
        owned = [number for number in found[3].split(b",") if number.strip()]
        return found[1] + b'"' + b",".join([*owned, *(b"%d" % block for block in blocks)]) + b'"'

    return _ID_MAP.sub(extended, xml, count=1)


def _shape(cell: Cell, text: str, number: int, order: int) -> bytes:
    row, column = cell
    height = _lines(text) * _LINE_HEIGHT
    return _SHAPE.format(
        id=number, height=height, order=order, anchor=_anchor(cell, text), row=row, column=column
    ).encode()


def _anchor(cell: Cell, text: str) -> str:
    """Left column and offset, top row and offset, right column and offset, bottom row and offset."""
    row, column = cell
    top = max(row - 1, 0)
    return f"{column + 1}, 15, {top}, 2, {column + 1 + _COLUMNS_WIDE}, 15, {top + _lines(text)}, 4"


def _lines(text: str) -> int:
    """How many lines the text takes in its box, with one to spare."""
    return 1 + sum(max(1, ceil(len(line) / _CHARACTERS_A_LINE)) for line in text.splitlines())
