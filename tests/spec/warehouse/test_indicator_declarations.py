"""A wrong block is refused with its file, its name and the key."""

from pathlib import Path

import pytest

from tests.spec.warehouse.toy import DENSITY, HEADER, MEMBERS, SPENT, block, declared, rows
from warehouse.figures.catalogue import load, parse
from warehouse.figures.indicator import Distinct, Largest, Sum


def test_a_block_becomes_an_indicator() -> None:
    density = declared(DENSITY)["density"]
    assert (density.family, density.kind, density.time, density.scope) == ("toy", "ratio", "point", "township")
    assert density.ledgers == ("union",)
    assert density.numerator.selection.measure == Sum("members")
    assert density.denominator is not None
    assert density.denominator.selection.where == "in_force"


def test_three_ways_to_measure() -> None:
    found = declared(
        block("a", rows("as_of.unions", 'distinct = "unit_code"')),
        block("b", rows("as_of.unions", 'largest = { of = "unit_code", amount = "members" }')),
    )
    assert found["a"].numerator.selection.measure == Distinct("unit_code")
    assert found["b"].numerator.selection.measure == Largest("unit_code", "members")
    assert not found["a"].numerator.is_additive


def test_heads_read_the_numerator_s_rows_unless_they_name_their_own() -> None:
    text = SPENT.replace(
        'heads = [ { sum = "people" } ]',
        'heads = [ { sum = "people", where = "people > 1" }, { from = "as_of.unions", distinct = "union_code" } ]',
    )
    suppression = declared(text)["spent"].suppression
    assert suppression is not None
    first, second = suppression.heads
    assert (first.source, first.where) == ("as_of.relief_visits", "(this_year) and (people > 1)")
    assert (second.source, second.where) == ("as_of.unions", None)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (MEMBERS.replace('kind = "count"', 'kind = "counts"'), r"toy.toml, \[members\], kind: 'counts' is none of"),
        (MEMBERS.replace('time = "point"', ""), r"toy.toml, \[members\], time: is missing"),
        (MEMBERS.replace('scope = "township"', 'scope = "township"\nlimit = 3'), r"\[members\], limit: is not a key"),
        (MEMBERS.replace('en = "definition"', 'fr = "x"'), r"\[members\], definition: needs zh and en"),
        (MEMBERS.replace('["union"]', "[]"), r"\[members\], ledgers:"),
        (MEMBERS.replace('sum = "members"', ""), r"\[members.numerator\]: needs exactly one of"),
        (MEMBERS.replace('sum = "members"', 'sum = "1"\ndistinct = "x"'), r"\[members.numerator\]: needs exactly one"),
        (MEMBERS.replace("as_of.unions", "ledger.unions"), r"\[members.numerator\], from: 'ledger.unions' is neither"),
        (MEMBERS.replace('kind = "count"', 'kind = "ratio"'), r"\[members\], denominator: a ratio needs one"),
        (DENSITY.replace('kind = "ratio"', 'kind = "count"'), r"\[density\], denominator: a count has none"),
        (SPENT.replace('denominator = "other"', 'denominator = "some"'), r"\[spent.suppression\], denominator"),
        (SPENT.replace('{ sum = "people" }', ""), r"\[spent.suppression\], heads: is empty"),
    ],
)
def test_what_is_wrong_is_named(wrong: str, named: str) -> None:
    with pytest.raises(ValueError, match=named):
        declared(wrong)


def test_a_file_needs_its_family() -> None:
    with pytest.raises(ValueError, match=r"toy.toml, \[family\]"):
        parse("toy.toml", MEMBERS)


def test_a_broken_file_is_named() -> None:
    with pytest.raises(ValueError, match=r"toy\.toml: "):
        parse("toy.toml", "[family")


def test_families_stand_by_position_and_are_numbered_through(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(HEADER.replace("position = 1", "position = 2") + MEMBERS, encoding="utf-8")
    (tmp_path / "b.toml").write_text(HEADER + DENSITY, encoding="utf-8")
    assert [(one.id, one.position) for one in load(tmp_path)] == [("density", 1), ("members", 2)]


def test_one_id_is_declared_once(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(HEADER + MEMBERS, encoding="utf-8")
    with pytest.raises(ValueError, match=r"b.toml, \[members\]: declared twice"):
        load(tmp_path)
