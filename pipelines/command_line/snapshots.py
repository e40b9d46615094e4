"""Snapshots on standard output."""

from collections.abc import Sequence
from typing import Any

from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line, write_table
from pipelines.registry import ledgers
from warehouse.language import Label
from warehouse.snapshot.life_cycle import Step
from warehouse.snapshot.snapshot import Snapshot
from warehouse.snapshot.verify import Altered

HEADINGS = (
    Label("编号", "Id"),
    Label("状态", "State"),
    Label("齐全", "Complete"),
    Label("填报", "Made by"),
    Label("审核", "Reviewed by"),
    Label("签发", "Issued by"),
    Label("数据版本", "Version"),
    Label("替代", "Replaces"),
)
DAMAGED = Label("已损坏", "damaged")
NONE_YET = Label("还没有快照", "There are no snapshots yet")
INTACT = Label("完整，未被改动", "Intact")
REASONS = {
    "altered": Label("内容被改动", "changed"),
    "missing": Label("缺失", "missing"),
    "added": Label("多出的文件", "not one of its files"),
    "unreadable": Label("无法读懂", "cannot be read"),
    "order": Label("前面的行被删除，或次序被调换", "a line before it was removed, or the order was changed"),
    "lines_missing": Label("末尾的行被删除", "the last lines were removed"),
    "unsealed": Label("没有本单位密钥的印记", "not sealed with this home's key"),
    "anchor": Label("不是签名时的那份清单", "not the manifest that was signed"),
    "newer": Label("由较新版本的程序写成，请升级程序", "written by a newer release of the program: upgrade"),
}


def write_snapshots(found: Sequence[Snapshot | str], settings: Settings) -> None:
    """All snapshots: one line each, or a list of their documents; of one that cannot be read its id is given."""
    language = settings.language
    if settings.as_json:
        write_json([damaged_document(one) if isinstance(one, str) else one.document() for one in found])
    elif found:
        write_table([heading.in_language(language) for heading in HEADINGS], [_line(one, settings) for one in found])
    else:
        write_line(NONE_YET.in_language(language))


def damaged_document(snapshot_id: str) -> dict[str, Any]:
    """What is told of a snapshot that cannot be read: its id, and by that its month and revision."""
    month, _, revision = snapshot_id.partition(".r")
    unknown = ("version", "replaces", "complete", "reason", "hash")
    known = {"id": snapshot_id, "month": month, "revision": int(revision), "state": "damaged"}
    return {**known, **dict.fromkeys(unknown), "missing": [], "events": []}


def _line(snapshot: Snapshot | str, settings: Settings) -> tuple[str, ...]:
    if isinstance(snapshot, str):
        return (snapshot, DAMAGED.in_language(settings.language), *["—"] * (len(HEADINGS) - 2))
    signed = {Step(event.action): event.by for event in snapshot.events}
    missing = len(snapshot.manifest["missing"])
    complete = Label("✓", "✓") if not missing else Label(f"缺{missing}种", f"{missing} missing")
    reviewer = signed.get(Step.REVIEW, "—") if snapshot.state != "draft" else "—"
    return (
        snapshot.id,
        snapshot.state.label.in_language(settings.language),
        complete.in_language(settings.language),
        signed[Step.CREATE],
        reviewer,
        signed.get(Step.ISSUE, "—"),
        str(snapshot.manifest["version"]),
        snapshot.manifest["replaces"] or "—",
    )


def write_snapshot(snapshot: Snapshot, settings: Settings) -> None:
    """One snapshot: its state, what it is made of and who did what with it."""
    if settings.as_json:
        write_json(snapshot.document())
        return
    language, manifest = settings.language, snapshot.manifest
    state = snapshot.state.label.in_language(language)
    write_line(f"{snapshot.id} · {state} · {manifest['county_name']} · {manifest['as_of']} · {manifest['version']}")
    write_line(Label(f"校验码 {snapshot.hash}", f"Hash {snapshot.hash}").in_language(language))
    if manifest["replaces"]:
        write_line(Label(f"替代 {manifest['replaces']}", f"Replaces {manifest['replaces']}").in_language(language))
    if manifest["missing"]:
        labels = [_ledger_label(ledger_id) for ledger_id in manifest["missing"]]
        missing = "、".join(label.zh for label in labels), ", ".join(label.en for label in labels)
        write_line(Label(f"缺台账：{missing[0]}", f"Ledgers missing: {missing[1]}").in_language(language))
    for event in snapshot.events:
        step = Step(event.action).label.in_language(language)
        write_line("  ".join(filter(None, (event.at, step, event.by, event.note))))


def _ledger_label(ledger_id: str) -> Label:
    """The name of a ledger; its id where this release no longer knows it."""
    known = ledgers().get(ledger_id)
    return known.label if known else Label(ledger_id, ledger_id)


def write_altered(found: Sequence[Altered], settings: Settings) -> None:
    """Every place that is not as it was written; one sentence where there is none."""
    if settings.as_json:
        write_json({"altered": [one._asdict() for one in found]})
        return
    for one in found:
        place = Label(f"第{one.line}行", f"line {one.line}").in_language(settings.language) if one.line else ""
        write_line(f"{' '.join(filter(None, (one.file, place)))}: {REASONS[one.reason].in_language(settings.language)}")
    if not found:
        write_line(INTACT.in_language(settings.language))
