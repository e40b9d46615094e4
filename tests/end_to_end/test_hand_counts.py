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
from pipelines.home import Home
from pipelines.sample import make_sample
from warehouse.access.home_key import KEY_VARIABLE
from warehouse.figures.answer import answers
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


def of_2021(rows: list[Line]) -> list[Line]:
    """Rows whose month is written as 2021-01."""
    return [row for row in rows if row["月份"].startswith("2021-")]


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


def members_joined(inbox: Path, kind: str | None = None) -> int:
    rows = in_2021(lines(inbox, "会员名册2021年12月"), "入会日期")
    return len({row["身份证号"] for row in rows if kind in {None, row["用工类别"]}})


def platform_worker_coverage(inbox: Path) -> float:
    rows = [row for row in lines(inbox, "新业态摸底表2021年12月") if row["月份"] == "2021-12"]
    return float(money(rows, "已入会人数") / money(rows, "摸底人数"))


def reform_sites(inbox: Path) -> list[Line]:
    rows = [row for row in lines(inbox, "示范点台账2021年12月") if row["示范类型"] == "产业工人队伍建设改革"]
    return [row for row in rows if not row["撤销日期"] or row["撤销日期"] >= DAY]


def village_condolence_amount(inbox: Path) -> Decimal:
    rows = in_2021(lines(inbox, "驻村慰问台账"), "发放日期")
    return money([row for row in rows if row["队员级别"] == "省级"], "金额")


def village_team_sent(inbox: Path) -> int:
    rows = [row for row in lines(inbox, "驻村队员台账2021年12月") if row["派出单位为县总工会"] == "是"]
    posted = [row for row in rows if row["开始日期"] <= DAY and (not row["结束日期"] or row["结束日期"] >= DAY)]
    return len({row["身份证号"] for row in posted})


def health_check_platform(inbox: Path) -> int:
    rows = in_2021(lines(inbox, "职工体检台账"), "体检日期")
    return len({row["身份证号"] for row in rows if row["对象类别"] == "新就业形态"})


def relief_total(inbox: Path) -> Decimal:
    return (
        relief_spent(inbox)
        + money(in_2021(lines(inbox, "金秋助学台账"), "发放日期"), "金额")
        + mutual_aid_amount(inbox)
        + money(in_2021(lines(inbox, "驻村慰问台账"), "发放日期"), "金额")
        + money(in_2021(lines(inbox, "疗休养台账"), "开始日期"), "费用")
        + money(in_2021(lines(inbox, "职工体检台账"), "体检日期"), "费用")
    )


def dues_collection(inbox: Path) -> float:
    rows = of_2021(lines(inbox, "工会经费收缴台账"))
    return float(money(rows, "实缴金额") / (money(rows, "工资总额") * Decimal("0.02")))


def budget_execution(inbox: Path) -> float:
    rows = [row for row in of_2021(lines(inbox, "预决算执行表")) if str(row["月份"]).endswith("12")]
    codes = [str(row["科目编码"]) for row in rows]
    leaves = {code for code in codes if not any(other != code and other.startswith(code) for other in codes)}
    spent = [row for row in rows if row["收支"] == "支出" and str(row["科目编码"]) in leaves]
    return float(money(spent, "累计执行") / money(spent, "调整预算"))


def collective_decision(inbox: Path) -> float:
    large = [row for row in in_2021(lines(inbox, "大额资金台账"), "支付日期") if row["金额"] >= 50_000]
    return sum(bool(row["党组会日期"]) and row["党组会日期"] <= row["支付日期"] for row in large) / len(large)


def loans(inbox: Path) -> list[Line]:
    """Every loan as its latest workbook has it."""
    return list({row["编号"]: row for row in lines(inbox, "贷免扶补台账")}.values())


def loan_overdue(inbox: Path) -> float:
    rows = loans(inbox)
    overdue = money([row for row in rows if row["状态"] == "逾期"], "金额")
    return float(overdue / (overdue + money([row for row in rows if row["状态"] == "在贷"], "金额")))


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
    "members_joined": members_joined,
    "platform_members_joined": lambda inbox: members_joined(inbox, "新就业形态"),
    "platform_worker_coverage": platform_worker_coverage,
    "reform_sites": lambda inbox: len(reform_sites(inbox)),
    "reform_task_completion": lambda inbox: float(
        money(reform_sites(inbox), "完成任务数") / money(reform_sites(inbox), "重点任务数")
    ),
    "village_condolence_amount": village_condolence_amount,
    "village_team_sent": village_team_sent,
    "health_check_platform": health_check_platform,
    "relief_total": relief_total,
    "dues_collection": dues_collection,
    "budget_execution": budget_execution,
    "collective_decision": collective_decision,
    "loan_overdue": loan_overdue,
    "loans_granted": lambda inbox: money(in_2021(loans(inbox), "发放日期"), "金额"),
    "three_public_spending": lambda inbox: money(of_2021(lines(inbox, "三公经费台账")), "本月支出"),
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
