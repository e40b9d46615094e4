"""What people have made of the sentences of the brief: ``wording.json`` of a snapshot, which stays in the home.

Every edit is kept, the latest last: who and when, what stood there before and what stands there since. The hash of the
file stands in the line of the log that was written with it.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from warehouse.language import Refusal
from warehouse.snapshot.documents.sentences import EditedSentence, Sentence
from warehouse.snapshot.typed_words import SENTENCE, checked
from warehouse.snapshot.verify import WORDING, written


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence of one brief (``snapshot``) put in other words; ``text`` None: the computed one stands again.

    ``before`` is what stood there, ``computed`` and ``figures`` are what the sentence said by itself when it was edited
    (:class:`.EditedSentence`).
    """

    snapshot: str
    sentence_id: str
    text: str | None
    before: str
    computed: str
    figures: Mapping[str, str]
    by: str
    at: str


Edits = tuple[Edit, ...]


def read_edits(folder: Path) -> Edits:
    """All edits of a snapshot in their order; none where there is no file."""
    try:
        content: list[dict[str, Any]] = json.loads((folder / WORDING).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    return tuple(Edit(**line) for line in content)


def written_edits(edits: Edits) -> bytes:
    """The bytes of the file."""
    return written([asdict(edit) for edit in edits])


def carried(edits: Edits) -> Edits:
    """Those that stand, as another draft of the month takes them over."""
    return tuple(edit for edit in _last(edits).values() if edit.text is not None)


def standing(edits: Edits) -> dict[str, EditedSentence]:
    """The words that stand in place of computed ones, by the sentence's id."""
    return {
        edit.sentence_id: EditedSentence(edit.sentence_id, edit.computed, edit.text, edit.by, edit.figures)
        for edit in _last(edits).values()
        if edit.text is not None
    }


def _last(edits: Edits) -> dict[str, Edit]:
    return {edit.sentence_id: edit for edit in edits}


def edit_of(snapshot_id: str, sentence: Sentence, text: str | None, by: str, at: str) -> Edit:
    """What becomes of a sentence; refuses words that cannot stand in a document (:func:`checked`).

    Its own words given again are the confirmation that they still fit its figures.
    """
    return Edit(
        snapshot=snapshot_id,
        sentence_id=sentence.id,
        text=None if text is None else _words(text),
        before=sentence.edit.edited if sentence.edit else sentence.computed,
        computed=sentence.computed,
        figures=dict(sentence.figures),
        by=by,
        at=at,
    )


def _words(text: str) -> str:
    """The words as they are kept; refuses none, and what cannot stand in a document (:func:`.checked`)."""
    line = checked(text, SENTENCE)
    if not line:
        raise Refusal(
            "改写的句子不能是空的；要恢复自动生成的句子，请撤销改写",
            "A sentence needs words: to have the computed one again, drop the edit",
        )
    return line
