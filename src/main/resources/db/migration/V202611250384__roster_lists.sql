create table list_import (
    id bigint primary key,
    client_id uuid not null unique,
    region_path text collate "C" not null references region (path) on update cascade,
    kind text not null check (kind in ('LIVELIHOOD', 'ABILITY', 'DISABILITY', 'INSURANCE', 'DEATH')),
    as_of date not null,
    source text not null check (source <> ''),
    file_name text not null check (file_name <> ''),
    content_hash bytea not null,
    state text not null default 'READ' check (state in ('READ', 'DONE')),
    rows_read integer not null,
    rows_error integer not null,
    rows_outside integer not null,
    rows_repeated integer not null,
    end_missing boolean not null default false,
    applied integer not null default 0,
    ended integer not null default 0,
    created_by bigint not null references account (id),
    created_at timestamptz not null,
    done_at timestamptz,
    done_by bigint references account (id),
    unique (id, region_path),
    constraint list_import_same_file unique (region_path, kind, as_of, content_hash),
    check ((state = 'DONE') = (done_at is not null))
);
create sequence list_import_seq;
create index list_import_newest on list_import (id desc);
alter table list_import enable row level security;
create policy scope on list_import using (
    region_path >= current_setting('nuanxin.low', true) and region_path < current_setting('nuanxin.high', true));
comment on table list_import is 'An official list compared with the people on file: shown first, then written all or nothing. The file itself is not kept.';
comment on column list_import.rows_outside is 'Rows about people who are no members here: counted, never stored.';

create table list_row (
    id bigint primary key,
    import_id bigint not null,
    region_path text collate "C" not null,
    row_number integer not null,
    known_person bigint not null references person (id),
    value text not null,
    valid_from date not null,
    next_due date,
    name_differs boolean not null,
    outcome text not null default 'UNCHANGED'
        check (outcome in ('UNCHANGED', 'NEW', 'DIFFERS', 'LATER', 'DECEASED')),
    against bigint references dated_fact (id),
    until date,
    take boolean not null default false,
    unique (import_id, known_person),
    foreign key (import_id, region_path) references list_import (id, region_path) on update cascade,
    check (not take or outcome in ('NEW', 'DIFFERS', 'LATER'))
);
create sequence list_row_seq;
create index list_row_of_import on list_row (import_id, outcome, row_number);
alter table list_row enable row level security;
create policy scope on list_row using (
    region_path >= current_setting('nuanxin.low', true) and region_path < current_setting('nuanxin.high', true));
comment on column list_row.known_person is 'A member in scope, found by the blind index of the citizen ID.';
comment on column list_row.against is 'The statement held true on that day when it was compared.';
comment on column list_row.until is 'Where the new statement would end: the end of the one it replaces, or the next one.';

create table list_problem (
    id bigint primary key,
    import_id bigint not null,
    region_path text collate "C" not null,
    row_number integer not null,
    content bytea not null,
    foreign key (import_id, region_path) references list_import (id, region_path) on update cascade
);
create index list_problem_of_import on list_problem (import_id, row_number, id);
alter table list_problem enable row level security;
create policy scope on list_problem using (
    region_path >= current_setting('nuanxin.low', true) and region_path < current_setting('nuanxin.high', true));
comment on column list_problem.content is 'Column, masked value and what to mend; encrypted.';
