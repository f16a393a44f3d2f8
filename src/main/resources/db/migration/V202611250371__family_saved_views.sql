create table saved_view (
    id bigint primary key,
    account_id bigint not null references account (id),
    name text not null check (name <> '' and length(name) <= 30),
    query text not null check (length(query) <= 2000 and query !~ '(^|&)q='),
    shared_path text collate "C" references region (path) on update cascade,
    created_at timestamptz not null default now(),
    retired_at timestamptz
);
create sequence saved_view_seq increment 50;
create unique index saved_view_name on saved_view (account_id, name) where retired_at is null;
create index saved_view_shared on saved_view (shared_path) where retired_at is null and shared_path is not null;
comment on table saved_view is 'Filters, columns and order of the family list under a name. Never search words: those name people.';
comment on column saved_view.shared_path is 'Null: only for whoever made it. Else for every account that works inside this county.';

create table default_view (
    account_id bigint primary key references account (id),
    view_id bigint references saved_view (id)
);
comment on table default_view is 'The saved view the family list opens with; null: none any more.';

