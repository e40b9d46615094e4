"""Fingerprints of ledger rows: whether two databases have the same row, wherever it stood.

Three of them, each 32 hexadecimal digits: ``key_fingerprint`` of the key columns, ``fingerprint`` of all values of the
row, ``place_fingerprint`` of file, sheet and row. How far its sheet reaches is none of the values: the same row
handed in again a month later has the same fingerprint. Empty columns have no part in it, so that a new release's
new column does not change the rows that leave it empty.
"""

from collections.abc import Sequence

PLACE = ("source_file", "source_sheet", "source_row")
OF_THE_SHEET = (*PLACE, "reach_date")
NAMES = ("key_fingerprint", "fingerprint", "place_fingerprint")


def digest_sql(columns: Sequence[str]) -> str:
    """An expression: the digest of a row's values of these columns, each with its name and length."""
    parts = [
        f"""coalesce('{name}=' || length(cast("{name}" as varchar)) || ':' || cast("{name}" as varchar) || ';', '')"""
        for name in sorted(columns)
    ]
    return f"left(sha256({' || '.join(parts) or repr('')}), 32)"


def fingerprints_sql(columns: Sequence[str], key: Sequence[str]) -> str:
    """The select list of the three fingerprints of a ledger's table with these columns."""
    values = [name for name in columns if name not in OF_THE_SHEET]
    digests = (digest_sql(key), digest_sql(values), digest_sql(PLACE))
    return ",\n    ".join(f"{sql} as {name}" for sql, name in zip(digests, NAMES, strict=True))
