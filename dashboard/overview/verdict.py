"""The first thing on the first page: how many indicators are on target, which are behind and who owns them."""

from collections.abc import Mapping
from html import escape

import polars as pl
import streamlit as st

from dashboard import data, words
from dashboard.address import link
from dashboard.attention import choosing, item
from dashboard.attention.item import Item, in_view
from dashboard.lights import LIGHTS
from dashboard.overview import words as wording
from dashboard.page import View

JUDGED = ("green", "amber", "red")
RED_LIGHTS = "red_lights"
NAMED = 5
"""Indicators that are behind; the list of what needs attention has them all."""


def show(view: View) -> None:
    """The sentence, the counts as one bar, and what is behind; nothing below the sentence where nothing is judged."""
    lights = data.figures(view.published, view.as_of, view.region_code)["light"]
    counts = {name: lights.to_list().count(name) for name in JUDGED}
    st.subheader(sentence(view, counts), anchor=False)
    if sum(counts.values()):
        st.html(f'<div class="verdict">{_bar(view, counts)}{_behind(view)}</div>')


def sentence(view: View, counts: Mapping[str, int]) -> str:
    """``云岭县有目标的56项指标：38项达标、13项接近、5项落后``."""
    judged = sum(counts.values())
    if not judged:
        return view.say(wording.NO_VERDICT, place=view.region_name)
    said = [
        view.say(wording.COUNTED, count=counts[name], light=view.say(LIGHTS[name].word).lower())
        for name in JUDGED
        if counts[name]
    ]
    between = view.say(words.SEPARATOR)
    return view.say(wording.VERDICT, place=view.region_name, judged=judged, lights=between.join(said))


def _bar(view: View, counts: Mapping[str, int]) -> str:
    """Each light as wide as its share, with its count; one that no indicator has is left out."""
    parts = "".join(
        f'<div class="verdict-part verdict-{name}" style="flex-grow:{counts[name]}"><span class="verdict-count">'
        f'{counts[name]}</span><span class="light light-{name}">{LIGHTS[name].shape} '
        f"{escape(view.say(LIGHTS[name].word))}</span></div>"
        for name in JUDGED
        if counts[name]
    )
    return f'<div class="verdict-bar">{parts}</div>'


def _behind(view: View) -> str:
    """The indicators of the place itself whose light is red, the farthest first."""
    is_red = (pl.col("kind") == RED_LIGHTS) & (pl.col("region_code") == view.region_code)
    found = choosing.of_place(view).filter(is_red)
    if found.is_empty():
        return f'<p class="more">✓ {escape(view.say(wording.NONE_BEHIND))}</p>'
    lines = "".join(_line(one) for one in item.told(view, found.head(NAMED)))
    return f'<ul class="verdict-behind">{lines}{_others(view, found.height - NAMED)}</ul>'


def _line(one: Item) -> str:
    return (
        f'<li><a href="{escape(one.address, quote=True)}">{LIGHTS[one.light].shape} {escape(one.what)}</a>'
        f'<span>{escape(one.distance)}</span><span class="verdict-owner">{escape(one.keeper)}</span></li>'
    )


def _others(view: View, count: int) -> str:
    if count <= 0:
        return ""
    address = link("attention", {**in_view(view), "kind": RED_LIGHTS})
    text = escape(view.say(wording.OTHERS_BEHIND, count=count))
    return f'<li><a href="{escape(address, quote=True)}">{text}</a></li>'
