"""Passwords and passphrases: typed without being shown, or the first line of standard input; never an argument."""

import getpass
import sys

from warehouse.language import Label, Language, Refusal

PASSWORD = Label("密码", "Password")
PASSPHRASE = Label("备份口令", "Passphrase of the backup")
AGAIN = Label("再输一次", "Once more")


def new_password(language: Language, name: Label = PASSWORD) -> str:
    """A new one: asked for twice on a terminal; raises :class:`Refusal` when the two differ."""
    first = known_password(language, name)
    if sys.stdin.isatty() and first != _typed(AGAIN, language):
        raise Refusal(f"两次输入的{name.zh}不同", f"{name.en}: the two that were typed differ")
    return first


def known_password(language: Language, name: Label = PASSWORD) -> str:
    """One that exists already: asked for once on a terminal."""
    return _typed(name, language) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def _typed(name: Label, language: Language) -> str:
    return getpass.getpass(Label(f"{name.zh}：", f"{name.en}: ").in_language(language))
