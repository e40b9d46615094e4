"""The folder that is everything of one federation, and the key that keeps its people private."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from warehouse.access.home_key import KEY_BYTES, KEY_FILE, create_secret, known_secret
from warehouse.language import Refusal


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
    def report_template(self) -> Path:
        return self.folder / "report_template.docx"

    @property
    def key_file(self) -> Path:
        return self.folder / KEY_FILE

    def known_secret(self) -> bytes | None:
        """The secret that turns an identity number into a person key, if there is one."""
        return known_secret(self.folder)

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
        return create_secret(self.folder)


def throwaway_secret() -> bytes:
    """A key for a check without a home: person keys made with it are compared, never kept."""
    return secrets.token_bytes(KEY_BYTES)
