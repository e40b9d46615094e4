"""What the pages hear and answer while somebody is signed in, and no longer."""

from collections.abc import Callable, Sequence

from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.sign_in.answers import NOT_KEPT, Header
from dashboard.sign_in.headers import with_security
from dashboard.sign_in.request import Message, Receive, Send

STATIC = "/static/"


def heard_while_signed_in(receive: Receive, is_signed_in: Callable[[], bool]) -> Receive:
    """What a websocket says; once its session has ended, whatever it says is heard as a wish to see the page again.

    The page then says that the session has ended. A click would run its handler first, before the page is made.
    """

    async def heard() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive" and not is_signed_in():
            return {"type": "websocket.receive", "bytes": reload_said(message.get("bytes") or b""), "text": None}
        return message

    return heard


def reload_said(said: bytes) -> bytes:
    """The wish to see the page again, of which nothing but the page and its address is kept."""
    heard = BackMsg()
    try:
        heard.ParseFromString(said)
    except Exception:
        heard = BackMsg()
    before, again = heard.rerun_script, BackMsg()
    again.rerun_script.query_string = before.query_string
    again.rerun_script.page_script_hash = before.page_script_hash
    again.rerun_script.context_info.url = before.context_info.url
    return bytes(again.SerializeToString())


def answered(send: Send, path: str, more: Sequence[Header] = ()) -> Send:
    """Answers with our headers and ``more``; what is not a part of the frame itself no browser and no proxy keeps."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = message.get("headers", [])
            if not path.startswith(STATIC):
                headers = [(name, value) for name, value in headers if name.lower() != NOT_KEPT[0]] + [NOT_KEPT]
            message["headers"] = with_security([*headers, *more])
        await send(message)

    return sending
