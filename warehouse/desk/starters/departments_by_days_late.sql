-- zh: 各部室报送晚了多少天
-- en: Departments by days late
-- about_zh: 本年晚报和未报的期数，以及平均、最长晚多少天；晚报以后来哪天的台账补上为准。
-- about_en: Periods of the year that came late or never, and by how many days: until the day of the list that covered them, or the data date.
-- subject: submissions
-- :year number = 2021 年度 | Year

with
data_date as (select cast(value as date) as day from meta.version where key = 'data_date'),

owed as (
    select
        department_id,
        state,
        date_diff('day', period_end_date, coalesce(covered_reach_date, data_date.day)) as late_days
    from quality.submissions
    cross join data_date
    where extract(year from period_end_date) = :year and state in ('late', 'missing')
),

departments as (select department_id, name as department_name, owner from meta.departments)

select
    departments.department_name,
    departments.owner,
    count(*) filter (where owed.state = 'late') as late_periods,
    count(*) filter (where owed.state = 'missing') as missing_periods,
    avg(owed.late_days) as average_late_days,
    max(owed.late_days) as most_late_days
from owed
inner join departments on owed.department_id = departments.department_id
group by departments.department_name, departments.owner
order by average_late_days desc, departments.department_name
