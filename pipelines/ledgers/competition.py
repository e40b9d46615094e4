"""竞赛活动台账: one trade of one skills competition."""

from pipelines.columns import PEOPLE, choice, day, text, whole
from pipelines.ledger import Event, Ledger, Value
from pipelines.values import LEVELS
from warehouse.language import Label

LEDGER = Ledger(
    id="competition",
    table="competitions",
    label=Label("竞赛活动台账", "Competitions"),
    grain=Label("一行一场竞赛的一个工种", "One competition and trade a row"),
    department="econ",
    key=("competition_code", "trade"),
    time=Event("held_date"),
    frequency="year",  # a handful a year, most of them annual: months without one are the rule
    title_words=("竞赛活动", "劳动竞赛", "技能竞赛"),
    columns=(
        text("competition_code", "竞赛编号", "Competition code", required=True),
        text("competition_name", "竞赛名称", "Competition", required=True),
        text("edition", "届次", "Edition"),
        choice("level", "级别", "Level", required=True, values=LEVELS),
        choice(
            "role",
            "参与方式",
            "Our part",
            required=True,
            values=(
                Value("承办", "host for another body"),
                Value("组队参加", "sends a team"),
                Value("自办", "own competition"),
            ),
        ),
        text("industry", "行业", "Industry", required=True),
        text("trade", "工种", "Trade", required=True),
        day("held_date", "举办日期", "Held", required=True),
        whole("entrants", "参赛人数", "Entrants", required=True, minimum=1, unit=PEOPLE),
    ),
)
