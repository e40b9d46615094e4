"""The sentences over a month, a subject, a rate's townships and a course, each computed from what it stands over."""

from collections.abc import Sequence

from warehouse.figure_names import LIGHT_NAMES
from warehouse.figures.cell import NO_TOWNSHIP
from warehouse.report.figure import Figure
from warehouse.report.sentences import amount, due
from warehouse.report.speech import sentence
from warehouse.snapshot.documents.content import Content, Entry, Month, Subject
from warehouse.snapshot.documents.sentences import Sentence, sentence_of

JUDGED = ("green", "amber", "red")
MOST_NAMES = 4


def of_brief(content: Content) -> dict[str, tuple[Sentence, ...]]:
    """Every sentence of the Word brief that may be put in other words, by subject; the opening is ``month``."""
    found: dict[str, tuple[Sentence, ...]] = {"month": (of_month(content),)}
    for subject in content.subjects:
        found[subject.id] = (of_subject(content, subject), *of_figures(content, subject))
    return found


def of_month(content: Content) -> Sentence:
    """How many indicators reached their goal, and which are behind."""
    entries = content.entries
    text = f"截至{content.as_of}，{content.county}{_lights(entries)}{_behind(entries)}{_doubtful(entries)}"
    return sentence_of("month", text, [entry.figure for entry in entries], content.context.edited)


def of_subject(content: Content, subject: Subject) -> Sentence:
    """The same of one subject, with how its indicators changed on a year before."""
    entries = subject.entries
    text = f"{subject.name}{_lights(entries)}{_behind(entries)}{_changes(entries)}{_doubtful(entries)}"
    return sentence_of(f"subject:{subject.id}", text, [entry.figure for entry in entries], content.context.edited)


def of_figures(content: Content, subject: Subject) -> list[Sentence]:
    """One sentence an indicator: the figure, its change, its goal."""
    return [
        sentence_of(entry.id, sentence(entry.figure, "zh"), [entry.figure], content.context.edited)
        for entry in subject.entries
    ]


def of_townships(content: Content, entry: Entry) -> str:
    """Who reached the goal of a rate, else how far apart townships are; withheld ones are counted."""
    places = {code: figure for code, figure in entry.places.items() if code != NO_TOWNSHIP}
    known = sorted((figure.value, code) for code, figure in places.items() if figure.value is not None)
    if not known:
        return f"{entry.name}：各乡镇街道没有可显示的数。"
    judged = [figure for figure in places.values() if figure.light in JUDGED]
    (low, lowest), (high, highest) = known[0], known[-1]
    most, least = amount(entry.figure, high), amount(entry.figure, low)
    ends = (
        f"最高{content.regions[highest]}{most}，最低{content.regions[lowest]}{least}" if low < high else f"都是{most}"
    )
    reached = sum(figure.light == "green" for figure in judged)
    opening = f"{len(judged)}个乡镇街道中{reached}个达标，" if judged else ""
    withheld = sum(figure.is_suppressed for figure in places.values())
    return f"{entry.name}：{opening}{ends}{f'；{withheld}个按规定不显示' if withheld else ''}。"


def of_course(entry: Entry) -> str:
    """The figure of the month as the course's heading says it."""
    return sentence(entry.figure, "zh").removesuffix("。")


def this_year(entry: Entry) -> tuple[Month, ...]:
    """The months of the year so far."""
    years = {month.day.year for month in entry.course}
    return tuple(month for month in entry.course if month.day.year == max(years))


def _lights(entries: Sequence[Entry]) -> str:
    judged = [entry for entry in entries if entry.figure.light in JUDGED]
    if not judged:
        return f"{len(entries)}项指标，本期没有对照目标评价的。"
    counts = ((LIGHT_NAMES[light].zh, sum(entry.figure.light == light for entry in judged)) for light in JUDGED)
    said = "、".join(f"{word}{count}项" for word, count in counts if count)
    return f"{len(entries)}项指标中{len(judged)}项对照目标评价：{said}。"


def _behind(entries: Sequence[Entry]) -> str:
    behind = [f"{entry.name}（{_against_goal(entry.figure)}）" for entry in entries if entry.figure.light == "red"]
    if not behind:
        return ""
    return f"落后的是{'、'.join(behind[:MOST_NAMES])}{f'等{len(behind)}项' if len(behind) > MOST_NAMES else ''}。"


def _against_goal(figure: Figure) -> str:
    if figure.value is None or figure.target is None:
        return ""
    return f"{amount(figure, figure.value)}，{due(figure) or f'目标{amount(figure, figure.target)}'}"


def _changes(entries: Sequence[Entry]) -> str:
    changes = [entry.figure.yoy for entry in entries if entry.figure.yoy is not None and entry.figure.is_complete]
    if not changes:
        return ""
    counts = (
        ("上升", sum(change > 0 for change in changes)),
        ("下降", sum(change < 0 for change in changes)),
        ("持平", sum(change == 0 for change in changes)),
    )
    return f"与上年同期相比，{'、'.join(f'{word}{count}项' for word, count in counts if count)}。"


def _doubtful(entries: Sequence[Entry]) -> str:
    names = [entry.name for entry in entries if entry.figure.is_doubtful]
    if not names:
        return ""
    return f"{'、'.join(names[:MOST_NAMES])}{'等' if len(names) > MOST_NAMES else ''}{len(names)}项没有数或数据未报齐。"
