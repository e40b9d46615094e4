"""The answer as files: a workbook for people, CSV and Parquet for programs, each noted in the log."""

from collections.abc import Mapping
from functools import partial
from io import BytesIO

import polars as pl
import streamlit as st

from dashboard import format as formats
from dashboard.desk import words as wording
from dashboard.desk.asking import said
from dashboard.desk.desk import Result
from dashboard.desk.workbook import About, workbook
from dashboard.download import XLSX, download
from dashboard.page import View
from warehouse.desk.asking.question import masked

CSV_MIME, PARQUET_MIME = "text/csv", "application/vnd.apache.parquet"


def files(view: View, result: Result, names: Mapping[str, str]) -> None:
    """The three buttons."""
    st.subheader(view.say(wording.TAKE), anchor=False)
    question = result.question
    at = question.at[:19].replace("-", "").replace(":", "").replace("T", "-")
    name = view.say(wording.FILE_NAME, at=at)
    filters = {"sql": masked(question.asked.sql), "snapshot": question.snapshot_id}
    offered = (
        (wording.EXCEL, partial(workbook, result.table, names, about(view, result)), "xlsx", XLSX, "desk_excel"),
        (wording.CSV, partial(as_csv, result.table), "csv", CSV_MIME, "desk_csv"),
        (wording.PARQUET, partial(as_parquet, result.table), "parquet", PARQUET_MIME, "desk_parquet"),
    )
    with st.container(horizontal=True, key="desk_files"):
        for label, made, ending, mime, key in offered:
            download(view, view.say(label), made, f"{name}.{ending}", mime, key=key, filters=filters)


def about(view: View, result: Result) -> About:
    """What the workbook says of itself on its second sheet."""
    question = result.question
    rows = formats.plain(result.table.height)
    data = (
        view.say(wording.OF_VERSION, version=result.version)
        if question.snapshot_id is None
        else view.say(wording.OF_SNAPSHOT, id=question.snapshot_id)
    )
    lines = (
        (wording.ABOUT_SQL, question.asked.sql),
        (wording.ABOUT_VALUES, said(view, question.asked.values) or view.say(wording.WITHOUT_VALUES)),
        (wording.ABOUT_DATA, data),
        (wording.ABOUT_AT, question.at),
        (wording.ABOUT_ROWS, view.say(wording.ABOUT_CUT, rows=rows) if result.is_cut else rows),
        (wording.ABOUT_WHO, view.viewer.name),
    )
    return About([(view.say(label), told) for label, told in lines], view.language, view.published.data_date)


def as_csv(table: pl.DataFrame) -> bytes:
    """For programs: UTF-8 without a mark, a line of the columns' own names, values as they are."""
    return table.write_csv().encode("utf-8")


def as_parquet(table: pl.DataFrame) -> bytes:
    """For programs: the columns with their types."""
    stream = BytesIO()
    table.write_parquet(stream)
    return stream.getvalue()
