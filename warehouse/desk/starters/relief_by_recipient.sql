-- zh: 慰问对象分月人次和金额
-- en: Relief by kind of recipient and month
-- about_zh: 各类慰问对象各月的人次和金额；少于5人的不显示。
-- about_en: Visits and money of each kind of recipient by month; withheld for fewer than five people.
-- subject: relief
-- :year number = 2021 年度 | Year

select
    period,
    category,
    counted,
    amount,
    is_withheld
from mart.relief_visit_counts
where dimension = 'beneficiary_kind' and extract(year from period_start_date) = :year
order by period, category
