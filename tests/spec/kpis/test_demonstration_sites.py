"""示范点: given ledgers → sites named, sites in force and their key tasks."""

from tests.spec.kpis.figures import Given

REFORM = "产业工人队伍建设改革"
BARGAINING = "工资集体协商"
ENTERPRISES = """
    unit_code | township_code | closed_date
    A         | east          |
    B         | west          | 2020-06-30
"""


def test_bargaining_sites_count_in_the_year_they_are_named_revoked_or_not(given: Given) -> None:
    figures = given(
        enterprise=ENTERPRISES,
        demonstration_site=f"""
            unit_code | site_kind    | named_date | revoked_date
            A         | {BARGAINING} | 2020-12-31 |
            B         | {BARGAINING} | 2021-01-01 | 2021-01-31
            C         | {BARGAINING} | 2021-06-30 |
            A         | {REFORM}     | 2021-01-01 |
        """,
    )
    assert figures("demonstration_sites_named", "2020-12-31") == {"county": 1, "east": 1}
    assert figures("demonstration_sites_named", "2021-06-29") == {"county": 1, "west": 1}  # B is closed and says where
    assert figures("demonstration_sites_named", "2021-06-30") == {"county": 2, "west": 1, "none": 1}  # C is unknown
    assert figures("demonstration_sites_named", "2022-01-01") == {}


def test_reform_sites_are_in_force_until_the_day_they_are_revoked(given: Given) -> None:
    figures = given(
        enterprise=ENTERPRISES,
        demonstration_site=f"""
            unit_code | site_kind    | named_date | revoked_date
            A         | {REFORM}     | 2020-03-01 | 2021-06-30
            B         | {REFORM}     | 2021-06-30 |
            C         | {REFORM}     | 2021-07-01 |
            A         | {BARGAINING} | 2020-03-01 |
        """,
    )
    assert figures("reform_sites", "2020-02-29") == {}
    assert figures("reform_sites", "2021-06-29") == {"county": 1, "east": 1}
    assert figures("reform_sites", "2021-06-30") == {"county": 2, "east": 1, "west": 1}
    assert figures("reform_sites", "2021-07-01") == {"county": 2, "west": 1, "none": 1}


def test_tasks_are_those_of_reform_sites_in_force_that_have_any(given: Given) -> None:
    figures = given(
        enterprise=ENTERPRISES,
        demonstration_site=f"""
            unit_code | site_kind    | named_date | revoked_date | key_tasks | done_tasks
            A         | {REFORM}     | 2020-03-01 |              | 12        | 9
            B         | {REFORM}     | 2020-03-01 | 2021-06-30   | 8         |
            C         | {REFORM}     | 2020-03-01 |              |           | 5
            A         | {BARGAINING} | 2020-03-01 |              | 4         | 4
        """,
    )
    # B has done nothing yet; C does not say how many tasks it has, so that its 5 are a share of nothing.
    assert figures("reform_task_completion", "2021-06-30") == {"county": (9, 12 + 8), "east": (9, 12), "west": (0, 8)}
    assert figures("reform_task_completion", "2021-07-01") == {"county": (9, 12), "east": (9, 12)}


def test_tasks_done_are_those_reported_last(given: Given) -> None:
    figures = given(
        enterprise=ENTERPRISES,
        demonstration_site=f"""
            unit_code | site_kind | named_date | revoked_date | key_tasks | done_tasks | reach_date
            A         | {REFORM}  | 2020-03-01 |              | 12        | 3          | 2020-12-31
            A         | {REFORM}  | 2020-03-01 |              | 12        | 8          | 2021-06-30
            A         | {REFORM}  | 2020-03-01 | 2021-09-30   | 12        | 12         | 2021-12-31
        """,
    )
    assert figures("reform_task_completion", "2021-06-29")["county"] == (3, 12)
    assert figures("reform_task_completion", "2021-06-30")["county"] == (8, 12)
    assert figures("reform_sites", "2021-12-30")["county"] == 1  # nobody has said yet that it was revoked
    assert figures("reform_sites", "2021-12-31") == {}
