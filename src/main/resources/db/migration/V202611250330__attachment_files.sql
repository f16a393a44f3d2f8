create table attachment (
    id bigint primary key,
    client_id uuid not null unique,
    family_id bigint not null,
    region_path text collate "C" not null,
    kind text not null check (kind ~ '^[A-Z]+(_[A-Z]+)*$'),
    file_name bytea not null,
    media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
    size integer not null check (size > 0 and size <= 20971520),
    content bytea not null,
    stored_at timestamptz not null default now(),
    stored_by bigint not null references account (id),
    superseded_by bigint references attachment (id),
    withdrawn_at timestamptz,
    withdrawn_by bigint references account (id),
    withdrawn_because text,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null)),
    check (superseded_by is null or superseded_by <> id)
);
create sequence attachment_seq increment 50;
create index attachment_family on attachment (family_id, stored_at);
alter table attachment alter column content set storage external;
call nuanxin_scoped('attachment');
comment on table attachment is 'Files of a family; name and content are ciphertext. Never changed or deleted: superseded by another one, or withdrawn with the reason.';
comment on column attachment.size is 'Bytes as read, at most 20 MB.';
