"""待办关注: given ledgers and figures, the items that need attention, with the arithmetic of distance and score."""

from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

import duckdb
import pytest

from dashboard.page import pages
from pipelines.registry import ledgers
from tests.spec.kpis.figures import given_tables
from tests.warehouse_tables import COUNTY, TOWNSHIPS
from warehouse.attention_list import store_attention
from warehouse.attention_rules import AttentionRule, attention_rules, parse_rule
from warehouse.figures.catalogue import indicators

EAST, WEST = TOWNSHIPS
RULES = {rule.kind: rule for rule in attention_rules()}
DEPARTMENTS = (("finance", "财务部", "梓山水"), ("office", "办公室", "苍安和"), ("rights", "权益保障部", None))


def listed(kinds: list[str], days: tuple[str, ...], figures: str = "", **drawn: str) -> duckdb.DuckDBPyConnection:
    """A database with the list of these kinds on some days, over drawn ledgers and a statement's figures."""
    con = given_tables(days=days, **drawn).built.con
    con.executemany("insert into meta.departments values (?, ?, ?)", list(DEPARTMENTS))
    if figures:
        con.execute(figures)
    store_attention(con, [RULES[kind] for kind in kinds])
    return con


def items(con: duckdb.DuckDBPyConnection, day: str) -> list[dict[str, Any]]:
    """The items of a day in the order of the list."""
    found = con.execute("select * from kpi.attention where as_of_date = ? order by position", [day])
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@cache
def fired(kind: str) -> duckdb.DuckDBPyConnection:
    """The list of what makes a kind fire."""
    case = FIRES[kind]
    return listed([kind], (case.day, case.quiet), case.figures, **case.ledgers)


def cells(con: duckdb.DuckDBPyConnection, day: str) -> list[tuple[Any, ...]]:
    sql = "select kind, row_name, source_file, source_row from kpi.attention_rows where as_of_date = ? order by 2"
    return con.execute(sql, [day]).fetchall()


@dataclass(frozen=True)
class Fires:
    """What makes a kind fire on a day: the ledgers, and for what reads them the figures; items as ``shown`` gives them.

    ``quiet`` is a day on which the same tables give nothing.
    """

    day: str
    expected: list[dict[str, Any]]
    ledgers: dict[str, str]
    figures: str = ""
    quiet: str = "2020-01-31"


def light(name: str, value: float, target: float, pace: float | None = None, *, kind: str = "ratio") -> str:
    """Figures of one indicator: the county, and a withheld township that has no light."""
    return f"""
        create table kpi.definitions as
            select 'x' as indicator_id, '指标' as label_zh, 'Indicator' as label_en, 'rights' as department_id,
                'ytd' as time, '{kind}' as kind;
        create table kpi.values as
            select date '2021-06-30' as as_of_date, 'x' as indicator_id, '{COUNTY}' as region_code,
                {value}::double as value, {target}::double as target, {pace or "null"}::double as pace,
                '{name}' as light, '' as missing
            union all
            select date '2021-06-30', 'x', '{EAST}', null, {target}, null, null, ''
    """


MISSING = f"""
    create table kpi.values as
        select date '2021-06-30' as as_of_date, '{COUNTY}' as region_code, 'union,loan' as missing
        union all select date '2021-06-30', '{COUNTY}', 'union'
        union all select date '2021-06-30', '{EAST}', 'member'
        union all select date '2021-05-31', '{COUNTY}', '';
    update quality.sheets set reach_date = date '2021-05-31' where ledger_id = 'union'
"""

CONTRACT = {
    "enterprise": """
        unit_code | unit_name | township_code
        A         | 甲厂      | west
        B         | 乙厂      | west
    """,
    "wage_contract": """
        contract_code | effective_date | expiry_date
        OLD           | 2020-07-01     | 2021-06-30
        OLDER         | 2020-06-11     | 2021-06-10
    """,
    "wage_contract_enterprise": """
        contract_code | unit_code
        OLD           | A
        OLDER         | B
    """,
}
UNIONS = {
    "union": """
        union_code | union_name | township_code | legal_person | term_end_date | certificate_end_date | dissolved_date
        U1         | 甲工会     | east          | 是           | 2021-06-30    | 2021-06-30           |
        U2         | 乙工会     | east          | 否           | 2021-07-15    | 2021-07-15           |
        U3         | 丙工会     | west          | 是           |               |                      |
        U4         | 丁工会     | east          | 是           | 2021-06-30    | 2021-06-30           | 2021-03-31
    """
}
TASKS = {
    "task": """
        task_code | year | title | department | owner | planned_start | planned_end
        T1        | 2021 | 建站  | 财务部     | 张三  | 2021-01-01    | 2021-12-31
        T2        | 2021 | 办班  | 不在册的部 | 李四  | 2021-01-01    | 2021-06-30
        T3        | 2021 | 走访  | 财务部     | 张三  | 2021-01-01    | 2021-06-30
    """,
    "task_progress": """
        task_code | month   | done
        T1        | 2021-06 | 30
        T2        | 2021-06 | 80
        T3        | 2021-06 | 100
    """,
}
PURCHASES = {
    "procurement": """
        purchase_code | item_kind | method   | amount   | supplier | purchased_date
        P1            | 办公用品  | 自行采购 | 300      | 甲店     | 2021-02-01
        P2            | 办公用品  | 自行采购 | 200      | 乙店     | 2021-03-01
        P3            | 办公用品  | 集中采购 | 100      | 甲店     | 2021-03-01
        P4            | 服务      | 自行采购 | 100      | 甲店     | 2021-03-01
        P5            | 办公用品  | 自行采购 | 100      | 甲店     | 2020-03-01
        S1            | 工程      | 询价     | 15000    | 丙队     | 2020-12-20
        S2            | 工程      | 询价     | 5000.01  | 丙队     | 2021-01-19
        S3            | 服务      | 询价     | 19000    | 丙队     | 2021-01-10
        S4            | 工程      | 询价     | 15000    | 丁队     | 2021-01-01
        S5            | 工程      | 询价     | 15000    | 丁队     | 2021-02-01
    """
}

FIRES = {
    # 0.6 of 0.8: (0.8 - 0.6) / 0.8 = 0.25; 0.25 x 3
    "red_lights": Fires(
        "2021-06-30",
        [{"subject_zh": "指标", "department_id": "rights", "indicator_id": "x", "distance": 0.25, "score": 0.75}],
        {},
        light("red", 0.6, 0.8),
    ),
    # 95 of a pace of 100 (the target 300 is not due yet): 0.05 x 1
    "amber_lights": Fires(
        "2021-06-30",
        [{"subject_zh": "指标", "region_code": COUNTY, "distance": 0.05, "score": 0.05}],
        {},
        light("amber", 95, 300, 100, kind="count"),
    ),
    # 181 of 365 days gone, 30 of 100 done
    "tasks_behind": Fires(
        "2021-06-30",
        [
            {"subject_zh": "办班", "distance": 1 - 0.8, "score": 0.6},  # its last day is not over
            {
                "subject_zh": "建站",
                "department_id": "finance",
                "owner": "张三",
                "share": 0.3,
                "due_share": 181 / 365,
                "distance": 181 / 365 - 0.3,
                "score": round(3 * (181 / 365 - 0.3), 9),
                "source_ledger": "task",
                "source_row": 2,
            },
        ],
        TASKS,
        quiet="2020-12-31",
    ),
    "overdue_tasks": Fires(
        "2021-07-31",
        [
            {
                "subject_zh": "办班",
                "department_id": "不在册的部",
                "department_name": "不在册的部",
                "owner": "李四",
                "days": 31,
                "share": 0.8,
                "distance": 0.2,
                "score": 0.6,
            }
        ],
        TASKS,
        quiet="2021-06-30",
    ),
    # complete on Friday 17 September, limit 3: due on the 23rd, for the 18th is a working day and 19 to 21 are not
    "late_service_cases": Fires(
        "2021-09-24",
        [{"subject_zh": "工会组建批复", "counted": 1, "days": 1, "distance": 1 / 20, "score": 3 / 20, "source_row": 2}],
        {
            "service_case": """
                case_code | matter       | received_date | complete_date | closed_date
                A         | 工会组建批复 | 2021-09-16    | 2021-09-17    |
                B         | 工会组建批复 | 2021-09-16    | 2021-09-17    | 2021-09-24
                C         | 医疗互助补助 | 2021-01-01    | 2021-01-04    |
                D         | 工会组建批复 | 2021-01-01    |               |
            """
        },
        quiet="2021-09-23",
    ),
    # limits of 5: 1 September is due on the 8th, 2 September on the 9th
    "late_refunds": Fires(
        "2021-09-10",
        [{"counted": 2, "amount": 100.0 + 50.0, "days": 2, "distance": 2 / 20, "score": 6 / 20, "source_row": None}],
        {
            "dues_refund": """
                refund_code | receipt_date | refunded_date | amount
                R1          | 2021-09-01   |               | 100
                R2          | 2021-09-02   | 2021-09-30    | 50
                R3          | 2021-09-01   | 2021-09-10    | 70
            """
        },
        quiet="2021-09-08",
    ),
    "large_payments_undecided": Fires(
        "2021-03-31",
        [{"counted": 2, "amount": 50_000.0 + 60_000.0, "distance": 1, "score": 3, "department_id": "finance"}],
        {
            "large_payment": """
                payment_code | amount   | meeting_date | paid_date
                P1           | 50000    |              | 2021-03-01
                P2           | 60000    | 2021-03-02   | 2021-03-01
                P3           | 49999.99 |              | 2021-03-01
                P4           | 60000    | 2021-03-01   | 2021-03-01
                P5           | 60000    |              | 2020-12-31
            """
        },
        quiet="2021-02-28",
    ),
    "own_purchases": Fires(
        "2021-03-31",
        [{"counted": 2, "amount": 300.0 + 200.0, "distance": 1, "score": 3}],
        PURCHASES,
        quiet="2021-01-31",
    ),
    # 15,000 + 5,000.01 within 30 days are over 20,000; S1 belongs to the year before; 31 days lie between S4 and S5
    "split_purchases": Fires(
        "2021-03-31",
        [{"counted": 1, "amount": 5000.01, "distance": 1, "score": 3, "source_row": 8}],
        PURCHASES,
        quiet="2020-12-31",
    ),
    "unmasked_publications": Fires(
        "2021-03-31",
        [{"counted": 1, "distance": 1, "score": 3, "department_id": "office", "source_row": 2}],
        {
            "disclosure": """
                item_code | subject | due_date   | published_date | has_personal_data | is_masked
                D1        | 公示    | 2020-03-01 | 2020-03-01     | 是                | 否
                D2        | 公示    | 2020-03-01 | 2020-03-01     | 是                | 是
                D3        | 公示    | 2020-03-01 | 2020-03-01     | 否                | 否
                D4        | 公示    | 2020-03-01 | 2021-04-01     | 是                | 否
            """
        },
    ),
    # 30 and 10 days overdue: 30 / 60
    "overdue_audit_findings": Fires(
        "2021-03-31",
        [{"department_id": "finance", "owner": "梓山水", "counted": 2, "days": 30, "distance": 0.5, "score": 1.5}],
        {
            "audit_finding": """
                finding_code | problem | department | found_date | due_date   | fixed_date
                F1           | 甲      | 财务部     | 2021-01-01 | 2021-03-01 |
                F2           | 乙      | 财务部     | 2021-01-01 | 2021-03-21 | 2021-04-02
                F3           | 丙      | 财务部     | 2021-01-01 | 2021-03-01 | 2021-03-15
                F4           | 丁      | 办公室     | 2021-01-01 | 2021-03-31 |
            """
        },
        quiet="2021-03-01",
    ),
    # expired 30 and 50 days ago: 50 / 60
    "expired_wage_contracts": Fires(
        "2021-07-30",
        [{"region_code": WEST, "subject_zh": "2镇", "counted": 2, "days": 50, "distance": 50 / 60, "score": 2.5}],
        CONTRACT,
        quiet="2021-06-10",
    ),
    # 60 and 40 days left: 1 - 40 / 60
    "expiring_wage_contracts": Fires(
        "2021-05-01",
        [{"region_code": WEST, "counted": 2, "days": 40, "distance": 1 - 40 / 60, "score": round(1 - 40 / 60, 9)}],
        CONTRACT,
        quiet="2021-04-10",
    ),
    # the last day is not past; on 30 July 30 and 15 days are over
    "ended_union_terms": Fires(
        "2021-07-30",
        [{"region_code": EAST, "counted": 2, "days": 30, "distance": 0.5, "score": 1.5}],
        UNIONS,
        quiet="2021-06-30",
    ),
    "ending_union_terms": Fires(
        "2021-06-30",
        [{"region_code": EAST, "counted": 2, "days": 0, "distance": 1, "score": 1}],
        UNIONS,
        quiet="2021-04-30",
    ),
    # U2 is no legal person, U4 is dissolved
    "ended_certificates": Fires(
        "2021-07-30",
        [{"counted": 1, "days": 30, "distance": 0.5, "score": 1.5, "source_row": 2}],
        UNIONS,
        quiet="2021-06-30",
    ),
    "ending_certificates": Fires(
        "2021-06-15", [{"counted": 1, "days": 15, "distance": 0.75, "score": 0.75}], UNIONS, quiet="2021-04-30"
    ),
    # 100 of 300 + 100
    "overdue_loans": Fires(
        "2021-06-30",
        [{"region_code": COUNTY, "counted": 1, "amount": None, "share": 0.25, "distance": 0.25, "source_file": None}],
        {
            "loan": """
                loan_code | township_code | granted_date | amount | status
                L1        | east          | 2021-01-01   | 300    | 在贷
                L2        | east          | 2021-01-01   | 100    | 逾期
                L3        | east          | 2021-01-01   | 900    | 已还清
            """
        },
    ),
    # a loan ledger never came: 1; the unions reach to 31 May, 30 days before: 30 / 60
    "missing_ledgers": Fires(
        "2021-06-30",
        [
            {"subject_zh": "贷免扶补台账", "department_id": "service", "reach_date": None, "distance": 1, "score": 2},
            {"subject_zh": "基层工会台账", "department_id": "org", "distance": 0.5, "score": 1},
        ],
        {"union": "union_code\nU1"},
        MISSING,
        quiet="2021-05-31",
    ),
}

COLUMN_OF = {"reach": "counted", "value": "indicator_id", "goal": "indicator_id", "gap": "indicator_id"}
"""What has to be there for a placeholder that is no column: an empty reach has words of its own."""


@pytest.mark.parametrize("kind", RULES)
def test_a_kind_gives_the_items_that_its_definition_asks_for(kind: str) -> None:
    case = FIRES[kind]
    found = items(fired(kind), case.day)
    shown = [{name: item[name] for name in expected} for item, expected in zip(found, case.expected, strict=True)]
    assert shown == [
        {name: pytest.approx(value) if isinstance(value, float) else value for name, value in expected.items()}
        for expected in case.expected
    ]


@pytest.mark.parametrize("kind", RULES)
def test_a_kind_is_silent_where_nothing_is_wrong(kind: str) -> None:
    assert items(fired(kind), FIRES[kind].quiet) == []


@pytest.mark.parametrize("kind", RULES)
def test_every_kind_has_what_its_words_name_a_department_and_a_page(kind: str) -> None:
    rule = RULES[kind]
    assert rule.page in {page.url_path for page, _ in pages()}
    assert rule.ledger in ledgers() or " as department" in rule.sql
    chosen = dict(rule.parameters)
    assert chosen.get("kind", kind) == kind
    assert chosen.get("indicator", "{indicator_id}") in {"{indicator_id}", *indicators()}
    named = {name for text in (rule.says.zh, rule.says.en) for _, name, _, _ in Formatter().parse(text) if name}
    for item in items(fired(kind), FIRES[kind].day):
        assert item["department_id"]
        assert [name for name in sorted(named) if item[COLUMN_OF.get(name, name)] is None] == []


def test_both_languages_name_the_same_numbers() -> None:
    for rule in RULES.values():
        zh, en = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in (rule.says.zh, rule.says.en))
        assert zh == en, rule.kind


def test_less_is_as_far_from_what_is_due_as_more() -> None:
    def distance(value: float, target: float) -> float:
        con = listed(["red_lights"], ("2021-06-30",), light("red", value, target))
        (item,) = items(con, "2021-06-30")
        return float(item["distance"])

    assert distance(6, 5) == distance(4, 5) == pytest.approx(1 / 5)
    assert distance(6, 0) == 1  # nothing is due
    assert distance(60, 5) == 1  # 55 / 5, at most 1


def test_the_highest_score_comes_first_and_equals_by_kind_and_name() -> None:
    kinds = ["own_purchases", "split_purchases", "ended_union_terms", "ending_union_terms"]
    unions = """
        union_code | township_code | term_end_date
        U1         | west          | 2020-12-31
        U2         | east          | 2020-12-31
        U3         | east          | 2021-04-15
    """
    con = listed(kinds, ("2021-03-31",), union=unions, **PURCHASES)
    shown = [(item["position"], item["kind"], item["subject_zh"], item["score"]) for item in items(con, "2021-03-31")]
    assert shown == [
        (1, "ended_union_terms", "1镇", 3),
        (2, "ended_union_terms", "2镇", 3),
        (3, "own_purchases", "采购台账", 3),
        (4, "split_purchases", "采购台账", 3),
        (5, "ending_union_terms", "1镇", 0.75),  # 15 days left: 1 - 15 / 60
    ]


def test_the_rows_of_an_item_are_kept_with_their_cells_and_none_of_what_is_a_persons() -> None:
    kinds = ["own_purchases", "overdue_loans", "unmasked_publications"]
    drawn = {**PURCHASES, **FIRES["overdue_loans"].ledgers, **FIRES["unmasked_publications"].ledgers}
    assert cells(listed(kinds, ("2021-03-31",), **drawn), "2021-03-31") == [
        ("unmasked_publications", "D1", "disclosures.xlsx", 2),
        ("own_purchases", "P1 · 甲店", "procurements.xlsx", 2),
        ("own_purchases", "P2 · 乙店", "procurements.xlsx", 3),
    ]


def test_a_list_made_again_is_the_same() -> None:
    con = given_tables(days=("2021-03-31",), **PURCHASES).built.con
    lists = []
    for _ in range(2):
        store_attention(con, [RULES["own_purchases"], RULES["split_purchases"]])
        lists.append(con.execute("select * from kpi.attention order by as_of_date, position").fetchall())
    assert lists[0] == lists[1] != []


HEADER = {
    "zh": "类别",
    "en": "Kind",
    "weight": "red",
    "page": "key-tasks light=red",
    "says_zh": "{counted}项",
    "says_en": "{counted}",
    "distance_zh": "一律为1",
    "distance_en": "always 1",
}
SELECT = "select date '2021-06-30' as as_of_date, 'a' as item, '甲' as subject_zh, 'A' as subject_en, 1 as distance"


def rule(sql: str = SELECT, **changed: str | None) -> AttentionRule:
    fields = {name: text for name, text in {**HEADER, **changed}.items() if text is not None}
    return parse_rule("x", "\n".join(f"-- {name}: {text}" for name, text in fields.items()) + f"\n\n{sql}")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"weight": None, "says_en": None}, "attention/x.sql: the header lacks weight, says_en"),
        ({"weight": "grey"}, "attention/x.sql: weight is one of red, overdue, incomplete, amber, not grey"),
        ({"colour": "red"}, "attention/x.sql: “-- colour: red” is no header line; it may name zh, en"),
        ({"page": "key-tasks red"}, "attention/x.sql: after its path a page has name=value, not red"),
        ({"page": "key-tasks task={item}"}, "attention/x.sql: {item} is none of region_code, department_id"),
        ({"says_zh": "{people}人"}, "attention/x.sql: {people} is none of counted, days"),
    ],
)
def test_a_header_that_is_wrong_is_refused_with_its_file(changed: dict[str, str | None], said: str) -> None:
    with pytest.raises(ValueError, match=r"attention/x\.sql") as refused:
        rule(**changed)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    "sql",
    [
        SELECT.replace("1 as distance", "2 as distance"),
        SELECT.replace("'A' as subject_en", "null as subject_en"),
        f"{SELECT}, '530' as person_key",
        "select * from mart.nothing",
    ],
)
def test_a_query_that_gives_what_an_item_cannot_hold_is_refused_with_its_file(sql: str) -> None:
    con = given_tables(days=("2021-06-30",)).built.con
    with pytest.raises(ValueError, match=r"^attention/x\.sql: "):
        store_attention(con, [rule(sql)])
