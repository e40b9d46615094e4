-- mart.competition_awards: one row per as-of date and award given in the as-of date's year so far.
-- For prizes, titles and the award rate. Awards join their competition by its code; an award whose competition is not
-- known belongs to no city team entry. An award without a trade takes the only one of its competition, if it has one.
-- grain: as_of_date, award_code
-- zh: 当年竞赛获奖
-- en: Awards of the year
-- row_zh: 一个截至日期、一项获奖
-- row_en: as-of date, award
with
awards as (select * from as_of.competition_awards where this_year),

codes as (select * from mart.competition_codes),

trades as (
    select
        competition_code,
        trade,
        min(industry) as industry
    from ledger.competitions
    group by
        competition_code,
        trade
),

codes_held_this_year as (
    select distinct
        as_of_date,
        competition_code
    from mart.competitions
)

select
    awards.as_of_date,
    awards.year_start_date,
    awards.award_code,
    awards.competition_code,
    codes.competition_name,
    codes.level,
    codes.role,
    coalesce(awards.trade, codes.only_trade) as trade,
    coalesce(trades.industry, codes.only_industry) as industry,
    awards.winner_unit,
    awards.rank,
    awards.person_key,
    awards.award_kind,
    awards.grade,
    awards.title,
    coalesce(codes.is_city_team_entry, false) as is_city_team_entry,
    codes_held_this_year.competition_code is not null as is_competition_held_this_year,
    awards.awarded_date,
    awards.source_ledger,
    awards.source_file,
    awards.source_sheet,
    awards.source_row
from awards
left join codes
    on awards.competition_code = codes.competition_code
left join trades
    on
        awards.competition_code = trades.competition_code
        and awards.trade = trades.trade
left join codes_held_this_year
    on
        awards.as_of_date = codes_held_this_year.as_of_date
        and awards.competition_code = codes_held_this_year.competition_code
