"""Hosts, origins, cookies and targets: what is believed of a request."""

import pytest

from dashboard.sign_in.headers import (
    address_of,
    cookie_of,
    is_expected_host,
    is_own_origin,
    local_target,
    with_security,
)

HERE = "127.0.0.1"


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost", "LOCALHOST:1", "[::1]:8501", "gonghui.example"])
def test_names_of_this_machine_and_configured_ones_are_ours(host: str) -> None:
    assert is_expected_host(host, HERE, ["Gonghui.Example"])


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "127.0.0.1.evil.example",
        "evil.example@127.0.0.1",
        "127.0.0.1@evil.example",
        "127.0.0.1/evil",
        "127.0.0.1:8501:1",
        "192.168.1.9",
        "[::1",
        "[evil]",
        "127.0.0.1 ",
        "0.0.0.0",  # noqa: S104 - a name, nothing is bound
    ],
)
def test_no_other_name_is_ours_while_we_listen_to_this_machine(host: str) -> None:
    assert not is_expected_host(host, HERE, ["gonghui.example"])


def test_an_open_server_is_named_by_any_address_and_by_no_foreign_name() -> None:
    assert is_expected_host("192.168.1.9:8501", "0.0.0.0")  # noqa: S104
    assert is_expected_host("[fe80::1]:8501", "::")
    assert not is_expected_host("evil.example", "0.0.0.0")  # noqa: S104


@pytest.mark.parametrize(
    ("origin", "is_own"),
    [
        (None, True),
        ("http://127.0.0.1:8501", True),
        ("https://127.0.0.1:8501", True),
        ("http://127.0.0.1:8502", False),
        ("http://127.0.0.1", False),
        ("http://evil.example", False),
        ("http://127.0.0.1:8501.evil.example", False),
        ("http://127.0.0.1:8501/", False),
        ("http://[", False),
        ("null", False),
        ("", False),
        ("file://", False),
    ],
)
def test_only_pages_under_the_same_name_and_port_change_anything(origin: str | None, is_own: bool) -> None:
    assert is_own_origin(origin, "127.0.0.1:8501") is is_own


def test_behind_tls_a_page_without_it_is_another() -> None:
    assert is_own_origin("https://gonghui.example", "gonghui.example", behind_tls=True)
    assert not is_own_origin("http://gonghui.example", "gonghui.example", behind_tls=True)


@pytest.mark.parametrize(
    ("header", "value"),
    [
        (b"unionkpi_session=a.b", "a.b"),
        (b"other=1; unionkpi_session=a.b; more=2", "a.b"),
        (b"unionkpi_session=a=b", "a=b"),
        (b"UNIONKPI_SESSION=a.b", None),
        (b"xunionkpi_session=a.b", None),
        (b"unionkpi_session=a; unionkpi_session=b", None),
        (b"unionkpi_session", ""),
        (b"\xff\xfe=;;;", None),
        (b"", None),
    ],
)
def test_a_cookie_counts_when_it_comes_once(header: bytes, value: str | None) -> None:
    assert cookie_of({b"cookie": header}, "unionkpi_session") == value


@pytest.mark.parametrize(
    "target",
    [
        None,
        "",
        "coverage",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "http://evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/\r\nSet-Cookie: a=b",
        "/ a",
        "/\u00a0a",
        "/sign-out",
        "/sign-in?to=/",
        "/" + "a" * 2_000,
    ],
)
def test_nobody_is_sent_elsewhere_after_signing_in(target: str | None) -> None:
    assert local_target(target) == "/"


def test_the_wanted_link_is_kept_with_its_choices() -> None:
    assert local_target("/coverage?as_of=2020-12&region=530499009") == "/coverage?as_of=2020-12&region=530499009"
    assert local_target("/a?b=%E6%9C%88&c=月") == "/a?b=%E6%9C%88&c=%E6%9C%88"


@pytest.mark.parametrize(
    ("peer", "forwarded", "has_proxy", "address"),
    [
        ("127.0.0.1", b"10.0.0.7", True, "10.0.0.7"),
        ("127.0.0.1", b"1.2.3.4, 10.0.0.7", True, "10.0.0.7"),
        ("127.0.0.1", b"10.0.0.7", False, "127.0.0.1"),
        ("10.0.0.9", b"10.0.0.7", True, "10.0.0.9"),
        ("127.0.0.1", b"nonsense", True, "127.0.0.1"),
        ("127.0.0.1", b"", True, "127.0.0.1"),
    ],
)
def test_the_address_is_what_the_own_proxy_added_last(
    peer: str, forwarded: bytes, has_proxy: bool, address: str
) -> None:
    assert address_of(peer, {b"x-forwarded-for": forwarded}, has_proxy=has_proxy) == address


def test_our_headers_take_the_place_of_others() -> None:
    headers = with_security([(b"X-Frame-Options", b"ALLOWALL"), (b"etag", b"1")])
    assert [value for name, value in headers if name.lower() == b"x-frame-options"] == [b"DENY"]
    assert (b"etag", b"1") in headers
