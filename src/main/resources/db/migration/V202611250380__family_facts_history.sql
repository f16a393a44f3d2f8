alter table dated_fact
    add column restates bigint references dated_fact (id),
    add column superseded_reason text check (superseded_reason <> ''),
    add constraint dated_fact_reason check (superseded_reason is null or superseded_at is not null),
    add constraint dated_fact_other check (restates <> id);

comment on column dated_fact.restates is 'The statement this one repeats with another end: who said it, and when, stands there.';
comment on column dated_fact.superseded_reason is 'Why it was corrected or ended, as somebody gave it; null where another statement took its place.';

-- one person's line of one fact, and what a list of people is compared with
create index dated_fact_person on dated_fact (person_id, name, valid_from) where superseded_at is null;
