"""The sentences of the page of handing in."""

from warehouse.language import Label

HAND_IN = Label("报送", "Hand in")
INTRO = Label(
    "把台账拖进来，马上知道哪里要改；改好后交进收件箱，再重新生成数据。检查时什么都不入库。",
    "Drop the ledgers here and see at once what to correct; hand them in, then build the figures anew. "
    "A check loads nothing.",
)
WHOSE = Label("哪个部室的", "Whose they are")
NO_DEPARTMENT = Label(
    "您所属的部室不在当前数据里，不能报送；请联系管理员",
    "Your department is not in the published figures, so you cannot hand in: ask the administrator",
)
OTHER_NOT_YOURS = Label(
    "链接要求以“{asked}”报送；您只能为“{own}”报送，已改为“{own}”。",
    "The link asks to hand in for “{asked}”; you hand in for “{own}” alone, which is shown instead.",
)
NOT_YOURS = Label("您不能为这个部室报送", "You may not hand in for this department")
UPLOAD = Label("选文件", "The files")
UPLOADER = Label("台账文件（可多个）", "Ledgers (several at once)")
DROP_HERE = Label("把文件拖到这里，或点按钮选择", "Drop files here, or choose them")
CHOOSE_FILES = Label("选择文件", "Choose files")
UPLOAD_NOTE = Label(
    "Excel、WPS 表格、CSV 都可以；上传的文件只放在本次会话的私有文件夹里，会话结束即删除。",
    "Excel, WPS and CSV; uploads lie in a private folder of this session and go with it.",
)

CHECKED = Label("检查结果", "What the check found")
CHECKING = Label("正在检查……", "Checking …")
STEP = Label("{step}（{done}/{total}）", "{step} ({done}/{total})")
CHECK_FINDING = Label(
    "{files}个文件，读取{read}行：合格{ok}行，退回{rejected}行；错误{errors}个，提醒{warnings}个",
    "{files} files, {read} rows read: good {ok}, rejected {rejected}; errors {errors}, warnings {warnings}",
)
CHECK_CLEAN = Label("{files}个文件，读取{read}行，全部合格", "{files} files, {read} rows read, all of them good")
CHECK_NOTHING_READ = Label("{files}个文件里没有读到数据行", "No row of data was read from the {files} files")
GOOD = Label("合格", "Good")
RECOGNISED_AS = Label("识别为", "Recognised as")
OTHER_DEPARTMENT = Label(
    "《{ledger}》由{keeper}报送，现在选的是{chosen}；请确认部室没有选错。",
    "{ledger} is kept by {keeper}, and {chosen} is chosen: please make sure that this is right.",
)
MORE_PROBLEMS = Label(
    "只列出前{shown}个问题，共{total}个；全部问题见标注副本。",
    "The first {shown} of {total} problems; the marked copy has them all.",
)
COPIES = Label(
    "标注副本：有问题的单元格涂了色并加了批注，可直接在副本上改好再交。",
    "Marked copies: wrong cells are coloured and commented; correct the copy and hand it in.",
)
COPY = Label("⬇ {file}", "⬇ {file}")

SUGGESTIONS = Label(
    "认不出的表头：确认一次，以后都按它读（记入 config.toml）。",
    "Headings that are not known: confirmed once, they are read from then on (kept in config.toml).",
)
SUGGESTION = Label("《{ledger}》的“{theirs}”就是“{ours}”", "“{theirs}” of {ledger} is “{ours}”")
CONFIRMED = Label(
    "已记下：《{ledger}》的“{theirs}”按“{ours}”读，已重新检查",
    "Noted: “{theirs}” of {ledger} is read as “{ours}”; checked anew",
)

OF_OTHERS = Label(
    "《{ledgers}》不是本部室的台账，不能由本部室报送；请去掉这些文件，或交给办公室。",
    "{ledgers}: not kept by your department, which cannot hand them in. Leave these files out, or give them to the "
    "office.",
)

SUBMIT = Label("交进收件箱", "Into the inbox")
SUBMIT_BUTTON = Label("交进收件箱（{files}个文件）", "Hand in ({files} files)")
SUBMIT_NOTE = Label(
    "退回的行不计入，其余照常；收件箱里的文件要等重新生成后才进入数据。",
    "Rejected rows will not count, the others will; what is in the inbox enters the figures with the next build.",
)
STORED = Label("已交：{file}", "Handed in: {file}")
STORED_UNDER = Label(
    "已交：{given}，收件箱里已有同名的其他内容，另存为 {file}",
    "Handed in: {given}; the inbox has other content under this name, so it is stored as {file}",
)
STORED_BEFORE = Label(
    "{given} 的内容收件箱里已有（{file}），没有重复存放",
    "The inbox has the content of {given} already ({file}); it was not stored twice",
)
NOT_STORED = Label("{given} 没有交成：{reason}", "{given} was not handed in: {reason}")
DISK = Label("收件箱写不进去（磁盘已满或没有权限）", "The inbox cannot be written (full disk or no permission)")
WAITING = Label("本次会话交进、还没有生成的文件", "Handed in during this session and not built yet")
TAKE_BACK = Label("取回 {file}", "Take back {file}")
TAKEN_BACK = Label("已取回：{file}", "Taken back: {file}")
NOT_TAKEN_BACK = Label(
    "{file} 没有取回：它已被移走、改动，或已经生成",
    "{file} was not taken back: it is gone, has been changed, or has been built",
)

BUILD = Label("重新生成", "Build the figures")
BUILD_BUTTON = Label("重新生成数据", "Build now")
BUILD_NOTE = Label(
    "读取收件箱全部文件、核对、过质量闸门，通过才发布；请等到完成，离开本页会中止，已发布的数据不变。",
    "Reads the whole inbox, checks it and publishes if the gate lets it pass. Stay until it is done: leaving ends it "
    "and changes nothing.",
)
BUILD_AFTER_HANDING_IN = Label(
    "部室交了文件以后才能重新生成；办公室和管理员随时可以。",
    "A department builds after it has handed something in; the office and administrators may at any time.",
)
GATE_REFUSED = Label("没有通过质量闸门，请联系办公室", "the quality gate did not let it pass; ask the office")
BUILDING = Label("正在生成……", "Building …")
BUILT = Label(
    "✓ 已发布版本 {version}：读取{read}行，载入{loaded}行，退回{rejected}行，被替代{superseded}行",
    "✓ Published version {version}: {read} rows read, {loaded} loaded, {rejected} rejected, {superseded} superseded",
)
NOT_BUILT = Label("▼ 没有发布，原来的数据不变：{reason}", "▼ Not published, the figures stay as they were: {reason}")
BUILT_FILES = Label("本次交的文件", "The files handed in")
ALL_REJECTED = Label("全部退回的行见“隔离区”。", "All rejected rows are on the page Quarantine.")
