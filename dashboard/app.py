"""The dashboard: ``streamlit run dashboard/app.py`` with the federation's folder in UNIONKPI_HOME."""

import logging
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard import address, data, heading, words
from dashboard.page import Page, Render, View, pages_of
from dashboard.viewer import Viewer, current, keep_apart
from warehouse.language import Language, Refusal

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
    """The viewer's pages by the name of their section; the first of them opens first."""
    menus: dict[str, list[StreamlitPage]] = {}
    for position, (page, render) in enumerate(pages_of(viewer.role)):
        entry = st.Page(
            _with_choices(page, render, viewer, language, invalid),
            title=page.label.in_language(language),
            url_path=page.url_path,
            default=position == 0,
        )
        menus.setdefault(page.section.value.in_language(language), []).append(entry)
    return menus


def _with_choices(
    page: Page, render: Render, viewer: Viewer, language: Language, invalid: list[heading.Invalid]
) -> Callable[[], None]:
    """The page with the choices above it, or why there is nothing to show."""

    def run() -> None:
        name = f"{page.label.in_language(language)} · {words.PRODUCT.in_language(language)}"
        st.set_page_config(page_title=name, page_icon=str(STATIC / "icon.png"), layout="wide")
        st.html(STATIC / "page.css")
        try:
            published = data.published(viewer)
        except Refusal as refusal:
            nothing_published(refusal, language)
            return
        heading.who(viewer, language)
        view, more = heading.choose(published, viewer, language, by_region=page.by_region)
        heading.warn([*invalid, *more], language)
        _show(render, view)

    return run


def _show(render: Render, view: View) -> None:
    try:
        render(view)
    except Refusal as refusal:
        st.error(refusal.label.in_language(view.language), icon="⚠️")
    except Exception:
        # the frame's own message is English and offers to ask the internet
        logging.getLogger(__name__).exception("a page failed")
        st.error(view.say(words.FAILED), icon="⚠️")


def nothing_published(refusal: Refusal, language: Language) -> None:
    """The sentence and the command to run while there is no published version."""
    heading.language_switch()
    st.info(refusal.label.in_language(language), icon="ℹ️")
    if refusal.next_command:
        st.write(words.RUN_NEXT.in_language(language))
        st.code(refusal.next_command, language="bash")


main()
