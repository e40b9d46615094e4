"""The enterprises whose wage contract has expired without renewal or expires soon."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import data, words
from dashboard import format as formats
from dashboard.choice import choose
from dashboard.coverage import findings, queries
from dashboard.coverage import words as wording
from dashboard.figure_list import owner
from dashboard.page import View
from dashboard.table import STACKED, TableColumn, show_table
from warehouse.language import Language

DAYS = (30, 60, 90)
PER_PAGE = 50


def show(view: View) -> None:
    """The choice of days, what was found, and a page of the list."""
    missing = not_submitted(view)
    if missing:
        st.info(view.say(wording.CONTRACTS_NOT_SUBMITTED, ledgers=_names(view, missing)))
        return
    names = {str(days): view.say(wording.DAYS, days=days) for days in DAYS}
    days = int(choose(view, wording.WITHIN, "days", names, str(DAYS[-1]), width=160))
    listed = within(queries.wage_contract_expiries(view.published, view.as_of), days)
    if not view.is_county:
        listed = listed.filter(pl.col("township_code") == view.region_code)
    st.subheader(findings.of_contracts(listed, view.region_name, days, view.language), anchor=False)
    st.caption(view.say(wording.CONTRACTS_NOTE, owner=_owner(view)))
    _say_incomplete(view)
    if not listed.is_empty():
        _list(view, listed)


def within(expiries: pl.DataFrame, days: int) -> pl.DataFrame:
    """What has expired, and what expires in so many days; ``expiries`` has days_left."""
    return expiries.filter(pl.col("days_left") <= days)


def not_submitted(view: View) -> list[str]:
    """The contract ledgers of which no sheet was ever accepted."""
    accepted = set(data.sheets(view.published).filter("is_accepted")["ledger_id"])
    return [ledger for ledger in queries.WAGE_CONTRACT_LEDGERS if ledger not in accepted]


def _names(view: View, ledger_ids: list[str]) -> str:
    names = data.ledgers(view.published).filter(pl.col("ledger_id").is_in(ledger_ids))[f"label_{view.language}"]
    return words.SEPARATOR.in_language(view.language).join(names)


def _say_incomplete(view: View) -> None:
    short = set(data.missing_ledgers(view.published, view.as_of)) & set(queries.WAGE_CONTRACT_LEDGERS)
    if short:
        st.caption(
            view.say(wording.CONTRACTS_INCOMPLETE, ledgers=_names(view, sorted(short)), as_of=view.day(view.as_of))
        )


def _owner(view: View) -> str:
    ledgers = data.ledgers(view.published).filter(pl.col("ledger_id") == queries.WAGE_CONTRACT_LEDGERS[0])
    return "".join(view.say(wording.KEPT_BY, owner=owner(row)) for row in ledgers.iter_rows(named=True))


def _list(view: View, expiries: pl.DataFrame) -> None:
    numbers = [str(number) for number in range(1, -(-expiries.height // PER_PAGE) + 1)]
    page = int(choose(view, wording.PAGE, "contracts_page", dict(zip(numbers, numbers, strict=True)), "1", width=120))
    first = (page - 1) * PER_PAGE
    shown = expiries.slice(first, PER_PAGE)
    st.caption(view.say(wording.SHOWING, first=first + 1, last=first + shown.height, total=f"{expiries.height:,}"))
    show_table(columns(view), rows(shown, view.language), view.say(wording.CONTRACTS), STACKED)


def columns(view: View) -> list[TableColumn]:
    return [
        TableColumn("state", view.say(words.STATE)),
        TableColumn("enterprise", view.say(wording.ENTERPRISE), is_sentence=True),
        TableColumn("township", view.say(wording.TOWNSHIP)),
        TableColumn("contract", view.say(wording.CONTRACT_CODE)),
        TableColumn("expiry", view.say(wording.EXPIRY), is_number=True),
        TableColumn("left", view.say(wording.DAYS_LEFT), is_number=True),
        TableColumn("workers", view.say(wording.COVERED_WORKERS), is_number=True),
        TableColumn("renewal", view.say(wording.RENEWAL)),
    ]


def rows(expiries: pl.DataFrame, language: Language) -> list[dict[str, str]]:
    """The table's rows, in the order of ``expiries``, which is as of ``queries.wage_contract_expiries``."""
    return [_row(row, language) for row in expiries.iter_rows(named=True)]


def _row(row: dict[str, Any], language: Language) -> dict[str, str]:
    state = wording.EXPIRED if row["is_expired"] else wording.RENEWED if row["is_renewed"] else wording.EXPIRES_SOON
    return {
        "state": state.in_language(language),
        "enterprise": row["unit_name"] or row["unit_code"],
        "township": row["region_name"] or wording.NOT_REGISTERED.in_language(language),
        "contract": row["contract_code"],
        "expiry": formats.day(row["expiry_date"], language),
        "left": days_left(row["days_left"], language),
        "workers": formats.plain(row["covered_workers"]),
        "renewal": _renewal(row, language),
    }


def days_left(days: int, language: Language) -> str:
    """``剩12天``, ``当天到期``, ``已过45天``."""
    if days == 0:
        return wording.LEFT_NONE.in_language(language)
    many, one = (wording.LEFT, wording.LEFT_ONE) if days > 0 else (wording.OVERDUE, wording.OVERDUE_ONE)
    return (one if abs(days) == 1 else many).in_language(language).format(days=formats.plain(abs(days)))


def _renewal(row: dict[str, Any], language: Language) -> str:
    if row["next_effective_date"] is None:
        return wording.NOT_RENEWED.in_language(language)
    sentence = wording.RENEWED_FROM if row["is_renewed"] else wording.TOO_LATE_FROM
    return sentence.in_language(language).format(day=formats.day(row["next_effective_date"], language))
