alter table care_task add column last_met_on date;
comment on column care_task.last_met_on is 'When somebody of the family was last met, kept while the task is open: who waits longest comes first, without a look at the visits.';
create index care_task_open_longest on care_task (kind, due_on, last_met_on nulls first, id) where status = 'OPEN';
