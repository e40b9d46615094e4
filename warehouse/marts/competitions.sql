-- mart.competitions: one row per as-of date, competition and trade held in the as-of date's year so far.
-- For industries, trades and entrants of the city competitions that a team was sent to.
-- grain: as_of_date, competition_code, trade
-- zh: 当年竞赛
-- en: Competitions of the year
-- row_zh: 一个截至日期、竞赛、工种
-- row_en: as-of date, competition, trade
with
held_trades as (select * from as_of.competitions where this_year),

codes as (select * from mart.competition_codes)

select
    held_trades.as_of_date,
    held_trades.year_start_date,
    held_trades.competition_code,
    held_trades.competition_name,
    codes.level,
    codes.role,
    held_trades.industry,
    held_trades.trade,
    held_trades.entrants,
    codes.is_city_team_entry,
    held_trades.held_date,
    held_trades.source_ledger,
    held_trades.source_file,
    held_trades.source_sheet,
    held_trades.source_row
from held_trades
inner join codes
    on held_trades.competition_code = codes.competition_code
