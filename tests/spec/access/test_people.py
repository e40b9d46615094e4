"""People: who may sign in, with which role, and what is refused."""

from pathlib import Path

import pytest

from warehouse.access.people import People
from warehouse.access.roles import Role
from warehouse.language import Refusal

PASSWORD = "correct horse battery"  # noqa: S105 - of an invented person


@pytest.fixture
def people(tmp_path: Path) -> People:
    made = People(tmp_path)
    made.add("王主任", Role.ADMIN, None, PASSWORD)
    made.add("李干事", Role.DEPARTMENT, "rights", PASSWORD + " too")
    return made


def test_who_was_added_signs_in_with_the_own_password_alone(people: People) -> None:
    found = people.signed_in("李干事", PASSWORD + " too")
    assert found is not None
    assert (found.role, found.department_id) == (Role.DEPARTMENT, "rights")
    assert people.signed_in("李干事", PASSWORD) is None
    assert people.signed_in("nobody", PASSWORD) is None


def test_the_file_holds_no_password_and_only_its_owner_reads_it(people: People) -> None:
    assert PASSWORD not in people.file.read_text("utf-8")
    assert "argon2id" in people.file.read_text("utf-8")
    assert people.file.stat().st_mode & 0o777 == 0o600


def test_a_disabled_person_cannot_sign_in_until_enabled(people: People) -> None:
    people.set_active("李干事", is_active=False)
    assert people.signed_in("李干事", PASSWORD + " too") is None
    assert people.find("李干事") is None
    people.set_active("李干事", is_active=True)
    assert people.signed_in("李干事", PASSWORD + " too") is not None


def test_a_new_password_replaces_the_old_one(people: People) -> None:
    people.set_password("王主任", "another long word")
    assert people.signed_in("王主任", PASSWORD) is None
    assert people.signed_in("王主任", "another long word") is not None


def test_somebody_without_a_password_cannot_sign_in_with_one(people: People) -> None:
    people.add("张科长", Role.LEADER, None, None)
    assert people.signed_in("张科长", "") is None


def test_full_width_and_plain_forms_are_one_name(people: People) -> None:
    people.add("ＬＩ Ming", Role.ANALYST, None, PASSWORD)
    assert people.find("LI Ming") is not None


@pytest.mark.parametrize(
    ("name", "role", "department", "password", "sentence"),
    [
        ("王主任", Role.LEADER, None, PASSWORD, "已有人员 王主任"),
        ("  ", Role.LEADER, None, PASSWORD, "姓名应为"),
        ("换\n行", Role.LEADER, None, PASSWORD, "姓名应为"),
        ("赵", Role.DEPARTMENT, None, PASSWORD, "必须写明部室"),
        ("赵", Role.LEADER, None, "short", "密码应为10至200个字符"),
    ],
)
def test_what_is_refused_changes_nothing(
    people: People, name: str, role: Role, department: str | None, password: str, sentence: str
) -> None:
    before = people.file.read_bytes()
    with pytest.raises(Refusal) as refused:
        people.add(name, role, department, password)
    assert sentence in refused.value.label.zh
    assert people.file.read_bytes() == before


def test_the_last_administrator_cannot_be_disabled(people: People) -> None:
    with pytest.raises(Refusal, match="last administrator"):
        people.set_active("王主任", is_active=False)
    people.add("陈主任", Role.ADMIN, None, PASSWORD)
    assert not people.set_active("王主任", is_active=False).is_active


def test_somebody_gets_another_role(people: People) -> None:
    people.add("赵", Role.LEADER, None, PASSWORD)
    changed = people.set_role("赵", Role.DEPARTMENT, "rights")
    assert people.all()["赵"] == changed
    assert (changed.role, changed.department_id) == (Role.DEPARTMENT, "rights")
    with pytest.raises(Refusal, match="needs one"):
        people.set_role("赵", Role.DEPARTMENT, None)
    with pytest.raises(Refusal, match="last administrator"):
        people.set_role("王主任", Role.LEADER, None)
    assert people.all()["王主任"].role is Role.ADMIN


def test_an_unknown_name_is_refused_with_those_there_are(people: People) -> None:
    with pytest.raises(Refusal, match="李干事, 王主任"):
        people.set_password("孙", PASSWORD)


@pytest.mark.parametrize("content", ["{", "[]", '{"format": 1}', '{"format": 1, "people": [{"name": 1}]}'])
def test_a_damaged_file_is_one_sentence(people: People, content: str) -> None:
    people.file.write_text(content, "utf-8")
    with pytest.raises(Refusal, match="damaged"):
        people.all()


def test_a_file_of_a_newer_release_is_refused(people: People) -> None:
    people.file.write_text('{"format": 2, "people": []}', "utf-8")
    with pytest.raises(Refusal, match="newer release"):
        people.all()
