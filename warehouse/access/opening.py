"""To whom the dashboard is opened: what has to hold before it listens anywhere."""

import os
from ipaddress import ip_address
from pathlib import Path

from warehouse.access.people import People
from warehouse.access.sign_in_settings import SignInSettings
from warehouse.language import Refusal

OTHERS_MAY_READ = 0o077


def is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def is_loopback(address: str) -> bool:
    """Whether an address or name is this machine alone."""
    return address == "localhost" or (is_address(address) and ip_address(address).is_loopback)


def require_safe_opening(
    home: Path, settings: SignInSettings, listening_on: str, *, is_demonstration: bool = False
) -> None:
    """Raises :class:`Refusal` when other machines would see what nobody, or a mere header, guards."""
    if is_loopback(listening_on):
        return
    if is_demonstration:
        raise Refusal("演示只能在本机打开（127.0.0.1）", "A demonstration is seen on this machine alone (127.0.0.1)")
    if settings.method == "header":
        raise Refusal(
            "sign_in.method 为 header 时只能监听本机（127.0.0.1），由本机上的反向代理转发",
            "With sign_in.method header the dashboard listens on this machine alone (127.0.0.1), behind a proxy",
            "unionkpi serve",
        )
    if not any(person.is_active for person in People(home).all().values()):
        raise Refusal(
            "还没有可以登录的人员，不能对其他机器开放；请先添加",
            "There is nobody who can sign in yet, so it is not opened to other machines: add people first",
            "unionkpi people add",
        )


def client_secret(home: Path, settings: SignInSettings) -> str | None:
    """The secret that the identity provider gave us, from its file in the home; None where none is used.

    Raises :class:`Refusal` for a file that is missing or that others may read.
    """
    if settings.method != "oidc" or not settings.client_secret_file:
        return None
    file = home / settings.client_secret_file
    try:
        is_open = os.name == "posix" and bool(file.stat().st_mode & OTHERS_MAY_READ)
        secret = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        secret, is_open = "", False
    if is_open:
        raise Refusal(
            f"{settings.client_secret_file} 其他用户也能读取；请改为仅本人可读（chmod 600）",
            f"{settings.client_secret_file} can be read by other users: make it yours alone (chmod 600)",
            f"chmod 600 {file}",
        )
    if not secret:
        raise Refusal(
            f"读不到 sign_in.client_secret_file：{settings.client_secret_file}",
            f"sign_in.client_secret_file cannot be read or is empty: {settings.client_secret_file}",
        )
    return secret
