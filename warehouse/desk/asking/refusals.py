"""Why a query was not answered, in words."""

from warehouse.language import Label, Refusal

REASONS = {
    "empty": Label("没有查询语句", "There is no query"),
    "several": Label("一次只能执行一条 SELECT", "One SELECT at a time"),
    "not_select": Label(
        "只能用 SELECT 查询，不能修改、导出或设置", "Only SELECT is possible: nothing can be changed, exported or set"
    ),
    "introspection": Label(
        "DESCRIBE、SHOW、SUMMARIZE 不可用；表和列见“数据字典”，或查询 meta.columns",
        "DESCRIBE, SHOW and SUMMARIZE are not available: see the data dictionary, or query meta.columns",
    ),
    "table": Label(
        "没有可以查询的表 {detail}；写明前缀，如 ledger.unions、kpi.values、mart.tasks",
        "There is no table {detail} to query; write its schema, as in ledger.unions, kpi.values, mart.tasks",
    ),
    "no_snapshot": Label(
        "没有选定快照，查不到 snapshot. 开头的表；请选定一个快照，或去掉这个前缀",
        "No snapshot was chosen, so there are no tables of snapshot.: choose one, or leave the prefix out",
    ),
    "function": Label("函数 {detail} 不可用", "The function {detail} is not available"),
    "parameter": Label("缺少参数 {detail}", "The parameter {detail} is missing"),
    "syntax": Label("语句有误：{detail}", "The query cannot be read: {detail}"),
    "time_zone": Label(
        "列 {detail} 是带时区的时间，不能直接给出；请写成 cast(… as varchar) 或 cast(… as timestamp)",
        "The column {detail} is a time with a zone, which cannot be given: cast(… as varchar) or cast(… as timestamp)",
    ),
    "error": Label("执行出错：{detail}", "The query failed: {detail}"),
    "time": Label(
        "超过时间上限，已停止；请缩小范围或先汇总", "Stopped at the time limit: ask for less, or aggregate first"
    ),
    "memory": Label(
        "超过内存上限，已停止；请缩小范围或先汇总", "Stopped at the memory limit: ask for less, or aggregate first"
    ),
    "cancelled": Label("已取消", "Cancelled"),
    "space": Label(
        "临时目录写不下查询用的副本，没有执行；请清理磁盘空间",
        "The folder for temporary files has no room for the query's copy: free some disk space",
    ),
    "gone": Label(
        "数据版本刚刚更换，没有执行；请再执行一次", "The version has just been replaced by another: ask once more"
    ),
    "killed": Label("超过资源上限，已停止", "Stopped at the limit of what a query may use"),
}


def refusal(reason: str, detail: str = "") -> Refusal:
    """The sentence of a reason, about ``detail`` of the query."""
    label = REASONS[reason]
    return Refusal(label.zh.replace("{detail}", detail), label.en.replace("{detail}", detail), "unionkpi sql --help")
