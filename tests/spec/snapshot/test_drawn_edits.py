"""Whatever is edited: the causes of every figure add up to its change, and lead to the figure of the newer version."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.spec.snapshot.drawn_edits import edited, small_county
from tests.spec.snapshot.two_versions import DAY, version
from tests.spec.warehouse.toy import DENSITY, MEMBERS, PER_VISIT, SPENT, VISITED, block, declared, rows
from warehouse.indicator import Indicator
from warehouse.kpi import compute
from warehouse.snapshot.difference import differences
from warehouse.snapshot.paths import Version
from warehouse.snapshot.replay import ROW_CAUSES, replay

FILED = block(
    "filed",
    rows("as_of.hardship_households", 'distinct = "person_key"', "in_force"),
    ledgers='["hardship_household"]',
    suppression='heads = [ { distinct = "person_key" } ]\ndenominator = "other"',
)
TOY: dict[str, Indicator] = declared(MEMBERS, DENSITY, VISITED, SPENT, PER_VISIT, FILED)
SEEDS = range(1, 26)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return version(tmp_path_factory.mktemp("county") / "old.duckdb", small_county(), TOY)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_causes_add_up(county: Version, tmp_path: Path, seed: int) -> None:
    new = edited(county, tmp_path / "new.duckdb", TOY, seed)
    check(county, new)
    check(new, county)


def check(old: Version, new: Version) -> None:
    """Every figure adds up in decimal terms, and withheld ones say nothing."""
    lines = differences(old, new, DAY)
    assert len(lines) >= len(TOY) * 3
    for line in lines:
        told = line.document()
        if line.old.is_suppressed or line.new.is_suppressed:
            assert (told["old"], told["new"], told["change"]) == (None, None, None)
            assert set(told["causes"].values()) == {None}
        elif line.change is None:
            assert None in (line.old.value, line.new.value)
        else:
            assert float(line.change) == pytest.approx(line.new.value - line.old.value, abs=1e-9)
            if line.reason is None:
                parts = [Decimal(str(part)) for part in told["causes"].values()]
                assert sum(parts) == Decimal(str(told["change"])), told
                assert told["causes"]["definition"] in (0, "0.00")


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
