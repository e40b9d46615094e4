"""Allowed values that several ledgers share."""

from pipelines.ledger import Value

RELIEF_CAMPAIGNS = (
    Value("元旦春节", "New Year and Spring Festival", ("两节", "双节", "春节", "元旦", "送温暖")),
    Value("送清凉", "Summer relief", ("夏送清凉", "高温慰问")),
    Value("国庆中秋", "National Day and Mid-Autumn"),
    Value("其他", "other"),
)

LEVELS = (
    Value("县级", "county"),
    Value("市级", "city"),
    Value("省级", "province"),
    Value("全国", "national"),
)
"""Who held, named or gave something."""

POSTING_LEVELS = tuple(reversed(LEVELS[:3]))
"""Who sent somebody to a village, the highest first; nobody is sent by the nation."""

PLATFORM_GROUPS = (
    Value("货车司机", "lorry driver"),
    Value("网约车司机", "ride-hailing driver", ("网约车驾驶员",)),
    Value("快递员", "courier", ("快递小哥",)),
    Value("外卖配送员", "food delivery rider", ("外卖员", "骑手", "网约配送员", "网约送餐员", "送餐员")),
    Value("家政服务员", "domestic worker"),
    Value("保安员", "security guard"),
    Value("护工护理员", "care worker"),
    Value("商场信息员", "shop assistant"),
    Value("房产中介员", "estate agent"),
    Value("其他", "other"),
)
"""The groups of new forms of employment (新就业形态)."""
