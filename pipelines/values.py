"""Allowed values that several ledgers share."""

from pipelines.ledger import Value

RELIEF_CAMPAIGNS = (
    Value("元旦春节", "New Year and Spring Festival", ("两节", "双节", "春节", "元旦", "送温暖")),
    Value("送清凉", "Summer relief", ("夏送清凉", "高温慰问")),
    Value("国庆中秋", "National Day and Mid-Autumn"),
    Value("其他", "other"),
)
