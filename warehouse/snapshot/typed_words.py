"""What people type into a snapshot: sentences in other words, reasons and remarks. All of it may be handed on."""

import re
import unicodedata

from warehouse.language import Label, Refusal

LONGEST_TEXT = 1000
LIKE_OF_PEOPLE = re.compile(
    r"[0-9]{11}"
    r"|1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4}"
    r"|[0-9]{6}[ -][0-9]{8}[ -][0-9]{3}[0-9Xx]"
    r"|[0-9]{4}(?:[ -][0-9]{4}){3}"
)
"""Mobiles, identity numbers and accounts, in one run of digits or in the groups that people write them in."""

SENTENCE = Label("改写的句子", "The sentence")
REASON = Label("原因（说明）", "The reason")


def checked(text: str, what: Label) -> str:
    """The words on one line; refuses too many, signs that cannot be printed and numbers as of people."""
    line = " ".join(text.split())
    if len(line) > LONGEST_TEXT:
        raise Refusal(
            f"{what.zh}有{len(line)}个字符，最多{LONGEST_TEXT}个，请缩短",
            f"{what.en} has {len(line)} characters and may have {LONGEST_TEXT}: shorten it",
        )
    if not line.isprintable():
        raise Refusal(
            f"{what.zh}里有不能显示的字符，请删去后再保存", f"{what.en} holds signs that cannot be printed: remove them"
        )
    if LIKE_OF_PEOPLE.search(unicodedata.normalize("NFKC", line)):
        raise Refusal(
            f"{what.zh}里有像身份证号、手机号或账号的长数字，文件里不能有个人信息；请删去，金额请用“万元”",
            f"{what.en} holds a number as long as those of identities, mobiles or accounts, and documents hold "
            "nothing of people: remove it, and write amounts in 万元",
        )
    return line
