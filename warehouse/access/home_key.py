"""The key of a home: it makes people of the ledgers into keys, and seals the audit log.

It stands in ``secret.key`` of the home, or in the variable UNIONKPI_KEY, and never in the warehouse.
"""

import os
import secrets
from pathlib import Path

from warehouse.language import Refusal

KEY_VARIABLE = "UNIONKPI_KEY"
KEY_FILE = "secret.key"
KEY_BYTES = 32
SHORTEST_KEY_BYTES = 16


def known_secret(home: Path) -> bytes | None:
    """The secret of a home's folder, if there is one.

    Taken from the variable UNIONKPI_KEY (hexadecimal like the file, or any text of at least
    16 characters), else from ``secret.key``. Raises :class:`Refusal` for one that is no key.
    """
    if given := os.environ.get(KEY_VARIABLE):
        return _from_variable(given.strip())
    return secret_in_file(home)


def secret_in_file(home: Path) -> bytes | None:
    """The secret in ``secret.key`` of a home's folder, whatever the variable says; None where there is no file."""
    file = home / KEY_FILE
    if file.exists():
        return _from_file(file.read_text(encoding="ascii", errors="replace").strip())
    return None


def key_text(secret: bytes) -> str:
    """The secret as ``secret.key`` holds it: hexadecimal; one that is shorter than ours, from the variable, with
    its length before it, so that a file that lost its end is never taken for such a key."""
    return secret.hex() if len(secret) >= KEY_BYTES else f"{len(secret)}:{secret.hex()}"


def create_secret(home: Path) -> bytes:
    """A new secret in ``secret.key``, mode 0600; the file must not exist."""
    secret = secrets.token_bytes(KEY_BYTES)
    descriptor = os.open(home / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(key_text(secret) + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    return secret


def _from_variable(text: str) -> bytes:
    secret = _hexadecimal(text) or text.encode()
    if len(secret) < SHORTEST_KEY_BYTES:
        raise Refusal(
            f"环境变量 {KEY_VARIABLE} 太短，应至少{SHORTEST_KEY_BYTES}个字符",
            f"{KEY_VARIABLE} is too short: at least {SHORTEST_KEY_BYTES} characters",
            "unionkpi build",
        )
    return secret


def _from_file(text: str) -> bytes:
    secret = _hexadecimal(text) or _with_length(text)
    if secret is None:
        raise Refusal(
            f"secret.key 不是有效的密钥（应为{KEY_BYTES * 2}位十六进制字符）；请从备份恢复",
            f"secret.key is not a valid key ({KEY_BYTES * 2} hexadecimal characters): restore it from a backup",
            "unionkpi build",
        )
    return secret


def _with_length(text: str) -> bytes | None:
    length, _, digits = text.partition(":")
    try:
        secret = bytes.fromhex(digits)
    except ValueError:
        return None
    return secret if length == str(len(secret)) and len(secret) >= SHORTEST_KEY_BYTES else None


def _hexadecimal(text: str) -> bytes | None:
    try:
        secret = bytes.fromhex(text)
    except ValueError:
        return None
    return secret if len(secret) >= KEY_BYTES else None
