"""Who comes in and how: passwords, the first administrator, a proxy's header, the demonstration."""

import hmac
import secrets
from collections.abc import Mapping
from pathlib import Path

from dashboard.sign_in import words
from dashboard.sign_in.headers import is_loopback
from dashboard.sign_in.sessions import Sessions
from dashboard.sign_in.wrong_tries import WrongTries
from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog
from warehouse.access.people import People, Person
from warehouse.access.roles import Role
from warehouse.access.sign_in_settings import SignInSettings
from warehouse.language import Label, Refusal

DEMONSTRATION = Person("演示", Role.ADMIN)
CODE_BYTES = 9


class Visitors:
    """The people of a home at its door. Every coming, going and refusal stands in the audit log."""

    def __init__(
        self,
        home: Path,
        settings: SignInSettings,
        log: AuditLog,
        listening_on: str,
        *,
        is_demonstration: bool = False,
    ) -> None:
        """Raises :class:`Refusal` when a demonstration, or a home without people, is to be seen from elsewhere."""
        self.people, self.settings, self.log, self.listening_on = People(home), settings, log, listening_on
        self.is_demonstration = is_demonstration
        self.sessions = Sessions(settings.hours, settings.idle_minutes)
        self.tries = WrongTries()
        if not is_loopback(listening_on):
            self._refuse_to_be_seen_from_elsewhere()
        self.first_code = secrets.token_urlsafe(CODE_BYTES) if self.needs_first else None

    @property
    def needs_first(self) -> bool:
        return not self.is_demonstration and self.settings.method == "password" and not self.people.all()

    @property
    def is_first(self) -> bool:
        """Whether the first administrator is still to be made."""
        return self.first_code is not None

    def person(self, cookie: str | None) -> Person | None:
        """Whose session it is, as long as the person may sign in."""
        name = self.sessions.name_of(cookie)
        if name is None:
            return None
        if self.is_demonstration:
            return DEMONSTRATION
        return self.people.find(name)

    def name_of(self, cookie: str | None, headers: Mapping[bytes, bytes]) -> str | None:
        """The name of the person whose session it is; with a proxy in front, if the proxy still says so."""
        person = self.person(cookie)
        if person is None:
            return None
        if self.settings.method == "header" and self._from_proxy(headers) != person.name:
            return None
        return person.name

    def enter(self, name: str, password: str, address: str) -> str:
        """The cookie of a new session; raises :class:`Refusal` for a wrong password and while one has to wait."""
        self._wait(name, address)
        person = self.people.signed_in(name, password)
        if person is None:
            self.tries.wrong(name, address)
            self.log.append(name[:60], Action.SIGN_IN_FAILED, {"address": address})
            raise _refusal(words.WRONG)
        self.tries.right(name, address)
        return self._begin(person, address)

    def make_first(self, code: str, name: str, password: str, address: str) -> str:
        """Makes the first administrator and gives the cookie of a session; the code is then of no more use."""
        self._wait("", address)
        if self.first_code is None or not hmac.compare_digest(code.strip().encode(), self.first_code.encode()):
            self.tries.wrong("", address)
            self.log.append("", Action.SIGN_IN_FAILED, {"address": address})
            raise _refusal(words.WRONG_CODE)
        person = self.people.add(name, Role.ADMIN, None, password)
        self.first_code = None
        self.log.append(person.name, Action.PERSON_ADDED, {"name": person.name, "role": str(person.role)})
        return self._begin(person, address)

    def enter_without_form(self, headers: Mapping[bytes, bytes], address: str) -> str | None:
        """The cookie of a new session for whom a proxy on this machine names, and in a demonstration; None else."""
        if not is_loopback(address):
            return None
        if self.is_demonstration:
            return self._begin(DEMONSTRATION, address)
        if self.settings.method != "header":
            return None
        name = self._from_proxy(headers)
        person = self.people.find(name) if name else None
        if name and person is None:
            self.log.append(name[:60], Action.SIGN_IN_FAILED, {"address": address})
        return self._begin(person, address) if person else None

    def leave(self, cookie: str | None) -> None:
        """Ends a session."""
        name = self.sessions.end(cookie)
        if name is not None:
            self.log.append(name, Action.SIGNED_OUT)

    def _begin(self, person: Person, address: str) -> str:
        self.log.append(person.name, Action.SIGNED_IN, {"address": address})
        return self.sessions.begin(person.name)

    def _wait(self, name: str, address: str) -> None:
        seconds = self.tries.seconds_to_wait(name, address)
        if seconds:
            raise _refusal(words.WAIT, seconds=seconds)

    def _from_proxy(self, headers: Mapping[bytes, bytes]) -> str:
        return headers.get(self.settings.header.lower().encode(), b"").decode("utf-8", errors="replace").strip()

    def _refuse_to_be_seen_from_elsewhere(self) -> None:
        if self.is_demonstration:
            raise Refusal(
                "演示只能在本机打开（127.0.0.1）", "A demonstration is seen on this machine alone (127.0.0.1)"
            )
        if self.settings.method == "header":
            raise Refusal(
                "sign_in.method 为 header 时只能监听本机（127.0.0.1），由本机上的反向代理转发",
                "With sign_in.method header the dashboard listens on this machine alone (127.0.0.1), behind a proxy",
                "unionkpi serve",
            )
        if not self.people.all():
            raise Refusal(
                "还没有可以登录的人员，不能对其他机器开放；请先添加",
                "There is nobody who can sign in yet, so it is not opened to other machines: add people first",
                "unionkpi people add",
            )


def _refusal(label: Label, **values: object) -> Refusal:
    return Refusal(label.zh.format(**values), label.en.format(**values))
