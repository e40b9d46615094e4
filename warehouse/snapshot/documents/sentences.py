"""Sentences of the brief: computed from figures, and what a named person has made of them before the review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warehouse.report.figure import Figure
from warehouse.report.sentences import change, value

STALE = "〔改写后数字已变，现为：{computed}〕"


@dataclass(frozen=True, slots=True)
class EditedSentence:
    """A computed sentence in somebody's own words.

    ``figures`` are the figures that the computed sentence said when it was edited: indicator → as in :func:`said`.
    """

    sentence_id: str
    computed: str
    edited: str
    by: str
    figures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``figures`` are the figures it says: indicator → as in :func:`said`."""

    id: str
    computed: str
    figures: Mapping[str, str]
    edit: EditedSentence | None = None

    @property
    def is_stale(self) -> bool:
        """Whether it was edited and a figure that it says is another one now."""
        return self.edit is not None and dict(self.edit.figures) != dict(self.figures)

    @property
    def text(self) -> str:
        """What is shown: the edited words, with what the figures say now where they have changed since."""
        if self.edit is None:
            return self.computed
        return self.edit.edited + (STALE.format(computed=self.computed) if self.is_stale else "")


def sentence_of(
    sentence_id: str, text: str, figures: Sequence[Figure], edited: Mapping[str, EditedSentence]
) -> Sentence:
    """A computed sentence with the figures that it says and the edit that there is of it."""
    return Sentence(sentence_id, text, {figure.id: said(figure) for figure in figures}, edited.get(sentence_id))


def said(figure: Figure) -> str:
    """A figure with its change, as sentences word them: what an edited sentence is held to."""
    return "，".join(filter(None, (value(figure), change(figure))))
