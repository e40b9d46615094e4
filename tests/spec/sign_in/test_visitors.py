"""Who comes in: by password, as the first administrator, by a proxy's word, in a demonstration; and who does not."""

from pathlib import Path

import pytest

from tests.spec.sign_in.doors import PASSWORD, Door, people_of, request_of, told, visitors_of
from tests.spec.sign_in.test_sessions import Clock
from warehouse.access.people import People
from warehouse.access.roles import Role
from warehouse.language import Refusal

DESK = "10.0.0.7"
USER = "X-Forwarded-User"


def test_a_right_password_begins_a_session(tmp_path: Path) -> None:
    people_of(tmp_path)
    visitors = visitors_of(tmp_path)
    person = visitors.person(visitors.enter("  王主任 ", PASSWORD, DESK))
    assert person is not None
    assert (person.name, person.role) == ("王主任", Role.ADMIN)
    assert told(tmp_path) == [("王主任", "signed_in")]


@pytest.mark.parametrize(
    ("name", "password"), [("王主任", PASSWORD + "x"), ("王主任", ""), ("somebody", PASSWORD), ("", "")]
)
def test_a_wrong_name_and_a_wrong_password_are_told_alike(tmp_path: Path, name: str, password: str) -> None:
    people_of(tmp_path)
    with pytest.raises(Refusal) as refused:
        visitors_of(tmp_path).enter(name, password, DESK)
    assert refused.value.label.zh == "姓名或密码不对，请重试"
    assert told(tmp_path) == [("王主任" if name == "王主任" else "", "sign_in_failed")]


def test_what_was_typed_stands_nowhere_in_the_log(tmp_path: Path) -> None:
    people_of(tmp_path)
    for name, password in ((PASSWORD, "王主任"), ("王主任", "my other password")):
        with pytest.raises(Refusal):
            visitors_of(tmp_path).enter(name, password, DESK)
    log = "".join(path.read_text("utf-8") for path in (tmp_path / "audit").glob("*.jsonl"))
    assert PASSWORD not in log
    assert "my other password" not in log


def test_after_five_wrong_passwords_the_right_one_has_to_wait_too(tmp_path: Path) -> None:
    people_of(tmp_path)
    visitors = visitors_of(tmp_path)
    clock = visitors.tries.clock = Clock()
    for _ in range(5):
        with pytest.raises(Refusal):
            visitors.enter("王主任", "wrong password", DESK)
    with pytest.raises(Refusal, match="in 10 seconds"):
        visitors.enter("王主任", PASSWORD, DESK)
    clock.now += 10
    assert visitors.person(visitors.enter("王主任", PASSWORD, DESK)) is not None


def test_other_ways_to_write_a_name_are_no_further_tries(tmp_path: Path) -> None:
    People(tmp_path).add("admin", Role.ADMIN, None, PASSWORD)
    visitors = visitors_of(tmp_path)
    visitors.tries.clock = Clock()
    for name in ("admin", "ａdmin", "aｄmin", "adｍin", "admiｎ"):
        with pytest.raises(Refusal):
            visitors.enter(name, "wrong password", DESK)
    with pytest.raises(Refusal, match="in 10 seconds"):
        visitors.enter("ａｄｍｉｎ", PASSWORD, DESK)


def test_the_first_administrator_needs_the_code_of_the_terminal(tmp_path: Path) -> None:
    visitors = visitors_of(tmp_path)
    code = visitors.first_code
    assert code is not None
    assert visitors.is_first
    for wrong in ("", "wrong", code[:-1]):
        with pytest.raises(Refusal, match="one-time code is wrong"):
            visitors.make_first(wrong, "王主任", PASSWORD, DESK)
    with pytest.raises(Refusal, match="A password has"):
        visitors.make_first(code, "王主任", "short", DESK)
    person = visitors.person(visitors.make_first(f" {code} ", "王主任", PASSWORD, DESK))
    assert person is not None
    assert person.role is Role.ADMIN
    assert not visitors.is_first
    with pytest.raises(Refusal):
        visitors.make_first(code, "李主任", PASSWORD, DESK)
    assert list(People(tmp_path).all()) == ["王主任"]


def test_who_was_added_meanwhile_makes_the_code_useless(tmp_path: Path) -> None:
    door = Door(visitors_of(tmp_path))
    assert "建立第一位管理员" in door.ask("/sign-in").text
    people_of(tmp_path)
    assert "建立第一位管理员" not in door.ask("/sign-in").text
    with pytest.raises(Refusal):
        door.visitors.make_first(str(door.visitors.first_code), "李主任", PASSWORD, DESK)
    assert door.sign_in().status == 303


def test_a_home_with_people_has_no_code(tmp_path: Path) -> None:
    people_of(tmp_path)
    assert visitors_of(tmp_path).first_code is None


def test_the_word_of_a_proxy_on_this_machine_opens_a_session(tmp_path: Path) -> None:
    people_of(tmp_path)
    door = Door(visitors_of(tmp_path, method="header"))
    answer = door.ask("/coverage?lang=en", headers=[(USER, "王主任")])
    assert (answer.status, answer.header("location")) == (303, "/coverage?lang=en")
    cookie = ("cookie", answer.cookie)
    assert door.ask("/", headers=[cookie, (USER, "王主任")]).status == 200
    assert told(tmp_path) == [("王主任", "signed_in")]


def test_the_session_is_of_no_use_without_the_proxy_saying_the_same(tmp_path: Path) -> None:
    people_of(tmp_path)
    door = Door(visitors_of(tmp_path, method="header"))
    cookie = ("cookie", door.ask("/", headers=[(USER, "王主任")]).cookie)
    door.ask("/media/a", headers=[cookie])
    door.ask("/media/a", headers=[cookie, (USER, "赵主席")])
    assert door.toy.reached == []


def test_the_header_is_refused_from_anywhere_else(tmp_path: Path) -> None:
    people_of(tmp_path)
    door = Door(visitors_of(tmp_path, method="header"))
    for headers in ([(USER, "王主任")], [(USER, "王主任"), ("x-forwarded-for", "127.0.0.1")]):
        for path in ("/", "/sign-in", "/media/a"):
            assert door.ask(path, headers=headers, peer="10.0.0.9").status == 403
        assert door.websocket(headers, peer="10.0.0.9").messages == [{"type": "websocket.close", "code": 1008}]
    assert told(tmp_path) == []


def test_the_header_means_nothing_with_another_method(tmp_path: Path) -> None:
    people_of(tmp_path)
    assert Door(visitors_of(tmp_path)).ask("/", headers=[(USER, "王主任")]).header("location").startswith("/sign-in?")


def test_whom_the_proxy_names_and_nobody_knows_is_told_so_by_name(tmp_path: Path) -> None:
    people_of(tmp_path)
    door = Door(visitors_of(tmp_path, method="header"))
    answer = door.ask("/", headers=[(USER, "陌生人<b>")])
    assert answer.status == 403
    assert "陌生人&lt;b&gt; 还没有获准使用本系统" in answer.text
    assert "<form" not in answer.text
    assert told(tmp_path) == [("", "sign_in_failed")]


def test_without_a_name_of_the_proxy_the_page_says_where_to_come_from(tmp_path: Path) -> None:
    people_of(tmp_path)
    door = Door(visitors_of(tmp_path, method="header"))
    assert "没有收到登录信息" in door.ask("/sign-in").text
    assert door.sign_in().status == 404


def test_in_a_demonstration_this_machine_is_signed_in(tmp_path: Path) -> None:
    door = Door(visitors_of(tmp_path, is_demonstration=True))
    answer = door.ask("/coverage")
    assert answer.status == 200
    person = door.visitors.person(answer.cookie.partition("=")[2])
    assert person is not None
    assert person.name == "演示"
    assert door.visitors.first_code is None


def test_the_log_notes_once_that_a_demonstration_is_looked_at_however_many_browsers_are_opened(tmp_path: Path) -> None:
    door = Door(visitors_of(tmp_path, is_demonstration=True))
    cookies = {door.ask("/coverage").cookie for _ in range(3)}
    assert len(cookies) == 3
    assert [action for _, action, *_ in told(tmp_path)] == ["signed_in"]


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "via", "x-real-ip"])
def test_a_demonstration_is_not_handed_on_by_a_proxy(tmp_path: Path, header: str) -> None:
    door = Door(visitors_of(tmp_path, is_demonstration=True))
    assert door.ask("/", headers=[(header, "10.0.0.7")]).status == 403
    assert door.ask("/", peer="10.0.0.7").status == 403
    assert told(tmp_path) == []


def test_in_a_demonstration_parts_of_a_page_are_given_and_open_no_session(tmp_path: Path) -> None:
    door = Door(visitors_of(tmp_path, is_demonstration=True))
    for path in ("/media/a", "/_stcore/health", "/static/a.js"):
        assert door.ask(path).status == 200
    assert door.ask("/_stcore/upload_file/a/b", "PUT").status == 401
    assert door.websocket([]).messages == [{"type": "websocket.close", "code": 1008}]
    assert told(tmp_path) == []


@pytest.mark.parametrize("listening_on", ["0.0.0.0", "::", "192.168.1.9"])  # noqa: S104
def test_nobody_else_sees_a_home_that_has_no_people(tmp_path: Path, listening_on: str) -> None:
    with pytest.raises(Refusal, match="nobody who can sign in yet"):
        visitors_of(tmp_path, listening_on)
    with pytest.raises(Refusal, match="this machine alone"):
        visitors_of(tmp_path, listening_on, is_demonstration=True)
    people_of(tmp_path)
    with pytest.raises(Refusal, match="behind a proxy"):
        visitors_of(tmp_path, listening_on, method="header")
    assert visitors_of(tmp_path, listening_on).first_code is None


def test_a_log_that_was_altered_lets_nobody_in(tmp_path: Path) -> None:
    people_of(tmp_path)
    visitors = visitors_of(tmp_path)
    visitors.enter("王主任", PASSWORD, DESK)
    (tmp_path / "audit" / "head.json").write_text("{}", "utf-8")
    with pytest.raises(Refusal, match="audit log cannot be written"):
        visitors.enter("王主任", PASSWORD, DESK)


def test_the_log_says_where_a_visitor_behind_the_proxy_is(tmp_path: Path) -> None:
    people_of(tmp_path)
    visitors = visitors_of(tmp_path, behind_tls=True)
    assert visitors.address_of(request_of([("x-forwarded-for", "9.9.9.9, 10.0.0.7")])) == DESK
    assert visitors_of(tmp_path).address_of(request_of([("x-forwarded-for", DESK)])) == "127.0.0.1"
