"""竞赛获奖台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_team_carries_no_personal_title():
    assert_breaks(
        "competition_award",
        """
        award_kind | title        | person_key | breaks
        团体       | 无           |            |
        团体       |              |            |
        团体       | 五一劳动奖章 |            | error title
        团体       | 技术能手     |            | error title
        个人       | 技术能手     | p1         |
        """,
    )


def test_a_skill_champion_is_ranked_first():
    assert_breaks(
        "competition_award",
        """
        award_kind | title    | rank | person_key | breaks
        个人       | 技术状元 | 1    | p1         |
        个人       | 技术状元 | 2    | p1         | warning rank
        个人       | 技术能手 | 2    | p1         |
        个人       | 技术状元 |      | p1         |
        """,
    )


def test_an_award_to_a_person_names_the_person():
    assert_breaks(
        "competition_award",
        """
        award_kind | person_key | breaks
        个人       | p1         |
        个人       |            | error person_key
        团体       |            |
                   |            |
        """,
    )
