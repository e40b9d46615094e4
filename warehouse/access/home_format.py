"""The format of a home: ``home.json``, ``{"format": 1}``. A home without the file has format 0."""

import json
import os
from pathlib import Path

from warehouse.language import Refusal

HOME_FILE = "home.json"
FORMAT = 1


def home_format(home: Path) -> int:
    """The format of a home's folder; raises :class:`Refusal` when the file is damaged or the format is newer."""
    try:
        found = json.loads((home / HOME_FILE).read_text(encoding="utf-8"))["format"]
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            raise ValueError(HOME_FILE)
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except (ValueError, KeyError, TypeError):
        raise Refusal(
            f'{HOME_FILE} 已损坏，无法知道本目录的格式；请从备份恢复它，或改回 {{"format": {FORMAT}}}',
            f"{HOME_FILE} is damaged and no longer tells the format of this home: restore it from a backup, or make "
            f'it {{"format": {FORMAT}}} again',
        ) from None
    if found > FORMAT:
        raise Refusal(
            f"{home} 是较新版本的程序用过的（格式{found}，本程序只认得到{FORMAT}）；请升级程序，本目录没有改动",
            f"{home} has been used by a newer release of the program (format {found}; this one knows {FORMAT}): "
            "upgrade; nothing was changed",
        )
    return found


def write_home_format(home: Path) -> None:
    """Writes today's format into the home, readable by its owner alone."""
    partial = home / f"{HOME_FILE}.part"
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(json.dumps({"format": FORMAT}) + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(home / HOME_FILE)
