"""The dashboard: ``streamlit run dashboard/app.py`` with the federation's folder in UNIONKPI_HOME."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import address, data, heading, words
from dashboard.icon import icon
from dashboard.page import Page, Render, View, pages, pages_of
from dashboard.time_machine import banner, choosing
from dashboard.time_machine import words as time_machine
from dashboard.time_machine.choosing import Time
from dashboard.viewer import Viewer, current, keep_apart, note_once
from warehouse.access.actions import Action
from warehouse.language import Language, Refusal
from warehouse.reader import Published

STATIC = Path(__file__).parent / "static"


def main() -> None:
    viewer = current()
    keep_apart(viewer)
    address.begin()
    language, invalid = heading.language_choice()
    if viewer is None:
        heading.signed_out(language)
        return
    navigation = st.navigation(_menus(viewer, language, invalid), position="top")
    navigation.run()
    address.finish()


def _menus(viewer: Viewer, language: Language, invalid: list[heading.Invalid]) -> dict[str, list[StreamlitPage]]:
    """The viewer's pages by the name of their section; the first of them opens first.

    The others are in no menu; who asks for one by its address is told that it is not for them.
    """
    menus: dict[str, list[StreamlitPage]] = {}
    first = pages_of(viewer.role)[0][0]
    for page, render in pages():
        is_allowed = viewer.role in page.roles
        shown = _with_choices(page, render, viewer, language, invalid)
        run = shown if is_allowed else _refused(page, viewer, language)
        section = (page if is_allowed else first).section
        entries = menus.setdefault(section.value.in_language(language), [])
        title = page.label.in_language(language)
        if page is first:
            # the first page has no address of its own for Streamlit, which calls the one of a link unknown
            entries.append(st.Page(run, title=title, url_path="", default=True))
        is_listed = is_allowed and page is not first
        visibility: Literal["visible", "hidden"] = "visible" if is_listed else "hidden"
        entries.append(st.Page(run, title=title, url_path=page.url_path, visibility=visibility))
    return menus


def _refused(page: Page, viewer: Viewer, language: Language) -> Callable[[], None]:
    """In place of a page that the viewer may not see: a sentence, and a line in the log."""

    def run() -> None:
        _configure(page, language)
        heading.frame(viewer, language)
        name, role = page.label.in_language(language), viewer.role.label.in_language(language)
        st.error(words.NOT_FOR_ROLE.in_language(language).format(role=role, page=name), icon="⚠️")
        note_once(viewer, Action.REFUSED, {"page": page.url_path})

    return run


def _configure(page: Page, language: Language) -> None:
    name = f"{page.label.in_language(language)} · {words.PRODUCT.in_language(language)}"
    st.set_page_config(page_title=name, page_icon=icon(), layout="wide")
    st.html(STATIC / "page.css")


def _with_choices(
    page: Page, render: Render, viewer: Viewer, language: Language, invalid: list[heading.Invalid]
) -> Callable[[], None]:
    """The page with the choices above it, or why there is nothing to show."""

    def run() -> None:
        _configure(page, language)
        heading.frame(viewer, language)
        now = _now(viewer)
        time = choosing.chosen(viewer, language, is_published=isinstance(now, Published))
        if isinstance(now, Refusal) and not (page.shows_frozen and time.chosen):
            heading.bare_title(page.label.in_language(language))
            nothing_published(now, time, language)
            return
        published = _at(time, viewer, language) if time.chosen and page.shows_frozen else now
        before = partial(choosing.offer, time, language) if page.shows_frozen and time.offered else None
        shown = now if isinstance(published, Refusal) else published
        if isinstance(shown, Refusal):
            heading.choose_alone(before)
            _refuse(shown, language)
            return
        view, more = heading.choose(
            shown, viewer, language, by_region=page.by_region, by_date=page.by_date, before=before
        )
        (banner.show if page.shows_frozen else banner.always_now)(time, language)
        heading.warn([*invalid, *time.invalid, *more], language)
        if isinstance(published, Refusal):
            _refuse(published, language)
        else:
            _show(render, view)

    return run


def _now(viewer: Viewer) -> Published | Refusal:
    """What is published now, or why there is nothing."""
    try:
        return data.published(viewer)
    except Refusal as refusal:
        return refusal


def _at(time: Time, viewer: Viewer, language: Language) -> Published | Refusal:
    """The chosen snapshot, or why it cannot be opened."""
    try:
        with st.spinner(time_machine.OPENING.in_language(language).format(id=time.snapshot_id)):
            return data.published(viewer, time.snapshot_id)
    except Refusal as refusal:
        return refusal


def _show(render: Render, view: View) -> None:
    try:
        render(view)
    except Refusal as refusal:
        _refuse(refusal, view.language)
    except Exception:
        # the frame's own message is English and offers to ask the internet
        logging.getLogger(__name__).exception("a page failed")
        st.error(view.say(words.FAILED), icon="⚠️")


def _refuse(refusal: Refusal, language: Language) -> None:
    st.error(refusal.label.in_language(language), icon="⚠️")


def nothing_published(refusal: Refusal, time: Time, language: Language) -> None:
    """The sentence, the command to run and the way to the frozen months while there is no published version."""
    st.info(refusal.label.in_language(language), icon="ℹ️")
    if time.offered:
        st.write(time_machine.STILL_FROZEN.in_language(language).format(count=len(time.offered)))
    if refusal.next_command:
        st.write(words.RUN_NEXT.in_language(language))
        st.code(refusal.next_command, language="bash")


main()
