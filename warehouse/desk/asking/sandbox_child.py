"""One query in a process of its own: run as a script, with nothing of ours imported.

Standard input: one JSON object with ``files`` (private copies of the desk's databases by their names in a query, first
the one that needs no name), ``sql``, ``parameters`` (name → value), ``seconds``, ``rows``, ``bytes`` and ``memory``.
Standard output: one JSON object, either ``columns`` (name and type), ``rows``, ``is_cut`` and ``seconds``, or
``refused`` (a reason of :mod:`warehouse.desk.asking.refusals`) and ``detail``.
"""

import json
import os
import re
import resource
import sys
import threading
import time
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from decimal import Decimal
from typing import Any

# the library alone: the package around it takes four times as long to import, and nothing of it is used here
import _duckdb as duckdb

MEGABYTE = 1024 * 1024
SPACE_BESIDE_THE_DATABASE = 1024 * MEGABYTE
FETCHED_AT_ONCE = 500
NICENESS = 19
SECONDS_TO_STOP = 0.5
NUMBER_BYTES = 8
PLAIN = (str, int, float, bool, type(None))
"""Types that JSON has too."""
WITH_ZONE = "TIMESTAMP WITH TIME ZONE"
"""What DuckDB gives to Python with the help of a package alone that there is no other need for."""

SCHEMAS = ("ledger", "as_of", "mart", "kpi", "meta", "quality")
DATABASES = ("", "live", "snapshot")
NODES = {"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"}
TABLE_FUNCTIONS = {"range", "generate_series", "unnest", "repeat_row"}
FORBIDDEN_FUNCTIONS = re.compile(
    r"current_(?!date$|localtime$|localtimestamp$|timestamp$).*|getvariable|getenv|setval|setseed|nextval|currval|txid_.*|version|"
    r"write_log|parse_duckdb_log_message|sleep_ms|pg_.*|has_.*privilege|in_search_path|inet_.*|session_user|user|"
    r"json_(de)?serialize_(sql|plan)|json_execute_.*|query|query_table|read_.*|glob|duckdb_.*|pragma_.*|"
    r"get_block_size|stats|vector_type|.*_description|which_secret|create_sort_key|index_key"
)
SETTINGS = (
    "set temp_directory = ''",
    "set max_temp_directory_size = '0KB'",
    "set threads = 1",
    "set autoload_known_extensions = false",
    "set autoinstall_known_extensions = false",
    "set allow_community_extensions = false",
    "set python_enable_replacements = false",
    "set enable_external_access = false",
    "set lock_configuration = true",
)


class Refused(Exception):
    """A reason's name, and what of the query it is about."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


def main() -> None:
    request = json.load(sys.stdin)
    try:
        answer = _answer(request)
    except Refused as refused:
        answer = {"refused": refused.reason, "detail": refused.detail}
    except MemoryError:
        answer = {"refused": "memory", "detail": ""}
    # in one piece: writing it bit by bit takes the encoder that is not compiled
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))
    sys.stdout.flush()


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    con = opened(request["files"])
    sql = with_dollars(request["sql"])
    wanted = judge(con, sql)
    unknown = sorted(wanted - request["parameters"].keys())
    if unknown:
        raise Refused("parameter", ", ".join(unknown))
    parameters = {name: value for name, value in request["parameters"].items() if name in wanted}
    con.execute(f"set memory_limit = '{int(request['memory']) // MEGABYTE}MB'")
    for setting in SETTINGS:
        con.execute(setting)
    _limit_process(request["seconds"])
    return _run(con, sql, parameters, request)


def opened(files: dict[str, str]) -> Any:
    """A connection that sees these databases; the first one's name is that of its file."""
    main, *others = files.items()
    con = duckdb.connect(main[1], read_only=True)
    for name, file in others:
        con.execute(f"attach '{file.replace(chr(39), chr(39) * 2)}' as {name} (read_only)")
    return con


def _limit_process(seconds: float) -> None:
    # pages come first
    os.nice(NICENESS)
    # not pathlib: importing it is a tenth of the start
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123
        used = int(statm.read().split()[0]) * resource.getpagesize()
    limit = used + SPACE_BESIDE_THE_DATABASE
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    cpu = int(seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))


def _run(con: Any, sql: str, parameters: dict[str, Any], request: dict[str, Any]) -> dict[str, Any]:
    ended = threading.Event()
    timer = threading.Timer(request["seconds"], _stop, [con, ended])
    timer.daemon = True
    timer.start()
    started = time.monotonic()
    try:
        con.execute(sql, parameters) if parameters else con.execute(sql)
        columns = [(name, str(kind)) for name, kind, *_ in con.description]
        if zoned := [name for name, kind in columns if WITH_ZONE in kind]:
            raise Refused("time_zone", zoned[0])
        rows: list[list[Any]] = []
        size = 0
        while found := con.fetchmany(FETCHED_AT_ONCE):
            for row in found:
                values = [value if type(value) in PLAIN else _plain(value) for value in row]
                size += sum(len(value) if type(value) is str else _size(value) for value in values)
                if len(rows) >= request["rows"] or size > request["bytes"]:
                    return _document(columns, rows, started, is_cut=True)
                rows.append(values)
        return _document(columns, rows, started, is_cut=False)
    except duckdb.InterruptException:
        raise Refused("time") from None
    except duckdb.OutOfMemoryException:
        raise Refused("memory") from None
    except duckdb.Error as error:
        raise Refused("error", _said(error)) from None
    finally:
        ended.set()
        timer.cancel()


def _stop(con: Any, ended: threading.Event) -> None:
    """Interrupts the query, and ends the process where it does not listen, as within one call of a function."""
    con.interrupt()
    if not ended.wait(SECONDS_TO_STOP):
        sys.stdout.write('{"refused":"time","detail":""}')
        sys.stdout.flush()
        os._exit(0)


def _document(columns: list[tuple[str, str]], rows: list[list[Any]], started: float, *, is_cut: bool) -> dict[str, Any]:
    return {
        "columns": [{"name": name, "type": kind} for name, kind in columns],
        "rows": rows,
        "is_cut": is_cut,
        "seconds": time.monotonic() - started,
    }


def _size(value: Any) -> int:
    return len(json.dumps(value)) if isinstance(value, (list, dict)) else NUMBER_BYTES


def _plain(value: Any) -> Any:
    if type(value) in PLAIN:
        return value
    if isinstance(value, (date, datetime, time_of_day)):
        return value.isoformat()
    if isinstance(value, (Decimal, timedelta)):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return str(value)


def judge(con: Any, sql: str) -> set[str]:
    """The names of the query's parameters; raises :class:`Refused` for anything but one SELECT of what may be asked."""
    if not sql.strip():
        raise Refused("empty")
    if sql != sql.encode(errors="replace").decode():
        # halves of characters, which a shell of another encoding hands over
        raise Refused("syntax", "UTF-8")
    parsed = json.loads(con.execute("select json_serialize_sql(?::varchar)", [sql]).fetchone()[0])
    if parsed["error"]:
        raise Refused(*_why(parsed))
    if len(parsed["statements"]) != 1:
        raise Refused("several" if parsed["statements"] else "empty")
    tables = {(database, schema, name) for database, schema, name in con.execute(_TABLES).fetchall()}
    walk = _Walk(tables, {name for (name,) in con.execute(_OF_THE_ENGINE).fetchall()})
    walk.see(parsed["statements"][0])
    return walk.parameters


_TABLES = """
select database_name, schema_name, table_name from duckdb_tables() where not temporary
union all
select database_name, schema_name, view_name from duckdb_views() where not internal and not temporary
union all
select '', schema_name, table_name from duckdb_tables() where database_name = current_database()
union all
select '', schema_name, view_name from duckdb_views() where not internal and database_name = current_database()
"""

_OF_THE_ENGINE = "select lower(view_name) from duckdb_views() where internal and schema_name <> 'information_schema'"
"""What the engine calls its own views, which a name without a schema may mean."""


def _why(parsed: dict[str, Any]) -> tuple[str, str]:
    message = str(parsed.get("error_message", ""))
    if message.startswith("Only SELECT"):
        return "not_select", ""
    return "syntax", message.splitlines()[0] if message else ""


class _Walk:
    """Looks at every node of DuckDB's own reading of a query."""

    def __init__(self, tables: set[tuple[str, str, str]], of_the_engine: set[str]) -> None:
        self.tables, self.of_the_engine = tables, of_the_engine
        self.parameters: set[str] = set()
        self.named_here: set[str] = set()

    def see(self, node: Any) -> None:
        self._name(node)
        # outside of where such a name holds it would mean the engine's view
        for name in sorted(self.named_here & self.of_the_engine):
            raise Refused("table", name)
        self._look(node)

    def _name(self, node: Any) -> None:
        if isinstance(node, dict):
            entries = node.get("cte_map", {}).get("map", []) if isinstance(node.get("cte_map"), dict) else []
            self.named_here |= {str(entry["key"]).lower() for entry in entries}
            if node.get("type") in ("RECURSIVE_CTE_NODE", "CTE_NODE"):
                self.named_here.add(str(node.get("cte_name", "")).lower())
            for child in node.values():
                self._name(child)
        elif isinstance(node, list):
            for child in node:
                self._name(child)

    def _look(self, node: Any) -> None:
        if isinstance(node, list):
            for child in node:
                self._look(child)
        elif isinstance(node, dict):
            self._judge_node(node)
            for child in node.values():
                self._look(child)

    def _judge_node(self, node: dict[str, Any]) -> None:
        kind = node.get("type")
        if not isinstance(kind, str):
            return
        if kind.endswith("_NODE") and kind not in NODES:
            raise Refused("not_select")
        if kind == "SHOW_REF":
            raise Refused("introspection")
        if kind == "BASE_TABLE":
            self._judge_table(node)
        if kind == "TABLE_FUNCTION":
            name = str(node["function"].get("function_name", "")).lower()
            if name not in TABLE_FUNCTIONS:
                raise Refused("function", name)
        if node.get("class") in ("FUNCTION", "WINDOW") and "function_name" in node:
            name = str(node["function_name"]).lower()
            if FORBIDDEN_FUNCTIONS.fullmatch(name):
                raise Refused("function", name)
        if node.get("class") == "PARAMETER":
            self.parameters.add(str(node["identifier"]))

    def _judge_table(self, node: dict[str, Any]) -> None:
        parts = [str(node.get(part, "")) for part in ("catalog_name", "schema_name", "table_name")]
        database, schema, name = (part.lower() for part in parts)
        if not database and not schema and name in self.named_here:
            return
        if schema in SCHEMAS and database in DATABASES and (database, schema, name) in self.tables:
            return
        if database == "snapshot" and schema in SCHEMAS and not any(known == database for known, *_ in self.tables):
            raise Refused("no_snapshot")
        raise Refused("table", ".".join(part for part in parts if part))


def with_dollars(sql: str) -> str:
    """The query with ``:name`` written as DuckDB's ``$name``, outside of texts, names in quotes and comments.

    Directly after a name, a text or a bracket a colon is one of DuckDB's own: ``{'key':value}``, ``list[begin:end]``.
    """
    pattern = re.compile(
        r"(?<!\w)[eE]'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|\$(\w*)\$.*?\$\1\$"
        r"|::|(?<![\w'\"\])}]):(?P<name>[A-Za-z_]\w*)",
        re.DOTALL,
    )
    return pattern.sub(lambda match: f"${match['name']}" if match["name"] else match[0], sql)


def _said(error: Exception) -> str:
    """DuckDB's sentence without the place in the query and without any path."""
    first = str(error).splitlines()[0]
    return re.sub(r"(/[^\s'\"]+)+", "…", first)


if __name__ == "__main__":
    main()
