"""The people of a home: ``people.json``, readable by its owner alone.

Passwords are kept as argon2id hashes. Every change is written to a new file that then replaces the old one, under a
lock, so that two administrators do not undo each other's work.
"""

import json
import os
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from filelock import FileLock, Timeout

from warehouse.access.roles import Role
from warehouse.language import Refusal

PEOPLE_FILE = "people.json"
FORMAT = 1
SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
LONGEST_NAME = 60
LOCK_SECONDS = 10.0

_HASHER = PasswordHasher()

_State = tuple[int, int, int] | None
"""What changes with the file: a new one takes its place whenever it is written."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in. ``department_id`` is that of the configuration; ``password_hash`` None: no password,
    for those who sign in elsewhere."""

    name: str
    role: Role
    department_id: str | None = None
    password_hash: str | None = None
    is_active: bool = True


class People:
    """The file ``people.json`` of a home's folder."""

    def __init__(self, home: Path) -> None:
        self.file = home / PEOPLE_FILE
        self._read: tuple[_State, dict[str, Person]] | None = None

    def all(self) -> dict[str, Person]:
        """Everybody by name, in the order of names. Raises :class:`Refusal` when the file is damaged or newer."""
        # the file is looked at for every request, and changes a few times a year
        state = self._state()
        if self._read is None or self._read[0] != state:
            self._read = state, self._everybody()
        return dict(self._read[1])

    def _state(self) -> _State:
        try:
            found = self.file.stat()
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns

    def _everybody(self) -> dict[str, Person]:
        try:
            content = json.loads(self.file.read_text(encoding="utf-8"))
            if content["format"] > FORMAT:
                raise _newer()
            found = [_person(entry) for entry in content["people"]]
        except FileNotFoundError:
            return {}
        except OSError:
            raise Refusal(f"{PEOPLE_FILE} 读不了", f"{PEOPLE_FILE} cannot be read") from None
        except (ValueError, KeyError, TypeError):
            raise Refusal(
                f"{PEOPLE_FILE} 已损坏，无法知道谁可以登录；请从备份恢复",
                f"{PEOPLE_FILE} is damaged and no longer tells who may sign in: restore it from a backup",
                "unionkpi restore",
            ) from None
        return {person.name: person for person in sorted(found, key=lambda person: person.name)}

    def find(self, name: str) -> Person | None:
        """The active person of this name."""
        person = self.all().get(normal_name(name))
        return person if person and person.is_active else None

    def add(self, name: str, role: Role, department_id: str | None, password: str | None) -> Person:
        """Adds somebody new; raises :class:`Refusal` for a name in use, a bad name or password, no department."""
        name = _checked_name(name)
        _require_department(role, department_id)
        password_hash = None if password is None else hash_of(password)
        person = Person(name, role, department_id, password_hash)
        with self._changing() as people:
            if name in people:
                raise Refusal(
                    f"已有人员 {name}，不能重复添加",
                    f"There is a person {name} already",
                    "unionkpi people list",
                )
            people[name] = person
        return person

    def set_active(self, name: str, *, is_active: bool) -> Person:
        """Lets somebody sign in again, or no longer; raises :class:`Refusal` for an unknown name and for the last
        active administrator."""
        with self._changing() as people:
            person = _known(people, name)
            people[person.name] = changed = replace(person, is_active=is_active)
            _require_administrator(people, person)
        return changed

    def set_role(self, name: str, role: Role, department_id: str | None) -> Person:
        """Gives somebody another role; raises :class:`Refusal` for an unknown name, a missing department, and for the
        last active administrator."""
        _require_department(role, department_id)
        with self._changing() as people:
            person = _known(people, name)
            people[person.name] = changed = replace(person, role=role, department_id=department_id)
            _require_administrator(people, person)
        return changed

    def set_password(self, name: str, password: str) -> Person:
        """Gives somebody a new password; raises :class:`Refusal` for an unknown name or a bad password."""
        password_hash = hash_of(password)
        with self._changing() as people:
            person = _known(people, name)
            people[person.name] = changed = replace(person, password_hash=password_hash)
        return changed

    def signed_in(self, name: str, password: str) -> Person | None:
        """The person whose password this is. Takes as long for a name that does not exist as for one that does."""
        person = self.find(name)
        known_hash = person.password_hash if person else None
        is_right = _verify(known_hash or _nobodys_hash(), password[:LONGEST_PASSWORD])
        return person if known_hash and is_right else None

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Person]]:
        """Everybody, to be changed in place; written when nothing was raised."""
        try:
            with FileLock(str(self.file) + ".lock", timeout=LOCK_SECONDS, mode=0o600):
                people = self.all()
                yield people
                self._write(people)
        except Timeout:
            raise Refusal(
                "人员文件正被修改，请稍后再试", "The people are being changed: try again in a moment"
            ) from None

    def _write(self, people: Mapping[str, Person]) -> None:
        content = {"format": FORMAT, "people": [asdict(person) for _, person in sorted(people.items())]}
        partial = self.file.with_name(f"{PEOPLE_FILE}.part")
        partial.unlink(missing_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump(content, stream, ensure_ascii=False, indent=2)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(self.file)


def hash_of(password: str) -> str:
    """The argon2id hash of a password; raises :class:`Refusal` for one that is too short or too long."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise Refusal(
            f"密码应为{SHORTEST_PASSWORD}至{LONGEST_PASSWORD}个字符",
            f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters",
        )
    return _HASHER.hash(password)


@cache
def _nobodys_hash() -> str:
    return _HASHER.hash("a password that nobody has")


def _verify(known_hash: str, password: str) -> bool:
    try:
        return _HASHER.verify(known_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def _person(entry: Mapping[str, Any]) -> Person:
    return Person(**{**entry, "role": Role(entry["role"])})


def normal_name(name: str) -> str:
    """The form of a name in which names are compared and kept."""
    return unicodedata.normalize("NFKC", name).strip()


def _checked_name(name: str) -> str:
    normal = normal_name(name)
    if not normal or len(normal) > LONGEST_NAME or not normal.isprintable():
        raise Refusal(
            f"姓名应为1至{LONGEST_NAME}个可见字符",
            f"A name has 1 to {LONGEST_NAME} visible characters",
            "unionkpi people add --help",
        )
    return normal


def _known(people: Mapping[str, Person], name: str) -> Person:
    person = people.get(normal_name(name))
    if person is None:
        listed = "、".join(people) or "（还没有人员）", ", ".join(people) or "nobody yet"
        raise Refusal(
            f"没有人员 {normal_name(name)}；现有：{listed[0]}",
            f"There is no person {normal_name(name)}; there are: {listed[1]}",
            "unionkpi people list",
        )
    return person


def _require_department(role: Role, department_id: str | None) -> None:
    if role.is_of_a_department and department_id is None:
        raise Refusal(
            "角色为部室的人员必须写明部室（--department）",
            "A person of the role department needs one (--department)",
            "unionkpi people add --help",
        )


def _require_administrator(people: Mapping[str, Person], changed: Person) -> None:
    """Refuses a change after which nobody could look after the people."""
    if any(person.is_active and person.role is Role.ADMIN for person in people.values()):
        return
    if changed.role is Role.ADMIN:
        raise Refusal(
            f"{changed.name} 是最后一名可登录的管理员，不能停用，也不能改为其他角色",
            f"{changed.name} is the last administrator who can sign in: neither disabled nor given another role",
            "unionkpi people add",
        )


def _newer() -> Refusal:
    return Refusal(
        f"{PEOPLE_FILE} 是较新版本的程序写的，本程序读不了；请升级程序",
        f"{PEOPLE_FILE} was written by a newer release of the program: upgrade",
    )
