"""The chapters that may follow: what is behind, with problem and remedy as they were filed, and what is to be done."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from warehouse.report.figure import Figure
from warehouse.report.model import Kind, Paragraph, Piece, numeral, plain
from warehouse.report.reading import SHORT, Reading
from warehouse.report.sentences import amount, due, exact, per_cent, rounded, value

PROBLEMS, PLANS = "problems", "plans"
TITLES = {PROBLEMS: "存在的问题", PLANS: "下一年打算"}
"""By the word on the command line: the chapter's title, which is its placeholder too."""
NOT_FILED = "〔未填报〕"
TASKS = "tasks_behind"
NO_TARGETS = "没有指标设定年度目标。"


def chapter(name: str, reading: Reading, number: int) -> list[Paragraph]:
    """One of the two chapters with its number; ``name`` is a key of :data:`TITLES`."""
    sections: dict[str, Callable[[Reading], list[Paragraph]]] = {PROBLEMS: problems, PLANS: plans}
    return [plain(Kind.HEADING, f"{numeral(number)}、{TITLES[name]}"), *sections[name](reading)]


def problems(reading: Reading) -> list[Paragraph]:
    """Tasks behind, then indicators short of their goal."""
    return [
        plain(Kind.SUBHEADING, "（一）滞后的重点任务"),
        *_tasks(reading, _task_problem),
        plain(Kind.SUBHEADING, "（二）未达到目标的指标"),
        *(
            _short(reading, "red", "落后") + _short(reading, "amber", "接近目标")
            or [_without_goals(reading, "设有目标的指标没有落后或接近目标的。")]
        ),
    ]


def plans(reading: Reading) -> list[Paragraph]:
    """What the tasks behind need, and the goals still to be reached, by department."""
    return [
        plain(Kind.SUBHEADING, "（一）补上滞后任务"),
        *_tasks(reading, _task_plan),
        plain(Kind.SUBHEADING, "（二）补齐指标短板"),
        *(_goals(reading) or [_without_goals(reading, "巩固已达到目标的指标。")]),
    ]


def _without_goals(reading: Reading, met: str) -> Paragraph:
    """What is said where nothing falls short: that all is met, or that there was nothing to meet."""
    has_targets = any(figure.target is not None for figure in reading.figures.values())
    return plain(Kind.BODY, met if has_targets else NO_TARGETS)


def unfiled(reading: Reading, chapters: Sequence[str]) -> tuple[str, ...]:
    """What the departments have not filed of the tasks behind, as far as the chapters written say it."""
    asked = {"problem": "存在问题"} if PROBLEMS in chapters else {}
    asked |= {"remedy": "解决措施"} if chapters else {}
    return tuple(
        f"滞后任务：{task['title']}（{task['department']}），未填报{'、'.join(lacking)}"
        for task in reading.tasks_behind
        if (lacking := [name for column, name in asked.items() if _sentence(task[column]) == NOT_FILED])
    )


def _tasks(reading: Reading, say: Callable[[Mapping[str, Any]], str]) -> list[Paragraph]:
    """How many tasks are behind, then a numbered sentence on each."""
    figure = reading.figures[TASKS]
    said = Paragraph(Kind.BODY, (Piece("滞后任务"), Piece(value(figure), figure.id), Piece("。")))
    return [said, *(plain(Kind.BODY, f"{at}.{say(task)}") for at, task in enumerate(reading.tasks_behind, start=1))]


def _task_problem(task: Mapping[str, Any]) -> str:
    unit = task["unit"]
    done, target = (rounded(exact(task[name]), 2) for name in ("done", "target"))
    share = per_cent(task["done"] / task["target"])
    progress = f"完成{done}%" if unit == "%" else f"目标{target}{unit}，完成{done}{unit}（{share}）"
    filed = f"存在问题：{_sentence(task['problem'])}；解决措施：{_sentence(task['remedy'])}"
    return f"{task['title']}（{task['department']}）：{progress}；{filed}。"


def _task_plan(task: Mapping[str, Any]) -> str:
    return f"{task['title']}（{task['department']}）：{_sentence(task['remedy'])}。"


def _sentence(filed: str | None) -> str:
    """What was filed on one line and without its full stop."""
    return "".join((filed or "").split("\n")).strip().rstrip("。；;.") or NOT_FILED


def _short(reading: Reading, light: str, word: str) -> list[Paragraph]:
    """One paragraph that lists the indicators of a light."""
    found = [figure for figure in _with_goal(reading) if figure.light == light]
    if not found:
        return []
    pieces = [Piece(f"{word}的有{len(found)}项：")]
    for figure in found:
        pieces += [Piece(figure.label.zh), Piece(value(figure), figure.id), Piece(f"，{_goal(figure)}；")]
    return [Paragraph(Kind.BODY, _ended(pieces))]


def _with_goal(reading: Reading) -> list[Figure]:
    """The indicators that fall short of their goal, tasks aside, which are told one by one."""
    return [
        figure
        for figure in reading.figures.values()
        if figure.light in SHORT and figure.target is not None and figure.id != TASKS
    ]


def _ended(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of a list with its last semicolon made a full stop."""
    return (*pieces[:-1], Piece(pieces[-1].text.removesuffix("；") + "。"))


def _goal(figure: Figure) -> str:
    return "，".join(filter(None, (f"目标{amount(figure, figure.target or 0)}", due(figure))))


def _goals(reading: Reading) -> list[Paragraph]:
    """One numbered paragraph a department, with its goals."""
    by_department: dict[str, list[Piece]] = {}
    for figure in _with_goal(reading):
        department = reading.lines[figure.id]["department_name"] or NOT_FILED
        by_department.setdefault(department, []).extend(_towards(figure))
    return [
        Paragraph(Kind.BODY, (Piece(f"{number}.{department}："), *_ended(pieces)))
        for number, (department, pieces) in enumerate(by_department.items(), start=1)
    ]


def _towards(figure: Figure) -> list[Piece]:
    """From the figure to its goal; what has only run ahead of the calendar can no longer fall, and is to be kept."""
    goal = amount(figure, figure.target or 0)
    said = Piece(value(figure), figure.id)
    if figure.better != "down":
        return [Piece(f"{figure.label.zh}由"), said, Piece(f"提高到目标{goal}；")]
    if (figure.value or 0) <= (figure.target or 0):
        return [Piece(f"{figure.label.zh}已有"), said, Piece(f"，控制在目标{goal}以内；")]
    return [Piece(f"{figure.label.zh}由"), said, Piece(f"降到目标{goal}以内；")]
