create table setting (
    id bigint primary key,
    applies_to text collate "C" not null references region (path) on update cascade,
    key text not null check (key ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
    value text not null check (value <> ''),
    valid_from date not null,
    valid_to date,
    reason text not null check (reason <> ''),
    recorded_at timestamptz not null default now(),
    recorded_by bigint not null references account (id),
    superseded_at timestamptz,
    superseded_by bigint references account (id),
    check (valid_to is null or valid_to > valid_from),
    check ((superseded_at is null) = (superseded_by is null)),
    constraint setting_one_value exclude using gist (
        applies_to with =, key with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
create sequence setting_seq increment 50;
create index setting_key on setting (key, applies_to);
comment on table setting is 'What a region decided about a setting, [valid_from, valid_to); the nearest region above a place wins. Never changed: superseded.';
