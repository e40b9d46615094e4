"""How people sign in: the table ``[sign_in]`` of ``config.toml``.

[sign_in]
method = "password"        # or "oidc", or "header"
hours = 12                 # a session lasts at most
idle_minutes = 60          # and ends when unused for
header = "X-Forwarded-User"                     # method header: set by a reverse proxy on this machine
issuer = "https://…"       # method oidc, with client_id, client_secret_file (in the home) and claim
claim = "preferred_username"                    # what of the provider's proof is the name in people.json
hosts = ["gonghui.example"]                     # names under which browsers reach the dashboard, beside its address
behind_tls = true          # a proxy in front speaks TLS: cookies are only sent over it
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from warehouse.language import Refusal

Method = Literal["password", "oidc", "header"]
TABLE = "sign_in"
LONGEST_HOURS = 24
LONGEST_IDLE_MINUTES = 720
_SAFE_ADDRESS = re.compile(r"(https://[^\s#]+|http://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?(/[^\s#]*)?)")


@dataclass(frozen=True, slots=True)
class SignInSettings:
    """The table's values; those of the method that is not chosen are never used."""

    method: Method = "password"
    hours: int = 12
    idle_minutes: int = 60
    header: str = "X-Forwarded-User"
    issuer: str = ""
    client_id: str = ""
    client_secret_file: str = ""
    claim: str = "preferred_username"
    hosts: tuple[str, ...] = ()
    behind_tls: bool = False


def _is_whole(value: Any, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def is_safe_address(value: Any) -> bool:
    """Whether nobody between here and this address can read along or answer instead: https, or this machine."""
    if not isinstance(value, str):
        return False
    return _SAFE_ADDRESS.fullmatch(value) is not None


Check = tuple[Callable[[Any], bool], str, str]

CHECKS: Mapping[str, Check] = {
    "method": (
        lambda value: value in get_args(Method),
        "应为 password、oidc 或 header",
        "must be password, oidc or header",
    ),
    "hours": (lambda value: _is_whole(value, LONGEST_HOURS), "应为1–24的整数", "must be a whole number 1–24"),
    "idle_minutes": (
        lambda value: _is_whole(value, LONGEST_IDLE_MINUTES),
        "应为1–720的整数",
        "must be a whole number 1–720",
    ),
    "header": (
        lambda value: isinstance(value, str) and re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", value) is not None,
        '应为请求头的名称，如 "X-Forwarded-User"',
        'must be the name of a header, such as "X-Forwarded-User"',
    ),
    "issuer": (
        lambda value: is_safe_address(value) and "?" not in value,
        "应为身份提供方的网址，以 https:// 开头（本机上的除外）",
        "must be the identity provider's address with https:// (except on this machine)",
    ),
    "client_id": (_is_text, "应为文字", "must be text"),
    "client_secret_file": (
        lambda value: _is_text(value) and not set(value) & set("/\\"),
        "应为数据文件夹中的文件名",
        "must be the name of a file in the home",
    ),
    "claim": (_is_text, "应为声明的名称", "must be the name of a claim"),
    "hosts": (
        lambda value: isinstance(value, list) and all(_is_text(entry) for entry in value),
        '应为主机名的列表，如 ["gonghui.local"]',
        'must be a list of host names, such as ["gonghui.local"]',
    ),
    "behind_tls": (lambda value: isinstance(value, bool), "应为 true 或 false", "must be true or false"),
}


def parse_sign_in(raw: Any, file_name: str = "config.toml") -> SignInSettings:
    """The settings of a parsed table (None: all defaults).

    Raises :class:`Refusal` naming the first key that is unknown, wrong or missing for the method.
    """
    table = {} if raw is None else raw
    if not isinstance(table, dict):
        raise _refuse(file_name, TABLE, "应为一张表 [sign_in]", "must be a table [sign_in]")
    for key, value in table.items():
        if key not in CHECKS:
            known = ", ".join(CHECKS)
            raise _refuse(
                file_name, f"{TABLE}.{key}", f"没有这个配置项；可用：{known}", f"no such key; allowed: {known}"
            )
        fits, zh, en = CHECKS[key]
        if not fits(value):
            raise _refuse(file_name, f"{TABLE}.{key}", zh, en)
    settings = SignInSettings(**{**table, "hosts": tuple(table.get("hosts", ()))})
    for key in ("issuer", "client_id"):
        if settings.method == "oidc" and not getattr(settings, key):
            raise _refuse(file_name, f"{TABLE}.{key}", "method 为 oidc 时必填", "required when method is oidc")
    return settings


def read_sign_in(config_file: Path) -> SignInSettings:
    """The settings of a home, the defaults without a file; raises :class:`Refusal` as :func:`parse_sign_in` does."""
    try:
        raw = tomllib.loads(config_file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return SignInSettings()
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise _refuse(config_file.name, TABLE, "文件读不了", "the file cannot be read") from None
    return parse_sign_in(raw.get(TABLE), config_file.name)


def _refuse(file_name: str, key: str, zh: str, en: str) -> Refusal:
    return Refusal(f"{file_name} 的 {key}：{zh}", f"{file_name}, key {key}: {en}", "unionkpi serve")
