"""The sample county: plausible, the same for equal arguments, and honest about what is wrong in it."""

import csv
import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from expectations.between import load_rules
from pipelines.config_file import load_config
from pipelines.home import Home
from pipelines.registry import ledgers
from pipelines.sample import make_sample
from pipelines.sample.books import SOURCES
from pipelines.sample.mess import PLANTS
from pipelines.sample.place import MOST_TOWNSHIPS, make_place
from pipelines.sample.sheet import IDENTITY
from warehouse.language import Refusal


def sample(folder: Path, *, clean: bool = False, first_year: int = 2021, seed: int = 7) -> Path:
    make_sample(folder, "云岭县", first_year, 2021, "county", seed, clean)
    return folder


def contents(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def truth_of(folder: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads((folder / "sample_truth.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("clean") / "home", clean=True, first_year=2020)


@pytest.fixture(scope="module")
def one_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("one_year") / "home")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same year by another seed, of a county whose name has letters that mean something elsewhere."""
    folder = tmp_path_factory.mktemp("other") / "home"
    make_sample(folder, '云"岭\\县', 2021, 2021, "county", 8, clean=False)
    return folder


def test_a_sample_is_a_home_with_configuration_inbox_and_truth(messy: Home) -> None:
    assert {path.name for path in messy.folder.iterdir()} == {"config.toml", "home.json", "inbox", "sample_truth.json"}


def test_the_configuration_is_accepted_and_gives_every_ledger_a_keeper(messy: Home) -> None:
    config = load_config(messy.config_file)

    assert (config.county_code, config.county_name, config.first_year) == ("530499", "云岭县", 2019)
    assert sorted(name for room in config.departments.values() for name in room.ledgers) == sorted(ledgers())
    assert all(room.owner for room in config.departments.values())


def test_the_configuration_quotes_what_it_is_given(other: Path) -> None:
    assert tomllib.loads((other / "config.toml").read_text(encoding="utf-8"))["county_name"] == '云"岭\\县'


def test_equal_arguments_give_equal_bytes(one_year: Path, tmp_path: Path) -> None:
    assert contents(sample(tmp_path / "again")) == contents(one_year)


def test_another_seed_gives_another_county(one_year: Path, other: Path) -> None:
    mine, others = contents(one_year / "inbox"), contents(other / "inbox")
    assert len(mine.items() & others.items()) < len(mine) / 2


def test_a_folder_that_is_not_empty_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(Refusal, match="not an empty folder"):
        sample(tmp_path)

    assert contents(tmp_path).keys() == {"note.txt"}


def test_years_the_wrong_way_round_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="years"):
        sample(tmp_path / "home", first_year=2022)


def test_every_ledger_is_handed_in(clean: Path) -> None:
    assert {source.ledger_id for source in SOURCES} == set(ledgers())
    assert {sheet["ledger"] for sheet in truth_of(clean)["sheets"]} == set(ledgers())


def test_a_clean_sample_has_nothing_wrong_and_nothing_superseded(clean: Path) -> None:
    truth = truth_of(clean)

    assert truth["problems"] == []
    assert {(sheet["rejected"], sheet["superseded"]) for sheet in truth["sheets"]} == {(0, 0)}


def rows_of(folder: Path, ledger: str, file_part: str) -> int:
    sheets = truth_of(folder)["sheets"]
    return sum(one["data_rows"] for one in sheets if one["ledger"] == ledger and file_part in one["file"])


@pytest.mark.parametrize(
    ("ledger", "file_part", "fewest", "most"),
    [
        ("township", "", 12, 12),
        ("enterprise", "2021年12月", 1_180, 1_200),
        ("union", "2021年12月", 360, 370),
        ("wage_contract", "2021年12月", 100, 100),
        ("task", "2021年12月", 48, 48),
        ("task_progress", "2021年12月", 48 * 12, 48 * 12),
        ("relief_visit", "2021年12月", 770, 770),
        ("student_aid", "2021年12月", 25, 25),
        ("mutual_aid_claim", "2021年12月", 2_450, 2_750),
        ("mutual_aid_enrolment", "2020年12月", 190, 190),
        ("dues", "2021年12月", 308 * 12, 310 * 12),
        ("dues_refund", "2021年12月", 103, 103),
        ("dues_remit", "2021年12月", 12, 12),
        ("budget", "2021年12月", 39 * 12, 39 * 12),
        ("subsidy", "2021年12月", 60, 60),
        ("large_payment", "2021年12月", 40, 40),
        ("procurement", "2021年12月", 90, 90),
        ("three_public", "2021年12月", 4 * 12, 4 * 12),
        ("project_payment", "", 2 * 2, 2 * 2),
        ("service_case", "2021年12月", 310, 310),
        ("disclosure", "2021年12月", 100, 100),
        ("audit_finding", "2021年12月", 25, 25),
        ("history", "", 190, 230),
        ("member", "2020年12月", 20_000, 24_000),
        ("member", "2021年12月", 2_000, 4_000),
        ("platform_survey", "2021年12月", 600, 600),
        ("health_check", "2021年12月", 400, 400),
        ("activity", "2021年12月", 60, 60),
    ],
)
def test_a_county_has_the_volume_of_a_county(clean: Path, ledger: str, file_part: str, fewest: int, most: int) -> None:
    assert fewest <= rows_of(clean, ledger, file_part) <= most


def test_every_planted_problem_names_a_file_a_rule_and_a_place(messy: Home) -> None:
    truth = truth_of(messy.folder)
    sheets = {(sheet["file"], sheet["sheet"]) for sheet in truth["sheets"]}

    for problem in truth["problems"]:
        assert problem.keys() == {"file", "sheet", "row", "rule", "severity", "column"}
        assert (messy.inbox / problem["file"]).is_file()
        assert (problem["file"], problem["sheet"]) in sheets
        assert problem["severity"] in {"error", "warning"}
        assert problem["row"] is None or problem["row"] > 1


def test_every_file_of_the_inbox_is_in_the_truth(messy: Home) -> None:
    handed_in = {file.relative_to(messy.inbox).as_posix() for file in messy.inbox.rglob("*.*")}
    assert {sheet["file"] for sheet in truth_of(messy.folder)["sheets"]} == handed_in


def test_every_plant_comes_up(messy: Home) -> None:
    with_row = [problem for problem in truth_of(messy.folder)["problems"] if problem["row"] is not None]
    copies = [problem for problem in with_row if "副本" in problem["file"]]

    assert len(with_row) - len(copies) == sum(1 + plant.marks_base for plant in PLANTS)


def test_every_rule_of_every_ledger_is_planted() -> None:
    planted = {(plant.ledger_id, one.slot, one.severity) for plant in PLANTS for one in plant.rules}
    of_rows = {(ledger.id, rule.column, rule.severity) for ledger in ledgers().values() for rule in ledger.rules}
    between = {(rule.ledger, rule.column, rule.severity) for rule in load_rules()}
    declared = {
        (ledger_id, IDENTITY if column == "person_key" else column, severity)
        for ledger_id, column, severity in of_rows | between
    }
    assert sorted(declared - planted) == []


def test_most_kinds_of_problem_are_planted(messy: Home) -> None:
    """A calendar that is not known, a ledger nobody submitted and old formats are not part of a county's mess."""
    assert {problem["rule"] for problem in truth_of(messy.folder)["problems"]} == {
        "ambiguous_column",
        "approximate_value",
        "bad_code",
        "bad_type",
        "broken_rule",
        "duplicate_key",
        "forbidden_column",
        "hidden_cells",
        "irrecoverable_number",
        "missing_column",
        "missing_value",
        "not_allowed",
        "old_identity_number",
        "personal_content",
        "rejected_reference",
        "repeated_content",
        "uncached_formula",
        "unknown_column",
        "unknown_reference",
        "unreadable_file",
        "unrecognised_sheet",
    }


def test_a_planted_row_stands_on_the_line_that_the_truth_names(messy: Home) -> None:
    [problem] = [
        one
        for one in truth_of(messy.folder)["problems"]
        if one["rule"] == "not_allowed" and one["column"] == "控股情况"
    ]
    lines = (messy.inbox / problem["file"]).read_text(encoding="gb18030").splitlines()

    assert "控股不详" in lines[problem["row"] - 1]


def test_a_city_is_ten_counties_with_its_largest_ledgers_as_csv(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_unions = [source for source in SOURCES if source.ledger_id == "union"]
    monkeypatch.setattr("pipelines.sample.make.SOURCES", of_unions)
    make_sample(tmp_path / "home", "云岭市", 2021, 2021, "city", 7, clean=True)
    truth = truth_of(tmp_path / "home")
    unions = [sheet for sheet in truth["sheets"] if sheet["ledger"] == "union" and sheet["file"].endswith("12月.csv")]

    assert [sheet["data_rows"] // 1_000 for sheet in unions] == [3]
    with (tmp_path / "home" / "inbox" / unions[0]["file"]).open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.reader(stream))) == unions[0]["data_rows"] + 1


def test_a_province_has_at_most_900_townships() -> None:
    assert len(make_place("云岭省", 2021, 2021, "province", 1).townships) == MOST_TOWNSHIPS
