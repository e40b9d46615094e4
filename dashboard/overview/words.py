"""The sentences of the overview."""

from warehouse.language import Label

OVERVIEW = Label("工作总览", "Overview")
OVERVIEW_OF = Label("{place}工作总览", "{place}: overview")
WHAT_IS_BEHIND = Label("落后事项", "What is behind")
NOTHING_BEHIND = Label(
    "{place}：有目标的{judged}项指标没有落后的", "{place}: none of the {judged} indicators with a target is behind"
)
NOTHING_JUDGED = Label("{place}：没有设目标的指标", "{place}: no indicator has a target")
SOME_BEHIND = Label(
    "{place}：有目标的{judged}项指标中{behind}项落后",
    "{place}: behind in {behind} of {judged} indicators with a target",
)
TOWNSHIPS_BEHIND = Label("落后的乡镇（街道）", "Townships behind")
NO_TOWNSHIP = Label("—（不分乡镇或无）", "— (county only or none)")
