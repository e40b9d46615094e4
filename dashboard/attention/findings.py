"""The sentences of the page, computed from the list."""

from collections import Counter

import polars as pl

from dashboard import format as formats
from dashboard import words
from dashboard.attention import words as wording
from dashboard.attention.item import Item
from dashboard.page import View


def of_list(view: View, items: pl.DataFrame, first: Item | None) -> str:
    """How many items of which class there are, and the first of them; ``items`` of ``queries.items``."""
    if first is None:
        as_of = formats.as_of_text(view.as_of, view.language)
        return view.say(wording.NOTHING, as_of=as_of, place=view.region_name)
    counted = Counter(items["weight_class"].to_list())
    classes = [
        view.say(wording.CLASS_COUNT, name=view.say(name), count=counted[code])
        for code, name in wording.CLASSES.items()
        if counted[code]
    ]
    return view.say(
        wording.FINDING,
        place=view.region_name,
        count=items.height,
        classes=view.say(words.SEPARATOR).join(classes),
        kind=first.kind,
        what=first.what,
        distance=first.distance,
    )
