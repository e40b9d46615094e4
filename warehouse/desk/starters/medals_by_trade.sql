-- zh: 各工种获奖情况
-- en: Awards by trade
-- about_zh: 市级竞赛本年各工种获奖数，团体和个人分开。
-- about_en: Awards of the year by trade, teams and persons apart.
-- subject: competitions

select
    trade,
    count(*) as awards,
    count(*) filter (where award_kind = '团体') as team_awards,
    count(*) filter (where award_kind = '个人') as personal_awards,
    count(*) filter (where grade = '一等奖') as first_prizes
from mart.competition_awards
where as_of_date = :as_of
group by trade
order by awards desc, trade
