"""The checks of one ledger's table, from its suite."""

from collections.abc import Iterator

from expectations import locate
from expectations.check import Check, Frame, name_literal
from expectations.suite import ColumnExpectation, TableSuite

PERSON_KEY = "^[0-9a-f]{64}$"
"""What a person is in the warehouse: a keyed hash and nothing else."""

REACH_LABELS = {"reach_date": ("截至日期", "reach date")}

FETCHED_AS = {
    "money": "cast({column} * 100 as bigint)",
    "number": "cast({column} as double)",
    "date": "cast({column} as timestamp)",
    "month": "cast({column} as timestamp)",
    "bool": "cast({column} as tinyint)",
}
"""Decimals make every check on a frame eight times slower, and so do objects: money comes as whole cents."""


def ledger_frame(suite: TableSuite) -> Frame:
    """The table's columns that are checked, fetched as cheap types, and their checks."""
    checks = (_row_count(suite), _unique(suite), *(check for column in suite.columns for check in _of(suite, column)))
    needed = {*suite.key, *(check.arguments["column"] for check in checks if "column" in check.arguments)}
    selected = [_fetched(column) for column in suite.columns if column.name in needed]
    query = f"select {', '.join([*selected, 'reach_date'])} from ledger.{name_literal(suite.table)}"  # noqa: S608
    return Frame(suite.name, suite.name, suite.label_zh, suite.label_en, query, checks)


def _fetched(column: ColumnExpectation) -> str:
    name = name_literal(column.name)
    return f"{FETCHED_AS.get(column.kind, '{column}').format(column=name)} as {name}"


def _row_count(suite: TableSuite) -> Check:
    return Check(
        expectation="expect_table_row_count_to_equal",
        arguments={"value": suite.loaded_rows},
        subject=suite.name,
        severity="critical",
        zh=f"台账“{suite.label_zh}”的行数应等于入库的{suite.loaded_rows}行",
        en=f"{suite.label_en}: the table must have the {suite.loaded_rows} rows that were loaded",
        offenders=locate.miscounted_sheets(suite.table, suite.ledger_id),
    )


def _unique(suite: TableSuite) -> Check:
    labels = {column.name: (column.label_zh, column.label_en) for column in suite.columns} | REACH_LABELS
    zh = "、".join(labels[name][0] for name in suite.key)
    en = ", ".join(labels[name][1] for name in suite.key)
    single = len(suite.key) == 1
    return Check(
        expectation="expect_column_values_to_be_unique" if single else "expect_compound_columns_to_be_unique",
        arguments={"column": suite.key[0]} if single else {"column_list": list(suite.key), "ignore_row_if": "never"},
        subject=f"{suite.name} ({', '.join(suite.key)})",
        severity="critical",
        zh=f"台账“{suite.label_zh}”的{zh}不能重复",
        en=f"{suite.label_en}: no two rows may share {en}",
        offenders=locate.rows_sharing(suite.table, suite.key),
        offenders_are="rows",
    )


def _of(suite: TableSuite, column: ColumnExpectation) -> Iterator[Check]:
    if column.required:
        yield _required(suite, column)
    if column.allowed is not None:
        yield _allowed(suite, column, column.allowed)
    if column.minimum is not None:
        yield _minimum(suite, column, column.minimum)
    if column.kind == "person":
        yield _person(suite, column)


def _required(suite: TableSuite, column: ColumnExpectation) -> Check:
    return Check(
        expectation="expect_column_values_to_not_be_null",
        arguments={"column": column.name},
        subject=f"{suite.name}.{column.name}",
        severity=column.required_severity,
        zh=f"台账“{suite.label_zh}”的“{column.label_zh}”不能为空",
        en=f"{suite.label_en}: {column.label_en} must not be empty",
        offenders=locate.rows_where(suite.table, f"{name_literal(column.name)} is null"),
        offenders_are="rows",
    )


def _allowed(suite: TableSuite, column: ColumnExpectation, allowed: tuple[str, ...]) -> Check:
    return Check(
        expectation="expect_column_values_to_be_in_set",
        arguments={"column": column.name, "value_set": list(allowed)},
        subject=f"{suite.name}.{column.name}",
        severity="critical",
        zh=f"台账“{suite.label_zh}”的“{column.label_zh}”只能是{'、'.join(allowed)}",
        en=f"{suite.label_en}: {column.label_en} must be one of {', '.join(allowed)}",
        offenders=locate.rows_outside(suite.table, column.name, allowed),
        offenders_are="rows",
    )


def _minimum(suite: TableSuite, column: ColumnExpectation, minimum: int) -> Check:
    strict = column.above_minimum
    below = f"{name_literal(column.name)} {'<=' if strict else '<'} {minimum}"
    return Check(
        expectation="expect_column_values_to_be_between",
        arguments={
            "column": column.name,
            "min_value": minimum * 100 if column.kind == "money" else minimum,
            "strict_min": strict,
        },
        subject=f"{suite.name}.{column.name}",
        severity="critical",
        zh=f"台账“{suite.label_zh}”的“{column.label_zh}”应{'大于' if strict else '不小于'}{minimum}",
        en=f"{suite.label_en}: {column.label_en} must be {'above' if strict else 'at least'} {minimum}",
        offenders=locate.rows_where(suite.table, below),
        offenders_are="rows",
    )


def _person(suite: TableSuite, column: ColumnExpectation) -> Check:
    return Check(
        expectation="expect_column_values_to_match_regex",
        arguments={"column": column.name, "regex": PERSON_KEY},
        subject=f"{suite.name}.{column.name}",
        severity="critical",
        zh=f"台账“{suite.label_zh}”中的人只能以散列值保存",
        en=f"{suite.label_en}: a person may only be kept as a keyed hash",
        offenders=locate.rows_where(
            suite.table, f"not regexp_full_match({name_literal(column.name)}, '[0-9a-f]{{64}}')"
        ),
        offenders_are="rows",
    )
