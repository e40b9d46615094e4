"""The door: without a session nothing reaches the pages; with one, everything that is one's own does."""

from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.sign_in.form import LONGEST_FORM_BYTES
from dashboard.sign_in.listening import reload_said
from tests.spec.sign_in.doors import (
    CONTENT,
    FORM,
    HOST,
    ORIGIN,
    PASSWORD,
    Door,
    people_of,
    scope_of,
    told,
    visitors_of,
)
from warehouse.access.people import People

PAGES = [
    "/",
    "/coverage",
    "/coverage?as_of=2020-12",
    "/no/such/page",
    "/sign-in/",
    "/sign-in/../coverage",
    "/index.html",
]
PARTS = [
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/metrics",
    "/_stcore/upload_file/a/b",
    "/media/abc.csv",
    "/static/js/index.js",
    "/component/a/index.html",
    "/app/static/icon.png",
]
ODD = [
    "//evil.example/coverage",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2fconfig.toml",
    "/sign-in%2f..%2fcoverage",
    "/%00",
    "/\\",
]
METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "NONSENSE"]


@pytest.fixture
def door(tmp_path: Path) -> Door:
    people_of(tmp_path)
    return Door(visitors_of(tmp_path))


@pytest.mark.parametrize("method", METHODS)
def test_without_a_session_nothing_reaches_the_pages(door: Door, method: str) -> None:
    for path in [*PAGES, *PARTS, *ODD]:
        answer = door.ask(path, method)
        assert answer.status in (303, 401), path
        assert CONTENT not in answer.body
    assert door.toy.reached == []


def test_a_page_leads_to_the_sign_in_page_which_remembers_the_link(door: Door) -> None:
    answer = door.ask("/coverage?as_of=2020-12&lang=en")
    assert (answer.status, answer.body) == (303, b"")
    assert answer.header("location") == "/sign-in?to=%2Fcoverage%3Fas_of%3D2020-12%26lang%3Den&lang=en"
    assert 'value="/coverage?as_of=2020-12&amp;lang=en"' in door.ask(answer.header("location")).text


def test_parts_of_a_page_are_refused_with_a_sentence(door: Door) -> None:
    answer = door.ask("/media/abc.csv")
    assert (answer.status, answer.text) == (401, "请先登录 / Sign in first\n")


def test_a_websocket_is_closed_before_it_opens(door: Door) -> None:
    assert door.websocket([("origin", ORIGIN)]).messages == [{"type": "websocket.close", "code": 1008}]
    assert door.toy.reached == []


def test_with_a_session_everything_reaches_the_pages(door: Door) -> None:
    cookie = door.cookie()
    for path in ("/", "/coverage", *PARTS):
        assert door.ask(path, headers=[cookie]).body == CONTENT
    assert door.ask("/_stcore/upload_file/a/b", "PUT", [cookie, ("origin", ORIGIN)]).body == CONTENT
    door.websocket([cookie, ("origin", ORIGIN)])
    assert door.toy.reached[-1] == "websocket GET /_stcore/stream"


def test_the_cookie_is_for_the_server_alone(door: Door) -> None:
    answer = door.sign_in(to="/coverage?as_of=2020-12")
    assert (answer.status, answer.header("location")) == (303, "/coverage?as_of=2020-12")
    attributes = answer.header("set-cookie").split("; ")[1:]
    assert attributes == ["Path=/", "Max-Age=43200", "HttpOnly", "SameSite=Lax"]


def test_behind_tls_the_cookie_is_sent_over_it_only_and_belongs_to_this_host(tmp_path: Path) -> None:
    people_of(tmp_path)
    door = Door(visitors_of(tmp_path, behind_tls=True, hosts=["gonghui.example"]))
    headers = [("host", "gonghui.example"), ("origin", "https://gonghui.example"), FORM]
    body = f"name=王主任&password={PASSWORD}".encode()
    answer = door.ask("/sign-in", "POST", headers, body)
    assert answer.cookie.startswith("__Host-unionkpi_session=")
    assert answer.header("set-cookie").endswith("; Secure")
    assert door.ask("/", headers=[("host", "gonghui.example"), ("cookie", answer.cookie)]).body == CONTENT
    assert door.ask("/sign-in", "POST", [headers[0], ("origin", "http://gonghui.example"), FORM], body).status == 403


def test_signing_in_gives_a_new_session_and_ends_the_one_before(door: Door) -> None:
    before = door.cookie()
    after = door.post("/sign-in", {"name": "王主任", "password": PASSWORD}, [before])
    assert after.cookie != before[1]
    assert door.ask("/", headers=[before]).status == 303
    assert door.ask("/", headers=[("cookie", after.cookie)]).status == 200


def test_a_session_that_somebody_else_chose_is_never_taken_over(door: Door) -> None:
    chosen = ("cookie", "unionkpi_session=chosen.elsewhere")
    answer = door.post("/sign-in", {"name": "王主任", "password": PASSWORD}, [chosen])
    assert "chosen" not in answer.cookie
    assert door.ask("/", headers=[chosen]).status == 303


def test_signing_out_ends_the_session_here_and_in_the_browser(door: Door, tmp_path: Path) -> None:
    cookie = door.cookie()
    assert door.ask("/sign-out", headers=[cookie]).status == 200
    assert door.ask("/", headers=[cookie]).status == 200
    answer = door.ask("/sign-out", "POST", [cookie, ("origin", ORIGIN)])
    assert (answer.status, answer.header("location")) == (303, "/sign-in?said=out&lang=zh")
    assert "unionkpi_session=; Path=/; Max-Age=0" in answer.header("set-cookie")
    assert door.ask("/", headers=[cookie]).status == 303
    assert "已退出登录" in door.ask("/sign-in?said=out").text
    assert told(tmp_path) == [("王主任", "signed_in"), ("王主任", "signed_out")]


def test_another_page_can_neither_sign_out_nor_in_nor_upload_nor_listen(door: Door) -> None:
    cookie = door.cookie()
    for origin in ("http://evil.example", "null", "http://127.0.0.1:9999", f"{ORIGIN}.evil.example"):
        headers = [cookie, ("origin", origin), FORM]
        assert door.ask("/sign-out", "POST", headers).status == 403
        assert door.ask("/sign-in", "POST", headers, f"name=王主任&password={PASSWORD}".encode()).status == 403
        assert door.ask("/_stcore/upload_file/a/b", "PUT", headers).status == 403
        assert door.websocket(headers).messages == [{"type": "websocket.close", "code": 1008}]
    assert door.toy.reached == []
    assert door.ask("/", headers=[cookie]).status == 200


def test_under_a_foreign_name_nothing_is_answered(door: Door) -> None:
    cookie = door.cookie()
    for path in ("/", "/sign-in", "/_stcore/health"):
        assert door.ask(path, headers=[cookie, ("host", "evil.example")]).status == 421
    assert door.websocket([cookie, ("host", "evil.example"), ("origin", "http://evil.example")]).messages == [
        {"type": "websocket.close", "code": 1008}
    ]


@pytest.mark.parametrize("name", ["host", "origin", "x-forwarded-user"])
def test_a_header_that_comes_twice_is_not_interpreted(door: Door, name: str) -> None:
    cookie = door.cookie()
    scope = scope_of("/", "GET", [cookie, (name, HOST), (name, "evil.example")], "127.0.0.1")
    assert door.told(scope, []).status == 400


def test_two_session_cookies_are_none(door: Door) -> None:
    name, value = door.cookie()
    assert door.ask("/", headers=[(name, f"{value}; unionkpi_session=other")]).status == 303
    assert door.ask("/", headers=[(name, value), (name, "unionkpi_session=other")]).status == 303
    assert door.ask("/", headers=[(name, "theme=dark"), (name, value)]).status == 200


def test_no_answer_carries_what_a_visitor_wrote_into_its_headers(tmp_path: Path) -> None:
    people_of(tmp_path)
    door = Door(visitors_of(tmp_path, method="header"))
    for path in ("/%0d%0aset-cookie:%20a=b", "//evil.example", "/%5cevil.example", "/a%0d%0a?x=%0d%0ay"):
        location = door.ask(path, headers=[("x-forwarded-user", "王主任")]).header("location")
        assert location.startswith("/")
        assert not location.startswith("//")
        assert "\r" not in location


def test_every_answer_says_what_a_browser_may_do(door: Door) -> None:
    cookie = door.cookie()
    for answer in (door.ask("/"), door.ask("/media/a"), door.ask("/sign-in"), door.ask("/", headers=[cookie])):
        assert answer.header("x-content-type-options") == "nosniff"
        assert answer.header("x-frame-options") == "DENY"
        assert "frame-ancestors 'none'" in answer.header("content-security-policy")
        assert answer.header("cache-control") == "no-store"
    assert "script" not in door.ask("/sign-in").header("content-security-policy").replace("'none'", "")


def test_only_the_frame_is_kept_by_browsers(door: Door) -> None:
    cookie = door.cookie()
    assert door.ask("/static/js/index.js", headers=[cookie]).header("cache-control") == "public, max-age=99"
    assert door.ask("/media/abc.csv", headers=[cookie]).header("cache-control") == "no-store"


def test_who_does_not_hand_in_does_not_upload(door: Door) -> None:
    upload = "/_stcore/upload_file/a/b"
    assert door.ask(upload, "PUT", [door.cookie("赵主席"), ("origin", ORIGIN)]).status == 403
    assert door.ask(upload, "PUT", [door.cookie("李干事"), ("origin", ORIGIN)]).status == 200


def test_an_open_page_whose_session_has_ended_hears_nothing_but_reload(door: Door) -> None:
    cookie = door.cookie()
    door.websocket([cookie, ("origin", ORIGIN)], [b"click"])
    assert door.toy.heard == [b"click"]
    door.toy.when_open = lambda: door.visitors.sessions.end(cookie[1].partition("=")[2])
    clicked = BackMsg()
    clicked.rerun_script.query_string = "as_of=2021-11"
    clicked.rerun_script.widget_states.widgets.add(id="export", trigger_value=True)
    door.websocket([cookie, ("origin", ORIGIN)], [clicked.SerializeToString(), b"no message"])
    assert door.toy.heard == [b"click", reload_said(clicked.SerializeToString()), reload_said(b"no message")]
    again = BackMsg.FromString(door.toy.heard[1]).rerun_script
    assert (again.query_string, list(again.widget_states.widgets)) == ("as_of=2021-11", [])


def test_who_was_disabled_or_got_another_password_is_out_at_once(door: Door, tmp_path: Path) -> None:
    people = People(tmp_path)
    first, second = door.cookie("赵主席"), door.cookie("李干事")
    people.set_active("赵主席", is_active=False)
    people.set_password("李干事", PASSWORD + " new")
    assert door.ask("/", headers=[first]).status == 303
    assert door.ask("/", headers=[second]).status == 303


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ([("content-type", "application/json")], b"{}", 415),
        ([("content-type", "multipart/form-data; boundary=a")], b"", 415),
        ([], b"name=a", 415),
        ([FORM], b"name=" + b"a" * LONGEST_FORM_BYTES, 413),
        ([FORM], b"&".join(b"a%d=1" % number for number in range(20)), 400),
    ],
)
def test_another_form_than_ours_is_not_read(
    door: Door, headers: list[tuple[str, str]], body: bytes, status: int
) -> None:
    assert door.ask("/sign-in", "POST", [("origin", ORIGIN), *headers], body).status == status


def test_a_form_that_breaks_off_is_not_read(door: Door, tmp_path: Path) -> None:
    scope = scope_of("/sign-in", "POST", [FORM, ("origin", ORIGIN)], "127.0.0.1")
    part = f"name=王主任&password={PASSWORD}".encode()
    broken = [{"type": "http.request", "body": part, "more_body": True}, {"type": "http.disconnect"}]
    assert door.told(scope, broken).status == 400
    assert told(tmp_path) == []


@pytest.mark.parametrize("path", ["/sign-in", "/sign-out"])
@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE"])
def test_the_doors_own_addresses_know_no_other_method(door: Door, path: str, method: str) -> None:
    assert door.ask(path, method).status == 405


def test_a_home_whose_people_cannot_be_read_lets_nobody_in(door: Door, tmp_path: Path) -> None:
    cookie = door.cookie()
    (tmp_path / "people.json").write_text("{", "utf-8")
    answer = door.ask("/", headers=[cookie])
    assert answer.status == 503
    assert "people.json" in answer.text
    assert door.websocket([cookie, ("origin", ORIGIN)]).messages == [{"type": "websocket.close", "code": 1008}]
    assert door.toy.reached == []
