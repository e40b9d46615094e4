"""The sentences of the page of speaking points, its own ones; what is to be said comes from the figures."""

from warehouse.language import Label

SPEAKING_POINTS = Label("会议口径", "Speaking points")
SPEAKING_POINTS_OF = Label("{place}会议口径", "Speaking points · {place}")
INTRO = Label(
    "按当前截至日期和地区生成的句子，用词和取数规则与年度工作总结一致；展开“复制”后，鼠标移到文字上，右上角可复制。",
    "Sentences for the chosen date and place, by the same rules as the annual report; open “To copy”: the copy "
    "button is at the upper right of each text.",
)
SUBJECT = Label("主题", "Subject")
COUNTY_ONLY = Label(
    "{count}个指标只有全县数，不分乡镇，选{place}时不列。",
    "{count} indicators have a county figure only and are left out for {place}.",
)
TO_COPY = Label("复制：整段，或逐句（{count}句）", "To copy: the whole paragraph, or sentence by sentence ({count})")
ALL_WHOLE = Label("{count}个数字都已报齐", "All {count} figures are complete")
SOME_MARKED = Label(
    "{count}个数字中{marked}个带标记，使用前请核实：{names}",
    "{marked} of {count} figures are marked; check them before use: {names}",
)
NOTHING_TO_SAY = Label("这个主题没有{place}的数字。", "There is no figure of {place} on this subject.")
