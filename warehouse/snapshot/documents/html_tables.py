"""The brief's tables as HTML; every text of theirs is escaped here."""

from collections.abc import Iterable, Sequence
from html import escape

from warehouse.snapshot.documents.changes import Change, cell, of_county
from warehouse.snapshot.documents.content import Content, Entry, Subject
from warehouse.snapshot.documents.wording import HEADINGS, cells, value_cell

Cell = tuple[str, str]
"""A text and its classes."""


def indicators(subject: Subject) -> str:
    """The county's figures of a subject."""
    heads = [*((heading, "light" if heading == HEADINGS[-1] else "") for heading in HEADINGS), ("数据情况", "remark")]
    return _table(heads, (_indicator(entry) for entry in subject.entries))


def _indicator(entry: Entry) -> list[Cell]:
    line = cells(entry)
    is_known = entry.figure.value is not None
    return [
        (line.name, ""),
        (line.value, "value" if is_known else "words"),
        (line.last_year, ""),
        (line.change, ""),
        (line.target, ""),
        (line.light, f"light {entry.figure.light}"),
        (line.remark if is_known else "", "remark"),
    ]


def places(content: Content, subject: Subject) -> str:
    """Every indicator that townships have, a column a township."""
    entries = [entry for entry in subject.entries if entry.places]
    codes = [code for code in content.regions if any(code in entry.places for entry in entries)]
    heads = [("指标", ""), ("全县", ""), *((content.regions[code], "") for code in codes)]
    return _table(heads, ([(entry.name, ""), *_place_cells(entry, codes)] for entry in entries))


def _place_cells(entry: Entry, codes: Sequence[str]) -> list[Cell]:
    figures = [entry.figure, *(entry.places.get(code) for code in codes)]
    return [
        ("", "") if figure is None else (value_cell(figure), "" if figure.value is not None else "words")
        for figure in figures
    ]


def changed(content: Content, found: Sequence[Change]) -> str:
    """The county's figures that are others than in the previous issue."""
    heads = [("全县指标", ""), ("上期所报", ""), ("上期同日现在的数", ""), ("本期", "")]
    return _table(heads, (_change(change) for change in of_county(content, found)))


def _change(change: Change) -> list[Cell]:
    restated = "red" if change.is_restated else ""
    issued, now = cell(change.entry, change.issued), cell(change.entry, change.restated)
    return [(change.entry.name, ""), (issued, ""), (now, restated), (change.now_said, "value")]


def definitions(entries: Sequence[Entry]) -> str:
    """What every indicator counts, and who answers for it."""
    heads = [("指标", ""), ("定义", "wrap"), ("责任部门与台账", "wrap")]
    return _table(
        heads,
        (
            [
                (entry.name, ""),
                (entry.definition + entry.caveat, "wrap"),
                (f"{entry.department}：{'、'.join(entry.ledgers)}", "wrap"),
            ]
            for entry in entries
        ),
    )


def _table(heads: Iterable[Cell], rows: Iterable[Iterable[Cell]]) -> str:
    head = "".join(f'<th scope="col"{_class(classes)}>{escape(text)}</th>' for text, classes in heads)
    body = "".join(
        "<tr>" + "".join(f"<td{_class(classes)}>{escape(text)}</td>" for text, classes in row) + "</tr>" for row in rows
    )
    return f'<div class="table"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _class(classes: str) -> str:
    return f' class="{classes}"' if classes else ""
