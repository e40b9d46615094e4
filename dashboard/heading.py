"""What stands above every page: the choices, and where the figures come from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from urllib.parse import urlencode, urlsplit

import polars as pl
import streamlit as st

from dashboard import address, data, words
from dashboard import format as formats
from dashboard.findings import of_missing
from dashboard.lights import LIGHTS
from dashboard.page import View
from dashboard.viewer import Viewer
from warehouse.language import Label, Language
from warehouse.reader import Published

LANGUAGES: dict[Language, str] = {"zh": "中文", "en": "English"}
PICKER_PIXELS = 300


@dataclass(frozen=True, slots=True)
class Invalid:
    """A code of the address that does not exist, and what is shown instead."""

    sentence: Label
    given: str
    used: str


def language_choice() -> tuple[Language, list[Invalid]]:
    """The language of the address, Chinese otherwise."""
    choice = address.chosen("lang", list(LANGUAGES), "zh")
    language: Language = "en" if choice.value == "en" else "zh"
    problems = [Invalid(words.UNKNOWN_LANGUAGE, choice.invalid, LANGUAGES[language])] if choice.invalid else []
    return language, problems


def _language_switch() -> None:
    st.radio(
        words.LANGUAGE.zh,
        list(LANGUAGES),
        format_func=lambda code: LANGUAGES[code],
        horizontal=True,
        label_visibility="collapsed",
        key=address.widget_key("lang"),
        on_change=address.remember,
        args=("lang",),
    )


def frame(viewer: Viewer, language: Language) -> None:
    """Who is signed in, the way out, and the switch between the two languages."""
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="frame"):
        if viewer.is_demonstration:
            st.caption(f"⚠ {words.DEMONSTRATION.in_language(language)}")
        else:
            st.caption(f"{viewer.name} · {viewer.role.label.in_language(language)}")
            st.link_button(words.SIGN_OUT.in_language(language), f"/sign-out?lang={language}", type="tertiary")
        _language_switch()


def signed_out(language: Language) -> None:
    """Instead of a page whose session has ended: the way to sign in again and come back."""
    st.info(words.SESSION_ENDED.in_language(language), icon="ℹ️")
    wanted = f"{urlsplit(st.context.url or '/').path}?{urlencode(dict(st.query_params))}"
    asked = urlencode({"to": wanted, "said": "ended", "lang": language})
    st.link_button(words.SIGN_IN.in_language(language), f"/sign-in?{asked}")


def choose(
    published: Published,
    viewer: Viewer,
    language: Language,
    *,
    by_region: bool,
    by_date: bool = True,
    before: Callable[[], None] | None = None,
) -> tuple[View, list[Invalid]]:
    """The pickers of date and township, as far as the page depends on them, and the view they make.

    ``before`` puts another one before them.
    """
    dates = {formats.as_of_code(day): day for day in data.as_of_dates(published)["as_of_date"]}
    regions = dict(data.regions(published).select("region_code", "region_name").iter_rows())
    with st.container(horizontal=True, vertical_alignment="bottom", key="choices"):
        if before is not None:
            before()
        as_of, bad_date = _as_of(published, dates, language, is_offered=by_date)
        region, bad_region = _region(published, regions, language, by_region=by_region)
    view = View(published, language, dates[as_of], region, regions[region], viewer)
    return view, [*bad_date, *bad_region]


def choose_alone(before: Callable[[], None] | None) -> None:
    """The one picker that is left where what it names cannot be shown."""
    with st.container(horizontal=True, key="choices"):
        if before is not None:
            before()


def _as_of(
    published: Published, dates: dict[str, date], language: Language, *, is_offered: bool
) -> tuple[str, list[Invalid]]:
    default = formats.as_of_code(published.data_date)
    choice = address.chosen("as_of", list(dates), default)
    names = {code: formats.as_of_text(day, language) for code, day in dates.items()}
    if not published.snapshot:
        names[default] = f"{names[default]} · {words.DATA_DATE.in_language(language)}"
    if is_offered:
        _select(words.AS_OF, "as_of", names, language)
    used = formats.as_of_text(dates[choice.value], language)
    return choice.value, [Invalid(words.UNKNOWN_AS_OF, choice.invalid, used)] if choice.invalid else []


def _region(
    published: Published, regions: dict[str, str], language: Language, *, by_region: bool
) -> tuple[str, list[Invalid]]:
    choice = address.chosen("region", list(regions), published.county_code)
    county = published.county_code
    names = {**regions, county: f"{regions[county]} · {words.WHOLE_COUNTY.in_language(language)}"}
    if by_region:
        _select(words.REGION, "region", names, language)
    return choice.value, [
        Invalid(words.UNKNOWN_REGION, choice.invalid, regions[choice.value])
    ] if choice.invalid else []


def _select(label: Label, name: str, names: dict[str, str], language: Language) -> None:
    address.drop_down(label.in_language(language), name, names, words.CHOOSE.in_language(language), PICKER_PIXELS)


def warn(invalid: Sequence[Invalid], language: Language) -> None:
    """Says which values of the address were not used."""
    for problem in invalid:
        st.warning(problem.sentence.in_language(language).format(given=problem.given, used=problem.used), icon="⚠️")


def title(view: View, text: str) -> None:
    """The page's title and, below it, date, version, completeness and quality of what it shows."""
    lines = [_dated(view), _complete(view), _quality(view)]
    paragraphs = "".join(f'<p class="provenance">{line}</p>' for line in lines)
    st.html(f'{_title(text)}<div class="provenances">{paragraphs}</div>')


def bare_title(text: str) -> None:
    """The title of a page that shows nothing of a version."""
    st.html(_title(text))


def _title(text: str) -> str:
    return f'<h1 class="page-title">{escape(text)}</h1>'


def _dated(view: View) -> str:
    dated = view.say(words.PROVENANCE, as_of=view.day(view.as_of), version=view.version_said)
    if view.as_of != view.published.data_date:
        dated += view.say(words.BEFORE_DATA_DATE, data_date=view.day(view.published.data_date))
    return escape(dated)


def _complete(view: View) -> str:
    missing = data.missing_ledgers(view.published, view.as_of)
    if not missing:
        # a department is told of its own ledgers alone
        return f"✓ {escape(view.say(words.OWN_COMPLETE if view.published.scope else words.COMPLETE))}"
    named = of_missing(missing, data.ledgers(view.published), view.language)
    return (
        f'<strong class="incomplete">△ {escape(view.say(words.INCOMPLETE, missing=named))}</strong> '
        f"{escape(view.say(words.INCOMPLETE_MONTHS))}"
    )


def _quality(view: View) -> str:
    rejected = int(data.sheets(view.published)["rejected"].sum())
    failed = data.gate(view.published).filter(~pl.col("success")).height
    return escape(view.say(words.QUALITY, rejected=formats.plain(rejected), warnings=failed))


def key_of_lights(view: View, as_of: str) -> None:
    """What shapes and colours of the bars mean, and their unit."""
    marks = "".join(
        f'<span class="light light-{name}">{light.shape} {escape(view.say(light.word))}</span>'
        for name, light in LIGHTS.items()
    )
    subtitle = escape(view.say(words.BULLET_SUBTITLE, as_of=as_of))
    st.html(f'<p class="subtitle">{subtitle}</p><p class="key">{marks}</p>')
