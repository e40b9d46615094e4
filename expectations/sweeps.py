"""Checks that sweep every table: their queries are made from the tables there are."""

from collections.abc import Sequence

import duckdb

from expectations.audits import empty_check
from expectations.check import Frame, name_literal, text_literal
from expectations.suite import TableSuite

WEIGHTS = "[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]"
PERSON_KEY = "person_key"
TEXTS = "data_type = 'VARCHAR' and table_schema in ('ledger', 'quality', 'meta')"


def sweep_frames(con: duckdb.DuckDBPyConnection, suites: Sequence[TableSuite]) -> list[Frame]:
    """The sweeps over one database, whose catalogue tells which tables it has."""
    frames = [_schema_frame(suites), _source_frame(con), _sheet_frame(suites)]
    return [*frames, _identity_frame(con, suites), _person_key_frame(con)]


def _frame(name: str, subject: str, zh: str, en: str, query: str) -> Frame:
    check = empty_check(subject, "critical", zh, en, query)
    return Frame(name.partition(".")[0], name, zh, en, query, (check,))


def _columns(con: duckdb.DuckDBPyConnection, condition: str) -> list[tuple[str, str]]:
    """Table (with its schema) and column of every stored column that meets a condition, sorted."""
    found = con.execute(
        f"""
        select table_schema || '.' || {_quoted("table_name")}, column_name
        from information_schema.columns
        inner join information_schema.tables using (table_catalog, table_schema, table_name)
        where table_type = 'BASE TABLE' and table_catalog = current_database() and {condition}
        order by table_schema, table_name, ordinal_position"""  # noqa: S608
    ).fetchall()
    return [(str(table), str(column)) for table, column in found]


def _quoted(column: str) -> str:
    return f"""'"' || {column} || '"'"""


def _union(selects: Sequence[str], empty: str) -> str:
    return " union all ".join(selects) if selects else empty


def _schema_frame(suites: Sequence[TableSuite]) -> Frame:
    """Columns of the ledgers' tables that are missing, of another type, or that nobody declared."""
    sources = {"source_file": "varchar", "source_sheet": "varchar", "source_row": "bigint", "reach_date": "date"}
    declared = [
        f"({text_literal(suite.table)}, {text_literal(name)}, {text_literal(data_type.lower().replace(' ', ''))})"
        for suite in suites
        for name, data_type in [*((c.name, c.data_type) for c in suite.columns), *sources.items()]
    ]
    query = f"""
        with
        declared (table_name, column_name, declared_type) as (values {", ".join(declared)}),
        stored as (
            select table_name, column_name, replace(lower(data_type), ' ', '') as stored_type
            from information_schema.columns
            where table_catalog = current_database() and table_schema = 'ledger'
        )
        select
            table_name || '.' || column_name || '：应为' || coalesce(declared_type, '无此列')
                || '，实为' || coalesce(stored_type, '无此列') as place_zh,
            table_name || '.' || column_name || ': declared ' || coalesce(declared_type, 'not at all')
                || ', stored ' || coalesce(stored_type, 'not at all') as place_en
        from declared full join stored using (table_name, column_name)
        where declared_type is distinct from stored_type
        order by table_name, column_name"""  # noqa: S608
    return _frame(
        "ledger.columns_as_declared",
        "ledger (columns_as_declared)",
        "台账表的列和类型应与声明一致",
        "The columns and types of the ledgers' tables must be the declared ones",
        query,
    )


def _source_frame(con: duckdb.DuckDBPyConnection) -> Frame:
    """Rows of ledgers and marts that do not lead back to a cell."""
    tables = [table for table, _ in _columns(con, "column_name = 'source_file' and table_schema in ('ledger', 'mart')")]
    selects = [
        f"select {text_literal(table)} as table_name, count(*) as found from {table} "  # noqa: S608
        "where source_file is null or source_sheet is null or source_row is null"
        for table in tables
    ]
    rows = _union(selects, "select '' as table_name, 0 as found")
    query = f"""
        select replace(table_name, '"', '') || '：' || found || '行' as place_zh,
               replace(table_name, '"', '') || ': ' || found || ' rows' as place_en
        from ({rows}) where found > 0 order by table_name"""  # noqa: S608
    return _frame(
        "ledger.rows_have_sources",
        "ledger, mart (rows_have_sources)",
        "每一行都应能追溯到文件、表页和行号",
        "Every row must lead back to its file, sheet and row",
        query,
    )


def _sheet_frame(suites: Sequence[TableSuite]) -> Frame:
    """Sheets whose loaded rows are not in the ledger's table, and rows of sheets that loaded none."""
    selects = [
        f"select {text_literal(suite.ledger_id)} as ledger_id, source_file as file, source_sheet as sheet, "  # noqa: S608
        f"count(*) as found from ledger.{name_literal(suite.table)} group by source_file, source_sheet"
        for suite in suites
    ]
    query = f"""
        with
        present as ({_union(selects, "select '' as ledger_id, '' as file, '' as sheet, 0 as found where false")}),
        loaded as (
            select ledger_id, file, sheet, sum(loaded) as expected
            from quality.sheets where ledger_id is not null group by ledger_id, file, sheet
        )
        select
            concat(file, if(sheet = '', '', '〔' || sheet || '〕'), ' 入库', coalesce(expected, 0),
                   '行，表中', coalesce(found, 0), '行') as place_zh,
            concat(file, if(sheet = '', '', ' [' || sheet || ']'), ' loaded ', coalesce(expected, 0),
                   ', found ', coalesce(found, 0)) as place_en
        from present full join loaded using (ledger_id, file, sheet)
        where coalesce(expected, 0) <> coalesce(found, 0)
        order by file, sheet, ledger_id"""  # noqa: S608
    return _frame(
        "quality.loaded_rows_present",
        "quality.sheets (loaded_rows_present)",
        "每张表页入库的行数应等于台账表中来自它的行数",
        "Each sheet's loaded rows must be in the ledger's table",
        query,
    )


def _identity_frame(con: duckdb.DuckDBPyConnection, suites: Sequence[TableSuite]) -> Frame:
    """Columns with a text that is an identity number: 18 characters, a possible birth date, a right check digit.

    Credit codes have 18 characters as well, and some look like identity numbers: their columns are left out.
    Marts and indicators only hold texts of the tables that are swept.
    """
    codes = {column.name for suite in suites for column in suite.columns if column.kind == "uscc"} | {PERSON_KEY}
    columns = [entry for entry in _columns(con, TEXTS) if entry[1] not in codes]
    selects = [
        f"select {text_literal(table + '.' + column)} as column_name, {name_literal(column)} as cell "  # noqa: S608
        f"from {table} where regexp_matches({name_literal(column)}, '[0-9]{{17}}[0-9Xx]')"
        for table, column in columns
    ]
    query = f"""
        with
        cells as ({_union(selects, "select '' as column_name, '' as cell where false")}),
        runs as (
            select column_name, upper(unnest(regexp_extract_all(cell, '[0-9A-Za-z]+'))) as run from cells
        ),
        numbers as (select column_name, run from runs where regexp_full_match(run, '[1-9][0-9]{{16}}[0-9X]')),
        judged as (
            select
                column_name,
                try_strptime(run[7:14], '%Y%m%d') as birth,
                run[18] as stated,
                list_sum(
                    list_transform(range(1, 18), lambda place: cast(run[place] as integer) * {WEIGHTS}[place])
                ) % 11 as remainder
            from numbers
        ),
        identities as (
            select replace(column_name, '"', '') as column_name, count(*) as found
            from judged
            where year(birth) between 1850 and 2100 and stated = '10X98765432'[cast(remainder as integer) + 1]
            group by column_name
        )
        select column_name || '：' || found || '处' as place_zh, column_name || ': ' || found as place_en
        from identities order by column_name"""  # noqa: S608
    return _frame(
        "privacy.no_identity_numbers",
        "every text column (no_identity_numbers)",
        "数据库中不能有身份证号；请检查这些列的来源表页和文件名",
        "No identity number may stand in the database: look at the sheets and file names these columns come from",
        query,
    )


def _person_key_frame(con: duckdb.DuckDBPyConnection) -> Frame:
    """Person keys, wherever they stand, that are no keyed hash."""
    selects = [
        f"select {text_literal(table)} as table_name, count(*) as found from {table} "  # noqa: S608
        f"where not regexp_full_match({PERSON_KEY}, '[0-9a-f]{{64}}')"
        for table, _ in _columns(con, f"column_name = '{PERSON_KEY}'")
    ]
    query = f"""
        select replace(table_name, '"', '') || '：' || found || '行' as place_zh,
               replace(table_name, '"', '') || ': ' || found || ' rows' as place_en
        from ({_union(selects, "select '' as table_name, 0 as found")}) where found > 0 order by table_name"""  # noqa: S608
    return _frame(
        "privacy.person_keys_are_hashes",
        "every person_key (person_keys_are_hashes)",
        "人只能以散列值保存",
        "A person may only be kept as a keyed hash",
        query,
    )
