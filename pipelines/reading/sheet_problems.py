"""Problems of a sheet as a whole that are not about its headings."""

from pipelines.reading.problem import Problem, sheet_problem
from pipelines.reading.workbook import RawSheet
from warehouse.language import Label


def unrecognised_problem() -> Problem:
    """No row of the sheet looks like the heading of a ledger."""
    return sheet_problem(
        "unrecognised_sheet",
        "error",
        Label(
            "没有找到任何一种台账的表头（必填列不足六成），整张表未读入；"
            "请对照模板（unionkpi templates）改正表头后重新报送",
            "no row has six in ten of the required headings of any ledger, so the sheet was not read: "
            "correct the headings after the templates (unionkpi templates) and hand it in again",
        ),
    )


def limited_problem(sheet: RawSheet) -> Problem | None:
    """The file's form hides what is asked of an .xlsx."""
    if not sheet.is_limited:
        return None
    return sheet_problem(
        "limited_format",
        "warning",
        Label(
            "这种格式（.xls、.xlsb、.ods）看不到隐藏行列、百分比格式、公式错误值和未计算的公式"
            "（.xlsb、.ods 还看不到合并单元格），读取可能不全；请另存为 .xlsx",
            "in this format (.xls, .xlsb, .ods) hidden rows and columns, per-cent formats, error values and uncached "
            "formulas cannot be seen (in .xlsb and .ods neither merges): save it as .xlsx",
        ),
    )


def hidden_problem(sheet: RawSheet) -> Problem | None:
    """Hidden cells were loaded like all others."""
    width = max(map(len, sheet.rows), default=0)
    rows = sorted(row for row in sheet.hidden_rows if row < len(sheet.rows))
    columns = sorted(column for column in sheet.hidden_columns if column < width)
    found_zh = [f"{len(rows)}行（自第{rows[0] + 1}行）"] if rows else []
    found_en = [f"{len(rows)} rows (from row {rows[0] + 1})"] if rows else []
    if columns:
        found_zh.append(f"{len(columns)}列（自第{columns[0] + 1}列）")
        found_en.append(f"{len(columns)} columns (from column {columns[0] + 1})")
    if sheet.is_hidden:
        found_zh.append("整张工作表")
        found_en.append("the whole sheet")
    if not found_zh:
        return None
    return sheet_problem(
        "hidden_cells",
        "warning",
        Label(
            f"隐藏了{'、'.join(found_zh)}，其中的内容已照常读入；不需要的请删去，需要的请取消隐藏",
            f"hidden: {', '.join(found_en)}; they were loaded like all others: delete or unhide them",
        ),
    )
