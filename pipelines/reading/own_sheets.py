"""Sheets that our own commands put into a workbook: they come back with it and hold no row of a department."""

from pipelines.reading.workbook import RawSheet

PRODUCT = "工会数据一本账"
"""What this program is called by people."""

INSTRUCTIONS = "填表说明"
"""Name of the first sheet of a template."""

RESULTS = "检查结果"
"""Name of the first sheet of a marked copy."""

MARKS = {name: f"{name}（{PRODUCT}）" for name in (INSTRUCTIONS, RESULTS)}
"""What stands in the first cell of such a sheet, by its name."""


def is_own_sheet(sheet: RawSheet) -> bool:
    """Whether one of our commands made the sheet; its name alone does not say so."""
    first = sheet.rows[0][0] if sheet.rows and sheet.rows[0] else None
    return first in MARKS.values()
