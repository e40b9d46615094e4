"""Identity numbers (居民身份证号): which are right, how they are hashed, what may be shown of them.

No function here keeps or prints a number; what leaves is a keyed hash or a mask.
"""

import datetime as dt
import hmac
import re
from collections.abc import Collection
from itertools import count
from pathlib import PurePosixPath

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
DIGITS = "0123456789X"
CHECK_CHARACTERS = "10X98765432"
EARLIEST_BIRTH_YEAR, LATEST_BIRTH_YEAR = 1850, 2100

_EIGHTEEN = re.compile(r"[1-9][0-9]{16}[0-9X]")
_SHOWN_BEFORE, _SHOWN_AFTER = 3, 4
_SHORTEST_SHOWN = 8
_NUMBER_IN_TEXT = re.compile(r"(?<!\d)[1-9]\d{16}[\dXxＸｘ](?![\dA-Za-z])")
_MOBILE_IN_TEXT = re.compile(r"(?<!\d)[1１][3-9３-９]\d{9}(?!\d)")


def check_character(first_seventeen: str) -> str:
    """The eighteenth character that GB 11643 gives to the first seventeen digits."""
    total = sum(int(digit) * weight for digit, weight in zip(first_seventeen, WEIGHTS, strict=True))
    return CHECK_CHARACTERS[total % 11]


def is_identity_number(text: str) -> bool:
    """Whether the 18 characters (upper case) have a possible birth date and the right check character."""
    if not _EIGHTEEN.fullmatch(text) or check_character(text[:17]) != text[17]:
        return False
    try:
        birth = dt.date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    return EARLIEST_BIRTH_YEAR <= birth.year <= LATEST_BIRTH_YEAR


def expanded(fifteen_digits: str) -> str:
    """A number of the form before 1999 in 18 characters: the century and the check character added."""
    first_seventeen = f"{fifteen_digits[:6]}19{fifteen_digits[6:]}"
    return first_seventeen + check_character(first_seventeen)


def person_key(identity_number: str, secret: bytes) -> str:
    """The keyed hash (HMAC-SHA-256, hexadecimal) that stands for a person everywhere else."""
    return hmac.digest(secret, identity_number.encode(), "sha256").hex()


def masked(value: str) -> str:
    """``530***********1234``: at most three leading and four trailing characters, none of a short value."""
    if len(value) < _SHORTEST_SHOWN:
        return "*" * len(value)
    hidden = len(value) - _SHOWN_BEFORE - _SHOWN_AFTER
    return value[:_SHOWN_BEFORE] + "*" * hidden + value[-_SHOWN_AFTER:]


def without_personal_numbers(text: str, *, mobiles: bool = True) -> str:
    """The text with every right identity number, and every mobile number if asked, masked."""
    text = _NUMBER_IN_TEXT.sub(_masked_if_right, text)
    return _MOBILE_IN_TEXT.sub(lambda found: masked(found[0]), text) if mobiles else text


def name_to_tell(name: str, taken: Collection[str]) -> str:
    """The name of a file or a sheet with personal numbers masked, apart from those ``taken`` by others.

    Somebody may keep a file or a sheet for every person, called by the number.
    """
    told = without_personal_numbers(name)
    if told == name:
        return name
    path = PurePosixPath(told)
    numbered = (told if number == 1 else str(path.with_stem(f"{path.stem}({number})")) for number in count(1))
    return next(candidate for candidate in numbered if candidate not in taken)


def _masked_if_right(found: re.Match[str]) -> str:
    digits = "".join("X" if character in "XxＸｘ" else str(int(character)) for character in found[0])
    return masked(found[0]) if is_identity_number(digits) else found[0]
