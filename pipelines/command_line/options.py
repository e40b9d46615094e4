"""Options that several commands take."""

from typing import Annotated, Any

import typer

from pipelines.command_line.wording import both


def as_of_option(zh: str, en: str) -> Any:
    """``--as-of``, the day that figures are about, with the help text in both languages."""
    return typer.Option(metavar="2021-12|2021-11-15", show_default=False, help=both(zh, en))


AsOf = Annotated[
    str | None, as_of_option("截至月份或日期；不写则为数据日期", "A month or a day; default the data date")
]
"""``--as-of``: the day that a figure is about."""

Port = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=65_535,
        show_default=False,
        help=both("端口；不写则从 8501 起自动选择", "The port; without it the first free one from 8501 on"),
    ),
]
"""``--port`` of the dashboard."""
