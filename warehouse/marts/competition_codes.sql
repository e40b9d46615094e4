-- mart.competition_codes: one row per competition code.
-- Level and role belong to the code, not to the trade: should the trades of one code differ, those of the trade held
-- first count (then the first by name). Without a date, for an award may be looked up by its code on any day.
-- grain: competition_code
with
trades as (
    select
        competition_code,
        level,
        role,
        row_number() over (
            partition by competition_code
            order by held_date, trade
        ) as position
    from ledger.competitions
)

select
    competition_code,
    level,
    role,
    level = '市级' and role = '组队参加' as is_city_team_entry
from trades
where position = 1
