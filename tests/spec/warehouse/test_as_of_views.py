"""What a ledger was on a day: states of spans, events so far, months that had ended, years."""

from tests.warehouse_tables import Tables
from warehouse.asof import create_views_of_written_states

UNIONS = """
    union_code | members | founded_date | dissolved_date | reach_date
    U1         | 10      | 2020-03-15   |                | 2021-06-30
    U1         | 12      | 2020-03-15   | 2021-11-15     | 2021-12-31
"""


def test_a_span_takes_the_latest_state_by_the_day_else_the_earliest() -> None:
    built = Tables(unions=UNIONS).build()
    found = built.rows(
        """
        select as_of_date::varchar, members, in_force from as_of.unions
        where as_of_date in ('2020-02-29', '2020-03-31', '2021-06-30', '2021-11-30', '2021-12-31') order by 1
        """
    )
    assert found == [
        ("2020-02-29", 10, False),  # the earliest state is known, the union not yet founded
        ("2020-03-31", 10, True),
        ("2021-06-30", 10, True),
        ("2021-11-30", 10, True),  # the state that says it was dissolved reaches only to December
        ("2021-12-31", 12, False),
    ]


def test_a_span_is_in_force_on_its_last_day() -> None:
    built = Tables(
        unions="""
            union_code | founded_date | dissolved_date
            U1         | 2020-01-31   | 2020-04-30
        """
    ).build()
    in_force = built.rows("select as_of_date::varchar from as_of.unions where in_force order by 1")
    assert in_force == [("2020-01-31",), ("2020-02-29",), ("2020-03-31",), ("2020-04-30",)]


def test_an_event_counts_from_its_day_and_this_year_from_new_year() -> None:
    built = Tables(
        relief_visits="""
            visit_code | visited_date
            V1         | 2020-12-31
            V2         | 2021-01-01
        """
    ).build()
    found = built.rows(
        """
        select as_of_date::varchar, visit_code, this_year from as_of.relief_visits
        where as_of_date in ('2020-11-30', '2020-12-31', '2021-01-31') order by 1, 2
        """
    )
    assert found == [("2020-12-31", "V1", True), ("2021-01-31", "V1", False), ("2021-01-31", "V2", True)]


def test_an_event_without_its_day_happened_on_the_other() -> None:
    built = Tables(
        mutual_aid_claims="""
            claim_code | applied_date | paid_date
            C1         | 2021-01-10   |
            C2         | 2021-01-10   | 2021-03-05
        """
    ).build()
    found = built.rows(
        """
        select claim_code, event_date::varchar, min(as_of_date)::varchar from as_of.mutual_aid_claims
        group by 1, 2 order by 1
        """
    )
    assert found == [("C1", "2021-01-10", "2021-01-31"), ("C2", "2021-03-05", "2021-03-31")]


def test_months_count_up_to_the_last_that_had_ended() -> None:
    built = Tables(
        data_date="2021-11-15",
        task_progresses="""
            task_code | month
            T1        | 2020-12-01
            T1        | 2021-10-01
            T1        | 2021-11-01
        """,
    ).build()
    found = built.rows(
        """
        select as_of_date::varchar, month::varchar, this_year, this_month from as_of.task_progresses
        where as_of_date in ('2021-11-15', '2021-11-30') and month >= '2021-10-01' order by 1, 2
        """
    )
    assert found == [
        ("2021-11-15", "2021-10-01", True, True),
        ("2021-11-30", "2021-10-01", True, False),
        ("2021-11-30", "2021-11-01", True, True),
    ]


def test_years_count_up_to_the_day_s_own() -> None:
    built = Tables(
        democratic_managements="""
            unit_code | year
            A         | 2020
            A         | 2021
        """
    ).build()
    found = built.rows(
        """
        select as_of_date::varchar, year, this_year from as_of.democratic_managements
        where as_of_date in ('2020-12-31', '2021-01-31') order by 1, 2
        """
    )
    assert found == [("2020-12-31", 2020, True), ("2021-01-31", 2020, False), ("2021-01-31", 2021, True)]


def test_a_ledger_without_time_is_always_there_and_names_itself() -> None:
    built = Tables(
        union_units="""
            union_code | unit_code
            U1         | A
        """
    ).build()
    found = built.rows("select distinct source_ledger, union_code, source_file, source_row from as_of.union_units")
    assert found == [("union_unit", "U1", "union_units.xlsx", 2)]
    assert built.rows("select count(*) from as_of.union_units") == built.rows("select count(*) from meta.as_of_dates")


def test_a_state_that_a_later_full_list_lacks_ends_on_that_lists_reach() -> None:
    built = Tables(unions=UNIONS).build(with_marts=False)
    built.con.execute("insert into meta.delisted values ('union', 'unions.xlsx', '1', 2, '2021-10-31')")
    found = built.rows(
        "select as_of_date::varchar, in_force from as_of.unions "
        "where as_of_date in ('2021-09-30', '2021-10-31', '2021-11-30') order by 1"
    )
    assert found == [("2021-09-30", True), ("2021-10-31", False), ("2021-11-30", False)]


def test_states_that_were_written_down_are_those_of_the_views() -> None:
    built = Tables(unions=UNIONS).build(with_marts=False)
    built.con.execute("insert into meta.delisted values ('union', 'unions.xlsx', '1', 2, '2021-10-31')")
    told = built.rows("select * from as_of.unions order by all")
    create_views_of_written_states(built.con)
    assert built.rows("select * from as_of.unions order by all") == told
    assert built.rows("select members, valid_from_date::varchar, ended_date::varchar from span.unions order by 1") == [
        (10, "0001-01-01", "2021-10-31"),
        (12, "2021-12-31", "2021-11-16"),
    ]
