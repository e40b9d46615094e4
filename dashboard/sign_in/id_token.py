"""The proof of who somebody is that an identity provider signs."""

from collections.abc import Mapping
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.jwk import KeySet

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Those with a key pair: with a shared key, or none, anybody who knows the client's secret could sign."""
LEEWAY_SECONDS = 60


def verified_claims(
    id_token: str, keys: KeySet, *, issuer: str, client_id: str, nonce: str, now: float
) -> Mapping[str, Any]:
    """What the token says, once its signature, issuer, audience, times and nonce are right.

    Raises a ``JoseError``, or ``ValueError`` for what is no token at all.
    """
    token = jwt.decode(id_token, keys, algorithms=ALGORITHMS)
    options = {
        "iss": {"essential": True, "value": issuer},
        "aud": {"essential": True, "value": client_id},
        "exp": {"essential": True},
        "nonce": {"essential": True, "value": nonce},
    }
    claims = CodeIDToken(token.claims, token.header, options, {"nonce": nonce, "client_id": client_id})
    claims.validate(now=int(now), leeway=LEEWAY_SECONDS)
    return dict(token.claims)
