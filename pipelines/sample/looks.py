"""How the departments' workbooks look, ledger by ledger: nothing here is wrong, all of it must load."""

from typing import Any

from pipelines.sample.sheet import Encoding

TOWN = "乡镇（街道）"
MIXED = ("cell", "2021.3.5", "2021年3月5日")
TYPED = ("2021-03-05", "2021/3/5", "20210305")
Looks = tuple[dict[str, Any], ...]

ORDINARY: Looks = (
    {"serial": "running", "notes": ("备注：本表由责任部门按月更新",)},
    {"dates": MIXED, "blanks": ("", "—", "/"), "notes": ("制表人：云安", "审核人：松宁")},
    {"dates": TYPED, "serial": "gaps", "months": ("2021年3月", "2021.03", "202103"), "blank_rows": 2},
)
"""One after the other for the files of a ledger that has no looks of its own."""

UNION_PARENTS = {"会员": ("members", "female_members", "migrant_members")}
UNION_PARENT_HEADINGS = {"members": "会员人数", "female_members": "其中：女", "migrant_members": "其中：农民工"}
LOOKS: dict[str, Looks] = {
    "township": ({"headings": {"township_code": "行政区划代码"}, "serial": "running"},),
    "enterprise": (
        {
            "parents": {"职工": ("employees", "female_employees")},
            "headings": {"employees": "职工总数", "female_employees": "其中：女", "township_code": TOWN},
            "dates": ("cell", "serial", "2021.3.5"),
            "serial": "running",
        },
        {"order": ("unit_name", "township_code"), "serial": "running", "lower_codes": True, "dates": TYPED},
        {
            "headings": {"unit_code": "统一信用代码", "unit_name": "单位全称", "industry": "国民经济\n行业"},
            "numbers": ("1,200", "120人", "１２０"),
            "dates": MIXED,
            "blanks": ("", "—"),
        },
    ),
    "union": (
        {"serial": "running"},
        {"parents": UNION_PARENTS, "headings": UNION_PARENT_HEADINGS, "dates": MIXED},
        {"repeat_heading": 30, "serial": "running", "headings": {"founded_date": "建会时间", "union_kind": "建会形式"}},
        {"merges_towns": True, "serial": "per_town", "headings": {"township_code": TOWN}},
        {"subtotals": True, "totals": ("members", "employees"), "serial": "per_town", "dates": TYPED},
        {
            "values": {("union_kind", "单独"): "单独建会", ("audit_body", "经审委"): "经费审查委员会"},
            "flags": ("√", "×"),
            "blanks": ("", "/", "—", "无"),
            "numbers": ("plain", "120人"),
        },
    ),
    "wage_contract": (
        {"headings": {"signed_date": "签订时间", "contract_code": "协议编号"}, "flags": ("有", "无"), "dates": MIXED},
        {"serial": "gaps", "values": {("contract_kind", "工资专项"): "工资集体协议"}, "totals": ("covered_workers",)},
        {"dates": ("serial", "cell"), "repeat_heading": 30, "notes": ("填表说明：一份合同填一行",)},
    ),
    "relief_fund": (
        {"in_wan": ("amount",), "totals": ("amount",), "serial": "running"},
        {"wan_line": True, "values": {("campaign", "元旦春节"): "两节"}, "dates": MIXED},
        {"headings": {"source": "经费来源", "received_date": "到账时间"}, "dates": TYPED},
    ),
    "relief_visit": (
        {
            "spaced_names": True,
            "headings": {"cash_amount": "慰问金额", "beneficiary_kind": "慰问对象", "township_code": TOWN},
            "values": {("pay_method", "银行转账"): "打卡", ("campaign", "元旦春节"): "春节"},
            "repeat_heading": 30,
        },
        {"serial": "running", "blanks": ("—",), "dates": MIXED, "totals": ("cash_amount", "goods_amount")},
        {"headings": {"visited_date": "走访日期", "identity": "居民身份证号"}, "dates": TYPED, "spaced_names": True},
    ),
    "student_aid": (
        {"in_wan": ("amount",), "spaced_names": True},
        {"values": {("stage", "中职"): "职高", ("stage", "专科"): "大专"}, "dates": MIXED},
        {"serial": "running", "dates": TYPED, "totals": ("amount",)},
    ),
    "mutual_aid_enrolment": (
        {"headings": {"people": "参互人数", "unit_name": "参互单位"}, "numbers": ("120人", "1,200")},
        {"in_wan": ("paid_amount",), "serial": "running", "totals": ("people",)},
        {"lower_codes": True, "dates": MIXED},
        {"example": True, "repeat_heading": 30},
    ),
    "task": (
        {"headings": {"title": "重点工作", "owner": "具体责任人", "planned_end": "完成时限"}, "dates": MIXED},
        {"serial": "running", "blanks": ("", "/")},
        {"notes": ("注：权重由办公室核定", "负责人：岑远山"), "dates": TYPED},
    ),
    "task_progress": (
        {"headings": {"done": "截至目前完成", "problem": "存在困难"}, "months": ("2021年3月", "2021.03", "202103")},
        {"values": {("status", "滞后"): "未达序时", ("status", "序时推进"): "正常推进"}, "blanks": ("", "—")},
        {"repeat_heading": 30, "months": ("cell", "2021-03"), "dates": MIXED},
    ),
    "dues": (
        {"headings": {"month": "税款所属期", "paid_amount": "入库金额"}, "months": ("202103",), "serial": "running"},
        {"lower_codes": True, "months": ("2021.03", "2021年3月")},
        {"headings": {"payroll": "计提基数"}, "totals": ("payroll", "paid_amount"), "repeat_heading": 30},
    ),
    "budget": (
        {"wan_line": True, "headings": {"executed_amount": "本月发生额", "executed_to_date": "本年累计"}},
        {"headings": {"budget_amount": "预算数"}, "months": ("2021年3月", "202103"), "repeat_heading": 30},
        {"serial": "running", "notes": ("填表说明：冲销填负数",)},
    ),
    "large_payment": (
        {"in_wan": ("amount",), "headings": {"meeting_date": "集体研究日期"}, "dates": MIXED, "totals": ("amount",)},
        {"headings": {"minutes_code": "纪要文号"}, "blanks": ("—", "/"), "dates": TYPED},
    ),
    "procurement": (
        {"headings": {"amount": "中标金额", "supplier": "供货商"}, "dates": MIXED, "serial": "running"},
        {"totals": ("budget_amount", "amount"), "dates": TYPED},
    ),
    "three_public": (
        {
            "values": {
                ("expense_kind", "公务用车运行维护"): "公车运维",
                ("expense_kind", "因公出国（境）"): "因公出国（境）费",
            },
            "headings": {"events": "接待批次"},
            "blanks": ("/", "—"),
        },
        {"months": ("2021年3月", "2021.03"), "totals": ("amount",)},
    ),
    "project_payment": ({"in_wan": ("contract_amount", "amount"), "dates": MIXED},),
    "service_case": (
        {"headings": {"received_date": "收文日期", "complete_date": "材料补齐日期"}, "dates": MIXED, "serial": "gaps"},
        {"flags": ("√", "×"), "dates": TYPED, "repeat_heading": 30},
        {"serial": "running", "dates": ("serial", "2021/3/5"), "notes": ("审核人：松宁",)},
    ),
    "disclosure": ({"flags": ("√", "×"), "dates": TYPED}, {"flags": ("有", "无"), "serial": "running"}),
    "audit_finding": (
        {"headings": {"due_date": "整改时限", "fixed_date": "销号日期"}, "dates": MIXED},
        {"blanks": ("", "/"), "notes": ("备注：以经审会通报为准",)},
    ),
    "member": (
        {"headings": {"person": "会员姓名", "identity": "公民身份号码", "employment_kind": "用工形式"}, "dates": TYPED},
        {
            "serial": "running",
            "spaced_names": True,
            "headings": {"platform_group": "八大群体类别", "joined_date": "入会时间", "left_date": "转出时间"},
            "values": {("platform_group", "外卖配送员"): "骑手", ("platform_group", "快递员"): "快递小哥"},
            "blanks": ("", "/"),
            "dates": MIXED,
        },
        {"repeat_heading": 30, "headings": {"union_code": "工会统计代码"}, "blanks": ("—",)},
    ),
    "platform_survey": (
        {"months": ("2021年3月", "2021.03", "202103"), "values": {("platform_group", "外卖配送员"): "网约送餐员"}},
        {"headings": {"platform_group": "群体类别"}, "serial": "gaps", "numbers": ("120人", "plain")},
        {"months": ("cell", "2021-03"), "totals": ("surveyed", "joined"), "repeat_heading": 30},
    ),
    "recuperation": (
        {"headings": {"beneficiary_kind": "人员类别"}, "spaced_names": True, "dates": MIXED, "totals": ("amount",)},
        {"serial": "running", "dates": TYPED, "notes": ("说明：费用含往返交通",)},
    ),
    "health_check": (
        {"headings": {"beneficiary_kind": "职工类别", "identity": "身份证号码"}, "dates": TYPED, "serial": "running"},
        {"dates": MIXED, "spaced_names": True},
    ),
    "training": (
        {"headings": {"certified": "取得证书人数", "completed": "结业（合格）人数"}, "numbers": ("120人",)},
        {"in_wan": ("amount",), "totals": ("enrolled", "completed", "amount"), "dates": MIXED},
    ),
    "service_station": (
        {"headings": {"built_date": "挂牌时间", "township_code": TOWN}, "merges_towns": True, "serial": "per_town"},
        {"dates": MIXED, "blanks": ("", "—")},
    ),
    "activity": (
        {"values": {("status", "已办结"): "已完成"}, "dates": MIXED, "numbers": ("plain", "120人")},
        {"headings": {"department": "责任科室"}, "blanks": ("", "/"), "repeat_heading": 30},
    ),
}
CSV_ENCODINGS: dict[tuple[str, int], Encoding] = {
    ("enterprise", -1): "gb18030",
    ("mutual_aid_claim", 0): "utf-8",
    ("mutual_aid_claim", 1): "utf-8-sig",
    ("relief_visit", -1): "gb18030",
    ("democratic_management", 1): "gb18030",
    ("task_progress", 0): "utf-8-sig",
    ("dues", 0): "utf-8-sig",
    ("dues", 1): "gb18030",
    ("dues_refund", -1): "utf-8",
    ("member", 0): "gb18030",
}
"""Files (ledger, number from the first or the last) that are handed in as CSV."""
ONE_SHEET_A_TOWN = (("enterprise", 1), ("hardship_household", -1), ("loan", -1))
EXTRA_NAMES = {
    ("union", 3): "(最终版)(2)",
    ("task", -1): "（定稿）",
    ("target", -1): "-汇总 最新",
    ("budget", -1): "（终稿）",
    ("member", 1): "（新增和退会）",
}
