-- zh: 公开内容含个人信息未脱敏
-- en: Published with personal data that is not masked
-- weight: red
-- ledger: disclosure
-- page: attention kind=unmasked_publications
-- says_zh: {counted}项已公开的内容含个人信息而未脱敏
-- says_en: published with personal data that is not masked: {counted}
-- distance_zh: 不合规事项没有目标，一律为1
-- distance_en: a finding has no goal: always 1

-- One item, whatever the year: what was published stays published. The subject may name a person and is left out.
with
publications as (
    select *
    from as_of.disclosures
    where
        published_date <= as_of_date
        and has_personal_data
        and not is_masked
),

ledgers as (select * from meta.ledgers where ledger_id = 'disclosure')

select
    publications.as_of_date,
    'publications' as item,
    ledgers.label_zh as subject_zh,
    ledgers.label_en as subject_en,
    1 as distance,
    publications.item_code as row_name,
    publications.source_ledger,
    publications.source_file,
    publications.source_sheet,
    publications.source_row
from publications
cross join ledgers
