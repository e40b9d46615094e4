"""The check of the uploads: run once for each set of files, and told by file and problem."""

from collections.abc import Iterator
from typing import Any

import streamlit as st

from dashboard import data, words
from dashboard import format as formats
from dashboard.download import XLSX, download
from dashboard.hand_in import child
from dashboard.hand_in import words as wording
from dashboard.hand_in.desk import Desk
from dashboard.hand_in.names import shown
from dashboard.home import home_folder
from dashboard.opened import note_opened
from dashboard.page import View
from dashboard.quality import words as quality
from dashboard.quality.problem_list import SHAPED
from dashboard.table import STACKED, TableColumn, show_table
from warehouse.language import Language
from warehouse.rule_names import rule_name

PROBLEMS_SHOWN = 200

Document = dict[str, Any]


def checked(view: View, desk: Desk, files: dict[str, bytes]) -> Document:
    """The document of ``check`` for these files, a refusal among them; asked anew when anything has changed."""
    made_of = (desk.lay(files), view.published.version, view.language)
    if desk.checked != made_of:
        with st.spinner(view.say(wording.CHECKING)):
            asked = ["check", str(desk.uploads), "--annotate", str(desk.copies), "--suggestions"]
            desk.check = child.run(home_folder(), view.language, asked).document
        desk.checked = made_of
    return desk.check


def sheets(document: Document) -> Iterator[Document]:
    """Every sheet of a check with its ``file``."""
    for file in document["files"]:
        for sheet in file["sheets"]:
            yield {"file": file["file"], **sheet}


def finding(document: Document, language: Language) -> str:
    """How many rows of how many files are good, and what is wrong with the others."""
    told = list(sheets(document))
    problems = [problem for sheet in told for problem in sheet["problems"]]
    errors = sum(problem["severity"] == "error" for problem in problems)
    read = sum(sheet["read"] - sheet["skipped"] for sheet in told)
    sentence = wording.CHECK_FINDING
    if not problems:
        sentence = wording.CHECK_CLEAN if read else wording.CHECK_NOTHING_READ
    return sentence.in_language(language).format(
        files=formats.plain(len(document["files"])),
        read=formats.plain(read),
        ok=formats.plain(sum(sheet["ok"] for sheet in told)),
        rejected=formats.plain(sum(sheet["rejected"] for sheet in told)),
        errors=formats.plain(errors),
        warnings=formats.plain(len(problems) - errors),
    )


def of_others(view: View, document: Document) -> set[str]:
    """The ids of ledgers found by a check that the viewer may not hand in: another department keeps them."""
    kept = dict(data.ledgers(view.published).select("ledger_id", "department_id").iter_rows())
    found = {sheet["ledger"] for sheet in sheets(document) if sheet["ledger"] in kept}
    return {ledger_id for ledger_id in found if not view.viewer.may_hand_in_for(kept[ledger_id])}


def tell(view: View, desk: Desk, document: Document, department_id: str) -> None:
    """What the check found: sheet by sheet, problem by problem, with the marked copies."""
    st.subheader(finding(document, view.language), anchor=False)
    ledgers = {row["ledger_id"]: row for row in data.ledgers(view.published).iter_rows(named=True)}
    for ledger_id in sorted({sheet["ledger"] for sheet in sheets(document) if sheet["ledger"] in ledgers}):
        _keeper(view, ledgers[ledger_id], department_id, ledgers)
    _sheet_table(view, document, {key: row[f"label_{view.language}"] for key, row in ledgers.items()})
    _problem_table(view, document)
    _copies(view, desk)


def _keeper(view: View, ledger: Document, department_id: str, ledgers: dict[str, Document]) -> None:
    if ledger["department_id"] != department_id:
        chosen = next(
            (row["department_name"] for row in ledgers.values() if row["department_id"] == department_id), department_id
        )
        name, keeper = ledger[f"label_{view.language}"], ledger["department_name"]
        st.warning(view.say(wording.OTHER_DEPARTMENT, ledger=name, keeper=keeper, chosen=chosen), icon="⚠️")


def _sheet_table(view: View, document: Document, labels: dict[str, str]) -> None:
    columns = [
        TableColumn("file", view.say(words.FILE)),
        TableColumn("sheet", view.say(words.SHEET)),
        TableColumn("ledger", view.say(wording.RECOGNISED_AS)),
        TableColumn("read", view.say(quality.READ), is_number=True),
        TableColumn("ok", view.say(wording.GOOD), is_number=True),
        TableColumn("rejected", view.say(quality.REJECTED), is_number=True),
        TableColumn("skipped", view.say(quality.SKIPPED), is_number=True),
    ]
    lines = [
        {
            **sheet,
            "sheet": sheet["sheet"] or view.say(quality.CSV_SHEET),
            "ledger": labels.get(sheet["ledger"], sheet["ledger"]) or view.say(quality.UNRECOGNISED),
        }
        for sheet in sheets(document)
    ]
    show_table(columns, lines, view.say(wording.CHECKED), STACKED)


def _problem_table(view: View, document: Document) -> None:
    found = [{**sheet, **problem} for sheet in sheets(document) for problem in sheet["problems"]]
    if not found:
        return
    note_opened(view, "hand-in", (problem["ledger"] for problem in found))
    found.sort(key=lambda problem: str(problem["severity"]))
    if len(found) > PROBLEMS_SHOWN:
        st.caption(view.say(wording.MORE_PROBLEMS, shown=PROBLEMS_SHOWN, total=formats.plain(len(found))))
    columns = [
        TableColumn("severity", view.say(quality.SEVERITY)),
        TableColumn("message", view.say(quality.SENTENCE), is_sentence=True),
        TableColumn("column", view.say(quality.HEADING)),
        TableColumn("value", view.say(quality.AS_READ)),
        TableColumn("row", view.say(words.ROW), is_number=True),
        TableColumn("sheet", view.say(words.SHEET)),
        TableColumn("file", view.say(words.FILE)),
        TableColumn("rule", view.say(quality.RULE)),
    ]
    lines = [
        {
            **problem,
            "severity": view.say(SHAPED[problem["severity"]]),
            "row": view.say(quality.WHOLE_SHEET) if problem["row"] is None else problem["row"],
            "sheet": problem["sheet"] or view.say(quality.CSV_SHEET),
            "rule": rule_name(problem["rule"], view.language),
        }
        for problem in found[:PROBLEMS_SHOWN]
    ]
    show_table(columns, lines, view.say(quality.PROBLEMS), STACKED)


def _copies(view: View, desk: Desk) -> None:
    copies = sorted(path for path in desk.copies.glob("*") if path.is_file() and not path.name.startswith("."))
    if not copies:
        return
    st.caption(view.say(wording.COPIES))
    with st.container(horizontal=True):
        for place, path in enumerate(copies):
            label = view.say(wording.COPY, file=shown(path.name))
            download(view, label, path.read_bytes(), path.name, XLSX, key=f"copy_{place}")
