"""The icon of all pages."""

from base64 import b64encode
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "static" / "icon.png"


@cache
def icon() -> str:
    """The icon within its own address: as a file of the server it is gone whenever a page is stopped before its end."""
    return f"data:image/png;base64,{b64encode(FILE.read_bytes()).decode()}"
