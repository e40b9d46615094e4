"""The charting libraries as one script without outside requests, as the converter package bundles them."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

NOTICE = (
    "/* Vega, Vega-Lite, Vega-Embed, Vega-Tooltip: BSD-3-Clause, University of Washington Interactive Data Lab and "
    "contributors; D3: ISC, Mike Bostock; further parts: MIT. */\n"
)

ENDS_A_SCRIPT = re.compile(r"<(/script|!--)", re.IGNORECASE)
"""What must not stand in a script element; in the bundle it can only stand inside of quotes."""
PROGRAM = Path(__file__).with_name("vega_bundling.py")


@cache
def vega_bundle() -> str:
    """The script; it defines ``vegaEmbed`` and may stand in an HTML file as it is.

    Takes a few seconds once, in a process of its own: the converter lets nothing else of this one go on meanwhile.
    """
    bundled = subprocess.run([sys.executable, "-P", str(PROGRAM)], capture_output=True, check=True).stdout.decode()
    return NOTICE + ENDS_A_SCRIPT.sub(r"<\\\1", bundled)
