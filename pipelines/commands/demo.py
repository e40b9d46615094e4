"""``unionkpi demo``: a sample county, built and shown."""

import os
import shutil
import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from pipelines.build import build
from pipelines.command_line.invocation import Settings
from pipelines.command_line.options import Port
from pipelines.command_line.printing import progress_bar, write_json, write_line
from pipelines.command_line.server import LOOPBACK, choose_port, serve
from pipelines.command_line.wording import both
from pipelines.commands.build import write_summary
from pipelines.commands.sample import COUNTY, FIRST_YEAR, LAST_YEAR
from pipelines.home import Home
from pipelines.keeping.opening import open_home, raise_format
from pipelines.sample import make_sample
from warehouse.language import Label, Refusal
from warehouse.publish import Store

HELP = both(
    "生成样例县、建库并打开仪表盘；再次运行则打开已有的",
    "Make a sample county, build it and open the dashboard; run again to open what is there",
)
SEED = 1


def run(
    context: typer.Context,
    port: Port = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help=both("不打开浏览器", "Open no browser"))] = False,
) -> int:
    """Prints the address on a line of its own and runs until Ctrl-C."""
    settings: Settings = context.obj.without_csv()
    home = open_home(settings.home)
    chosen = choose_port(LOOPBACK, port)
    if not _is_ready(home):
        prepare(home, settings)
    raise_format(home)

    def ready(address: str) -> None:
        if settings.as_json:
            write_json({"address": address})
        else:
            write_line(address)
        if not no_browser and _has_screen():
            webbrowser.open(address)

    return serve(home.folder, LOOPBACK, chosen, ready, is_demonstration=True)


def _is_ready(home: Home) -> bool:
    """Whether a version is published that this release can read."""
    try:
        return Store(home.warehouse).current() is not None
    except Refusal:
        return False


def prepare(home: Home, settings: Settings) -> None:
    """Fills an empty home with the sample and builds it; a home with files of its own is only built."""
    if not home.config_file.exists():
        _say(settings, Label("正在生成样例县的台账……", "Making the workbooks of a sample county …"))
        _make_whole_sample(home.folder)
    _say(settings, Label("正在读取、核对、建库……", "Reading, checking and building …"))
    with progress_bar(settings.language) as progress:
        report = build(home, progress)
    if report.refusal is not None:
        raise report.refusal
    if not settings.as_json:
        write_summary(report, settings.language)


def _make_whole_sample(folder: Path) -> None:
    """Makes the sample beside its place and moves it there: an interruption leaves no half of one."""
    if folder.exists() and any(folder.iterdir()):
        raise Refusal(
            f"{folder} 里已有别的文件，没有放入样例；请另选一个空文件夹",
            f"{folder} holds other files, the sample was not put there: name an empty folder",
            "unionkpi demo --home demo",
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    partial = folder.with_name(f".{folder.name}.partial")
    _remove(partial)
    try:
        make_sample(partial, COUNTY, FIRST_YEAR, LAST_YEAR, "county", SEED, clean=False)
        if folder.exists():
            folder.rmdir()
        partial.replace(folder)
    finally:
        _remove(partial)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _say(settings: Settings, label: Label) -> None:
    sys.stderr.write(label.in_language(settings.language) + "\n")


def _has_screen() -> bool:
    """Whether a browser would open in a window; without one a text browser might take the terminal."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
