"""A stream of bytes, encrypted in chunks: whatever is changed, moved, cut off or added is noticed.

Every chunk is sealed by itself with ChaCha20-Poly1305 (RFC 8439). Its nonce is its number and whether it is the last
one, which is the construction STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, “Online Authenticated-Encryption and
its Nonce-Reuse Misuse-Resistance” (2015). A key is used for one stream only.
"""

from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from warehouse.language import Refusal

CHUNK_BYTES = 64 * 1024
TAG_BYTES = 16
COUNTER_BYTES = 11


class Sink(Protocol):
    def write(self, data: bytes, /) -> int: ...


class Source(Protocol):
    def read(self, size: int, /) -> bytes: ...


class SealedWriter:
    """Takes plain bytes and writes sealed chunks; what :meth:`finish` did not end is refused as cut off."""

    def __init__(self, sink: Sink, cipher: ChaCha20Poly1305, head: bytes) -> None:
        """``head`` is not encrypted and not written here, but sealed together with every chunk."""
        self._sink, self._cipher, self._head = sink, cipher, head
        self._waiting = bytearray()
        self._number = 0

    def write(self, data: bytes) -> int:
        self._waiting += data
        # the last chunk waits, because only the end tells that it is the last
        while len(self._waiting) > CHUNK_BYTES:
            self._seal(bytes(self._waiting[:CHUNK_BYTES]), is_last=False)
            del self._waiting[:CHUNK_BYTES]
        return len(data)

    def finish(self) -> None:
        """Writes the last chunk."""
        self._seal(bytes(self._waiting), is_last=True)
        self._waiting.clear()

    def _seal(self, chunk: bytes, *, is_last: bool) -> None:
        self._sink.write(self._cipher.encrypt(_nonce(self._number, is_last=is_last), chunk, self._head))
        self._number += 1


class SealedReader:
    """Gives the plain bytes back; raises :class:`Refusal` at the first chunk that is not what was written."""

    def __init__(self, source: Source, cipher: ChaCha20Poly1305, head: bytes) -> None:
        self._source, self._cipher, self._head = source, cipher, head
        self._plain = bytearray()
        self._number = 0
        self._ahead = self._next()
        self._is_at_end = False

    def read(self, size: int) -> bytes:
        """As many bytes as asked for; fewer only at the authenticated end."""
        while len(self._plain) < size and not self._is_at_end:
            self._open()
        given = bytes(self._plain[:size])
        del self._plain[:size]
        return given

    def drain(self) -> None:
        """Reads to the end, so that nothing is believed whose end has not been seen."""
        while self.read(CHUNK_BYTES):
            pass

    def _open(self) -> None:
        sealed, self._ahead = self._ahead, self._next()
        is_last = not self._ahead
        try:
            self._plain += self._cipher.decrypt(_nonce(self._number, is_last=is_last), sealed, self._head)
        except (InvalidTag, ValueError):
            raise damaged() from None
        self._number += 1
        self._is_at_end = is_last

    def _next(self) -> bytes:
        return self._source.read(CHUNK_BYTES + TAG_BYTES)


def damaged() -> Refusal:
    """What is said of a backup that is not, or not all of, what was written."""
    return Refusal(
        "备份文件已损坏或不完整（内容被改动，或末尾缺失），没有恢复任何东西；请换另一份备份",
        "The backup is damaged or incomplete (changed, or cut off); nothing was restored: take another backup",
    )


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(COUNTER_BYTES, "big") + bytes([is_last])
