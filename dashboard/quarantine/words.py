"""The sentences of the page of rejected rows."""

from warehouse.language import Label

QUARANTINE = Label("隔离区", "Quarantine")
INTRO = Label(
    "没有通过核对的行不进入数据，连同位置和原因留在这里；部室在原表中改正后重新报送，就会计入。",
    "Rows that did not pass stay out of the figures and are kept here with place and reason; "
    "once corrected and handed in again they count.",
)
NOTHING_REJECTED = Label("没有退回的行，读取的行全部计入", "No row was rejected; everything that was read counts")

BY_LEDGER = Label("谁的台账", "Whose ledgers")
BY_LEDGER_FINDING = Label(
    "退回{rejected}行，占读取的{share}；最多的是{department}的《{ledger}》（{most}行）",
    "{rejected} rows rejected, {share} of those read; most in {ledger} of {department} ({most})",
)
BY_LEDGER_SUBTITLE = Label(
    "按部室和台账，单位：行；条后为退回行数／读取行数和比例（不含跳过的标题、合计等）",
    "By department and ledger, rows; beside each bar: rejected / read and their share (without titles, totals …)",
)
BY_LEDGER_ALT = Label("各部室各台账的退回行数", "Rejected rows by department and ledger")
BY_LEDGER_LABEL = Label("{rejected} / {read}（{share}）", "{rejected} / {read} ({share})")
DEPARTMENT_AND_LEDGER = Label("{department} · {ledger}", "{department} · {ledger}")

BY_RULE = Label("为什么", "Why")
BY_RULE_FINDING = Label(
    "最常见的原因是“{rule}”：{count}个错误，占全部{total}个的{share}",
    'The most frequent reason is "{rule}": {count} of {total} errors ({share})',
)
NO_ERROR = Label("退回的行没有留下错误记录", "The rejected rows left no error behind")
BY_RULE_SUBTITLE = Label(
    "按规则，单位：个；一行可能有几个错误，整表退回只记一个",
    "By rule, number of errors; a row may have several, a sheet that was sent back whole has one",
)
BY_RULE_ALT = Label("各规则的错误个数", "Errors by rule")

OVER_TIME = Label("什么时候", "When")
OVER_TIME_FINDING = Label(
    "退回最多的是截至{month}的报送：{rejected}行，占当月读取的{share}",
    "Most were rejected from what reaches to {month}: {rejected} rows, {share} of those read",
)
OVER_TIME_NONE = Label("退回的行所在的表都没有日期", "No sheet with rejected rows tells its date")
OVER_TIME_SUBTITLE = Label("按工作表数据截至的月份，单位：行", "By the month that a sheet reaches to, rows")
OVER_TIME_UNDATED = Label("另有{rejected}行所在的表没有日期", "{rejected} more are in sheets without a date")
OVER_TIME_ALT = Label("各月报送的退回行数", "Rejected rows by the month that sheets reach to")
OVER_TIME_TIP = Label(
    "{month}：退回{rejected}行／读取{read}行（{share}）", "{month}: {rejected} of {read} rows ({share})"
)

EFFECT = Label("对指标的影响", "What it means for the indicators")
EFFECT_FINDING = Label(
    "{indicators}项指标中{touched}项的来源台账有退回的行，占比最高的是“{indicator}”（{share}）",
    'Of {indicators} indicators {touched} read ledgers with rejected rows; the largest share is behind "{indicator}" '
    "({share})",
)
EFFECT_NONE = Label("没有一项指标的来源台账有退回的行", "No indicator reads a ledger with rejected rows")
EFFECT_NOTE = Label(
    "影响比例＝来源台账退回的行 ÷（退回＋合格的行），全部期次合计；退回的行应计多少无法得知，不估算指标会变成多少。",
    "Share = rejected rows of the ledgers ÷ (rejected + good), all periods together; what the rejected rows would "
    "have added is not known, so no other value is guessed.",
)
EFFECT_LEDGERS = Label("有退回行的来源台账", "Ledgers with rejected rows")
GOOD = Label("合格", "Good")
SHARE = Label("影响比例", "Share")

LIST = Label("逐条查看", "One by one")
EXPORT = Label("退给部室", "To hand back")
EXPORT_NOTE = Label(
    "每个部室一份，列出该部室全部被退回的行、位置和原因；个人信息已打码。",
    "One workbook a department with all its rejected rows, their place and reason; personal values are masked.",
)
EXPORT_BUTTON = Label("⬇ {department}（{errors}个错误）", "⬇ {department} ({errors} errors)")
EXPORT_FILE = Label("退回行-{department}-{as_of}.xlsx", "rejected-rows-{department}-{as_of}.xlsx")
EXPORT_TITLE = Label("{department}退回行清单", "Rejected rows of {department}")
EXPORT_SCOPE = Label(
    "{county}　数据截至{as_of}　版本 {version}　共{errors}个错误；请在原表中改正后重新报送",
    "{county} · data as of {as_of} · version {version} · {errors} errors; correct the original and hand it in again",
)
EXPORT_SHEET = Label("退回行", "Rejected rows")
UNASSIGNED = Label("未识别台账的文件", "Files of no known ledger")
