-- zh: 驻村队员人数
-- en: Village team members
-- ledger: village_posting
-- columns: period, period_start_date, township_code, level, in_force, sent_by_federation

select
    strftime(as_of_date, '%Y-%m') as period,
    cast(date_trunc('month', as_of_date) as date) as period_start_date,
    coalesce(township_code, 'none') as township_code,
    level,
    count(distinct person_key) as in_force,
    count(distinct person_key) filter (where sent_by_federation) as sent_by_federation
from as_of.village_postings
where in_force and as_of_date = last_day(as_of_date)
group by
    as_of_date,
    township_code,
    level
order by
    as_of_date,
    township_code,
    level
