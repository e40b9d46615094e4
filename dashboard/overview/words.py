"""The sentences of the overview."""

from warehouse.language import Label

OVERVIEW = Label("工作总览", "Overview")
OVERVIEW_OF = Label("{place}工作总览", "{place}: overview")
VERDICT = Label(
    "{place}有目标的{judged}项指标：{lights}",
    "{place}: of {judged} indicators with a target, {lights}",
)
COUNTED = Label("{count}项{light}", "{count} {light}")
NO_VERDICT = Label("{place}还没有可以对照目标的指标", "{place}: no indicator can be held against a target yet")
NONE_BEHIND = Label("没有落后的指标", "Nothing is behind")
OTHERS_BEHIND = Label("其余{count}项落后的 →", "{count} more behind →")
