"""Putting sentences of a draft's brief in other words, confirming them when their figures have changed, and back."""

from datetime import datetime

from warehouse.language import Refusal
from warehouse.snapshot.brief_sentences import sentence_of
from warehouse.snapshot.edited_sentences import Edit, edit_of
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.snapshot import Snapshot


def edit(
    snapshots: Snapshots, snapshot_id: str, sentence_id: str, text: str, by: str | None, at: datetime | None = None
) -> Snapshot:
    """Puts a sentence in the words of ``by``, held to the figures that it says now."""

    def words(snapshot: Snapshot, name: str, moment: str) -> Edit:
        return edit_of(snapshot.id, sentence_of(snapshot, sentence_id), text, name, moment)

    return snapshots.edit(snapshot_id, words, by, at)


def confirm(
    snapshots: Snapshots, snapshot_id: str, sentence_id: str, by: str | None, at: datetime | None = None
) -> Snapshot:
    """Holds the words that stand to the figures of now: ``by`` has seen that they still fit."""

    def words(snapshot: Snapshot, name: str, moment: str) -> Edit:
        sentence = sentence_of(snapshot, sentence_id)
        if sentence.edit is None:
            raise _not_edited(snapshot, sentence_id)
        return edit_of(snapshot.id, sentence, sentence.edit.edited, name, moment)

    return snapshots.edit(snapshot_id, words, by, at)


def drop(
    snapshots: Snapshots, snapshot_id: str, sentence_id: str, by: str | None, at: datetime | None = None
) -> Snapshot:
    """Lets the computed sentence stand again."""

    def words(snapshot: Snapshot, name: str, moment: str) -> Edit:
        sentence = sentence_of(snapshot, sentence_id)
        if sentence.edit is None:
            raise _not_edited(snapshot, sentence_id)
        return edit_of(snapshot.id, sentence, None, name, moment)

    return snapshots.edit(snapshot_id, words, by, at)


def _not_edited(snapshot: Snapshot, sentence_id: str) -> Refusal:
    return Refusal(
        f"{snapshot.id} 的句子 {sentence_id} 没有改写过",
        f"Sentence {sentence_id} of {snapshot.id} has not been edited",
        f"unionkpi snapshot sentences {snapshot.id}",
    )
