-- zh: 各部门任务亮灯情况
-- en: Tasks by department and light
-- about_zh: 各责任部门的任务数、完成、接近、滞后各几项。
-- about_en: How many tasks each department has, and how many are green, amber and red.
-- subject: tasks

select
    department,
    count(*) as tasks,
    count(*) filter (where light = 'green') as green_tasks,
    count(*) filter (where light = 'amber') as amber_tasks,
    count(*) filter (where light = 'red') as red_tasks,
    sum(weight * least(done / target, 1)) / sum(weight) as done_share
from mart.tasks
where as_of_date = :as_of
group by department
order by red_tasks desc, amber_tasks desc, department
