"""The addresses of the door itself: the sign-in page, its form, the way to an identity provider, signing out."""

from urllib.parse import urlencode

from anyio import CapacityLimiter, to_thread

from dashboard.sign_in import words
from dashboard.sign_in.answers import Answer, Header, cookie, page, redirect, sentence
from dashboard.sign_in.form import Unreadable, read_form
from dashboard.sign_in.headers import local_target
from dashboard.sign_in.page import sign_in_page, sign_out_page
from dashboard.sign_in.request import READING, Receive, Request
from dashboard.sign_in.visitors import Visitors
from warehouse.language import Label, Language, Refusal

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
START, CALLBACK = "/sign-in/start", "/sign-in/callback"
UNDER_WAY = "unionkpi_sign_in"
PASSWORDS_AT_ONCE = 2
PROVIDER_CALLS_AT_ONCE = 4
SAID = {"out": words.SIGNED_OUT, "ended": words.ENDED}


class Desk:
    """Answers at the door, for one process."""

    def __init__(self, visitors: Visitors) -> None:
        self.visitors = visitors
        self._passwords = CapacityLimiter(PASSWORDS_AT_ONCE)
        self._calls = CapacityLimiter(PROVIDER_CALLS_AT_ONCE)

    async def answer(self, request: Request, receive: Receive) -> Answer:
        """What is answered under the four addresses of the door."""
        if request.path == SIGN_OUT:
            return await self._sign_out(request)
        if request.path in (START, CALLBACK):
            return await self._elsewhere(request)
        if request.method == "POST":
            return await self._form(request, receive)
        if request.method not in READING:
            return sentence(405, words.REFUSED)
        return self._page(request.language, request.asked("to"), SAID.get(request.asked("said")))

    async def without_form(self, request: Request) -> Answer | None:
        """What is answered to who needs no form: the wanted page, or why not; None where a form is needed."""
        try:
            entered = await to_thread.run_sync(self.visitors.enter_without_form, request)
        except Refusal as refusal:
            return self._page(request.language, request.whole, refusal.label, status=403)
        return redirect(request.whole, self.cookie(entered)) if entered else None

    async def demonstration(self, request: Request) -> list[Header]:
        """The cookie of a session, for a page of a demonstration; nothing for the parts of one."""
        if not request.wants_a_page:
            return []
        entered = await to_thread.run_sync(self.visitors.enter_without_form, request)
        return [self.cookie(entered)] if entered else []

    def cookie(self, value: str) -> Header:
        settings = self.visitors.settings
        seconds = settings.hours * 3600 if value else 0
        return cookie(self.visitors.cookie_name, value, seconds, is_secure=settings.behind_tls)

    async def _sign_out(self, request: Request) -> Answer:
        if request.method in READING:
            return page(*sign_out_page(request.language))
        if request.method != "POST":
            return sentence(405, words.REFUSED)
        await to_thread.run_sync(self.visitors.leave, request)
        return redirect(f"{SIGN_IN}?said=out&lang={request.language}", self.cookie(""))

    async def _form(self, request: Request, receive: Receive) -> Answer:
        if not self.visitors.has_form:
            return sentence(404, words.REFUSED)
        try:
            form = await read_form(request, receive)
        except Unreadable as unreadable:
            return sentence(unreadable.status, words.REFUSED)
        language: Language = "en" if form.get("lang") == "en" else "zh"
        target, name = local_target(form.get("to")), form.get("name", "").strip()
        try:
            entered = await to_thread.run_sync(self._enter, form, name, request, limiter=self._passwords)
        except Refusal as refusal:
            return self._page(language, target, refusal.label, name, status=403)
        return self._signed_in(request, entered, target)

    def _enter(self, form: dict[str, str], name: str, request: Request) -> str:
        password, address = form.get("password", ""), self.visitors.address_of(request)
        if self.visitors.is_first:
            return self.visitors.make_first(form.get("code", ""), name, password, address)
        return self.visitors.enter(name, password, address)

    async def _elsewhere(self, request: Request) -> Answer:
        """To the identity provider, and back from it."""
        provider = self.visitors.provider
        if provider is None or request.method != "GET":
            return sentence(404, words.REFUSED)
        scheme = "https" if self.visitors.settings.behind_tls else "http"
        back_to = f"{scheme}://{request.host}{CALLBACK}"
        if request.path == START:
            return await self._start(request, back_to)
        begun = provider.under_way.read(request.cookie(UNDER_WAY))
        language: Language = "en" if begun and begun.language == "en" else "zh"
        try:
            entered = await to_thread.run_sync(
                self.visitors.enter_by_provider, begun, request, back_to, limiter=self._calls
            )
        except Refusal as refusal:
            answer = self._page(language, begun.target if begun else "/", refusal.label, status=403)
        else:
            answer = self._signed_in(request, entered, begun.target if begun else "/")
        answer.headers.append(self._under_way(""))
        return answer

    async def _start(self, request: Request, back_to: str) -> Answer:
        assert self.visitors.provider is not None
        target = local_target(request.asked("to"))
        try:
            there, begun = await to_thread.run_sync(
                self.visitors.provider.start, back_to, target, request.language, limiter=self._calls
            )
        except Refusal as refusal:
            return self._page(request.language, target, refusal.label, status=503)
        return redirect(there, self._under_way(begun))

    def _under_way(self, value: str) -> Header:
        seconds = 600 if value else 0
        return cookie(UNDER_WAY, value, seconds, path=SIGN_IN, is_secure=self.visitors.settings.behind_tls)

    def _signed_in(self, request: Request, entered: str, target: str) -> Answer:
        self.visitors.sessions.end(request.cookie(self.visitors.cookie_name))
        return redirect(target, self.cookie(entered))

    def _page(self, language: Language, target: str, notice: Label | None, name: str = "", status: int = 200) -> Answer:
        target = local_target(target)
        elsewhere, button = None, words.SIGN_IN_ELSEWHERE
        if self.visitors.provider is not None:
            elsewhere = f"{START}?" + urlencode({"to": target, "lang": language})
        elif not self.visitors.has_form:
            elsewhere, button = target, words.GO_ON
            notice = notice or (None if self.visitors.is_demonstration else words.NOT_FROM_PROXY)
        return page(
            *sign_in_page(
                language,
                target,
                notice.in_language(language) if notice else None,
                name,
                is_first=self.visitors.is_first,
                elsewhere=(elsewhere, button) if elsewhere else None,
                has_form=self.visitors.has_form,
            ),
            status,
        )
