create table roster_import (
    id bigint primary key,
    client_id uuid not null unique,
    region_path text collate "C" not null references region (path) on update cascade,
    file_name text not null check (file_name <> ''),
    file_size bigint not null check (file_size > 0),
    content_hash bytea not null,
    content bytea,
    outline bytea not null,
    state text not null check (state in ('UPLOADED', 'READING', 'READ', 'WRITING', 'DONE')),
    reading integer not null default 0,
    progress integer not null default 0,
    rows_read integer not null default 0,
    rows_ready integer not null default 0,
    rows_error integer not null default 0,
    rows_duplicate integer not null default 0,
    rows_registered integer not null default 0,
    summary jsonb,
    failure text,
    failure_arguments text[] not null default '{}',
    millis integer,
    created_by bigint not null references account (id),
    created_at timestamptz not null default now(),
    heartbeat timestamptz not null default now(),
    done_at timestamptz,
    done_by bigint references account (id),
    unique (id, region_path),
    constraint roster_import_same_file unique (region_path, content_hash),
    check ((state = 'DONE') = (done_at is not null))
);
create sequence roster_import_seq increment 50;
create index roster_import_newest on roster_import (id desc);
alter table roster_import enable row level security;
create policy scope on roster_import using (
    region_path >= current_setting('nuanxin.low', true) and region_path < current_setting('nuanxin.high', true));

comment on table roster_import is 'A roster on its way: uploaded, tried, written. Nothing of it reaches a family before WRITING.';
comment on column roster_import.content is 'The file, encrypted; null once it is no longer needed.';
comment on column roster_import.content_hash is 'SHA-256: the same file again is the same import.';
comment on column roster_import.outline is 'Sheets, headings and what the columns mean, encrypted because samples stand in it.';
comment on column roster_import.reading is 'Counts the attempts; rows of an older attempt no longer count.';
comment on column roster_import.heartbeat is 'Last sign of life of the background work.';

create table roster_row (
    id bigint primary key,
    import_id bigint not null,
    region_path text collate "C" not null,
    reading integer not null,
    sheet integer not null,
    row_number integer not null,
    state text not null check (state in ('READY', 'ERROR', 'DUPLICATE', 'REGISTERED')),
    household integer,
    take boolean,
    content bytea not null,
    error_columns text[] not null default '{}',
    known_family bigint,
    foreign key (import_id, region_path) references roster_import (id, region_path) on update cascade,
    check (take is null or state = 'DUPLICATE')
);
create sequence roster_row_seq increment 50;
create index roster_row_of_import on roster_row (import_id, reading, state, sheet, row_number);
alter table roster_row enable row level security;
create policy scope on roster_row using (
    region_path >= current_setting('nuanxin.low', true) and region_path < current_setting('nuanxin.high', true));

comment on column roster_row.content is 'The row as understood and everything wrong about it, encrypted.';
comment on column roster_row.error_columns is 'Headings of the columns with something to mend.';
comment on column roster_row.take is 'A likely duplicate: true to write it all the same, false to leave it out, null undecided.';
comment on column roster_row.known_family is 'The family in scope that holds, or may hold, these people.';
