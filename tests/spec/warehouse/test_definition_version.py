"""A definition's version changes with everything that decides the figure, and with nothing else."""

from pathlib import Path

import pytest

from tests.spec.warehouse.toy import DENSITY, HEADER, MEMBERS
from warehouse.figures.catalogue import load
from warehouse.figures.definition_version import definition_version

TOML = """
[density]
label = { zh = "入会率", en = "Density" }
definition = { zh = "会员除以职工", en = "Members over employees" }
unit = { zh = "%", en = "%" }
kind = "ratio"
time = "point"
better = "up"
scope = "township"
ledgers = ["union"]

[density.numerator]
label = { zh = "会员", en = "Members" }
unit = { zh = "人", en = "people" }
from = "mart.grown_unions"
where = "in_force"
sum = "members"

[density.denominator]
label = { zh = "职工", en = "Employees" }
unit = { zh = "人", en = "people" }
from = "as_of.unions"
where = "in_force"
sum = "employees"

[density.suppression]
heads = [ { sum = "members" } ]
denominator = "other"
"""
MARTS = {
    "grown_unions": "-- mart.grown_unions: one row per union\nselect * from mart.all_unions where members > 0",
    "all_unions": "select * from as_of.unions",
    "tasks": "select * from as_of.tasks",
}
VIEWS = {"unions": "select * from ledger.unions", "tasks": "select * from ledger.tasks"}


def version(
    folder: Path,
    toml: str = TOML,
    marts: dict[str, str] = MARTS,
    views: dict[str, str] = VIEWS,
    others: str = "",
    file: str = "toy.toml",
) -> str:
    """The version of the indicator ``density`` of a catalogue in a folder."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.toml"):
        old.unlink()
    (folder / file).write_text(HEADER + others + toml, encoding="utf-8")
    (indicator,) = [one for one in load(folder) if one.id == "density"]
    return definition_version(indicator, marts, views)


CHANGES = {
    "the definition in Chinese": ("会员除以职工", "会员除以在职职工"),
    "the definition in English": ("Members over employees", "Members over all employees"),
    "the time": ('time = "point"', 'time = "ytd"'),
    "the direction": ('better = "up"', 'better = "down"'),
    "the scope": ('scope = "township"', 'scope = "county"'),
    "the unit": ('unit = { zh = "%", en = "%" }', 'unit = { zh = "%", en = "per cent" }'),
    "the ledgers": ('ledgers = ["union"]', 'ledgers = ["union", "member"]'),
    "the numerator's measure": ('sum = "members"\n\n', 'distinct = "union_code"\n\n'),
    "the denominator's relation": ('from = "as_of.unions"', 'from = "mart.all_unions"'),
    "the denominator's condition": ('where = "in_force"\nsum = "employees"', 'sum = "employees"'),
    "a calendar that may be missing": ('sum = "employees"', 'sum = "employees"\nno_calendar = "employees is null"'),
    "whose people are few": ('heads = [ { sum = "members" } ]', 'heads = [ { distinct = "union_code" } ]'),
    "what is withheld with them": ('denominator = "other"', 'denominator = "same_people"'),
    "when the denominator is withheld": (
        'denominator = "other"',
        'denominator = "other"\ndenominator_heads = [ { sum = "employees" } ]',
    ),
}


@pytest.mark.parametrize(("old", "new"), CHANGES.values(), ids=CHANGES)
def test_it_changes_with(tmp_path: Path, old: str, new: str) -> None:
    assert old in TOML
    assert version(tmp_path, TOML.replace(old, new)) != version(tmp_path)


def test_it_changes_with_the_kind(tmp_path: Path) -> None:
    as_average = TOML.replace('"ratio"', '"average"')
    assert version(tmp_path, as_average) != version(tmp_path)


@pytest.mark.parametrize("name", ["grown_unions", "all_unions"])
def test_it_changes_with_a_mart_that_it_reads_also_through_another(tmp_path: Path, name: str) -> None:
    assert version(tmp_path, marts={**MARTS, name: MARTS[name] + " limit 9"}) != version(tmp_path)


def test_it_changes_with_the_view_behind_it(tmp_path: Path) -> None:
    changed = {**VIEWS, "unions": "select * from ledger.unions where employees > 0"}
    assert version(tmp_path, views=changed) != version(tmp_path)


UNCHANGED = {
    "its name": ("入会率", "职工入会率"),
    "the name of a part": ("Employees", "All employees"),
    "a caveat": ('kind = "ratio"', 'kind = "ratio"\ncaveat = { zh = "注意", en = "beware" }'),
    "a breakdown": ('kind = "ratio"', 'kind = "ratio"\nbreakdowns = ["union_kind"]'),
}


@pytest.mark.parametrize(("old", "new"), UNCHANGED.values(), ids=UNCHANGED)
def test_it_does_not_change_with(tmp_path: Path, old: str, new: str) -> None:
    assert old in TOML
    assert version(tmp_path, TOML.replace(old, new)) == version(tmp_path)


def test_it_does_not_change_with_other_indicators_its_place_or_the_name_of_the_file(tmp_path: Path) -> None:
    before = version(tmp_path, others=MEMBERS)
    renamed = MEMBERS.replace("指标", "会员人数").replace('en = "indicator"', 'en = "Members"')
    assert renamed != MEMBERS
    assert version(tmp_path, others=renamed) == before
    assert version(tmp_path, others=DENSITY.replace("density", "other")) == before
    assert version(tmp_path, file="another.toml") == before


def test_it_does_not_change_with_comments_or_what_it_does_not_read(tmp_path: Path) -> None:
    commented = {**MARTS, "grown_unions": MARTS["grown_unions"].replace("one row per union", "one row per big union")}
    assert version(tmp_path, marts=commented) == version(tmp_path)
    assert version(tmp_path, marts={**MARTS, "tasks": "select 1"}) == version(tmp_path)
    assert version(tmp_path, views={**VIEWS, "tasks": "select 1"}) == version(tmp_path)
    assert version(tmp_path, marts=dict(reversed(MARTS.items()))) == version(tmp_path)
