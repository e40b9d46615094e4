"""简报.html: the month as one file with charts that answer to a pointer; it opens offline and asks nobody for anything.

Its own policy forbids every request; the scripts and the style that run are those it carries, by their hashes. Without
scripts every figure still stands in the tables.
"""

import base64
import hashlib
import json
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from warehouse.snapshot.documents import changes, findings
from warehouse.snapshot.documents.charts import Chart, course, goals, has_course, has_goal, townships
from warehouse.snapshot.documents.content import Content, Entry, Subject
from warehouse.snapshot.documents.context import SIGNERS, STATE_NAMES
from warehouse.snapshot.documents.html_tables import changed, definitions, indicators, places
from warehouse.snapshot.documents.wording import INCOMPLETE, NONE, cells, completeness, missing_ledgers, signed_at

FOLDER = Path(__file__).parent
CARDS = (
    *("wage_bargaining_coverage", "union_density", "members", "relief_spent"),
    *("mutual_aid_coverage", "task_completion", "tasks_behind", "dues_collection"),
)
"""The figures at the top, as far as the version has them."""
KEY = "竖线为年度目标，菱形为上年同期；✓ 达标，△ 接近，▼ 落后"


class _Charts:
    """The charts of one document in their order."""

    def __init__(self) -> None:
        self.drawn: list[tuple[str, Chart]] = []

    def figure(self, chart: Chart, name: str) -> Iterator[str]:
        """The place of a chart, with its choice and the heading of what is chosen at first."""
        place = f"chart-{len(self.drawn) + 1}"
        self.drawn.append((place, chart))
        yield f'<figure id="{place}"><h3>{escape(name)}</h3>'
        if chart.names:
            options = "".join(
                f'<option value="{escape(one)}">{escape(label)}</option>' for one, label in chart.names.items()
            )
            yield f'<select hidden aria-label="{escape(name)}">{options}</select>'
            yield f'<p class="heading">{escape(next(iter(chart.headings.values())))}</p>'
        yield '<div class="canvas"></div></figure>'

    def as_json(self) -> str:
        """For a script element: nothing in it can end one."""
        drawn = [{"id": place, "spec": chart.spec, "headings": chart.headings} for place, chart in self.drawn]
        return json.dumps(drawn, ensure_ascii=False, sort_keys=True, allow_nan=False).replace("<", "\\u003c")


def html_brief(content: Content, bundle: str) -> bytes:
    """The file; the same to the byte for the same content and bundle (:mod:`.vega_bundle`)."""
    style, script = ((FOLDER / name).read_text(encoding="utf-8") for name in ("brief.css", "brief.js"))
    charts = _Charts()
    title = f"{content.county}工会工作简报 {content.month}"
    body = list(_body(content, charts))
    policy = (
        f"default-src 'none'; script-src {_digest(bundle)} {_digest(script)}; style-src {_digest(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        *body,
        f'<script type="application/json" id="charts">{charts.as_json()}</script>',
        f"<script>{bundle}</script>",
        f"<script>{script}</script>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _body(content: Content, charts: _Charts) -> Iterator[str]:
    yield from _header(content)
    yield '<main class="sheet">'
    yield from _navigation(content)
    if not content.context.is_complete:
        reason = content.context.reason or "未说明"
        missing = f"缺{missing_ledgers(content)}。" if content.missing else ""
        yield f'<p class="notice">本月{INCOMPLETE}。{escape(missing)}仍然出具的原因：{escape(reason)}</p>'
    said = escape(findings.of_month(content).text)
    yield f'<section id="month"><h2>总体情况</h2><p class="finding">{said}</p></section>'
    yield from _cards(content.entries)
    yield from _goals(content.entries, charts)
    for subject in content.subjects:
        yield from _subject(content, subject, charts)
    yield from _changes(content)
    yield f'<section id="definitions"><h2>指标定义</h2>{definitions(content.entries)}</section>'
    yield from _footer(content)
    yield "</main>"


def _header(content: Content) -> Iterator[str]:
    state = STATE_NAMES[content.context.state]
    yield '<header><div class="sheet">'
    number = content.context.issue_number
    name = escape(content.organisation) + (f" · 第{number}期" if number else "")
    yield f"<p>{name}</p><h1>工会工作简报 · {escape(content.month)}</h1>"
    yield f'<p><span class="state">{state}</span>数据截至{content.as_of} · {escape(content.context.id)} · '
    yield f"{escape(completeness(content))}</p></div></header>"


def _navigation(content: Content) -> Iterator[str]:
    links = [(subject.id, subject.name) for subject in content.subjects] + [("definitions", "指标定义")]
    yield "<nav>" + "".join(f'<a href="#{escape(place)}">{escape(name)}</a>' for place, name in links) + "</nav>"


def _cards(entries: Sequence[Entry]) -> Iterator[str]:
    by_id = {entry.id: entry for entry in entries}
    yield '<div class="cards">'
    for entry in (by_id[name] for name in CARDS if name in by_id):
        line = cells(entry)
        change = "" if line.change == NONE else f"同比{line.change}"
        goal = "" if line.target == NONE else f"目标{line.target}"
        words = "" if entry.figure.value is not None else ' class="words"'
        yield f'<div class="card"><span class="name">{escape(line.name)}</span><b{words}>{escape(line.value)}</b>'
        remark = line.remark if entry.figure.value is not None else ""
        said = "".join(f" · {text}" for text in (goal, change, remark) if text)
        yield f'<span><span class="{entry.figure.light}">{escape(line.light)}</span>{escape(said)}</span></div>'
    yield "</div>"


def _goals(entries: Sequence[Entry], charts: _Charts) -> Iterator[str]:
    judged = [entry for entry in entries if has_goal(entry)]
    if judged:
        yield f'<section id="goals"><h2>对照年度目标的率</h2><p class="key">落后的在最上，其次是接近的；{KEY}</p>'
        yield from charts.figure(goals(judged, "各项率与年度目标"), "全县各项率")
        yield "</section>"


def _subject(content: Content, subject: Subject, charts: _Charts) -> Iterator[str]:
    yield f'<section class="subject" id="{escape(subject.id)}"><h2>{escape(subject.name)}</h2>'
    yield f'<p class="finding">{escape(findings.of_subject(content, subject).text)}</p><div class="charts">'
    shown = [entry for entry in subject.entries if has_course(entry)]
    if shown:
        yield from charts.figure(course(shown, f"{subject.name}：本年与上年各月"), "各月进程")
    rates = subject.rates_by_township
    if rates:
        yield from charts.figure(townships(content, rates, f"{subject.name}：分乡镇街道"), f"分乡镇街道（{KEY}）")
    yield f"</div>{indicators(subject)}"
    if any(entry.places for entry in subject.entries):
        yield f"<details><summary>分乡镇街道的全部数</summary>{places(content, subject)}</details>"
    yield "</section>"


def _changes(content: Content) -> Iterator[str]:
    if content.context.previous is not None:
        found = changes.changes(content)
        said = escape(changes.intro(content, found))
        yield f'<section id="changes"><h2>与上期比较</h2><p class="finding">{said}</p>'
        yield f"{changed(content, found)}</section>"


def _footer(content: Content) -> Iterator[str]:
    context = content.context
    yield "<footer>"
    for action, role in SIGNERS.items():
        entry = context.signed(action)
        yield f"<p>{role}：{escape(f'{entry.name}，{signed_at(entry.at)}') if entry else NONE}</p>"
    for label, names in (("报送", context.sent_to), ("抄送", context.copied_to)):
        if names:
            yield f"<p>{label}：{escape('、'.join(names))}</p>"
    made_from = f"快照 {context.id}，数据版本 {content.version}，校验码 {context.manifest_hash}"
    yield f"<p>{escape(made_from)}</p></footer>"
