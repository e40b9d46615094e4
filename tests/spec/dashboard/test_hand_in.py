"""报送: names, the inbox, the command line as a child, and the page from upload to published version."""

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from dashboard.hand_in import building, checking, child
from dashboard.hand_in.inbox import hand_in, take_back
from dashboard.hand_in.names import free_name, safe_name, shown
from dashboard.viewer import Viewer
from pipelines.inbox import inbox_files
from pipelines.judging.natural_order import path_key
from tests.dashboard_visit import door, visit, words_on
from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog
from warehouse.access.roles import Role
from warehouse.language import Refusal
from warehouse.reader import open_published

CONTENT = "截至日期：2021-12-31\n区划代码,乡镇名称,类型\n530499001,城关街道,街道\n530499100,东岗镇,镇\n"
LATER = CONTENT + "530499101,西坪镇,镇\n530499102,,镇\n"


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("a.xlsx", "a.xlsx"),
        ("../../x/台账.xlsx", "台账.xlsx"),
        ("C:\\a\\台账.xls", "台账.xls"),
        ("a:b?.csv", "a_b_.csv"),
        ("档案11010519491231002X.xlsx", "档案___.xlsx"),
        ("13812345678.csv", "___.csv"),
        ("20211231093000.csv", "20211231093000.csv"),
    ],
)
def test_a_name_leads_nowhere_else_and_to_nobody(given_name, name):
    assert safe_name(given_name) == name


@pytest.mark.parametrize("given_name", ["", "..", ".secret", "~$台账.xlsx", "a/", "长" * 100 + ".xlsx"])
def test_a_name_that_the_inbox_would_not_read_is_refused(given_name):
    with pytest.raises(Refusal):
        safe_name(given_name)


@pytest.mark.parametrize(
    ("name", "taken", "free"),
    [
        ("a.xlsx", [], "a.xlsx"),
        ("a.xlsx", ["b.xlsx"], "a.xlsx"),
        ("a.xlsx", ["A.xlsx"], "a(2).xlsx"),
        ("a.xlsx", ["a.xlsx", "a(2).xlsx", "a(10).xlsx"], "a(11).xlsx"),
        ("a(2).xlsx", ["a.xlsx", "a(2).xlsx"], "a(3).xlsx"),
    ],
)
def test_a_name_that_is_taken_gets_the_next_number(name, taken, free):
    assert free_name(name, taken) == free


def test_a_name_is_shown_as_it_is_and_not_as_markdown():
    assert shown("a[b](c)$1$.csv") == r"a\[b\]\(c\)\$1\$.csv"


@given(st.text("ab年()0129", min_size=1, max_size=8), st.integers(1, 5))
def test_the_later_of_one_name_is_the_later_in_natural_order(stem, times):
    taken: list[str] = []
    for _ in range(times):
        taken.append(free_name(f"{stem}.csv", taken))
    assert sorted(taken, key=path_key) == taken


def test_a_file_lies_in_the_folder_of_its_department_and_nothing_else_does(tmp_path):
    stored = hand_in(b"one", "a.csv", "组织部", tmp_path)
    later = hand_in(b"two", "a.csv", "组织部", tmp_path)
    assert [file.name for file in inbox_files(tmp_path)] == ["组织部/a.csv", "组织部/a(2).csv"]
    assert (stored.is_new, later.path.read_bytes()) == (True, b"two")
    assert len(list((tmp_path / "组织部").iterdir())) == 2


def test_the_same_content_is_not_stored_twice(tmp_path):
    first = hand_in(b"one", "a.csv", "组织部", tmp_path)
    again = hand_in(b"one", "b.csv", "组织部", tmp_path)
    assert (again.is_new, again.path) == (False, first.path)
    assert not take_back(again)
    assert len(inbox_files(tmp_path)) == 1


def test_what_was_handed_in_can_be_taken_back_unless_it_has_changed(tmp_path):
    one, two = (hand_in(name.encode(), name, "组织部", tmp_path) for name in ("a.csv", "b.csv"))
    two.path.write_bytes(b"changed")
    assert (take_back(one), take_back(two), take_back(one)) == (True, False, False)
    assert [file.name for file in inbox_files(tmp_path)] == ["组织部/b.csv"]


@pytest.mark.slow
def test_a_messy_workbook_is_checked_and_marked_by_the_child(messy, tmp_path):
    book = max((messy.inbox / "权益保障部").rglob("*.xlsx"), key=lambda path: path.stat().st_size)
    shutil.copy(book, tmp_path / book.name)
    (tmp_path / "bad.csv").write_text(LATER, encoding="utf-8")
    steps: list[tuple[str, int, int]] = []
    asked = ["check", str(tmp_path / book.name), str(tmp_path / "bad.csv"), "--annotate", str(tmp_path / "copies")]
    answer = child.run(messy.folder, "zh", asked, lambda *told: steps.append(told))
    assert (answer.exit_code, answer.refusal) == (1, None)
    found = {Path(sheet["file"]).name: sheet for sheet in checking.sheets(answer.document)}
    assert found[book.name]["read"] > 0
    (missing,) = [problem for problem in found["bad.csv"]["problems"] if problem["severity"] == "error"]
    assert (missing["row"], missing["column"], missing["rule"]) == (6, "乡镇名称", "missing_value")
    assert (tmp_path / "copies" / "bad.csv.xlsx").is_file()
    assert ("读取台账", 2, 2) in steps


def test_a_refusal_of_the_child_is_its_sentence(tmp_path):
    answer = child.run(tmp_path, "zh", ["build"])
    assert answer.exit_code == child.REFUSED
    assert answer.refusal is not None
    assert answer.refusal.startswith("找不到配置文件 config.toml")


def test_the_child_ends_with_an_exception_of_who_watches_it(small_home):
    home = small_home({"a.csv": CONTENT})

    def leave(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        child.run(home.folder, "zh", ["build"], leave)
    assert not (home.warehouse / "current.json").exists()


def upload(page: AppTest, name: str, content: str) -> AppTest:
    page.file_uploader[0].upload(name, content.encode(), "text/csv").run()
    return page


def press(page: AppTest, key: str) -> AppTest:
    page.button(key).click().run()
    assert not page.exception
    return page


@pytest.fixture
def home(bare_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fixed_key: str) -> Path:
    """A published home of its own that a test may hand in to."""
    folder = tmp_path / "home"
    shutil.copytree(bare_home, folder)
    monkeypatch.setenv("UNIONKPI_HOME", str(folder))
    monkeypatch.setenv("UNIONKPI_KEY", fixed_key)
    return folder


@pytest.mark.slow
def test_from_upload_to_published_version(home):
    before = open_published(home / "warehouse").version
    page = upload(visit("hand-in"), "乡镇.csv", LATER)
    assert "1个文件，读取4行：合格3行，退回1行；错误1个，提醒0个" in [one.value for one in page.subheader]
    assert "missing_value" not in words_on(page)
    assert [button.label for button in page.get("download_button")] == ["⬇ 乡镇.csv.xlsx"]

    press(page, "submit")
    assert [one.value for one in page.success] == ["已交：办公室/乡镇.csv"]
    assert (home / "inbox" / "办公室" / "乡镇.csv").read_text(encoding="utf-8") == LATER

    press(page, "build")
    now = open_published(home / "warehouse").version
    assert now != before
    assert now in words_on(page)
    assert next(one.value for one in page.success).startswith(f"✓ 已发布版本 {now}")
    assert [button.key for button in page.button] == ["build"]


@pytest.mark.slow
def test_a_file_is_taken_back_before_a_build(home):
    page = press(upload(visit("hand-in"), "乡镇.csv", LATER), "submit")
    press(page, "take_back_办公室/乡镇.csv")
    assert [one.value for one in page.success] == ["已取回：办公室/乡镇.csv"]
    assert [file.name for file in inbox_files(home / "inbox")] == ["乡镇街道名录.csv"]


@pytest.mark.slow
def test_a_heading_that_is_nearly_right_is_confirmed_and_read_from_then_on(home):
    page = upload(visit("hand-in"), "乡镇.csv", CONTENT.replace("乡镇名称", "乡镇之名称"))
    assert "1个文件，读取2行：合格0行，退回2行；错误1个，提醒1个" in [one.value for one in page.subheader]
    press(page, "confirm_township_乡镇之名称")
    assert [one.value for one in page.success] == ["已记下：《乡镇街道名录》的“乡镇之名称”按“乡镇名称”读，已重新检查"]
    assert (
        (home / "config.toml").read_text(encoding="utf-8").endswith('[headings.township]\n"乡镇之名称" = "乡镇名称"\n')
    )
    assert "1个文件，读取2行，全部合格" in [one.value for one in page.subheader]


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_uploads_lie_in_a_folder_that_nobody_else_can_read():
    page = upload(visit("hand-in"), "乡镇.csv", CONTENT)
    folder = page.session_state["hand_in_desk"].folder
    assert [path.name for path in (folder / "uploads").iterdir()] == ["乡镇.csv"]
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_a_build_that_is_refused_says_why_and_changes_nothing(home):
    before = open_published(home / "warehouse").version
    page = visit("hand-in", lang="en")
    (home / "config.toml").write_text("county_code = 1\n", encoding="utf-8")
    press(page, "build")
    (told,) = [one.value for one in page.error]
    assert told.startswith("▼ Not published, the figures stay as they were: config.toml, key county_code")
    assert open_published(home / "warehouse").version == before


@pytest.mark.slow
def test_a_department_hands_in_for_itself_alone(home):
    page = visit("hand-in", role=Role.DEPARTMENT, department_id="office", department="org")
    assert [one.value for one in page.warning] == ["链接要求以“组织部”报送；您只能为“办公室”报送，已改为“办公室”。"]
    assert "department_widget" not in [box.key for box in page.selectbox]
    assert not [button for button in page.button if button.key == "build"]
    press(upload(page, "乡镇.csv", LATER), "submit")
    assert (home / "inbox" / "办公室" / "乡镇.csv").is_file()
    assert [button.key for button in page.button] == ["take_back_办公室/乡镇.csv", "build"]
    (handed_in,) = [details for _, action, details in door().noted if action == Action.HANDED_IN]
    assert handed_in["file"] == "乡镇.csv"
    assert handed_in["department"] == "办公室"
    press(page, "take_back_办公室/乡镇.csv")
    assert [action for _, action, _ in door().noted][-1] == Action.TAKEN_BACK


@pytest.mark.slow
def test_a_department_cannot_hand_in_the_ledger_of_another(home):
    page = visit("hand-in", role=Role.DEPARTMENT, department_id="org")
    upload(page, "乡镇.csv", CONTENT)
    assert [one.value for one in page.error] == [
        "《乡镇街道名录》不是本部室的台账，不能由本部室报送；请去掉这些文件，或交给办公室。"
    ]
    assert not page.button
    assert not (home / "inbox" / "组织部").exists()


@pytest.mark.slow
def test_a_department_builds_in_its_name_and_the_log_says_so(home):
    page = visit("hand-in", role=Role.DEPARTMENT, department_id="office")
    press(press(upload(page, "乡镇.csv", LATER), "submit"), "build")
    version = open_published(home / "warehouse").version
    (built,) = [entry for entry in AuditLog(home).entries() if entry.action == Action.BUILT]
    assert (built.who, built.details["version"]) == ("王主任", version)


def test_the_gate_s_sentence_is_not_told_to_a_department():
    view = SimpleNamespace(
        viewer=Viewer("李", Role.DEPARTMENT, "org"), say=lambda label, **values: label.zh.format(**values)
    )
    told: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building.st, "error", told.append)
        for document in ({"error": "财务部/a.xlsx 第3行", "gate": []}, {"error": "另一个生成任务正在进行"}):
            building.result(view, SimpleNamespace(build=document))
    assert told == [
        "▼ 没有发布，原来的数据不变：没有通过质量闸门，请联系办公室",
        "▼ 没有发布，原来的数据不变：另一个生成任务正在进行",
    ]
