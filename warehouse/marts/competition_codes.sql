-- mart.competition_codes: one row per competition code.
-- Level and role belong to the code, not to the trade: should the trades of one code differ, those of the trade held
-- first count (then the first by name). Without a date, for an award may be looked up by its code on any day.
-- grain: competition_code
-- zh: 竞赛编号
-- en: Competition codes
-- row_zh: 一个竞赛编号
-- row_en: code of a competition
with
trades as (
    select
        competition_code,
        competition_name,
        level,
        role,
        count(*) over (partition by competition_code) as trade_count,
        trade,
        industry,
        row_number() over (
            partition by competition_code
            order by held_date, trade
        ) as position
    from ledger.competitions
)

select
    competition_code,
    competition_name,
    case when trade_count = 1 then trade end as only_trade,
    case when trade_count = 1 then industry end as only_industry,
    level,
    role,
    level = '市级' and role = '组队参加' as is_city_team_entry
from trades
where position = 1
