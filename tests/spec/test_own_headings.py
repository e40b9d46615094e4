"""[headings] of config.toml: a department's own headings, confirmed and written without touching the rest."""

import json
from pathlib import Path

import pytest

from pipelines.cli import main
from pipelines.config_file import load_config
from pipelines.heading_lines import add_heading
from pipelines.own_headings import with_own_headings
from pipelines.reading.headings import HeadingCell, LedgerHeadings, Target, folded
from pipelines.registry import ledgers
from warehouse.language import Refusal

LEAST = 'county_code = "530499"\ncounty_name = "云岭县"\n'
UNIONS = """\
截至日期：2021-12-31
工会编号,工会名称,组建形式,所属乡镇,涵盖单位数,职工人数,入会人数统计,建会日期,女职工组织,经审组织,法人资格
GH001,青禾小学工会,单独,青禾街道,1,80,60,2019-05-01,女工委,经审委,是
"""


@pytest.fixture
def config_file(tmp_path: Path) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(LEAST, encoding="utf-8")
    return file


def refusal_of(config_file: Path, lines: str) -> str:
    config_file.write_text(LEAST + lines, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        load_config(config_file)
    return refused.value.label.zh


def test_a_configured_heading_is_one_more_way_to_write_the_column():
    known = with_own_headings(ledgers(), {"union": {"入会人数统计": "会员人数", "人员/在册": "职工人数"}})
    headings = LedgerHeadings(known["union"])
    assert headings.target(HeadingCell("入会人数统计", "入会人数统计")) == Target("members")
    assert headings.target(HeadingCell("人员/在册", "在册", "人员")) == Target("employees")
    assert known["enterprise"] is ledgers()["enterprise"]


def test_every_declared_heading_may_be_said_again():
    for ledger in ledgers().values():
        for column in ledger.columns:
            again = with_own_headings(ledgers(), {ledger.id: {column.heading.zh: column.heading.zh}})[ledger.id]
            told = HeadingCell(column.heading.zh, folded(column.heading.zh))
            assert LedgerHeadings(again).target(told) == LedgerHeadings(ledger).target(told)


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ('[headings.unions]\n"a" = "会员人数"\n', "config.toml 的 headings.unions：没有这个配置项"),
        ('[headings.union]\n"人数合计" = "人头"\n', "《基层工会台账》没有“人头”这一列；可用：工会编号"),
        ('[headings.union]\n"序号" = "工会编号"\n', "“序号”是行的序号，不能当作数据列"),
        ('[headings.union]\n"主席身份证号" = "工会名称"\n', "“主席身份证号”是个人信息，不能当作“工会名称”读入"),
        ('[headings.union]\n"主席姓名" = "工会名称"\n', "“主席姓名”是个人信息，不能当作“工会名称”读入"),
        ('[headings.union]\n"手机" = "工会编号"\n', "“手机”是个人信息，不能当作“工会编号”读入"),
        ('[headings.union]\n"职工人数" = "会员人数"\n', "“职工人数”已经是“职工人数”的写法"),
        ('[headings.union]\n" " = "会员人数"\n', "表头为空，或含有个人号码"),
        ('[headings.union]\n"人 数合" = "会员人数"\n"人数合" = "职工人数"\n', "同一个表头写了两种意思"),
        ("[headings.union]\nmembers = 1\n", '应为 "部室的表头" = "台账的表头"'),
        ('headings = "x"\n', "config.toml 的 headings：应为一个表"),
    ],
)
def test_what_may_not_be_read_is_refused_in_one_sentence(config_file, lines, sentence):
    assert sentence in refusal_of(config_file, lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LEAST, LEAST + '\n[headings.union]\n"甲" = "会员人数"\n'),
        (LEAST.rstrip("\n"), LEAST + '\n[headings.union]\n"甲" = "会员人数"\n'),
        (
            LEAST + '[headings.union] # ours\n"乙" = "职工人数"  # note\n[thresholds]\nsuppression = 6\n',
            LEAST
            + '[headings.union] # ours\n"甲" = "会员人数"\n"乙" = "职工人数"  # note\n[thresholds]\nsuppression = 6\n',
        ),
        (LEAST + "[headings.union]", LEAST + '[headings.union]\n"甲" = "会员人数"\n'),
        (
            "\ufeff" + LEAST.replace("\n", "\r\n"),
            "\ufeff" + (LEAST + '\n[headings.union]\n"甲" = "会员人数"\n').replace("\n", "\r\n"),
        ),
    ],
)
def test_a_line_is_added_and_the_rest_kept_byte_for_byte(config_file, before, after):
    config_file.write_bytes(before.encode())
    assert add_heading(config_file, "union", "甲", "会员人数")
    assert config_file.read_bytes() == after.encode()
    assert load_config(config_file).headings["union"]["甲"] == "会员人数"
    assert not add_heading(config_file, "union", "甲", "会员人数")
    assert [path.name for path in config_file.parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize("theirs", ['引"号', "反\\斜", "换\n行", "a.b"])
def test_any_heading_is_written_so_that_it_reads_back(config_file, theirs):
    assert add_heading(config_file, "union", theirs, "会员人数")
    assert load_config(config_file).headings["union"] == {theirs: "会员人数"}


@pytest.mark.parametrize(
    "lines", ['headings = {union = {"乙" = "职工人数"}}\n', '[headings]\nunion."乙" = "职工人数"\n']
)
def test_a_file_that_takes_no_line_is_left_alone_and_says_what_to_write(config_file, lines):
    config_file.write_text(LEAST + lines, encoding="utf-8")
    with pytest.raises(Refusal, match=r"add \"甲\" = \"会员人数\""):
        add_heading(config_file, "union", "甲", "会员人数")
    assert config_file.read_text(encoding="utf-8") == LEAST + lines


def answer(capsys: pytest.CaptureFixture[str], home: Path, *arguments: str) -> tuple[int, dict]:
    code = main(["--home", str(home), "--json", *arguments])
    return code, json.loads(capsys.readouterr().out)


def test_a_suggestion_is_confirmed_and_the_sheet_then_read(config_file, capsys):
    home = config_file.parent
    (home / "工会.csv").write_text(UNIONS.replace("入会人数统计", "会员人数（在册）"), encoding="utf-8")
    checked = ["check", str(home / "工会.csv"), "--suggestions"]
    _, document = answer(capsys, home, *checked)
    (sheet,) = document["files"][0]["sheets"]
    (unknown,) = [problem for problem in sheet["problems"] if problem["rule"] == "unknown_column"]
    assert (sheet["rejected"], unknown["column"], unknown["suggestion"]) == (1, "会员人数（在册）", "会员人数")

    told = answer(capsys, home, "headings", "--", "add", "union", unknown["column"], unknown["suggestion"])
    assert told == (0, {"ledger": "union", "theirs": "会员人数（在册）", "ours": "会员人数", "added": True})
    _, document = answer(capsys, home, *checked)
    (sheet,) = document["files"][0]["sheets"]
    assert not [problem for problem in sheet["problems"] if problem["rule"] in ("unknown_column", "missing_column")]


def test_without_the_option_the_document_is_as_ever(config_file, capsys):
    home = config_file.parent
    (home / "工会.csv").write_text(UNIONS.replace("入会人数统计", "会员人数（在册）"), encoding="utf-8")
    _, document = answer(capsys, home, "check", str(home / "工会.csv"))
    assert "suggestion" not in json.dumps(document)


def test_what_the_command_is_asked_and_cannot_do_is_refused(config_file, capsys):
    home = config_file.parent
    assert answer(capsys, home, "headings", "drop", "union", "甲", "会员人数")[0] == 2
    code, told = answer(capsys, home, "headings", "add", "unions", "甲", "会员人数")
    assert (code, told["error"].split("；")[0]) == (2, "没有台账 unions")
    assert config_file.read_text(encoding="utf-8") == LEAST
