"""Every sentence of the page 月度关账."""

from warehouse.language import Label
from warehouse.snapshot.life_cycle import State

MONTH_CLOSE = Label("月度关账", "Month close")
INTRO = Label(
    "一个月从报齐、核对、预览到冻结、审核、签发。签发以前每一步都可以退回或重做；签发以后只能做修订版。",
    "One month from its ledgers to the signed documents. Until it is issued every step can be taken back; what is "
    "issued is corrected by a revision alone.",
)
MONTH = Label("月份", "Month")
NAMED = Label("{month}（{state}）", "{month} ({state})")
NOT_FROZEN = Label("未冻结", "not frozen")
NO_MONTH = Label(
    "数据里还没有到月末的月份；数据截至{day}。", "There is no month that has ended in the data, which reach to {day}."
)

# the steps
STEPS = Label("办到哪一步", "How far it has come")
STEP = Label("步骤", "Step")
STATE_OF = Label("状态", "State")
SAYS = Label("说明", "What there is")
NEXT = {
    "create": Label("下一步：填报草稿", "Next: make the draft"),
    "create_incomplete": Label(
        "下一步：催报，或写明原因先填报草稿", "Next: remind the departments, or make the draft and say why"
    ),
    "settle": Label("下一步：确认数字已变的改写", "Next: look at the edited sentences whose figures have changed"),
    "review": Label("下一步：由另一人审核", "Next: the review, by somebody else"),
    "issue": Label("下一步：签发", "Next: issue it"),
    "done": Label("已签发，本月关账完成", "Issued: this month is closed"),
}
DONE = Label("✓ 已办", "✓ done")
LOOK = Label("△ 要看", "△ look")
BLOCKED = Label("▼ 待处理", "▼ to settle")
OPEN = Label("○ 未办", "○ open")
COMPLETENESS = Label("报齐", "Completeness")
QUALITY = Label("质量", "Quality")
DRAFT = Label("填报草稿", "Draft")
SENTENCES = Label("文字", "Sentences")
REVIEW = Label("审核", "Review")
ISSUE = Label("签发", "Issue")
ALL_THERE = Label("{month}的台账已报齐", "All ledgers have been handed in for {month}")
LACKING = Label("缺{count}种台账：{ledgers}", "Ledgers missing: {count}: {ledgers}")
LACKING_KEPT = Label(
    "冻结时缺{count}种台账：{ledgers}；原因：{reason}", "{count} missing when frozen: {ledgers}; why: {reason}"
)
SIGNED = Label("{name}，{at}", "{name}, {at}")
SIGNED_NOTE = Label("{name}，{at}：{note}", "{name}, {at}: {note}")
RETURNED = Label("{name} 于{at}退回：{note}", "Returned by {name}, {at}: {note}")
NONE_EDITED = Label("没有改写的句子", "No sentence was edited")
EDITED = Label("改写了{count}句", "Edited sentences: {count}")
STALE = Label(
    "改写了{count}句，其中{stale}句的数字已变", "Edited sentences: {count}, of which {stale} say changed figures"
)
OTHER_VERSION = Label(
    "草稿出自版本 {old}，现在发布的是 {new}；要用现在的数据，请重做草稿。",
    "The draft was made from version {old}, and {new} is published now: make it anew to have today's figures.",
)

# what is there before it is frozen
MISSING = Label("缺什么", "What is missing")
OWNER = Label("责任人", "Owner")
LEDGERS = Label("台账", "Ledgers")
TO_CALENDAR = Label("→ 报送日历，有催报短信", "→ Submission calendar, with reminders to send")
GOOD = Label("质量", "Quality")
QUALITY_SAYS = Label(
    "退回{rejected}行，质量门警告{warnings}项；请看过再冻结。",
    "Rows rejected: {rejected}; gate warnings: {warnings}. Look at them before freezing.",
)
QUALITY_COUNTS = Label(
    "退回{rejected}行，质量门警告{warnings}项", "Rows rejected: {rejected}; gate warnings: {warnings}"
)
QUALITY_CLEAN = Label("没有退回的行，质量门没有警告。", "No row was rejected and the gate has no warning.")
TO_QUALITY = Label("→ 数据质量", "→ Data quality")
TO_QUARANTINE = Label("→ 隔离区", "→ Quarantine")
MOVED = Label("与上月相比", "Since the month before")
MOVED_SAYS = Label(
    "{count}项全县指标中，比{before}上升{up}项、下降{down}项、持平{same}项，不能比较{none}项。",
    "Of {count} county figures, {up} rose since {before}, {down} fell, {same} stayed, {none} cannot be compared.",
)
MOVED_TABLE = Label("全县指标（{count}项）", "County figures ({count})")
INDICATOR = Label("指标", "Indicator")
BEFORE = Label("上月末", "Month before")
NOW = Label("本月末", "This month")
CHANGE = Label("变动", "Change")
RESTATED = Label(
    "上期 {id} 所报的全县数中，{count}项按现在的数据已不同。",
    "Of the county figures that {id} reported, {count} are others by today's data.",
)
NOT_RESTATED = Label(
    "上期 {id} 所报的全县数按现在的数据没有变化。", "The county figures that {id} reported still stand."
)
TO_CHANGES = Label("→ 变动对比", "→ What has changed")

# documents
DOCUMENTS = Label("文件", "Documents")
PREVIEW_NOTE = Label(
    "四份文件与签发时的版式和数字相同，每份都标着“{state}”，不能当正式文件。",
    "The four documents as they would be issued; each says that it is no more than {state}.",
)
PREVIEW_STATE = Label("预览", "a preview")
DOCUMENT_STATES = {
    State.DRAFT: Label("草稿，未审核", "a draft"),
    State.REVIEWED: Label("已审核，未签发", "reviewed, not issued"),
}
PREVIEW_BUTTON = Label("生成预览", "Make the preview")
MAKING = Label("正在生成 {file}（{done}/{total}）", "Making {file} ({done} of {total})")
DOWNLOAD = Label("⬇ {file}", "⬇ {file}")

# signing
ACTING = Label("办理", "What can be done")
WHO = Label("以 {name} 的名义办理。", "Signed as {name}.")
SIGN_AS = Label("以谁的名义", "Signed by")
DEMONSTRATION = Label(
    "演示：没有人员名单，以下三个名字只为试走全过程，正式使用时由登录的人签名。",
    "Demonstration: there are no people, and the three names are for trying all steps; in earnest whoever is signed in "
    "signs.",
)
DEMONSTRATED_PEOPLE = (
    Label("演示填报人", "Maker (demonstration)"),
    Label("演示审核人", "Reviewer (demonstration)"),
    Label("演示签发人", "Issuer (demonstration)"),
)
DEMONSTRATION_WITH_PEOPLE = Label(
    "演示中不能办理：这里有人员名单，要由登录的人签名。请退出演示，用 unionkpi serve 打开并登录。",
    "Nothing can be signed in a demonstration: there are people here, who sign after signing in. Open the dashboard "
    "with unionkpi serve.",
)
ONLY_LOOK = Label(
    "您的角色（{role}）可以查看，不能办理；填报、改写由办公室或管理员，审核、签发由办公室、领导或管理员。",
    "Your role ({role}) may look and not act: the office and administrators make and edit drafts; they and leaders "
    "review and issue.",
)
NOT_FOR_ROLE = Label(
    "您的角色（{role}）不能办理这一步；可由：{roles}。", "Your role ({role}) may not take this step; who may: {roles}."
)
TWO_PEOPLE = Label(
    "填报人不审核也不签发，改写句子的人不审核；审核人和签发人可以是同一人。",
    "Who made it neither reviews nor issues it, and whose words it holds does not review it; reviewer and issuer may "
    "be one person.",
)
REASON = Label("为什么现在就冻结（印在封面）", "Why it is frozen now (printed on the cover)")
REASON_OPTIONAL = Label("说明（可不填，印在封面）", "A remark (optional, printed on the cover)")
NOTE = Label("意见（可不填）", "A remark (optional)")
WHY_RETURNED = Label("退回原因", "Why it is returned")
WHY_REVISED = Label("修订原因", "Why it is revised")
CREATE_BUTTON = Label("填报草稿", "Make the draft")
REMAKE = Label("重做草稿", "Make the draft anew")
REMAKE_NOTE = Label(
    "用现在发布的数据重新冻结，代替这份草稿；改写过的句子保留，数字已变的会标出。",
    "Freezes the month anew from what is published now, in the place of this draft; edited sentences stay, and those "
    "whose figures have changed are marked.",
)
DELETE = Label("删除草稿", "Delete the draft")
DELETE_NOTE = Label(
    "草稿和改写的句子一并删除，只有操作日志记得它。",
    "It goes with its edited sentences; the audit log alone remembers it.",
)
DELETE_SURE = Label("确定删除", "Yes, delete it")
REVIEW_BUTTON = Label("审核通过", "Reviewed")
RETURN = Label("退回", "Return")
RETURN_BUTTON = Label("退回为草稿", "Return it")
ISSUE_SURE = Label(
    "已核对封面和各页；签发后不能再改", "I have looked at all pages; it cannot be changed once it is issued"
)
ISSUE_BUTTON = Label("签发", "Issue")
REVISE = Label("做修订版", "Make a revision")
REVISE_NOTE = Label(
    "已签发的不变；修订版用现在发布的数据，写明代替谁、为什么，从草稿重新走起。",
    "What is issued stays. A revision is made of what is published now, names what it replaces and why, and begins as "
    "a draft.",
)
FREEZING = Label("正在冻结，约需几秒……", "Freezing, which takes seconds …")
CHECKING = Label("正在核对……", "Verifying …")
DID = {
    "create": Label("已填报 {id}", "Made {id}"),
    "remake": Label("已重做 {id}", "Made {id} anew"),
    "delete": Label("已删除草稿 {id}", "Deleted the draft {id}"),
    "review": Label("{id} 已审核", "Reviewed {id}"),
    "return": Label("{id} 已退回为草稿", "Returned {id}"),
    "issue": Label("{id} 已签发，文件可以下载", "Issued {id}: its documents can be downloaded"),
    "revise": Label("已填报修订版 {id}", "Made the revision {id}"),
    "edit": Label("已保存改写", "Saved the sentence"),
    "confirm": Label("已确认改写仍然合适", "Confirmed that the words still fit"),
    "drop": Label("已恢复自动生成的句子", "The computed sentence stands again"),
}
DISK = Label(
    "没有写成：磁盘已满或没有写入权限；原来的内容没有变。",
    "Nothing was written: the disk is full or cannot be written to. What was there is as it was.",
)

# sentences
SENTENCES_NOTE = Label(
    "简报的句子由数字自动生成。审核以前可以改写；改写的人、时间和前后文字都留着，签发的 Word 简报用改写后的句子。",
    "The sentences of the brief are computed. Before the review they can be put in other words; who, when, before and "
    "after are kept, and the Word brief is issued with the edited ones.",
)
SUBJECT = Label("主题", "Subject")
OVERALL = Label("总体情况", "The month")
SENTENCE = Label("句子", "Sentence")
TEXT = Label("改写为", "In other words")
SAVE = Label("保存改写", "Save")
CONFIRM = Label("数字已变，仍用这句", "Keep these words")
DROP = Label("恢复自动生成", "Back to the computed one")
COMPUTED = Label("自动生成", "Computed")
COMPUTED_IS = Label("自动生成：{text}", "Computed: {text}")
WORDS = Label("现用", "As it stands")
BY = Label("改写人", "Edited by")
STALE_MARK = Label("▼ 数字已变", "▼ figures changed")
HISTORY = Label("改写记录（{count}次）", "All edits ({count})")
AT = Label("时间", "When")
BEFORE_EDIT = Label("原来", "Before")
AFTER_EDIT = Label("改为", "After")
EDITED_TABLE = Label("改写过的句子", "Edited sentences")

# all frozen months
FROZEN = Label("已冻结的月份", "Frozen months")
NONE_FROZEN = Label("还没有冻结的月份。", "No month has been frozen yet.")
ID = Label("编号", "Id")
MAKER = Label("填报人", "Made by")
REVIEWER = Label("审核人", "Reviewed by")
ISSUER = Label("签发人", "Issued by")
HASH = Label("校验码", "Hash")
REPLACES = Label("替代", "Replaces")
DAMAGED = Label("▼ 已损坏", "▼ damaged")
VERIFY = Label("核对全部快照", "Verify all of them")
INTACT = Label("✓ {count}份快照完整，未被改动。", "✓ All {count} snapshots are intact.")
ALTERED = Label("▼ 有{count}处被改动：", "▼ Places that were altered: {count}:")
ALTERED_AT = Label("{file} 第{line}行：{reason}", "{file}, line {line}: {reason}")
ALTERED_FILE = Label("{file}：{reason}", "{file}: {reason}")
WHICH = Label("看哪一份", "Which one")
NO_DOCUMENTS = Label("签发以后才有正式文件。", "There are documents once it is issued.")
DOCUMENTS_ALTERED = Label(
    "{id} 的文件 {file} 不是签发时的那份，不能下载；请核对，并从备份恢复。",
    "{file} of {id} is not what was issued and cannot be downloaded: verify, and restore it from a backup.",
)
