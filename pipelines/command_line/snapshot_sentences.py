"""The sentences of a snapshot's brief on standard output, and those that are put in other words."""

from collections.abc import Callable, Sequence

from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_table
from pipelines.command_line.snapshots import write_snapshot
from warehouse.language import Label, Refusal
from warehouse.snapshot import editing
from warehouse.snapshot.brief_sentences import sentences_of
from warehouse.snapshot.documents.sentences import Sentence
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.snapshot import damaged

HEADINGS = (Label("句子", "Sentence"), Label("改写", "Edited"), Label("内容", "Words"))
STALE = Label("{by}，数字已变", "{by}, figures have changed")
UNDOING: dict[str, Callable[[Snapshots, str, str, str | None], object]] = {
    "confirm": editing.confirm,
    "drop": editing.drop,
}


def write_sentences(snapshots: Snapshots, snapshot_id: str, settings: Settings) -> None:
    """Every sentence with its id, who has edited it and what it says; refuses a snapshot that was altered."""
    if snapshots.altered(snapshot_id):
        raise damaged(snapshot_id)
    found = [(subject, one) for subject, part in sentences_of(snapshots.find(snapshot_id)).items() for one in part]
    if settings.as_json:
        write_json([_document(subject, one) for subject, one in found])
        return
    lines = [(one.id, _edited(one, settings), one.text) for _, one in found]
    write_table([heading.in_language(settings.language) for heading in HEADINGS], lines)


def change_sentence(
    snapshots: Snapshots, action: str, names: Sequence[str], text: str | None, by: str | None, settings: Settings
) -> None:
    """Edits, confirms or drops the sentence that two words name, and tells of the snapshot as it is then."""
    if len(names) != 2:
        raise Refusal(
            f"{action} 后要写快照编号和句子编号",
            f"After {action} come the id of a snapshot and that of a sentence",
            "unionkpi snapshot sentences ID",
        )
    snapshot_id, sentence_id = names
    if action in UNDOING:
        UNDOING[action](snapshots, snapshot_id, sentence_id, by)
    elif text is None:
        command = f"unionkpi snapshot edit {snapshot_id} {sentence_id} --text … --by …"
        raise Refusal("改写成什么？请写 --text", "In which words? Say them with --text", command)
    else:
        editing.edit(snapshots, snapshot_id, sentence_id, text, by)
    write_snapshot(snapshots.find(snapshot_id), settings)


def _document(subject: str, sentence: Sentence) -> dict[str, object]:
    return {
        "id": sentence.id,
        "subject": subject,
        "computed": sentence.computed,
        "text": sentence.edit.edited if sentence.edit else None,
        "by": sentence.edit.by if sentence.edit else None,
        "stale": sentence.is_stale,
    }


def _edited(sentence: Sentence, settings: Settings) -> str:
    if sentence.edit is None:
        return ""
    return STALE.in_language(settings.language).format(by=sentence.edit.by) if sentence.is_stale else sentence.edit.by
