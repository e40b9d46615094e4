"""The report of a small county: what it says, what it marks, what its closing chapters are made of."""

from datetime import date
from pathlib import Path

from tests.spec.report.given import NOVEMBER, YEAR_END, filled, small_home, text_of
from warehouse.figures.catalogue import indicators
from warehouse.reader import Published, open_published
from warehouse.report.chapters import chapters
from warehouse.report.default_template import default_template
from warehouse.report.draft import Draft, draft_report
from warehouse.report.outlook import TITLES
from warehouse.report.placeholders import placeholders_in
from warehouse.report.template import read_template


def test_every_figure_of_the_delivered_text_is_an_indicator_of_the_product() -> None:
    sentences = [s for chapter in chapters() for subject in chapter.subjects for s in subject.sentences]
    named = {name for text in sentences for entry in placeholders_in(text) for name in entry.indicator_ids}
    assert named - set(indicators()) == set()
    assert len(named) > 40


REPORTED = """
    good_deeds reform_sites wage_contracts_signed wage_contract_enterprises wage_contract_workers
    demonstration_sites_named public_disclosure_coverage public_congress_coverage competition_industries
    competition_trades team_first_prizes team_third_prizes skill_champions skill_experts unions womens_committees
    audit_committees members migrant_members platform_members_joined village_team_sent village_condolence_people
    village_condolence_amount recuperation_people health_check_platform health_check_model relief_raised relief_visits
    student_aid_students student_aid_amount mutual_aid_units mutual_aid_people mutual_aid_claims mutual_aid_amount
    training_nursery training_childcare stations_built service_on_time refund_on_time
"""
"""The figures that an annual report of a county has to have, in their order."""


def test_the_delivered_text_has_every_figure_of_the_report_in_its_order() -> None:
    named = [name for name in read_template(default_template(), "").indicator_ids if name in REPORTED.split()]
    assert named == REPORTED.split()


def test_the_text_says_the_figures_of_the_ledgers(draft: Draft) -> None:
    said = text_of(draft)
    assert "基层工会2个、女职工委员会1个、经费审查委员会1个；会员65人" in said
    assert "农民工会员13人" in said
    assert "涉及1个行业、2个工种" in said
    assert (
        "参加职工医疗互助的单位2家，覆盖职工1.58万人；全年补助3人次，补助金额0.24万元" in said
    )  # 12345 + 3455; 2400 元


def test_names_come_from_the_configuration_and_lists_from_the_ledgers(draft: Draft) -> None:
    said = text_of(draft)
    assert said.startswith("示例县总工会2021年度工作总结\n")
    assert "庆祝建党100周年" in said
    assert "职工3人参加疗休养（疗养地：昆明、北京）" in said
    assert "承办全市护理竞赛；组队参加" in said
    assert "获得示例市技术状元称号" in said
    assert "工会组建批复应在3个工作日内办结" in said
    assert "收到划拨收据后5个工作日内返拨" in said
    assert said.rstrip().split("\n定稿前")[0].endswith("示例县总工会\n2021年12月31日")


def test_the_name_of_the_federation_may_be_configured(tmp_path: Path) -> None:
    home = small_home(tmp_path, settings={"organisation_name": "示例县工会联合会", "city_name": ""})
    published = open_published(home / "warehouse")
    assert filled(published, "{{单位名称}}{{年份}}，{{市名}}") == "示例县工会联合会2021，市级"


def test_what_was_never_handed_in_is_marked_and_listed_at_the_end(draft: Draft) -> None:
    said = text_of(draft)
    assert "全年办结实事〔未报送〕" in said
    listed = said.split("定稿前需核实的数字")[1]
    assert "（一）学习教育与办实事：办实事件数，未报送；缺office（活动与实事台账）" in listed
    assert len(draft.doubts) == listed.count("。")


def test_an_incomplete_figure_is_marked(tmp_path: Path) -> None:
    home = small_home(tmp_path, reaches={"union": "2021-10-31"})
    assert filled(open_published(home / "warehouse"), "会员{{members}}{{members.同比}}。") == (
        "会员65人〔数据未报齐〕（暂不与上年同期比较）。"
    )


def test_a_figure_may_be_said_with_its_change_its_last_year_and_in_another_unit(published: Published) -> None:
    said = filled(published, "{{mutual_aid_amount:元}}，上年{{mutual_aid_claims.上年}}{{mutual_aid_claims.同比}}")
    assert said == "2400元，上年0人次（上年同期无）"


def test_a_draft_before_the_end_of_the_year_says_so(published: Published) -> None:
    assert filled(published, "{{稿本说明}}", "{{时段}}，{{期间}}补助{{mutual_aid_claims}}", day=NOVEMBER) == (
        "（送审稿，数据截至2021年11月30日）\n2021年1至11月，1至11月补助2人次"
    )


def test_a_day_within_a_month_is_computed_for_the_report(published: Published) -> None:
    assert filled(published, "{{期间}}补助{{mutual_aid_claims}}", day=date(2021, 12, 14)) == "年初至12月14日补助2人次"


def test_the_closing_chapters_are_made_of_what_fell_behind(draft: Draft) -> None:
    said = text_of(draft)
    assert "六、存在的问题\n（一）滞后的重点任务\n滞后任务1项。\n" in said
    assert "1.建设驿站（办公室）：目标20个，完成13个（65%）；存在问题：用地未定；解决措施：改选址。" in said
    assert "七、下一年打算\n（一）补上滞后任务\n滞后任务1项。\n1.建设驿站（办公室）：改选址。" in said


def test_a_closing_chapter_that_is_not_wanted_leaves_no_gap(published: Published) -> None:
    said = text_of(draft_report(published, YEAR_END, ("plans",)))
    assert "存在的问题" not in said
    assert "六、下一年打算" in said
    assert "六、" not in text_of(draft_report(published, YEAR_END, ()))


def test_goals_that_were_missed_are_named_with_their_department(tmp_path: Path) -> None:
    targets = """
        year | kpi_id        | target | pacing
        2021 | union_density | 70     | 均衡
        2021 | members       | 100    | 均衡
    """
    published = open_published(small_home(tmp_path, targets=targets) / "warehouse")
    said = filled(published, "一、从前", "{{存在的问题}}", "{{下一年打算}}", optional=tuple(TITLES))
    assert "落后的有1项：会员人数65人，目标100人。" in said
    assert "接近目标的有1项：入会率65%，目标70%。" in said
    assert "入会率由65%提高到目标70%；会员人数由65人提高到目标100人。" in said


def test_spending_that_only_runs_ahead_of_the_calendar_is_to_be_kept_and_cannot_fall(tmp_path: Path) -> None:
    """End of June: 6万元 of the 10万元 of the year are spent, 10 × 181 ÷ 365 = 4.96 were due."""
    spent = """
        expense_kind | month      | amount
        公务接待     | 2021-03-01 | 60000
    """
    targets = """
        year | kpi_id                | target | pacing
        2021 | three_public_spending | 100000 | 均衡
    """
    published = open_published(small_home(tmp_path, targets=targets, three_publics=spent) / "warehouse")
    said = text_of(draft_report(published, date(2021, 6, 30), ("plans",)))
    assert "三公经费支出已有6万元，控制在目标10万元以内。" in said


def test_names_days_and_lists_say_in_words_where_they_come_from(draft: Draft) -> None:
    sources = {fact.name: fact.source for fact in draft.used}
    assert sources["疗休养地点"] == "疗休养台账"
    assert sources["承办竞赛"] == "竞赛活动台账"
    assert sources["单位名称"] == "config.toml"
    assert sources["截至日期"] == "截至日期（--as-of）"


def test_without_any_target_nothing_is_called_reached(draft: Draft) -> None:
    said = text_of(draft)
    assert "（二）未达到目标的指标\n没有指标设定年度目标。\n" in said
    assert "（二）补齐指标短板\n没有指标设定年度目标。\n" in said


def test_what_was_not_filed_of_a_task_behind_is_listed_where_a_chapter_says_it(tmp_path: Path) -> None:
    progress = """
        task_code | month      | done | status   | problem  | remedy
        T1        | 2021-12-01 | 13   | 序时推进 | 用地未定 |
        T2        | 2021-12-01 | 50   | 序时推进 |          |
    """
    published = open_published(small_home(tmp_path, task_progresses=progress) / "warehouse")
    listed = {
        chapters: [text for text in draft_report(published, YEAR_END, chapters).doubts if "滞后任务" in text]
        for chapters in (("problems", "plans"), ("plans",), ())
    }
    assert listed == {
        ("problems", "plans"): [
            "滞后任务：建设驿站（办公室），未填报解决措施",
            "滞后任务：完善制度（办公室），未填报存在问题、解决措施",
        ],
        ("plans",): ["滞后任务：建设驿站（办公室），未填报解决措施", "滞后任务：完善制度（办公室），未填报解决措施"],
        (): [],
    }
