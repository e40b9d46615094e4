"""职工驿站台账: one station where workers rest and are served, from its opening to its closing."""

from pipelines.columns import choice, day, text, town
from pipelines.ledger import Ledger, Span, Value
from pipelines.rules import earlier, error
from warehouse.language import Label

LEDGER = Ledger(
    id="service_station",
    table="service_stations",
    label=Label("职工驿站台账", "Service stations"),
    grain=Label("一行一个站点", "One station a row"),
    department="service",
    key=("station_code",),
    time=Span("built_date", "closed_date"),
    frequency="quarter",  # a few stations open every year
    title_words=("驿站", "港湾", "爱心妈妈小屋"),
    columns=(
        text("station_code", "站点编号", "Station code", required=True),
        text("station_name", "名称", "Name", required=True),
        choice(
            "station_kind",
            "类型",
            "Kind of station",
            required=True,
            values=(
                Value("职工驿站", "rest station"),
                Value("港湾", "harbour"),
                Value("爱心妈妈小屋", "nursing room"),
                Value("职工书屋", "workers' library"),
                Value("职工服务中心", "service centre"),
            ),
        ),
        town("township_code", "所属乡镇", "Township", required=True),
        day(
            "built_date",
            "建成日期",
            "Opened",
            required=True,
            synonyms=("建成时间", "投用时间", "挂牌时间", "启用日期"),
        ),
        day("closed_date", "停用日期", "Closed"),
    ),
    rules=(
        error(
            "closed_date",
            earlier("closed_date", than="built_date"),
            "停用日期不能早于建成日期",
            "Closed before it was opened",
        ),
    ),
)
