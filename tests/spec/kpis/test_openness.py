"""公开、维权与作风: given ledgers → items, deeds, cases, classes, stations, findings and votes."""

from tests.spec.kpis.figures import Given
from tests.warehouse_tables import Tables


def test_an_item_is_on_time_when_published_by_its_due_date(given: Given) -> None:
    figures = given(
        disclosure="""
            item_code | due_date   | published_date
            LAST_YEAR | 2020-12-31 | 2021-01-04
            EARLY     | 2021-01-31 | 2021-01-05
            THAT_DAY  | 2021-02-28 | 2021-02-28
            LATE      | 2021-02-28 | 2021-03-01
            NEVER     | 2021-06-30 |
            AHEAD     | 2021-12-31 | 2021-06-01
        """
    )
    assert figures("disclosure_on_time", "2020-12-31") == {"county": (0, 1)}
    assert figures("disclosure_on_time", "2021-01-30") == {}  # published already, and not yet due
    assert figures("disclosure_on_time", "2021-01-31") == {"county": (1, 1)}
    assert figures("disclosure_on_time", "2021-02-27") == {"county": (1, 1)}
    assert figures("disclosure_on_time", "2021-02-28") == {"county": (1 + 1, 1 + 2)}
    assert figures("disclosure_on_time", "2021-03-01") == {"county": (1 + 1, 1 + 2)}  # a day late is late for good
    assert figures("disclosure_on_time", "2021-12-30") == {"county": (2, 3 + 1)}
    assert figures("disclosure_on_time", "2021-12-31") == {"county": (2 + 1, 4 + 1)}
    assert figures("disclosure_on_time", "2022-01-01") == {}


def test_an_item_due_on_a_leap_day_counts_from_it(given: Given) -> None:
    figures = given(
        disclosure="""
            item_code | due_date   | published_date
            LEAP      | 2020-02-29 | 2020-02-29
            AFTER     | 2020-02-29 | 2020-03-01
        """
    )
    assert figures("disclosure_on_time", "2020-02-28") == {}
    assert figures("disclosure_on_time", "2020-02-29") == {"county": (1, 2)}
    assert figures("disclosure_on_time", "2020-03-01") == {"county": (1, 2)}


ACTIVITIES = """
    activity_code | activity_kind | start_date | done_date  | status | participants
    OLD           | 办实事        | 2020-11-01 | 2020-12-31 | 已办结 | 1000
    OVER_NEW_YEAR | 办实事        | 2020-11-01 | 2021-01-01 | 已办结 | 1000
    SPRING        | 办实事        | 2021-03-01 | 2021-04-30 | 已办结 | 1000
    UNDER_WAY     | 办实事        | 2021-03-01 | 2021-04-30 | 推进中 | 1000
    NOT_BEGUN     | 办实事        | 2021-03-01 |            | 未启动 |
    NEXT_YEAR     | 办实事        | 2021-12-01 | 2022-01-01 | 已办结 | 1000
    GAME          | 文体活动      | 2021-02-28 | 2021-02-28 | 已办结 | 80
    LECTURE       | 普法宣传      | 2021-02-28 |            | 推进中 | 40
    UNCOUNTED     | 志愿服务      | 2021-02-28 | 2021-03-01 | 已办结 |
    CALLED_OFF    | 知识竞赛      | 2021-02-28 |            | 未启动 | 500
    CLEAN_1       | 爱国卫生      | 2020-12-31 | 2021-01-01 | 已办结 | 7
    CLEAN_2       | 爱国卫生      | 2021-01-01 | 2021-01-01 | 已办结 | 30
    CLEAN_3       | 爱国卫生      | 2021-12-31 |            | 推进中 | 25
    CLEAN_4       | 爱国卫生      | 2021-06-01 |            | 未启动 | 600
"""


def test_a_good_deed_counts_from_the_day_it_is_done(given: Given) -> None:
    figures = given(activity=ACTIVITIES)
    assert figures("good_deeds", "2020-12-30") == {}  # filed as done, and done only tomorrow
    assert figures("good_deeds", "2020-12-31") == {"county": 1}
    assert figures("good_deeds", "2021-01-01") == {"county": 1}  # OVER_NEW_YEAR, begun last year
    assert figures("good_deeds", "2021-04-29") == {"county": 1}
    assert figures("good_deeds", "2021-04-30") == {"county": 2}  # not UNDER_WAY, whatever its date
    assert figures("good_deeds", "2021-12-31") == {"county": 2}
    assert figures("good_deeds", "2022-01-01") == {"county": 1}  # NEXT_YEAR


def test_participants_count_by_the_start_of_what_has_begun(given: Given) -> None:
    figures = given(activity=ACTIVITIES)
    assert figures("activity_participants", "2020-12-31") == {"county": 7}
    assert figures("activity_participants", "2021-02-27") == {"county": 30}
    # An empty number adds nothing; what was not begun does not count, nor do good deeds.
    assert figures("activity_participants", "2021-02-28") == {"county": 30 + 80 + 40}
    assert figures("activity_participants", "2021-12-30") == {"county": 30 + 80 + 40}
    assert figures("activity_participants", "2021-12-31") == {"county": 30 + 80 + 40 + 25}


def test_public_health_campaigns_count_by_their_start(given: Given) -> None:
    figures = given(activity=ACTIVITIES)
    assert figures("health_county_activities", "2020-12-31") == {"county": 1}
    assert figures("health_county_activities", "2021-01-01") == {"county": 1}  # CLEAN_1 ends today, and is last year's
    assert figures("health_county_activities", "2021-12-30") == {"county": 1}  # CLEAN_4 was not begun
    assert figures("health_county_activities", "2021-12-31") == {"county": 2}


CASES = """
    case_code | case_kind      | township_code | received_date | closed_date
    LAST_YEAR | 争议调处       | east          | 2020-12-31    | 2021-01-15
    NEW_YEAR  | 争议调处       | east          | 2021-01-01    | 2021-01-31
    AID       | 法律援助       | west          | 2021-02-01    | 2021-02-28
    OPEN      | 法律援助       | west          | 2021-02-28    |
    INSPECTED | 劳动保护检查   |               | 2021-03-31    | 2021-03-31
    LATER     | 争议调处       | east          | 2021-12-01    | 2022-01-01
    M1        | 三方会议       |               | 2020-12-31    | 2020-12-31
    M2        | 联席会议       |               | 2021-01-01    | 2021-01-01
    M3        | 三方会议       | west          | 2021-03-31    |
"""


def test_cases_received_this_year_are_closed_by_the_day_or_open(given: Given) -> None:
    figures = given(rights_case=CASES)
    assert figures("rights_cases_closed", "2020-12-31") == {"county": (0, 1), "east": (0, 1)}
    # LAST_YEAR is closed this year, and belongs to neither part of it.
    assert figures("rights_cases_closed", "2021-01-30") == {"county": (0, 1), "east": (0, 1)}
    assert figures("rights_cases_closed", "2021-01-31") == {"county": (1, 1), "east": (1, 1)}
    assert figures("rights_cases_closed", "2021-02-27") == {"county": (1, 2), "east": (1, 1), "west": (0, 1)}
    assert figures("rights_cases_closed", "2021-02-28") == {
        "county": (1 + 1, 1 + 2),
        "east": (1, 1),
        "west": (1, 2),
    }
    assert figures("rights_cases_closed", "2021-12-31") == {
        "county": (3, 5),
        "east": (1, 2),  # LATER is closed tomorrow
        "west": (1, 2),
        "none": (1, 1),  # an inspection without a township counts in the county alone
    }
    assert figures("rights_cases_closed", "2022-01-01") == {}


def test_meetings_count_on_their_day_and_are_no_cases(given: Given) -> None:
    figures = given(rights_case=CASES)
    assert figures("tripartite_meetings", "2020-12-31") == {"county": 1, "none": 1}
    assert figures("tripartite_meetings", "2021-01-01") == {"county": 1, "none": 1}
    assert figures("tripartite_meetings", "2021-03-30") == {"county": 1, "none": 1}
    assert figures("tripartite_meetings", "2021-03-31") == {"county": 2, "west": 1, "none": 1}


def test_trained_are_those_who_completed_classes_that_have_ended(given: Given) -> None:
    figures = given(
        training="""
            class_code | trade  | start_date | end_date   | enrolled | completed
            LAST_YEAR  | 育婴员 | 2020-12-10 | 2020-12-31 | 50       | 48
            NEW_YEAR   | 育婴员 | 2020-12-20 | 2021-01-01 | 40       | 39
            LEAP_AFTER | 育婴员 | 2021-02-15 | 2021-02-28 | 30       | 30
            MINDERS    | 保育员 | 2021-02-15 | 2021-02-28 | 20       | 17
            NOBODY     | 保育员 | 2021-02-15 | 2021-02-28 | 20       | 0
            COOKS      | 厨师   | 2021-02-15 | 2021-02-28 | 60       | 60
        """
    )
    assert figures("training_nursery", "2020-12-30") == {}  # the class runs until tomorrow
    assert figures("training_nursery", "2020-12-31") == {"county": 48}
    assert figures("training_nursery", "2021-01-01") == {"county": 39}  # a class begun last year
    assert figures("training_nursery", "2021-02-27") == {"county": 39}
    assert figures("training_nursery", "2021-02-28") == {"county": 39 + 30}
    assert figures("training_childcare", "2021-02-27") == {}
    assert figures("training_childcare", "2021-02-28") == {"county": 17 + 0}


def test_stations_are_in_use_from_their_opening_to_their_last_day(given: Given) -> None:
    figures = given(
        service_station="""
            station_code | station_kind   | township_code | built_date | closed_date
            REST         | 职工驿站       | east          | 2018-05-01 |
            HARBOUR      | 港湾           | west          | 2020-02-29 | 2021-02-28
            NEW          | 职工驿站       | west          | 2021-02-28 |
            NURSING      | 爱心妈妈小屋   | east          | 2018-05-01 |
            LIBRARY      | 职工书屋       | west          | 2018-05-01 |
            CENTRE       | 职工服务中心   | east          | 2018-05-01 |
        """
    )
    assert figures("stations_built", "2020-02-28") == {"county": 1, "east": 1}
    assert figures("stations_built", "2020-02-29") == {"county": 2, "east": 1, "west": 1}
    assert figures("stations_built", "2021-02-27") == {"county": 2, "east": 1, "west": 1}
    assert figures("stations_built", "2021-02-28") == {"county": 3, "east": 1, "west": 2}  # HARBOUR's last day
    assert figures("stations_built", "2021-03-01") == {"county": 2, "east": 1, "west": 1}


def test_a_station_in_two_lists_is_one_station(given: Given) -> None:
    figures = given(
        service_station="""
            station_code | station_kind | township_code | built_date | closed_date | reach_date
            A            | 职工驿站     | east          | 2019-05-01 |             | 2021-03-31
            A            | 职工驿站     | west          | 2019-05-01 | 2021-06-15  | 2021-06-30
        """
    )
    assert figures("stations_built", "2021-05-31") == {"county": 1, "east": 1}
    assert figures("stations_built", "2021-06-30") == {}


def test_findings_count_by_their_due_date_and_are_fixed_by_the_day(given: Given) -> None:
    figures = given(
        audit_finding="""
            finding_code | found_date | due_date   | fixed_date
            LAST_YEAR    | 2020-10-01 | 2020-12-31 | 2021-01-10
            OVER_YEARS   | 2020-10-01 | 2021-01-01 | 2020-12-01
            IN_TIME      | 2021-02-01 | 2021-03-31 | 2021-03-31
            LATE         | 2021-02-01 | 2021-03-31 | 2021-04-01
            OPEN         | 2021-02-01 | 2021-06-30 |
            AHEAD        | 2021-02-01 | 2022-01-01 | 2021-02-15
        """
    )
    assert figures("findings_fixed", "2020-12-30") == {}
    assert figures("findings_fixed", "2020-12-31") == {"county": (0, 1)}  # LAST_YEAR is fixed only next year
    assert figures("findings_fixed", "2021-01-01") == {"county": (1, 1)}  # OVER_YEARS, found last year
    assert figures("findings_fixed", "2021-01-31") == {"county": (1, 1)}  # LAST_YEAR was last year's
    assert figures("findings_fixed", "2021-03-31") == {"county": (1 + 1, 1 + 2)}
    assert figures("findings_fixed", "2021-04-01") == {"county": (1 + 2, 1 + 2)}  # late, and fixed
    assert figures("findings_fixed", "2021-12-31") == {"county": (3, 4)}  # AHEAD is fixed, and not yet due
    assert figures("findings_fixed", "2022-01-01") == {"county": (1, 1)}


def test_the_appraisal_is_that_of_the_latest_year_of_all_subjects(given: Given) -> None:
    figures = given(
        appraisal="""
            subject  | year | voters | excellent | competent
            领导班子 | 2020 | 80     | 50        | 20
            办公室   | 2020 | 40     | 10        | 10
            领导班子 | 2021 | 90     | 70        | 15
        """
    )
    assert figures("appraisal_satisfaction", "2019-12-31") == {}
    assert figures("appraisal_satisfaction", "2020-01-01") == {"county": (50 + 20 + 10 + 10, 80 + 40)}
    assert figures("appraisal_satisfaction", "2020-12-31") == {"county": (50 + 20 + 10 + 10, 80 + 40)}
    assert figures("appraisal_satisfaction", "2021-01-01") == {"county": (70 + 15, 90)}  # 办公室 has no vote of 2021
    assert figures("appraisal_satisfaction", "2022-06-30") == {"county": (70 + 15, 90)}  # none of 2022: the latest


def test_without_cases_or_votes_there_is_no_rate() -> None:
    built = Tables(rights_cases="", appraisals="", audit_findings="", disclosures="").build()
    for indicator_id in ("rights_cases_closed", "appraisal_satisfaction", "findings_fixed", "disclosure_on_time"):
        found = built.kpi(indicator_id, "2021-12-31")
        assert (found["numerator"], found["denominator"], found["value"]) == (0, 0, None)
        assert found["reason"] == "zero_denominator"


def test_what_is_of_the_county_alone_has_no_figure_of_a_township() -> None:
    built = Tables(activities="", rights_cases="").build()
    assert built.kpi("good_deeds", "2021-12-31", "530499001")["reason"] == "county_only"
    assert built.kpi("tripartite_meetings", "2021-12-31", "530499001")["value"] == 0
