"""What a snapshot holds, which month can be frozen, and that nothing half made is left."""

import json
import shutil
import stat
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests.spec.cli.published_home import publish
from tests.spec.snapshot.given import REASON, bytes_below, tables
from warehouse.language import Refusal
from warehouse.snapshot import manifest as making
from warehouse.snapshot.shelf import Snapshots


def test_a_manifest_says_what_was_frozen_and_from_what(home: Path) -> None:
    snapshot = Snapshots(home).create("2021-11", "张三", REASON)
    manifest = json.loads((home / "snapshots/2021-11.r1/manifest.json").read_text("utf-8"))
    assert {name: manifest[name] for name in manifest if name not in ("missing", "files", "hash")} == {
        "format": 1,
        "id": "2021-11.r1",
        "month": "2021-11",
        "as_of": "2021-11-30",
        "revision": 1,
        "version": "0123456789abcdef",
        "code_version": "0",
        "county_code": "530499",
        "county_name": "示例县",
        "complete": False,
        "reason": REASON,
        "replaces": None,
    }
    assert "competition" in manifest["missing"]
    assert "union" not in manifest["missing"]
    assert len(snapshot.hash) == 64


def test_the_figures_are_those_up_to_the_months_end(home: Path) -> None:
    Snapshots(home).create("2021-11", "张三", REASON)
    values = pl.read_parquet(home / "snapshots/2021-11.r1/public/values.parquet")
    density = values.filter(indicator_id="union_density", region_code="530499")
    assert density["as_of_date"].max().isoformat() == "2021-11-30"  # type: ignore[union-attr]
    assert density.sort("as_of_date")["value"].last() == (60 + 5) / (80 + 20)


def test_what_is_withheld_stays_null_in_the_public_part(home: Path) -> None:
    Snapshots(home).create("2021-12", "张三", REASON)
    folder = home / "snapshots/2021-12.r1"
    withheld = pl.read_parquet(folder / "public/values.parquet").filter(pl.col("is_suppressed"))
    assert withheld.filter(indicator_id="hardship_households").height > 0
    assert set(withheld["light"]) == {"grey"}
    for column in ("numerator", "value", "last_year", "yoy", "mom"):
        assert withheld[column].null_count() == withheld.height, column
    raw = pl.read_parquet(folder / "private/kpi/raw_values.parquet")
    assert raw.filter(indicator_id="hardship_households", region_code="530499001")["value"].max() == 2


def test_nothing_of_single_rows_or_raw_figures_is_public(home: Path) -> None:
    Snapshots(home).create("2021-12", "张三", REASON)
    public = home / "snapshots/2021-12.r1/public"
    assert sorted(path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file()) == [
        "attention.parquet",
        "attention_kinds.parquet",
        "breakdowns.parquet",
        "definitions.json",
        "definitions.parquet",
        "meta/as_of_dates.parquet",
        "meta/columns.parquet",
        "meta/departments.parquet",
        "meta/ledgers.parquet",
        "meta/regions.parquet",
        "meta/values.parquet",
        "meta/version.parquet",
        "values.parquet",
    ]


def test_rows_carry_fingerprints_of_their_key_their_values_and_their_place(home: Path, tmp_path: Path) -> None:
    """U1 stands in another row and has another number of members: same key, other values, other place."""
    other = """
        union_code | township_code | union_kind | members | employees | founded_date | source_row
        U2         | 530499002     | 单独       | 5       | 20        | 2020-01-15   | 3
        U1         | 530499001     | 单独       | 61      | 80        | 2019-05-01   | 9
    """
    changed = publish(tmp_path / "other", tables(unions=other))
    before, after = (_unions(folder) for folder in (home, changed))
    assert after["U2"] == before["U2"]
    assert [after["U1"][name] == before["U1"][name] for name in before["U1"]] == [True, False, False]


def _unions(home: Path) -> dict[str, dict[str, str]]:
    Snapshots(home).create("2021-12", "张三", REASON)
    rows = pl.read_parquet(home / "snapshots/2021-12.r1/private/ledger/unions.parquet")
    names = ["key_fingerprint", "fingerprint", "place_fingerprint"]
    return {row["union_code"]: {name: row[name] for name in names} for row in rows.to_dicts()}


def test_definitions_are_frozen_with_their_sql_and_versions(home: Path) -> None:
    Snapshots(home).create("2021-12", "张三", REASON)
    folder = home / "snapshots/2021-12.r1"
    definitions = {line["indicator_id"]: line for line in json.loads((folder / "public/definitions.json").read_text())}
    frozen = json.loads((folder / "private/frozen_sql.json").read_text())
    assert len(definitions["union_density"]["definition_version"]) == 12
    assert definitions["union_density"]["numerator_sql"] == frozen["indicators"]["union_density"]["numerator"]["sql"]
    assert "as_of.unions" in frozen["indicators"]["union_density"]["numerator"]["sql"]
    assert frozen["views"]["unions"].startswith("with")
    assert {mart["name"] for mart in frozen["marts"]} >= {"enterprises", "dues"}


def test_the_same_version_gives_the_same_bytes(home: Path) -> None:
    snapshots = Snapshots(home)
    snapshots.create("2021-12", "张三", REASON)
    first = {name: text for name, text in bytes_below(home / "snapshots").items() if "/log" not in name}
    snapshots.delete("2021-12.r1", "张三")
    assert snapshots.ids() == []
    snapshots.create("2021-12", "李四", REASON)
    again = {name: text for name, text in bytes_below(home / "snapshots").items() if "/log" not in name}
    assert {name for name in first if first[name] != again.get(name)} <= {"2021-12.r1/seal.json"}
    assert again.keys() == first.keys()


@pytest.mark.parametrize(
    ("month", "sentence"),
    [
        ("2022-01", "lies after 2021-12-31"),
        ("2019-12", "begins with 2020-01"),
        ("2021-13", "is no month"),
        ("2021-12.r1", "is no month"),
        ("2021-12-31", "is no month"),
    ],
)
def test_only_a_month_with_data_can_be_frozen(home: Path, month: str, sentence: str) -> None:
    _refused(home, month, sentence)


def test_a_month_that_has_not_ended_cannot_be_frozen(tmp_path: Path) -> None:
    home = publish(tmp_path, tables(data_date="2021-12-30"))
    _refused(home, "2021-12", "reaches to 2021-12-30")


def test_nothing_published_nothing_frozen(tmp_path: Path) -> None:
    _refused(tmp_path, "2021-12", "Nothing has been published")


def test_an_incomplete_month_needs_a_reason_and_names_what_is_missing(home: Path) -> None:
    with pytest.raises(Refusal) as refused:
        Snapshots(home).create("2021-12", "张三", "  ")
    assert "竞赛" in refused.value.label.zh
    assert refused.value.next_command == "unionkpi snapshot create 2021-12 --reason …"
    assert bytes_below(home / "snapshots") == {}


def _refused(home: Path, month: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        Snapshots(home).create(month, "张三", REASON)
    assert sentence in refused.value.label.en
    assert bytes_below(home / "snapshots") == {}


@pytest.mark.parametrize("files_written", [0, 1, 40])
def test_a_full_disk_leaves_nothing(home: Path, monkeypatch: pytest.MonkeyPatch, files_written: int) -> None:
    written, really = [], making.write_private

    def write(file: Path, content: bytes) -> None:
        if len(written) == files_written:
            raise OSError(28, "No space left on device")
        written.append(file)
        really(file, content)

    monkeypatch.setattr(making, "write_private", write)
    with pytest.raises(OSError, match="No space"):
        Snapshots(home).create("2021-12", "张三", REASON)
    monkeypatch.undo()
    assert bytes_below(home / "snapshots") == {}
    assert Snapshots(home).create("2021-12", "张三", REASON).id == "2021-12.r1"


def test_what_a_killed_run_left_is_cleared_by_the_next(home: Path) -> None:
    snapshots = Snapshots(home)
    snapshots.create("2021-11", "张三", REASON)
    half = home / "snapshots/.2021-12.r1.part"
    shutil.copytree(home / "snapshots/2021-11.r1/public", half / "public")
    assert snapshots.ids() == ["2021-11.r1"]
    snapshots.create("2021-12", "张三", REASON)
    assert not half.exists()
    assert snapshots.all_altered() == []


def test_everything_is_for_its_owner_alone(home: Path) -> None:
    Snapshots(home).create("2021-12", "张三", REASON)
    paths: list[Any] = [home / "snapshots", *(home / "snapshots").rglob("*")]
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in paths}
    assert modes == {(True, 0o700), (False, 0o600)}


def test_a_damaged_version_is_not_frozen(home: Path) -> None:
    (manifest,) = (path for path in (home / "warehouse").glob("*.json") if path.name != "current.json")
    entry = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps({**entry, "sha256": "0" * 64}), "utf-8")
    _refused(home, "2021-12", "is damaged and cannot be frozen")
