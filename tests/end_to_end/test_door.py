"""The real server with a door in front: hundreds of requests that get nothing, and those that get their own."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from streamlit.file_util import get_static_dir

from dashboard.page import pages
from tests.browser.server import running_dashboard
from tests.dashboard_home import make_home
from tests.end_to_end.raw_http import HANDSHAKE, Answer, Server
from warehouse.access.people import People
from warehouse.access.roles import Role

pytestmark = pytest.mark.slow

PASSWORD = "correct horse battery"  # noqa: S105 - of an invented person
HOME_SECRETS = (b"argon2id", b"county_code", b"root:", b"0123456789abcdef0123456789abcdef")
REFUSALS = (
    "请先登录 / Sign in first\n",
    "不允许的请求 / The request is not allowed\n",
    "Invalid HTTP request received.",
)
FRAME = b'<div id="root">'

PAGES = ["/", "/?lang=en", *(f"/{page.url_path}" for page, _ in pages()), "/nowhere", "/index.html", "/a/b/c", "/.env"]
CORE = [
    f"/_stcore/{name}"
    for name in (
        "health",
        "host-config",
        "metrics",
        "stream",
        "script-health-check",
        "upload_file/a/b",
        "bidi-components/a",
        "agent/mcp",
        "agent/openapi.json",
        "allowed-message-origins",
        "",
    )
]
FILES = [
    "/media/abc.csv",
    "/media/",
    "/static/index.js",
    "/static/",
    "/component/a/index.html",
    "/app/static/icon.png",
    "/vendor/a.js",
    "/manifest.json",
    "/favicon.png",
    "/config.toml",
    "/people.json",
    "/auth/login",
    "/oauth2callback",
    "/healthz",
    "/docs",
    "/openapi.json",
    "/sign-in/start",
    "/sign-in/callback",
    "/sign-in/",
    "/sign-inx",
    "/SIGN-IN",
]
METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get"]

UP = [
    "../",
    "..%2f",
    "..%2F",
    "%2e%2e/",
    "%2e%2e%2f",
    "%252e%252e%252f",
    "..\\",
    "..%5c",
    "%2e%2e%5c",
    "....//",
    ".../",
    "..;/",
    "..%00/",
    "%c0%ae%c0%ae/",
    "%e0%80%ae%e0%80%ae/",
    "..%c0%af",
    "./../",
    "//../",
    "..%ef%bc%8f",
    "%u002e%u002e/",
]
STARTS = ["/", "/static/", "/media/", "/component/a/", "/app/static/", "/_stcore/", "/_stcore/bidi-components/a/"]
STARTS += ["/sign-in/", "/sign-out/", "/coverage/"]
TRAVERSALS = [start + up * 8 + "etc/passwd" for start in STARTS for up in UP] + [
    start + up * 2 + "config.toml" for start in STARTS[:5] for up in UP[:4]
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_home(tmp_path_factory.mktemp("home"))
    (folder / "config.toml").write_text('county_code = "530499"\ncounty_name = "云岭县"\n', "utf-8")
    (folder / "secret.key").write_text("0123456789abcdef" * 4, "utf-8")
    People(folder).add("王主任", Role.ADMIN, None, PASSWORD)
    return folder


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("log") / "server.txt"


@pytest.fixture(scope="module")
def server(home: Path, log: Path) -> Iterator[Server]:
    with running_dashboard(home, log, signs_in=True) as address:
        yield Server(address)


@pytest.fixture(scope="module")
def session(server: Server) -> tuple[str, str]:
    """The header of somebody who has signed in."""
    form = urlencode({"name": "王主任", "password": PASSWORD}).encode()
    headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Origin", server.address)]
    answer = server.ask("/sign-in", "POST", headers, form)
    assert answer.status == 303
    return "Cookie", answer.header("set-cookie").partition(";")[0]


def is_nothing(answer: Answer) -> bool:
    """Whether the answer is a refusal, or sends to the sign-in page, and no more."""
    if answer.status == 303:
        return answer.body == b"" and answer.header("location").startswith("/sign-in?to=")
    return answer.status >= 400 and (answer.body.decode() in ("", *REFUSALS))


def test_without_a_session_no_address_gives_anything(server: Server) -> None:
    asked = [(path, method) for path in [*PAGES, *CORE, *FILES] for method in METHODS]
    assert len(asked) >= 500
    given = [(path, method) for path, method in asked if not is_nothing(server.ask(path, method))]
    assert given == []
    for path in ("/_stcore/stream", "/", "/sign-in", "/media/a"):
        assert server.ask(path, headers=[*HANDSHAKE, ("Origin", server.address)]).status == 403
    for method in ("PUT", "DELETE"):
        answer = server.ask("/_stcore/upload_file/a/b", method, [("Origin", server.address)], b"content")
        assert answer.status == 401


def test_no_path_leads_out_of_what_is_served(server: Server, session: tuple[str, str]) -> None:
    assert len(TRAVERSALS) >= 200
    given = [path for path in TRAVERSALS if not is_nothing(server.ask(path))]
    assert given == []
    bodies = {path: server.ask(path, headers=[session]).body for path in TRAVERSALS}
    assert [path for path, body in bodies.items() if any(secret in body for secret in HOME_SECRETS)] == []


def test_no_forged_cookie_header_or_origin_helps(server: Server, session: tuple[str, str]) -> None:
    name, _, value = session[1].partition("=")
    token, _, signature = value.partition(".")
    cookies = [
        "",
        token,
        f"{token}.",
        f".{signature}",
        f"{token}.{'0' * 64}",
        f"{token[:-1]}.{signature}",
        "null",
        "a.b",
    ]
    cookies += [f"{signature}.{token}", f'"{value}"', f"{value};{name}={value}", f"{value}\x00", f" {value}x", "é.é"]
    forged: list[list[tuple[str, str]]] = [[("Cookie", f"{name}={cookie}")] for cookie in cookies]
    claims = ["X-Forwarded-User", "X-Remote-User", "Remote-User", "X-Forwarded-Email", "X-Auth-Request-User"]
    forged += [[(claim, "王主任".encode().decode("latin-1"))] for claim in claims]
    forged += [
        [("Authorization", "Basic YWRtaW46YWRtaW4=")],
        [("X-Original-URL", "/sign-in")],
        [("X-Rewrite-URL", "/sign-in")],
    ]
    forged += [
        [("X-Forwarded-For", "127.0.0.1")],
        [("X-HTTP-Method-Override", "GET")],
        [("X-Forwarded-Host", "localhost")],
    ]
    for headers in forged:
        for path in ("/", "/coverage", "/_stcore/health", "/media/a"):
            assert is_nothing(server.ask(path, headers=headers)), headers
        opened = server.ask("/_stcore/stream", headers=[*HANDSHAKE, ("Origin", server.address), *headers])
        assert opened.status in (400, 403), headers


def test_a_stolen_click_of_another_page_changes_nothing(server: Server, session: tuple[str, str]) -> None:
    for origin in ("http://evil.example", "null", "http://127.0.0.1:1", server.address + ".evil.example", "file://"):
        headers = [session, ("Origin", origin)]
        assert server.ask("/_stcore/stream", headers=[*HANDSHAKE, *headers]).status == 403
        assert server.ask("/_stcore/upload_file/a/b", "PUT", headers, b"content").status == 403
        assert server.ask("/sign-out", "POST", headers).status == 403
    for host in ("evil.example", "127.0.0.1.evil.example", "evil.example@127.0.0.1", ""):
        assert server.ask("/", headers=[session, ("Host", host)]).status == 421
    assert server.ask("/", headers=[session, ("Host", server.host), ("Host", "evil.example")]).status == 400


def test_with_a_session_the_same_addresses_answer(server: Server, session: tuple[str, str]) -> None:
    for path in ("/", "/coverage", "/nowhere"):
        answer = server.ask(path, headers=[session])
        assert answer.status == 200
        assert FRAME in answer.body
        assert answer.header("cache-control") == "no-store"
    script = next((Path(get_static_dir()) / "static" / "js").glob("index.*.js")).name
    assert server.ask(f"/static/js/{script}", headers=[session]).status == 200
    assert server.ask("/_stcore/health", headers=[session]).body == b"ok"
    assert server.ask("/_stcore/host-config", headers=[session]).status == 200
    assert server.ask("/media/abc.csv", headers=[session]).status == 404
    assert server.ask("/_stcore/stream", headers=[*HANDSHAKE, ("Origin", server.address), session]).status == 101
    # the frame's own answer: it knows no such page
    upload = server.ask("/_stcore/upload_file/a/b", "PUT", [session, ("Origin", server.address)], b"content")
    assert upload.status in (400, 403)
    assert upload.body.decode() not in REFUSALS


def test_the_sign_in_page_is_the_only_thing_to_see(server: Server) -> None:
    answer = server.ask("/sign-in")
    assert answer.status == 200
    assert FRAME not in answer.body
    assert re.search(b"<script|src=", answer.body) is None
    assert answer.header("server") in ("", "uvicorn")


def test_the_server_writes_down_no_secret_and_no_fault(
    server: Server, session: tuple[str, str], log: Path, home: Path
) -> None:
    assert server.ask("/", headers=[session]).status == 200
    written = log.read_text("utf-8") + "".join(path.read_text("utf-8") for path in (home / "audit").glob("*.jsonl"))
    assert "Traceback" not in written
    assert PASSWORD not in written
    assert session[1].partition("=")[2] not in written


def test_a_proxy_in_front_hands_on_pages_and_websockets(tmp_path: Path) -> None:
    folder = make_home(tmp_path)
    table = '[sign_in]\nmethod = "header"\nhosts = ["gonghui.example"]\nbehind_tls = true\n'
    (folder / "config.toml").write_text(table, "utf-8")
    People(folder).add("王主任", Role.ADMIN, None, None)
    own = [("Host", "gonghui.example"), ("X-Forwarded-For", "10.0.0.7"), ("X-Forwarded-Proto", "https")]
    named = ("X-Forwarded-User", "王主任")
    with running_dashboard(folder, tmp_path / "server.txt", signs_in=True) as address:
        server = Server(address)
        answer = server.ask("/coverage", headers=[*own, named])
        assert (answer.status, answer.header("location")) == (303, "/coverage")
        cookie = ("Cookie", answer.header("set-cookie").partition(";")[0])
        origin = ("Origin", "https://gonghui.example")
        assert FRAME in server.ask("/coverage", headers=[*own, named, cookie]).body
        assert server.ask("/_stcore/stream", headers=[*HANDSHAKE, *own, named, cookie, origin]).status == 101
        assert server.ask("/_stcore/stream", headers=[*HANDSHAKE, *own, cookie, origin]).status == 403
        assert server.ask("/", headers=[*own, named, ("X-Forwarded-User", "somebody")]).status == 400
        unnamed = server.ask("/sign-in", headers=own)
        assert "没有收到登录信息" in unnamed.body.decode()
    assert '"address": "10.0.0.7"' in next((folder / "audit").glob("*.jsonl")).read_text("utf-8")
