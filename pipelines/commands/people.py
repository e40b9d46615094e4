"""``unionkpi people add|disable|enable|passwd|list``: who may sign in."""

from typing import Annotated

import typer

from pipelines.command_line.audit import note
from pipelines.command_line.invocation import Settings
from pipelines.command_line.passwords import new_password
from pipelines.command_line.printing import write_json, write_line, write_table
from pipelines.command_line.wording import both
from pipelines.config_file import load_config
from pipelines.home import Home
from pipelines.keeping.opening import open_existing_home, raise_format
from warehouse.access.actions import Action
from warehouse.access.people import People, Person
from warehouse.access.roles import Role
from warehouse.language import Label, Language, Refusal

HELP = both(
    "谁可以登录：新增、停用、启用、改密码、列出", "Who may sign in: add, disable, enable, change a password, list"
)
ACTIONS = ("add", "disable", "enable", "passwd", "list")

HEADINGS = (
    Label("姓名", "Name"),
    Label("角色", "Role"),
    Label("部室", "Department"),
    Label("密码", "Password"),
    Label("状态", "State"),
)
YES, NO = Label("有", "yes"), Label("无", "none")
ACTIVE, DISABLED = Label("可登录", "active"), Label("已停用", "disabled")


def run(
    context: typer.Context,
    action: Annotated[str, typer.Argument(help=both(" | ".join(ACTIONS), " | ".join(ACTIONS)), show_default=False)],
    name: Annotated[str | None, typer.Argument(help=both("姓名", "The name"), show_default=False)] = None,
    role: Annotated[str | None, typer.Option(help=both("角色：" + "、".join(Role), "Role: " + ", ".join(Role)))] = None,
    department: Annotated[
        str | None, typer.Option(help=both("部室编号，见 config.toml", "A department's id in config.toml"))
    ] = None,
    no_password: Annotated[
        bool,
        typer.Option(
            "--no-password", help=both("不设密码（由别处登录的人）", "Without a password (signs in elsewhere)")
        ),
    ] = False,
) -> int:
    """A password is asked for twice on a terminal, else read from standard input: it is never an argument."""
    settings: Settings = context.obj.without_csv()
    home = open_existing_home(settings.home)
    people = People(home.folder)
    if action == "list":
        return _list(people, home, settings)
    if action not in ACTIONS:
        listed = "、".join(ACTIONS), ", ".join(ACTIONS)
        raise Refusal(
            f"people 后应为 {listed[0]}，不是 {action}",
            f"After people comes {listed[1]}, not {action}",
            "unionkpi people --help",
        )
    if name is None:
        raise Refusal(
            f"people {action} 后要写姓名", f"people {action} needs a name", f"unionkpi people {action} --help"
        )
    if action == "add":
        person = _add(people, home, name, role, department, settings.language, no_password=no_password)
    elif action == "passwd":
        person = people.set_password(name, new_password(settings.language))
    else:
        person = people.set_active(name, is_active=action == "enable")
    done = {
        "add": Action.PERSON_ADDED,
        "passwd": Action.PASSWORD_CHANGED,
        "enable": Action.PERSON_ENABLED,
        "disable": Action.PERSON_DISABLED,
    }[action]
    raise_format(home)
    note(home, done, {"name": person.name, "role": str(person.role)}, settings.language)
    if settings.as_json:
        write_json(_entry(person))
    else:
        write_line(f"{done.label.in_language(settings.language)}: {person.name}")
    return 0


def _add(
    people: People,
    home: Home,
    name: str,
    role: str | None,
    department: str | None,
    language: Language,
    *,
    no_password: bool,
) -> Person:
    known = load_config(home.config_file).departments
    if role not in tuple(Role):
        listed = "、".join(Role), ", ".join(Role)
        raise Refusal(
            f"--role 应为 {listed[0]} 之一", f"--role must be one of {listed[1]}", "unionkpi people add --help"
        )
    if department is not None and department not in known:
        listed = "、".join(known), ", ".join(known)
        raise Refusal(
            f"没有部室 {department}；可用：{listed[0]}",
            f"There is no department {department}; there are: {listed[1]}",
            "unionkpi people add --help",
        )
    return people.add(name, Role(role), department, None if no_password else new_password(language))


def _list(people: People, home: Home, settings: Settings) -> int:
    found = list(people.all().values())
    if settings.as_json:
        write_json([_entry(person) for person in found])
        return 0
    language = settings.language
    names = {key: department.name for key, department in load_config(home.config_file).departments.items()}
    write_table(
        [heading.in_language(language) for heading in HEADINGS],
        [
            (
                person.name,
                person.role.label.in_language(language),
                names.get(person.department_id or "", person.department_id or ""),
                (YES if person.password_hash else NO).in_language(language),
                (ACTIVE if person.is_active else DISABLED).in_language(language),
            )
            for person in found
        ],
    )
    return 0


def _entry(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "role": str(person.role),
        "department": person.department_id,
        "has_password": person.password_hash is not None,
        "active": person.is_active,
    }
