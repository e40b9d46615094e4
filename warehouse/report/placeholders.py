"""``{{…}}`` in the text of the report: what may stand there, and finding it in a text.

A figure is named by its indicator: ``{{members}}`` is the value with its unit, ``{{mutual_aid_people:万人}}`` the
value in 万, ``{{members.同比}}`` the change on a year before in brackets, ``{{members.上年}}`` the value of a year
before. The names in :data:`FACTS` and :data:`PHRASES` stand inside a sentence, those in :data:`BLOCKS` alone in a
paragraph.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from warehouse.figures.catalogue import indicators
from warehouse.language import Refusal
from warehouse.report.sentences import IN_WAN

FACTS = {
    "县名": "配置中的县名",
    "市名": "配置中的市名；没有配置时写“市级”",
    "单位名称": "配置中的单位名称；没有配置时为县名加“总工会”",
    "年份": "报告的年份，如 2021",
    "时段": "“2021年”；未到年底的稿子为“2021年1至11月”",
    "期间": "“全年”；未到年底的稿子为“1至11月”",
    "截至日期": "数字截至的日期，如 2021年12月31日",
    "建党周年": "年份减1921",
    "疗休养地点": "疗休养台账中当年的疗养地，写在括号里；没有则为空",
    "承办竞赛": "竞赛台账中当年承办的竞赛，如“承办……；”；没有则为空",
    "组建批复时限": "工会组建批复的办理时限，来自配置",
    "经费返拨时限": "经费返拨的办理时限，来自配置",
}
PHRASES = {
    "公有制企业民主管理": ("public_disclosure_coverage", "public_congress_coverage"),
}
"""Phrases that several figures decide, with the indicators they read."""
NOTE, DOUBTS = "稿本说明", "待核实的数字"
BLOCKS = {
    NOTE: "未到年底的稿子在标题下写明截至日期；年底的稿子没有这一段",
    "存在的问题": "滞后任务（含所报的问题和措施）和未达目标的指标",
    "下一年打算": "滞后任务的措施和未达目标的指标的努力方向",
    DOUBTS: "正文中加了标记的数字；没有则没有这一段",
}
CHANGE, LAST_YEAR = "同比", "上年"
ASPECTS = (CHANGE, LAST_YEAR)

PATTERN = re.compile(r"[{｛]{2}([^{}｛｝]*)[}｝]{2}")
HALF_OPEN = re.compile(r"[{｛]{2}|[}｝]{2}")
TEMPLATE_COMMAND = "unionkpi report --template-out 模板.docx"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder: what it names, in which unit, and which side of the figure; ``start``–``end`` in its text."""

    name: str
    unit: str | None
    aspect: str | None
    start: int
    end: int

    @property
    def indicator_ids(self) -> tuple[str, ...]:
        """The indicators that it reads."""
        if self.name in PHRASES:
            return PHRASES[self.name]
        return () if self.name in FACTS or self.name in BLOCKS else (self.name,)


def placeholders_in(text: str) -> tuple[Placeholder, ...]:
    """The placeholders of a paragraph in their order; refuses one that does not exist or is not closed."""
    found = tuple(_placeholder(match, text) for match in PATTERN.finditer(text))
    rest = PATTERN.sub("", text)
    if half := HALF_OPEN.search(rest):
        raise _refusal(f"占位符的括号没有成对（“{half[0]}”）", f"a placeholder is not closed ({half[0]})", text)
    return found


def block_in(text: str) -> str | None:
    """The block that the paragraph stands for, if it is one."""
    found = placeholders_in(text)
    blocks = [placeholder.name for placeholder in found if placeholder.name in BLOCKS]
    if not blocks:
        return None
    if PATTERN.sub("", text).strip() or len(found) > 1:
        zh, en = f"占位符 {{{{{blocks[0]}}}}} 要独占一段", f"placeholder {{{{{blocks[0]}}}}} must stand alone"
        raise _refusal(zh, en, text)
    return blocks[0]


def known_names() -> Iterator[str]:
    """Everything that a placeholder may name."""
    yield from (*FACTS, *PHRASES, *BLOCKS, *indicators())


def _placeholder(match: re.Match[str], text: str) -> Placeholder:
    content = "".join(unicodedata.normalize("NFKC", match[1]).split())
    body, _, aspect = content.partition(".")
    name, _, unit = body.partition(":")
    placeholder = Placeholder(name, unit or None, aspect or None, *match.span())
    _check(placeholder, match[0], text)
    return placeholder


def _check(placeholder: Placeholder, written: str, text: str) -> None:
    if placeholder.name not in known_names():
        near = get_close_matches(placeholder.name, list(known_names()), n=1, cutoff=0.5)
        zh, en = f"没有占位符 {written}", f"there is no placeholder {written}"
        hint = (f"，是不是 {{{{{near[0]}}}}}？", f"; did you mean {{{{{near[0]}}}}}?") if near else ("", "")
        raise _refusal(zh + hint[0], en + hint[1], text)
    indicator = indicators().get(placeholder.name)
    if placeholder.aspect and (indicator is None or placeholder.aspect not in ASPECTS):
        listed = "、".join(ASPECTS)
        raise _refusal(f"占位符 {written}：点号后只能是{listed}，且只用于指标", f"{written}: unknown part", text)
    allowed = IN_WAN.get(indicator.unit.zh) if indicator else None
    if placeholder.unit and (indicator is None or placeholder.unit not in (indicator.unit.zh, allowed)):
        unit = indicator.unit.zh if indicator else ""
        listed = "、".join(filter(None, (unit, allowed)))
        zh = f"占位符 {written}：单位只能是{listed}" if listed else f"占位符 {written} 不能写单位"
        raise _refusal(zh, f"{written}: not a unit of it", text)


def _refusal(zh: str, en: str, text: str) -> Refusal:
    place = text.strip() if len(text.strip()) <= 40 else text.strip()[:40] + "……"
    return Refusal(f"报告模板：{zh}（在“{place}”一段）", f"Report template: {en} (in “{place}”)", TEMPLATE_COMMAND)
