-- zh: 欠缴工会经费的单位
-- en: Units in arrears with dues
-- about_zh: 本年应缴与实缴相差达到下限的单位。
-- about_en: Units that paid at least so much less than what was due in the year so far.
-- subject: funds
-- :amount number = 10000 欠缴金额下限（元） | Arrears of at least (yuan)

with
dues as (
    select
        unit_code,
        any_value(township_code) as township_code,
        sum(due_amount) as due_amount,
        sum(paid_amount) as paid_amount
    from mart.dues
    where as_of_date = :as_of
    group by unit_code
),

registry as (select unit_code, unit_name from as_of.enterprises where as_of_date = :as_of),

townships as (select region_code, region_name from meta.regions)

select
    dues.unit_code,
    registry.unit_name,
    townships.region_name,
    dues.due_amount,
    dues.paid_amount,
    dues.due_amount - dues.paid_amount as arrears_amount
from dues
left join registry on dues.unit_code = registry.unit_code
left join townships on dues.township_code = townships.region_code
where
    dues.due_amount - dues.paid_amount >= :amount
    and (:township is null or dues.township_code = :township)
order by arrears_amount desc, dues.unit_code
