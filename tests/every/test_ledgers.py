"""What holds for every declared ledger."""

from collections import Counter
from pathlib import Path

import pytest

from pipelines.ledger import BIRTH_DATE, CATALOGUE, DATA_DATE, Column, Kind, Ledger
from pipelines.reading.headings import folded, without_unit
from pipelines.registry import ledgers

OURS = {
    *("row_id", "sheet_id", "sheet", "file", "file_id", "row", "is_rejected", "occurrence", "reach_date"),
    *("source_file", "source_sheet", "source_row", "source_ledger", "as_of_date", "year_start_date"),
    *("in_force", "event_date", "this_year", "this_month", DATA_DATE),
}
"""What judging, loading and the views by date call columns of their own."""
SPECS = Path(__file__).parent.parent / "spec" / "ledgers"
every_ledger = pytest.mark.parametrize("ledger", ledgers().values(), ids=ledgers().keys())


def as_matched(heading: str) -> str:
    """A heading as the reader compares it."""
    return without_unit(folded(heading))


def headings_of(column: Column) -> list[str]:
    """Every heading that a workbook may have over this column."""
    plain = [column.heading.zh, *column.synonyms, *("".join(pair) for pair in column.parented_synonyms)]
    identity = [column.identity_heading.zh] if column.identity_heading else []
    return [as_matched(heading) for heading in (*plain, *identity, *column.identity_synonyms)]


@every_ledger
def test_no_column_is_named_as_one_of_ours(ledger: Ledger):
    assert OURS.isdisjoint(ledger.schema)


@every_ledger
def test_headings_and_synonyms_are_distinct(ledger: Ledger):
    counts = Counter(heading for column in ledger.columns for heading in headings_of(column))
    assert [heading for heading, count in counts.items() if count > 1] == []


@every_ledger
def test_english_headings_are_distinct(ledger: Ledger):
    identity = [column.identity_heading.en for column in ledger.columns if column.identity_heading]
    counts = Counter([*(column.heading.en for column in ledger.columns), *identity])
    assert [heading for heading, count in counts.items() if count > 1] == []


@every_ledger
def test_near_misses_are_no_synonyms(ledger: Ledger):
    never = {"序号", "填报日期", "制表日期", "换届时间", "出院日期", "联系地址", "户籍地址", "其中:女"}
    assert never.isdisjoint(heading for column in ledger.columns for heading in headings_of(column))


@every_ledger
def test_values_and_their_synonyms_are_distinct(ledger: Ledger):
    for column in ledger.columns:
        counts = Counter(as_matched(text) for value in column.values for text in (value.zh, *value.synonyms))
        assert [text for text, count in counts.items() if count > 1] == [], column.name
        assert len({value.en for value in column.values}) == len(column.values), column.name
        assert bool(column.values) == (column.kind is Kind.ENUM), column.name


@every_ledger
def test_defaults_are_values_the_column_may_have(ledger: Ledger):
    for column in ledger.columns:
        if column.default is not None:
            assert not column.required, column.name
            assert not column.values or column.default in {value.zh for value in column.values}, column.name


@every_ledger
def test_references_lead_to_a_column_of_a_ledger_or_to_the_catalogue(ledger: Ledger):
    for column in ledger.columns:
        reference = column.reference
        if reference is None or reference.ledger == CATALOGUE:
            continue
        other = ledgers()[reference.ledger]
        found = other.column(reference.column or column.name)
        assert found.stored_name in other.key
        assert found.kind is column.kind
        assert reference.year_of is None or "year" in other.key


@every_ledger
def test_a_reference_names_every_part_of_the_other_key(ledger: Ledger):
    """A reference by one column of a longer key needs ``year_of``, or means any row with that code."""
    any_row_will_do = {("competition_award", "competition")}
    for column in ledger.columns:
        reference = column.reference
        if reference is None or reference.ledger == CATALOGUE or (ledger.id, reference.ledger) in any_row_will_do:
            continue
        assert len(ledgers()[reference.ledger].key) == (1 if reference.year_of is None else 2)


@every_ledger
def test_key_and_start_of_time_are_required(ledger: Ledger):
    # an empty township is the whole county, and part of the key
    may_be_empty = {("target", "township_code"), ("history", "township_code")}
    starts = [getattr(ledger.time, field) for field in ("column", "start") if hasattr(ledger.time, field)]
    otherwise = getattr(ledger.time, "otherwise", None)
    for name in ledger.key:
        assert ledger.column(name).required or (ledger.id, name) in may_be_empty, name
    assert [name for name in starts if not ledger.column(otherwise or name).required] == []


@every_ledger
def test_time_columns_are_of_the_right_kind(ledger: Ledger):
    kinds = {"Event": {Kind.DATE}, "Span": {Kind.DATE}, "MonthOf": {Kind.MONTH}, "YearOf": {Kind.YEAR}}
    named = [getattr(ledger.time, field, None) for field in ("column", "otherwise", "start", "end")]
    for name in filter(None, named):
        assert ledger.column(name).kind in kinds[type(ledger.time).__name__], name


@every_ledger
def test_only_warnings_look_at_the_data_date(ledger: Ledger):
    looking = [rule for rule in ledger.rules if DATA_DATE in rule.needs]
    assert {rule.severity for rule in looking} <= {"warning"}


@every_ledger
def test_only_ledgers_of_people_ask_for_a_birth_date_and_then_for_no_data_date(ledger: Ledger):
    asking = [rule for rule in ledger.rules if BIRTH_DATE in rule.needs]
    assert not asking or Kind.PERSON in {column.kind for column in ledger.columns}
    assert [rule.column for rule in asking if DATA_DATE in rule.needs] == []


@every_ledger
def test_no_column_is_a_birth_date_of_its_own(ledger: Ledger):
    assert BIRTH_DATE not in ledger.schema


@every_ledger
def test_messages_say_different_things(ledger: Ledger):
    assert len({rule.message.zh for rule in ledger.rules}) == len(ledger.rules)
    assert len({rule.message.en for rule in ledger.rules}) == len(ledger.rules)


@every_ledger
def test_every_rule_is_drawn_broken_in_a_spec(ledger: Ledger):
    file = SPECS / f"test_{ledger.id}.py"
    drawn = file.read_text(encoding="utf-8") if ledger.rules else ""
    assert [rule.column for rule in ledger.rules if f"{rule.severity} {rule.column}" not in drawn] == []


@every_ledger
def test_money_columns_are_in_yuan_and_people_are_one_per_ledger(ledger: Ledger):
    assert {column.unit.zh for column in ledger.columns if column.kind is Kind.MONEY and column.unit} <= {"元"}
    people = [column for column in ledger.columns if column.kind is Kind.PERSON]
    assert [column.identity_heading is not None for column in people] in ([], [True])


def test_tables_are_distinct_and_labels_too():
    assert len({ledger.table for ledger in ledgers().values()}) == len(ledgers())
    assert len({ledger.label.zh for ledger in ledgers().values()}) == len(ledgers())
    assert len({ledger.label.en for ledger in ledgers().values()}) == len(ledgers())
