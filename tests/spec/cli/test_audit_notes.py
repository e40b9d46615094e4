"""What commands write into the audit log, by whom, and that a home which cannot be written is no hindrance."""

from pathlib import Path

import pytest

from pipelines.cli import main
from pipelines.command_line.audit import note
from pipelines.home import Home
from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog

TOWNSHIPS = "截至日期：2021-12-31\n区划代码,乡镇名称,类型\n530499001,城关街道,街道\n530499100,东岗镇,镇\n"


def noted(home: Path) -> list[tuple[str, str, dict[str, object]]]:
    return [(one.who, one.action, dict(one.details)) for one in AuditLog(home).entries()]


def test_a_command_is_noted_as_the_command_line_or_as_who_uses_the_page(tmp_path, monkeypatch):
    (tmp_path / "config.toml").touch()
    note(Home(tmp_path), Action.BUILT, {"version": "1"}, "zh")
    monkeypatch.setenv("UNIONKPI_WHO", "王主任")
    note(Home(tmp_path), Action.BUILT, {"version": "2"}, "zh")
    assert noted(tmp_path) == [("命令行", "built", {"version": "1"}), ("王主任", "built", {"version": "2"})]


def test_a_log_that_cannot_be_written_is_said_and_does_not_stop_the_command(tmp_path, capsys):
    (tmp_path / "audit").write_text("in the way of the folder", "utf-8")
    note(Home(tmp_path), Action.BUILT, {"version": "1"}, "zh")
    assert capsys.readouterr().err == "操作日志写不进去，这次操作没有记入\n"


def test_a_damaged_log_is_said_and_does_not_stop_the_command(tmp_path, capsys):
    (tmp_path / "config.toml").touch()
    note(Home(tmp_path), Action.BUILT, {"version": "1"}, "zh")
    (tmp_path / "audit/head.json").write_text("{}", "utf-8")
    note(Home(tmp_path), Action.BUILT, {"version": "2"}, "zh")
    assert capsys.readouterr().err.startswith("这次操作没有记入操作日志。操作日志已损坏")
    assert [details for _, _, details in noted(tmp_path)] == [{"version": "1"}]


@pytest.mark.slow
def test_build_heading_and_rollback_are_noted(small_home, monkeypatch, fixed_key, capsys):
    monkeypatch.setenv("UNIONKPI_KEY", fixed_key)
    home = small_home({"a.csv": TOWNSHIPS})
    run = ["--home", str(home.folder), "--json"]
    assert main([*run, "build"]) == 0
    (home.inbox / "a.csv").write_text(TOWNSHIPS.replace("东岗镇", "东山镇"), "utf-8")
    assert main([*run, "build"]) == 0
    assert main([*run, "rollback"]) == 0
    assert main([*run, "headings", "--", "add", "township", "乡镇之名称", "乡镇名称"]) == 0
    capsys.readouterr()
    first, second, back, heading = noted(home.folder)
    assert (first[1], second[1], back[1]) == ("built", "built", "rolled_back")
    assert back[2] == {"version": first[2]["version"]}
    assert heading == ("命令行", "corrected", {"ledger": "township", "theirs": "乡镇之名称", "ours": "乡镇名称"})


@pytest.mark.slow
@pytest.mark.parametrize(("indicator", "is_noted"), [("relief_spent", True), ("unions", False)])
def test_a_trace_of_an_indicator_about_people_is_noted(sample_home, capsys, indicator, is_noted):
    before = len(noted(sample_home))
    main(["--home", str(sample_home), "--json", "trace", indicator])
    capsys.readouterr()
    added = noted(sample_home)[before:]
    told = {"indicator": indicator, "region": "530499", "as_of": "2021-12-31"}
    assert added == ([("命令行", "traced", told)] if is_noted else [])
