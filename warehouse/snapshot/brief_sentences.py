"""The sentences of a snapshot's brief as they stand: computed, or in somebody's words."""

from collections.abc import Mapping

from warehouse.language import Refusal
from warehouse.snapshot.documents import findings
from warehouse.snapshot.documents.content import read_content
from warehouse.snapshot.documents.context import Context
from warehouse.snapshot.documents.sentences import Sentence
from warehouse.snapshot.edited_sentences import read_edits, standing
from warehouse.snapshot.frozen_tables import frozen_figures
from warehouse.snapshot.snapshot import Snapshot

MOST_NAMED = 3


def sentences_of(snapshot: Snapshot) -> Mapping[str, tuple[Sentence, ...]]:
    """Every sentence that may be put in other words, by subject; the snapshot is known to be intact."""
    context = Context(
        snapshot.id,
        snapshot.hash,
        snapshot.state.value,
        is_complete=snapshot.manifest["complete"],
        edited=standing(read_edits(snapshot.folder)),
    )
    return findings.of_brief(read_content(frozen_figures(snapshot), snapshot.as_of, context))


def sentence_of(snapshot: Snapshot, sentence_id: str) -> Sentence:
    """One by its id; refuses an unknown one."""
    found = {sentence.id: sentence for part in sentences_of(snapshot).values() for sentence in part}
    if sentence_id not in found:
        raise Refusal(
            f"{snapshot.id} 的简报里没有句子 {sentence_id}",
            f"The brief of {snapshot.id} has no sentence {sentence_id}",
            f"unionkpi snapshot sentences {snapshot.id}",
        )
    return found[sentence_id]


def require_settled(snapshot: Snapshot, reviewer: str) -> None:
    """Refuses the review of a brief with words that no longer fit their figures, or by whom words of it are."""
    edits = standing(read_edits(snapshot.folder))
    if not edits:
        return
    if any(edit.by == reviewer for edit in edits.values()):
        raise Refusal(
            f"{snapshot.id} 的简报里有 {reviewer} 改写的句子，审核须由另一人进行",
            f"The brief of {snapshot.id} holds words of {reviewer}: somebody else has to review it",
            f"unionkpi snapshot sentences {snapshot.id}",
        )
    stale = [sentence.id for part in sentences_of(snapshot).values() for sentence in part if sentence.is_stale]
    if stale:
        named = stale[:MOST_NAMED]
        more = ("等", " …") if len(stale) > MOST_NAMED else ("", "")
        raise Refusal(
            f"{snapshot.id} 有{len(stale)}个改写的句子数字已变（{'、'.join(named)}{more[0]}）；"
            "请逐句确认、重写或撤销后再审核",
            f"{len(stale)} edited sentences of {snapshot.id} say figures that changed ({', '.join(named)}{more[1]}): "
            "confirm, rewrite or drop each before the review",
            f"unionkpi snapshot sentences {snapshot.id}",
        )
