"""The charting libraries as one script without outside requests, as the converter package bundles them."""

import re
from functools import cache

import vl_convert

NOTICE = (
    "/* Vega, Vega-Lite, Vega-Embed, Vega-Tooltip: BSD-3-Clause, University of Washington Interactive Data Lab and "
    "contributors; D3: ISC, Mike Bostock; further parts: MIT. */\n"
)

ENDS_A_SCRIPT = re.compile(r"<(/script|!--)", re.IGNORECASE)
"""What must not stand in a script element; in the bundle it can only stand inside of quotes."""


@cache
def vega_bundle() -> str:
    """The script; it defines ``vegaEmbed`` and may stand in an HTML file as it is. Takes a few seconds once."""
    bundled: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return NOTICE + ENDS_A_SCRIPT.sub(r"<\\\1", bundled)
