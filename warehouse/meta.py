"""The tables beside the ledgers: what is known of the version itself and of the quality of its rows.

The build fills them. Pages, the gate and the indicators read them and never the declarations.
"""

import hashlib
from functools import cache
from pathlib import Path

import duckdb

ROOM = Path(__file__).parent
READERS = ("access", "desk", "differences", "report", "snapshot")
"""The packages of this room that read versions and have no part in making one."""
SCHEMAS = ("ledger", "meta", "quality", "span", "as_of", "mart", "kpi")

TABLES: dict[str, str] = {
    # form (:func:`form`), version, data_date (ISO day), first_month (ISO first day), county_code, county_name,
    # city_name, organisation_name (empty: the county's name with 总工会), code_version,
    # suppression_threshold, mutual_aid_base_year, large_payment_amount and procurement_split_amount (元),
    # submission_grace_days, submissions_since (ISO first day, or empty)
    "meta.version": "key varchar not null, value varchar",
    # time_kind event | span | month | year | null; time_otherwise: an event's day while time_column is empty;
    # key_columns: separated by commas
    "meta.ledgers": """
        ledger_id varchar not null, table_name varchar not null, label_zh varchar, label_en varchar, grain_zh varchar,
        grain_en varchar, department_id varchar, frequency varchar, time_kind varchar, time_column varchar,
        time_otherwise varchar, time_end varchar, key_columns varchar, mode varchar""",
    "meta.columns": """
        ledger_id varchar not null, table_name varchar not null, column_name varchar not null, position integer,
        heading_zh varchar, heading_en varchar, kind varchar, unit_zh varchar, unit_en varchar, is_required boolean,
        is_key boolean""",
    # the allowed values of every enum column, in declared order
    "meta.values": """
        ledger_id varchar not null, column_name varchar not null, position integer, value_zh varchar,
        value_en varchar""",
    "meta.departments": "department_id varchar not null, name varchar, owner varchar",
    # the county first (position 0, kind 县), then the townships by code
    "meta.regions": "region_code varchar not null, region_name varchar, region_kind varchar, position integer",
    # month ends from the first month to the data date's, the data date, and the same day a year before it
    "meta.as_of_dates": "as_of_date date not null, year_start_date date, is_month_end boolean, is_data_date boolean",
    # every day of every year whose working days are known. working_day_number counts them from known_from (the first
    # day of the run of known years) through the day: of two days of one run the difference is the working days from
    # the one (day 0) to the other
    "meta.working_days": """
        day date not null, is_working_day boolean not null, working_day_number integer not null,
        known_from date not null""",
    # working days within which a matter of ledger service_case is to be settled: 0 the same day, null no limit
    "meta.service_limits": "matter varchar not null, limit_working_days integer",
    # states of span ledgers that a later full list no longer has, in force up to the day before delisted_date
    "meta.delisted": """
        ledger_id varchar not null, source_file varchar, source_sheet varchar, source_row bigint, delisted_date date""",
    # the home's corrections in the order of its file; state applied | value_changed | row_not_found | expired;
    # row_key: the row's key as text; applied_cells: in how many rows the old value was replaced
    "meta.corrections": """
        correction_number bigint not null, ledger_id varchar, row_key varchar, column_name varchar, old_value varchar,
        new_value varchar, reason varchar, corrected_by varchar, until_date date, state varchar,
        applied_cells bigint""",
    # every cell that a correction replaced: old_value as read; outcome of its row: loaded | rejected | superseded
    "quality.corrections": """
        correction_number bigint not null, ledger_id varchar, file varchar, sheet varchar, row bigint, heading varchar,
        column_name varchar, old_value varchar, new_value varchar, reason varchar, corrected_by varchar,
        outcome varchar""",
    # superseded rows of a sheet that another file with the same reach has again, by that file
    "quality.replacements": """
        ledger_id varchar, file varchar, sheet varchar, replaced_by varchar, rows bigint""",
    "quality.sheets": """
        file varchar, sheet varchar, ledger_id varchar, department_id varchar, reach_date date, is_date_stated boolean,
        is_accepted boolean, read bigint, loaded bigint, rejected bigint, superseded bigint, skipped bigint""",
    # what was owed of each ledger for each period that had ended by the data date, since anything first came of it;
    # state delivered | zero_report | replaced | with_problems | late | missing; period 2021-12, 2021-Q4, 2021-H2, 2021;
    # sheets and counts of rows: of the sheets that belong to the period
    "quality.submissions": """
        department_id varchar, ledger_id varchar, frequency varchar, period varchar, period_start_date date,
        period_end_date date, is_current boolean, state varchar, covered_reach_date date, latest_reach_date date,
        sheets bigint, loaded bigint, rejected bigint, superseded bigint, replaced bigint, first_file varchar,
        last_file varchar""",
    "quality.skips": "file varchar, sheet varchar, reason varchar, rows bigint",
    "quality.problems": """
        file varchar, sheet varchar, ledger_id varchar, row bigint, heading varchar, column_name varchar, value varchar,
        rule varchar, severity varchar, message_zh varchar, message_en varchar""",
    "quality.gate": """
        suite varchar, expectation varchar, subject varchar, severity varchar, success boolean, observed varchar,
        message_zh varchar, message_en varchar""",
    # the kinds of items that may need attention, each a file of warehouse/attention; weight_class red | overdue |
    # incomplete | amber, weight: what it counts in the score; says_*: the words of an item, with {placeholders} of its
    # columns; distance_*: what its distance is; page: the path of the page to look at, with parameters
    "kpi.attention_kinds": """
        kind varchar not null, label_zh varchar, label_en varchar, weight_class varchar, weight integer,
        ledger_id varchar, says_zh varchar, says_en varchar, distance_zh varchar, distance_en varchar, page varchar""",
    # what needs attention on each as-of date; position from 1, the highest score first; item: its key within the kind;
    # counted: how many things it stands for; days: the most (of what is to come the fewest), amount: the sum (元);
    # share and due_share (fractions), reach_date, indicator_id: where the words name them; distance from 0 to 1,
    # score = weight × distance; department_id: of the configuration, else the name as written; the source of an item
    # of one row alone
    "kpi.attention": """
        as_of_date date not null, position bigint not null, kind varchar not null, item varchar not null,
        subject_zh varchar, subject_en varchar, region_code varchar, indicator_id varchar, department_id varchar,
        department_name varchar, owner varchar, counted bigint, days bigint, amount double, share double,
        due_share double, reach_date date, distance double, score double, source_ledger varchar, source_file varchar,
        source_sheet varchar, source_row bigint""",
    # the rows that an item of kpi.attention stands for, each with its place
    "kpi.attention_rows": """
        as_of_date date not null, kind varchar not null, item varchar not null, row_name varchar, days bigint,
        amount double, source_ledger varchar, source_file varchar, source_sheet varchar, source_row bigint""",
}
"""Columns of every table of the schemas meta and quality, and of the list of what needs attention."""


def create_schema(con: duckdb.DuckDBPyConnection) -> None:
    """Creates all schemas and the tables of meta and quality in a new database, empty but for the form of them all."""
    for schema in SCHEMAS:
        con.execute(f"create schema if not exists {schema}")
    for table, columns in TABLES.items():
        con.execute(f"create table {table} ({columns})")
    con.execute("insert into meta.version values ('form', ?)", [form()])


@cache
def form() -> str:
    """What the tables of a version look like: a digest of all that this room says of them.

    A version of another form is not read: a page would look for tables and columns that it does not have. Everything
    counts that is not of :data:`READERS`, so that a new folder is never forgotten.
    """
    digest = hashlib.sha256()
    for path in sorted(path for path in ROOM.rglob("*") if path.suffix in (".py", ".sql", ".toml")):
        if path.relative_to(ROOM).parts[0] in READERS:
            continue
        digest.update(path.relative_to(ROOM).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
