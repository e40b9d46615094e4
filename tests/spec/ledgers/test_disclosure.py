"""公开事项台账: what is worth a look; nothing rejects a row."""

from tests.spec.drawing import assert_breaks


def test_personal_data_is_published_masked_only():
    assert_breaks(
        "disclosure",
        """
        published_date | has_personal_data | is_masked | breaks
        2021-09-17     | 是                | 是        |
        2021-09-17     | 是                | 否        | warning is_masked
        2021-09-17     | 否                | 否        |
                       | 是                | 否        |
        """,
    )
