"""``corrections.toml``: what it may say, and one sentence for everything it may not."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.correcting.correction import CellValue, Correction
from pipelines.correcting.corrections_file import load_corrections
from pipelines.registry import ledgers
from warehouse.language import Refusal

PERSON = "0f" * 32
SOUND = {
    "ledger": '"union"',
    "key": '{ union_code = "G1" }',
    "column": '"members"',
    "old": "801",
    "new": "81",
    "reason": '"多打了一位，部门已书面确认"',
    "by": '"办公室 王"',
}


def block(**changes: str | None) -> str:
    """A sound correction with some of its lines changed, or left out (None)."""
    lines = [f"{name} = {value}" for name, value in {**SOUND, **changes}.items() if value is not None]
    return "\n".join(["[[correction]]", *lines, ""])


def corrections(tmp_path: Path, *blocks: str) -> tuple[Correction, ...]:
    file = tmp_path / "corrections.toml"
    file.write_text("\n".join(blocks), encoding="utf-8")
    return load_corrections(file, ledgers(), "530499")


def sentence(tmp_path: Path, *blocks: str) -> str:
    with pytest.raises(Refusal) as refusal:
        corrections(tmp_path, *blocks)
    assert refusal.value.next_command == "unionkpi build"
    assert "corrections.toml" in refusal.value.label.en
    return refusal.value.label.zh


def test_a_home_without_the_file_has_no_corrections(tmp_path: Path) -> None:
    assert load_corrections(tmp_path / "corrections.toml", ledgers(), "530499") == ()
    assert corrections(tmp_path, "") == ()


def test_a_correction_is_read_as_its_columns_are(tmp_path: Path) -> None:
    (read,) = corrections(tmp_path, block(old='"801人"', until="2022-12-31"))
    assert read == Correction(
        number=1,
        ledger="union",
        key={"union_code": CellValue("G1", "G1")},
        column="members",
        old=CellValue("801人", 801),
        new=CellValue("81", 81),
        reason="多打了一位，部门已书面确认",
        by="办公室 王",
        until=date(2022, 12, 31),
    )


@pytest.mark.parametrize(
    ("column", "old", "new", "stored"),
    [
        ("founded_date", '"2021.3.5"', "2021-03-06", date(2021, 3, 6)),
        ("founded_date", '"二〇二一年"', '"2021年3月6日"', date(2021, 3, 6)),
        ("legal_person", "false", "true", True),
        ("womens_body", '"无"', '"女工委"', "女工委"),
        ("township_code", '"清河镇"', '"530499002"', "530499002"),
        ("term_end_date", '"2020-01-01"', '""', None),
        ("union_name", '"甲厂工会"', '"甲厂　工会委员会"', "甲厂 工会委员会"),
    ],
)
def test_every_kind_of_column_can_be_corrected(tmp_path: Path, column: str, old: str, new: str, stored: object) -> None:
    (read,) = corrections(tmp_path, block(column=f'"{column}"', old=old, new=new))
    assert read.new.stored == stored


def test_money_is_in_yuan_and_exact(tmp_path: Path) -> None:
    fund = {"ledger": '"relief_fund"', "key": '{ fund_code = "F1" }', "column": '"amount"'}
    (read,) = corrections(tmp_path, block(**fund, old='"1.2万元"', new="1200.5"))
    assert (read.old.stored, read.new.stored) == (Decimal("12000.00"), Decimal("1200.50"))


def test_an_empty_part_of_a_key_is_written_as_an_empty_text(tmp_path: Path) -> None:
    target = {"ledger": '"target"', "key": '{ kpi_id = "members", year = 2021, township_code = "" }'}
    (read,) = corrections(tmp_path, block(**target, column='"target"', old="100", new="1000"))
    assert read.key["township_code"] == CellValue(None, None)
    assert read.key_text == "kpi_id=members, year=2021, township_code="


def test_a_person_is_named_by_the_key_of_the_warehouse_alone(tmp_path: Path) -> None:
    aid = {"ledger": '"student_aid"', "column": '"amount"', "old": "1", "new": "10"}
    (read,) = corrections(tmp_path, block(**aid, key=f'{{ person_key = "{PERSON}", year = 2021 }}'))
    assert read.key["person_key"].stored == PERSON
    assert read.key_text == "person_key=0f0f0f0f…, year=2021"
    for clear in ("张三", "11010519491231002X", PERSON.upper()):
        said = sentence(tmp_path, block(**aid, key=f'{{ person_key = "{clear}", year = 2021 }}'))
        assert "person_key" in said
        assert clear not in said


def test_what_is_odd_about_the_new_value_is_kept_for_the_row(tmp_path: Path) -> None:
    with_wrong_check_character = '"91530499MA6K5XY000"'
    (read,) = corrections(tmp_path, block(column='"unit_code"', old='""', new=with_wrong_check_character))
    assert read.old == CellValue(None, None)
    assert [doubt.rule for doubt in read.doubts] == ["bad_code"]


@pytest.mark.parametrize(
    ("changes", "named", "allowed"),
    [
        ({"ledger": '"unions"'}, "ledger", "wage_contract（"),
        ({"column": '"member"'}, "column", "members（会员人数）"),
        ({"column": '"会员人数"'}, "column", "members（会员人数）"),
        ({"key": '"G1"'}, "key", "union_code（工会编号）"),
        ({"key": "{ code = 1 }"}, "key", "union_code（工会编号）"),
        ({"key": '{ union_code = "G1", year = 2021 }'}, "key", "union_code（工会编号）"),
        ({"key": '{ union_code = "" }'}, "key.union_code", "必填"),
        ({"old": "[1]"}, "old", "文字、数字"),
        ({"new": "2021-01-01T08:00:00"}, "new", "文字、数字"),
        ({"new": '"很多"'}, "new", "整数"),
        ({"new": "-5"}, "new", "负数"),
        ({"new": '""'}, "new", "必填"),
        ({"new": "801"}, "new", "相同"),
        ({"new": "530499199001011234"}, "new", "引号"),
        ({"column": '"womens_body"', "old": '"无"', "new": '"有"'}, "new", "女工委、"),
        ({"column": '"union_code"'}, "old", "union_code"),
        ({"reason": None}, "reason", "必填"),
        ({"by": '" "'}, "by", "必填"),
        ({"until": '"明年"'}, "until", "2022-12-31"),
        ({"until": "2022-12-31T00:00:00"}, "until", "2022-12-31"),
        ({"note": '"x"'}, "note", "until"),
    ],
)
def test_a_wrong_correction_is_one_sentence_with_its_place_and_what_is_allowed(
    tmp_path: Path, changes: dict[str, str | None], named: str, allowed: str
) -> None:
    said = sentence(tmp_path, block(column='"employees"', old="1", new="2"), block(**changes))
    assert f"corrections.toml 第2条更正的 {named}：" in said
    assert allowed in said


@pytest.mark.parametrize("text", ["[correction]\nledger = 1", "correction = 3", "[[corrections]]\nold = 1", "x = "])
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    assert sentence(tmp_path, text).startswith("corrections.toml")


@pytest.mark.parametrize("column", ["person", "person_key"])
def test_a_person_cannot_be_corrected(tmp_path: Path, column: str) -> None:
    award = {"ledger": '"competition_award"', "key": '{ award_code = "J1" }', "column": f'"{column}"'}
    assert "个人信息不能" in sentence(tmp_path, block(**award, old='"张三"', new='"李四"'))


@pytest.mark.parametrize("field", ["old", "new", "reason", "by"])
@pytest.mark.parametrize("number", ["11010519491231002X", "13812345678"])
def test_personal_numbers_are_refused_and_not_repeated(tmp_path: Path, field: str, number: str) -> None:
    changes = {"column": '"union_name"', "old": '"甲"', "new": '"乙"', field: f'"联系人 {number}"'}
    said = sentence(tmp_path, block(**changes))
    assert "个人信息" in said
    assert number not in said


def test_a_code_may_have_eleven_digits_but_be_no_identity_number(tmp_path: Path) -> None:
    (read,) = corrections(tmp_path, block(key='{ union_code = "13812345678" }'))
    assert read.key["union_code"].stored == "13812345678"
    assert "个人信息" in sentence(tmp_path, block(key='{ union_code = "11010519491231002X" }'))


def test_one_cell_has_one_correction_of_one_old_value(tmp_path: Path) -> None:
    said = sentence(tmp_path, block(), block(old='"801人"', new="82"))
    assert "第2条" in said
    assert "第1条" in said
    assert len(corrections(tmp_path, block(), block(old="802"))) == 2
