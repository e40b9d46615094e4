"""The middleware in front of the pages: nothing is answered without a session but the sign-in page itself."""

from urllib.parse import urlencode

from dashboard.sign_in import words
from dashboard.sign_in.answers import CLOSE_POLICY_VIOLATION, Answer, Header, redirect, sentence
from dashboard.sign_in.desk import CALLBACK, SIGN_IN, SIGN_OUT, START, Desk
from dashboard.sign_in.headers import is_expected_host, is_forwarded, is_own_origin
from dashboard.sign_in.listening import answered, heard_while_signed_in
from dashboard.sign_in.request import READING, App, Receive, Request, Scope, Send
from dashboard.sign_in.visitors import Visitors
from warehouse.access.opening import is_loopback
from warehouse.language import Refusal

UPLOADS = "/_stcore/upload_file/"
BAD_REQUEST, NO_SESSION, FORBIDDEN, MISDIRECTED, UNAVAILABLE = 400, 401, 403, 421, 503


class Doorkeeper:
    """ASGI middleware around the dashboard.

    Checks host and origin, lets in who has a session, shows the sign-in page to who has none, and gives every answer
    the headers of :mod:`dashboard.sign_in.headers`.
    """

    def __init__(self, app: App, visitors: Visitors) -> None:
        self.app, self.visitors = app, visitors
        self.desk = Desk(visitors)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        request = Request.of(scope)
        more: list[Header] = []
        try:
            answer = await self._answer(request, receive)
            if answer is not None and self._is_demonstrated(request):
                answer, more = None, await self.desk.demonstration(request)
        except Refusal as refusal:
            answer = sentence(UNAVAILABLE, refusal.label)
        if answer is None:
            await self.app(scope, self._heard(request, receive), answered(send, request.path, more))
        elif request.is_websocket:
            await receive()
            await send({"type": "websocket.close", "code": CLOSE_POLICY_VIOLATION})
        else:
            await answer.give(send)

    async def _answer(self, request: Request, receive: Receive) -> Answer | None:
        """The door's own answer; None: the visitor comes in."""
        refused = self._refused(request)
        if refused:
            return sentence(refused, words.REFUSED)
        if not request.is_websocket and request.path in (SIGN_IN, SIGN_OUT, START, CALLBACK):
            return await self.desk.answer(request, receive)
        person = self.visitors.person_of(request)
        if person is not None:
            is_allowed = person.role.may_hand_in or not request.path.startswith(UPLOADS)
            return None if is_allowed else sentence(FORBIDDEN, words.REFUSED)
        return await self._without_session(request)

    def _refused(self, request: Request) -> int | None:
        """The status for a request that is not looked at any further."""
        settings = self.visitors.settings
        if request.repeated & {b"host", b"origin", settings.header.lower().encode()}:
            return BAD_REQUEST
        if not is_expected_host(request.host, self.visitors.listening_on, settings.hosts):
            return MISDIRECTED
        if request.changes_something and not is_own_origin(
            request.origin, request.host, behind_tls=settings.behind_tls
        ):
            return FORBIDDEN
        if settings.method == "header" and not is_loopback(request.peer):
            return FORBIDDEN
        if self.visitors.is_demonstration and (not is_loopback(request.peer) or is_forwarded(request.headers)):
            return FORBIDDEN
        return None

    async def _without_session(self, request: Request) -> Answer:
        if not request.wants_a_page:
            return sentence(NO_SESSION, words.NO_SESSION)
        if self.visitors.is_demonstration:
            return sentence(NO_SESSION, words.NO_SESSION)
        there = f"{SIGN_IN}?" + urlencode({"to": request.whole, "lang": request.language})
        return await self.desk.without_form(request) or redirect(there)

    def _is_demonstrated(self, request: Request) -> bool:
        """Whether a demonstration shows what is asked for, also to who keeps no cookies and would be sent round and
        round: a script that asks whether the server is there."""
        is_own = request.path in (SIGN_IN, SIGN_OUT, START, CALLBACK) or request.is_websocket
        return (
            self.visitors.is_demonstration and request.method in READING and not is_own and not self._refused(request)
        )

    def _heard(self, request: Request, receive: Receive) -> Receive:
        return heard_while_signed_in(receive, lambda: self._is_signed_in(request)) if request.is_websocket else receive

    def _is_signed_in(self, request: Request) -> bool:
        try:
            return self.visitors.person_of(request) is not None
        except Refusal:
            return False
