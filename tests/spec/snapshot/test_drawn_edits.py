"""Whatever is edited: the causes of every figure add up to its change, and lead to the figure of the newer version."""

from pathlib import Path

import pytest

from tests.spec.snapshot.drawn_edits import TOY, check, edited, small_county
from tests.spec.snapshot.two_versions import DAY, version
from warehouse.differences.paths import Version
from warehouse.differences.replay import ROW_CAUSES, replay
from warehouse.figures.compute import compute

SEEDS = range(1, 9)
"""A part; ``python -m tests.sweep.causes`` tries as many as it is told."""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return version(tmp_path_factory.mktemp("county") / "old.duckdb", small_county(), TOY)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_causes_add_up(county: Version, tmp_path: Path, seed: int) -> None:
    new = edited(county, tmp_path / "new.duckdb", TOY, seed)
    check(county, new)
    check(new, county)


@pytest.mark.parametrize("seed", SEEDS[:5])
def test_all_steps_applied_give_the_newer_rows(county: Version, tmp_path: Path, seed: int) -> None:
    """After the last step the rows give what the newer version gives, but for its configuration."""
    new = edited(county, tmp_path / "new.duckdb", TOY, seed)
    with replay(county.published.file, new.published.file, DAY) as replayed:
        is_same = replayed.has_same_configuration()
        for cause in ROW_CAUSES:
            replayed.apply(cause)
        after = replayed.figures(new.definitions, TOY).select("indicator_id", "region_code", "value").rows()
    with new.published.connection.cursor() as cursor:
        now = [(one[0], one[2], one[5]) for one in compute(cursor, TOY).rows() if one[1] == DAY]
    assert not is_same or after == now
