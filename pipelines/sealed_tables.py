"""Packs of tables and an index kept between builds in a folder of the home, sealed with the home's key.

Whatever is damaged, or was not written with this key by this code, is as if it were not there.
"""

import hashlib
import hmac
import io
import os
import pickle
from collections.abc import Collection, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import polars as pl

INDEX = "index"
ENDING = ".tables"
_LIBRARIES = ("polars", "python-calamine", "duckdb")


@cache
def _libraries() -> tuple[str, ...]:
    return tuple(version(name) for name in _LIBRARIES)


class SealedTables:
    """``basis`` are texts that must be the same for what was kept to be of use, beside the installed libraries."""

    def __init__(self, folder: Path, secret: bytes, basis: Collection[str]) -> None:
        self._folder = folder
        self._key = hmac.digest(secret, b"kept between builds", "sha256")
        texts = [*basis, *_libraries()]
        self._basis = hashlib.sha256("\0".join(texts).encode()).digest()
        self._whole: dict[str, bytes | None] = {}
        self._unpacked: dict[str, dict[str, pl.DataFrame]] = {}

    def has(self, name: str) -> bool:
        """Whether the pack with this name, which is a keyed digest of its bytes, is there and whole."""
        return name in self._unpacked or self._bytes_of(name) is not None

    def tables(self, name: str) -> dict[str, pl.DataFrame] | None:
        """The tables of the pack with this name, if the store has it."""
        if name not in self._unpacked:
            content = self._bytes_of(name)
            if content is None:
                return None
            self._unpacked[name] = _unpacked(content)
            del self._whole[name]
        return self._unpacked[name]

    def add(self, tables: Mapping[str, pl.DataFrame]) -> str:
        """Writes a pack of tables unless it is there, and gives the name to ask for it by; raises ``OSError``."""
        content = _packed(tables)
        name = self._name_of(content)
        if not (self._folder / name).exists():
            self._write(name, content)
        return name

    def index(self) -> Any:
        """What :meth:`finish` was given last, None when there is nothing of ours."""
        try:
            seal, _, content = (self._folder / INDEX).read_bytes().partition(b"\n")
        except OSError:
            return None
        if not hmac.compare_digest(seal, self._seal(content)):
            return None
        return pickle.loads(content)  # noqa: S301 - nobody without the home's key could have sealed it

    def finish(self, index: Any, used: Collection[str]) -> None:
        """Writes the index and removes all packs but those named; raises ``OSError``."""
        content = pickle.dumps(index)
        self._write(INDEX, self._seal(content) + b"\n" + content)
        for left in self._folder.iterdir():
            if left.name != INDEX and left.name not in used:
                left.unlink()

    def _bytes_of(self, name: str) -> bytes | None:
        """What is in the file, once for every name; a damaged file is removed."""
        if name not in self._whole:
            self._whole[name] = None
            with suppress(OSError):
                content = (self._folder / name).read_bytes()
                if self._name_of(content) == name:
                    self._whole[name] = content
                else:
                    (self._folder / name).unlink()
        return self._whole[name]

    def _write(self, name: str, content: bytes) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self._folder / f"{name}.part"
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(content)
        part.replace(self._folder / name)

    def _name_of(self, content: bytes) -> str:
        return hashlib.blake2b(content, key=self._key, digest_size=32).hexdigest() + ENDING

    def _seal(self, content: bytes) -> bytes:
        return hmac.digest(self._key, self._basis + content, "sha256").hex().encode()


def _packed(tables: Mapping[str, pl.DataFrame]) -> bytes:
    """Every table as a compressed Arrow stream, which for small tables takes half the time of a Parquet file."""
    return pickle.dumps({name: _stream_of(table) for name, table in tables.items()})


def _stream_of(table: pl.DataFrame) -> bytes:
    stream = io.BytesIO()
    whole = table.with_columns(map(_emptied, table.select(pl.col(pl.String)).columns)).rechunk()
    # in this form texts stand one after the other; as views into buffers they take along what was there before a mask
    whole.write_ipc_stream(stream, compression="zstd", compat_level=pl.CompatLevel.oldest())
    return stream.getvalue()


def _emptied(column: str) -> pl.Expr:
    """The same texts with nothing under those that are null: a cell that was refused is null, and may name somebody."""
    return pl.when(pl.col(column).is_not_null()).then(pl.col(column).fill_null("")).alias(column)


def _unpacked(content: bytes) -> dict[str, pl.DataFrame]:
    streams = pickle.loads(content)  # noqa: S301 - its name is a digest that nobody without the key could make
    return {name: pl.read_ipc_stream(stream) for name, stream in streams.items()}
