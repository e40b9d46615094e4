"""Which rows are kept: several values of each dimension, offered as they occur, in Chinese order of their kind."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from dashboard import address, data, heading, words
from dashboard import choice as one_choice
from dashboard.page import View
from dashboard.pivot import queries
from dashboard.pivot import words as wording
from dashboard.pivot.names import Names
from warehouse.desk.pivot.compile import may_filter
from warehouse.desk.pivot.subject import Dimension, Subject
from warehouse.desk.pivot.values import values_sql

ONLY = "only_"
"""Begins the names of filters in the address."""
IN_A_ROW = 3
FIRST_INDICATORS = 5
INDICATOR, TOWNSHIP = "indicator", "township"

Codes = Mapping[str, str]
"""Code of the address → the Chinese words of the rows."""


def choose(
    view: View, subject: Subject, axes: Sequence[Dimension], names: Names, as_of: date
) -> dict[str, tuple[str, ...]]:
    """The kept words by dimension; a dimension of which everything is kept is not among them."""
    kept: dict[str, tuple[str, ...]] = {}
    if subject.time == "figures":
        kept[INDICATOR] = _indicators(view, subject, axes)
    rows, columns = (axes[0].id, axes[1].id if len(axes) > 1 else None)
    offered = [one for one in may_filter(subject, rows, columns) if one.id not in kept]
    found = _codes(view, subject, offered, names, as_of)
    chosen = {one.id: _read(view, one, found[one.id]) for one in offered if found[one.id]}
    count = sum(bool(words_kept) for words_kept in chosen.values())
    label = view.say(wording.FILTERED, count=count) if count else view.say(wording.FILTERS)
    if chosen:
        with st.expander(label, expanded=bool(count)):
            _fields(view, [one for one in offered if found[one.id]], found, names)
    return {**kept, **{name: words_kept for name, words_kept in chosen.items() if words_kept}}


def _codes(view: View, subject: Subject, offered: Sequence[Dimension], names: Names, as_of: date) -> dict[str, Codes]:
    occurring = queries.values(view.published, subject.id, as_of)
    found: dict[str, Codes] = {}
    for one in offered:
        if values_sql(subject) is None:
            values = list(names.order(one))
        else:
            order = {word: place for place, word in enumerate(names.order(one))}
            these = set(occurring.filter(dimension=one.id)["value"])
            values = sorted(these, key=lambda word: (order.get(word, len(order)), word))
        codes = _region_codes(view) if one.lookup == TOWNSHIP else {}
        # no code may hold what separates codes in the address
        found[one.id] = {codes.get(word, word).replace(address.SEPARATOR, "，"): word for word in values}
    return found


def _region_codes(view: View) -> dict[str, str]:
    return dict(data.regions(view.published).select("region_name", "region_code").iter_rows())


def _read(view: View, dimension: Dimension, codes: Codes) -> tuple[str, ...]:
    """The kept words of one dimension, as the address or the session has them."""
    choice = address.chosen_several(ONLY + dimension.id, list(codes), ())
    used = words.SEPARATOR.in_language(view.language).join(choice.values) or view.say(wording.EVERY)
    heading.warn([heading.Invalid(words.UNKNOWN_CHOICE, code, used) for code in choice.invalid], view.language)
    return tuple(codes[code] for code in choice.values)


def _fields(view: View, offered: Sequence[Dimension], found: Mapping[str, Codes], names: Names) -> None:
    for start in range(0, len(offered), IN_A_ROW):
        for one, column in zip(offered[start : start + IN_A_ROW], st.columns(IN_A_ROW), strict=False):
            shown = {code: names.say(one, word) for code, word in found[one.id].items()}
            with column:
                address.choose_several(view.say(one.label), ONLY + one.id, shown, view.say(wording.EVERY))


def _indicators(view: View, subject: Subject, axes: Sequence[Dimension]) -> tuple[str, ...]:
    """Several indicators where they stand in rows or columns, else one: figures of different ones make no total."""
    rows = data.definitions(view.published)
    words_of = dict(rows.select("indicator_id", "label_zh").iter_rows())
    shown = {
        row["indicator_id"]: f"{row[f'family_label_{view.language}']} · {row[f'label_{view.language}']}"
        for row in rows.iter_rows(named=True)
    }
    label = subject.dimensions[INDICATOR].label
    if not any(one.id == INDICATOR for one in axes):
        code = one_choice.choose(view, label, INDICATOR, shown, next(iter(shown)), width="stretch")
        return (words_of[code],)
    name = ONLY + INDICATOR
    choice = address.chosen_several(name, list(shown), list(shown)[:FIRST_INDICATORS])
    used = words.SEPARATOR.in_language(view.language).join(shown[code] for code in choice.values)
    heading.warn([heading.Invalid(words.UNKNOWN_CHOICE, code, used) for code in choice.invalid], view.language)
    address.choose_several(view.say(label), name, shown, view.say(words.CHOOSE))
    return tuple(words_of[code] for code in choice.values)
