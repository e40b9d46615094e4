"""Which tables of a version a snapshot holds, in which part, under which name."""

from pathlib import PurePosixPath

from warehouse.snapshot.verify import PRIVATE, PUBLIC

SCHEMAS = ("kpi", "ledger", "meta", "quality")
ENDING = ".parquet"

SHARED = frozenset(
    {
        "kpi.attention",
        "kpi.attention_kinds",
        "kpi.breakdowns",
        "kpi.definitions",
        "kpi.values",
        "meta.as_of_dates",
        "meta.columns",
        "meta.departments",
        "meta.ledgers",
        "meta.regions",
        "meta.values",
        "meta.version",
    }
)
"""What may leave the home. Every other table is private, a new one too until it is named here."""

TO_THE_DAY = ("kpi", "meta.as_of_dates")
"""Schema and table whose rows of later days do not belong to the month, by their column ``as_of_date``."""


def is_shared(schema: str, table: str) -> bool:
    """Whether a table belongs to the public part."""
    return f"{schema}.{table}" in SHARED


def path_of(schema: str, table: str) -> str:
    """The file of a table within the snapshot: ``public/values.parquet``, ``private/ledger/unions.parquet``."""
    if not is_shared(schema, table):
        return f"{PRIVATE}/{schema}/{table}{ENDING}"
    return f"{PUBLIC}/{table}{ENDING}" if schema == "kpi" else f"{PUBLIC}/{schema}/{table}{ENDING}"


def table_of(path: str) -> tuple[str, str] | None:
    """Schema and table of a file within the snapshot; None for a file that is no table."""
    place = PurePosixPath(path)
    if place.suffix != ENDING:
        return None
    return ("kpi" if place.parent.name == PUBLIC else place.parent.name), place.stem


def is_cut(schema: str, table: str) -> bool:
    """Whether rows of days after the month are left out."""
    return schema in TO_THE_DAY or f"{schema}.{table}" in TO_THE_DAY
