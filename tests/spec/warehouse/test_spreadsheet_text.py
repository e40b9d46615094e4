"""Text that is handed on in workbooks: whatever it looks like, it stays text."""

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from warehouse.spreadsheet_text import (
    CUT,
    LONGEST_TEXT,
    begins_like_formula,
    lines,
    open_workbook,
    text_style,
    write_text,
)

ROOT = Path(__file__).resolve().parents[3]
DAY = date(2021, 6, 30)


def written(*texts: str | None) -> bytes:
    """A workbook with these texts one below the other."""
    stream = BytesIO()
    with open_workbook(stream, DAY) as book:
        sheet, style = book.add_worksheet("1"), text_style(book, border=1)
        for row, text in enumerate(texts):
            write_text(sheet, row, 0, text, style)
    return stream.getvalue()


def read(content: bytes) -> list[object]:
    return [row[0] for row in load_workbook(BytesIO(content)).get_sheet_by_index(0).to_python()]


def sheet_xml(content: bytes) -> str:
    return zipfile.ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()


def formats_marked_as_text(content: bytes) -> list[bool]:
    """Whether the format of each cell makes a spreadsheet keep what is typed there as text."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        cell_formats = re.search("<cellXfs.*?</cellXfs>", parts.read("xl/styles.xml").decode(), re.DOTALL)[0]
    marked = ["quotePrefix" in one for one in re.findall("<xf [^>]*>", cell_formats)]
    return [marked[int(style)] for style in re.findall(r'<c r="A\d+" s="(\d+)"', sheet_xml(content))]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠a", "  =1", "\u200b=1", "\ufeff\n=1"],
)
def test_what_begins_like_a_formula_is_known_also_in_full_width_and_behind_what_is_not_seen(text):
    assert begins_like_formula(text)


@pytest.mark.parametrize("text", ["", "人手不足", "1-2", "a=b", "（-）", "—", "· 一", " 12"])
def test_other_text_is_not(text):
    assert not begins_like_formula(text)


def test_such_a_text_keeps_every_character_and_its_cell_is_marked_as_text():
    texts = ["=1+1", "人手不足", '=HYPERLINK("http://example.org";"点我")', "－3", "12"]
    content = written(*texts)
    assert read(content) == texts
    assert formats_marked_as_text(content) == [True, False, True, True, False]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=40))
def test_no_text_ever_becomes_a_formula_a_number_or_a_link(text):
    content = written(text, f"={text}")
    assert read(content) == [text, f"={text}"]
    assert not re.search("<f[ >]|<hyperlink", sheet_xml(content))


def test_nothing_is_an_empty_cell():
    assert read(written("一", None, "", "二")) == ["一", "", "", "二"]


def test_what_a_cell_cannot_hold_is_cut_and_says_so():
    (kept,) = read(written("长" * (LONGEST_TEXT + 1)))
    assert len(kept) == LONGEST_TEXT
    assert kept.endswith(CUT)


def test_the_same_cells_are_the_same_bytes_dated_the_day_they_are_about():
    content = written("一", "=2")
    assert content == written("一", "=2")
    assert b"2021-06-30T00:00:00Z" in zipfile.ZipFile(BytesIO(content)).read("docProps/core.xml")


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        (None, 10, 1),
        ("十个字的一句话在这里", 21, 1),
        ("十个字的一句话在这里", 20, 2),
        ("abcdefghij", 11, 1),
        ("一\n二", 20, 2),
    ],
)
def test_a_row_is_as_high_as_its_wrapped_text(text, width, expected):
    assert lines(text, width) == expected


@pytest.mark.parametrize(("room", "writers"), [("dashboard", []), ("warehouse", ["spreadsheet_text.py"])])
def test_no_other_module_writes_text_into_a_workbook(room, writers):
    guessing = re.compile(r"sheet\.write(_string|_row|_column|_rich_string|_url|_formula)?\(")
    paths = sorted((ROOT / room).rglob("*.py"))
    assert [path.name for path in paths if guessing.search(path.read_text("utf-8"))] == writers
