"""竞赛: given competitions and awards → counts for the county; a township has none."""

from tests.spec.kpis.figures import Given
from tests.warehouse_tables import Tables

COMPETITIONS = """
    competition_code | trade | industry | level | role     | held_date  | entrants
    CITY             | 焊工  | 制造     | 市级  | 组队参加 | 2021-05-01 | 10
    CITY             | 电工  | 制造     | 市级  | 组队参加 | 2021-05-02 | 6
    LATE             | 电工  | 电力     | 市级  | 组队参加 | 2021-11-30 | 4
    LAST_YEAR        | 护理  | 卫生     | 市级  | 组队参加 | 2020-12-20 | 8
    HOSTED           | 茶艺  | 服务     | 市级  | 承办     | 2021-05-01 | 90
    COUNTY           | 烹饪  | 餐饮     | 县级  | 组队参加 | 2021-05-01 | 70
"""


def test_industries_and_trades_are_distinct_in_city_competitions_entered_with_a_team(given: Given) -> None:
    figures = given(competition=COMPETITIONS)
    assert figures("competition_industries", "2021-05-01") == {"county": 1}
    assert figures("competition_trades", "2021-05-01") == {"county": 1}
    assert figures("competition_trades", "2021-11-29") == {"county": 2}
    assert figures("competition_industries", "2021-11-30") == {"county": 2}  # 制造, 电力
    assert figures("competition_trades", "2021-11-30") == {"county": 2}  # 焊工, 电工 twice
    assert figures("competition_industries", "2020-12-31") == {"county": 1}


AWARDS = """
    award_code | competition_code | award_kind | grade      | title    | person_key | awarded_date
    T1         | CITY             | 团体       | 一等奖     | 无       |            | 2021-06-01
    T2         | LAST_YEAR        | 团体       | 一等奖     | 无       |            | 2021-01-05
    T3         | CITY             | 团体       | 二等奖     | 无       |            | 2021-06-01
    T4         | LATE             | 团体       | 三等奖     | 无       |            | 2021-12-31
    T5         | HOSTED           | 团体       | 一等奖     | 无       |            | 2021-06-01
    T6         | COUNTY           | 团体       | 三等奖     | 无       |            | 2021-06-01
    T7         | CITY             | 团体       | 优秀组织奖 | 无       |            | 2021-06-01
    P1         | CITY             | 个人       | 一等奖     | 技术状元 | wang       | 2021-06-01
    P2         | CITY             | 个人       | 二等奖     | 技术能手 | li         | 2021-06-01
    P3         | LATE             | 个人       | 一等奖     | 技术状元 | wang       | 2021-12-01
    P4         | LATE             | 个人       | 三等奖     | 技术能手 | zhao       | 2022-01-01
    P5         | LAST_YEAR        | 个人       | 二等奖     | 技术能手 | li         | 2021-01-05
    P6         | COUNTY           | 个人       | 一等奖     | 技术状元 | sun        | 2021-06-01
"""


def test_team_prizes_count_in_the_year_they_are_awarded(given: Given) -> None:
    figures = given(competition=COMPETITIONS, competition_award=AWARDS)
    assert figures("team_first_prizes", "2021-05-31") == {"county": 1}  # T2, of a competition held last year
    assert figures("team_first_prizes", "2021-12-31") == {"county": 1 + 1}  # a hosted competition gives none
    assert figures("team_second_prizes", "2021-12-31") == {"county": 1}
    assert figures("team_third_prizes", "2021-12-30") == {}
    assert figures("team_third_prizes", "2021-12-31") == {"county": 1}  # not the county's own competition


def test_titles_count_distinct_people(given: Given) -> None:
    figures = given(competition=COMPETITIONS, competition_award=AWARDS)
    assert figures("skill_champions", "2021-12-31") == {"county": 1}  # wang twice; sun in a county competition
    assert figures("skill_experts", "2021-12-31") == {"county": 1}  # li twice; zhao next year
    assert figures("skill_experts", "2022-01-01") == {"county": 1}


def test_the_award_rate_counts_awards_of_this_years_competitions(given: Given) -> None:
    figures = given(competition=COMPETITIONS, competition_award=AWARDS)
    assert figures("competition_award_rate", "2021-01-31") == {}  # P5 belongs to last year's competition
    assert figures("competition_award_rate", "2021-06-01") == {"county": (2, 10 + 6)}
    assert figures("competition_award_rate", "2021-12-31") == {"county": (3, 10 + 6 + 4)}  # wang twice: 人次
    assert figures("competition_award_rate", "2022-06-30") == {}


def test_level_and_role_are_those_of_the_code(given: Given) -> None:
    figures = given(
        competition="""
            competition_code | trade | industry | level | role     | held_date  | entrants
            MIXED            | 焊工  | 制造     | 市级  | 组队参加 | 2021-05-01 | 10
            MIXED            | 电工  | 电力     | 县级  | 自办     | 2021-05-02 | 6
        """,
        competition_award="""
            award_code | competition_code | trade | award_kind | grade  | awarded_date
            T          | MIXED            | 电工  | 团体       | 一等奖 | 2021-06-01
            LOST       | UNKNOWN          | 电工  | 团体       | 一等奖 | 2021-06-01
        """,
    )
    assert figures("competition_trades", "2021-12-31") == {"county": 2}  # the code's first trade decides
    assert figures("team_first_prizes", "2021-12-31") == {"county": 1}


def test_awards_without_entrants_give_no_rate() -> None:
    built = Tables(
        competitions="""
            competition_code | trade | industry | level | role     | held_date  | entrants
            K                | 焊工  | 制造     | 市级  | 组队参加 | 2021-05-01 |
        """,
        competition_awards="""
            award_code | competition_code | award_kind | grade  | title | person_key | awarded_date
            P          | K                | 个人       | 一等奖 | 无    | wang       | 2021-05-31
        """,
    ).build()
    found = built.kpi("competition_award_rate", "2021-05-31")
    assert (found["numerator"], found["denominator"], found["value"]) == (1, 0, None)
    assert found["reason"] == "zero_denominator"
