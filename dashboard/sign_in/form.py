"""The form of the sign-in page, as it is sent: short, whole and in time, or not at all."""

from urllib.parse import parse_qs

from anyio import move_on_after

from dashboard.sign_in.request import Receive, Request

LONGEST_FORM_BYTES = 16_384
MOST_FIELDS = 10
SECONDS_TO_SEND = 10.0
KIND = b"application/x-www-form-urlencoded"


class Unreadable(Exception):
    """A form that is not read; ``status`` says why in the numbers of HTTP."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def read_form(request: Request, receive: Receive) -> dict[str, str]:
    """The fields by name. Raises :class:`Unreadable` for another kind of content, and for a form that is too long, too
    slow or broken off."""
    if request.headers.get(b"content-type", b"").split(b";")[0].strip().lower() != KIND:
        raise Unreadable(415)
    body = None
    with move_on_after(SECONDS_TO_SEND):
        body = await _body(receive)
    if body is None:
        raise Unreadable(408)
    try:
        given = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise Unreadable(400) from None
    return {name: values[0] for name, values in given.items()}


async def _body(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise Unreadable(400)
        body += bytes(message.get("body", b""))
        if len(body) > LONGEST_FORM_BYTES:
            raise Unreadable(413)
        if not message.get("more_body"):
            return body
