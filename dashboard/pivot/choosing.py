"""What is chosen, all of it in the address: subject, rows, columns, measure, comparison, period, data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard import address, heading, words
from dashboard import choice as one_choice
from dashboard.page import View
from dashboard.pivot import filters, queries, steps
from dashboard.pivot import words as wording
from dashboard.pivot.names import Names, names_of
from warehouse.days import month_end
from warehouse.desk.pivot.choice import Choice, Span, Versus, span_of
from warehouse.desk.pivot.compile import is_possible
from warehouse.desk.pivot.subject import PERIODS, Dimension, Measure, Subject, subjects
from warehouse.language import Label
from warehouse.snapshot.snapshot import Snapshot

PIVOT, ROWS, COLUMNS, MEASURE, VERSUS, PERIOD, DATA = (
    *("pivot", "rows", "columns", "measure", "versus", "period", "data"),
)
NO_COLUMNS, LIVE = "-", "live"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A subject, what is to be seen of it, what its words are called, and the frozen month that is asked, if any."""

    subject: Subject
    choice: Choice
    names: Names
    snapshot: Snapshot | None

    @property
    def measure(self) -> Measure:
        return self.choice.measured(self.subject)

    @property
    def axes(self) -> tuple[Dimension, ...]:
        return self.choice.axes(self.subject)

    @property
    def has_span(self) -> bool:
        """Whether it is over a period, and not of one day."""
        return not self.subject.is_of_a_day or any(one.period for one in self.axes)


def choose(view: View) -> Chosen:
    """The fields, and what they say."""
    upper = st.columns(4, vertical_alignment="top")
    below = st.columns([2, 1, 1], vertical_alignment="top")
    about = st.container()
    with upper[0]:
        subject = _subject(view)
    with upper[1]:
        measure = _measure(view, subject)
    with upper[2]:
        rows = _choose(view, wording.ROWS, ROWS, _dimensions(view, subject), subject.default.rows)
    with upper[3]:
        columns = _columns(view, subject, rows)
    axes = [subject.dimensions[name] for name in (rows, columns) if name]
    has_span = not subject.is_of_a_day or any(one.period for one in axes)
    with below[2]:
        snapshot = _data(view)
    until = min(view.as_of, snapshot.as_of) if snapshot else view.as_of
    with below[1]:
        span = _span(view, subject, until, is_offered=has_span)
    with below[0]:
        versus = _versus(view, subject, subject.measures[measure], span)
    about.caption(view.say(subject.about))
    names = names_of(view, subject)
    kept = filters.choose(view, subject, axes, names, until)
    steps.buttons(view, _swapped(subject, rows, columns))
    return Chosen(subject, Choice(rows, columns, measure, span, versus, kept), names, snapshot)


def _choose(view: View, label: Label, name: str, names: Mapping[str, str], default: str) -> str:
    return one_choice.choose(view, label, name, names, default, width="stretch")


def _subject(view: View) -> Subject:
    names = {one.id: view.say(one.label) for one in subjects().values()}
    choice = address.chosen(PIVOT, list(names), next(iter(names)))
    if choice.invalid:
        heading.warn([heading.Invalid(words.UNKNOWN_CHOICE, choice.invalid, names[choice.value])], view.language)
    st.selectbox(
        view.say(wording.SUBJECT),
        list(names),
        format_func=lambda code: names.get(code, code),
        placeholder=view.say(words.CHOOSE),
        key=address.widget_key(PIVOT),
        on_change=_another_subject,
    )
    return subjects()[choice.value]


def _another_subject() -> None:
    """Another subject begins with what is sensible for it; what it is looked at stays."""
    subject = subjects()[st.session_state[f"{PIVOT}_widget"]]
    steps.begin_with(subject.id)


def _measure(view: View, subject: Subject) -> str:
    names = {
        one.id: view.say(wording.MEASURE_UNIT, measure=view.say(one.label), unit=view.say(one.unit))
        for one in subject.measures.values()
    }
    measure = _choose(view, wording.MEASURE, MEASURE, names, subject.default.measure)
    if len(names) == 1:
        st.selectbox(view.say(wording.MEASURE), list(names.values()), disabled=True, key="pivot_only_measure")
    return measure


def _dimensions(view: View, subject: Subject) -> dict[str, str]:
    return {one.id: view.say(one.label) for one in subject.dimensions.values()}


def _columns(view: View, subject: Subject, rows: str) -> str | None:
    possible = [name for name in subject.dimensions if is_possible(subject, rows, name)]
    names = {NO_COLUMNS: view.say(wording.NO_COLUMNS)}
    names |= {name: view.say(subject.dimensions[name].label) for name in possible}
    default = subject.default.columns if subject.default.columns in possible else NO_COLUMNS
    code = _choose(view, wording.COLUMNS, COLUMNS, names, default or NO_COLUMNS)
    return None if code == NO_COLUMNS else code


def _data(view: View) -> Snapshot | None:
    """The frozen month that is asked; None for the published version, and where nothing is frozen."""
    frozen = {one.id: one for one in queries.snapshots()}
    names = {LIVE: view.say(wording.LIVE)}
    names |= {one.id: view.say(wording.SNAPSHOT, id=one.id, state=view.say(one.state.label)) for one in frozen.values()}
    code = _choose(view, wording.DATA, DATA, names, LIVE)
    return frozen.get(code)


def _span(view: View, subject: Subject, until: date, *, is_offered: bool) -> Span:
    names = {name: view.say(wording.PERIODS[name]) for name in PERIODS}
    first = view.published.first_month
    if not is_offered:
        return span_of("year", until, first)
    return span_of(_choose(view, wording.PERIOD, PERIOD, names, subject.default.period), until, first)


def _versus(view: View, subject: Subject, measure: Measure, span: Span) -> Versus:
    """What can be compared: with last year where its data are whole, of indicators also with the target."""
    before = span.year_before
    first = view.published.first_month
    has_last_year = before.since >= first if not subject.is_of_a_day else before.until >= month_end(first)
    is_figure = subject.time == "figures"
    if is_figure and measure.column != "value":
        return "none"
    possible: list[Versus] = ["none"]
    if has_last_year or is_figure:
        possible.append("last_year")
    if is_figure:
        possible.append("target")
    if len(possible) == 1:
        st.caption(view.say(wording.NO_LAST_YEAR))
        return "none"
    names = {name: view.say(wording.VERSUSES[name]) for name in possible}
    chosen = address.chosen(VERSUS, possible, "none")
    st.radio(
        view.say(wording.VERSUS),
        possible,
        format_func=lambda code: names[code],
        horizontal=True,
        key=address.widget_key(VERSUS),
        on_change=address.remember,
        args=(VERSUS,),
    )
    if chosen.invalid:
        used = names[next(one for one in possible if one == chosen.value)]
        heading.warn([heading.Invalid(words.UNKNOWN_CHOICE, chosen.invalid, used)], view.language)
    return next(one for one in possible if one == chosen.value)


def _swapped(subject: Subject, rows: str, columns: str | None) -> dict[str, str] | None:
    return {ROWS: columns, COLUMNS: rows} if columns and is_possible(subject, columns, rows) else None
