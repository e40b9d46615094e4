"""Figures counted by hand in a clean sample's workbooks, and the figures that a build gives.

The counting here knows nothing of the product: it opens the workbooks, takes the line below the
heading for a row, and adds up what an accountant would add up.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from pipelines.build import build
from pipelines.home import KEY_VARIABLE, Home
from pipelines.sample import make_sample
from warehouse.answer import answers
from warehouse.reader import open_published

pytestmark = pytest.mark.slow

Line = dict[str, Any]
DAY = date(2021, 12, 31)


def lines(inbox: Path, name: str) -> list[Line]:
    """The rows of all workbooks whose name begins so; their heading stands in the second row."""
    found: list[Line] = []
    for file in sorted(inbox.rglob(f"{name}*.xlsx")):
        workbook = CalamineWorkbook.from_path(str(file))
        for sheet in workbook.sheet_names:
            _, heading, *rows = workbook.get_sheet_by_name(sheet).to_python()
            found += [dict(zip(heading, row, strict=True)) for row in rows]
    assert found, name
    return found


def money(rows: list[Line], *headings: str) -> Decimal:
    return sum((Decimal(str(row[heading] or 0)) for row in rows for heading in headings), Decimal(0))


def in_2021(rows: list[Line], heading: str) -> list[Line]:
    return [row for row in rows if row[heading] and row[heading].year == 2021]


def unions(inbox: Path) -> list[Line]:
    rows = lines(inbox, "基层工会台账2021年12月")
    return [row for row in rows if row["建会日期"] <= DAY and (not row["撤销日期"] or row["撤销日期"] >= DAY)]


def relief_spent(inbox: Path) -> Decimal:
    return money(in_2021(lines(inbox, "送温暖慰问台账"), "慰问日期"), "慰问金", "慰问品折价")


def relief_visits(inbox: Path) -> int:
    return sum(int(row["慰问人数"] or 1) for row in in_2021(lines(inbox, "送温暖慰问台账"), "慰问日期"))


def wage_contracts_signed(inbox: Path) -> int:
    rows = in_2021(lines(inbox, "工资集体合同台账"), "签订日期")
    return len({row["合同编号"] for row in rows if row["合同种类"] == "工资专项"})


def mutual_aid_people(inbox: Path) -> int:
    period = 2021 - 2004
    enrolled = {row["统一社会信用代码"]: row for row in lines(inbox, "医疗互助参互台账") if row["期次"] == period}
    return sum(int(row["参加人数"]) for row in enrolled.values())


def mutual_aid_amount(inbox: Path) -> Decimal:
    return money(in_2021(lines(inbox, "医疗互助补助台账"), "到账日期"), "补助金额")


def households(inbox: Path) -> int:
    latest = {row["档案编号"]: row for row in lines(inbox, "困难职工档案2021年12月")}
    return sum(not row["脱困日期"] or row["脱困日期"] >= DAY for row in latest.values())


def competition_trades(inbox: Path) -> int:
    rows = in_2021(lines(inbox, "竞赛活动台账"), "举办日期")
    return len({row["工种"] for row in rows if row["级别"] == "市级" and row["参与方式"] == "组队参加"})


def team_first_prizes(inbox: Path) -> int:
    teams = {
        row["竞赛编号"]
        for row in lines(inbox, "竞赛活动台账")
        if row["级别"] == "市级" and row["参与方式"] == "组队参加"
    }
    awards = in_2021(lines(inbox, "竞赛获奖台账"), "获奖日期")
    return sum(row["奖项类型"] == "团体" and row["等次"] == "一等奖" and row["竞赛编号"] in teams for row in awards)


def task_completion(inbox: Path) -> float:
    latest: dict[str, float] = {}
    for row in lines(inbox, "任务进度清单2021"):
        latest[row["任务编号"]] = row["累计完成"]
    tasks = lines(inbox, "重点任务清单2021")
    done = sum(
        float(task["权重"] or 1) * min(latest.get(task["任务编号"], 0) / float(task["年度目标"] or 100), 1)
        for task in tasks
    )
    return done / sum(float(task["权重"] or 1) for task in tasks)


def good_deeds(inbox: Path) -> int:
    done = in_2021(lines(inbox, "活动与实事台账"), "完成日期")
    return len({row["编号"] for row in done if row["类别"] == "办实事" and row["状态"] == "已办结"})


def rights_cases_closed(inbox: Path) -> float:
    received = in_2021(lines(inbox, "维权服务台账"), "受理日期")
    cases = [row for row in received if row["类型"] not in ("三方会议", "联席会议")]
    return sum(bool(row["办结日期"]) and row["办结日期"] <= DAY for row in cases) / len(cases)


def findings_fixed(inbox: Path) -> float:
    due = in_2021(lines(inbox, "审计与整改台账"), "整改期限")
    return sum(bool(row["整改完成日期"]) and row["整改完成日期"] <= DAY for row in due) / len(due)


def appraisal_satisfaction(inbox: Path) -> float:
    rows = [row for row in lines(inbox, "民主测评台账") if int(row["年度"]) == 2021]
    return float(money(rows, "优秀票", "称职票") / money(rows, "参评人数"))


COUNTS: dict[str, Callable[[Path], Any]] = {
    "unions": lambda inbox: len(unions(inbox)),
    "members": lambda inbox: sum(int(row["会员人数"]) for row in unions(inbox)),
    "union_density": lambda inbox: (
        sum(row["会员人数"] for row in unions(inbox)) / sum(row["职工人数"] for row in unions(inbox))
    ),
    "relief_spent": relief_spent,
    "relief_visits": relief_visits,
    "relief_raised": lambda inbox: money(in_2021(lines(inbox, "送温暖资金筹集台账"), "到账日期"), "金额"),
    "wage_contracts_signed": wage_contracts_signed,
    "mutual_aid_people": mutual_aid_people,
    "mutual_aid_amount": mutual_aid_amount,
    "student_aid_amount": lambda inbox: money(in_2021(lines(inbox, "金秋助学台账"), "发放日期"), "金额"),
    "hardship_households": households,
    "competition_trades": competition_trades,
    "team_first_prizes": team_first_prizes,
    "task_completion": task_completion,
    "good_deeds": good_deeds,
    "rights_cases_closed": rights_cases_closed,
    "findings_fixed": findings_fixed,
    "appraisal_satisfaction": appraisal_satisfaction,
}


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory, fixed_key: str) -> Home:
    home = Home(tmp_path_factory.mktemp("clean"))
    make_sample(home.folder, "云岭县", 2019, 2021, "county", 7, clean=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY_VARIABLE, fixed_key)
        report = build(home)
    assert report.problems.to_dicts() == []
    return home


@pytest.mark.parametrize("indicator", COUNTS)
def test_the_figure_is_what_the_workbooks_add_up_to(clean, indicator):
    [answer] = answers(open_published(clean.warehouse), [indicator], "2021-12", None)
    counted = COUNTS[indicator](clean.inbox)
    figure = Decimal(answer["value"]) if isinstance(answer["value"], str) else answer["value"]
    assert figure == (pytest.approx(counted, rel=1e-12) if isinstance(counted, float) else counted)


def test_a_clean_sample_has_nothing_to_look_at(clean):
    gate = open_published(clean.warehouse).query("select subject from quality.gate where not success")
    assert gate["subject"].to_list() == []
