"""月度关账: what is missing, the preview, the steps from draft to issue, and all frozen months."""

import streamlit as st

from dashboard import choice, heading
from dashboard import format as formats
from dashboard.month_close import before, files, frozen, queries, sentences, signing, steps, taking
from dashboard.month_close import words as wording
from dashboard.page import Page, Section, View
from warehouse.access.roles import ALL_BUT_DEPARTMENTS
from warehouse.snapshot.month import asked_month

PAGE = Page(wording.MONTH_CLOSE, "month-close", Section.DATA, 24, ALL_BUT_DEPARTMENTS, by_region=False, by_date=False)

MONTH = "month"


def render(view: View) -> None:
    heading.bare_title(view.say(wording.MONTH_CLOSE))
    st.markdown(view.say(wording.INTRO))
    signing.told(view)
    found = queries.shelved()
    closing = chosen(view, found)
    if closing is not None:
        close(view, closing, found)
    frozen.show(view, found)


def chosen(view: View, found: list[queries.Shelved]) -> steps.Closing | None:
    """The month of the address, the latest that has ended by default; None where none has."""
    ended = queries.months(view.published)
    if not ended:
        st.header(view.say(wording.STEPS), anchor=False)
        st.info(view.say(wording.NO_MONTH, day=view.day(view.published.data_date)), icon="ℹ️")
        return None
    latest = {one.snapshot.month: one.snapshot for one in reversed(found) if one.snapshot}
    names = {
        code: view.say(
            wording.NAMED,
            month=formats.month(day, view.language),
            state=view.say(latest[code].state.label if code in latest else wording.NOT_FROZEN),
        )
        for code, day in ended.items()
    }
    code = choice.choose(view, wording.MONTH, MONTH, names, next(iter(names)), width=320)
    return steps.closing_of(asked_month(view.published, code), latest.get(code))


def close(view: View, closing: steps.Closing, found: list[queries.Shelved]) -> None:
    """One month: how far it has come, what there is to look at, and what can be done next."""
    st.header(view.say(wording.STEPS), anchor=False)
    steps.show(view, closing)
    if closing.is_open:
        before.missing(view, closing.month)
        before.quality(view, closing.month)
        before.moved(view, closing.month, found)
    if steps.next_step(closing) != "done":
        files.previews(view, closing)
    st.header(view.say(wording.ACTING), anchor=False)
    name = signing.signer(view)
    sentences.show(view, closing, name)
    if name:
        taking.steps(view, closing, name)
