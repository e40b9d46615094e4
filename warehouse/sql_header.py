"""The header of a declaration that is a SELECT: lines ``-- name: value`` at the top of its file, then a blank line."""

import re
from collections.abc import Iterable, Sequence

HEADER_LINE = re.compile(r"-- (\w+): (.+)")


def header_fields(
    file: str, lines: Iterable[str], required: Sequence[str], optional: Sequence[str] = ()
) -> dict[str, str]:
    """What the lines of a header say, by name; all of ``required`` is there, and nothing but these and ``optional``.

    Raises ``ValueError`` that begins with ``file`` and says which line is wrong, or what is lacking.
    """
    fields: dict[str, str] = {}
    for line in lines:
        match = HEADER_LINE.fullmatch(line.rstrip())
        if match is None or match[1] not in (*required, *optional):
            allowed = ", ".join((*required, *optional))
            raise ValueError(f"{file}: “{line}” is no header line; it may name {allowed}")
        if match[1] in fields:
            raise ValueError(f"{file}: the header names {match[1]} twice")
        fields[match[1]] = match[2].strip()
    if lacking := [name for name in required if name not in fields]:
        raise ValueError(f"{file}: the header lacks {', '.join(lacking)}")
    return fields
