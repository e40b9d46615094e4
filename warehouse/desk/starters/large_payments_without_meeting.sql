-- zh: 未经集体决策的大额支付
-- en: Large payments without a meeting
-- about_zh: 支付前没有党组会记录的大额资金，金额大的在前。
-- about_en: Large payments that no meeting had decided before they were made, the largest first.
-- subject: funds

select
    payment_code,
    purpose,
    amount,
    paid_date,
    meeting_date
from mart.large_payments
where as_of_date = :as_of and not is_decided
order by amount desc, payment_code
