"""Who comes in and how: passwords, the first administrator, an identity provider, a proxy, the demonstration."""

import hashlib
import hmac
import secrets
import threading
from pathlib import Path

from dashboard.sign_in import words
from dashboard.sign_in.headers import address_of
from dashboard.sign_in.provider import NotSignedIn, Provider
from dashboard.sign_in.request import Request
from dashboard.sign_in.sessions import COOKIE, Sessions
from dashboard.sign_in.under_way import Begun
from dashboard.sign_in.wrong_tries import WrongTries
from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog, Details
from warehouse.access.opening import client_secret, is_loopback, require_safe_opening
from warehouse.access.people import People, Person, normal_name
from warehouse.access.roles import Role
from warehouse.access.sign_in_settings import SignInSettings
from warehouse.language import Label, Refusal

DEMONSTRATION = Person("演示", Role.ADMIN)
CODE_BYTES = 9
LONGEST_NAME_TOLD = 60


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
        """Raises :class:`Refusal` when a demonstration, or a home without people, is to be seen from elsewhere, and
        for a secret of the identity provider that is missing or open to others."""
        require_safe_opening(home, settings, listening_on, is_demonstration=is_demonstration)
        self.people, self.settings, self.log, self.listening_on = People(home), settings, log, listening_on
        self.is_demonstration = is_demonstration
        self.sessions = Sessions(settings.hours, settings.idle_minutes)
        self.tries = WrongTries()
        self.provider: Provider | None = None
        self._one_first = threading.Lock()
        self._is_demonstration_noted = False
        if settings.method == "oidc" and not is_demonstration:
            self.provider = Provider(settings, client_secret(home, settings))
        self.first_code = secrets.token_urlsafe(CODE_BYTES) if self._needs_first else None

    @property
    def cookie_name(self) -> str:
        """The name of the session's cookie; behind TLS one that browsers take from this host alone."""
        return f"__Host-{COOKIE}" if self.settings.behind_tls else COOKIE

    @property
    def is_first(self) -> bool:
        """Whether the first administrator is still to be made."""
        return self.first_code is not None and self._needs_first

    @property
    def has_form(self) -> bool:
        """Whether there is anything to type on the sign-in page."""
        return self.settings.method == "password" and not self.is_demonstration

    @property
    def _needs_first(self) -> bool:
        return self.has_form and not self.people.all()

    def address_of(self, request: Request) -> str:
        """Where the visitor is; a proxy in front is believed when the settings know of one."""
        has_proxy = self.settings.behind_tls or self.settings.method == "header"
        return address_of(request.peer, request.headers, has_proxy=has_proxy)

    def person(self, cookie: str | None) -> Person | None:
        """Whose session it is, as long as the person may sign in and has the password of then."""
        session = self.sessions.find(cookie)
        if session is None or self.is_demonstration:
            return DEMONSTRATION if session else None
        person = self.people.find(session.name)
        return person if person and session.seal == _seal(person) else None

    def person_of(self, request: Request) -> Person | None:
        """The person whose session a request belongs to; with a proxy in front, if the proxy still says so."""
        person = self.person(request.cookie(self.cookie_name))
        if person and self.settings.method == "header" and not self.is_demonstration:
            return person if self._from_proxy(request) == person.name else None
        return person

    def enter(self, name: str, password: str, address: str) -> str:
        """The cookie of a new session; raises :class:`Refusal` for a wrong password and while one has to wait."""
        name = normal_name(name)
        self._wait(name, address)
        person = self.people.signed_in(name, password)
        if person is None:
            self.tries.wrong(name, address)
            self._note_failure(name, {"address": address})
            raise _refusal(words.WRONG)
        self.tries.right(name, address)
        return self._begin(person, address)

    def make_first(self, code: str, name: str, password: str, address: str) -> str:
        """Makes the first administrator and gives the cookie of a session; the code is then of no more use."""
        with self._one_first:
            self._wait("", address)
            right = self.first_code if self.is_first else None
            if right is None or not hmac.compare_digest(code.strip().encode(), right.encode()):
                self.tries.wrong("", address)
                self._note_failure("", {"address": address})
                raise _refusal(words.WRONG_CODE)
            person = self.people.add(name, Role.ADMIN, None, password)
            self.first_code = None
        self._note(person.name, Action.PERSON_ADDED, {"name": person.name, "role": str(person.role)})
        return self._begin(person, address)

    def enter_by_provider(self, begun: Begun | None, request: Request, back_to: str) -> str:
        """The cookie of a new session for who comes back from the identity provider.

        Raises :class:`Refusal` without a valid proof, for a person who is not known here, and when the provider does
        not answer.
        """
        assert self.provider is not None
        address = self.address_of(request)
        answer = {key: request.asked(key) for key in ("state", "code", "iss") if request.asked(key)}
        try:
            name = normal_name(self.provider.name_of(begun, answer, back_to))
        except NotSignedIn as reason:
            self._note_failure("", {"address": address, "reason": str(reason)})
            raise _refusal(words.NOT_COMPLETED) from None
        return self._begin(self._known(name, address), address)

    def enter_without_form(self, request: Request) -> str | None:
        """The cookie of a new session for whom a proxy on this machine names, and in a demonstration; None else.

        Raises :class:`Refusal` for a name of the proxy's that is not known here.
        """
        if not is_loopback(request.peer):
            return None
        address = self.address_of(request)
        if self.is_demonstration:
            return self._begin_demonstration(address)
        name = self._from_proxy(request) if self.settings.method == "header" else ""
        return self._begin(self._known(name, address), address) if name else None

    def leave(self, request: Request) -> None:
        """Ends a session."""
        name = self.sessions.end(request.cookie(self.cookie_name))
        if name is not None:
            self._note(name, Action.SIGNED_OUT)

    def _begin(self, person: Person, address: str) -> str:
        self._note(person.name, Action.SIGNED_IN, {"address": address})
        return self.sessions.begin(person.name, _seal(person))

    def _begin_demonstration(self, address: str) -> str:
        """Noted once: everybody is the same person, and every browser that is opened begins a session."""
        with self._one_first:
            is_first, self._is_demonstration_noted = not self._is_demonstration_noted, True
        if is_first:
            return self._begin(DEMONSTRATION, address)
        return self.sessions.begin(DEMONSTRATION.name, _seal(DEMONSTRATION))

    def _known(self, name: str, address: str) -> Person:
        """The person of a name that somebody vouches for."""
        person = self.people.find(name)
        if person is None:
            self._note_failure(name, {"address": address})
            raise _refusal(words.NOT_KNOWN, name=name[:LONGEST_NAME_TOLD])
        return person

    def _wait(self, name: str, address: str) -> None:
        seconds = self.tries.seconds_to_wait(name, address)
        if seconds:
            raise _refusal(words.WAIT, seconds=seconds)

    def _from_proxy(self, request: Request) -> str:
        value = request.headers.get(self.settings.header.lower().encode(), b"")
        return normal_name(value.decode("utf-8", errors="replace"))

    def _note_failure(self, name: str, details: Details) -> None:
        """Names that are not known here are not kept: now and then a password is typed into the wrong field."""
        self._note(name if name in self.people.all() else "", Action.SIGN_IN_FAILED, details)

    def _note(self, who: str, action: Action, details: Details | None = None) -> None:
        try:
            self.log.append(who, action, details)
        except (OSError, Refusal):
            raise _refusal(words.NO_LOG) from None


def _seal(person: Person) -> str:
    """What a session depends on: with another password the old ones end."""
    return hashlib.sha256((person.password_hash or "").encode()).hexdigest()


def _refusal(label: Label, **values: object) -> Refusal:
    return Refusal(label.zh.format(**values), label.en.format(**values))
