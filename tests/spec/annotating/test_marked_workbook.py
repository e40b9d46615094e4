"""An .xlsx with problems comes back as it was, with its wrong cells coloured and commented, and a list first."""

import re
from pathlib import Path

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from pipelines.annotating.annotate import annotate
from pipelines.annotating.marks import COLOURS, RULE_OFF
from pipelines.annotating.remarks import Remark, remarks_of
from pipelines.home import Home
from pipelines.reading.own_sheets import MARKS, RESULTS
from tests.spec.annotating.union_workbook import (
    FORMULA,
    MEMBERS_OF_SECOND,
    UNIONS,
    check_with_townships,
    make_home,
    write_workbook,
)
from tests.spec.annotating.workbook_parts import MAIN, Parts

ERROR, WARNING = COLOURS["error"], COLOURS["warning"]


def remarks(home: Home, file: Path) -> list[Remark]:
    """What a check says of a file."""
    report = check_with_townships(home, file)
    readings = [reading for reading in report.readings if reading.file == file.as_posix()]
    return remarks_of(report.judged.problems.filter(pl.col("file") == file.as_posix()), readings)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("marked")
    original = write_workbook(folder / "工会.xlsx")
    annotate(original, remarks(make_home(folder), original), folder / "副本.xlsx")
    return original, folder / "副本.xlsx"


@pytest.fixture(scope="module")
def before(files: tuple[Path, Path]) -> Parts:
    return Parts(files[0])


@pytest.fixture(scope="module")
def after(files: tuple[Path, Path]) -> Parts:
    return Parts(files[1])


@pytest.mark.parametrize(
    ("cell", "colour", "lines"),
    [
        (
            "G5",
            ERROR,
            ["【错误】违反台账规则", "填写内容：21", "会员人数不能多于职工人数（依据台账声明 union.members）"],
        ),
        ("C6", ERROR, ["【错误】不在可选值内", "填写内容：=cmd|' /C calc'!A0"]),
        ("F6", ERROR, ["【错误】必填项为空", "“职工人数”是必填项，不能为空，请补填"]),
        ("H6", ERROR, ["【错误】格式不对", "填写内容：2020.1", "2021-03-05"]),
        ("D7", ERROR, ["【错误】引用不存在", "填写内容：无此镇"]),
        ("L3", WARNING, ["【提醒】多余的列", "没有“联系人备注”这一列"]),
    ],
)
def test_a_wrong_cell_has_a_colour_and_says_what_was_found_and_what_is_expected(
    after: Parts, cell: str, colour: str, lines: list[str]
) -> None:
    assert after.format_of(UNIONS, cell)["fill"] == colour
    comment = after.comments(UNIONS)[cell]
    assert [line for line in lines if line not in comment] == []
    assert RULE_OFF in comment


def test_only_wrong_cells_are_coloured(after: Parts) -> None:
    coloured = {cell for cell in after.cells(UNIONS) if after.format_of(UNIONS, cell)["fill"] in COLOURS.values()}
    assert coloured == {"G5", "C6", "F6", "H6", "D7", "L3", "N3"}
    assert "第14列没有表头" in after.comments(UNIONS)["N3"]


def test_a_coloured_cell_keeps_the_rest_of_its_look(before: Parts, after: Parts) -> None:
    for cell in ("D7", "H6", "L3", "C6"):
        old, new = before.format_of(UNIONS, cell), after.format_of(UNIONS, cell)
        assert {**new, "fill": ""} == {**old, "fill": ""}, cell
    with_border = after.format_of(UNIONS, "F6")
    assert with_border["borderId"] == before.format_of(UNIONS, "H5")["borderId"], "a new cell has its column's look"


def test_of_merged_cells_the_one_that_is_seen_is_marked(after: Parts) -> None:
    assert after.comments(UNIONS)["D7"].count("引用不存在") == 1, "two rows with the same problem in one cell"
    assert "D8" not in after.comments(UNIONS)


def test_comments_of_others_stay_and_share_their_cell(after: Parts) -> None:
    comments = after.comments(UNIONS)
    assert comments["A4"] == "档案室存"
    theirs, ours = comments[MEMBERS_OF_SECOND].split(RULE_OFF)
    assert theirs == "请核对人数\n"
    assert "会员人数不能多于职工人数" in ours


def test_every_comment_has_a_box_with_an_id_of_its_own(after: Parts) -> None:
    ids = [id_ for sheet in after.sheets for id_ in after.boxes(sheet).values()]
    assert len(set(ids)) == len(ids)
    for sheet in after.sheets:
        assert len(after.boxes(sheet)) == len(after.comments(sheet)), sheet


def test_parts_that_have_no_mark_are_the_same_bytes(before: Parts, after: Parts) -> None:
    changed = {name for name, content in before.parts.items() if after.parts[name] != content}
    unions, hidden = before.sheets[UNIONS], before.sheets["隐藏"]
    assert changed == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        *(unions, hidden, "xl/worksheets/_rels/sheet3.xml.rels"),
        str(before.related(unions, "comments")),
        str(before.drawing_of_comments(UNIONS)),
    }
    kept = before.parts.keys() - changed
    assert {"xl/media/image1.png", "xl/drawings/drawing1.xml", "xl/charts/chart1.xml"} <= kept


def test_what_else_is_in_the_sheet_stays(before: Parts, after: Parts) -> None:
    unchanged = re.compile(
        rb"<(mergeCells|conditionalFormatting|dataValidations|hyperlinks|pageSetup|drawing|legacyDrawing|pane)\b[^>]*>"
    )
    part = before.sheets[UNIONS]
    assert unchanged.findall(after.parts[part]) == unchanged.findall(before.parts[part])
    assert after.texts(UNIONS) == before.texts(UNIONS)
    formula = after.cells(UNIONS)[FORMULA].find(f"{MAIN}f")
    assert formula is not None
    assert formula.text == "F5+G5"


def test_the_list_is_the_first_sheet_and_the_one_that_is_seen(before: Parts, after: Parts) -> None:
    assert list(after.sheets) == [RESULTS, *before.sheets]
    assert after.selected == [RESULTS]
    assert after.view.attrib["activeTab"] == "0"
    assert "firstSheet" not in after.view.attrib


def test_names_that_belong_to_a_sheet_move_with_it(before: Parts, after: Parts) -> None:
    for name, (place, meaning) in before.defined_names.items():
        moved = None if place is None else str(int(place) + 1)
        assert after.defined_names[name] == (moved, meaning)
    assert before.defined_names["局部"][0] == "2"


def test_the_list_names_every_problem_with_a_link_to_its_cell(after: Parts) -> None:
    texts, links = after.texts(RESULTS), after.links(RESULTS)
    assert texts["A1"] == MARKS[RESULTS]
    assert "错误 7 个" in texts["A2"]
    assert "提醒 3 个" in texts["A2"]
    rows = [row for row in range(6, 30) if f"A{row}" in texts]
    assert len(rows) == 7 + 3
    places = [(texts[f"B{row}"], texts.get(f"D{row}"), texts.get(f"F{row}"), links.get(f"F{row}")) for row in rows]
    quoted = UNIONS.replace("'", "''")
    assert ("错误", "5", "G5", f"'{quoted}'!G5") in places
    assert ("错误", "8", "D7", f"'{quoted}'!D7") in places
    assert ("提醒", None, "L3", f"'{quoted}'!L3") in places


def test_no_text_of_the_list_can_become_a_formula(after: Parts) -> None:
    texts = after.texts(RESULTS)
    assert "'=cmd|' /C calc'!A0" in texts.values()
    assert [text for text in texts.values() if text.startswith(("=", "+", "-", "@"))] == []
    assert b"<f>" not in after.parts[after.sheets[RESULTS]]


def test_every_part_is_declared_and_every_relation_leads_somewhere(after: Parts) -> None:
    types = after.xml("[Content_Types].xml")
    declared = {tag.attrib["PartName"].lstrip("/") for tag in types if "PartName" in tag.attrib}
    endings = {tag.attrib["Extension"] for tag in types if "Extension" in tag.attrib}
    assert declared <= after.parts.keys()
    assert [name for name in after.parts if name not in declared and name.rpartition(".")[2] not in endings] == []
    for part in ("xl/workbook.xml", *after.sheets.values()):
        targets = {target for kind, target in after.relations(part).values() if kind != "hyperlink"}
        assert targets <= after.parts.keys(), part


def test_calamine_reads_the_copy_as_it_reads_the_original(files: tuple[Path, Path]) -> None:
    old, new = (CalamineWorkbook.from_path(path) for path in files)
    assert new.sheet_names == [RESULTS, *old.sheet_names]
    rows = [book.get_sheet_by_name(UNIONS).to_python() for book in (old, new)]
    assert rows[0] == rows[1]


def test_the_copy_has_the_same_problems_as_the_original(files: tuple[Path, Path], tmp_path: Path) -> None:
    home = make_home(tmp_path)
    reports = [check_with_townships(home, path) for path in files]
    told = [report.judged.problems.drop("file").rows() for report in reports]
    assert told[0] == told[1]
    counted = [report.judged.sheets.select("sheet", "read", "rejected", "skipped").rows() for report in reports]
    assert counted[0] == counted[1], "the list is no sheet of the department's"


def test_a_copy_of_a_copy_has_one_list_and_no_stale_marks(files: tuple[Path, Path], tmp_path: Path) -> None:
    """The department corrected the number of members in the copy and hands that in."""
    original, copy = files
    again = tmp_path / "again.xlsx"
    left = [remark for remark in remarks(make_home(tmp_path), copy) if remark.heading != "会员人数"]
    annotate(copy, left, again)
    first, parts = Parts(original), Parts(again)
    assert list(parts.sheets) == [RESULTS, *first.sheets]
    assert parts.format_of(UNIONS, MEMBERS_OF_SECOND)["fill"] == ""
    assert parts.comments(UNIONS)[MEMBERS_OF_SECOND] == "请核对人数"
    assert parts.comments(UNIONS)["F6"].count(RULE_OFF) == 1
    assert "错误 6 个" in parts.texts(RESULTS)["A2"]
    assert len(parts.boxes(UNIONS)) == len(parts.comments(UNIONS))


def test_a_copy_without_any_remark_loses_all_marks(files: tuple[Path, Path], tmp_path: Path) -> None:
    original, copy = files
    annotate(copy, [], tmp_path / "clean.xlsx")
    first, parts = Parts(original), Parts(tmp_path / "clean.xlsx")
    coloured = {cell for cell in parts.cells(UNIONS) if parts.format_of(UNIONS, cell)["fill"] in COLOURS.values()}
    assert coloured == set()
    assert parts.comments(UNIONS) == first.comments(UNIONS)
    assert parts.boxes(UNIONS).keys() == first.boxes(UNIONS).keys()


def test_equal_files_give_equal_copies(files: tuple[Path, Path], tmp_path: Path) -> None:
    annotate(files[0], remarks(make_home(tmp_path), files[0]), tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == files[1].read_bytes()
