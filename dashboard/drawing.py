"""Charts put on a page: built once for what they show, then taken from the cache.

Checking a chart against the grammar of Vega-Lite costs more than all queries of a page, so its specification is
kept with the tables that it was built from as the key.
"""

import threading
from collections.abc import Callable
from typing import Any

import altair as alt
import polars as pl
import streamlit as st

Chart = alt.Chart | alt.LayerChart | alt.FacetChart | alt.HConcatChart | alt.VConcatChart
Spec = dict[str, Any]

_altair = threading.Lock()


def draw(key: str, make: Callable[..., Chart], *arguments: Any, **options: Any) -> None:
    """Puts ``make(*arguments, **options)`` on the page under ``key``; ``make`` depends on nothing but these."""
    spec = _spec(f"{make.__module__}.{make.__qualname__}", make, arguments, options)
    st.vega_lite_chart(spec=spec, theme=None, key=key)


@st.cache_data(show_spinner=False, max_entries=500)
def _spec(
    name: str,  # noqa: ARG001 (the cache's key: which chart it is)
    _make: Callable[..., Chart],
    arguments: tuple[Any, ...],
    options: dict[str, Any],
) -> Spec:
    return specification(_make(*arguments, **options))


def specification(chart: Chart) -> Spec:
    """The chart as Vega-Lite, its tables as frames under ``datasets``."""
    with _altair:  # which way tables take is one setting for all threads
        spec: Spec = chart.to_dict()
    spec["datasets"] = {name: pl.DataFrame(rows, infer_schema_length=None) for name, rows in spec["datasets"].items()}
    return spec
