"""The sections (门类) of the industrial classification GB/T 4754-2017 and the names they go by."""

import re
import unicodedata
from dataclasses import dataclass

from warehouse.language import Label


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its letter, its name, and names of earlier editions or of daily use."""

    letter: str
    label: Label
    other_names: tuple[str, ...] = ()


SECTIONS = (
    Section("A", Label("农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery")),
    Section("B", Label("采矿业", "Mining")),
    Section("C", Label("制造业", "Manufacturing")),
    Section(
        "D",
        Label("电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water"),
        ("电力、燃气及水的生产和供应业", "水电气供应业"),
    ),
    Section("E", Label("建筑业", "Construction")),
    Section("F", Label("批发和零售业", "Wholesale and retail"), ("商贸业", "商贸流通业")),
    Section("G", Label("交通运输、仓储和邮政业", "Transport, storage and post"), ("交通运输业",)),
    Section("H", Label("住宿和餐饮业", "Accommodation and catering")),
    Section(
        "I",
        Label("信息传输、软件和信息技术服务业", "Information transmission, software and IT services"),
        ("信息传输、计算机服务和软件业", "信息技术服务业"),
    ),
    Section("J", Label("金融业", "Finance")),
    Section("K", Label("房地产业", "Real estate")),
    Section("L", Label("租赁和商务服务业", "Leasing and business services")),
    Section(
        "M",
        Label("科学研究和技术服务业", "Scientific research and technical services"),
        ("科学研究、技术服务和地质勘查业",),
    ),
    Section("N", Label("水利、环境和公共设施管理业", "Water, environment and public facilities")),
    Section(
        "O",
        Label("居民服务、修理和其他服务业", "Household services, repair and other services"),
        ("居民服务和其他服务业", "居民服务业"),
    ),
    Section("P", Label("教育", "Education")),
    Section("Q", Label("卫生和社会工作", "Health and social work"), ("卫生、社会保障和社会福利业", "卫生")),
    Section("R", Label("文化、体育和娱乐业", "Culture, sports and entertainment")),
    Section(
        "S",
        Label("公共管理、社会保障和社会组织", "Public administration, social security and organisations"),
        ("公共管理和社会组织", "公共管理"),
    ),
    Section("T", Label("国际组织", "International organisations")),
)


def section_of(text: str) -> str | None:
    """The letter of the section that ``text`` names, or ``None``.

    ``C``, ``c``, ``制造业``, ``制造`` and ``C 制造业`` are the same section, and so are ``批发零售业``
    and ``批发和零售业``; a letter beside the name of another section is none.
    """
    spoken = unicodedata.normalize("NFKC", text).strip().upper()
    letter, rest = re.fullmatch(r"([A-T])?(.*)", spoken, re.DOTALL).groups("")  # type: ignore[union-attr]
    named = _LETTERS.get(_essence(rest)) if rest else letter
    return named if named and letter in ("", named) else None


def _essence(name: str) -> str:
    """A name without what writers leave out: punctuation, spaces, joining words, the last 业."""
    return re.sub(r"[\W_和及与的]", "", unicodedata.normalize("NFKC", name)).removesuffix("业")


_LETTERS = {_essence(name): section.letter for section in SECTIONS for name in (section.label.zh, *section.other_names)}
