-- zh: 各工种培训取证率
-- en: Certificates by trade of training
-- about_zh: 各工种历年开班、结业、取证人数和每人经费。
-- about_en: Classes, people who finished and were certified, and money per head by trade and year.
-- subject: competitions
-- :year number = 2021 年度 | Year

select
    trade,
    count(*) as classes,
    sum(enrolled) as enrolled,
    sum(completed) as completed,
    sum(certified) as certified,
    sum(certified) / nullif(sum(completed), 0) as certified_share,
    sum(amount) / nullif(sum(completed), 0) as amount_per_head
from ledger.trainings
where extract(year from end_date) = :year
group by trade
order by certified_share desc nulls last, trade
