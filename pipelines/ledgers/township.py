"""乡镇街道名录: the townships, and bodies of the county itself that have none."""

from pipelines.columns import TOWNSHIP_HEADINGS, choice, text
from pipelines.ledger import Ledger, Value
from warehouse.language import Label

LEDGER = Ledger(
    id="township",
    table="townships",
    label=Label("乡镇街道名录", "Townships"),
    grain=Label("一行一个乡镇（街道）或系统", "One township or county system a row"),
    department="office",
    key=("township_code",),
    time=None,
    frequency="year",  # a register of places: it changes with administrative divisions only
    title_words=("乡镇", "街道", "名录"),
    columns=(
        text(
            "township_code",
            "区划代码",
            "Township code",
            required=True,
            synonyms=("行政区划代码", "乡镇代码", "统计用区划代码"),
            code_list="county_township",
        ),
        text("township_name", "乡镇名称", "Township name", required=True, synonyms=TOWNSHIP_HEADINGS),
        choice(
            "township_kind",
            "类型",
            "Kind of township",
            required=True,
            values=(
                Value("街道", "subdistrict"),
                Value("镇", "town"),
                Value("乡", "township"),
                Value("园区", "industrial park"),
                Value("县直系统", "county system"),
            ),
            description=Label(
                "县直单位和教育、卫健等系统没有乡镇，用“县代码+9xx”编一个代码，类型填“县直系统”",
                "Bodies of the county itself and of a system have no township: give them the county's code + 9xx",
            ),
        ),
    ),
)
