-- mart.hardship_households: one row per as-of date and hardship household in force on that date.
-- For the reach of relief visits: a household is visited when its person had any visit in the year so far.
-- grain: as_of_date, household_code
with
households as (select * from as_of.hardship_households where in_force),

visited_people as (
    select distinct
        as_of_date,
        person_key
    from as_of.relief_visits
    where this_year and person_key is not null
)

select
    households.as_of_date,
    households.year_start_date,
    households.household_code,
    households.person_key,
    households.township_code,
    visited_people.person_key is not null as is_visited,
    households.source_ledger,
    households.source_file,
    households.source_sheet,
    households.source_row
from households
left join visited_people
    on
        households.as_of_date = visited_people.as_of_date
        and households.person_key = visited_people.person_key
