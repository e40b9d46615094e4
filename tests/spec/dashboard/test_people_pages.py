"""人员, 操作日志 and 我的账户: who may sign in, what they did, and the own password."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import load_workbook
from streamlit.testing.v1 import AppTest

from dashboard.administration import log_entries
from dashboard.page import pages
from tests.dashboard_home import make_home
from tests.dashboard_visit import AT, door, visit, words_on
from warehouse.access.actions import Action
from warehouse.access.audit_log import Altered, Entry
from warehouse.access.people import People
from warehouse.access.roles import Role

PASSWORD = "correct horse battery"  # noqa: S105 - of an invented person
ANOTHER = "another long word"


@pytest.fixture
def people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> People:
    """A published home where 王主任, who looks at the pages, is the one administrator."""
    monkeypatch.setenv("UNIONKPI_HOME", str(make_home(tmp_path)))
    found = People(tmp_path)
    found.add("王主任", Role.ADMIN, None, PASSWORD)
    return found


def press(page: AppTest, key: str) -> AppTest:
    page.button(key).click().run()
    assert not page.exception
    return page


def fill(page: AppTest, first: str, second: str, prefix: str) -> None:
    page.text_input(f"{prefix}_first").set_value(first)
    page.text_input(f"{prefix}_second").set_value(second)


def test_somebody_is_added_and_noted_and_listed(people):
    page = visit("people")
    page.text_input("add_name_0").set_value("李干事")
    page.selectbox("add_department_0").set_value("rights")
    fill(page, PASSWORD, PASSWORD, "add_0")
    press(page, "add_person")
    added = people.all()["李干事"]
    assert (added.role, added.department_id) == (Role.DEPARTMENT, "rights")
    assert people.signed_in("李干事", PASSWORD) == added
    assert [one.value for one in page.success] == ["已新增：李干事（部室）"]
    assert door().noted == [
        ("王主任", Action.PERSON_ADDED, {"name": "李干事", "role": "department", "department": "rights"})
    ]
    assert "2人，其中可登录2人" in words_on(page)
    assert "李干事" in words_on(page)


@pytest.mark.parametrize(
    ("name", "first", "second", "sentence"),
    [
        ("李干事", PASSWORD, ANOTHER, "两次输入的密码不同"),
        ("李干事", "short", "short", "密码应为10至200个字符"),
        ("王主任", PASSWORD, PASSWORD, "已有人员 王主任，不能重复添加"),
        ("", PASSWORD, PASSWORD, "姓名应为1至60个可见字符"),
    ],
)
def test_what_is_refused_is_said_and_changes_nothing(people, name, first, second, sentence):
    before = people.file.read_bytes()
    page = visit("people")
    page.text_input("add_name_0").set_value(name)
    page.selectbox("add_role_0").set_value(Role.LEADER)
    fill(page, first, second, "add_0")
    press(page, "add_person")
    assert [one.value for one in page.error] == [sentence]
    assert people.file.read_bytes() == before
    assert door().noted == []


def test_a_department_person_needs_a_department(people):
    page = visit("people")
    page.text_input("add_name_0").set_value("李干事")
    press(page, "add_person")
    assert "必须写明部室" in page.error[0].value
    assert list(people.all()) == ["王主任"]


def test_somebody_gets_another_role_and_is_disabled_and_enabled(people):
    people.add("李干事", Role.LEADER, None, PASSWORD)
    page = visit("people")
    page.selectbox("changed_person").set_value("李干事").run()
    page.selectbox("role_李干事").set_value(Role.ANALYST)
    press(page, "change_role")
    assert people.all()["李干事"].role is Role.ANALYST
    press(page, "switch_person")
    assert people.find("李干事") is None
    press(page, "switch_person")
    assert people.find("李干事") is not None
    assert [action for _, action, _ in door().noted] == [
        Action.ROLE_CHANGED,
        Action.PERSON_DISABLED,
        Action.PERSON_ENABLED,
    ]


def test_the_last_administrator_keeps_role_and_access(people):
    page = visit("people")
    press(page, "switch_person")
    assert "最后一名可登录的管理员" in page.error[0].value
    page.selectbox("role_王主任").set_value(Role.LEADER)
    press(page, "change_role")
    assert "最后一名可登录的管理员" in page.error[0].value
    assert people.find("王主任").role is Role.ADMIN


def test_a_new_password_counts_and_stands_nowhere(people):
    page = visit("people")
    fill(page, ANOTHER, ANOTHER, "password_王主任_0")
    press(page, "change_password")
    assert people.signed_in("王主任", ANOTHER) is not None
    assert ANOTHER not in words_on(page)
    assert ANOTHER not in str(door().noted)


def change_own(page: AppTest, *given: str) -> AppTest:
    for place, value in enumerate(given):
        page.text_input(f"own_{place}_0").set_value(value)
    return press(page, "change_own_password")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everybody_changes_the_own_password(people, lang):
    page = change_own(visit("account", lang=lang), PASSWORD, ANOTHER, ANOTHER)
    assert people.signed_in("王主任", ANOTHER) is not None
    assert len(page.success) == 1
    assert door().noted == [("王主任", Action.PASSWORD_CHANGED, {"name": "王主任"})]


def test_the_own_password_is_changed_by_who_knows_it_and_guessing_has_to_wait(people):
    page = visit("account")
    for _ in range(5):
        change_own(page, "not the password", ANOTHER, ANOTHER)
        assert [one.value for one in page.error] == ["现在的密码不对"]
    change_own(page, PASSWORD, ANOTHER, ANOTHER)
    assert "连续输错次数过多" in page.error[0].value
    assert people.signed_in("王主任", PASSWORD) is not None


def test_different_new_passwords_are_refused(people):
    page = change_own(visit("account"), PASSWORD, ANOTHER, PASSWORD)
    assert [one.value for one in page.error] == ["两次输入的密码不同"]
    assert people.signed_in("王主任", PASSWORD) is not None


def test_who_signs_in_elsewhere_has_no_password_to_change(people):
    people.file.unlink()
    people.add("王主任", Role.LEADER, None, None)
    page = visit("account", role=Role.LEADER)
    assert "您的账户在这里没有密码" in page.info[0].value
    assert not page.text_input


def test_the_account_names_the_pages_of_the_role(people):
    people.set_password("王主任", PASSWORD)
    page = visit("account", role=Role.DEPARTMENT, department_id="rights")
    (listed,) = [one.value for one in page.html if "page-list" in one.value and "<ul>" in one.value]
    allowed = [(one.url_path, one.label.zh) for one, _ in pages() if Role.DEPARTMENT in one.roles]
    assert re.findall(r'href="([^?]+)\?lang=zh"[^>]*>([^<]+)</a>', listed) == allowed
    assert re.findall(r"<b>([^<]+)</b>", listed) == ["数据", "管理"]
    assert "所属部室：权益保障部。" in [one.value for one in page.text]


IN = ("王主任", Action.SIGNED_IN, {"address": "127.0.0.1"})
OUT = ("李干事", Action.EXPORTED, {"what": "supervision", "file": "督查台账.xlsx"})


@pytest.mark.usefixtures("people")
def test_the_log_is_shown_the_newest_first_and_filtered_by_the_address():
    page = visit("audit-log", noted=[IN, OUT])
    table = next(html.value for html in page.html if "<table" in html.value)
    assert table.index("李干事") < table.index("王主任")
    assert "来自：127.0.0.1" in table
    assert "✓ 日志完整，没有被改动（共2行）" in [one.value for one in page.success]
    page = visit("audit-log", noted=[IN, OUT], action="exported")
    assert "第1–1条，共1条" in words_on(page)
    page = visit("audit-log", noted=[IN, OUT], who="王主任", action="exported")
    assert [one.value for one in page.info] == ["没有符合条件的记录。"]


@pytest.mark.usefixtures("people")
def test_an_altered_log_is_said_with_the_place(monkeypatch):
    page = visit("audit-log", lang="en")
    monkeypatch.setattr(door(), "verify", lambda: [Altered("2022-01.jsonl", 3, "altered")])
    page.run()
    assert "▼ The log was changed in 1 places:" in [one.value for one in page.error]
    assert "audit/2022-01.jsonl line 3: changed" in [one.value for one in page.text]


@pytest.mark.usefixtures("people")
def test_a_long_log_is_leafed_through():
    page = visit("audit-log", noted=[IN] * 101, log_page="3")
    assert "第101–101条，共101条，最新的在前" in words_on(page)


def test_a_log_that_is_handed_on_is_text_and_names_what_it_knows():
    told = {"role": "leader", "new": "x", "none": None}
    content = log_entries.workbook([Entry(7, AT, "=1+1", "renamed", told)], "zh", date(2021, 12, 31))
    assert load_workbook(BytesIO(content)).get_sheet_by_index(0).to_python() == [
        ["时间", "谁", "操作", "内容", "序号"],
        ["2022-01-04 09:00:00", "=1+1", "renamed", "角色：领导；new：x", 7],
    ]
