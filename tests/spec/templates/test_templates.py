"""One blank workbook a department: which sheets, which rules, which knowledge of the home."""

import datetime as dt
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from pipelines.cli import main
from pipelines.reading.own_sheets import INSTRUCTIONS
from pipelines.registry import ledgers
from pipelines.sample.sheet import Entry, Sheet, slots_of
from pipelines.sample.writing import AS_TEXT, lay_out, write_workbook
from pipelines.templates.fields import Known
from pipelines.templates.ledger_sheet import LedgerSheet
from pipelines.templates.write import DEFAULTS, add_sheets
from tests.sample_county import rows_of, sample_county
from tests.spec.cli.published_home import publish
from tests.warehouse_tables import Tables

KNOWN = Known("530499", ("青禾街道", "石桥镇"), {"union_density": "建会率"})


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UNIONKPI_HOME", "UNIONKPI_KEY", "UNIONKPI_DEBUG", "UNIONKPI_PROGRAM"):
        monkeypatch.delenv(name, raising=False)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def sheets_of(folder: Path) -> dict[str, list[str]]:
    return {path.stem: CalamineWorkbook.from_path(path).sheet_names for path in sorted(folder.iterdir())}


def test_without_a_configuration_the_rooms_are_those_of_a_large_federation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "templates", str(tmp_path / "模板"), "--home", str(tmp_path / "nothing"))
    assert (code, err) == (0, "")
    sheets = sheets_of(tmp_path / "模板")
    assert "基层工会台账" in sheets["组织部"]
    assert {names[0] for names in sheets.values()} == {INSTRUCTIONS}
    assert sorted(name for names in sheets.values() for name in names[1:]) == sorted(
        ledger.label.zh for ledger in ledgers().values()
    )
    assert f"已在 {tmp_path / '模板'} 写出 {len(sheets)} 份模板" in out
    assert not (tmp_path / "nothing").exists()


CONFIG = """\
county_code = "530499"
county_name = "云岭县"
[departments.org]
name = "组织/民管部"
ledgers = ["union", "enterprise", "target"]
[departments.rights]
name = "组织_民管部"
[ledgers.union]
frequency = "quarter"
"""


def make_home(folder: Path, config: str = CONFIG) -> Path:
    folder.mkdir()
    (folder / "config.toml").write_text(config, "utf-8")
    return folder


def test_the_configuration_says_who_keeps_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = make_home(tmp_path / "home")
    code, out, _ = run(capsys, "templates", str(tmp_path / "模板"), "--home", str(home), "--json")
    assert code == 0
    files = {entry["department"]: entry for entry in json.loads(out)["files"]}
    assert files["org"]["file"] == "组织_民管部.xlsx", "a slash cannot be part of a name"
    assert files["rights"]["file"] == "组织_民管部（rights）.xlsx", "and no file replaces another"
    assert {"union", "enterprise", "target"} <= set(files["org"]["ledgers"])
    assert "target" not in files["office"]["ledgers"]
    rows = CalamineWorkbook.from_path(tmp_path / "模板" / "组织_民管部.xlsx").get_sheet_by_index(0).to_python()
    assert ["基层工会台账", "每季度"] in [[row[0], row[2]] for row in rows]
    assert "union_density" in [row[0] for row in rows], "who sets targets is told the indicators"


def test_townships_are_offered_once_they_are_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = publish(make_home(tmp_path / "home"), Tables())
    run(capsys, "templates", str(tmp_path / "模板"), "--home", str(home))
    with zipfile.ZipFile(tmp_path / "模板" / "组织_民管部.xlsx") as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name]
    assert sum('<formula1>"1镇,2镇"</formula1>' in sheet for sheet in sheets) == 3


def test_a_wrong_configuration_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = make_home(tmp_path / "home", 'county_code = "53"\n')
    code, _, err = run(capsys, "templates", str(tmp_path / "模板"), "--home", str(home))
    assert code == 2
    assert "county_code" in err
    assert not (tmp_path / "模板").exists()


@pytest.mark.parametrize("folder", ["full", "full/file.txt"])
def test_only_an_empty_folder_is_written_to(tmp_path: Path, capsys: pytest.CaptureFixture[str], folder: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file.txt").write_text("mine", "utf-8")
    code, _, err = run(capsys, "templates", str(tmp_path / folder), "--home", str(tmp_path / "nothing"))
    assert code == 2
    assert "不是空文件夹" in err
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["file.txt"]


def test_equal_declarations_give_equal_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        run(capsys, "templates", str(tmp_path / name), "--home", str(tmp_path / "nothing"))
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_sheets_are_set_up_for_the_screen_and_for_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "templates", str(tmp_path / "模板"), "--home", str(tmp_path / "nothing"))
    with zipfile.ZipFile(tmp_path / "模板" / "组织部.xlsx") as archive:
        sheet, workbook = (archive.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet3", "workbook"))
    assert re.search(r'<pane xSplit="2" ySplit="3" topLeftCell="C4" [^>]*state="frozen"', sheet)
    assert re.search(r'<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"', sheet)
    assert re.search(r'<definedName name="_xlnm.Print_Titles" localSheetId="\d+">基层工会台账!\$3:\$3<', workbook)


def test_blank_templates_deliver_nothing_and_have_no_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = make_home(tmp_path / "home")
    run(capsys, "templates", str(tmp_path / "模板"), "--home", str(home))
    code, out, _ = run(capsys, "check", str(tmp_path / "模板"), "--home", str(home), "--json")
    sheets = [sheet for file in json.loads(out)["files"] for sheet in file["sheets"]]
    assert code == 0
    assert {sheet["ledger"] for sheet in sheets} == set(ledgers())
    assert {(sheet["read"], sheet["skipped"], sheet["ok"], len(sheet["problems"])) for sheet in sheets} == {
        (4, 4, 0, 0)
    }


@pytest.mark.slow
def test_the_workbooks_of_a_county_in_templates_have_no_problem_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sample county fills in all templates; check says of them what it says of the same rows in plain sheets."""
    home = make_home(tmp_path / "home", 'county_code = "530499"\ncounty_name = "云岭县"\n')
    day = sample_county().place.last_day
    rows = {ledger_id: rows_of(ledger_id) for ledger_id in ledgers()}
    (tmp_path / "plain").mkdir()
    grids = {
        ledgers()[key].label.zh: lay_out(Sheet(key, key, [Entry(row) for row in own], day)) for key, own in rows.items()
    }
    write_workbook(tmp_path / "plain" / "plain.xlsx", grids, day)
    (tmp_path / "filled").mkdir()
    with xlsxwriter.Workbook(str(tmp_path / "filled" / "filled.xlsx"), AS_TEXT) as book:
        sheets = add_sheets(book, "各部", list(ledgers().values()), DEFAULTS, ledgers(), KNOWN)
        look = book.add_format({"num_format": "yyyy-mm-dd"})
        for key, sheet in sheets.items():
            sheet.worksheet.write_datetime(1, 1, day, look)
            fill(sheet, key, grids[ledgers()[key].label.zh].rows[2:], look)
    told = []
    for name in ("plain", "filled"):
        _, out, _ = run(capsys, "check", str(tmp_path / name), "--home", str(home), "--json")
        (file,) = json.loads(out)["files"]
        told.append({sheet["ledger"]: (sheet["ok"], sheet["rejected"], rules_of(sheet)) for sheet in file["sheets"]})
    assert told[0] == told[1]
    for key, (good, rejected, _) in told[1].items():
        assert good + rejected == len(rows[key]), key


def fill(sheet: LedgerSheet, ledger_id: str, rows: list[list[Any]], look: Any) -> None:
    columns = [
        sheet.column_of(column.name, is_name=slot == "person")
        for slot, column in slots_of(ledgers()[ledger_id]).items()
    ]
    for row, cells in enumerate(rows, start=sheet.first_row):
        for column, cell in zip(columns, cells, strict=True):
            if isinstance(cell, dt.date):
                sheet.worksheet.write_datetime(row, column, cell, look)
            elif cell is not None:
                sheet.worksheet.write(row, column, cell)


def rules_of(sheet: dict[str, Any]) -> list[tuple[str, str]]:
    return sorted((problem["rule"], str(problem["value"])) for problem in sheet["problems"])
