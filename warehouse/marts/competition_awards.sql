-- mart.competition_awards: one row per as-of date and award given in the as-of date's year so far.
-- For prizes, titles and the award rate. Awards join their competition by its code; an award whose competition is not
-- known belongs to no city team entry.
-- grain: as_of_date, award_code
with
awards as (select * from as_of.competition_awards where this_year),

codes as (select competition_code, is_city_team_entry from mart.competition_codes),

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
left join codes_held_this_year
    on
        awards.as_of_date = codes_held_this_year.as_of_date
        and awards.competition_code = codes_held_this_year.competition_code
