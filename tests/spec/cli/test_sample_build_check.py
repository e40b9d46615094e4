"""sample, check and build from the shell: files in, a published version out, refusals that change nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.cli import main

CONFIG = 'county_code = "530499"\ncounty_name = "云岭县"\n'
TOWNSHIPS = """\
截至日期：2021-12-31
区划代码,乡镇名称,类型
530499001,青禾街道,街道
530499002,石桥镇,镇
"""
UNIONS_HEADING = (
    "工会编号,工会名称,组建形式,所属乡镇,涵盖单位数,职工人数,会员人数,建会日期,女职工组织,经审组织,法人资格"
)
GOOD_UNION = "GH001,青禾小学工会,单独,青禾街道,1,80,60,2019-05-01,女工委,经审委,是"
TOO_MANY_MEMBERS = "GH002,石桥粮店工会,单独,石桥镇,1,20,21,2020-01-15,无,无,否"


def make_home(folder: Path, *unions: str) -> Path:
    inbox = folder / "inbox" / "组织部"
    inbox.mkdir(parents=True)
    (folder / "config.toml").write_text(CONFIG, "utf-8")
    (folder / "inbox" / "乡镇.csv").write_text(TOWNSHIPS, "utf-8")
    (inbox / "工会.csv").write_text("\n".join(["截至日期：2021-12-31", UNIONS_HEADING, *unions, ""]), "utf-8")
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code, out, err = run(capsys, *arguments, "--json")
    assert err == ""
    return code, json.loads(out)


def test_check_names_file_row_column_value_and_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = make_home(tmp_path, GOOD_UNION, TOO_MANY_MEMBERS)
    code, document = run_json(capsys, "check", str(home / "inbox"), "--home", str(home))
    assert code == 1
    sheets = {file["file"]: file["sheets"] for file in document["files"]}
    (unions,) = sheets["组织部/工会.csv"]
    assert (unions["ledger"], unions["ok"], unions["rejected"]) == ("union", 1, 1)
    (problem,) = [problem for problem in unions["problems"] if problem["severity"] == "error"]
    assert (problem["row"], problem["column"], problem["value"], problem["rule"]) == (
        4,
        "会员人数",
        "21",
        "broken_rule",
    )
    assert not (home / "warehouse").exists(), "nothing is loaded"


def test_check_tells_people_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = make_home(tmp_path, GOOD_UNION, TOO_MANY_MEMBERS)
    code, out, err = run(capsys, "check", str(home / "inbox"), "--home", str(home))
    assert (code, err) == (1, "")
    assert "[错误] 第4行 会员人数“21”：会员人数不能多于职工人数" in out
    code, out, _ = run(capsys, "check", str(home / "inbox"), "--home", str(home), "--lang", "en")
    assert "[error] row 4 会员人数“21”: Members cannot exceed employees" in out


def test_check_of_good_files_is_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = make_home(tmp_path, GOOD_UNION)
    assert run(capsys, "check", str(home / "inbox"), "--home", str(home))[0] == 0


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = make_home(tmp_path, GOOD_UNION)
    code, out, err = run(capsys, "check", str(tmp_path / "no such file.xlsx"), "--home", str(home))
    assert (code, out) == (2, "")
    assert "no such file.xlsx" in err


@pytest.mark.slow
def test_build_publishes_and_says_what_was_rejected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = make_home(tmp_path, GOOD_UNION, TOO_MANY_MEMBERS)
    code, document = run_json(capsys, "build", "--home", str(home))
    assert (code, document["published"]) == (1, True)
    for counts in [document["rows"], *document["sheets"]]:
        assert counts["read"] == sum(counts[name] for name in ("loaded", "rejected", "superseded", "skipped"))
    assert document["rows"]["rejected"] == 1
    assert [problem["rule"] for problem in document["problems"] if problem["severity"] == "error"] == ["broken_rule"]
    code, out, _ = run(capsys, "build", "--home", str(home))
    assert code == 1
    assert f"已发布版本 {document['version']}" in out, "equal inputs are the same version"
    assert "不符合填报规则" in out or "违反台账规则" in out


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        ("config.toml", "config.toml"),
        ("inbox/乡镇.csv inbox/组织部/工会.csv", "inbox"),
    ],
)
def test_build_without_configuration_or_files_is_refused_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: str, sentence: str
) -> None:
    home = make_home(tmp_path, GOOD_UNION)
    for name in spoil.split():
        (home / name).unlink()
    before = sorted(home.rglob("*"))
    code, document = run_json(capsys, "build", "--home", str(home))
    assert code == 2
    assert sentence in document["error"]
    assert document["next"].startswith("unionkpi ")
    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--size", "village"], "--size"),
        (["--from", "2021", "--to", "2019"], "年份"),
        (["--from", "1066"], "年份"),
    ],
)
def test_a_sample_that_makes_no_sense_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    code, out, err = run(capsys, "sample", str(tmp_path / "sample"), *arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert not (tmp_path / "sample").exists()


def test_a_sample_is_not_mixed_with_files_of_somebody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("dear colleagues", "utf-8")
    code, _, err = run(capsys, "sample", str(tmp_path))
    assert code == 2
    assert "空" in err
    assert [path.name for path in tmp_path.rglob("*")] == ["letter.txt"]


@pytest.mark.slow
def test_a_sample_is_a_home(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "sample"
    code, out, err = run(capsys, "sample", str(folder), "--from", "2021", "--clean")
    assert (code, err) == (0, "")
    assert f"unionkpi build --home {folder}" in out
    assert {path.name for path in folder.iterdir()} == {"config.toml", "home.json", "inbox", "sample_truth.json"}


@pytest.mark.parametrize("folder", ["file.txt", "full"])
@pytest.mark.parametrize("command", ["data-docs", "sample"])
def test_a_folder_to_write_to_must_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, folder: str
) -> None:
    (tmp_path / "file.txt").write_text("", "utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("", "utf-8")
    assert run(capsys, command, str(tmp_path / folder), "--home", str(tmp_path))[0] == 2
