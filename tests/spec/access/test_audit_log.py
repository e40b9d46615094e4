"""The audit log: what was written can be read, and what was changed afterwards is found."""

import json
import random
from datetime import datetime
from pathlib import Path

import pytest

from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog
from warehouse.language import Refusal

MONTHS = ("2021-01", "2021-01", "2021-02", "2021-02", "2021-02", "2021-03")


def at(month: str) -> datetime:
    return datetime.fromisoformat(f"{month}-15T08:30:00+08:00")


@pytest.fixture
def log(tmp_path: Path) -> AuditLog:
    """Six lines in three months."""
    made = AuditLog(tmp_path)
    for number, month in enumerate(MONTHS, start=1):
        made.append("王主任", Action.OPENED, {"indicator": "relief_spent", "number": number}, at(month))
    return made


def places(log: AuditLog) -> list[tuple[str, int | None, str]]:
    return [(one.file, one.line, one.reason) for one in log.verify()]


def test_what_was_written_is_read_in_order(log: AuditLog) -> None:
    assert [(entry.sequence, entry.at[:7], entry.details["number"]) for entry in log.entries()] == [
        (number, month, number) for number, month in enumerate(MONTHS, start=1)
    ]
    assert log.verify() == []


def test_an_empty_log_is_intact(tmp_path: Path) -> None:
    assert AuditLog(tmp_path).verify() == []


def test_a_changed_line_is_named(log: AuditLog) -> None:
    file = log.folder / "2021-02.jsonl"
    file.write_text(file.read_text("utf-8").replace('"number": 4', '"number": 5'), "utf-8")
    assert places(log) == [("2021-02.jsonl", 2, "altered")]


def test_a_removed_line_shows_where_it_stood(log: AuditLog) -> None:
    file = log.folder / "2021-02.jsonl"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join([lines[0], lines[2]]), "utf-8")
    assert places(log) == [("2021-02.jsonl", 2, "order")]


def test_a_changed_order_is_found(log: AuditLog) -> None:
    file = log.folder / "2021-02.jsonl"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join([lines[1], lines[0], lines[2]]), "utf-8")
    assert ("2021-02.jsonl", 1, "order") in places(log)


def test_cutting_off_the_end_is_found(log: AuditLog) -> None:
    (log.folder / "2021-03.jsonl").unlink()
    assert places(log) == [("2021-02.jsonl", None, "lines_missing")]


def test_removing_the_first_month_is_found(log: AuditLog) -> None:
    (log.folder / "2021-01.jsonl").unlink()
    assert ("2021-02.jsonl", 1, "order") in places(log)


def test_removing_or_changing_the_head_is_found(log: AuditLog) -> None:
    head = log.folder / "head.json"
    content = json.loads(head.read_text("utf-8"))
    head.write_text(json.dumps({**content, "sequence": 3}), "utf-8")
    assert places(log) == [("head.json", None, "damaged")]
    head.unlink()
    assert places(log) == [("head.json", None, "damaged")]


@pytest.mark.parametrize(
    "instead",
    [
        "[" * 100_000,
        "{}",
        '{"sequence": "4", "mac": ""}',
        '{"sequence": 1e999, "mac": "é"}',
        '{"sequence": 4, "mac": 1}',
    ],
)
def test_whatever_stands_there_instead_is_no_line(log: AuditLog, instead: str) -> None:
    file = log.folder / "2021-02.jsonl"
    written = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text(f"{written[0]}{instead}\n{written[2]}", "utf-8")
    assert places(log)[0] == ("2021-02.jsonl", 2, "unreadable")
    assert [entry.sequence for entry in log.entries()] == [1, 2, 3, 5, 6]


def test_a_line_written_otherwise_with_the_same_meaning_is_found(log: AuditLog) -> None:
    file = log.folder / "2021-02.jsonl"
    file.write_bytes(file.read_bytes().replace(b'"number": 4', b'"number":4'))
    assert places(log) == [("2021-02.jsonl", 2, "altered")]


def test_a_text_may_hold_any_character(log: AuditLog) -> None:
    """Among them those that end a line elsewhere, and halves of characters, which a file's name may hold."""
    question = "select 1 -- one\u2028two\u2029three\x85four\x0bfive\nsix"
    log.append("王主任", Action.QUERIED, {"query": question, "file": "台账\udcff.xlsx"}, at("2021-03"))
    log.append("王主任", Action.SIGNED_OUT, None, at("2021-03"))
    assert log.verify() == []
    assert [dict(entry.details) for entry in log.entries()][-2:] == [{"query": question, "file": "台账?.xlsx"}, {}]


def test_a_damaged_log_takes_no_line_and_says_so(log: AuditLog) -> None:
    log.require_sound()
    (log.folder / "head.json").write_text("{}", "utf-8")
    for refused in (log.require_sound, lambda: log.append("王主任", Action.SIGNED_IN)):
        with pytest.raises(Refusal, match="takes no more lines"):
            refused()


def test_a_log_that_lost_its_key_gets_no_new_one(log: AuditLog) -> None:
    home = log.folder.parent
    (home / "audit.key").unlink()
    with pytest.raises(Refusal, match=r"audit\.key is lost"):
        AuditLog(home)
    assert not (home / "audit.key").exists()


def test_a_clock_that_went_wrong_for_a_while_costs_nothing(log: AuditLog) -> None:
    """Back to 1970, as with an empty battery, and once far ahead."""
    for month in ("1970-01", "2021-03", "2099-12", "2021-04"):
        log.append("王主任", Action.SIGNED_IN, {"number": 0}, at(month))
    assert log.verify() == []
    assert [entry.at[:7] for entry in log.entries()] == [*MONTHS, "1970-01", "2021-03", "2099-12", "2021-04"]


def test_a_line_made_with_another_key_is_found(log: AuditLog) -> None:
    forged = AuditLog(log.folder.parent / "forged")
    for number, month in enumerate(MONTHS, start=1):
        forged.append("王主任", Action.OPENED, {"number": number}, at(month))
    file = log.folder / "2021-03.jsonl"
    file.write_bytes((forged.folder / "2021-03.jsonl").read_bytes())
    assert places(log)[0] == ("2021-03.jsonl", 1, "altered")


def test_any_random_change_of_a_byte_is_found(log: AuditLog) -> None:
    drawn = random.Random(1)  # noqa: S311 - places to damage, nothing secret
    files = [*sorted(log.folder.glob("*.jsonl")), log.folder / "head.json"]
    for _ in range(500):
        file = drawn.choice(files)
        whole = file.read_bytes()
        place = drawn.randrange(len(whole))
        file.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << drawn.randrange(8))]) + whole[place + 1 :])
        assert log.verify(), f"{file.name}, byte {place}"
        assert len(list(log.entries())) >= len(MONTHS) - 2
        file.write_bytes(whole)
    assert log.verify() == []


def test_a_writer_killed_before_the_head_leaves_an_intact_log(log: AuditLog) -> None:
    head = (log.folder / "head.json").read_bytes()
    log.append("王主任", Action.SIGNED_OUT, None, at("2021-03"))
    (log.folder / "head.json").write_bytes(head)
    assert log.verify() == []
    log.append("李主任", Action.SIGNED_IN, None, at("2021-03"))
    assert log.verify() == []
    assert [entry.sequence for entry in log.entries()] == list(range(1, 9))


def test_a_writer_killed_within_a_line_leaves_nothing_of_it(log: AuditLog) -> None:
    file = log.folder / "2021-03.jsonl"
    file.write_bytes(file.read_bytes() + b'{"sequence": 7, "at"')
    log.append("李主任", Action.SIGNED_IN, None, at("2021-03"))
    assert log.verify() == []
    assert [entry.who for entry in log.entries()][-1] == "李主任"


def test_months_beyond_those_kept_are_dropped_and_the_rest_stays_intact(tmp_path: Path) -> None:
    log = AuditLog(tmp_path, kept_months=6)
    for month in range(1, 10):
        log.append("王主任", Action.BUILT, {"month": month}, at(f"2021-{month:02}"))
    assert sorted(file.name for file in log.folder.glob("*.jsonl")) == [
        f"2021-{month:02}.jsonl" for month in range(4, 10)
    ]
    assert log.verify() == []
    (log.folder / "2021-04.jsonl").unlink()
    assert places(log)[0] == ("2021-05.jsonl", 1, "order")


def test_fewer_than_six_months_are_never_kept(tmp_path: Path) -> None:
    assert AuditLog(tmp_path, kept_months=1).kept_months == 6


def test_only_the_owner_can_read_it(log: AuditLog) -> None:
    assert log.folder.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in log.folder.iterdir()} == {0o600}
