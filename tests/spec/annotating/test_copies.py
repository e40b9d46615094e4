"""Where marked copies go: a folder of their own, in which nothing is replaced that is not ours and unchanged."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from pipelines.cli import main
from tests.spec.annotating.union_workbook import CONFIG, TOWNSHIPS
from tests.spec.annotating.workbook_parts import Parts
from tests.spec.reading.workbooks import RIGHT_NUMBER

WRONG, RIGHT = TOWNSHIPS.replace("石桥镇,镇", "石桥镇,州"), TOWNSHIPS


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("UNIONKPI_HOME", "UNIONKPI_KEY", "UNIONKPI_DEBUG", "UNIONKPI_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose inbox holds one wrong file, one right one, and a wrong one deeper down."""
    inbox = tmp_path / "home" / "inbox"
    (inbox / "办公室").mkdir(parents=True)
    (tmp_path / "home" / "config.toml").write_text(CONFIG, "utf-8")
    (inbox / "错.csv").write_text(WRONG, "utf-8")
    (inbox / "对.csv").write_text(RIGHT.replace("5304990", "5304991"), "utf-8")
    (inbox / "办公室" / "错.csv").write_text(WRONG.replace("5304990", "5304992"), "utf-8")
    return tmp_path / "home"


def check(capsys: pytest.CaptureFixture[str], home: Path, *arguments: str) -> tuple[int, str, str]:
    code = main(["check", *arguments, "--home", str(home)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def files_in(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {name for name in found if not name.startswith(".")}


def test_every_file_with_problems_gets_a_copy_at_its_own_path(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    code, out, err = check(capsys, home, str(home / "inbox"), "--annotate", str(tmp_path / "out"))
    assert (code, err) == (1, "")
    assert out.splitlines()[-1] == f"已在 {tmp_path / 'out'} 写出 2 份标注副本"
    assert files_in(tmp_path / "out") == {"错.csv.xlsx", "办公室/错.csv.xlsx"}
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_the_document_of_check_stays_as_it_is(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, plain, _ = check(capsys, home, str(home / "inbox"), "--json")
    code, annotated, err = check(capsys, home, str(home / "inbox"), "--json", "--annotate", str(tmp_path / "out"))
    assert (code, err) == (1, "")
    assert json.loads(annotated) == json.loads(plain)
    assert len(files_in(tmp_path / "out")) == 2


def test_nobody_is_told_by_the_number_that_a_file_or_a_sheet_is_called_by(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with xlsxwriter.Workbook(str(home / "inbox" / f"{RIGHT_NUMBER}.xlsx")) as book:
        sheet = book.add_worksheet(RIGHT_NUMBER)
        for row, line in enumerate(WRONG.splitlines()[1:]):
            sheet.write_row(row, 0, line.split(","))
    _, told, err = check(capsys, home, str(home / "inbox"), "--json", "--annotate", str(tmp_path / "out"))
    assert RIGHT_NUMBER not in told + err
    assert '"sheet": "110***********002X"' in told
    with zipfile.ZipFile(tmp_path / "out" / "110___________002X.xlsx") as copy:
        assert any(name.startswith("xl/comments") for name in copy.namelist())


def test_without_a_problem_there_is_no_copy(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = check(capsys, home, str(home / "inbox" / "对.csv"), "--annotate", str(tmp_path / "out"))
    assert code == 0
    assert "没有问题" in out
    assert files_in(tmp_path / "out") == set()


def test_a_second_run_replaces_the_first_and_leaves_no_copy_of_what_is_right_now(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = (str(home / "inbox"), "--annotate", str(tmp_path / "out"))
    check(capsys, home, *arguments)
    (home / "inbox" / "办公室" / "错.csv").write_text(RIGHT.replace("5304990", "5304992"), "utf-8")
    assert check(capsys, home, *arguments)[0] == 1
    assert files_in(tmp_path / "out") == {"错.csv.xlsx"}
    assert not (tmp_path / "out" / "办公室").exists()


def test_a_copy_that_somebody_worked_in_is_never_replaced(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = (str(home / "inbox"), "--annotate", str(tmp_path / "out"))
    check(capsys, home, *arguments)
    (tmp_path / "out" / "错.csv.xlsx").write_bytes(b"corrected by hand")
    code, out, err = check(capsys, home, *arguments)
    assert (code, out) == (2, "")
    assert "错.csv.xlsx 已被改动" in err
    assert (tmp_path / "out" / "错.csv.xlsx").read_bytes() == b"corrected by hand"


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("home/inbox", "不能写进"),
        ("home/inbox/副本", "不能写进"),
        ("elsewhere", "不能写进"),
        ("elsewhere/deeper", "不能写进"),
        ("others", "不是本命令写的文件（letter.txt）"),
        ("others/letter.txt", "不是文件夹"),
        ("home", "不是本命令写的文件"),
    ],
)
def test_a_folder_with_originals_or_with_files_of_others_is_refused(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], folder: str, reason: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "错.csv").write_text(WRONG, "utf-8")
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "letter.txt").write_text("dear colleagues", "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code, out, err = check(capsys, home, str(tmp_path / "elsewhere"), "--annotate", str(tmp_path / folder))
    assert (code, out) == (2, "")
    assert reason in err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("home/inbox/错.csv", "home/inbox/错.csv.xlsx"),
        ("home/../home/inbox/错.csv", "错.csv.xlsx"),
        ("/", "错.csv.xlsx"),
    ],
)
def test_a_single_file_keeps_its_path_unless_that_leads_out(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str, place: str
) -> None:
    path = str(home / "inbox" / "错.csv") if given == "/" else given
    check(capsys, home, path, "--annotate", "out")
    assert files_in(tmp_path / "out") == {place}


def test_two_files_that_would_have_one_name_are_refused(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(home / "inbox" / "错.csv"), str(home / "inbox" / "办公室" / "错.csv")]
    code, out, err = check(capsys, home, *paths, "--annotate", str(tmp_path / "out"))
    assert (code, out) == (2, "")
    assert "同名（错.csv.xlsx）" in err
    assert not (tmp_path / "out").exists()


def test_a_run_that_was_cut_off_is_cleared_away(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    left = tmp_path / "out" / ".unionkpi-unfinished"
    left.mkdir(parents=True)
    (left / "half.xlsx").write_bytes(b"half")
    assert check(capsys, home, str(home / "inbox"), "--annotate", str(tmp_path / "out"))[0] == 1
    assert not left.exists()


def test_a_copy_that_cannot_be_written_leaves_the_former_ones(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = (str(home / "inbox"), "--annotate", str(tmp_path / "out"))
    check(capsys, home, *arguments)
    before = {name: Parts(tmp_path / "out" / name).parts for name in files_in(tmp_path / "out")}

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipelines.annotating.copies.annotate", full)
    code, _, err = check(capsys, home, *arguments)
    assert code == 2
    assert "磁盘已满" in err
    assert {name: Parts(tmp_path / "out" / name).parts for name in files_in(tmp_path / "out")} == before


@pytest.mark.slow
def test_every_copy_of_a_messy_county_has_the_problems_of_its_original(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a department gets back it can hand in again: nothing is lost, nothing is added."""
    main(["sample", str(tmp_path / "sample"), "--from", "2021"])
    capsys.readouterr()
    sample, out = tmp_path / "sample", tmp_path / "out"
    documents = {}
    for folder in (sample / "inbox", out):
        annotate = ["--annotate", str(out)] if folder != out else []
        _, text, _ = check(capsys, sample, str(folder), "--json", *annotate)
        documents[folder] = {file["file"]: file["sheets"] for file in json.loads(text)["files"]}
    originals, copies = documents[sample / "inbox"], documents[out]
    workbooks = {name for name in copies if name in originals and originals[name][0]["sheet"]}
    assert len(workbooks) > 20
    for name in workbooks:
        assert [_in_itself(sheet) for sheet in copies[name]] == [_in_itself(sheet) for sheet in originals[name]], name


def _in_itself(sheet: dict[str, Any]) -> dict[str, Any]:
    """What is said of a sheet that does not depend on the other files given."""
    of_others = {"unknown_reference", "unchecked_reference", "rejected_reference", "broken_rule", "repeated_content"}
    problems = [problem for problem in sheet["problems"] if problem["rule"] not in of_others]
    return {"sheet": sheet["sheet"], "read": sheet["read"], "skipped": sheet["skipped"], "problems": problems}
