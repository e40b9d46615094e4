"""What holds for every date, number, code and sheet, tried on many of them."""

import datetime as dt
import re
import tempfile
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.reading import amounts, credit_code, dates, identity
from pipelines.reading.cells import column_cells, raw_column
from pipelines.reading.headings import folded, without_unit
from pipelines.reading.people import person_keys
from pipelines.reading.workbook import Cell
from tests.spec.reading.workbooks import REQUIRED, Workbooks, accounted

settings.register_profile("reading", max_examples=60, deadline=None, derandomize=True)
settings.load_profile("reading")

SPELLINGS = ("{:%Y-%m-%d}", "{:%Y/%m/%d}", "{:%Y.%m.%d}", "{:%Y%m%d}", "{:%Y年%m月%d日}", "{0.year}.{0.month}.{0.day}")
FULL_WIDTH = str.maketrans("0123456789,.%", "０１２３４５６７８９，．％")
FAR_DAYS = st.dates(dt.date(1954, 10, 3), dt.date(2119, 1, 9))
CENTS = st.integers(min_value=-(10**11), max_value=10**11)


def cells_of(cells: Sequence[Cell]) -> pl.DataFrame:
    """The cells as the readers of kinds are given them."""
    return column_cells(raw_column(cells))


@given(FAR_DAYS, st.sampled_from(SPELLINGS), st.booleans())
def test_a_day_is_the_same_in_every_spelling(day: dt.date, spelling: str, is_wide: bool) -> None:
    text = spelling.format(day).translate(FULL_WIDTH if is_wide else {})
    assert dates.days(cells_of([text, day])).value.to_list() == [day, day]
    first = day.replace(day=1)
    assert dates.months(cells_of([text, f"{day:%Y%m}", f"{day.year}年{day.month}月"])).value.to_list() == [first] * 3


@given(FAR_DAYS, st.times(), st.sampled_from(["{:%H:%M}", "{:%H:%M:%S}", "{0.hour}:{0:%M}", "{:%H:%M:%S.%f}"]))
def test_a_time_of_day_never_changes_the_day(day: dt.date, time: dt.time, spelling: str) -> None:
    after = spelling.format(time)
    written = [f"{day.year}{mark}{day.month}{mark}{day.day} {after}" for mark in "-/."]
    written += [f"{day:%Y-%m-%d}T{after}", f"{day.year}年{day.month}月{day.day}日{after}"]
    assert dates.days(cells_of(written)).value.to_list() == [day] * len(written)


@given(FAR_DAYS)
def test_a_serial_number_is_the_day_that_excel_shows(day: dt.date) -> None:
    serial = (day - dt.date(1899, 12, 30)).days
    assert dates.days(cells_of([serial, float(serial), str(serial)])).value.to_list() == [day] * 3


@given(CENTS, st.booleans())
def test_money_is_exact_as_text_and_as_a_number(cents: int, is_wide: bool) -> None:
    yuan = Decimal(cents) / 100
    text = f"{yuan:,.2f}".translate(FULL_WIDTH if is_wide else {})
    read = amounts.amounts_of_money(cells_of([text, float(yuan), f"{yuan:.2f}元"]), pl.Series([1]))
    assert read.value.to_list() == [yuan] * 3
    assert not read.wrong.any()


@given(st.decimals(min_value=-1000, max_value=1000, places=6), st.sampled_from(list(amounts.MONEY_UNITS.values())))
def test_money_in_another_unit_is_converted_exactly_or_refused(value: Decimal, scale: int) -> None:
    read = amounts.amounts_of_money(cells_of([f"{value:f}"]), pl.Series([scale]))
    exact = value * scale
    cent = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert read.value.to_list() == [cent if abs(exact - cent) <= Decimal("0.000001") else None]


@given(st.integers(min_value=1 - 10**10, max_value=10**10 - 1))
def test_a_whole_number_survives_every_way_of_writing_it(number: int) -> None:
    cells: list[Cell] = [number, float(number), str(number), f"{number:,}", f"{number}人", f"{number}.0"]
    assert amounts.whole_numbers(cells_of(cells)).value.to_list() == [number] * len(cells)


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=9))
def test_a_number_is_rounded_half_up_to_six_decimals(value: Decimal) -> None:
    expected = value.quantize(Decimal("0.000001"), ROUND_HALF_UP)
    assert amounts.numbers(cells_of([f"{value:f}"]), []).value.to_list() == [expected]


@given(st.text(max_size=12))
def test_no_text_makes_the_readers_of_cells_fail(text: str) -> None:
    cells = cells_of([text, "1"])
    for read in (dates.days, dates.months, dates.years, amounts.whole_numbers, credit_code.credit_codes):
        outcome = read(cells)
        assert len(outcome.value) == 2
        assert outcome.wrong.null_count() == 0


BIRTHS = st.dates(dt.date(1850, 1, 1), dt.date(2100, 12, 31))


@given(st.integers(100000, 999999), BIRTHS, st.integers(0, 999), st.integers(0, 9))
def test_exactly_one_check_character_makes_an_identity_number_right(
    region: int, birth: dt.date, order: int, other: int
) -> None:
    first = f"{region}{birth:%Y%m%d}{order:03}"
    right = first + identity.check_character(first)
    wrong = [first + character for character in "0123456789X" if character != right[-1]]
    read = person_keys(cells_of([right, right.lower(), *wrong]), b"key")
    assert read.value.to_list() == [identity.person_key(right, b"key")] * 2 + [None] * 10
    assert identity.is_identity_number(right)
    assert not any(map(identity.is_identity_number, wrong))
    assert right not in identity.without_personal_numbers(f"见{right}号{other}")


@given(st.text(max_size=30))
def test_a_mask_never_shows_more_than_seven_characters(value: str) -> None:
    hidden = identity.masked(value)
    assert len(hidden) == len(value)
    if "*" not in value:
        assert len(hidden.replace("*", "")) <= (7 if len(value) >= 8 else 0)


@given(st.text(alphabet=credit_code.ALPHABET, min_size=17, max_size=17))
def test_exactly_one_check_character_makes_a_credit_code_right(first: str) -> None:
    codes = [first + character for character in credit_code.ALPHABET]
    read = credit_code.credit_codes(cells_of([*codes, codes[0].lower()]))
    assert read.doubtful is not None
    assert not read.wrong.any()
    assert read.value.to_list() == [*codes, codes[0]]
    # GB 32100: the values of all eighteen, each times 3 to the power of its place, add up to a multiple of 31
    right = -sum(credit_code.ALPHABET.index(sign) * 3**place for place, sign in enumerate(first)) % 31
    assert read.doubtful.to_list()[: len(codes)] == [position != right for position in range(len(codes))]


@pytest.mark.parametrize("character", "IOSVZ")
def test_letters_that_look_like_figures_are_in_no_credit_code(character: str) -> None:
    assert credit_code.credit_codes(cells_of(["9135010" + character + "M000100Y43"])).wrong.all()


@given(st.lists(st.sampled_from("甲乙丙丁AB12"), min_size=1, max_size=6), st.sampled_from(" \n\u3000\t"))
def test_a_heading_is_the_same_with_spaces_and_a_unit(characters: list[str], space: str) -> None:
    name = "".join(characters)
    spaced = space.join(["", *characters, ""]).translate(FULL_WIDTH)
    assert folded(spaced) == folded(name) == name
    assert without_unit(folded(spaced + "（万元）")) == name
    assert without_unit(folded(name + "（合计）")) == f"{name}(合计)"


CELLS = st.sampled_from(
    [
        *("", "A1", "A2", "1", "12", "2021-03-05", "2021.3", "小计", "合计", "备注", "示例", "零报告", "本月无", "—"),
        *REQUIRED,
    ]
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=8), st.booleans())
def test_no_row_of_any_sheet_is_lost(rows: list[list[str]], has_heading: bool) -> None:
    lines = [*rows[:2], *([list(REQUIRED)] if has_heading else []), *rows[2:]]
    with tempfile.TemporaryDirectory() as folder:
        reading = Workbooks(Path(folder)).read_text("\n".join(map(",".join, lines)) + "\n")
    last = max((number for number, line in enumerate(lines, 1) if any(line)), default=0)
    assert reading.read == last == accounted(reading)
    assert len(reading.rows) == len(reading.as_read)
    assert all(re.fullmatch(r"[a-z_]+", rule) for rule in reading.problems["rule"])
