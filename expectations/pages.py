"""Great Expectations' data docs, one page a frame and an index before them, made safe to keep offline."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import duckdb

from expectations.check import Frame
from expectations.data_docs import INDEX
from expectations.frames import all_frames, fetch
from expectations.offline_page import STYLE, STYLE_FILE, offline_content
from expectations.suite import TableSuite
from expectations.validation import COUNTS_ONLY, Validator, outcomes, page_of

PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
</head>
<body>
{body}
</body>
</html>
"""

SUITE_TITLES = {
    "kpi": "指标 indicators",
    "ledger": "台账 ledgers",
    "meta": "版本 version",
    "privacy": "个人信息 privacy",
    "quality": "行数与质量 rows and quality",
}


@dataclass(frozen=True, slots=True)
class _Version:
    version: str
    data_date: str


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the index: a frame, how many checks it has, how many of them failed, whether it has a page."""

    frame: Frame
    checks: int
    failed: int
    has_page: bool


def make_pages(database: Path, suites: Sequence[TableSuite], folder: Path) -> None:
    """Writes ``index.html``, one page a frame and their style sheet into ``folder``, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    con = duckdb.connect(str(database), read_only=True)
    try:
        entries = dict(con.execute("select key, value from meta.version").fetchall())
        version = _Version(entries["version"], entries["data_date"])
        validator = Validator()
        lines = [_write_frame(con, validator, frame, version, folder) for frame in all_frames(con, suites)]
    finally:
        con.close()
    _write(folder / INDEX, "质量检查", _index(lines, version))
    (folder / STYLE_FILE).write_text(STYLE, encoding="utf-8")


def _write_frame(
    con: duckdb.DuckDBPyConnection, validator: Validator, frame: Frame, version: _Version, folder: Path
) -> _Line:
    try:
        rows = fetch(con, frame)
    except duckdb.Error:
        return _Line(frame, len(frame.checks), len(frame.checks), has_page=False)
    result = validator.validate(rows, frame.name, frame.checks, COUNTS_ONLY)
    heading = f'<p class="back"><a href="{INDEX}">← 质量检查</a></p><h1>{escape(frame.title_zh)}</h1>'
    content = offline_content(page_of(result, version.version, version.data_date))
    _write(folder / _file_name(frame), frame.title_zh, f"{heading}<p>{escape(frame.title_en)}</p>{content}")
    return _Line(frame, len(frame.checks), sum(not one.success for one in outcomes(result)), has_page=True)


def _file_name(frame: Frame) -> str:
    return f"{frame.name}.html"


def _write(file: Path, title: str, body: str) -> None:
    file.write_text(PAGE.format(title=escape(title), style=STYLE_FILE, body=body), encoding="utf-8")


def _index(lines: Sequence[_Line], version: _Version) -> str:
    failed = sum(line.failed for line in lines)
    checks = sum(line.checks for line in lines)
    verdict = "全部通过" if failed == 0 else f"{failed}项未通过"
    groups = sorted({_group(line) for line in lines})
    tables = "".join(_group_table(group, [line for line in lines if _group(line) == group]) for group in groups)
    return (
        f"<h1>质量检查 Quality checks</h1><p>版本 {escape(version.version)}，数据日期 {escape(version.data_date)}；"
        f"共{checks}项检查，{verdict}。各页由 Great Expectations 生成，只有数目，没有单元格内容。</p>{tables}"
    )


def _group(line: _Line) -> str:
    return line.frame.suite.partition(".")[0]


def _group_table(group: str, lines: Sequence[_Line]) -> str:
    rows = "".join(_row(line) for line in lines)
    head = "<tr><th>检查</th><th>Checks</th><th>项数</th><th>结果</th></tr>"
    title = escape(SUITE_TITLES.get(group, group))
    return f'<h2>{title}</h2><table class="table"><thead>{head}</thead><tbody>{rows}</tbody></table>'


def _row(line: _Line) -> str:
    zh, en = escape(line.frame.title_zh), escape(line.frame.title_en)
    linked = f'<a href="{escape(_file_name(line.frame))}">{zh}</a>' if line.has_page else zh
    passed = '<span class="text-success">✓ 通过</span>'
    failed = f'<span class="text-danger">✗ {line.failed}项未通过{"" if line.has_page else "（无法运行）"}</span>'
    return f"<tr><td>{linked}</td><td>{en}</td><td>{line.checks}</td><td>{failed if line.failed else passed}</td></tr>"
