"""The page that leads to all issued months of a home: plain HTML, without script, readable anywhere."""

from collections.abc import Sequence, Set
from html import escape
from urllib.parse import quote

from warehouse.language import Label, Language
from warehouse.snapshot.life_cycle import Step
from warehouse.snapshot.snapshot import Snapshot
from warehouse.snapshot.verify import DOCUMENTS, MANIFEST

GENERATOR = '<meta name="generator" content="unionkpi snapshot export">'
TITLE = Label("已签发的月份", "Issued months")
ABOUT = Label(
    "每个月份的数字自签发起不再改变；更正另做修订版。校验码代表全部冻结的数据，应与签发文件上印的一致。"
    "核对有无改动：在本文件夹运行 python3 verify.py",
    "The figures of a month do not change once it is issued; a correction is a revision. The hash stands for all that "
    "was frozen and is the one printed on the issued documents. To check the copies: python3 verify.py in this "
    "folder",
)
HEADINGS = (
    Label("月份", "Month"),
    Label("编号", "Id"),
    Label("文件", "Documents"),
    Label("填报", "Made by"),
    Label("审核", "Reviewed by"),
    Label("签发", "Issued by"),
    Label("说明", "Remarks"),
    Label("校验码", "Hash"),
)
DATA = Label("数据清单", "manifest")
STYLE = (
    "body{font-family:'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;"
    "color:#222;line-height:1.6}h1{font-size:1.4rem}div{overflow-x:auto}table{border-collapse:collapse;width:100%}"
    "th,td{border-bottom:1px solid #ccc;padding:.4rem .6rem;text-align:left;vertical-align:top;white-space:nowrap}"
    "td.hash{font-family:monospace;white-space:normal;word-break:break-all;min-width:16rem}td.note{white-space:normal;"
    "min-width:10rem}tr.replaced{color:#666}"
)


def index_page(issued: Sequence[Snapshot], there: Set[str], language: Language) -> str:
    """The page; ``there`` are the ids whose copies lie beside it. The latest month stands first."""
    title = TITLE.in_language(language)
    county = issued[-1].manifest["county_name"] if issued else ""
    replaced = {one.manifest["replaces"]: one.id for one in issued if one.manifest["replaces"]}
    headings = "".join(f"<th>{escape(heading.in_language(language))}</th>" for heading in HEADINGS)
    rows = "\n".join(_row(one, one.id in there, replaced.get(one.id), language) for one in reversed(issued))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{GENERATOR}\n'
        f"<title>{escape(county)} {title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(county)} · {title}</h1>\n<p>{escape(ABOUT.in_language(language))}</p>\n"
        f"<div><table>\n<thead><tr>{headings}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>\n</body>\n</html>\n"
    )


def _row(snapshot: Snapshot, is_there: bool, replaced_by: str | None, language: Language) -> str:
    cells = [
        escape(snapshot.month),
        escape(snapshot.id),
        _links(snapshot, language) if is_there else "—",
        *(_signature(snapshot, step) for step in (Step.CREATE, Step.REVIEW, Step.ISSUE)),
    ]
    remarks = escape(Label("；", "; ").in_language(language).join(_remarks(snapshot, replaced_by, language)))
    mark = ' class="replaced"' if replaced_by else ""
    plain = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr{mark}>{plain}<td class="note">{remarks}</td><td class="hash">{snapshot.hash}</td></tr>'


def _signature(snapshot: Snapshot, step: Step) -> str:
    event = next(event for event in reversed(snapshot.events) if event.action == step)
    return f"{escape(event.by)}<br>{escape(event.at[:10])}"


def _links(snapshot: Snapshot, language: Language) -> str:
    documents = next((event.documents for event in reversed(snapshot.events) if event.documents), {})
    places = {name: f"{DOCUMENTS}/{name}" for name in sorted(documents)} | {DATA.in_language(language): MANIFEST}
    return "<br>".join(
        f'<a href="{quote(f"{snapshot.id}/{place}")}">{escape(name)}</a>' for name, place in places.items()
    )


def _remarks(snapshot: Snapshot, replaced_by: str | None, language: Language) -> list[str]:
    manifest = snapshot.manifest
    remarks = []
    if replaced_by:
        remarks.append(Label(f"已由 {replaced_by} 替代", f"replaced by {replaced_by}"))
    if manifest["replaces"]:
        remarks.append(Label(f"替代 {manifest['replaces']}", f"replaces {manifest['replaces']}"))
    if manifest["missing"]:
        count = len(manifest["missing"])
        remarks.append(Label(f"缺{count}种台账", f"{count} ledgers missing"))
    told = [remark.in_language(language) for remark in remarks]
    return [*told, manifest["reason"]] if manifest["reason"] else told
