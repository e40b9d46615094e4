"""A choice of one page: a drop-down whose code stands in the address."""

from collections.abc import Mapping

from dashboard import address, heading, words
from dashboard.address import WidthWithoutContent
from dashboard.page import View
from warehouse.language import Label


def choose(
    view: View, label: Label, name: str, names: Mapping[str, str], default: str, width: WidthWithoutContent = 420
) -> str:
    """The chosen code of ``names`` (code → what is shown); an unknown one of a link is said and replaced.

    Nothing is offered where there is only one.
    """
    choice = address.chosen(name, list(names), default)
    if choice.invalid:
        heading.warn([heading.Invalid(words.UNKNOWN_CHOICE, choice.invalid, names[choice.value])], view.language)
    if len(names) > 1:
        address.drop_down(view.say(label), name, names, view.say(words.CHOOSE), width=width)
    return choice.value
