"""status: what each department owed and in which state it is, what to send to whom, and what became of corrections."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.cli import main
from pipelines.registry import ledgers
from tests.spec.cli.published_home import publish
from tests.warehouse_tables import Tables

OF_ORG = [ledger_id for ledger_id, ledger in ledgers().items() if ledger.department == "org"]
UNIONS = """
    union_code | township_code | members | employees | founded_date
    U1         | 530499001     | 60      | 80        | 2019-05-01
    U2         | 530499002     | 5       | 20        | 2020-01-15
"""


class Described(Tables):
    """Tables with named departments, a refused sheet, and three corrections, one of them applied to the row of U1."""

    def _describe(self, con: duckdb.DuckDBPyConnection) -> None:
        super()._describe(con)
        con.execute("insert into meta.departments values ('org', '组织部', '李主任'), ('service', '职工服务中心', '')")
        con.execute(
            "insert into quality.sheets (file, sheet, ledger_id, is_accepted, loaded, rejected, superseded) "
            "values ('组织部/单位.xlsx', 'Sheet1', 'enterprise', false, 0, 9, 0)"
        )
        con.execute(
            "insert into meta.corrections values "
            "(1, 'union', 'union_code=U1', 'members', '600', '60', '多打一个零', '办公室', '2022-06-30', "
            "'applied', 2), "
            "(2, 'union', 'union_code=U9', 'members', null, '1', '漏填', '办公室', null, 'row_not_found', 0)"
        )
        con.execute(
            "insert into quality.corrections (correction_number, ledger_id, file, sheet, row, outcome) values "
            "(1, 'union', 'unions.xlsx', '1', 2, 'loaded'), (1, 'union', 'old.xlsx', '1', 7, 'rejected')"
        )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unions reach to October, relief visits to December without a row; everything else never came."""
    tables = Described(unions=UNIONS, relief_visits="", reaches={"union": "2021-10-31"})
    return publish(tmp_path_factory.mktemp("home"), tables)


def run(home: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main([*arguments, "--home", str(home)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def document(home: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    code, out, err = run(home, capsys, "status", "--json", *arguments)
    assert (code, err) == (0, "")
    answer: dict[str, Any] = json.loads(out)
    return answer


def states(told: dict[str, Any], ledger: str) -> list[tuple[str, str]]:
    return [(line["period"], line["state"]) for line in told["submissions"] if line["ledger"] == ledger]


def test_the_calendar_of_each_ledger(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = document(home, capsys)
    assert told["due_by"] == "2021-12-31"
    assert states(told, "union") == [("2021-10", "zero_report"), ("2021-11", "missing"), ("2021-12", "missing")]
    assert states(told, "relief_visit") == [("2021-12", "zero_report")]
    assert states(told, "competition") == [("2021", "missing")]


def test_the_counts_of_a_department_are_those_of_its_periods(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = document(home, capsys)
    for department in told["departments"]:
        own = [line["state"] for line in told["submissions"] if line["department"] == department["department"]]
        assert department["owed"] == len(own)
        names = ("delivered", "zero_report", "replaced", "with_problems", "late", "missing")
        assert {name: department[name] for name in names} == {name: own.count(name) for name in names}


def test_a_later_day_owes_more(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = document(home, capsys, "--due-by", "2022-01")
    assert told["due_by"] == "2022-01-31"
    assert told["data_date"] == "2021-12-31"
    assert states(told, "relief_visit") == [("2021-12", "zero_report"), ("2022-01", "missing")]


def test_a_day_that_is_none_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(home, capsys, "status", "--due-by", "下个月")
    assert (code, out) == (2, "")
    assert "下个月" in err
    assert "--due-by 2021-12" in err


def test_a_department_is_reminded_of_what_it_owes(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (reminder,) = [one for one in document(home, capsys)["reminders"] if one["department"] == "org"]
    assert (reminder["department_name"], reminder["owner"]) == ("组织部", "李主任")
    owed = {one["ledger"]: (one["periods"], one["reach"]) for one in reminder["ledgers"]}
    assert set(owed) == set(OF_ORG)
    assert owed["enterprise"] == owed["union_unit"] == (["2021-12"], None)
    assert owed["union"] == (["2021-11", "2021-12"], "2021-10-31")
    head, due, *lines, foot = reminder["text"].splitlines()
    assert (head, due) == ("组织部 李主任：", "截至 2021-12-31 应报的台账中，下列还没有报齐：")
    assert [line.split(". ")[0] for line in lines] == [str(number) for number in range(1, len(OF_ORG) + 1)]
    assert {line.split(". ", 1)[1] for line in lines} >= {
        "单位名录（每月报）：缺 2021年12月，从未报送；已交而不能采用的：组织部/单位.xlsx · Sheet1，请先改正",
        "基层工会台账（每月报）：缺 2021年11月、2021年12月，现报至 2021-10-31",
        "联合工会涵盖单位明细（每月报）：缺 2021年12月，从未报送",
    }
    assert foot == (
        "请补报，并在表头上方写明“截至日期”，不早于各期期末（最晚 2021-12-31）；当期没有业务的，请报“零报告”。"
    )


def test_many_periods_are_told_by_the_first_and_the_last(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = document(home, capsys, "--due-by", "2022-06")
    (text,) = [one["text"] for one in told["reminders"] if one["department"] == "org"]
    assert "基层工会台账（每月报）：缺 2021年11月至2022年6月共8期，现报至 2021-10-31" in text


def test_reminders_alone_are_ready_to_copy(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(home, capsys, "status", "--reminders")
    texts = [one["text"] for one in document(home, capsys)["reminders"]]
    assert (code, out) == (0, "\n\n".join(texts) + "\n")
    _, out, _ = run(home, capsys, "status", "--reminders", "--lang", "en")
    assert ". Grass-roots unions (monthly): 2021-11, 2021-12; reaches to 2021-10-31 now" in out


def test_where_nothing_is_owed_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = {"submissions_since": "2022-01-01", "submission_grace_days": "10"}
    home = publish(tmp_path, Tables(unions=UNIONS, settings=settings))
    code, out, _ = run(home, capsys, "status", "--reminders")
    assert (code, out) == (0, "截至 2021-12-31 应报的都已报\n")


def test_people_see_period_and_state_and_the_way_to_the_reminders(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(home, capsys, "status")
    line = next(line for line in out.splitlines() if "基层工会台账" in line)
    assert line.split()[-2:] == ["✗", "未报"]
    assert "2021年12月" in line
    assert "unionkpi status --reminders" in out
    counts = [line for line in out.splitlines() if line.startswith("组织部 李主任")][-1]
    others = len(OF_ORG) - 1  # owed once each, as they never came
    owed, in_time, zero_report, replaced, with_problems, late, missing = map(int, counts.split()[2:])
    assert (owed, in_time, zero_report, replaced, with_problems, late, missing) == (
        3 + others,
        0,
        1,
        0,
        0,
        0,
        2 + others,
    )


def test_the_state_of_every_correction(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert document(home, capsys)["corrections"] == [
        {
            "number": 1,
            "ledger": "union",
            "key": "union_code=U1",
            "column": "members",
            "old": "600",
            "new": "60",
            "state": "applied",
            "applied": 2,
            "rejected": 1,
            "reason": "多打一个零",
            "by": "办公室",
            "until": "2022-06-30",
        },
        {
            "number": 2,
            "ledger": "union",
            "key": "union_code=U9",
            "column": "members",
            "old": None,
            "new": "1",
            "state": "row_not_found",
            "applied": 0,
            "rejected": 0,
            "reason": "漏填",
            "by": "办公室",
            "until": None,
        },
    ]
    _, out, _ = run(home, capsys, "status")
    assert "已更正，1行仍被退回" in out
    assert "没有这一行" in out


def test_an_indicator_says_that_corrected_rows_stand_behind_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def remark(region: str) -> str:
        _, out, _ = run(home, capsys, "kpi", "--id", "members", "--as-of", "2021-10", "--region", region)
        return next(line for line in out.splitlines() if line.startswith("members"))

    assert "含更正数据1行" in remark("530499001")
    assert "更正" not in remark("530499002")
    _, out, _ = run(home, capsys, "kpi", "--id", "members", "--as-of", "2021-10", "--json")
    assert "corrected_rows" not in json.loads(out)[0]


def test_an_indicator_names_the_departments_that_are_missing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(home, capsys, "kpi", "--id", "hardship_reach", "--id", "union_density")
    assert "缺：组织部（基层工会台账）" in out
    assert "缺：职工服务中心（困难职工档案）" in out
    _, out, _ = run(home, capsys, "kpi", "--id", "union_density", "--lang", "en")
    assert "missing: 组织部 (Grass-roots unions)" in out
