"""``unionkpi snapshot …``: months frozen for good, signed step by step, and whether they are as they were written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from pipelines.command_line.audit import audit_log
from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line
from pipelines.command_line.snapshot_diff import diff
from pipelines.command_line.snapshot_restated import restated
from pipelines.command_line.snapshots import write_altered, write_snapshot, write_snapshots
from pipelines.command_line.wording import both
from pipelines.keeping.opening import open_home, raise_format
from warehouse.access.actions import Action
from warehouse.language import Label, Refusal
from warehouse.snapshot.documents.of_snapshot import documents_of
from warehouse.snapshot.export import export
from warehouse.snapshot.life_cycle import COMMAND_LINE, Step
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.snapshot import Snapshot
from warehouse.snapshot.verify import altered_below

HELP = both(
    "月度快照：冻结、审核、退回、签发、修订、核对", "Monthly snapshots: freeze, review, return, issue, revise, verify"
)
ALTERED = 1


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: the action's words and options."""

    settings: Settings
    snapshots: Snapshots
    names: tuple[str, ...]
    by: str | None
    reason: str | None
    note: str | None
    out: Path | None

    def only_name(self, what: Label) -> str:
        """The one word after the action; refuses none and more."""
        if len(self.names) != 1:
            raise Refusal(f"这里要写一个{what.zh}", f"Name one {what.en} here", "unionkpi snapshot --help")
        return self.names[0]


MONTH, ID = Label("月份，如 2021-12", "month, such as 2021-12"), Label("快照编号，如 2021-12.r1", "id, as 2021-12.r1")
PLACE = Label("快照编号或文件夹", "id or folder")


def run(
    context: typer.Context,
    action: Annotated[str, typer.Argument(help=both("create、list 等", "create, list and so on"), show_default=False)],
    names: Annotated[
        list[str] | None,
        typer.Argument(help=both("月份或快照编号", "The month or the id of a snapshot"), show_default=False),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", show_default=False, help=both("由谁签名", "Who signs"))
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            show_default=False,
            help=both("缺台账、退回或修订的原因", "Why incomplete, returned or revised"),
        ),
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT", show_default=False, help=both("审核意见", "A remark on the review"))
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", show_default=False, help=both("导出到哪个文件夹", "The folder that export writes into")
        ),
    ] = None,
) -> int:
    """Exit code 1: ``verify`` or ``list`` found something altered, or ``restated`` a figure that is another one now."""
    settings: Settings = context.obj
    if action not in ACTIONS:
        listed = "、".join(ACTIONS), ", ".join(ACTIONS)
        raise Refusal(
            f"snapshot 后应为 {listed[0]}，不是 {action}",
            f"After snapshot comes {listed[1]}, not {action}",
            "unionkpi snapshot --help",
        )
    if action != "restated":
        settings = settings.without_csv()
    home = open_home(settings.home)
    code = ACTIONS[action](Request(settings, Snapshots(home.folder), tuple(names or ()), by, reason, note, out))
    if action in CHANGING:
        raise_format(home)
    return code


def _create(asked: Request) -> int:
    return _told(asked, asked.snapshots.create(asked.only_name(MONTH), asked.by, asked.reason))


def _revise(asked: Request) -> int:
    return _told(asked, asked.snapshots.revise(asked.only_name(MONTH), asked.by, asked.reason))


def _review(asked: Request) -> int:
    return _told(asked, asked.snapshots.sign(asked.only_name(ID), Step.REVIEW, asked.by, asked.note))


def _return(asked: Request) -> int:
    return _told(asked, asked.snapshots.sign(asked.only_name(ID), Step.RETURN, asked.by, asked.reason))


def _issue(asked: Request) -> int:
    made = documents_of(asked.snapshots.home)
    return _told(asked, asked.snapshots.sign(asked.only_name(ID), Step.ISSUE, asked.by, asked.note, documents=made))


def _delete(asked: Request) -> int:
    snapshot = asked.snapshots.delete(asked.only_name(ID), asked.by)
    if asked.settings.as_json:
        write_json({"deleted": snapshot.id})
    else:
        told = Label(f"已删除草稿 {snapshot.id}", f"Deleted the draft {snapshot.id}")
        write_line(told.in_language(asked.settings.language))
    return 0


def _list(asked: Request) -> int:
    found = asked.snapshots.listed()
    write_snapshots(found, asked.settings)
    return ALTERED if any(isinstance(one, str) for one in found) else 0


def _show(asked: Request) -> int:
    return _told(asked, asked.snapshots.find(asked.only_name(ID)))


def _verify(asked: Request) -> int:
    """One by its id, a folder (such as a copy that was handed on), or all of the home."""
    place = asked.only_name(PLACE) if asked.names else None
    snapshots = asked.snapshots
    if place is None:
        found = snapshots.all_altered()
    elif place in snapshots.ids():
        found = snapshots.altered(place)
    else:
        folder = Path(place)
        if folder.is_dir() and folder.resolve().parent == snapshots.folder.resolve():
            return _verify(replace(asked, names=(folder.resolve().name,)))
        below = altered_below(folder) if folder.is_dir() else None
        if below is None:
            raise Refusal(
                f"没有快照 {place}，也没有含快照的文件夹 {place}",
                f"There is no snapshot {place}, nor a folder {place} with snapshots",
                "unionkpi snapshot list",
            )
        found = below
    write_altered(found, asked.settings)
    return ALTERED if found else 0


def _diff(asked: Request) -> int:
    return diff(asked.snapshots.home, asked.names, asked.settings)


def _restated(asked: Request) -> int:
    if asked.names:
        raise Refusal(
            "restated 后不写编号：总是列出所有已签发的月份",
            "No id comes after restated: it is about all that was issued",
            "unionkpi snapshot restated",
        )
    return restated(asked.snapshots.home, asked.settings)


def _export(asked: Request) -> int:
    snapshot_id = asked.only_name(ID)
    if asked.out is None:
        command = f"unionkpi snapshot export {snapshot_id} --out DIR"
        raise Refusal("导出到哪里？请写 --out 文件夹", "Where to? Name a folder with --out", command)
    home = asked.snapshots.home
    exported = export(home, snapshot_id, asked.out, asked.settings.language)
    details: dict[str, str | int | None] = {"snapshot": snapshot_id, "files": len(exported.files)}
    audit_log(open_home(home)).append(asked.by or COMMAND_LINE, Action.EXPORTED, details)
    if asked.settings.as_json:
        write_json({"id": snapshot_id, "folder": str(exported.folder), "files": list(exported.files)})
    else:
        told = Label(
            f"已导出 {snapshot_id} 到 {exported.folder}，目录页 index.html",
            f"Exported {snapshot_id} to {exported.folder}",
        )
        write_line(told.in_language(asked.settings.language))
    return 0


def _told(asked: Request, snapshot: Snapshot) -> int:
    write_snapshot(snapshot, asked.settings)
    return 0


ACTIONS: dict[str, Callable[[Request], int]] = {
    "create": _create,
    "review": _review,
    "return": _return,
    "issue": _issue,
    "revise": _revise,
    "delete": _delete,
    "list": _list,
    "show": _show,
    "verify": _verify,
    "diff": _diff,
    "restated": _restated,
    "export": _export,
}
"""What may stand after ``snapshot``."""
CHANGING = ("create", "review", "return", "issue", "revise", "delete")
