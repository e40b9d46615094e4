"""The command line: finds the command, gives it the global options and says in one sentence what went wrong.

A command is one module of :mod:`pipelines.commands` with ``HELP`` (a text made by
:func:`both`) and ``run``, which takes the :class:`Settings` from its context and gives the
exit code. Its name is the module's, with hyphens.
"""

import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup

import pipelines.commands as package
from pipelines.command_line.invocation import HOME_VARIABLE, Invocation, Settings, understand
from pipelines.command_line.private_files import created_by
from pipelines.command_line.refusals import refusal_for, show_refusal
from pipelines.command_line.wording import SEPARATOR, both
from warehouse.language import Label, Language, Refusal

PROGRAM = "unionkpi"
DEBUG_VARIABLE = "UNIONKPI_DEBUG"
DONE, REFUSED, INTERRUPTED = 0, 2, 130

ABOUT = both(
    "工会数据一本账：各部室的台账进来，一套核对过的数据和指标出来",
    "The figures of a county trade-union federation: ledgers in, checked indicators out",
)
PANELS = {"argument": Label("参数", "Arguments"), "option": Label("选项", "Options")}
COMMANDS_PANEL = Label("命令", "Commands")
OWN_HELP = both("显示帮助", "Show this help")


def command_names() -> tuple[str, ...]:
    """The commands there are, in alphabetical order."""
    return tuple(sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(package.__path__)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0 done, 1 something to look at, 2 refused."""
    _speak_utf8()
    invocation = understand(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(invocation)
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        if isinstance(error, BrokenPipeError):
            return _reader_left()
        show_refusal(refusal_for(error), invocation)
        return REFUSED


def _run(invocation: Invocation) -> int:
    available = command_names()
    name = invocation.command
    if name is not None and name not in available:
        listed = "、".join(available), ", ".join(available)
        raise Refusal(
            f"没有命令 {name}；可用的有：{listed[0]}",
            f"There is no command {name}; there are: {listed[1]}",
            f"{PROGRAM} --help",
        )
    # a command's module brings heavy libraries with it: only the one that is run is imported
    command = application([name] if name else available, invocation.language)
    arguments = invocation.arguments if invocation.says_what_to_do else (*invocation.arguments, "--help")
    with created_by(module_of(name) if name else None):
        result = command.main(args=list(arguments), prog_name=PROGRAM, standalone_mode=False)
    sys.stdout.flush()
    return result if isinstance(result, int) else DONE


def application(names: Sequence[str], language: Language) -> Any:
    """The Typer command line with these commands, its help in one language."""
    app = typer.Typer(name=PROGRAM, cls=SpokenGroup, help=ABOUT, add_completion=False)
    app.callback()(_global_options)
    for name in names:
        module = module_of(name)
        app.command(name, cls=SpokenCommand, help=module.HELP)(module.run)
    group = typer.main.get_command(app)
    _translate(group, language)
    for command in getattr(group, "commands", {}).values():
        command.rich_help_panel = COMMANDS_PANEL.in_language(language)
        _translate(command, language)
    return group


def module_of(name: str) -> ModuleType:
    """The module of a command."""
    return importlib.import_module(f"{package.__name__}.{name.replace('-', '_')}")


def _global_options(
    context: typer.Context,
    home: Annotated[
        Path,
        typer.Option(
            envvar=HOME_VARIABLE,
            help=both("一个工会的全部数据所在的文件夹", "The folder that is everything of one federation"),
        ),
    ] = Path("data"),
    lang: Annotated[str, typer.Option(help=both("语言：zh 或 en", "Language: zh or en"))] = "zh",
    output: Annotated[
        str, typer.Option("--format", help=both("输出：table、json 或 csv", "Output: table, json or csv"))
    ] = "table",
    json: Annotated[bool, typer.Option("--json", help=both("等于 --format json", "The same as --format json"))] = False,
) -> None:
    context.obj = Settings.of(home, lang, output, as_json=json)


class SpokenCommand(TyperCommand):
    """A command whose help option speaks the language that is asked for."""

    language: Language = "zh"

    def get_help_option(self, ctx: Any) -> Any:
        return _translate_parameter(super().get_help_option(ctx), self.language, OWN_HELP)


class SpokenGroup(TyperGroup):
    """The command line itself, likewise."""

    language: Language = "zh"

    def get_help_option(self, ctx: Any) -> Any:
        return _translate_parameter(super().get_help_option(ctx), self.language, OWN_HELP)


def _translate(command: Any, language: Language) -> None:
    command.language = language
    command.help = _chosen(command.help, language)
    command.short_help = _chosen(command.short_help, language)
    command.options_metavar = Label("[选项]", "[OPTIONS]").in_language(language)
    for parameter in command.params:
        _translate_parameter(parameter, language, parameter.help)


def _translate_parameter(parameter: Any, language: Language, text: str | None) -> Any:
    parameter.help = _chosen(text, language)
    parameter.rich_help_panel = PANELS[parameter.param_type_name].in_language(language)
    return parameter


def _chosen(text: str | None, language: Language) -> str | None:
    if text is None or SEPARATOR not in text:
        return text
    zh, en = text.split(SEPARATOR)
    return zh if language == "zh" else en


def _speak_utf8() -> None:
    """A Chinese Windows console or file would otherwise get its own code page, which JSON must not."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _reader_left() -> int:
    # the interpreter would complain once more when it flushes standard output on its way out
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


if __name__ == "__main__":
    sys.exit(main())
