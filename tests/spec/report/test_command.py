"""``unionkpi report``: files, exit codes and refusals."""

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from pipelines.cli import main
from tests.spec.report.given import small_home, template
from warehouse.access.audit_log import KEY_FILE
from warehouse.report.default_template import default_template


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UNIONKPI_HOME", "UNIONKPI_DEBUG", "UNIONKPI_PROGRAM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_home(tmp_path_factory.mktemp("home"))


@pytest.fixture
def home(published: Path, tmp_path: Path) -> Path:
    """A home of its own with the same published version."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "warehouse").symlink_to(published / "warehouse")
    return folder


def run(home: Path, capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["report", *map(str, arguments), "--home", str(home)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_the_ending_decides_the_form(home: Path, capsys: pytest.CaptureFixture[str], ending: str) -> None:
    out = home / f"总结.{ending}"
    code, told, err = run(home, capsys, "--year", 2021, "--out", out)
    assert (code, err) == (1, "")  # figures were never handed in
    assert f"已写入 {out}" in told
    assert "需核实的数字" in told
    assert "办实事件数，未报送" in told
    beside = ["总结-数据底稿.xlsx", "总结.docx"] if ending == "docx" else [out.name]
    assert sorted(file.name for file in home.iterdir() if file.is_file() and file.name != KEY_FILE) == beside


def test_nothing_to_check_is_zero_and_an_existing_file_is_said_to_be_replaced(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "report_template.docx").write_bytes(template("会员{{members}}"))
    out = home / "a.md"
    assert run(home, capsys, "--year", 2021, "--out", out)[0] == 0
    code, told, _ = run(home, capsys, "--year", 2021, "--out", out, "--as-of", "2021-11")
    assert (code, told.splitlines()[0]) == (0, f"已覆盖 {out}")
    assert "会员[65人](#figure-1)" in out.read_text("utf-8")


def test_json_names_files_figures_and_doubts(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "report_template.docx").write_bytes(template("会员{{members}}，办实事{{good_deeds}}"))
    out = home / "a.html"
    code, told, _ = run(home, capsys, "--year", 2021, "--out", out, "--json")
    document: dict[str, Any] = json.loads(told)
    assert code == 1
    assert document["files"] == [{"file": out.as_posix(), "replaced": False}]
    assert [(figure["id"], figure["text"]) for figure in document["figures"]] == [
        ("members", "65人"),
        ("good_deeds", "〔未报送〕"),
    ]
    assert len(document["doubts"]) == 1


def test_the_template_is_the_named_one_else_the_configured_else_that_of_the_home(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said(*more: object) -> str:
        out = home / "a.md"
        assert run(home, capsys, "--year", 2021, "--out", out, *more)[0] == 0
        return out.read_text("utf-8").splitlines()[0]

    (home / "report_template.docx").write_bytes(template("家里"))
    assert said() == "家里"
    (home / "own.docx").write_bytes(template("配置"))
    (home / "config.toml").write_text(
        'county_code = "530499"\ncounty_name = "示例县"\n[report]\ntemplate = "own.docx"\n', "utf-8"
    )
    assert said() == "配置"
    (home / "named.docx").write_bytes(template("指定"))
    assert said("--template", home / "named.docx") == "指定"


def test_the_delivered_template_can_be_taken_away_to_edit(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = home / "模板.docx"
    code, told, _ = run(home, capsys, "--template-out", out)
    assert code == 0
    assert out.read_bytes() == default_template()
    assert "{{good_deeds}}" in "".join(paragraph.text for paragraph in Document(str(out)).paragraphs)
    assert "report_template.docx" in told


def test_closing_chapters_are_chosen(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = home / "a.md"
    run(home, capsys, "--year", 2021, "--out", out, "--chapters", "none")
    assert "存在的问题" not in out.read_text("utf-8")
    run(home, capsys, "--year", 2021, "--out", out, "--chapters", "problems")
    assert "六、存在的问题" in out.read_text("utf-8")
    assert "下一年打算" not in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "a.docx"], "缺少参数 --year"),
        (["--year", 2021], "缺少参数 --out"),
        (["--year", 2019, "--out", "a.docx"], "没有2019年的数据；可写的年份：2020–2021"),
        (["--year", 2022, "--out", "a.docx"], "没有2022年的数据"),
        (["--year", 2021, "--as-of", "2020-12", "--out", "a.docx"], "不在2021年内"),
        (["--year", 2021, "--as-of", "昨天", "--out", "a.docx"], "看不懂"),
        (["--year", 2021, "--out", "a.pdf"], "应以 .docx、.html、.md 结尾"),
        (["--year", 2021, "--out", "nowhere/a.docx"], "文件夹 nowhere 不存在"),
        (["--year", 2021, "--out", "a.docx", "--chapters", "poems"], "--chapters 没有 poems"),
        (["--year", 2021, "--out", "a.docx", "--template", "gone.docx"], "找不到报告模板 gone.docx"),
        (["--template-out", "a.txt"], "应以 .docx 结尾"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    home: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[object],
    said: str,
) -> None:
    monkeypatch.chdir(home)
    before = sorted(home.iterdir())
    code, out, err = run(home, capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err.splitlines()[0]
    assert err.splitlines()[1].startswith("下一步：unionkpi report")
    assert sorted(home.iterdir()) == before


def test_a_folder_is_no_file(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "a.docx").mkdir()
    code, _, err = run(home, capsys, "--year", 2021, "--out", home / "a.docx")
    assert code == 2
    assert "是文件夹" in err


def test_a_year_that_has_not_reached_december_is_drafted_as_of_its_last_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = small_home(tmp_path, data_date="2021-11-20", first_month="2020-01")
    code, _, err = run(home, capsys, "--year", 2021, "--out", home / "a.md")
    assert code == 2
    assert "2021年的数据只到2021年11月20日" in err
    assert "--as-of 2021-11-20" in err
    code, _, err = run(home, capsys, "--year", 2021, "--out", home / "a.md", "--as-of", "2021-12-01")
    assert code == 2
    assert "晚于数据截至月份" in err
    (home / "report_template.docx").write_bytes(template("{{期间}}会员{{members}}"))
    assert run(home, capsys, "--year", 2021, "--out", home / "a.md", "--as-of", "2021-11-20")[0] == 0
    assert (home / "a.md").read_text("utf-8").startswith("年初至11月20日会员[65人]")


def test_without_a_published_version_there_is_nothing_to_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(tmp_path, capsys, "--year", 2021, "--out", tmp_path / "a.docx")
    assert code == 2
    assert "还没有已发布的数据" in err


def test_an_unknown_placeholder_is_named_and_nothing_written(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "report_template.docx").write_bytes(template("会员{{membrs}}"))
    code, _, err = run(home, capsys, "--year", 2021, "--out", home / "a.docx")
    assert code == 2
    assert "没有占位符 {{membrs}}，是不是 {{members}}？" in err
    assert not (home / "a.docx").exists()
