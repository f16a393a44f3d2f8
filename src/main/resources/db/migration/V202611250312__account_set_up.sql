create table account_set_up (
    id smallint primary key default 1 check (id = 1),
    code_hash text not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    check (expires_at > made_at)
);
comment on table account_set_up is 'The one code that makes the first administrator, hashed. One row: of two instances that start together one makes it.';
