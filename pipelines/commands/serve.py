"""``unionkpi serve``: the dashboard of a home."""

from typing import Annotated

import typer

from pipelines.command_line.invocation import Settings
from pipelines.command_line.options import Port
from pipelines.command_line.printing import write_json, write_line
from pipelines.command_line.server import LOOPBACK, choose_port, require_shown, serve
from pipelines.command_line.wording import both
from pipelines.keeping.opening import open_home, raise_format
from warehouse.access.opening import client_secret, require_safe_opening
from warehouse.access.sign_in_settings import read_sign_in

HELP = both("打开仪表盘，直到按 Ctrl-C", "Serve the dashboard until Ctrl-C")


def run(
    context: typer.Context,
    port: Port = None,
    host: Annotated[
        str, typer.Option(help=both("监听地址；默认只限本机", "The address to listen on; this machine only by default"))
    ] = LOOPBACK,
) -> int:
    """Prints the address on a line of its own as soon as the dashboard answers there."""
    settings: Settings = context.obj.without_csv()
    home = open_home(settings.home)
    require_shown(home)
    sign_in = read_sign_in(home.config_file)
    require_safe_opening(home.folder, sign_in, host)
    client_secret(home.folder, sign_in)

    def ready(address: str) -> None:
        if settings.as_json:
            write_json({"address": address})
        else:
            write_line(address)

    chosen = choose_port(host, port)
    raise_format(home)
    return serve(home.folder, host, chosen, ready)
