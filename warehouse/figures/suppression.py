"""Small numbers: which cells of a breakdown about people are withheld.

The one place that decides it, for indicators, pages, exports and snapshots.
"""

from collections.abc import Collection, Iterable

import polars as pl

from warehouse.figures.cell import NO_TOWNSHIP


def suppressed_cells(
    cells: Iterable[tuple[str, int]], threshold: int = 5, also: Collection[str] = ()
) -> frozenset[str]:
    """The cells, of pairs (cell, heads) that add up to a shown total, that must not be shown.

    Those with fewer than ``threshold`` heads (0 is shown), those in ``also`` that are not 0, and as long as the
    suppressed could be told by subtraction (they are one cell, or fewer than ``threshold`` heads together) the
    smallest other cell that is not 0: the lowest code of equals, the cell without township last.
    """
    heads = {cell: count for cell, count in cells if count > 0}
    suppressed = {cell for cell, count in heads.items() if count < threshold or cell in also}
    others = sorted(heads.keys() - suppressed, key=lambda cell: (heads[cell], cell == NO_TOWNSHIP, cell))
    while suppressed and others and (len(suppressed) == 1 or sum(heads[cell] for cell in suppressed) < threshold):
        suppressed.add(others.pop(0))
    return frozenset(suppressed)


def suppressed(
    cells: pl.DataFrame,
    group: list[str],
    cell: str = "region_code",
    heads: str = "heads",
    threshold: int = 5,
    also: str | None = None,
) -> pl.DataFrame:
    """The suppressed lines (columns ``group`` and ``cell``) of a frame of cells without their total.

    Each ``group`` (such as indicator and day) is a breakdown of its own. ``also`` names a Boolean column
    of cells that are to be suppressed whatever their heads.
    """
    keys = [*group, cell]
    small = pl.col(heads).is_between(1, threshold - 1)
    affected = small if also is None else small | pl.col(also).fill_null(value=False)
    columns = [*keys, heads] if also is None else [*keys, heads, also]
    concerned = cells.filter(affected.any().over(group)).select(columns) if cells.height else cells.select(columns)
    counts: dict[tuple[object, ...], list[tuple[str, int]]] = {}
    forced: dict[tuple[object, ...], set[str]] = {}
    place = len(group)
    for line in concerned.iter_rows():
        key, name, count = line[:place], line[place], line[place + 1]
        counts.setdefault(key, []).append((name, count or 0))
        if also is not None and line[place + 2]:
            forced.setdefault(key, set()).add(name)
    lines = [
        (*key, name)
        for key, cells_of in counts.items()
        for name in sorted(suppressed_cells(cells_of, threshold, forced.get(key, frozenset())))
    ]
    return pl.DataFrame(lines, schema={name: cells.schema[name] for name in keys}, orient="row")
