"""The folder that is everything of one federation, and the key that keeps its people private."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from warehouse.language import Refusal

KEY_VARIABLE = "UNIONKPI_KEY"
KEY_BYTES = 32
SHORTEST_KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class Home:
    """One federation's folder and the places in it."""

    folder: Path

    @property
    def config_file(self) -> Path:
        return self.folder / "config.toml"

    @property
    def corrections_file(self) -> Path:
        return self.folder / "corrections.toml"

    @property
    def inbox(self) -> Path:
        return self.folder / "inbox"

    @property
    def warehouse(self) -> Path:
        return self.folder / "warehouse"

    @property
    def quarantine(self) -> Path:
        return self.folder / "quarantine"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    @property
    def audit(self) -> Path:
        return self.folder / "audit"

    @property
    def key_file(self) -> Path:
        return self.folder / "secret.key"

    def known_secret(self) -> bytes | None:
        """The secret that turns an identity number into a person key, if there is one.

        Taken from the variable UNIONKPI_KEY (hexadecimal like the file, or any text of at least
        16 characters), else from ``secret.key``.
        """
        if given := os.environ.get(KEY_VARIABLE):
            return _from_variable(given.strip())
        if self.key_file.exists():
            return _from_file(self.key_file.read_text(encoding="ascii", errors="replace").strip())
        return None

    def person_key_secret(self, *, has_versions: bool) -> bytes:
        """The known secret, else a new one in ``secret.key`` with mode 0600.

        Raises :class:`Refusal` when versions exist but no key does: a new key would make
        strangers of all people known so far.
        """
        known = self.known_secret()
        if known is not None:
            return known
        if has_versions:
            raise Refusal(
                "找不到 secret.key，而本目录已有发布的数据版本；"
                "请从备份恢复 secret.key，或用环境变量 UNIONKPI_KEY 提供原来的密钥",
                "secret.key is lost but this home has published versions: restore it from a backup, "
                "or give the old key in UNIONKPI_KEY",
                "unionkpi build",
            )
        return self._create_key()

    def _create_key(self) -> bytes:
        secret = secrets.token_bytes(KEY_BYTES)
        descriptor = os.open(self.key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(secret.hex() + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        return secret


def throwaway_secret() -> bytes:
    """A key for a check without a home: person keys made with it are compared, never kept."""
    return secrets.token_bytes(KEY_BYTES)


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
    secret = _hexadecimal(text)
    if secret is None:
        raise Refusal(
            f"secret.key 不是有效的密钥（应为{KEY_BYTES * 2}位十六进制字符）；请从备份恢复",
            f"secret.key is not a valid key ({KEY_BYTES * 2} hexadecimal characters): restore it from a backup",
            "unionkpi build",
        )
    return secret


def _hexadecimal(text: str) -> bytes | None:
    try:
        secret = bytes.fromhex(text)
    except ValueError:
        return None
    return secret if len(secret) >= KEY_BYTES else None
