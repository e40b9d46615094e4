"""``unionkpi sql``: one SELECT from the shell, answered, cut off or refused, and noted."""

import json
import shutil
from pathlib import Path

import pytest

from pipelines.cli import main
from warehouse.desk.asking.question import masked

pytestmark = pytest.mark.slow


def run(home: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["--home", str(home), "sql", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_json_is_a_list_of_objects_and_a_repeated_name_gets_a_number(
    bare_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(
        bare_home, capsys, "select region_name as a, 1 as a from meta.regions order by position", "--json"
    )
    assert code == 0
    assert json.loads(out) == [
        {"a": "云岭县", "a_2": 1},
        {"a": "城关街道", "a_2": 1},
        {"a": "东岗镇", "a_2": 1},
    ]


def test_csv_and_parameters(bare_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    query = "select region_code, region_name from meta.regions where region_kind = :kind"
    assert run(bare_home, capsys, query, "--param", "kind=镇", "--format", "csv") == (
        0,
        "region_code,region_name\n530499100,东岗镇\n",
        "",
    )


def test_too_many_rows_are_said_to_be_cut_off(bare_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(bare_home, capsys, "select * from range(20000)", "--format", "csv")
    assert (code, len(out.splitlines()), err) == (1, 10_001, "结果超过上限，只列出前10000行\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["delete from meta.regions"], "只能用 SELECT 查询，不能修改、导出或设置"),
        (["select * from ledger.members"], "没有可以查询的表 ledger.members"),
        (["select :x"], "缺少参数 x"),
        (["select 1", "--param", "x"], "--param 应写成 名称=值，不是 x"),
    ],
)
def test_a_refusal_says_why(
    bare_home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    code, out, err = run(bare_home, capsys, *arguments)
    assert (code, out) == (2, "")
    assert sentence in err


def test_the_log_has_the_question_without_what_may_be_a_persons_number(
    bare_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(bare_home, capsys, "select '530422199001011234' as x")
    newest = sorted((bare_home / "audit").glob("*.jsonl"))[-1].read_text("utf-8").splitlines()[-1]
    noted = json.loads(newest)["details"]
    assert noted.pop("milliseconds") < 10_000
    assert noted == {"sql": "select '***' as x", "rows": 1, "outcome": "answered"}
    assert masked("call 13800138000") == "call ***"


def test_a_frozen_month_is_asked_with_the_published_version_beside_it(
    bare_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = Path(shutil.copytree(bare_home, tmp_path / "home"))
    main(["--home", str(home), "snapshot", "create", "2021-12", "--by", "张三", "--reason", "台账未报"])
    capsys.readouterr()
    query = "select count(*) as a from meta.regions union all select count(*) from live.meta.regions"
    assert run(home, capsys, query, "--snapshot", "2021-12.r1", "--format", "csv") == (0, "a\n3\n3\n", "")
    assert "没有快照 2021-11.r1；现有：2021-12.r1" in run(home, capsys, "select 1", "--snapshot", "2021-11.r1")[2]
    newest = sorted((home / "audit").glob("*.jsonl"))[-1].read_text("utf-8").splitlines()
    assert [json.loads(line)["details"].get("snapshot") for line in newest[-2:]] == ["2021-12.r1", "2021-11.r1"]
