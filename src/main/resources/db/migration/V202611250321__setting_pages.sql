alter table setting
    add column end_reason text,
    add constraint setting_ended_with_end check (end_reason is null or valid_to is not null);
comment on column setting.end_reason is 'Why somebody ended it; null where it is open or the next value followed.';

-- The one way to read a setting: what the nearest region above decided for the day, as it is known now.
create function setting_value(wanted text, place text, day date, fallback text) returns text language sql stable parallel safe as $$
    select coalesce((select s.value from setting s
                     where s.key = wanted and s.superseded_at is null and starts_with(place, s.applies_to)
                       and s.valid_from <= day and (s.valid_to is null or s.valid_to > day)
                     order by length(s.applies_to) desc limit 1), fallback);
$$;
