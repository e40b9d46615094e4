"""A line written into ``[headings]`` of ``config.toml``, the rest of the file kept byte for byte."""

import json
import os
import re
import secrets
import shutil
import tomllib
from pathlib import Path

from pipelines.config_file import load_config
from pipelines.own_headings import why_not
from pipelines.registry import ledgers
from warehouse.language import Refusal

NEXT = "unionkpi build"


def add_heading(file: Path, ledger_id: str, theirs: str, ours: str) -> bool:
    """Writes that a department's heading ``theirs`` means the column ``ours``; False when it stands there already.

    Raises :class:`Refusal` for a wrong configuration, an unknown ledger or heading, a heading that
    may not be read, or a file that such a line cannot be put into; nothing is changed then.
    """
    known = load_config(file).headings.get(ledger_id, {})
    if ledger_id not in ledgers():
        names = ", ".join(ledgers())
        raise Refusal(f"没有台账 {ledger_id}；可用：{names}", f"No ledger {ledger_id}; there are: {names}", NEXT)
    if known.get(theirs) == ours:
        return False
    if reason := why_not(ledgers()[ledger_id], theirs, ours):
        raise Refusal(reason.zh, reason.en, NEXT)
    file = file.resolve()
    before = file.read_bytes()
    after = _with_line(before, ledger_id, f"{_quoted(theirs)} = {_quoted(ours)}")
    _verify(before, after, ledger_id, theirs, ours)
    _replace(file, after)
    return True


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _with_line(content: bytes, ledger_id: str, line: str) -> bytes:
    """Below the ledger's table where there is one, else as a new table at the end."""
    ending = b"\r\n" if b"\r\n" in content else b"\n"
    added = line.encode() + ending
    head = re.compile(
        rb"^[ \t]*\[[ \t]*headings[ \t]*\.[ \t]*" + ledger_id.encode() + rb"[ \t]*\][^\n]*\n?", re.MULTILINE
    )
    if found := head.search(content):
        gap = b"" if found[0].endswith(b"\n") else ending
        return content[: found.end()] + gap + added + content[found.end() :]
    gap = b"" if not content or content.endswith(b"\n") else ending
    return content + gap + ending + f"[headings.{ledger_id}]".encode() + ending + added


def _verify(before: bytes, after: bytes, ledger_id: str, theirs: str, ours: str) -> None:
    wanted = tomllib.loads(before.decode("utf-8-sig"))
    wanted.setdefault("headings", {}).setdefault(ledger_id, {})[theirs] = ours
    try:
        is_right = tomllib.loads(after.decode("utf-8-sig")) == wanted
    except tomllib.TOMLDecodeError:
        is_right = False
    if not is_right:
        line = f"{_quoted(theirs)} = {_quoted(ours)}"
        raise Refusal(
            f"config.toml 的写法无法自动添加；请手工在 [headings.{ledger_id}] 下加一行 {line}",
            f"config.toml is written in a way that takes no line: add {line} under [headings.{ledger_id}] by hand",
            NEXT,
        )


def _replace(file: Path, content: bytes) -> None:
    partial = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    try:
        with partial.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(file, partial)
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)
