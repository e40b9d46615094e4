"""``unionkpi sample``: an invented county's home with workbooks as real ones are."""

from pathlib import Path
from typing import Annotated

import typer

from pipelines.command_line.invocation import Settings
from pipelines.command_line.printing import write_json, write_line
from pipelines.command_line.refusals import as_typed
from pipelines.command_line.wording import both
from pipelines.sample import make_sample
from pipelines.sample.place import FACTORS
from warehouse.language import Label, Refusal

HELP = both("在空文件夹里生成样例县的台账", "Make the workbooks of an invented county in an empty folder")

COUNTY = "云岭县"
FIRST_YEAR, LAST_YEAR = 2019, 2021


def run(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=both("空文件夹", "An empty folder"), show_default=False)
    ],
    county: Annotated[str, typer.Option(help=both("县名", "Name of the county"))] = COUNTY,
    first_year: Annotated[int, typer.Option("--from", help=both("起始年份", "First year"))] = FIRST_YEAR,
    last_year: Annotated[int, typer.Option("--to", help=both("截止年份", "Last year"))] = LAST_YEAR,
    size: Annotated[
        str,
        typer.Option(
            help=both("规模：county、city（10倍）或 province（100倍）", "county, city (10×) or province (100×)")
        ),
    ] = "county",
    seed: Annotated[int, typer.Option(help=both("随机种子：相同则结果相同", "Equal seeds give equal files"))] = 1,
    clean: Annotated[
        bool, typer.Option("--clean", help=both("不带真实台账常见的毛病", "Without the faults of real workbooks"))
    ] = False,
) -> int:
    """Makes the folder a home; :func:`make_sample` refuses one that is not empty, and years that make no sense."""
    settings: Settings = context.obj.without_csv()
    if size not in FACTORS:
        allowed = "、".join(FACTORS), ", ".join(FACTORS)
        raise Refusal(
            f"--size 应为 {allowed[0]} 之一，不是 {size}",
            f"--size must be one of {allowed[1]}, not {size}",
            "unionkpi sample --help",
        )
    make_sample(folder, county, first_year, last_year, size, seed, clean)
    if settings.as_json:
        write_json({"home": folder.as_posix()})
    else:
        following = as_typed("unionkpi build", str(folder))
        done = Label(f"样例已生成在 {folder}；下一步：{following}", f"The sample is in {folder}. Next: {following}")
        write_line(done.in_language(settings.language))
    return 0
