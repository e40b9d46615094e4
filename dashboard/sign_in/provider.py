"""Signing in at the organisation's identity provider: OpenID Connect, authorization code with PKCE."""

import hmac
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from dashboard.sign_in import words
from dashboard.sign_in.id_token import verified_claims
from dashboard.sign_in.sessions import Clock
from dashboard.sign_in.under_way import Begun, UnderWay
from warehouse.access.sign_in_settings import SignInSettings, is_safe_address
from warehouse.language import Label, Refusal

DISCOVERY = "/.well-known/openid-configuration"
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
SCOPE = "openid profile email"
SECONDS_TO_ANSWER = 10
SECONDS_KEPT = 3600
SECONDS_BETWEEN_KEYS = 60
Answer = TypeVar("Answer")
_log = logging.getLogger(__name__)


class NotSignedIn(Exception):
    """The visitor came back without a valid proof of who it is; its text is the reason, for the log."""


class Provider:
    """The identity provider of the settings. What it says of itself is asked for when it is first needed."""

    def __init__(self, settings: SignInSettings, secret: str | None, clock: Clock = time.time) -> None:
        self.settings, self.clock = settings, clock
        self.under_way = UnderWay(clock)
        self._secret = secret
        self._known: tuple[float, Mapping[str, Any]] | None = None
        self._keys: tuple[float, KeySet] | None = None

    def start(self, back_to: str, target: str, language: str) -> tuple[str, str]:
        """The address at the provider that the visitor is sent to, and the cookie that belongs to it. Raises
        :class:`Refusal` when the provider does not answer."""
        begun = self.under_way.begin(target, language)
        with self._client(back_to) as client:
            there, _ = client.create_authorization_url(
                self._metadata()["authorization_endpoint"],
                state=begun.state,
                nonce=begun.nonce,
                code_verifier=begun.verifier,
            )
        return str(there), self.under_way.sealed(begun)

    def name_of(self, begun: Begun | None, answer: Mapping[str, str], back_to: str) -> str:
        """The name that the provider gives the visitor who came back with this answer.

        Raises :class:`NotSignedIn` without a valid proof, and :class:`Refusal` when the provider does not answer.
        """
        if begun is None or not hmac.compare_digest(answer.get("state", "").encode(), begun.state.encode()):
            raise NotSignedIn("state")
        if "iss" in answer and answer["iss"] != self.settings.issuer:
            raise NotSignedIn("issuer")
        if "code" not in answer:
            raise NotSignedIn("denied")
        claims = self._claims(self._token(begun, answer["code"], back_to), begun.nonce)
        name = claims.get(self.settings.claim)
        if self.settings.claim == "email" and claims.get("email_verified") is not True:
            raise NotSignedIn("email_not_verified")
        if not isinstance(name, str) or not name.strip():
            raise NotSignedIn("claim")
        return name

    def _token(self, begun: Begun, code: str, back_to: str) -> str:
        with self._client(back_to) as client:
            endpoint = self._metadata()["token_endpoint"]
            try:
                token = _asked(
                    lambda: client.fetch_token(
                        endpoint,
                        grant_type="authorization_code",
                        code=code,
                        code_verifier=begun.verifier,
                        timeout=SECONDS_TO_ANSWER,
                        allow_redirects=False,
                    )
                )
            except OAuthError:
                raise NotSignedIn("code") from None
        id_token = token.get("id_token")
        if not isinstance(id_token, str):
            raise NotSignedIn("no_id_token")
        return id_token

    def _claims(self, id_token: str, nonce: str) -> Mapping[str, Any]:
        known = {"issuer": self.settings.issuer, "client_id": self.settings.client_id, "nonce": nonce}
        for is_second in (False, True):
            try:
                return verified_claims(id_token, self._key_set(is_fresh=is_second), now=self.clock(), **known)
            except JoseError as error:
                # a provider changes its keys now and then
                if is_second or self._keys is None or self.clock() - self._keys[0] < SECONDS_BETWEEN_KEYS:
                    raise NotSignedIn(f"id_token: {type(error).__name__}") from None
            except ValueError:
                raise NotSignedIn("id_token") from None
        raise AssertionError("unreachable")

    def _key_set(self, *, is_fresh: bool) -> KeySet:
        if self._keys is None or is_fresh or self.clock() - self._keys[0] > SECONDS_KEPT:
            found = self._read(self._metadata()["jwks_uri"])
            try:
                self._keys = self.clock(), KeySet.import_key_set(found)  # type: ignore[arg-type]
            except (JoseError, ValueError, KeyError, TypeError):
                raise _unavailable("jwks") from None
        return self._keys[1]

    def _metadata(self) -> Mapping[str, Any]:
        if self._known is None or self.clock() - self._known[0] > SECONDS_KEPT:
            found = self._read(self.settings.issuer.rstrip("/") + DISCOVERY)
            is_safe = all(is_safe_address(found.get(name)) for name in ENDPOINTS)
            if found.get("issuer") != self.settings.issuer or not is_safe:
                raise _unavailable("discovery")
            self._known = self.clock(), found
        return self._known[1]

    def _read(self, address: str) -> Mapping[str, Any]:
        answer = _asked(lambda: requests.get(address, timeout=SECONDS_TO_ANSWER, allow_redirects=False))
        try:
            found = answer.json() if answer.status_code == 200 else None
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise _unavailable(str(answer.status_code))
        return found

    def _client(self, back_to: str) -> OAuth2Session:
        return OAuth2Session(
            self.settings.client_id,
            self._secret,
            scope=SCOPE,
            redirect_uri=back_to,
            code_challenge_method="S256",
            token_endpoint_auth_method="client_secret_basic" if self._secret else "none",
        )


def _asked(question: Callable[[], Answer]) -> Answer:
    try:
        return question()
    except requests.RequestException as error:
        raise _unavailable(type(error).__name__) from None
    except ValueError:
        raise _unavailable("answer") from None


def _unavailable(reason: str) -> Refusal:
    _log.warning("the identity provider does not answer as it should: %s", reason)
    label: Label = words.PROVIDER_UNAVAILABLE
    return Refusal(label.zh, label.en)
