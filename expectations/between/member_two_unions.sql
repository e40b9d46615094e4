-- ledger: member
-- column: person_key
-- severity: warning
-- zh: 同一人已在另一工会在会，两段会籍有重叠；请核对，转会的退会日期应早于新的入会日期
-- en: The same person is a member of another union on the same days: please check; who moves leaves before joining anew

-- The first membership is fine; each later one that begins while one in another union is in force is
-- reported. A key holds one state only, so any two rows of a person are of two unions.

with

memberships as (
    select * from latest.members
),

before as (
    select
        row_id,
        joined_date,
        max(coalesce(left_date, date '9999-12-31')) over (
            partition by person_key
            order by joined_date, union_code
            rows between unbounded preceding and 1 preceding
        ) as others_left_date
    from memberships
    where joined_date is not null
),

broken as (
    select row_id
    from before
    where joined_date <= others_left_date
)

select row_id from broken
