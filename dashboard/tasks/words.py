"""The sentences of the page of key tasks."""

from warehouse.language import Label

KEY_TASKS = Label("重点任务", "Key tasks")
KEY_TASKS_OF = Label("{place}重点任务", "{place}: key tasks")
COUNTY_ONLY = Label(
    "重点任务只有全县数，不分乡镇。所选的是{place}，以下是{county}的全部任务。",
    "Key tasks are kept for the county only, not by township. {place} is chosen; these are all tasks of {county}.",
)
NO_TASKS = Label("{year}年没有报送重点任务清单", "No list of key tasks was handed in for {year}")
NO_PROGRESS = Label(
    "任务进度清单没有报送：下面只有计划，不评价进度。",
    "The progress of tasks was never handed in: below stand the plans alone, and nothing is judged.",
)
STALE_PROGRESS = Label(
    "△ {count}项任务没有{month}的进度，按最近一次填报计算。",
    "△ Tasks without progress for {month}: {count}; the latest that was reported counts.",
)

# lights
LIGHTS = {
    "red": Label("滞后", "Behind"),
    "amber": Label("预警", "At risk"),
    "green": Label("正常", "On schedule"),
    "grey": Label("未开始", "Not started"),
}
DONE = Label("完成", "Done")
DONE_TASKS = Label("已完成的{count}项", "Done: {count}")
PLAN_ONLY = Label("进度未报送", "Progress not reported")
LIGHTS_EXPLAINED = Label(
    "滞后＝比时间进度低10个百分点以上，或已过期未完成；预警＝低于时间进度，或部门自报滞后。",
    "Behind = more than 10 percentage points short of the calendar, or overdue; at risk = short of the calendar, "
    "or reported as behind by the department.",
)

# departments
BY_DEPARTMENT = Label("各部门完成情况", "Completion by department")
BY_DEPARTMENT_SUBTITLE = Label(
    "截至{as_of}｜单位：%｜按权重加权，单项超额按100%计｜竖线＝全县",
    "As of {as_of} | unit: % | weighted, a task beyond its target counts as 100% | line = whole county",
)
ONE_DEPARTMENT = Label("全部任务归{department}，加权完成{rate}", "All tasks are with {department}: {rate} done")
DEPARTMENTS_EQUAL = Label("{count}个部门的加权完成率都是{rate}", "All {count} departments stand at {rate}")
DEPARTMENTS_DIFFER = Label(
    "全县加权完成{rate}：最低的是{lowest}（{low}），最高的是{highest}（{high}）",
    "The county stands at {rate}: lowest {lowest} ({low}), highest {highest} ({high})",
)
SEVERAL = Label("{names}等{count}个部门", "{names} and {others} more")
DEPARTMENTS_ALT = Label("各部门重点任务加权完成率的条形图", "Bars of weighted completion by department")
TASKS_COUNT = Label("任务数", "Tasks")
COMPLETION = Label("加权完成率", "Completion")
COMPLETED_WEIGHT = Label("加权完成量", "Weighted completion")
TOTAL_WEIGHT = Label("权重合计", "Total weight")
WHOLE_COUNTY = Label("全县", "Whole county")

# choosing
TASK_LIST = Label("任务清单", "List of tasks")
LIGHT = Label("亮灯", "Light")
NO_MATCH = Label("没有符合所选条件的任务", "No task matches the choice")

# what is behind
WHAT_IS_BEHIND = Label("滞后任务", "Tasks behind")
NONE_BEHIND = Label("{tasks}项任务没有滞后的", "Tasks behind: 0 of {tasks}")
SOME_BEHIND = Label(
    "{tasks}项任务中{behind}项滞后，差距最大的是“{title}”（{department}，完成{done}，时间已过{elapsed}）",
    'Tasks behind: {behind} of {tasks}, the farthest "{title}" ({department}: {done} done, {elapsed} of the time gone)',
)
TASK = Label("任务", "Task")
PROGRESS = Label("进展", "Progress")
PROGRESS_OF = Label("{done}／{target}（{share}）", "{done} / {target} ({share})")
WITH_STATUS = Label("{progress}，{status}", "{progress}, {status}")
ELAPSED = Label("时间进度", "Time gone")
OVERDUE = Label("已过期", "overdue")
DEADLINE = Label("完成时限", "Due")
LEADER = Label("牵头领导", "Leader")
DEPARTMENT = Label("责任部门", "Department")
OWNER = Label("责任部门 · 责任人", "Department · owner")
OWNER_AND_LEADER = Label("{owner}（牵头 {leader}）", "{owner} (leader {leader})")
PROBLEM = Label("存在问题", "Problem")
REMEDY = Label("下步措施", "Next steps")
NEEDS = Label("需协调事项", "Needs coordination")
NOT_GIVEN = Label("—（未填）", "— (not given)")

# the timeline
TIMELINE = Label("任务时间表", "Timeline")
TIMELINE_FINDING = Label("{tasks}项任务：{lights}", "{tasks} tasks: {lights}")
LIGHT_COUNT = Label("{shape} {word}{count}项", "{shape} {word} {count}")
TIMELINE_SUBTITLE = Label(
    "浅色＝计划工期，深色＝已完成份额（单位：%，超额按100%画）｜灰＝已完成｜竖虚线＝截至{as_of}",
    "Pale = planned time, dark = share done (unit: %, at most 100% is drawn) | grey = done | dashed line = {as_of}",
)
TIMELINE_ALT = Label(
    "每项任务的计划工期、完成份额和亮灯，虚线为截至日",
    "Planned time, share done and light of every task; the dashed line is the as-of day",
)
FIRST_SHOWN = Label(
    "图中是前{shown}项（先按亮灯、再按完成时限排序），共{tasks}项；其余请用上面的筛选查看。",
    "Drawn are the first {shown} of {tasks} tasks, by light and due date; choose above to see the others.",
)
PLANNED = Label("计划", "Planned")
PERIOD = Label("{start}至{end}", "{start} to {end}")

# the ledger of supervision
LEDGER = Label("督查台账", "Ledger of supervision")
DOWNLOAD = Label("下载督查台账（{tasks}项）", "Download the ledger of supervision ({tasks} tasks)")
LEDGER_FILE = Label("{county}重点任务督查台账_{as_of}", "key_tasks_supervision_{as_of}")
LEDGER_TITLE = Label("{county}重点任务督查台账（截至{as_of}）", "{county}: key tasks under supervision (as of {as_of})")
LEDGER_SCOPE = Label(
    "范围：责任部门 {department}；亮灯 {light}；共{tasks}项。资料：{completeness}",
    "Scope: department {department}; light {light}; {tasks} tasks. Data: {completeness}",
)
LEDGER_FOOTER = Label("版本 {version}　数据截至{as_of}", "Version {version} · data as of {as_of}")
LEDGER_PAGE = Label("第 {page} 页，共 {pages} 页", "Page {page} of {pages}")
NUMBER = Label("序号", "No.")
