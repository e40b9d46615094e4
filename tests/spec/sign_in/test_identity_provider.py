"""OpenID Connect with a provider that really answers: the whole way there and back, and every proof that is none."""

import http.client
import logging
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from joserfc.jwk import OctKey, RSAKey

from tests.spec.sign_in.doors import Answered, Door, people_of, told, visitors_of
from tests.spec.sign_in.identity_provider import CLIENT, SECRET, IdentityProvider, running_provider
from tests.spec.sign_in.test_sessions import Clock
from warehouse.language import Refusal

NOT_COMPLETED = "登录没有完成，请重新登录"


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    with running_provider() as running:
        yield running


@pytest.fixture
def door(tmp_path: Path, provider: IdentityProvider) -> Door:
    people_of(tmp_path)
    return door_to(provider.address, tmp_path)


def door_to(issuer: str, home: Path, **settings: Any) -> Door:
    secret = home / "oidc.secret"
    secret.write_text(SECRET + "\n", "utf-8")
    secret.chmod(0o600)
    oidc = {"method": "oidc", "issuer": issuer, "client_id": CLIENT, "client_secret_file": "oidc.secret", **settings}
    return Door(visitors_of(home, **oidc))


def leave(door: Door, to: str = "/coverage?lang=zh") -> tuple[str, tuple[str, str]]:
    """Off to the provider: its address, and the cookie that the browser keeps meanwhile."""
    answer = door.ask("/sign-in/start?" + urlencode({"to": to, "lang": "zh"}))
    assert answer.status == 303
    return answer.header("location"), ("cookie", answer.cookie)


def sign_in_there(address: str) -> str:
    """The path and query under which the provider sends the visitor back."""
    parts = urlsplit(address)
    with closing(http.client.HTTPConnection(parts.netloc, timeout=10)) as connection:
        connection.request("GET", f"{parts.path}?{parts.query}")
        back = urlsplit(connection.getresponse().headers["Location"])
    return f"{back.path}?{back.query}"


def there_and_back(door: Door) -> Answered:
    address, cookie = leave(door)
    return door.ask(sign_in_there(address), headers=[cookie])


def refused(answer: Answered, sentence: str = NOT_COMPLETED) -> bool:
    return answer.status == 403 and sentence in answer.text and "unionkpi_session" not in str(answer.headers)


def test_the_sign_in_page_leads_there_and_asks_for_no_password(door: Door) -> None:
    page = door.ask("/sign-in?to=/coverage").text
    assert 'href="/sign-in/start?to=%2Fcoverage&amp;lang=zh">用单位统一身份登录</a>' in page
    assert "<form" not in page
    assert door.sign_in().status == 404


def test_who_signed_in_there_is_signed_in_here_and_comes_to_the_wanted_page(door: Door, tmp_path: Path) -> None:
    answer = there_and_back(door)
    assert (answer.status, answer.header("location")) == (303, "/coverage?lang=zh")
    assert "unionkpi_sign_in=; Path=/sign-in; Max-Age=0" in answer.header("set-cookie")
    assert door.ask("/coverage", headers=[("cookie", answer.cookie)]).status == 200
    assert told(tmp_path) == [("王主任", "signed_in")]


def test_the_way_there_tells_no_secret_and_cannot_be_guessed(door: Door) -> None:
    (first, cookie), (second, _) = leave(door), leave(door)
    asked, other = (parse_qs(urlsplit(address).query) for address in (first, second))
    assert asked["redirect_uri"] == ["http://127.0.0.1:8501/sign-in/callback"]
    assert SECRET not in first + cookie[1]
    for name in ("state", "nonce", "code_challenge"):
        assert len(asked[name][0]) >= 43
        assert asked[name] != other[name]


def test_whom_nobody_knows_here_is_told_so_by_name(door: Door, provider: IdentityProvider, tmp_path: Path) -> None:
    provider.name = "陌生人"
    assert refused(there_and_back(door), "陌生人 还没有获准使用本系统")
    assert told(tmp_path) == [("", "sign_in_failed")]


def test_who_was_disabled_here_stays_outside(door: Door, provider: IdentityProvider) -> None:
    door.visitors.people.set_active("赵主席", is_active=False)
    provider.name = "赵主席"
    assert refused(there_and_back(door), "赵主席 还没有获准使用本系统")


@pytest.mark.parametrize(
    "changes",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"iss": "http://127.0.0.1:1"},
        {"iss": None},
        {"aud": "another client"},
        {"aud": ["another client", CLIENT], "azp": "another client"},
        {"aud": None},
        {"exp": 1_000_000_000},
        {"exp": None},
        {"iat": 10_000_000_000},
        {"iat": None},
        {"sub": None},
        {"nbf": 10_000_000_000},
        {"preferred_username": None},
        {"preferred_username": ["王主任"]},
        {"preferred_username": " "},
    ],
)
def test_a_proof_of_something_else_is_none(door: Door, provider: IdentityProvider, changes: dict[str, object]) -> None:
    provider.changes = changes
    assert refused(there_and_back(door))


def test_a_proof_that_another_key_signed_is_none(door: Door, provider: IdentityProvider) -> None:
    provider.signing_key = RSAKey.generate_key(2048, {"kid": "first"})
    assert refused(there_and_back(door))


def test_a_proof_that_nobody_signed_is_none(door: Door, provider: IdentityProvider) -> None:
    provider.algorithm = "none"
    assert refused(there_and_back(door))


def test_a_proof_that_the_clients_secret_signed_is_none(door: Door, provider: IdentityProvider) -> None:
    provider.algorithm, provider.signing_key = "HS256", OctKey.import_key(SECRET * 2)  # type: ignore[assignment]
    assert refused(there_and_back(door))


def test_coming_back_with_another_state_or_none_is_refused(door: Door) -> None:
    address, cookie = leave(door)
    back = sign_in_there(address)
    code = parse_qs(urlsplit(back).query)["code"][0]
    for asked in ({"code": code, "state": "another"}, {"code": code}, {"code": code, "state": ""}):
        assert refused(door.ask("/sign-in/callback?" + urlencode(asked), headers=[cookie]))


def test_coming_back_in_another_browser_is_refused(door: Door) -> None:
    (mine, _), (_, theirs) = leave(door), leave(door)
    assert refused(door.ask(sign_in_there(mine), headers=[theirs]))
    assert refused(door.ask(sign_in_there(mine)))
    assert refused(door.ask(sign_in_there(mine), headers=[("cookie", "unionkpi_sign_in=e30.e30")]))


def test_a_code_serves_once(door: Door) -> None:
    address, cookie = leave(door)
    back = sign_in_there(address)
    assert door.ask(back, headers=[cookie]).status == 303
    assert refused(door.ask(back, headers=[cookie]))


def test_who_comes_back_after_ten_minutes_begins_anew(door: Door) -> None:
    assert door.visitors.provider is not None
    clock = door.visitors.provider.under_way.clock = Clock()
    address, cookie = leave(door)
    clock.now += 600
    assert refused(door.ask(sign_in_there(address), headers=[cookie]))


def test_who_was_refused_there_is_told_so_here(door: Door) -> None:
    address, cookie = leave(door)
    state = parse_qs(urlsplit(address).query)["state"][0]
    assert refused(door.ask(f"/sign-in/callback?error=access_denied&state={state}", headers=[cookie]))


def test_new_keys_of_the_provider_are_fetched(door: Door, provider: IdentityProvider) -> None:
    assert there_and_back(door).status == 303
    assert door.visitors.provider is not None
    now = door.visitors.provider.clock()
    door.visitors.provider.clock = lambda: now + 61
    provider.new_key("second")
    assert there_and_back(door).status == 303


def test_an_address_as_the_name_has_to_be_verified(tmp_path: Path, provider: IdentityProvider) -> None:
    people_of(tmp_path)
    door = door_to(provider.address, tmp_path, claim="email")
    provider.changes = {"email": "王主任"}
    assert refused(there_and_back(door))
    provider.changes = {"email": "王主任", "email_verified": True}
    assert there_and_back(door).status == 303


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "http://127.0.0.1:1"},
        {"token_endpoint": None},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": "http://elsewhere.example/"},
    ],
)
def test_a_provider_that_says_something_odd_of_itself_is_not_used(
    door: Door, provider: IdentityProvider, metadata: dict[str, str | None], caplog: pytest.LogCaptureFixture
) -> None:
    provider.metadata = metadata
    answer = door.ask("/sign-in/start?to=/")
    assert answer.status == 503
    assert "统一身份认证暂时无法使用" in answer.text
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_a_provider_that_does_not_answer_costs_one_sentence(tmp_path: Path) -> None:
    people_of(tmp_path)
    answer = door_to("http://127.0.0.1:9", tmp_path).ask("/sign-in/start?to=/coverage&lang=en")
    assert answer.status == 503
    assert "The organisation&#x27;s sign-in does not answer" in answer.text
    assert "Traceback" not in answer.text


def test_a_provider_that_is_gone_meanwhile_costs_one_sentence(tmp_path: Path) -> None:
    people_of(tmp_path)
    with running_provider() as provider:
        door = door_to(provider.address, tmp_path)
        address, cookie = leave(door)
        back = sign_in_there(address)
    assert refused(door.ask(back, headers=[cookie]), "统一身份认证暂时无法使用")


def test_the_clients_secret_is_for_the_owner_alone(tmp_path: Path) -> None:
    people_of(tmp_path)
    oidc = {"method": "oidc", "issuer": "https://id.example", "client_id": CLIENT, "client_secret_file": "oidc.secret"}
    with pytest.raises(Refusal, match="cannot be read or is empty"):
        visitors_of(tmp_path, **oidc)
    (tmp_path / "oidc.secret").write_text(SECRET, "utf-8")
    (tmp_path / "oidc.secret").chmod(0o640)
    with pytest.raises(Refusal, match="can be read by other users"):
        visitors_of(tmp_path, **oidc)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("issuer", "http://id.example"),
        ("issuer", "https://id.example?a=b"),
        ("client_secret_file", "../oidc.secret"),
        ("client_secret_file", "/etc/passwd"),
    ],
)
def test_settings_that_would_leak_are_refused(tmp_path: Path, key: str, value: str) -> None:
    with pytest.raises(Refusal, match=key):
        visitors_of(tmp_path, **{"method": "oidc", "issuer": "https://id.example", "client_id": CLIENT, key: value})
