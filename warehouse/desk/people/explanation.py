"""What the desk does not tell of people, and why, in the words of the manual and of the pages."""

from warehouse.language import Label

WITHHELD = (
    Label(
        "涉及个人的台账只给统计数，没有明细。会员和驻村队员的统计数全部给出；其余八种台账中，人数少于5的格子不显示。",
        "Of ledgers about people there are counts, no rows. Those of members and village teams are told in full; of "
        "the other eight, cells of fewer than five people are withheld.",
    ),
    Label(
        "为防止相减推算，同一期间、同一分类方式中另有人数最少的格子一并不显示；怎样都藏不住的，整个期间不显示。",
        "So that nothing can be found by subtraction, the smallest other cells of the same period and breakdown are "
        "withheld with them; where nothing would hide a cell, the whole period is.",
    ),
    Label(
        "每次只按一种方式分类（乡镇或类别），不交叉；按 dimension 取用，不要跨分类方式相加。",
        "A period is broken down one way at a time, by township or by kind, never by both: choose a dimension, and "
        "never add over several.",
    ),
    Label(
        "人多的台账按月，人少的按年；期间结束以后才给出。",
        "By month where there are many people, by year where there are few; a period is told when it is over.",
    ),
    Label(
        "不显示的格子仍有一行，is_withheld 为真、数值为空；没有人的格子是0。",
        "What is withheld has its line, with is_withheld and without figures; what nobody had is 0.",
    ),
    Label(
        "涉及个人的指标，乡镇数和分类数只在等于上述已显示格子之和时给出；全县数照常给出。",
        "Figures of indicators about people are told of a township or kind where they are sums of such cells; those of "
        "the county as everywhere.",
    ),
    Label(
        "月度快照的某个期间与现行版本不一致的，在快照中不显示：两者之差就是迟报或更正的人。",
        "A period of a frozen month that counted otherwise than the published version is withheld there: the "
        "difference would be those who came late or were corrected.",
    ),
)
"""One rule a sentence."""
