-- zh: 各乡镇会员的用工类别
-- en: Members by township and kind of employment
-- about_zh: 会员名册中各乡镇、各用工类别在当月末的人数，和当年入会、退会人数。
-- about_en: Memberships of the register by township and kind of employment at the month's end, and who came and left in the year.
-- subject: unions

with
counts as (
    select *
    from mart.member_counts
    where period_start_date between date_trunc('year', cast(:as_of as date)) and cast(:as_of as date)
),

townships as (select region_code, region_name, position from meta.regions)

select
    townships.region_name,
    counts.employment_kind,
    sum(counts.in_force) filter (where counts.period_start_date = date_trunc('month', cast(:as_of as date))) as in_force,
    sum(counts.joined) as joined,
    sum(counts.left_again) as left_again
from counts
left join townships on counts.township_code = townships.region_code
where :township is null or counts.township_code = :township
group by townships.region_name, townships.position, counts.employment_kind
order by townships.position, counts.employment_kind
