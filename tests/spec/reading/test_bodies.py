"""Where a department should stand, nobody's name is read, kept or quoted."""

import pytest

from pipelines.reading.bodies import is_body
from tests.spec.reading.workbooks import Workbooks, everything_kept, rules, values

VOTES = {"年度": 2021, "参评人数": 80, "优秀票": 60, "称职票": 15, "基本称职票": 3, "不称职票": 2}


@pytest.mark.parametrize(
    "text",
    [
        *("办公室", "权益保障部", "职工服务中心", "经审办", "财务科", "组织科", "女工委", "生活保障股", "综合组"),
        *("领导班子", "县总工会领导班子", "领导班子成员", "党组", "机关工会", "某某乡总工会", "工会委员会"),
        *("办公室（2021年度）", "办公室、组织部", "经审办(含财务部)", "县总工会 办公室"),
    ],
)
def test_departments_and_the_leading_group_are_bodies(text: str) -> None:
    assert is_body(text)


@pytest.mark.parametrize(
    "text",
    [
        *("李四", "李四同志", "王主席", "县总工会主席", "办公室主任李四", "办公室（李四）", "李四（办公室）"),
        *("李建科", "王会", "办公室 李四", "组织部、李四", "2021", "（）", "测评对象甲"),
    ],
)
def test_people_by_name_or_office_are_not(text: str) -> None:
    assert not is_body(text)


def test_an_appraised_person_rejects_the_row_and_is_not_quoted(department_workbooks: Workbooks) -> None:
    names = ["办公室", "李四", "县总工会常务副主席李四光", "组织部 "]
    reading = department_workbooks.read(
        [["测评对象", *VOTES], *([name, *VOTES.values()] for name in names)],
    )
    assert reading.ledger == "appraisal"
    assert values(reading, "subject") == ["办公室", None, None, "组织部"]
    assert values(reading, "is_rejected") == [False, True, True, False]
    assert reading.problems.select("row", "column", "value", "rule", "severity").rows() == [
        (3, "测评对象", "**", "broken_rule", "error"),
        (4, "测评对象", "*" * 12, "broken_rule", "error"),
    ]
    assert "李四" not in everything_kept(reading)


def test_an_empty_subject_is_missing(department_workbooks: Workbooks) -> None:
    reading = department_workbooks.read([["测评对象", *VOTES], [None, *VOTES.values()]])
    assert rules(reading) == ["missing_value"]
