"""What a figure's light, and the reason why there is none, are called by people."""

from warehouse.language import Label

LIGHT_NAMES = {
    "green": Label("达标", "On target"),
    "amber": Label("接近", "Close"),
    "red": Label("落后", "Behind"),
    "grey": Label("不评价", "Not judged"),
}
"""By the ``light`` of ``kpi.values``."""

REASON_NAMES = {
    "suppressed": Label("人数少于5，按规定不显示", "Fewer than 5 people: withheld by rule"),
    "not_submitted": Label("台账未报送", "ledger not submitted"),
    "county_only": Label("只有全县数，不分乡镇", "county figure only"),
    "zero_denominator": Label("分母为0", "denominator is 0"),
    "no_calendar": Label("缺工作日历", "no working-day calendar"),
    "before_data": Label("早于最早的数据", "before the first data"),
    "zero_base": Label("对比期为0", "zero in the period compared with"),
    "not_in_version": Label("这一方没有此指标或地区", "no such indicator or region on one side"),
    "not_computed": Label("对比期未计算", "the period compared with was not computed"),
}
"""By the ``reason`` and ``yoy_reason`` of ``kpi.values``, and by the ``reason`` of a difference."""
