"""status, kpi, trace and rollback on a published version: what they print, and with which exit code."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from pipelines.cli import main
from tests.spec.cli.published_home import VERSION, publish
from tests.warehouse_tables import Tables

UNIONS = """
    union_code | township_code | union_kind | members | employees | founded_date | womens_body | audit_body
    U1         | 530499001     | 单独       | 60      | 80        | 2019-05-01   | 女工委      | 经审委
    U2         | 530499002     | 单独       | 5       | 20        | 2020-01-15   | 无          | 无
"""
HOUSEHOLDS = """
    household_code | person_key | township_code | filed_date
    H1             | p1         | 530499001     | 2021-03-01
    H2             | p2         | 530499002     | 2021-03-01
"""
TARGETS = """
    year | kpi_id        | target | pacing
    2021 | union_density | 70     | 均衡
"""

HISTORY = """
    kpi_id | as_of      | value | source
    unions | 2019-12-01 | 1     | 2019年工作总结
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """65 of 100 employees are members; the households reach to November only; no competition was ever submitted."""
    tables = Tables(
        unions=UNIONS,
        hardship_households=HOUSEHOLDS,
        targets=TARGETS,
        histories=HISTORY,
        reaches={"hardship_household": "2021-11-30"},
    )
    return publish(tmp_path_factory.mktemp("home"), tables)


def run(home: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main([*arguments, "--home", str(home)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def run_json(home: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code, out, err = run(home, capsys, *arguments, "--json")
    assert err == ""
    return code, json.loads(out)


def test_a_value_with_its_parts_target_and_light(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, (answer,) = run_json(home, capsys, "kpi", "--id", "union_density", "--as-of", "2021-12")
    assert code == 0
    assert {name: answer[name] for name in ("id", "as_of", "region", "numerator", "denominator", "value")} == {
        "id": "union_density",
        "as_of": "2021-12",
        "region": "530499",
        "numerator": 60 + 5,
        "denominator": 80 + 20,
        "value": 0.65,
    }
    assert (answer["unit"], answer["light"], answer["complete"], answer["missing"]) == ("%", "amber", True, [])


def test_the_table_shows_the_same_to_people(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(home, capsys, "kpi", "--id", "union_density")
    assert (code, err) == (0, "")
    assert "示例县 · 截至 2021-12-31" in out
    line = next(line for line in out.splitlines() if line.startswith("union_density"))
    for shown in ("入会率", "65.00%", " 65 ", " 100 ", "70.00%", "△ 接近"):
        assert shown in line
    _, out, _ = run(home, capsys, "kpi", "--id", "union_density", "--lang", "en")
    assert "Union density" in out
    assert "Close" in out


def test_people_are_told_where_last_years_value_is_from_when_there_are_no_rows_of_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(home, capsys, "kpi", "--id", "unions", "--as-of", "2020-12")
    assert "+100.0%" in out  # 2 unions, 1 reported a year before
    assert "去年的数据据已签发材料，不可下钻：2019年工作总结" in out
    _, out, _ = run(home, capsys, "kpi", "--id", "unions", "--as-of", "2021-12")
    assert "已签发材料" not in out


def test_columns_stay_aligned_though_chinese_is_wide(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(home, capsys, "kpi", "--id", "union_density", "--id", "members")
    ends = {
        cell_len(line.split("△")[0].split("○")[0]) for line in out.splitlines() if line.startswith(("union_d", "mem"))
    }
    assert len(ends) == 1


def test_csv_has_the_fields_of_json(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(home, capsys, "kpi", "--id", "members", "--region", "all", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert [(row["region"], row["value"], row["complete"]) for row in rows] == [
        ("530499", "65", "true"),
        ("530499001", "60", "true"),
        ("530499002", "5", "true"),
    ]
    _, answers = run_json(home, capsys, "kpi", "--id", "members")
    assert list(rows[0]) == list(answers[0])


def test_all_indicators_without_an_id(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(home, capsys, "kpi", "--format", "csv")
    ids = [row["id"] for row in csv.DictReader(io.StringIO(out))]
    assert {"members", "union_density", "tasks_behind"} <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("asked", "field", "expected"),
    [
        (["--id", "competition_trades"], "reason", "not_submitted"),
        (["--id", "hardship_households"], "missing", ["hardship_household"]),
        (["--id", "hardship_households", "--region", "530499001"], "suppressed", True),
        (["--id", "members", "--as-of", "2019-12"], "reason", "before_data"),
    ],
)
def test_a_value_that_is_null_incomplete_or_withheld_is_exit_code_1(
    home: Path, capsys: pytest.CaptureFixture[str], asked: list[str], field: str, expected: object
) -> None:
    code, (answer,) = run_json(home, capsys, "kpi", *asked)
    assert code == 1
    assert answer[field] == expected


def test_people_are_told_why_there_is_no_value(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(home, capsys, "kpi", "--id", "hardship_households", "--region", "530499001")
    assert "人数少于5，按规定不显示" in out
    _, out, _ = run(home, capsys, "kpi", "--id", "hardship_households", "--lang", "en")
    assert "missing: service (Households in hardship)" in out


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (["kpi", "--id", "union_densety"], "union_density"),
        (["kpi", "--region", "999999"], "530499001"),
        (["kpi", "--as-of", "2021-13"], "2021-13"),
        (["kpi", "--as-of", "soon"], "soon"),
        (["kpi", "--as-of", "2022-01"], "2022-01"),
        (["trace", "nonsense"], "nonsense"),
        (["trace", "members", "--region", "all"], "--region"),
        (["rollback", "ffffffffffffffff"], "ffffffffffffffff"),
        (["rollback"], "没有更早的版本"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], asked: list[str], sentence: str
) -> None:
    code, out, err = run(home, capsys, *asked)
    assert (code, out) == (2, "")
    told, following = err.splitlines()
    assert sentence in told
    assert following.startswith("下一步：unionkpi ")


def test_the_rows_behind_a_value_add_up_to_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, proof = run_json(home, capsys, "trace", "union_density", "--as-of", "2021-12")
    assert code == 0
    assert {name: proof[name] for name in ("id", "as_of", "region", "value")} == {
        "id": "union_density",
        "as_of": "2021-12",
        "region": "530499",
        "value": 0.65,
    }
    amounts = {
        part: [row["amount"] for row in proof["rows"] if row["part"] == part] for part in ("numerator", "denominator")
    }
    assert {part: sum(found) for part, found in amounts.items()} == {"numerator": 65, "denominator": 100}
    assert proof["rows"][0] == {
        "part": "numerator",
        "ledger": "union",
        "file": "unions.xlsx",
        "sheet": "1",
        "row": 2,
        "amount": 60,
    }


def test_a_withheld_value_has_no_rows(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, proof = run_json(home, capsys, "trace", "hardship_households", "--region", "530499001")
    assert code == 1
    assert (proof["value"], proof["rows"], proof["suppressed"]) == (None, [], True)


def test_people_see_the_rows_as_a_table(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(home, capsys, "trace", "members")
    assert code == 0
    assert "members 会员人数 · 示例县 · 截至 2021-12-31: 65人" in out
    assert [line.split() for line in out.splitlines() if line.startswith("分子")] == [
        ["分子", "基层工会台账", "unions.xlsx", "1", "2", "60"],
        ["分子", "基层工会台账", "unions.xlsx", "1", "3", "5"],
    ]


def test_status_tells_what_each_department_delivered(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, document = run_json(home, capsys, "status")
    assert code == 0
    assert (document["version"], document["versions"], document["data_date"]) == (VERSION, [VERSION], "2021-12-31")
    ledgers = {line["ledger"]: line for line in document["ledgers"]}
    assert (ledgers["union"]["reach"], ledgers["union"]["complete"]) == ("2021-12-31", True)
    assert (ledgers["hardship_household"]["reach"], ledgers["hardship_household"]["complete"]) == ("2021-11-30", False)
    assert (ledgers["competition"]["reach"], ledgers["competition"]["complete"]) == (None, False)
    assert {"hardship_household", "competition"} <= set(document["missing"])
    assert "union" not in document["missing"]


def test_status_for_people_has_a_word_beside_every_mark(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(home, capsys, "status")
    for word in ("✓ 齐全", "○ 未到期末", "✗ 未报送"):
        assert word in out


def test_rollback_points_to_the_version_before_and_status_follows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    earlier, later = "a" * 16, "b" * 16
    for version in (earlier, later):
        publish(tmp_path, Tables(unions=UNIONS), version)
    assert run_json(tmp_path, capsys, "rollback") == (0, {"version": earlier})
    assert run_json(tmp_path, capsys, "status")[1]["version"] == earlier
    code, out, _ = run(tmp_path, capsys, "rollback", later)
    assert (code, out) == (0, f"现在使用版本 {later}\n")


@pytest.mark.parametrize(
    "command", [["status"], ["kpi"], ["trace", "members"], ["serve"], ["rollback"], ["data-docs", "d"]]
)
def test_a_home_without_a_version_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    code, out, err = run(tmp_path / "nothing here", capsys, *command)
    assert (code, out) == (2, "")
    assert err.splitlines()[1] == f"下一步：unionkpi build --home '{tmp_path / 'nothing here'}'"
    assert not (tmp_path / "nothing here" / "warehouse" / "current.json").exists()
