"""Names of files that people upload, made safe for a folder of ours."""

import re
import unicodedata
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from warehouse.language import Refusal

LONGEST_NAME_BYTES = 200
IGNORED_STARTS = (".", "~$")
"""Beginnings of names that the inbox does not read."""
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_OF_A_PERSON = re.compile(r"(?<![0-9])(?:[1-9][0-9]{16}[0-9Xx]|1[3-9][0-9]{9})(?![0-9])")
"""What has the form of an identity or mobile number: names are told everywhere."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:])")
_NUMBERED = re.compile(r"(?P<stem>.+)\((?P<number>[1-9]\d{0,5})\)", re.DOTALL)


def safe_name(given: str) -> str:
    """The name without folders, without characters that a file system may refuse, and without a person's number.

    Raises :class:`Refusal` for a name that the inbox would not read, or that is too long.
    """
    name = unicodedata.normalize("NFC", given.replace("\\", "/").rsplit("/", 1)[-1])
    name = _OF_A_PERSON.sub("___", _NOT_IN_NAMES.sub("_", name)).strip().rstrip(".")
    if not name or name.startswith(IGNORED_STARTS):
        raise Refusal(
            f"“{given}”不是要报送的台账（文件名为空，或以“.”“~$”开头的临时文件）；请上传台账本身",
            f"“{given}” is no ledger to hand in (no name, or a temporary file that begins with “.” or “~$”): "
            "upload the ledger itself",
        )
    if len(name.encode()) > LONGEST_NAME_BYTES:
        raise Refusal(f"文件名“{name[:20]}……”太长，请改短后再上传", f"The name “{name[:20]}…” is too long: shorten it")
    return name


def shown(text: str) -> str:
    """Text of a file, such as its name or a heading, so that a page shows it as it is and not as Markdown."""
    return _MARKDOWN.sub(r"\\\1", text)


def free_name(name: str, taken: Collection[str]) -> str:
    """The name itself, else ``台账(2).xlsx`` and so on: later in natural order than every numbered one taken.

    Names count as equal whatever the case of their letters, as on Windows.
    """
    folded = {other.casefold() for other in taken}
    if name.casefold() not in folded:
        return name
    suffix = PurePosixPath(name).suffix
    stem, _ = _numbered(name)
    numbers = [number for base, number in map(_numbered, folded) if base == stem.casefold()]
    return f"{stem}({max([1, *numbers]) + 1}){suffix}"


def _numbered(name: str) -> tuple[str, int]:
    """The stem without its number, and the number (1 where there is none)."""
    stem = Path(name).stem
    found = _NUMBERED.fullmatch(stem)
    return (found["stem"], int(found["number"])) if found else (stem, 1)
