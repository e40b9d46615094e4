"""The sign-in page: plain HTML in both languages, and nothing of what a visitor wrote becomes a part of it."""

import re

import pytest

from dashboard.sign_in import words
from dashboard.sign_in.page import sign_in_page, sign_out_page
from warehouse.language import Language

HOSTILE = "\"><script>alert('x')</script>"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_form_asks_for_name_and_password_in_the_visitors_language(language: Language) -> None:
    html, _ = sign_in_page(language, "/coverage")
    for label in (words.TITLE, words.NAME, words.PASSWORD):
        assert label.in_language(language) in html
    assert re.findall(r'<input name="(\w+)" type="(\w+)" autocomplete="([\w-]+)"', html) == [
        ("name", "text", "username"),
        ("password", "password", "current-password"),
    ]
    assert '<input type="hidden" name="to" value="/coverage">' in html
    assert f'<html lang="{"zh-CN" if language == "zh" else "en"}">' in html


def test_the_other_language_is_one_link_away_and_keeps_the_wanted_page() -> None:
    html, _ = sign_in_page("zh", "/coverage?a=b&c=d")
    assert 'href="/sign-in?to=%2Fcoverage%3Fa%3Db%26c%3Dd&amp;lang=en">English</a>' in html


@pytest.mark.parametrize("is_first", [False, True])
def test_the_page_needs_no_script_and_allows_none(is_first: bool) -> None:
    html, policy = sign_in_page("zh", HOSTILE, HOSTILE, HOSTILE, is_first=is_first, elsewhere=(HOSTILE, words.GO_ON))
    assert "<script" not in html
    assert " on" not in re.sub(r">[^<]*<", "><", html)
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_the_styles_are_allowed_by_a_word_that_changes() -> None:
    (first, policy), (second, _) = sign_in_page("zh", "/"), sign_in_page("zh", "/")
    word = re.search(r'nonce="([^"]+)"', first)
    assert word is not None
    assert f"'nonce-{word[1]}'" in policy
    assert word[1] not in second


def test_the_first_administrators_form_asks_for_the_code() -> None:
    html, _ = sign_in_page("en", "/", is_first=True)
    assert re.findall(r'<input name="(\w+)"', html) == ["code", "name", "password"]
    assert "one-time code shown in the terminal" in html


def test_typing_goes_on_where_something_is_missing() -> None:
    for name, field in (("", "name"), ("王主任", "password")):
        html, _ = sign_in_page("zh", "/", name=name)
        assert re.findall(r'<input name="(\w+)"[^>]* autofocus', html) == [field]


def test_signing_out_takes_a_button() -> None:
    html, policy = sign_out_page("zh")
    assert '<form method="post" action="/sign-out?lang=zh"><button>退出登录</button></form>' in html
    assert "form-action 'self'" in policy
