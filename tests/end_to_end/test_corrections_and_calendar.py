"""Corrections and the calendar of submissions through a whole build."""

import json

import pytest

from pipelines.build import build
from pipelines.cli import main
from pipelines.status import calendar_by
from warehouse.access.home_key import KEY_VARIABLE
from warehouse.figures.answer import answers, full_answers
from warehouse.reader import open_published

TOWNS = "截至日期：2021-12-31,,\n区划代码,乡镇名称,类型\n530499001,清河镇,镇\n"
HEADING = "工会编号,工会名称,组建形式,所属乡镇,涵盖单位数,职工人数,会员人数,建会日期,女职工组织,经审组织,法人资格\n"
NOVEMBER = f"截至日期：2021-11-30\n{HEADING}G1,甲厂工会,单独,清河镇,1,100,70,2015-03-01,女工委,经审委,是\n"
DECEMBER = (
    f"截至日期：2021-12-31\n{HEADING}"
    "G1,甲厂工会,单独,清河镇,1,100,801,2015-03-01,女工委,经审委,是\n"
    "G2,乙厂工会,单独,清河镇,1,50,20,2016-03-01,女工委,经审委,是\n"
)
FILES = {"名录.csv": TOWNS, "工会11月.csv": NOVEMBER, "工会12月.csv": DECEMBER}
CORRECTION = """
[[correction]]
ledger = "union"
key = { union_code = "G1" }
column = "members"
old = 801
new = 80
reason = "多打了一位，组织部已书面确认"
by = "办公室"
"""

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _own_key(monkeypatch, fixed_key):
    monkeypatch.setenv(KEY_VARIABLE, fixed_key)


def members(home) -> float:
    (answer,) = answers(open_published(home.warehouse), ["members"], None, None)
    value: float = answer["value"]
    return value


def test_a_rejected_row_loads_once_it_is_corrected_and_the_figure_says_so(small_home):
    home = small_home(FILES)
    before = build(home)
    assert before.rows == {"read": 3 + 3 + 4, "loaded": 3, "rejected": 1, "superseded": 0, "skipped": 3 * 2}
    assert members(home) == 70 + 20, "the last state that loaded"
    home.corrections_file.write_text(CORRECTION, encoding="utf-8")
    after = build(home)
    assert after.version != before.version
    assert after.rows == {"read": 3 + 3 + 4, "loaded": 4, "rejected": 0, "superseded": 0, "skipped": 3 * 2}
    assert after.exit_code == 0
    published = open_published(home.warehouse)
    (answer,) = full_answers(published, ["members"])
    assert (answer.document["value"], answer.corrected_rows, answer.corrected_ledgers) == (80 + 20, 1, ("union",))
    (november,) = full_answers(published, ["members"], "2021-11")
    assert (november.document["value"], november.corrected_rows) == (70 + 20, 0)
    (another_day,) = full_answers(published, ["members"], "2021-11-15")
    assert another_day.corrected_rows == 0
    cells = published.query("select file, row, old_value, new_value, outcome from quality.corrections").rows()
    assert cells == [("工会12月.csv", 3, "801", "80", "loaded")]


def test_when_the_source_is_mended_the_correction_steps_back_and_is_reported(small_home):
    home = small_home(FILES)
    home.corrections_file.write_text(CORRECTION, encoding="utf-8")
    build(home)
    (home.inbox / "工会12月.csv").write_text(DECEMBER.replace("801", "82"), encoding="utf-8")
    report = build(home)
    assert (report.published, report.exit_code) == (True, 1)
    (failed,) = report.gate.filter(~report.gate["success"]).to_dicts()
    assert "第1条（基层工会台账 union_code=G1 members）：原值已不在" in failed["message_zh"]
    assert members(home) == 82 + 20


def test_equal_corrections_are_the_same_version_and_none_is_the_version_before(small_home):
    home = small_home(FILES)
    without = build(home).version
    home.corrections_file.write_text(CORRECTION, encoding="utf-8")
    with_correction = build(home).version
    assert build(home).version == with_correction
    home.corrections_file.unlink()
    assert build(home).version == without


def test_wrong_corrections_are_refused_and_nothing_changes(small_home, capsys):
    home = small_home(FILES)
    build(home)
    home.corrections_file.write_text(CORRECTION.replace('"members"', '"member"'), encoding="utf-8")
    before = sorted(home.folder.rglob("*"))
    assert main(["build", "--json", "--home", str(home.folder)]) == 2
    refused = json.loads(capsys.readouterr().out)
    assert refused["error"].startswith("corrections.toml 第1条更正的 column：")
    assert "members（会员人数）" in refused["error"]
    assert sorted(home.folder.rglob("*")) == before
    assert members(home) == 70 + 20


def test_check_judges_the_files_as_they_are(small_home, capsys):
    """A correction mends the figures, not the department's workbook."""
    home = small_home(FILES)
    home.corrections_file.write_text(CORRECTION, encoding="utf-8")
    assert main(["check", str(home.inbox / "工会12月.csv"), "--home", str(home.folder)]) == 1
    assert "会员人数“801”" in capsys.readouterr().out


def test_the_stored_calendar_is_that_of_the_data_date(sample_home):
    published = open_published(sample_home / "warehouse")
    stored = published.query("select * from quality.submissions")
    order = ["department_id", "ledger_id", "period_end_date"]
    assert stored.sort(order).to_dicts() == sorted(
        calendar_by(published, published.data_date), key=lambda line: tuple(line[name] for name in order)
    )
    complete = published.query(
        "select ledger_id from quality.submissions where is_current and state <> 'missing' order by ledger_id"
    )
    (missing,) = answers(published, ["union_density"])
    assert missing["missing"] == []
    assert "union" in complete["ledger_id"].to_list()


def test_rows_of_submissions_are_those_of_the_sheets(sample_home):
    """Every accepted sheet belongs to one period at most, so that counts may be added up."""
    published = open_published(sample_home / "warehouse")
    counted = published.query("select sum(loaded) as loaded, sum(sheets) as sheets from quality.submissions").row(0)
    accepted = published.query(
        "select sum(loaded) as loaded, count(*) as sheets from quality.sheets where is_accepted"
    ).row(0)
    assert counted == accepted
