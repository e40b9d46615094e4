"""``config.toml``: what it may say, and one sentence for everything it may not."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.config import Config
from pipelines.config_file import load_config
from pipelines.submissions import CalendarRules
from warehouse.language import Refusal
from warehouse.snapshot.documents.brief_settings import BriefSettings, read_brief

LEAST = 'county_code = "530499"\ncounty_name = "云岭县"\n'


def config(tmp_path: Path, text: str) -> Config:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return load_config(file)


def test_code_and_name_are_enough(tmp_path):
    least = config(tmp_path, LEAST)
    assert (least.county_code, least.county_name, least.lang) == ("530499", "云岭县", "zh")
    assert least.suppression_threshold == 5
    assert least.mutual_aid_base_year == 2004
    assert least.large_payment_amount == Decimal(50_000)
    assert least.departments["org"].name == "组织部"


def test_a_byte_order_mark_does_no_harm(tmp_path):
    assert config(tmp_path, "\ufeff" + LEAST).county_code == "530499"


def test_departments_take_ledgers_from_the_rooms_that_keep_them_by_default(tmp_path):
    text = LEAST + '[departments.rights]\nname = "权益部"\nowner = "李明"\nledgers = ["wage_contract", "union"]\n'
    given = config(tmp_path, text)
    assert given.department_of("union") == "rights"
    assert given.department_of("enterprise") == "org"
    assert given.departments["rights"].owner == "李明"


def test_a_ledger_may_have_its_own_frequency_and_mode(tmp_path):
    given = config(tmp_path, LEAST + '[ledgers.union]\nfrequency = "quarter"\nmode = "full"\n')
    assert given.frequency_of("union") == "quarter"
    assert given.mode_of("union") == "full"
    assert given.mode_of("enterprise") == "increment"


def test_the_calendar_of_submissions_has_its_rules(tmp_path):
    assert config(tmp_path, LEAST).submission_rules == CalendarRules(grace_days=10, since=None)
    given = config(tmp_path, LEAST + '[submissions]\ngrace_days = 5\nsince = "2021-01"\n')
    assert given.submission_rules == CalendarRules(5, date(2021, 1, 1))


def test_the_brief_has_addressees_and_numbers(tmp_path):
    assert config(tmp_path, LEAST).brief == BriefSettings()
    text = '[brief]\nsent_to = ["市总工会"]\ncopied_to = ["县委办公室", " 县政府办公室 "]\nnumbers = {"2021-03" = 7}\n'
    given = config(tmp_path, LEAST + text)
    assert given.brief == BriefSettings(("市总工会",), ("县委办公室", "县政府办公室"), {"2021-03": 7})
    assert read_brief(tmp_path / "config.toml") == given.brief
    assert read_brief(tmp_path / "none.toml") == BriefSettings()


def test_a_year_beyond_the_calendar_package_is_configured(tmp_path):
    given = config(tmp_path, LEAST + "[calendar.2027]\nholidays = [2027-01-01]\nworkdays = ['2027-01-02']\n")
    assert given.calendar[2027].holidays == (date(2027, 1, 1),)
    assert given.calendar[2027].workdays == (date(2027, 1, 2),)


def test_a_limit_in_working_days_is_configured_by_matter(tmp_path):
    assert config(tmp_path, LEAST).service_limits["工会组建批复"] == 3
    given = config(tmp_path, LEAST + '[service_limits]\n"工会组建批复" = 0\n"其他" = "none"\n"医疗互助补助" = 10\n')
    assert given.service_limits == {
        "工会组建批复": 0,
        "法人资格登记": 0,
        "医疗互助补助": 10,
        "经费返拨": 5,
        "其他": None,
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('county_name = "云岭县"', "county_code"),
        (LEAST + '[brief]\nsendto = ["市总工会"]', "brief.sendto"),
        (LEAST + '[brief]\nsent_to = "市总工会"', "brief.sent_to"),
        (LEAST + '[brief]\ncopied_to = ["市\\n总工会"]', "brief.copied_to"),
        (LEAST + '[brief]\nnumbers = {"2021-13" = 7}', "brief.numbers"),
        (LEAST + '[brief]\nnumbers = {"2021-03" = 0}', "brief.numbers"),
        (LEAST + "brief = 3", "brief"),
        ('county_code = "5304"\ncounty_name = "云岭县"', "county_code"),
        ('county_code = 530499\ncounty_name = "云岭县"', "county_code"),
        ('county_code = "530499"', "county_name"),
        (LEAST + 'lang = "fr"', "zh 或 en"),
        (LEAST + "first_year = 19", "first_year"),
        (LEAST + 'colour = "red"', "colour"),
        (LEAST + "[thresholds]\nsuppresion = 5", "suppression"),
        (LEAST + "[thresholds]\nsuppression = 1", "2–100"),
        (LEAST + "[thresholds]\nlarge_payment = -1", "large_payment"),
        (LEAST + '[departments.org]\nowner = "李明"', "name"),
        (LEAST + '[departments.org]\nname = "组织部"\nledgers = ["unions"]', "wage_contract"),
        (
            LEAST
            + '[departments.org]\nname = "组"\nledgers = ["union"]\n'
            + '[departments.econ]\nname = "经"\nledgers = ["union"]',
            "union",
        ),
        (LEAST + '[ledgers.union]\nmode = "all"', "increment"),
        (LEAST + '[ledgers.unions]\nmode = "full"', "unions"),
        (LEAST + "[submissions]\ngrace_days = 28", "0–27"),
        (LEAST + "[submissions]\ngrace = 5", "grace_days"),
        (LEAST + "[submissions]\nsince = 2021", "2021-01"),
        (LEAST + '[submissions]\nsince = "2021-13"', "2021-01"),
        (LEAST + "[calendar.2027]\nholidays = [2026-01-01]", "2027"),
        (LEAST + "[calendar.2027]\nholidays = [2027-01-01T08:00:00]", "calendar.2027.holidays"),
        (LEAST + "[calendar.2027]\nholidays = 20270101", "calendar.2027.holidays"),
        (LEAST + "[calendar.9999]\nholidays = [9999-01-01]", "1990–2100"),
        (LEAST + "[calendar.2027]\nworkdays = [2027-01-02]", "全年放假日"),
        (LEAST + "[calendar.2027]\nholidays = [2027-01-01]\nworkdays = [2027-01-01]", "2027-01-01"),
        (LEAST + '[service_limits]\n"工会组建" = 3', "工会组建批复"),
        (LEAST + '[service_limits]\n"其他" = -1', "0–366"),
        (LEAST + '[service_limits]\n"其他" = "三天"', "none"),
        (LEAST + '[service_limits]\n"其他" = true', "service_limits.其他"),
    ],
)
def test_a_wrong_key_is_one_sentence_that_names_it_and_what_is_allowed(tmp_path, text, names):
    with pytest.raises(Refusal) as refusal:
        config(tmp_path, text)
    assert "config.toml" in refusal.value.label.zh
    assert names in refusal.value.label.zh
    assert refusal.value.next_command


def test_a_missing_file_says_what_it_needs(tmp_path):
    with pytest.raises(Refusal, match=r"county_code"):
        load_config(tmp_path / "config.toml")


@pytest.mark.parametrize("content", [b"county_code = ", b"\xff\xfe\x00"])
def test_a_file_that_is_no_toml_is_refused(tmp_path, content):
    (tmp_path / "config.toml").write_bytes(content)
    with pytest.raises(Refusal, match=r"not a valid TOML"):
        load_config(tmp_path / "config.toml")
