-- zh: 工资合同到期未续签
-- en: Wage contracts expired without renewal
-- weight: overdue
-- ledger: wage_contract
-- page: coverage region={region_code}
-- says_zh: {counted}家企业的合同已到期未续签，最久{days}天
-- says_en: enterprises without renewal: {counted}, the longest for {days} days
-- distance_zh: 到期后的天数÷60，最多1；同一乡镇按最久的一份
-- distance_en: days since the expiry ÷ 60, at most 1; of a township its longest

-- One item a township, by the registry of enterprises.
with
contracts as (
    select *
    from mart.wage_contract_expiries
    where days_left < 0 and not is_renewed
),

regions as (select * from meta.regions)

select
    contracts.as_of_date,
    coalesce(contracts.township_code, 'none') as item,
    coalesce(regions.region_name, '未注明乡镇') as subject_zh,
    coalesce(regions.region_name, 'no township') as subject_en,
    contracts.township_code as region_code,
    least(1, -contracts.days_left / 60) as distance,
    -contracts.days_left as days,
    concat_ws(' · ', contracts.contract_code, contracts.unit_name, contracts.expiry_date) as row_name,
    contracts.source_ledger,
    contracts.source_file,
    contracts.source_sheet,
    contracts.source_row
from contracts
left join regions on contracts.township_code = regions.region_code
