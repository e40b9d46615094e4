"""Small workbooks for the specifications of reading, written cell by cell and read back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl
import xlsxwriter

from pipelines.columns import choice, credit_code, day, flag, money, month, number, person, text, town, whole, year
from pipelines.ledger import Event, Ledger, Value
from pipelines.reading.file_sheets import file_sheets
from pipelines.reading.read import read_with
from pipelines.reading.sheet_reading import NamedFile, ReadingSettings, SheetReading
from warehouse.language import Label

SETTINGS = ReadingSettings(person_key_secret=b"0123456789abcdef0123456789abcdef", county_code="530499")
RIGHT_NUMBER = "11010519491231002X"
WRONG_NUMBER = "110105194912310021"
OLD_NUMBER = "110105491231002"
RIGHT_CODE = "91350100M000100Y43"

THING = Ledger(
    id="thing",
    table="things",
    label=Label("物品台账", "Things"),
    grain=Label("一行一件", "One thing a row"),
    department="office",
    key=("thing_code",),
    time=Event("made_date"),
    frequency="month",
    columns=(
        text("thing_code", "物品编号", "Thing code", required=True, synonyms=("物品号",)),
        whole("people", "人数", "People", required=True),
        day("made_date", "日期", "Date", required=True),
        money("amount", "金额", "Amount", synonyms=("经费金额",)),
        number("goal", "目标", "Goal"),
        month("month", "月份", "Month"),
        year("year", "年度", "Year"),
        flag("is_new", "是否新建", "Is new"),
        choice("kind", "种类", "Kind", (Value("甲类", "first", ("甲", "1")), Value("无", "none"))),
        choice("campaign", "批次", "Campaign", (Value("元旦春节", "New Year", ("春节",)), Value("送清凉", "Summer"))),
        town("township_code", "所属乡镇", "Township"),
        credit_code("unit_code", "信用代码", "Credit code"),
        person("姓名", "Name", "身份证号", "Identity number"),
        text("remark", "情况", "Remark"),
        money("balance", "结余", "Balance", signed_warning=True),
        whole("rooms", "房间数", "Rooms", minimum=1),
        whole("female", "女", "Female", parented_synonyms=(("职工", "其中：女"),)),
    ),
)
REQUIRED = ("物品编号", "人数", "日期")
A_DAY = dt.date(2021, 3, 5)


@dataclass
class Workbooks:
    """Writes workbooks into a folder and reads them with the given ledgers."""

    folder: Path
    ledgers: Mapping[str, Ledger] = field(default_factory=lambda: {"thing": THING})

    def read(
        self,
        rows: Sequence[Any],
        *,
        sheet: str = "表",
        file: str = "台账.xlsx",
        merges: Sequence[str] = (),
        percent: Sequence[str] = (),
    ) -> SheetReading:
        """The reading of one sheet; ``merges`` and ``percent`` name ranges and cells as Excel does."""
        return self.read_sheets({sheet: rows}, file=file, merges=merges, percent=percent)[0]

    def read_sheets(
        self,
        sheets: Mapping[str, Sequence[Any]],
        *,
        file: str = "台账.xlsx",
        merges: Sequence[str] = (),
        percent: Sequence[str] = (),
    ) -> list[SheetReading]:
        """The readings of all sheets; merges and per-cent cells are those of each sheet."""
        path = self.folder / file
        with xlsxwriter.Workbook(str(path)) as book:
            formats = {"day": book.add_format({"num_format": "yyyy-mm-dd"}), "%": book.add_format({"num_format": "0%"})}
            for name, rows in sheets.items():
                _write(book.add_worksheet(name), rows, formats, merges, percent)
        return self.read_path(path)

    def read_text(self, content: str | bytes, file: str = "台账.csv") -> SheetReading:
        """The reading of a CSV file with this content."""
        path = self.folder / file
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self.read_path(path)[0]

    def read_path(self, path: Path) -> list[SheetReading]:
        """The readings of a file that a test wrote itself."""
        return read_here([NamedFile(path, path.name)], self.ledgers)

    def cell(self, heading: str, value: Any, **options: Any) -> SheetReading:
        """The reading of one row that is right but for the column given."""
        given = {"物品编号": "A1", "人数": 1, "日期": A_DAY} | {heading: value}
        return self.read([list(given), list(given.values())], **options)


def read_here(files: Sequence[NamedFile], ledgers: Mapping[str, Ledger]) -> list[SheetReading]:
    """The readings of files that this process opens itself, which is quick and right for files that do no harm."""
    return read_with(lambda *file: list(file_sheets(*file)), files, ledgers, SETTINGS)


def _write(
    sheet: Any, rows: Sequence[Any], formats: Mapping[str, Any], merges: Sequence[str], percent: Sequence[str]
) -> None:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, dt.date):
                sheet.write_datetime(row, column, cell, formats["day"])
            elif cell is not None:
                sheet.write(row, column, cell)
    for place in merges:
        first = place.split(":", maxsplit=1)[0]
        value = sheet.table.get(_row(first), {}).get(_column(first))
        sheet.merge_range(place, "")
        _rewrite(sheet, rows, first, value)
    for place in percent:
        sheet.write(place, rows[_row(place)][_column(place)], formats["%"])


def _rewrite(sheet: Any, rows: Sequence[Sequence[Any]], place: str, value: Any) -> None:
    if value is not None:
        sheet.write(place, rows[_row(place)][_column(place)])


def _row(place: str) -> int:
    return int(place[1:]) - 1


def _column(place: str) -> int:
    return ord(place[0]) - ord("A")


def rules(reading: SheetReading) -> list[str]:
    """The rules that the reading found broken, in order."""
    return reading.problems["rule"].to_list()


def values(reading: SheetReading, column: str) -> list[Any]:
    """What a stored column holds."""
    return reading.rows[column].to_list()


def accounted(reading: SheetReading) -> int:
    """Rows that the reading says what became of."""
    return len(reading.rows) + reading.rejected_whole + sum(reading.skipped.values())


def everything_kept(reading: SheetReading) -> str:
    """All texts that leave reading, to look for what must not be among them."""
    frames = (reading.rows, reading.as_read, reading.problems)
    return " ".join([*(frame.select(pl.all().cast(pl.String)).write_csv() for frame in frames), str(reading.headings)])
