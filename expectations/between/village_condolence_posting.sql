-- ledger: village_condolence
-- reads: village_posting
-- column: person_key
-- severity: warning
-- zh: 发放当日驻村队员台账中没有此人在驻的记录，请核对（省级队员登记在别处的可忽略）
-- en: The person has no posting in force on the day of payment: please check (fine for provincial teams listed elsewhere)

with

payments as (
    select * from latest.village_condolences
),

postings as (
    select * from latest.village_postings
),

broken as (
    select payments.row_id
    from payments
    where
        payments.paid_date is not null
        and not exists (
            select 1
            from postings
            where
                postings.person_key = payments.person_key
                and postings.start_date <= payments.paid_date
                and (postings.end_date is null or postings.end_date >= payments.paid_date)
        )
)

select row_id from broken
