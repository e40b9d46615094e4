"""Texts that name a department or another body, as against those that may name a person.

There is no list of all departments, so a name is judged by how it ends: 办公室, 权益保障部,
职工服务中心, 领导班子, 县总工会. Whatever ends otherwise may be somebody's name (李四, 李四同志,
王主席) and is refused; the three endings that given names share (科, 会, 委) do not count after
one of the most common surnames (李建科), unless more than three characters long.
A person hidden inside a body's name (李四办公室) is beyond such a rule.
"""

import re

import polars as pl

from pipelines.reading.parsed import Parsed, parsed

_ENDINGS = (
    *("部", "室", "办", "股", "处", "局", "所", "站", "组", "队", "院", "校", "厂", "中心", "班子", "集体", "机关"),
    *("工会", "委员会", "理事会", "单位", "公司", "系统", "街道", "社区", "成员", "科", "会", "委"),
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟"
    "姜崔谭陆范汪廖石韦贾夏付邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃钱戴严莫孔向"
)
_BODY = re.compile(f".*(?:{'|'.join(_ENDINGS)})")
_MAY_BE_A_NAME = re.compile(f"[{_SURNAMES}].?[科会委]")
_YEAR = re.compile(r"\d{4}(?:年度?)?")
_BETWEEN_NAMES = re.compile(r"[\s、，,；;/()\[\]【】《》“”\"]+")
_HIDDEN = "*"


def bodies(cells: pl.DataFrame) -> Parsed:
    """The names of bodies; a cell that may name a person is wrong and has no value."""
    named = {text: text for text in cells["clean"].unique().drop_nulls().to_list() if is_body(text)}
    return parsed(cells, pl.col("clean").replace_strict(named, default=None, return_dtype=pl.String))


def without_people(texts: pl.Series) -> pl.Series:
    """The cells as they may be quoted: names of bodies as they stand, every other one as asterisks."""
    shown = {text: text if is_body(text) else _HIDDEN * len(text) for text in texts.unique().drop_nulls().to_list()}
    return texts.replace_strict(shown, default=None, return_dtype=pl.String)


def is_body(text: str) -> bool:
    """Whether every part of the text, around brackets and commas, names a body (or a year) and not a person."""
    parts = [part for part in _BETWEEN_NAMES.split(text.replace("（", "(").replace("）", ")")) if part]
    names = [part for part in parts if not _YEAR.fullmatch(part)]
    return bool(names) and all(_BODY.fullmatch(name) and not _MAY_BE_A_NAME.fullmatch(name) for name in names)
