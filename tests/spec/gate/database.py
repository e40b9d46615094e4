"""A small finished database that passes the gate, to be broken by hand."""

from pathlib import Path

import duckdb

from expectations.suite import ColumnExpectation, TableSuite
from warehouse.meta import create_schema

COUNTY = "530499"
TOWNS = ("530499001", "530499002", "530499003")
SOURCE = "source_file varchar, source_sheet varchar, source_row bigint, reach_date date"
PERSON_A, PERSON_B = "a" * 64, "b" * 64

UNIONS = TableSuite(
    table="unions",
    ledger_id="union",
    label_zh="基层工会台账",
    label_en="Grass-roots unions",
    key=("union_code", "reach_date"),
    columns=(
        ColumnExpectation("union_code", "工会编号", "Union code", "text", "varchar", required=True),
        ColumnExpectation(
            "township_code", "所属乡镇", "Township", "town", "varchar", required=True, required_severity="warning"
        ),
        ColumnExpectation(
            "audit_body", "经审组织", "Audit body", "enum", "varchar", required=True, allowed=("经审委", "无")
        ),
        ColumnExpectation("members", "会员人数", "Members", "int", "bigint", required=True, minimum=0),
        ColumnExpectation("founded_date", "建会日期", "Founded", "date", "date", required=True),
    ),
    loaded_rows=3,
)

VISITS = TableSuite(
    table="relief_visits",
    ledger_id="relief_visit",
    label_zh="送温暖慰问台账",
    label_en="Relief visits",
    key=("visit_code",),
    columns=(
        ColumnExpectation("visit_code", "编号", "Code", "text", "varchar", required=True),
        ColumnExpectation("person_key", "姓名", "Name", "person", "varchar"),
        ColumnExpectation("cash_amount", "慰问金", "Cash", "money", "decimal(18, 2)", required=True, minimum=0),
        ColumnExpectation(
            "goods_amount", "慰问品折价", "Goods", "money", "decimal(18, 2)", minimum=0, above_minimum=True
        ),
        ColumnExpectation("is_paid", "已发放", "Paid", "bool", "boolean", required=True),
    ),
    loaded_rows=2,
)

SUITES = (UNIONS, VISITS)

LEDGERS = f"""
create table ledger.unions (
    union_code varchar, township_code varchar, audit_body varchar, members bigint, founded_date date, {SOURCE}
);
insert into ledger.unions values
    ('U1', '530499001', '经审委', 10, '2019-05-01', 'org/unions.xlsx', '一月', 3, '2021-01-31'),
    ('U1', '530499001', '经审委', 12, '2019-05-01', 'org/unions.xlsx', '二月', 3, '2021-02-28'),
    ('U2', '530499002', '无', 20, '2020-01-15', 'org/unions.xlsx', '一月', 4, '2021-01-31');
create table ledger.relief_visits (
    visit_code varchar, person_key varchar, cash_amount decimal(18, 2), goods_amount decimal(18, 2), is_paid boolean,
    {SOURCE}
);
insert into ledger.relief_visits values
    ('V1', '{PERSON_A}', 500.50, 12.34, true, 'visits.csv', '', 2, '2021-02-28'),
    ('V2', '{PERSON_B}', 0, null, false, 'visits.csv', '', 3, '2021-02-28');
"""

META = f"""
insert into meta.version values
    ('version', '0123456789abcdef'), ('data_date', '2021-02-28'), ('first_month', '2021-01-01'),
    ('county_code', '{COUNTY}'), ('county_name', '示范县'), ('suppression_threshold', '5');
insert into meta.ledgers (ledger_id, table_name, label_zh, label_en) values
    ('union', 'unions', '基层工会台账', 'Grass-roots unions'),
    ('relief_visit', 'relief_visits', '送温暖慰问台账', 'Relief visits');
insert into meta.regions values
    ('{COUNTY}', '示范县', '县', 0), ('{TOWNS[0]}', '东街道', '街道', 1), ('{TOWNS[1]}', '西镇', '镇', 2),
    ('{TOWNS[2]}', '南乡', '乡', 3);
insert into meta.as_of_dates values
    ('2020-02-28', '2020-01-01', false, false), ('2021-01-31', '2021-01-01', true, false),
    ('2021-02-28', '2021-01-01', true, true);
insert into quality.sheets values
    ('org/unions.xlsx', '一月', 'union', 'org', '2021-01-31', true, true, 4, 2, 0, 0, 2),
    ('org/unions.xlsx', '二月', 'union', 'org', '2021-02-28', true, true, 3, 1, 0, 0, 2),
    ('visits.csv', '', 'relief_visit', 'service', '2021-02-28', false, true, 3, 2, 0, 0, 1);
insert into quality.skips values
    ('org/unions.xlsx', '一月', 'title', 1), ('org/unions.xlsx', '一月', 'heading', 1),
    ('org/unions.xlsx', '二月', 'heading', 2), ('visits.csv', '', 'heading', 1);
"""

VALUE_COLUMNS = """
    indicator_id varchar, as_of_date date, region_code varchar, numerator double, denominator double, value double,
    last_year double, yoy double, mom double, target double, pace double, light varchar, light_reason varchar,
    is_complete boolean, missing varchar, is_suppressed boolean, reason varchar, yoy_reason varchar,
    corrected_rows bigint, corrected_ledgers varchar"""

# Members: 30 of 40 in the first township, 20 of 20 in the second. Households: 3 + 4 + 9, the first two withheld.
KPI = f"""
create table kpi.definitions (
    indicator_id varchar, label_zh varchar, label_en varchar, unit varchar, kind varchar, time varchar, better varchar,
    scope varchar, caveat_zh varchar, numerator_is_additive boolean, denominator_is_additive boolean
);
insert into kpi.definitions values
    ('union_density', '入会率', 'Union density', '%', 'ratio', 'point', 'up', 'township', null, true, true),
    ('dues_collection', '工会经费收缴率', 'Dues', '%', 'ratio', 'ytd', 'up', 'county', null, true, true),
    ('members', '会员人数', 'Members', '人', 'count', 'point', 'up', 'township', null, true, false),
    ('households', '困难职工户数', 'Households', '户', 'count', 'point', 'none', 'township', null, true, false);
create table kpi.raw_values ({VALUE_COLUMNS}, heads bigint);
insert into kpi.raw_values
    (indicator_id, as_of_date, region_code, numerator, denominator, value, light, is_suppressed, heads)
with
regions (region_code, members, employees, households) as (
    values ('{COUNTY}', 50, 60, 16), ('{TOWNS[0]}', 30, 40, 3), ('{TOWNS[1]}', 20, 20, 4), ('{TOWNS[2]}', 0, 0, 9),
           ('none', 0, 0, 0)
),
days as (select as_of_date from meta.as_of_dates)
select 'union_density', as_of_date, region_code, members, employees, members / nullif(employees, 0), 'grey', false, null
from regions cross join days
union all
select 'dues_collection', as_of_date, '{COUNTY}', 99.99, 100, 0.9999, 'green', false, null from days
union all
select 'members', as_of_date, region_code, members, null, members, 'grey', false, null from regions cross join days
union all
select 'households', as_of_date, region_code, households, null, households, 'grey', false, households
from regions cross join days;
create table kpi.values as select * exclude (heads) from kpi.raw_values;
update kpi.values set is_suppressed = true, numerator = null, value = null, reason = 'suppressed'
where indicator_id = 'households' and region_code in ('{TOWNS[0]}', '{TOWNS[1]}');
create table kpi.raw_breakdowns as
select 'households' as indicator_id, 'hardship_kind' as dimension, as_of_date, category, value, heads
from meta.as_of_dates cross join (values ('深度困难', 3.0, 3), ('相对困难', 4.0, 4), ('意外致困', 9.0, 9))
    as cells (category, value, heads);
create table kpi.breakdowns as
select * exclude (heads) replace (case when heads >= 5 then value end as value), heads < 5 as is_suppressed
from kpi.raw_breakdowns;
"""


def sound_database(file: Path) -> Path:
    """Writes the database that passes; the file's path again."""
    con = duckdb.connect(str(file))
    try:
        create_schema(con)
        con.execute(LEDGERS)
        con.execute(META)
        con.execute(KPI)
    finally:
        con.close()
    return file


def change(file: Path, sql: str) -> None:
    """Breaks a database by hand."""
    con = duckdb.connect(str(file))
    try:
        con.execute(sql)
    finally:
        con.close()
