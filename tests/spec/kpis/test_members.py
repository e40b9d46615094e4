"""The register of members and the survey of platform workers: given ledgers → coverage and who joined."""

from tests.spec.kpis.figures import Given

UNIONS = """
    union_code | township_code | members | dissolved_date
    A          | east          | 5       |
    B          | west          | 3       |
    GONE       | west          | 2       | 2021-06-30
"""


def test_the_register_counts_memberships_in_force_of_unions_in_force(given: Given) -> None:
    figures = given(
        union=UNIONS,
        member="""
            person_key | union_code | joined_date | left_date
            wang       | A          | 2015-01-01  |
            li         | A          | 2015-01-01  | 2021-05-31
            zhao       | A          | 2021-06-01  |
            sun        | GONE       | 2015-01-01  |
            zhou       | GONE       | 2015-01-01  | 2021-06-30
            wu         | UNKNOWN    | 2015-01-01  |
        """,
    )
    assert figures("member_register_coverage", "2021-05-31") == {
        "county": (2 + 2, 5 + 3 + 2),  # wang and li in A on li's last day, sun and zhou in GONE; wu's union is unknown
        "east": (2, 5),
        "west": (2, 3 + 2),
    }
    assert figures("member_register_coverage", "2021-06-01")["east"] == (2, 5)  # zhao instead of li
    # The day on which a union is dissolved is its last; so it is of zhou, who leaves with it.
    assert figures("member_register_coverage", "2021-06-30")["west"] == (2, 3 + 2)
    assert figures("member_register_coverage", "2021-07-01") == {"county": (2, 5 + 3), "east": (2, 5), "west": (0, 3)}


def test_somebody_in_two_unions_is_two_memberships_and_one_who_joined(given: Given) -> None:
    figures = given(
        union=UNIONS,
        member="""
            person_key | union_code | joined_date
            wang       | A          | 2021-03-01
            wang       | B          | 2021-04-30
            li         | B          | 2021-04-30
        """,
    )
    assert figures("member_register_coverage", "2021-04-30") == {
        "county": (3, 5 + 3 + 2),
        "east": (1, 5),
        "west": (2, 3 + 2),
    }
    assert figures("members_joined", "2021-04-29") == {"county": 1, "east": 1}
    assert figures("members_joined", "2021-04-30") == {"county": 2, "east": 1, "west": 2}  # wang once in the county


def test_the_register_may_have_more_members_than_the_unions_report(given: Given) -> None:
    figures = given(
        union="""
            union_code | members
            A          | 1
        """,
        member="""
            person_key | union_code | joined_date
            wang       | A          | 2015-01-01
            li         | A          | 2015-01-01
        """,
    )
    assert figures("member_register_coverage", "2021-04-30") == {"county": (2, 1), "east": (2, 1)}


def test_a_union_counts_as_it_was_last_reported(given: Given) -> None:
    figures = given(
        union="""
            union_code | township_code | members | dissolved_date | reach_date
            A          | east          | 1       |                | 2021-01-31
            A          | west          | 2       | 2021-02-15     | 2021-02-28
        """,
        member="""
            person_key | union_code | joined_date
            wang       | A          | 2021-01-10
        """,
    )
    assert figures("member_register_coverage", "2021-02-27") == {"county": (1, 1), "east": (1, 1)}
    assert figures("member_register_coverage", "2021-02-28") == {}  # dissolved two weeks ago, as is known today
    assert figures("members_joined", "2021-02-27") == {"county": 1, "east": 1}
    assert figures("members_joined", "2021-02-28") == {"county": 1, "west": 1}  # joined, whatever became of the union


def test_a_member_counts_as_last_reported(given: Given) -> None:
    figures = given(
        union=UNIONS,
        member="""
            person_key | union_code | employment_kind | joined_date | left_date  | reach_date
            wang       | A          | 正式            | 2021-01-10  |            | 2021-01-31
            wang       | A          | 新就业形态      | 2021-01-10  | 2021-02-15 | 2021-03-31
        """,
    )
    assert figures("member_register_coverage", "2021-03-30")["county"] == (1, 10)  # nobody has said yet that wang left
    assert figures("platform_members_joined", "2021-03-30") == {}
    assert figures("member_register_coverage", "2021-03-31")["county"] == (0, 10)
    assert figures("members_joined", "2021-03-31") == {"county": 1, "east": 1}  # left again or not
    assert figures("platform_members_joined", "2021-03-31") == {"county": 1, "east": 1}


def test_who_rejoins_a_union_joins_again(given: Given) -> None:
    figures = given(
        union=UNIONS,
        member="""
            person_key | union_code | joined_date | left_date  | reach_date
            wang       | A          | 2020-02-01  | 2020-11-30 | 2020-12-31
            wang       | A          | 2021-05-01  |            | 2021-06-30
            li         | A          | 2021-02-01  | 2021-03-31 | 2021-03-31
            li         | B          | 2021-05-01  |            | 2021-06-30
        """,
    )
    assert figures("members_joined", "2020-12-31") == {"county": 1, "east": 1}
    assert figures("members_joined", "2021-06-29") == {"county": 1, "east": 1, "west": 1}  # li, twice; wang is not told
    assert figures("members_joined", "2021-06-30") == {"county": 2, "east": 2, "west": 1}
    assert figures("member_register_coverage", "2021-06-30") == {"county": (2, 10), "east": (1, 5), "west": (1, 5)}


def test_members_joined_are_those_of_the_year_so_far_wherever_their_union_lies(given: Given) -> None:
    figures = given(
        union=UNIONS,
        member="""
            person_key | union_code | employment_kind | joined_date | left_date
            wang       | A          | 新就业形态      | 2020-12-31  |
            li         | A          | 新就业形态      | 2021-01-01  | 2021-01-01
            zhao       | B          | 农民工          | 2021-06-30  |
            sun        | UNKNOWN    | 新就业形态      | 2021-06-30  |
            zhou       | B          | 新就业形态      | 2021-07-01  |
        """,
    )
    assert figures("members_joined", "2020-12-31") == {"county": 1, "east": 1}
    assert figures("members_joined", "2021-06-29") == {"county": 1, "east": 1}
    assert figures("members_joined", "2021-06-30") == {"county": 3, "east": 1, "west": 1, "none": 1}
    assert figures("platform_members_joined", "2021-06-30") == {"county": 2, "east": 1, "none": 1}
    assert figures("platform_members_joined", "2021-07-01") == {"county": 3, "east": 1, "west": 1, "none": 1}
    assert figures("members_joined", "2022-01-01") == {}


SURVEYS = """
    station_name | month   | surveyed | joined
    DELIVERY     | 2020-12 | 40       | 10
    DELIVERY     | 2021-02 | 50       | 30
    PARCELS      | 2021-01 | 20       | 5
    PARCELS      | 2021-03 | 30       | 33
    CLOSED       | 2020-11 | 8        | 4
"""


def test_platform_workers_are_those_of_each_stations_latest_month(given: Given) -> None:
    figures = given(platform_survey=SURVEYS)
    assert figures("platform_worker_coverage", "2020-11-30") == {"county": (4, 8)}
    assert figures("platform_worker_coverage", "2020-12-31") == {"county": (4 + 10, 8 + 40)}
    # In February PARCELS has not reported: its January counts. CLOSED keeps the November of the year before.
    assert figures("platform_worker_coverage", "2021-02-28") == {"county": (4 + 30 + 5, 8 + 50 + 20)}
    assert figures("platform_worker_coverage", "2021-03-31") == {"county": (4 + 30 + 33, 8 + 50 + 30)}


def test_a_month_of_the_survey_counts_when_it_has_ended(given: Given) -> None:
    figures = given(platform_survey=SURVEYS)
    assert figures("platform_worker_coverage", "2020-11-29") == {}
    assert figures("platform_worker_coverage", "2021-02-27") == {"county": (4 + 10 + 5, 8 + 40 + 20)}  # January's
    assert figures("platform_worker_coverage", "2021-03-15") == figures("platform_worker_coverage", "2021-02-28")
    assert figures("platform_worker_coverage", "2021-03-30") == figures("platform_worker_coverage", "2021-02-28")
