"""The sign-in page: plain HTML, which needs no script."""

import secrets
from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from dashboard.sign_in import words
from warehouse.language import Label, Language

STYLE = """
body { margin: 0; background: #F5F7FA; color: #1F2933; font-size: 16px; line-height: 1.6;
  font-family: 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', sans-serif; }
main { max-width: 360px; margin: 12vh auto 0; padding: 32px 28px; background: #FFFFFF; border: 1px solid #D9E0E7;
  border-radius: 8px; }
h1 { font-size: 22px; margin: 0; } h2 { font-size: 16px; font-weight: normal; margin: 4px 0 20px; color: #52606D; }
label { display: block; margin-top: 14px; }
input { box-sizing: border-box; width: 100%; padding: 9px 10px; font: inherit; border: 1px solid #9AA5B1;
  border-radius: 4px; }
input:focus, button:focus, a:focus { outline: 2px solid #1F5FA8; outline-offset: 1px; }
button, a.button { box-sizing: border-box; display: block; width: 100%; margin-top: 22px; padding: 10px; font: inherit;
  text-align: center; text-decoration: none; color: #FFFFFF; background: #1F5FA8; border: 0; border-radius: 4px;
  cursor: pointer; }
p.notice { padding: 8px 12px; background: #FDF3D8; border-left: 4px solid #E0A100; }
footer { max-width: 360px; margin: 12px auto; text-align: right; font-size: 14px; padding: 0 28px; }
a { color: #1F5FA8; }
@media (max-width: 480px) { main { margin: 0; border: 0; border-radius: 0; } }
"""

Field = tuple[str, Label, str, str]
"""Name, label, type and autocomplete of an input."""

SIGN_IN: Sequence[Field] = (
    ("name", words.NAME, "text", "username"),
    ("password", words.PASSWORD, "password", "current-password"),
)
FIRST: Sequence[Field] = (
    ("code", words.CODE, "text", "one-time-code"),
    ("name", words.NAME, "text", "username"),
    ("password", words.PASSWORD, "password", "new-password"),
)


def sign_in_page(
    language: Language,
    target: str,
    notice: str | None = None,
    name: str = "",
    *,
    is_first: bool = False,
    elsewhere: tuple[str, Label] | None = None,
    has_form: bool = True,
) -> tuple[str, str]:
    """The HTML and its content-security policy.

    ``target`` is where the visitor wanted to go, ``notice`` a sentence above the form, ``name`` what was typed before;
    ``is_first``: the form that makes the first administrator; ``elsewhere``: a button that leads to another address,
    such as the one that starts a sign-in at the identity provider.
    """
    body = []
    if notice:
        body.append(f'<p class="notice" role="alert">{escape(notice)}</p>')
    if is_first:
        body.append(f"<p>{_say(words.FIRST_INTRO, language)}</p>")
    if elsewhere:
        body.append(f'<a class="button" href="{escape(elsewhere[0])}">{_say(elsewhere[1], language)}</a>')
    if has_form:
        body.append(_form(language, target, name, is_first=is_first))
    switch = "/sign-in?" + urlencode({"to": target}) + "&lang="
    return _document(language, words.FIRST_TITLE if is_first else words.TITLE, "".join(body), switch)


def _document(language: Language, title: Label, body: str, switch: str) -> tuple[str, str]:
    """A whole page; ``switch`` is its own address without the other language's code at the end."""
    nonce = secrets.token_urlsafe(16)
    other = escape(switch + ("en" if language == "zh" else "zh"))
    html = (
        f'<!doctype html><html lang="{"zh-CN" if language == "zh" else "en"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{_say(title, language)} · '
        f'{_say(words.PRODUCT, language)}</title><style nonce="{nonce}">{STYLE}</style></head><body>'
        f"<main><h1>{_say(words.PRODUCT, language)}</h1><h2>{_say(title, language)}</h2>{body}</main>"
        f'<footer><a href="{other}">{_say(words.OTHER_LANGUAGE, language)}</a></footer></body></html>'
    )
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    return html, policy


def sign_out_page(language: Language) -> tuple[str, str]:
    """The HTML that asks once more before signing out, and its content-security policy."""
    button = f"<button>{_say(words.SIGN_OUT, language)}</button>"
    form = f'<form method="post" action="/sign-out?lang={language}">{button}</form>'
    return _document(language, words.SIGN_OUT, form, "/sign-out?lang=")


def _form(language: Language, target: str, name: str, *, is_first: bool) -> str:
    # a name that was typed before is right more often than its password
    first = 1 if name and not is_first else 0
    fields = enumerate(FIRST if is_first else SIGN_IN)
    inputs = "".join(_input(field, language, name, is_focused=place == first) for place, field in fields)
    hidden = "".join(
        f'<input type="hidden" name="{field}" value="{escape(value)}">'
        for field, value in (("to", target), ("lang", language))
    )
    submit = words.FIRST_SUBMIT if is_first else words.SUBMIT
    return f'<form method="post" action="/sign-in">{inputs}{hidden}<button>{_say(submit, language)}</button></form>'


def _input(field: Field, language: Language, typed_name: str, *, is_focused: bool) -> str:
    name, label, kind, complete = field
    value = f' value="{escape(typed_name)}"' if name == "name" else ""
    focus = " autofocus" if is_focused else ""
    return (
        f'<label>{_say(label, language)}<input name="{name}" type="{kind}" autocomplete="{complete}" required '
        f'maxlength="200"{focus}{value}></label>'
    )


def _say(label: Label, language: Language) -> str:
    return escape(label.in_language(language))
