"""The beginning of a backup, which is not encrypted: its format, how the key follows from the passphrase, and a check
by which a wrong passphrase is told from a damaged file.

Four lines of ASCII: ``unionkpi backup 1``; the parameters as JSON; the tag of an empty message under the key, in
hexadecimal; the SHA-256 of the three lines before. The first two lines are sealed together with every chunk.
"""

import hashlib
import hmac
import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass
from typing import BinaryIO

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from pipelines.keeping.sealed_stream import SealedReader, SealedWriter, damaged
from warehouse.language import Refusal

FORMAT = 1
TITLE = "unionkpi backup"
CIPHER = "chacha20-poly1305"
DERIVATION = "argon2id"
KEY_BYTES = 32
SALT_BYTES = 16
LONGEST_LINE = 1000
CHECK_NONCE = b"\xff" * 12
"""No chunk has it: the last byte of theirs is 0 or 1."""

SHORTEST_PASSPHRASE = 12
LONGEST_PASSPHRASE = 1000

RESTORE = "unionkpi restore FILE DIR"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of the passphrase costs: memory in KiB, passes over it, lanes side by side (RFC 9106)."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def is_bearable(self) -> bool:
        """Whether a reader may be asked for it: a file must not be able to fill the memory of a machine."""
        return 8 <= self.memory_kib <= 1024 * 1024 and 1 <= self.passes <= 20 and 1 <= self.lanes <= 16


COST = Cost()
"""The second recommended choice of RFC 9106, section 4: it leaves small machines their memory."""


def seal(stream: BinaryIO, passphrase: str, cost: Cost = COST) -> SealedWriter:
    """Writes the beginning of a new backup; gives what the content is written to.

    Raises :class:`Refusal` for a passphrase that is too short or too long.
    """
    require_passphrase(passphrase)
    salt = secrets.token_bytes(SALT_BYTES)
    named = {"derivation": DERIVATION, **asdict(cost), "salt": salt.hex(), "cipher": CIPHER}
    head = f"{TITLE} {FORMAT}\n{json.dumps(named)}\n".encode("ascii")
    cipher = _cipher(passphrase, salt, cost)
    checked = head + cipher.encrypt(CHECK_NONCE, b"", head).hex().encode("ascii") + b"\n"
    stream.write(checked + hashlib.sha256(checked).hexdigest().encode("ascii") + b"\n")
    return SealedWriter(stream, cipher, head)


def require_passphrase(passphrase: str) -> None:
    """Raises :class:`Refusal` for a new passphrase that is too short or too long."""
    if not SHORTEST_PASSPHRASE <= len(passphrase) <= LONGEST_PASSPHRASE:
        raise Refusal(
            f"备份口令应为{SHORTEST_PASSPHRASE}至{LONGEST_PASSPHRASE}个字符，没有备份",
            f"The passphrase of a backup has {SHORTEST_PASSPHRASE} to {LONGEST_PASSPHRASE} characters; "
            "nothing was backed up",
            "unionkpi backup FILE",
        )


def unseal(stream: BinaryIO, passphrase: str) -> SealedReader:
    """Reads the beginning of a backup; gives what its content is read from.

    Raises :class:`Refusal` for a file that is no backup, of a newer format, or damaged, and for a wrong passphrase.
    """
    first = stream.readline(LONGEST_LINE)
    _require_known_format(first)
    named, check, digest = (stream.readline(LONGEST_LINE) for _ in range(3))
    head = first + named
    if not hmac.compare_digest(digest, hashlib.sha256(head + check).hexdigest().encode("ascii") + b"\n"):
        raise damaged()
    salt, cost = _parameters(named)
    cipher = _cipher(passphrase, salt, cost)
    try:
        cipher.decrypt(CHECK_NONCE, bytes.fromhex(check.decode("ascii")), head)
    except (InvalidTag, ValueError):
        raise Refusal(
            "备份口令不对，没有恢复任何东西",
            "The passphrase is wrong; nothing was restored",
            RESTORE,
        ) from None
    return SealedReader(stream, cipher, head)


def _require_known_format(first: bytes) -> None:
    title, _, number = first.strip().rpartition(b" ")
    if title != TITLE.encode("ascii") or not number.isdigit() or not first.endswith(b"\n"):
        raise Refusal(
            "这不是 unionkpi backup 写的备份，或开头已损坏；没有恢复任何东西",
            "This is no backup made by unionkpi backup, or its beginning is damaged; nothing was restored",
            RESTORE,
        )
    if int(number) != FORMAT:
        raise Refusal(
            f"备份的格式是{int(number)}，本程序只认得格式{FORMAT}；请升级程序后再恢复，没有恢复任何东西",
            f"The backup has format {int(number)} and this program knows {FORMAT}: upgrade; nothing was restored",
        )


def _parameters(line: bytes) -> tuple[bytes, Cost]:
    try:
        named = json.loads(line)
        salt = bytes.fromhex(named["salt"])
        cost = Cost(int(named["memory_kib"]), int(named["passes"]), int(named["lanes"]))
        is_ours = (named["derivation"], named["cipher"]) == (DERIVATION, CIPHER)
    except (ValueError, KeyError, TypeError):
        raise damaged() from None
    if not is_ours or not cost.is_bearable or len(salt) != SALT_BYTES:
        raise damaged()
    return salt, cost


def _cipher(passphrase: str, salt: bytes, cost: Cost) -> ChaCha20Poly1305:
    # the same characters typed on another system may come decomposed
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogateescape")
    key = hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)
    return ChaCha20Poly1305(key)
